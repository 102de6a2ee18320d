"""Faults put into the game on purpose, to see how soon they are found: `--plant raise` or `--plant slow`.

Each raises on one rare word, or does work that grows faster than the input.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WORD = "zimt"
"""What nobody writes, and what is no word of the format."""


class PlantedError(Exception):
    """What a planted fault raises."""


def _around(owner: Any, name: str, before: Callable[..., None]) -> None:
    """Do `before` with the same arguments each time the function `name` of `owner` is called."""
    whole = getattr(owner, name)

    def both(*arguments: Any, **named: Any) -> Any:
        before(*arguments)
        return whole(*arguments, **named)

    setattr(owner, name, both)


def scan_raise() -> None:
    from game.content import source

    def before(builder: Any, event: Any) -> None:
        if event.value == WORD:
            raise PlantedError

    _around(source._Builder, "_scalar", before)


def scan_slow() -> None:
    from game.content import source

    def before(builder: Any, event: Any) -> None:
        met = builder.__dict__.setdefault("met", [])
        met.append(event.value)
        [each for each in met if each.casefold() == event.value.casefold()]

    _around(source._Builder, "_scalar", before)


def reader_raise() -> None:
    from game.content import names

    whole = names._numbered

    def numbered(ids: Any) -> dict[str, int]:
        listed = list(ids)
        for id in listed:
            if id == WORD:
                raise PlantedError
        return whole(listed)

    names._numbered = numbered


def reader_slow() -> None:
    from game.content import names

    whole = names._numbered

    def numbered(ids: Any) -> dict[str, int]:
        listed = list(ids)
        [one for one in listed for other in listed if sorted(one + other) == sorted(other + one)]
        return whole(listed)

    names._numbered = numbered


def expressions_raise() -> None:
    from game.content import tokens

    def before(kind: str, word: str, earlier: str) -> None:
        if word == WORD:
            raise PlantedError

    _around(tokens, "_fault_of", before)


def expressions_slow() -> None:
    from game.content import expressions

    def before(reading: Any, node: Any) -> None:
        for _ in range(2**reading._depth):
            pass

    _around(expressions._Reading, "_enter", before)


def saves_raise() -> None:
    from game.session import codec

    def before(fields: Any, key: str, limit: int) -> None:
        if fields._left.get(key) == WORD:
            raise PlantedError

    _around(codec.Fields, "text", before)


def saves_slow() -> None:
    from game.session import chain

    met: list[bytes] = []

    def before(previous: str, line: bytes) -> None:
        if previous == chain.FIRST:
            met.clear()
        met.append(line)
        [sum(each) for each in met]

    _around(chain, "_unseal", before)


def plant(target: str, how: str) -> None:
    """Put the fault `how`, "raise" or "slow", into what `target` reads with."""
    globals()[f"{target}_{how}"]()
