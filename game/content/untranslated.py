"""What is wrong with the translations beside a scenario: missing, orphaned, stale or unfit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.content import codes
from game.content.diagnostics import Code, Report
from game.content.include import ENDING, Gathered
from game.content.load import Loaded
from game.content.source import read_text, read_tree
from game.content.tags import folder_of
from game.content.translatable import Text, keys, texts
from game.content.translation import Entry, Translation, alike, fits, marks, read_translation


def check_translations(loaded: Loaded) -> None:
    """Report what is wrong with the translations beside the files of a scenario.

    What a library says elsewhere than in the files that are included is left to who includes those.
    """
    files = loaded.files
    loaded.report.take(files.unread)
    if loaded.report.has_errors:
        return  # what could not be read would be missed, and its translation taken for an orphan
    known = by_folder(loaded)
    for key, source in files.translations.items():
        folder = folder_of(key)
        translation = read_translation(source, loaded.report)
        if translation is not None:
            check_translation(known.get(folder, ()), translation, loaded.report, elsewhere(files, folder))


def by_folder(loaded: Loaded) -> dict[str, tuple[Text, ...]]:
    """Return what can be translated of a scenario, by the folder in which its translation lies."""
    found: dict[str, tuple[Text, ...]] = {}
    if loaded.reading is not None:
        for folder, top in zip(loaded.files.folders, loaded.files.tops, strict=True):
            found[folder] = (*found.get(folder, ()), *texts((top,), loaded.reading))
    return found


def elsewhere(files: Gathered, folder: str) -> frozenset[str]:
    """Return the keys of what stands in a folder's other files, which this scenario does not include."""
    own = [top for top, each in zip(files.tops, files.folders, strict=True) if each == folder]
    read = {Path(top.place.file) for top in own}
    places = {file.parent for file in read}
    found: set[str] = set()
    for file in (file for place in places for file in place.glob(f"*{ENDING}") if file not in read):
        source = read_text(file, Report())
        tree = None if source is None else read_tree(source, Report())
        if tree is not None:
            found.update(key for key, _ in keys(tree))
    return frozenset(found)


def check_translation(
    wanted: Iterable[Text],
    translation: Translation,
    report: Report,
    elsewhere: frozenset[str] = frozenset(),
) -> None:
    """Report what is wrong with one translation of some texts.

    Args:
        elsewhere: keys of texts that are not among `wanted` and are translated here all the same.
    """
    known = {text.key: text for text in wanted}
    entries = {entry.key: entry for entry in translation.entries}
    _missing(known, entries, translation, report)
    for entry in translation.entries:
        text = known.get(entry.key)
        if text is not None:
            for code, values in _faults(text, entry):
                report.add(code, entry.place, **values)
        elif entry.key not in elsewhere:
            report.add(codes.N922, entry.place, key=entry.key)


def _missing(
    known: Mapping[str, Text], entries: Mapping[str, Entry], translation: Translation, report: Report
) -> None:
    """Report the first text without a translation and how many more there are: a beginning is no disaster."""
    asked = [text for text in known.values() if translation.instrument or not text.is_instrument]
    missing = [text for text in asked if text.key not in entries or not entries[text.key].to]
    if missing:
        first, others = missing[0], len(missing) - 1
        more = (
            "" if not others else ", nor is one other text" if others == 1 else f", nor are {others} others"
        )
        place = entries[first.key].place if first.key in entries else first.place
        report.add(codes.N921, place, key=first.key, language=translation.language, more=more)
    signed = [text for text in asked if text.is_instrument]
    broken = [text for text in signed if text.key not in entries or not entries[text.key].serves(text.text)]
    if broken and len(broken) < len(signed):
        report.add(codes.N927, translation.place, key=broken[0].key)


def _faults(text: Text, entry: Entry) -> Iterator[tuple[Code, dict[str, object]]]:
    if not entry.to:
        return
    if entry.was or not alike(entry.source, text.text):
        yield codes.N923, {"was": entry.was or entry.source}
        return
    odd = (marks(entry.to) - marks(text.text)) | (marks(text.text) - marks(entry.to) - text.optional)
    if odd or not fits(text.text, entry.to):
        yield codes.N924, {"marks": ", ".join(sorted(odd)) or "a brace stands alone"}
    if len(entry.to) > text.limit:
        yield codes.N926, {"count": len(entry.to), "limit": text.limit}
