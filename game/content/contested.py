"""Words that take a side, which the scenario's own voice should leave to those who speak in it.

What stands between quotation marks is quoted, and may say anything.
"""

from __future__ import annotations

import re
from typing import Final

from game.content import codes
from game.content.reading import Reading

CONTESTED: Final = {
    "Northern Territories": "Japan's term; name the islands",
    "South Kurils": "the Soviet term; name the islands",
    "Southern Kurils": "the Soviet term; name the islands",
    "return of": "says whose they were; write 'transfer', 'hand over'",
    "be returned": "says whose they were; write 'be transferred'",
    "restitution": "says whose they were; write 'transfer'",
    "restoration of the islands": "says whose they were; write 'transfer'",
    "gift": "says that nothing was owed; write 'transfer'",
    "occupation of the islands": "says that they are Japan's; write 'since 1945'",
    "occupied islands": "says that they are Japan's; name the islands",
    "illegally occupied": "says that they are Japan's; name the islands",
    "invasion": "of 1945: write what was landed where and when",
    "liberation": "of 1945: write what was landed where and when",
    "dokatsu": "of Dulles's words: quote them instead",
    "intimidation": "of Dulles's words: quote them instead",
    "inherent territory": "Japan's term; name the islands",
    "ancestral land": "takes a side; name the islands",
}
"""Each word with what is to be thought of it."""

_WORDS = re.compile(
    r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in CONTESTED) + r")\b", re.IGNORECASE
)
_STEMS: Final = frozenset(max(word.lower().split(), key=len) for word in CONTESTED)
_QUOTED = re.compile("\u201c[^\u201d]*\u201d|\"[^\"]*\"|\u2018[^\u2019]*\u2019|(?<!\\w)'[^']*'(?!\\w)")


def check_contested(reading: Reading) -> None:
    """Report contested words in texts that nobody in particular speaks."""
    for node in reading.neutral:
        lowered = node.text.lower()
        if not any(stem in lowered for stem in _STEMS) or _WORDS.search(node.text) is None:
            continue  # nearly every text, and a plain search is the quicker
        heard = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), node.text)
        for found in _WORDS.finditer(heard):
            word = " ".join(found.group().split())
            note = next(note for known, note in CONTESTED.items() if known.lower() == word.lower())
            reading.report.add(codes.N510, node.at(*found.span()), word=word, note=note)
