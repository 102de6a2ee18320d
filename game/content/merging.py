"""A translation brought up to date: what is still right stays, changes are marked, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from game.content.translatable import Text
from game.content.translation import Entry, Translation, alike

Match = Callable[[Entry, Text], Entry | None]


def brought_up_to_date(
    texts: Iterable[Text], have: Translation, more: Iterable[Entry] = (), kept: frozenset[str] = frozenset()
) -> Translation:
    """Return a translation with an entry for each text, in the order of the texts.

    A text gets the entry of its key and its words; else one of the same words from the same section, for
    an entry of a list moves when another is put before it; else that of its key, marked as made from other
    words. What no text wants goes to the unused, where a later text finds it again.

    Args:
        more: entries that come back from a translator; they go before those that are there.
        kept: keys that stay as they are though no text here has them: other files of a library.
    """
    wanted = [text for text in texts if have.instrument or not text.is_instrument]
    stay = [entry for entry in have.entries if entry.key in kept]
    pool = [entry for entry in (*more, *have.entries, *have.unused) if entry.to and entry not in stay]
    pool.sort(key=lambda entry: bool(entry.was))  # what is known to be right first; else as they came
    found: dict[str, Entry] = {}
    for match in _MATCHES:
        for text in wanted:
            if text.key not in found:
                _take(pool, text, match, found)
    notes = {entry.key: entry.note for entry in have.entries}
    entries = [
        found.get(text.key) or Entry(text.key, text.text, note=notes.get(text.key, "")) for text in wanted
    ]
    told = {(*entry.source.split(), entry.to) for entry in entries}
    unused: dict[tuple[str, ...], Entry] = {}
    for entry in pool:
        words = (*entry.source.split(), entry.to)
        if words not in told:
            unused.setdefault(words, entry)
    return replace(have, entries=(*entries, *stay), unused=tuple(unused.values()))


def _take(pool: list[Entry], text: Text, match: Match, found: dict[str, Entry]) -> None:
    for position, entry in enumerate(pool):
        matched = match(entry, text)
        if matched is not None:
            found[text.key] = matched
            del pool[position]
            return


def _same(entry: Entry, text: Text) -> Entry | None:
    if entry.key == text.key and alike(entry.source, text.text):
        return replace(entry, source=text.text)
    return None


def _moved(entry: Entry, text: Text) -> Entry | None:
    theirs, own = entry.key.split("."), text.key.split(".")
    if not entry.was and (theirs[0], theirs[-1]) == (own[0], own[-1]) and alike(entry.source, text.text):
        return replace(entry, key=text.key, source=text.text)
    return None


def _changed(entry: Entry, text: Text) -> Entry | None:
    if entry.key == text.key:
        return replace(entry, source=text.text, was=entry.was or entry.source)
    return None


_MATCHES: Final[tuple[Match, ...]] = (_same, _moved, _changed)
