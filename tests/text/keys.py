"""Which sentences of the catalogue the program asks for, read from its source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SPEAKING = tuple(
    ROOT / "game" / place for place in ("text", "desk", "terminal", "report", "ui", "cli.py", "commands")
)
"""Where sentences are asked for."""

_KEY = re.compile(r"[a-z_]+(\.[a-z_0-9{}]+)+")


def sources() -> Iterator[ast.Module]:
    for place in SPEAKING:
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            yield ast.parse(file.read_text("utf-8"))


def constants() -> set[str]:
    """Return every constant text of the program that looks like a key, pieces of longer ones left out."""
    found = {key for key, _, _ in calls()}
    for tree in sources():
        pieces = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                found |= {node.value} if _KEY.fullmatch(node.value) else set()
    return found


def patterns() -> set[str]:
    """Return a regular expression for every key that is put together while the program runs."""
    found = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                pieces = (
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z_0-9]+"
                    for part in node.values
                )
                found.add("".join(pieces))
    return {each for each in found if re.match(r"[a-z_]+\\\.", each)}


def calls() -> Iterator[tuple[str, set[str], bool]]:
    """Yield (key, names of the values given, whether more are given by `**`) of every plain call."""
    for tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name != "say":
                continue
            first = node.args[0]
            asked = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            for each in asked:
                if isinstance(each, ast.Constant):
                    given = {keyword.arg for keyword in node.keywords if keyword.arg}
                    yield str(each.value), given, any(k.arg is None for k in node.keywords)
