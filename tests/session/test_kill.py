"""Killing the program at any moment: no move that was shown is lost, none is made twice.

A child plays on a save; the test kills it, starts it again on the same save and repeats the last command
that got no answer, with the same id. A twin of the session, never killed, says what must have come out.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from game.content.load import load
from game.rules.legal_moves import LegalMoves
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.session.answers import Accepted, Command
from game.session.codec import encode_move
from game.session.kept import load_kept
from game.session.saves import new_save, open_save
from game.session.seats import name_of
from game.session.session import Session
from game.session.store import MemoryStore
from tests.conftest import PORTS, ROOT
from tests.session.tables import header_of


@dataclass
class Tally:
    """What was met."""

    kills: int = 0
    shown: int = 0
    kept_unshown: int = 0  # on the disk, its answer lost: the repeat must meet the same answer
    lost_unshown: int = 0  # killed before it was on the disk: the repeat makes it
    torn: int = 0
    games: int = 0


@dataclass
class Child:
    """The program under test, and the pipe to it."""

    path: Path
    process: "subprocess.Popen[bytes]" = field(init=False)
    ready: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        program = [sys.executable, "-m", "tests.session.child", str(self.path)]
        self.process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        first = self.hear()
        assert first is not None, "the save must open after every kill"
        self.ready = first

    def ask(self, command: Mapping[str, Any]) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any] | None:
        """Return the next whole answer, None where the program is gone."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def kill(self) -> None:
        self.process.kill()

    def bury(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # the command died with its reader


@dataclass
class Wish:
    """A command in both its forms: to the child, and to the twin."""

    id: str
    seat: str
    text: dict[str, Any]
    command: Command | None  # None: undo


def wished(twin: Session, rng: random.Random, number: int) -> Wish:
    """Return a wish that the twin would grant now."""
    party = to_move(twin.state)
    seat, id = name_of(twin.scenario, party), f"w{number}"
    if rng.random() < 0.1 and any(made.author == party for made in twin.mainline):
        return Wish(id, seat, {"id": id, "undo": seat}, None)
    move = LegalMoves(twin.scenario, twin.state, party).sample(rng.randrange)
    command = Command(id, seat, twin.number(seat), move)
    text = {"id": id, "seat": seat, "at": command.at, "move": encode_move(twin.scenario, move)}
    return Wish(id, seat, text, command)


def granted(twin: Session, wish: Wish) -> Accepted:
    answer = twin.undo(wish.seat, id=wish.id) if wish.command is None else twin.submit(wish.command)
    assert isinstance(answer, Accepted), answer
    return answer


def play_and_kill(scenario: Scenario, files: Mapping[str, str], folder: Path, kills: int, seed: int) -> Tally:
    rng, tally, number = random.Random(seed), Tally(), 0
    while tally.kills < kills:
        header = header_of(scenario, seed + tally.games, files)
        store = new_save(folder, "killed", header)
        store.close()
        twin = Session(scenario, header, MemoryStore())
        twin.begin()
        child = Child(store.path)
        try:
            while to_move(twin.state) in (0, 1) and tally.kills < kills:
                number += 1
                grant(child, twin, wished(twin, rng, number), rng, tally)
        finally:
            child.bury()
        tally.games += 1
        check_save(store.path, twin)
    return tally


def grant(child: Child, twin: Session, wish: Wish, rng: random.Random, tally: Tally) -> None:
    """Have `wish` granted by the child, killing it and starting it again as often as chance will."""
    before = len(twin.records)
    expected = granted(twin, wish)
    while True:
        dies, listens = rng.random() < 0.5, rng.random() < 0.5
        answer = None
        if dies and rng.random() < 0.1:
            child.kill()  # before it is asked
        else:
            child.ask(wish.text)
            if dies:
                time.sleep(rng.random() * 0.003)
                child.kill()
            # What was printed before the end was shown, unless nobody was left to read it.
            answer = child.hear() if listens or not dies else None
        if answer is not None:
            assert answer["id"] == wish.id
            assert answer["saw"] == repr(expected)
            assert answer["records"] == len(twin.records)
            assert answer["numbers"] == [twin.number(party.id) for party in twin.scenario.parties]
            tally.shown += 1
        if dies:
            tally.kills += 1
            child.bury()
            child.start()
            tally.torn += child.ready["torn"]
            assert before <= child.ready["records"] <= len(twin.records)
            if answer is not None:
                assert child.ready["records"] == len(twin.records), "a move that was shown is lost"
            elif child.ready["records"] > before:
                tally.kept_unshown += 1
            else:
                tally.lost_unshown += 1
        if answer is not None:
            return


def check_save(path: Path, twin: Session) -> None:
    save = open_save(path, load_kept)
    assert save.damage is None
    assert save.records == twin.records, "every move once, in order"
    ids = [record.id for record in save.records if record.id]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.long)])
def test_no_move_that_was_shown_is_lost_and_none_is_made_twice(
    ports: Scenario, tmp_path: Path, kills: int
) -> None:
    tally = play_and_kill(ports, load(PORTS).sources, tmp_path, kills, seed=kills)
    print(tally)
    assert tally.kills >= kills
    assert tally.kept_unshown > 0  # duplicates were answered
    assert tally.lost_unshown > 0
    assert tally.shown > 0
