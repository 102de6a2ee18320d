"""Pages put together of elements and never of strings: what a save or a scenario holds stays text in them.

A page asks for nothing: no script, no picture, no font from elsewhere; its policy forbids them.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from game.session.strict import forbidden_sign

Inside = str | Element | Iterable["Inside"] | None
"""What may lie in an element; of nothing, nothing comes."""

_LONG = 16
"""Signs of a word that may be broken anywhere."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def node(tag: str, *inside: Inside, **attributes: str | int) -> Element:
    """Return an element with texts and elements in it.

    Args:
        attributes: `class_` means `class`, `data_of` means `data-of`; every value is cleaned like a text.

    >>> markup(node("b", "<i>", node("br"), "&", title='"'))
    '<b title="&quot;">&lt;i&gt;<br>&amp;</b>'
    """
    made = Element(tag)
    for name, value in attributes.items():
        made.set(name.rstrip("_").replace("_", "-"), plain(str(value)))
    put(made, inside)
    return made


def put(parent: Element, inside: Inside) -> None:
    """Put texts and elements at the end of `parent`."""
    if isinstance(inside, Element):
        parent.append(inside)
    elif isinstance(inside, str):
        text = plain(inside)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
    elif inside is not None:
        for each in inside:
            put(parent, each)


def plain(text: str) -> str:
    """Return a text on one line, without signs that could forge a line or turn the reading round.

    >>> plain("two\\n islands\\u202e")
    'two islands'
    """
    return "".join(
        " " if sign in "\t\n\r\v\f" else sign
        for sign in text
        if sign in "\t\n\r\v\f" or forbidden_sign(sign) is None
    ).replace("  ", " ")


def name(text: str) -> Element:
    """Return a stranger's name, which keeps its own direction of writing to itself, and to its place."""
    return node("bdi", text, class_="long" if max(map(len, text.split()), default=0) > _LONG else "name")


def markup(element: Element) -> str:
    """Return an element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def page(title: str, body: Inside, *, style: str, language: str) -> bytes:
    """Return a whole page in UTF-8.

    Args:
        style: a style sheet of ours; it is written as it stands.
        language: the tag of the language of its sentences.
    """
    sheet = Element("style")
    sheet.text = style
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", content=_POLICY, **{"http-equiv": "Content-Security-Policy"}),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("title", title),
        sheet,
    )
    whole = node("html", head, node("body", node("main", body)), lang=language)
    return f"<!DOCTYPE html>\n{markup(whole)}\n".encode()
