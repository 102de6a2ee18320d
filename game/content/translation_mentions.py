"""Every id in the keys of the translations beside a scenario, so that a renamed thing keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.content.diagnostics import Place, Report
from game.content.load import Loaded
from game.content.mentions import Spot
from game.content.tags import folder_of
from game.content.translatable import Way, ways
from game.content.translation import Entry, read_translation


def translated_spots(loaded: Loaded, spots: Collection[Spot], report: Report) -> Iterator[Spot]:
    """Yield the ids in the keys of translations; a file that cannot be read is reported.

    Args:
        spots: every place of every id in the files that are translated.
    """
    files = loaded.files
    report.take(files.unread)
    known = {spot.place: spot for spot in spots}
    for key, source in files.translations.items():
        translation = read_translation(source, report)
        if translation is None:
            continue
        entries = {entry.key: entry for entry in translation.entries}
        for folder, top in zip(files.folders, files.tops, strict=True):
            for way, _ in ways(top) if folder == folder_of(key) else ():
                entry = entries.get(".".join(name for name, _ in way))
                if entry is not None:
                    yield from _in_key(entry, way, known)


def _in_key(entry: Entry, way: Way, known: dict[Place, Spot]) -> Iterator[Spot]:
    column = entry.place.column
    for name, node in way:
        spot = None if node is None else known.get(node.place)
        if spot is not None and spot.name == name:
            place = Place(entry.place.file, entry.place.line, column, column + len(name))
            yield Spot(place, spot.kind, spot.name, spot.owner)
        column += len(name) + 1
