"""Signs of an author's texts for which the game has no glyph: a box would be drawn for them."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from typing import Final

from game import places
from game.content import codes
from game.content.load import Loaded
from game.content.source import Node, ScalarNode

COVERAGE: Final = "fonts/coverage.json"
"""In the folder of the assets: made with the faces, and by a test the same as what they have."""


def check_glyphs(loaded: Loaded) -> None:
    """Warn of every sign that is not in every style of every face, once in a text."""
    if loaded.reading is None:
        return
    has = drawn_everywhere()
    nodes: list[Node] = [said.node for said in loaded.reading.said]
    nodes += [ground.node for ground in loaded.reading.grounds]
    for node in nodes:
        if not isinstance(node, ScalarNode) or node.text.isascii():
            continue
        for sign in dict.fromkeys(node.text):
            if sign in has or sign.isspace():
                continue
            at = node.text.index(sign)
            name = unicodedata.name(sign, "without a name").lower()
            point = f"U+{ord(sign):04X}"
            loaded.report.add(codes.N908, node.at(at, at + 1), sign=sign, name=name, point=point)


@lru_cache(maxsize=1)
def drawn_everywhere() -> frozenset[str]:
    """Return the signs that can be drawn wherever a text may stand, in upright, bold and italic."""
    file = places.assets_folder() / COVERAGE
    listed = json.loads(file.read_text("utf-8"))["everywhere"]
    ends = [[int(end, 16) for end in part.split("-")] for part in listed.split()]
    return frozenset(chr(code) for end in ends for code in range(end[0], end[-1] + 1))
