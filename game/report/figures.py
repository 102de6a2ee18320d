"""Numbers and sentences that say what they rest on, so that a checker can find them again.

A number carries its meaning (`data-of="points japan"`), and number and sentence the records on which they
rest (`data-rests="B#41"`: table B, its move 41; several are parted by spaces; nothing means all tables).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from game.report.html import Inside, node, plain
from game.text.catalogue import Catalogue

_HELD = re.compile("\0(\\d+)\0")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its meaning."""

    value: int
    of: str  # a kind known to `recount.py` and what it is asked about, parted by spaces
    rests: str = ""

    @property
    def node(self) -> Element:
        """The number as it stands on the page."""
        return node("data", str(self.value), data_of=self.of, data_rests=self.rests, value=self.value)


class _Held(int):
    """A number that chooses the form of its sentence and keeps its place in it."""

    place: int

    def __format__(self, spec: str) -> str:
        return f"\0{self.place}\0"


def told(say: Catalogue, key: str, **values: Figure | Element | str | int) -> list[Inside]:
    """Return a sentence of the catalogue in pieces: its words, and each number or element in its place."""
    kept: list[Inside] = []
    given: dict[str, object] = {}
    for each, value in values.items():
        if isinstance(value, Figure | Element):
            held = _Held(value.value if isinstance(value, Figure) else 0)
            held.place = len(kept)
            kept.append(value.node if isinstance(value, Figure) else value)
            given[each] = held
        else:
            given[each] = plain(value) if isinstance(value, str) else value
    pieces = _HELD.split(say(key, **given))
    return [kept[int(piece)] if odd % 2 else piece for odd, piece in enumerate(pieces)]


def claim(tag: str, rests: Iterable[str], *inside: Inside, **attributes: str | int) -> Element:
    """Return an element that states something, with the records on which it rests."""
    return node(tag, *inside, data_rests=" ".join(dict.fromkeys(rests)), **attributes)
