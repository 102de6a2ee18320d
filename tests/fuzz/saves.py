"""Target `saves`: the bytes of a save or an excerpt become a game that opens, or one coded fault.

An input is a save before it is sealed, a body a line, for no change of a sealed one gets past its first line.
A line that begins with `=` is taken as it is, and one that is cut off is not sealed either.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from game.content.load import load
from game.rules.scenario import Scenario
from game.rules.transcript import Made
from game.session.chain import FIRST
from game.session.codec import encode_record
from game.session.excerpt import Entry, Excerpt, encode_excerpt, open_excerpt
from game.session.faults import Damage, SaveFault
from game.session.kept import load_kept
from game.session.saves import Header, encode_header, open_save
from game.session.seats import Sitter
from game.session.session import Session
from game.session.store import MemoryStore
from game.session.strict import Json, canonical
from tests.fuzz.target import Target, hold
from tests.rules.walking import walk

ROOT = Path(__file__).parents[2]
KNOWN = {
    "@ports": ROOT / "tests" / "scenarios" / "two-ports",
    "@mini": ROOT / "scenarios" / "_templates" / "mini",
}
"""What stands for the text of a scenario, which has a target of its own."""

_MARK = b',"hash":"'

WORDS = (
    *(
        '"kind":"propose"',
        '"kind":"accept"',
        '"kind":"act"',
        '"kind":"decide"',
        '"kind":"draw"',
        '"kind":"answer"',
    ),
    *(
        '"kind":"vote"',
        '"kind":"inject"',
        '"kind":"broadcast"',
        '"kind":"reopen"',
        '"kind":"sign"',
        '"kind":"pause"',
    ),
    *(
        '"rewound":0',
        '"n":1',
        '"id":"a"',
        '"by":"home"',
        '"by":"nature"',
        '"by":"instructor"',
        '"wall":""',
        "true",
    ),
    *(
        "false",
        "null",
        "NaN",
        "1e9",
        "9007199254740992",
        "-1",
        "[]",
        "{}",
        "[[[[[[[[[",
        '"\\ud800"',
        '"\\u202e"',
    ),
    *('"files":{"a/scenario.yaml":"@mini"}', '"format":2', '"kind":"excerpt"', "\n=", '":', ',"'),
)


def sealed(data: bytes) -> bytes:
    """Return the file that an input stands for."""
    *whole, last = data.split(b"\n")
    previous, made = FIRST, []
    for line in whole:
        if line.startswith(b"="):
            made.append(line[1:])
            continue
        digest = sha256(previous.encode("ascii") + line).hexdigest()
        made.append(line[:-1] + _MARK + digest.encode("ascii") + b'"}')
        previous = digest
    return b"\n".join([*made, last])


@lru_cache(maxsize=4)
def _known(name: str) -> Scenario:
    scenario = load(KNOWN[name]).scenario
    assert scenario is not None
    return scenario


def _load(files: Mapping[str, str]) -> Scenario:
    (text,) = files.values() if len(files) == 1 else ("",)
    return _known(text) if text in KNOWN else load_kept(files)


@lru_cache(maxsize=1)
def _place() -> Path:
    """Return where inputs are laid down to be opened, for a save is a file."""
    handle, name = tempfile.mkstemp(suffix=".negotiation.jsonl")
    os.close(handle)
    return Path(name)


def run(data: bytes) -> None:
    """Open an input as a save, play what it records, and open it as an excerpt."""
    path = _place()
    path.write_bytes(sealed(data))
    try:
        save = open_save(path, _load)
        session = Session.resume(save, store=MemoryStore())
        _told_in(session.damage, data)
        hold(
            len(session.records) >= min(len(save.records), 1) or session.damage is not None,
            "records are lost",
        )
        session.close()
    except SaveFault as fault:
        _said(fault)
    try:
        excerpt = open_excerpt(path)
        _told_in(excerpt.damage if excerpt is not None else None, data)
    except SaveFault as fault:
        _said(fault)


def _told_in(damage: Damage | None, data: bytes) -> None:
    if damage is not None:
        hold(
            1 <= damage.line <= data.count(b"\n") + 1, f"the damage is in line {damage.line} of another file"
        )
        hold(len(str(damage)) < 600, "the damage is told at length")


def _said(fault: SaveFault) -> None:
    hold(len(str(fault)) < 600 and "\n" not in str(fault), f"a fault is told at length: {fault}")


def _played(name: str, seed: int, limit: int) -> bytes:
    """Return a game of legal moves before it is sealed."""
    scenario = _known(name)
    seats = tuple((party.id, Sitter("", party.name)) for party in scenario.parties)
    header = Header(scenario.id, ((f"{scenario.id}/scenario.yaml", name),), "", seats, seed)
    bodies: list[dict[str, Json]] = [encode_header(header)]
    for number, ply in enumerate(islice(walk(scenario, seed), limit), start=1):
        record = Made(ply.author, ply.move, f"c{number}", "")
        bodies.append({"n": number, **encode_record(scenario, record)})
    bodies.append({"n": len(bodies), "id": "u", "by": scenario.parties[0].id, "rewound": 2, "wall": ""})
    return b"".join(canonical(body) + b"\n" for body in bodies)


def seeds() -> Mapping[str, bytes]:
    """Return some games of legal moves, one of them cut off, and an excerpt."""
    found = {f"{name[1:]}-{seed}": _played(name, seed, 14) for name in KNOWN for seed in range(6)}
    entry = Entry(0, 0, ("It begins.",), ("Nothing is agreed.",), {"day": "1900-05-01", "open": [1, True]})
    lines = encode_excerpt(Excerpt("mini", "The Footbridge", "hill", "Hill", (entry,), "1")).splitlines()
    found["excerpt"] = b"".join(line.partition(_MARK)[0] + b"}\n" for line in lines)
    found["cut"] = found["ports-0"][:-9]
    return found


TARGET = Target("saves", run, seeds, WORDS, usual=4_000, largest=1 << 16, lines=(60_000, 100))
