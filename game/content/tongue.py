"""What the texts of a scenario are called in another language, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

from game.content.diagnostics import Place, Report
from game.content.include import Gathered
from game.content.pseudo import pseudo
from game.content.reading import as_written
from game.content.source import ScalarNode
from game.content.tags import PSEUDO, folder_of, language_of
from game.content.translatable import is_instrument, keys
from game.content.translation import Entry, read_translation


def tongue_of(files: Gathered, language: str) -> Callable[[ScalarNode], str]:
    """Return what says a text of a scenario in a language; what has no translation that serves stays.

    The words of the instrument are in one language or in the other, never in both: a draft and the official
    text are compared word by word. One of its clauses without a translation keeps all of them as they are.
    """
    if language == PSEUDO:
        return lambda node: pseudo(as_written(node))
    if not language or not files.translations:
        return as_written
    said: dict[Place, str] = {}
    instrument: dict[Place, str] = {}
    is_whole = True
    for folder, top in zip(files.folders, files.tops, strict=True):
        known, speaks = _entries(files, folder, language)
        for key, node in keys(top):
            entry, signed = known.get(key), is_instrument(key)
            if entry is not None and entry.serves(as_written(node)):
                (instrument if signed else said)[node.place] = entry.to.strip()
            elif signed and as_written(node):
                is_whole = False
        is_whole = is_whole and speaks
    if is_whole:
        said |= instrument
    if not said:
        return as_written
    return lambda node: said.get(node.place) or as_written(node)


def _entries(files: Gathered, folder: str, language: str) -> tuple[dict[str, Entry], bool]:
    """Return a folder's translations by key, and whether they are meant for the instrument too."""
    for key, source in files.translations.items():
        if folder_of(key) == folder and language_of(key) == language:
            found = read_translation(source, Report())
            if found is not None:
                return {entry.key: entry for entry in found.entries}, found.instrument
    return {}, True
