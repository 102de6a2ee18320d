"""The section `contested:`: words that take a side, which the scenario's own voice leaves to others.

What stands between quotation marks is quoted, and may say anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.reader import LABEL_LIMIT, all_named
from game.content.reading import Reading
from game.content.source import Node

_QUOTED: Final = re.compile("\u201c[^\u201d]*\u201d|\"[^\"]*\"|\u2018[^\u2019]*\u2019|(?<!\\w)'[^']*'(?!\\w)")


def read_contested(reading: Reading, nodes: Iterable[Node]) -> dict[str, str]:
    """Return each contested word with what is to be thought of it."""
    found: dict[str, str] = {}
    for _, fields in all_named(reading, nodes, "contested"):
        found[fields.text("word", None, LABEL_LIMIT)] = fields.text("note")
        fields.close()
    return found


def check_contested(reading: Reading) -> None:
    """Report contested words in texts that nobody in particular speaks."""
    words = {" ".join(word.lower().split()): note for word, note in reading.contested.items() if word.strip()}
    if not words:
        return
    any_of = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    wanted = re.compile(rf"\b(?:{any_of})\b", re.IGNORECASE)
    for node in reading.neutral:
        if wanted.search(node.text) is None:
            continue  # nearly every text
        heard = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), node.text)
        for found in wanted.finditer(heard):
            word = " ".join(found.group().split())
            reading.report.add(codes.N510, node.at(*found.span()), word=word, note=words[word.lower()])
