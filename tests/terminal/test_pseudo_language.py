"""A game in a terminal, walked in the pseudo-language: English is what may be typed, and nothing else."""

from pathlib import Path

import pytest

from game.content.load import load
from game.places import program
from game.terminal.commands import NAMES
from tests.terminal.playing import run
from tests.ui.test_pseudo_language import cited, words

ASKED = (
    "yes", "", "", "", "1", "status", "board", "home", "why points", "", "why reservation", "why mandate",
    "why bank", "why trust", "draft", "log", "notebook", "guess bank much", "documents", "read 1", "briefing",
    "role 1", "cast", "glossary", "timeline", "help", "save", "offer bank=season", "4", "act 1", "accept",
    "undo", *["hold", "1"] * 30, "walk out", "yes", "", "", "", "",
)  # fmt: skip


@pytest.mark.parametrize("side", ["skerry", "lowick"])
def test_no_english_word_is_left_in_a_game_in_a_terminal(tmp_path: Path, side: str) -> None:
    typed = ["play", "two-towns", "--text", "--side", side, "--seed", "2", "--saves", str(tmp_path)]
    done = run([*typed, "--language", "pseudo"], ASKED)
    assert done.code == 0
    assert len(done.text) > 20_000, "a whole game is walked"
    known = (*cited(load("two-towns").scenario), *NAMES, *ASKED, *typed, "negotiation jsonl")
    assert words(done.text) - words(" ".join((*known, program()))) == set()
