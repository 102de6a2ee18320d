"""The catalogue of sentences of one language: a key and values in, a sentence out; no wording here."""

import marshal
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from game.content.pseudo import pseudo
from game.content.tags import FOLDER, PSEUDO
from game.text.languages import form

Sentence = str | Mapping[str, str]
"""A sentence with `{names}`, or its plural forms `one` and `other`."""

Stamp = tuple[int, int] | None
"""When a file was changed last and how large it is, None where there is none."""

ORIGINAL: Final = "en"
"""The language that the interface is written in."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language; calling it says one."""

    language: str
    sentences: Mapping[str, Sentence]
    original: Mapping[str, Sentence] | None = None
    """Of a translation the sentences that it falls back on, one by one; its own are others."""
    whose: str = ""
    """The party with whose names scenarios are told, "" for neutral ones; no sentence here depends on it."""

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence called `key` with `values` filled in.

        A sentence with plural forms takes the number from the value `n`.

        Raises:
            KeyError: no sentence has that key, or a name in it has no value.

        >>> say = Catalogue("en", {"left": {"one": "{n} meeting left", "other": "{n} meetings left"}})
        >>> say("left", n=1), say("left", n=3)
        ('1 meeting left', '3 meetings left')
        """
        sentence = self.sentences.get(key)
        if sentence is None and self.original is not None:
            return Catalogue(ORIGINAL, self.original)(key, **values)
        if sentence is None:
            raise KeyError(f"the catalogue {self.language!r} has no sentence called {key!r}")
        if isinstance(sentence, str):
            return sentence.format_map(values)
        n = values["n"]
        return sentence[form(self.language, n if isinstance(n, int) else 0)].format_map(values)

    def has(self, key: str) -> bool:
        """Say whether there is a sentence called `key`."""
        return key in self.sentences or (self.original is not None and key in self.original)

    def names(self, key: str) -> frozenset[str]:
        """Return the names that the sentence called `key` needs values for."""
        from string import Formatter

        sentence = self.sentences[key] if self.original is None else self.original[key]
        forms = (sentence,) if isinstance(sentence, str) else tuple(sentence.values())
        return frozenset(
            name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None
        )


def load(path: Path, language: str = "") -> Catalogue:
    """Return the catalogue in the file at `path`, whose name is the language.

    Args:
        language: another one that is wanted: of `i18n/<language>.yaml` beside the file, each sentence that
            belongs to the original as it is now.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    original = _kept(path, _stamp(path), _original)
    if language in ("", path.stem):
        return Catalogue(path.stem, original)
    if language == PSEUDO:
        return Catalogue(language, {key: _in_pseudo(sentence) for key, sentence in original.items()})
    other = path.parent / FOLDER / f"{language}.yaml"
    stamps = (_stamp(other), _stamp(path))
    found = _kept(other, stamps, lambda path: _translated(path, original)) if stamps[0] else {}
    return Catalogue(language, found, original)


def _original(path: Path) -> dict[str, Sentence]:
    # Met here and not above: the first frame of the window does not wait for what reads YAML.
    from game.text.sentences import sentences_in

    return sentences_in(path)


def _translated(path: Path, original: dict[str, Sentence]) -> dict[str, Sentence]:
    from game.text.sentences import translated_in

    return translated_in(path, original)


def _in_pseudo(sentence: Sentence) -> Sentence:
    if isinstance(sentence, str):
        return pseudo(sentence)
    return {form: pseudo(words) for form, words in sentence.items()}


def _kept(
    path: Path, stamp: Stamp | tuple[Stamp, Stamp], make: Callable[[Path], dict[str, Sentence]]
) -> dict[str, Sentence]:
    """Return the sentences of a file, made anew or as they were kept beside it.

    They are kept as Python keeps its modules, where it keeps those, and serve while the time and the size of
    all that they are made from, which is their stamp, are the same.
    """
    tagged = stamp and sys.implementation.cache_tag
    kept = Path(cache_from_source(str(path))).with_suffix(".sentences") if tagged else None
    if kept is not None:
        # Anything wrong with what is kept only means that the file itself is read.
        with suppress(OSError, ValueError, EOFError, TypeError):
            found = marshal.loads(kept.read_bytes())
            if found[0] == stamp:
                kept_before: dict[str, Sentence] = found[1]
                return kept_before
    sentences = make(path)
    if kept is not None and not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(kept, marshal.dumps((stamp, sentences)))
    return sentences


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _keep(path: Path, data: bytes) -> None:
    """Write all of it or nothing: another process may read at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(data)
    unfinished.replace(path)
