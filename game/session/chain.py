"""Lines of a save, each sealed with a hash over the line before it, so that damage is noticed.

The chain is for damage and honest mistakes. It does not stop a person with an editor and patience, and
nothing here claims that it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from game.session.faults import Damage, Trouble
from game.session.strict import CodecFault, Flaw, Json, canonical, parse

SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes of the largest save that is written or read."""

FIRST = "0" * 64
"""What stands for the hash of the line before the first."""

_MARK = b',"hash":"'
_TAIL = len(_MARK) + 64 + len(b'"}')


def seal(previous: str, body: dict[str, Json]) -> tuple[bytes, str]:
    """Return the line of `body` with its line end, and its hash.

    Args:
        previous: the hash of the line before, `FIRST` for the first.

    Raises:
        CodecFault: a text of `body` cannot be written.
    """
    text = canonical(body)
    digest = sha256(previous.encode("ascii") + text).hexdigest()
    return text[:-1] + _MARK + digest.encode("ascii") + b'"}\n', digest


@dataclass(frozen=True, slots=True)
class Lines:
    """The sound beginning of a save."""

    bodies: tuple[Json, ...]  # without the hashes
    ends: tuple[int, ...]  # bytes up to and with each line
    hashes: tuple[str, ...]
    damage: Damage | None


def read_lines(raw: bytes) -> Lines:
    """Return every line of `raw` up to the first that is torn or damaged."""
    bodies: list[Json] = []
    ends: list[int] = []
    hashes: list[str] = []
    start, previous, damage = 0, FIRST, None
    while start < len(raw):
        end = raw.find(b"\n", start)
        if end < 0:
            damage = Damage(
                Trouble.TORN,
                len(bodies) + 1,
                f"line {len(bodies) + 1}, the last, was cut off while it was being written; it was dropped",
            )
            break
        try:
            body, previous = _unseal(previous, raw[start:end])
        except CodecFault as fault:
            damage = damaged(len(bodies) + 1, fault.sentence)
            break
        bodies.append(body)
        start = end + 1
        ends.append(start)
        hashes.append(previous)
    return Lines(tuple(bodies), tuple(ends), tuple(hashes), damage)


def damaged(line: int, why: str) -> Damage:
    """Return the damage of a line that is whole but not sound."""
    return Damage(
        Trouble.DAMAGED,
        line,
        f"line {line} is damaged ({why}); everything before it was opened, the file was not touched",
    )


def chained(bodies: Sequence[dict[str, Json]], previous: str) -> tuple[bytes, str]:
    """Return the lines of `bodies` one after the other, and the hash of the last."""
    lines = []
    for body in bodies:
        line, previous = seal(previous, body)
        lines.append(line)
    return b"".join(lines), previous


def _unseal(previous: str, line: bytes) -> tuple[Json, str]:
    text, mark, rest = line[:-_TAIL] + b"}", line[-_TAIL : -_TAIL + len(_MARK)], line[-_TAIL + len(_MARK) :]
    digest = sha256(previous.encode("ascii") + text).hexdigest()
    if mark != _MARK or rest != digest.encode("ascii") + b'"}':
        raise CodecFault(Flaw.BROKEN_CHAIN, "it does not follow from the line before it")
    return parse(text, limit=SIZE_LIMIT), digest
