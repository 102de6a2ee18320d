"""The catalogue of sentences of one language: a key and values in, a sentence out; no wording here."""

import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

Sentence = str | Mapping[str, str]
"""A sentence with `{names}`, or its plural forms `one` and `other`."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language; calling it says one."""

    language: str
    sentences: Mapping[str, Sentence]

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
        if sentence is None:
            raise KeyError(f"the catalogue {self.language!r} has no sentence called {key!r}")
        if isinstance(sentence, str):
            return sentence.format_map(values)
        return sentence["one" if values["n"] in (1, -1) else "other"].format_map(values)

    def has(self, key: str) -> bool:
        """Say whether there is a sentence called `key`."""
        return key in self.sentences

    def names(self, key: str) -> frozenset[str]:
        """Return the names that the sentence called `key` needs values for."""
        from string import Formatter

        sentence = self.sentences[key]
        forms = (sentence,) if isinstance(sentence, str) else tuple(sentence.values())
        return frozenset(
            name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None
        )


def load(path: Path) -> Catalogue:
    """Return the catalogue in the file at `path`, whose name is the language.

    What was read is kept beside the file as Python keeps its modules, where it keeps those; it serves while
    time and size of the file are the same.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    stamp = _stamp(path)
    tagged = stamp and sys.implementation.cache_tag
    kept = Path(cache_from_source(str(path))).with_suffix(".sentences") if tagged else None
    if kept is not None:
        # Anything wrong with what is kept only means that the file itself is read.
        with suppress(OSError, ValueError, EOFError, TypeError):
            found = marshal.loads(kept.read_bytes())
            if found[0] == stamp:
                return Catalogue(path.stem, found[1])
    # Met here and not above: the first frame of the window does not wait for what reads YAML.
    from game.text.sentences import sentences_in

    sentences = sentences_in(path)
    if kept is not None and not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(kept, marshal.dumps((stamp, sentences)))
    return Catalogue(path.stem, sentences)


def _stamp(path: Path) -> tuple[int, int] | None:
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
