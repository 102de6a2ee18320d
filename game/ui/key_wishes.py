"""What a person asks of their keys, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskKey:
    """Ask for the key that is to do a deed of `keymap`."""

    deed: str


@dataclass(frozen=True, slots=True)
class PutKey:
    """Take the chord that was struck, where the key of a deed is asked for."""

    chord: str


@dataclass(frozen=True, slots=True)
class DropKey:
    """Give the deed that is asked about the keys that it has as it comes."""


@dataclass(frozen=True, slots=True)
class DropKeys:
    """Give every deed the keys that it has as it comes."""


KeyWish = AskKey | PutKey | DropKey | DropKeys
