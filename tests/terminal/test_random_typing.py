"""Whatever is typed, the game answers and goes on: no traceback, an exit code of 0, a save that opens."""

import random
from pathlib import Path

import pytest

from game.session.saves import saves_in
from game.terminal.commands import NAMES
from tests.terminal.playing import PORTS, play, run

WORDS = {
    PORTS: ("ferry", "dues", "form", "daily", "weekly", "half", "nothing", "accord", "toast", "sound"),
    "the-deletion": ("islands", "rest", "okinawa", "letters", "two_after", "silent", "trade", "un", "trust"),
}
OTHER = [
    "",
    "yes",
    "1",
    "2",
    "3",
    "4",
    "5",
    "9",
    "or",
    "linked",
    '"',
    "=",
    "send",
    "A",
    "B",
    "part",
    "\x1b[A",
    "é",
]


def typed_at_random(seed: int, scenario: str, lines: int) -> list[str]:
    """Return lines that a cat might type who has read the help."""
    drawn = random.Random(seed)
    nouns = WORDS[scenario]
    pairs = [f"{one}={two}" for one in nouns for two in nouns]
    verbs = [name for name in NAMES if name not in ("quit", "walk out")]
    made = []
    for _ in range(lines):
        choice = drawn.randrange(4)
        if choice == 0:
            made.append(str(drawn.randrange(1, 9)))
        elif choice == 1:
            made.append(drawn.choice(OTHER))
        else:
            rest = [drawn.choice(drawn.choice((nouns, pairs, OTHER))) for _ in range(drawn.randrange(4))]
            made.append(" ".join([drawn.choice(verbs), *rest]))
    return made


@pytest.mark.parametrize("scenario", list(WORDS), ids=["two-ports", "the-deletion"])
@pytest.mark.parametrize("seed", range(4))
def test_no_line_breaks_the_game(tmp_path: Path, scenario: str, seed: int) -> None:
    side = {PORTS: ("vale", "tarn", "both"), "the-deletion": ("japan", "ussr", "both")}[scenario][seed % 3]
    against = {PORTS: "linear", "the-deletion": "tit_for_tat_steps"}[scenario]
    lines = typed_at_random(seed, scenario, 150)
    printed = play(tmp_path, *lines, side=side, against=against, scenario=scenario, seed=seed)
    assert printed.code == 0
    (save,) = saves_in(tmp_path)
    assert run(["replay", str(save)]).code == 0
