"""Target `scan`: the bytes of a file become nodes that know their place, or one reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.content.diagnostics import Report
from game.content.source import ListNode, MapNode, Node, ScalarNode, Source, decoded, read_tree
from tests.fuzz.target import Target, hold, sound

NAME = "x/scenario.yaml"
ROOT = Path(__file__).parents[2]

WORDS = (
    *(
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        '"',
        "|\n",
        ">-\n",
        "|+2\n",
        "#",
        "&a ",
        "*a",
        "<<: ",
        "---\n",
    ),
    *(
        "...\n",
        "%YAML 1.1\n",
        "%TAG ! a,1:\n",
        "!!str ",
        "!a ",
        "@",
        "`",
        "~",
        "null",
        "yes",
        "\\x41",
        "\\u202e",
        "\t",
    ),
    *("\r\n", "\ufeff", "\x85", "\u2028", "\u202e", "\u200d", "\x00", "''", '\\"', "a: 1\n", "  b:\n", "-\n"),
)


def run(data: bytes) -> None:
    """Read a file as the game does and hold what is true of every file."""
    report = Report()
    source = decoded(NAME, data, report)
    if source is None:
        hold(len(report) == 1, "what is no text has one reason")
        sound(report, {NAME: data.decode("utf-8", errors="replace")})
        return
    tree = read_tree(source, report)
    hold(tree is not None or report.has_errors, "a file without nodes has a reason")
    sound(report, {NAME: source.text})
    if tree is not None:
        _nodes_stand_in(source, tree)


def _nodes_stand_in(source: Source, tree: Node) -> None:
    """Hold that every node marks signs of the file, walking without recursion."""
    left: list[Node] = [tree]
    while left:
        node = left.pop()
        place = node.place
        hold(
            1 <= place.line <= len(source.lines) and 1 <= place.column < place.end,
            f"a node stands at {place}",
        )
        match node:
            case ScalarNode():
                half = len(node.text) // 2
                near = node.at(half, half + 1)
                hold(place.line <= near.line <= len(source.lines), f"half of a text stands at {near}")
            case ListNode(items=items):
                left.extend(items)
            case MapNode(entries=entries):
                hold(
                    all(name == entry.key.text for name, entry in entries.items()), "a field has its own name"
                )
                left.extend(entry.value for entry in entries.values())


def seeds() -> Mapping[str, bytes]:
    """Return the shipped templates cut in pieces of some lines, which hold every form that authors write."""
    found = {}
    for file in sorted(ROOT.glob("scenarios/_templates/*/scenario.yaml")):
        lines = file.read_bytes().splitlines(keepends=True)
        for first in range(0, len(lines), 40):
            found[f"{file.parent.name}-{first}"] = b"".join(lines[first : first + 40])
    return found


TARGET = Target("scan", run, seeds, WORDS, usual=3_000, largest=1 << 16, lines=(5_000, 30))
