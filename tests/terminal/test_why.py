"""Whatever is asked why in whatever game: an answer, of bounded length, whose terms make its number again."""

import random
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from game.content.load import load
from game.text.catalogue import load as catalogue
from tests.conftest import ROOT
from tests.terminal.playing import PORTS, play
from tests.terminal.test_random_typing import typed_at_random

TOPICS = ("points", "support", "reservation", "mandate", "refusal", "last")
ODD = (
    "",
    "²",
    "①",
    "٣",
    "9" * 5_000,
    "0",
    "1",
    "2",
    "3",
    "points 2",
    "points ²",
    "support nobody",
    "=",
    "x" * 2_000,
)
"""Numbers of alternatives, and what is none."""

LINES = 80
"""Of one answer; the longest explains every order."""

SIDES = {PORTS: ("vale", "tarn"), "the-deletion": ("japan", "ussr")}

_ASKED = re.compile(r"\): why(?: ([^\n]*))?\n")
_NEXT = re.compile(r"^Your (?:move|decision) \(|^[^\n]*\): ", re.MULTILINE)
_TERM = re.compile(r": ([+-]\d+)$", re.MULTILINE)


def words_of(scenario: str, side: str) -> tuple[str, ...]:
    """Return all that the help offers to be asked, by id."""
    found = load(scenario).scenario
    assert found is not None
    party = found.party_index(side)
    groups = [group.id for group in found.constituencies if group.party == party]
    meters = [meter.id for meter in found.meters if meter.seen[party]]
    return (*TOPICS, *(issue.id for issue in found.issues), *meters, *groups)


def answers(text: str) -> list[tuple[str, str]]:
    """Return each thing asked why, and what was printed up to the next question."""
    pieces = _ASKED.split(text)
    return [
        (asked or "", _NEXT.split(said, maxsplit=1)[0])
        for asked, said in zip(pieces[1::2], pieces[2::2], strict=True)
    ]


def sums(said: str) -> list[str]:
    """Hold every number of an answer that has terms against them; return what was held."""
    held = []
    worth = re.search(r"^Worth to you: (-?\d+) points?\.$", said, re.MULTILINE)
    without = re.search(r"^Having no agreement now is worth (-?\d+) points?\.$", said, re.MULTILINE)
    if worth and without:
        assert sum(map(int, _TERM.findall(said[worth.end() : without.start()]))) == int(worth[1]), said
        apart = re.search(r"^The package is (\d+) points? (better|worse) than", said, re.MULTILINE)
        assert apart is not None, said
        assert int(worth[1]) - int(without[1]) == int(apart[1]) * (1 if apart[2] == "better" else -1), said
        held.append("points")
    elif without:
        assert sum(map(int, _TERM.findall(said[without.end() :]))) == int(without[1]), said
        held.append("reservation")
    for group in re.split(r"(?=^[^\n]*, support \d+ of 10\.$)", said, flags=re.MULTILINE)[1:]:
        level = re.search(r", support (\d+) of 10", group)
        assert level is not None
        assert max(0, min(10, sum(map(int, _TERM.findall(group))))) == int(level[1]), group
        held.append("support")
    meter = re.search(r"^[^\n]* stands at (\d+) of 10\. It began at (\d+)\.$", said, re.MULTILINE)
    if meter:
        steps = [(int(a), int(b)) for a, b in re.findall(r"from (\d+) to (\d+)", said)]
        if steps:
            assert all(before[1] == after[0] for before, after in pairwise(steps)), said
        assert (steps[-1][1] if steps else int(meter[2])) == int(meter[1]), said
        held.append("meter")
    return held


@pytest.mark.parametrize("scenario", list(SIDES), ids=["two-ports", "the-deletion"])
def test_every_why_of_a_random_game_adds_up(tmp_path: Path, scenario: str) -> None:
    unknown = catalogue(ROOT / "assets" / "text" / "en.yaml")("why.unknown", name="\0").partition("\0")
    held: Counter[str] = Counter()
    for seed, side in enumerate(SIDES[scenario]):
        drawn = random.Random(seed)
        words = words_of(scenario, side)
        lines = []
        for line in typed_at_random(seed + 40, scenario, 60):
            lines.append(line)
            lines.extend(f"why {drawn.choice(words if drawn.random() < 0.8 else ODD)}" for _ in range(3))
        against = "linear" if scenario == PORTS else "tit_for_tat_steps"
        folder = tmp_path / side
        folder.mkdir()
        printed = play(folder, *lines, side=side, against=against, scenario=scenario, seed=seed)
        assert printed.code == 0
        for asked, said in answers(printed.text):
            assert said.strip(), f"no answer to why {asked}"
            assert said.count("\n") <= LINES, f"why {asked} is answered at length"
            assert asked not in words or not said.startswith(unknown[0]), f"why {asked} is not known"
            held.update(sums(said))
    assert set(held) == {"points", "reservation", "support", "meter"}, held
    assert held.total() > 60, held


@pytest.mark.parametrize("number", ["²", "①", "٣", "9" * 5_000])
@pytest.mark.parametrize("before", ["", "why ", "why points ", "accept ", "read ", "role ", "reopen "])
def test_a_digit_that_is_no_number_is_a_word_like_any_other(tmp_path: Path, before: str, number: str) -> None:
    assert play(tmp_path, f"{before}{number}", "quit").code == 0
