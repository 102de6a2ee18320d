"""A translation written: one entry a text, easy to edit by hand, and read back as it was."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from game.content.translation import FORMAT, Entry, Translation

_WIDE: Final = 100
"""Signs of a line of a longer text."""


def written(translation: Translation, head: str, places: Mapping[str, str]) -> str:
    """Return the text of a translation's file.

    Args:
        head: what the translator should know, as comments at its beginning.
        places: where each text stands, by key.
    """
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    lines += [f"format: {FORMAT}", f"instrument: {'yes' if translation.instrument else 'no'}", "", "texts:"]
    for entry in translation.entries:
        if entry.key in places:
            lines.append(f"  # {places[entry.key]}")
        lines.append(f"  {_on_its_line(entry.key)}:")
        lines += _fields(entry, 4)
    if translation.unused:
        lines += ["", "unused:"]
    for entry in translation.unused:
        lines.append(f"  - key: {_on_its_line(entry.key)}")
        lines += _fields(entry, 4)
    return "\n".join(lines) + "\n"


def _fields(entry: Entry, indent: int) -> Iterator[str]:
    yield f"{' ' * indent}from: {_scalar(entry.source, indent + 2)}"
    if entry.was:
        yield f"{' ' * indent}was: {_scalar(entry.was, indent + 2)}"
    yield f"{' ' * indent}to: {_scalar(entry.to, indent + 2)}".rstrip(" ")
    if entry.note:
        yield f"{' ' * indent}note: {_scalar(entry.note, indent + 2)}"


def _scalar(text: str, indent: int) -> str:
    """Return a text as YAML: on its line where it is short, folded below it where it is long."""
    if not text:
        return ""
    if ("\n" in text or len(text) > _WIDE) and _folds(text):
        return "\n".join((">-", *(f"{' ' * indent}{line}".rstrip() for line in _folded(text))))
    return _on_its_line(text)


def _on_its_line(text: str) -> str:
    """Return a text as YAML on the line where it begins, as the name of a field must be however long."""
    style = '"' if "\n" in text else None
    plain: str = yaml.safe_dump({"k": text}, allow_unicode=True, width=1_000_000, default_style=style)
    return plain.partition(":")[2].strip(" \n")


def _folds(text: str) -> bool:
    """Say whether a text is the same again after folding: no space at the end of a line, none doubled."""
    return all(line == " ".join(line.split()) for line in text.split("\n")) and text == text.strip()


def _folded(text: str) -> Iterator[str]:
    """Yield the lines of a text, broken between words; each line break of the text is a blank line."""
    for position, line in enumerate(text.split("\n")):
        if position:
            yield ""
        yield from textwrap.wrap(line, _WIDE, break_long_words=False, break_on_hyphens=False)
