"""What a style sheet of ours says of colours and lines, as far as a drawing or a table cell asks for it."""

import re
from collections.abc import Sequence

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:\.([\w-]+) )?([a-z]*)(?:\.([\w-]+))?")

Colour = tuple[int, int, int]


class Style:
    """The rules of a sheet whose selector is a tag, a class, or one of them inside a class."""

    def __init__(self, sheet: str) -> None:
        """Read them; other rules are passed over."""
        self._rules: dict[tuple[str, str, str], dict[str, str]] = {}
        for selectors, body in _RULE.findall(sheet):
            pairs = (each.partition(":") for each in body.split(";") if ":" in each)
            said = {name.strip(): value.strip() for name, _, value in pairs}
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip().removeprefix("svg "))
                if found:
                    inside, tag, kind = (each or "" for each in found.groups())
                    self._rules.setdefault((inside, tag, kind), {}).update(said)

    def of(self, tag: str, kinds: Sequence[str], around: Sequence[str]) -> dict[str, str]:
        """Return what is said of an element, the more particular rules over the others.

        Args:
            kinds: its own classes.
            around: the classes of the elements around it.
        """
        said: dict[str, str] = {}
        for inside in ("", *around):
            for name in ("", tag):
                for kind in ("", *kinds):
                    said |= self._rules.get((inside, name, kind), {})
        return said


def colour(text: str) -> Colour | None:
    """Return a colour, None where a style sheet says that there is none, or no colour that is known here.

    >>> colour("#fff"), colour("#2d5d86"), colour("none")
    ((255, 255, 255), (45, 93, 134), None)
    """
    digits = text.removeprefix("#")
    if digits == text or len(digits) not in (3, 6):
        return None
    whole = digits if len(digits) == 6 else "".join(each * 2 for each in digits)
    return (int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16))
