"""Signs of an author's texts for which the game has no glyph: a box would be drawn for them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from game import places
from game.content import codes
from game.content.load import Loaded
from game.content.source import Node, ScalarNode

COVERAGE: Final = "fonts/coverage.json"
"""In the folder of the assets: made with the faces, and by a test the same as what they have."""


def check_glyphs(loaded: Loaded) -> None:
    """Warn of every sign that is not in every style of every face, once in a text, translations included."""
    reading, report = loaded.reading, loaded.report
    if reading is None:
        return
    nodes: list[Node] = [said.node for said in reading.said]
    nodes += [ground.node for ground in reading.grounds]
    for node in nodes:
        if isinstance(node, ScalarNode):
            for at, values in _missing(node.text):
                report.add(codes.N908, node.at(at, at + 1), **values)
    for source in loaded.files.translations.values():
        report.register(source)
        for at, values in _missing(source.text):
            report.add(codes.N908, source.place_of(at), **values)


def _missing(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield where each sign of a text that has no glyph stands first, and what it is called."""
    if text.isascii():
        return
    for sign in set(text) - drawn_everywhere():
        if not sign.isspace():
            name = unicodedata.name(sign, "without a name").lower()
            yield text.index(sign), {"sign": sign, "name": name, "point": f"U+{ord(sign):04X}"}


@lru_cache(maxsize=1)
def drawn_everywhere() -> frozenset[str]:
    """Return the signs that can be drawn wherever a text may stand, in upright, bold and italic."""
    file = places.assets_folder() / COVERAGE
    listed = json.loads(file.read_text("utf-8"))["everywhere"]
    ends = [[int(end, 16) for end in part.split("-")] for part in listed.split()]
    return frozenset(chr(code) for end in ends for code in range(end[0], end[-1] + 1))
