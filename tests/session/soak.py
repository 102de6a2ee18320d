"""Thousands of games through the session and the disk, half of them with the program killed again and again.

`python -m tests.session.soak --games 2000 --workers 2`: every game is played twice by the same opponents from
the same seed. Once in a program that goes on for all of them, and says how much memory it has; once in a
program that is killed (`kill -9`) at random moments and started again on the save. Both must come to the same
records, and no record that was announced before a kill may be missing after it. Prints figures; exit 1 where
memory grows.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression, mean

from game.ai.registry import bot_for, bots_for
from game.content.load import Loaded, load
from game.rules.scenario import Scenario
from game.session.answers import Refused
from game.session.faults import SaveFault
from game.session.kept import load_kept
from game.session.lifecycle import Phase
from game.session.saves import Header, new_save, open_save, saves_in
from game.session.seats import Sitter
from game.session.session import Session
from game.session.store import FileStore

ROOT = Path(__file__).parents[2]

MIX = ("the-deletion",) * 4 + ("two-towns",) * 3 + ("warm-up",) * 2 + ("moscow-1956", "two-islands")
"""What is played, in turn."""

KILLED = 0.6
"""How many of the games are killed, as often again each time."""

GROWTH = 0.05
"""How much more memory the last tenth of the games may have than the second."""


# In the program that plays


def play_on() -> None:
    """Play each game that is asked for on the standard input: its number, and the folder of its save."""
    shelf: dict[str, Loaded] = {}
    for line in sys.stdin:
        number, folder = line.rstrip("\n").split("\t")
        session = _sat_down(shelf, int(number), Path(folder))
        _say("open", len(session.records))
        while (answer := session.bot_move()) is not None:
            if isinstance(answer, Refused):
                raise AssertionError(answer)
            _say("kept", len(session.records))
        assert session.phase is Phase.DEBRIEF
        assert session.faults == []
        session.close()
        assert isinstance(session.store, FileStore)
        save = open_save(session.store.path, load_kept)
        assert save.damage is None
        assert save.records == session.records
        outcome = session.state.outcome
        assert outcome is not None
        ending = session.scenario.endings[outcome.ending].id
        digest = hashlib.sha256(repr(session.records).encode()).hexdigest()
        _say("over", len(session.records), _resident(), f"{session.scenario.id}/{ending}", digest)


def _say(*words: object) -> None:
    print(*words, sep="\t", flush=True)


def _sat_down(shelf: dict[str, Loaded], number: int, folder: Path) -> Session:
    """Return game `number`: gone on with where its save is there, else begun."""
    scenario_id = MIX[number % len(MIX)]
    if scenario_id not in shelf:
        shelf[scenario_id] = load(ROOT / "scenarios" / scenario_id)
    loaded = shelf[scenario_id]
    scenario = loaded.scenario
    assert scenario is not None
    personas = [_drawn(scenario, number, party) for party in (0, 1)]
    bots = {party: bot_for(scenario, persona, party) for party, persona in enumerate(personas)}
    for path in saves_in(folder):
        with suppress(SaveFault):  # one of which the first line never came
            return _begun(Session.resume(open_save(path, load_kept), bots=bots))
    header = Header(
        scenario=scenario.id,
        files=tuple(loaded.kept.items()),
        fingerprint=scenario.fingerprint,
        seats=tuple((party.id, Sitter(personas[n], "")) for n, party in enumerate(scenario.parties)),
        seed=number,
    )
    return _begun(Session(scenario, header, new_save(folder, "soak", header), bots=bots))


def _drawn(scenario: Scenario, number: int, party: int) -> str:
    return random.Random(f"{number} {party}").choice(bots_for(scenario, party))


def _begun(session: Session) -> Session:
    if session.phase is Phase.LOBBY:
        session.begin()
    return session


def _resident() -> int:
    """Return how much memory this program has, in KiB; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


# In the program that kills


