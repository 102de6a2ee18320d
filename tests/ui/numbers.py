"""The numbers that a screen shows: every number that a sentence was given is marked while it is said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from game.text.catalogue import Catalogue, Sentence

SILENT = ("wish", "reasons", "explanation", "id", "why")
"""Fields of models that are not shown."""

# Signs for private use, which no author writes: begin of the key, begin and end of the number.
_KEY, _FROM, _TO = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_KEY}([^{_FROM}]*){_FROM}([^{_TO}]*){_TO}")


class Marked(int):
    """A number that says, wherever it is printed, which sentence it was given to."""

    key: str

    def __format__(self, spec: str) -> str:
        return f"{_KEY}{self.key}{_FROM}{int(self):{spec}}{_TO}"

    __str__ = __repr__ = lambda self: format(self, "")


class MarkingCatalogue(Catalogue):
    """The sentences of a language, with every number marked that is filled in."""

    __slots__ = ()

    def __call__(self, key: str, **values: object) -> str:
        return super().__call__(key, **{name: self._marked(key, name, each) for name, each in values.items()})

    @staticmethod
    def _marked(key: str, name: str, value: object) -> object:
        if type(value) is not int:
            return value
        marked = Marked(value)
        marked.key = f"{key}.{name}"
        return marked


def marking(say: Catalogue) -> Catalogue:
    """Return the same sentences, marking."""
    return MarkingCatalogue(say.language, say.sentences)


def unmarked(text: str) -> str:
    """Return a text as a person reads it."""
    return _MARKED.sub(r"\2", text)


@dataclass(frozen=True)
class Number:
    """A number on a screen."""

    value: int
    place: str  # the class and field of the model it stands in, `Gauge.level`
    key: str  # the sentence and the name it was filled into; "" for one without a sentence
    asked: tuple[Any, ...]  # what it stands in, the innermost last: one of them should say why


def in_text(text: str) -> Iterator[tuple[int, str]]:
    """Yield the marked numbers of a text with their keys."""
    for key, digits in _MARKED.findall(text):
        yield int(digits.replace("+", "")), key


def bare(text: str) -> str:
    """Return what is left of a text without its marked numbers."""
    return _MARKED.sub(" ", text)


def numbers(model: object, *, within: tuple[Any, ...] = (), place: str = "") -> Iterator[Number]:
    """Yield the numbers of a model: whole numbers in its fields, marked ones in its texts, and texts that
    are nothing but a number."""
    if isinstance(model, bool) or model is None:
        return
    if isinstance(model, int):
        yield Number(model, place, "", within)
    elif isinstance(model, str):
        for value, key in in_text(model):
            yield Number(value, place, key, within)
        left = bare(model)
        if any(sign.isdigit() for sign in left) and not any(sign.isalpha() for sign in left):
            for digits in re.findall(r"\d+", left):
                yield Number(int(digits), place, "", within)
    elif isinstance(model, tuple | list):
        for each in model:
            yield from numbers(each, within=within, place=place)
    elif isinstance(model, Mapping):
        yield from numbers(tuple(model.values()), within=within, place=place)
    elif is_dataclass(model):
        for each in fields(model):
            if each.name in SILENT:
                continue
            inside = f"{type(model).__name__}.{each.name}"
            yield from numbers(getattr(model, each.name), within=(*within, model), place=inside)


def texts(model: object) -> Iterator[str]:
    """Yield every text of a model."""
    if isinstance(model, str):
        yield model
    elif isinstance(model, tuple | list):
        for each in model:
            yield from texts(each)
    elif is_dataclass(model):
        for each in fields(model):
            yield from texts(getattr(model, each.name))


def written(scenario: object, say: Catalogue) -> str:
    """Return all that was written by authors, to look a text up in: the scenario and the sentences."""
    return "\n".join((*_plain(texts(scenario)), *_plain(_sentences(say.sentences))))


def _sentences(sentences: Mapping[str, Sentence]) -> Iterator[str]:
    for each in sentences.values():
        yield from (each,) if isinstance(each, str) else each.values()


def _plain(found: Iterator[str]) -> Iterator[str]:
    return (" ".join(each.split()).casefold() for each in found)
