"""The reference of every field that an author can write, as Markdown, made of the shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.content.shapes import ONE_OF, SECTIONS, Field, Form, Shape, Style

_HEAD = """\
# Every field of a scenario

Made by `python3 main.py reference -o scenarios/REFERENCE.md` from the code that reads the files, so it is
never out of date; a test holds it against the code. `check` tells what is wrong in a file; `schema` writes
the same for editors. Examples are from `two-towns`, which uses every feature once.

Every number of the model needs a reason: `source:` (a code of `sources:`, with what is needed to find the
place) or `assumption:` (a sentence) on its own mapping or on one around it. Both may stand in any mapping.
Ids are small letters, digits and `_`, a letter first. **Needed** fields have no default. A field left out
or written `~` has its default, or is empty.

A *condition* compares (`islands == two_after`, `trust >= 6`, `slot == may_5`, `exchange == 2`), asks
(`agreed(issue)`, `offered(party, condition)`, `chose(decision, choice)`, `done(action)`, `happened(event)`,
`signed(party)`, `would_ratify(party)`) and joins with `and`, `or`, `not`. An *amount* is a whole number, a
meter, or a sum of such with `+ - *`, `//` (by a positive number), `min`, `max`, `holds(party)`,
`support(constituency)`, `days_since('1956-10-16')`, `days_until('...')`.
"""

_STYLES = {
    Style.ONE: "Fields.",
    Style.BY_ID: "One mapping for each id.",
    Style.LIST: "A list of mappings.",
    Style.BY_PARTY: "For each party a list of mappings.",
}


def reference(shapes: Mapping[str, Shape], meanings: Mapping[str, str]) -> str:
    """Return the whole page."""
    lines = [_HEAD]
    for name in ("format", "include", "sources"):
        lines += [f"## {name}", "", meanings.get(f"sections.{name}", ""), ""]
    told: set[str] = set()
    shared = [
        name for name in shapes if "." not in name and name not in {shape for shape, _ in SECTIONS.values()}
    ]
    for section, (shape, style) in SECTIONS.items():
        lines += [
            f"## {section}",
            "",
            f"{meanings.get(f'sections.{section}', '')} {_STYLES[style]}".strip(),
            "",
        ]
        for name in _below(shape, shapes):
            told.add(name)
            lines += _table(name, shapes[name], meanings, heading=name != shape)
    for name in shared:
        lines += [f"## {_article(name)}", ""]
        lines += _table(name, shapes[name], meanings, heading=False)
    return "\n".join(lines).rstrip() + "\n"


def _article(name: str) -> str:
    return f"{'An' if name[0] in 'aeiou' else 'A'} {name}"


def _below(shape: str, shapes: Mapping[str, Shape]) -> Iterator[str]:
    """Yield a shape and those that lie only within it."""
    if shape in shapes:
        yield shape
    yield from (name for name in shapes if name.startswith(f"{shape}."))


def _table(name: str, shape: Shape, meanings: Mapping[str, str], *, heading: bool) -> list[str]:
    lines = [f"### `{name}`", ""] if heading else []
    if name in ONE_OF:
        lines += [f"Exactly one of {', '.join(f'`{each}`' for each in ONE_OF[name])}.", ""]
    lines += ["| field | what it is | type | default | example |", "|---|---|---|---|---|"]
    lines += [_row(name, field, meanings) for field in shape.fields]
    return [*lines, ""]


def _row(shape: str, field: Field, meanings: Mapping[str, str]) -> str:
    kinds = " or ".join(dict.fromkeys(_type(form) for form in field.forms))
    unit = f", {field.unit}" if field.unit else ""
    default = "**needed**" if field.required else f"`{field.default}`" if field.default else ""
    meaning = meanings.get(f"{shape}.{field.name}", "")
    cells = (f"`{field.name}`", _cell(meaning), _cell(kinds + unit), default, _code(field.example))
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return re.sub(r"<(\w+)>", r"\\<\1>", text).replace("|", "\\|")


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|") if text else ""


def _type(form: Form) -> str:
    match form.form:
        case "number" | "count":
            return f"{form.low} to {form.high}"
        case "numbers":
            return f"a list of numbers, {form.low} to {form.high}"
        case "flag":
            return "yes or no"
        case "word":
            return " ".join(
                ["one of" if len(form.words) > 1 else "", ", ".join(f"`{w}`" for w in form.words)]
            ).strip()
        case "words":
            known = ", ".join(f"`{word}`" for word in form.words)
            return f"a list of {known}" if known else "a list of ids"
        case "reference":
            return "id of " + ("a party, group or meter" if form.of.startswith("such") else _an(form.of))
        case "references":
            return f"a list of ids of {form.of}s"
        case "seen":
            return "`both` or a party"
        case "option":
            return "issue.option"
        case "options":
            return "a list of issue.option"
        case "citation":
            return "citation"
        case "date":
            return "year-month-day"
        case "fields":
            return f"fields: `{form.of}`"
        case "list":
            return f"a list of `{form.of}`"
        case "entries":
            return f"`{form.of}` by id"
        case "package":
            return "options by issue"
        case "packages":
            return "a list of options by issue"
        case "pattern":
            return form.words[1]
        case "text":
            return f"text, up to {form.high} signs"
        case "texts":
            return "a list of texts"
        case _:
            return form.form


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