@dataclass
class Half:
    """What came of one half of the games."""

    games: int = 0
    records: int = 0
    kills: int = 0
    kept_unsaid: int = 0  # on the disk when the program was killed, not yet announced
    seconds: float = 0
    memory: list[int] = field(default_factory=list)  # KiB after each game
    endings: Counter[str] = field(default_factory=Counter)
    digests: list[str] = field(default_factory=list)


def half(games: int, *, kills: bool) -> Half:
    """Play games one after the other, in one program or in as many as are killed."""
    done, rng, began = Half(), random.Random(games), time.monotonic()
    player = _started()
    try:
        for number in range(games):
            with tempfile.TemporaryDirectory() as folder:
                player = _game(player, number, folder, done, rng if kills else None)
            done.games += 1
            done.seconds = time.monotonic() - began
            if done.games % 100 == 0:
                what = f"{done.kills} kills" if kills else f"{done.memory[-1]} KiB"
                print(f"{done.games} games, {what}, {done.seconds:.0f} s", flush=True)
    finally:
        player.kill()
        player.communicate()
    return done


def _started() -> subprocess.Popen[str]:
    program = [sys.executable, "-m", "tests.session.soak", "--child"]
    return subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _game(
    player: subprocess.Popen[str], number: int, folder: str, done: Half, rng: random.Random | None
) -> subprocess.Popen[str]:
    """Have a game played to its end, in a program that may die of it; return the one that is alive."""
    announced = 0
    while True:
        left = rng.randrange(30) if rng is not None and rng.random() < KILLED else sys.maxsize
        assert player.stdin is not None
        assert player.stdout is not None
        player.stdin.write(f"{number}\t{folder}\n")
        player.stdin.flush()
        for line in player.stdout:
            word, count, *rest = line.rstrip("\n").split("\t")
            if word == "open":
                assert int(count) >= announced, f"{announced} records were announced, {count} are left"
                done.kept_unsaid += int(count) > announced > 0
            announced = int(count)
            if word == "over":
                done.records += announced
                done.memory.append(int(rest[0]))
                done.endings[rest[1]] += 1
                done.digests.append(rest[2])
                return player
            left -= 1
            if left <= 0 and rng is not None:
                time.sleep(rng.random() * 0.004)
                break
        else:
            raise AssertionError(f"the program ended by itself in game {number}")
        player.kill()
        player.communicate()  # what it had still announced was heard by nobody
        done.kills += 1
        player = _started()


def main() -> int:
    """Play both halves and tell what came of them; return the exit code."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--games", type=int, default=2000)
    words.add_argument("--workers", type=int, choices=(1, 2), default=1)
    words.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.child:
        play_on()
        return 0
    with ThreadPoolExecutor(asked.workers) as halves:
        steady = halves.submit(half, asked.games // 2, kills=False)
        killed = halves.submit(half, asked.games // 2, kills=True)
    return tell(steady.result(), killed.result())


def tell(steady: Half, killed: Half) -> int:
    """Print the figures of both halves; return 1 where memory grows."""
    assert steady.digests == killed.digests, "a game that was killed came to something else"
    for name, done in (("uninterrupted", steady), ("killed", killed)):
        print(f"{name}: {done.games} games, {done.records} records, {done.seconds:.0f} s")
    print(
        f"{killed.kills} kills; {killed.kept_unsaid} times a record was kept that had not been announced yet"
    )
    print("the same records in both halves, game by game;", dict(steady.endings.most_common()))
    tenth = max(1, len(steady.memory) // 10)
    curve = [round(mean(steady.memory[start : start + tenth])) for start in range(0, 10 * tenth, tenth)]
    print("memory in KiB, by tenths of the games:", *curve)
    rest = steady.memory[tenth:]
    slope = linear_regression(range(len(rest)), rest).slope if len(rest) > 1 else 0.0
    print(f"after the first tenth it grows by {slope:.2f} KiB a game")
    return int(curve[-1] > curve[1] * (1 + GROWTH))


if __name__ == "__main__":
    sys.exit(main())
