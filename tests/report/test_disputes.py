"""What is disputed is told of the tables that touched it: both readings, their sources, one question."""

import re
from pathlib import Path

import pytest

from game.desk.declared import DECLARED, declared_file
from game.report.checking import check
from game.report.tables import Reader
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.text.explain import cited
from tests.report.classes import SAY, checked, play_bots, reported, taken_apart

TOUCHED = "what_the_deletion_meant"
"""Its condition is that the text says nothing of what is left, or that it is final."""

ALWAYS = "draft_of_17_october"
"""It has no condition."""


@pytest.fixture(scope="module")
def three(deletion: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """History's text, the same with the words on territory kept, and none; and the page of all."""
    folder = tmp_path_factory.mktemp("three")
    rest = next(n for n, issue in enumerate(deletion.issues) if issue.id == "rest")
    words = next(n for n, option in enumerate(deletion.issues[rest].options) if option.id == "words")
    history = deletion.historical_package()
    kept = (*history[:rest], words, *history[rest + 1 :])
    for name, package in (("a", history), ("b", kept), ("c", (OPEN,) * len(history))):
        (folder / f"{name}{DECLARED}").write_bytes(declared_file(deletion, name, package))
    assert reported(folder, folder / "page.html", "--with-names").code == 0
    return folder


def test_a_dispute_names_the_tables_that_touched_it_and_both_readings(
    deletion: Scenario, three: Path
) -> None:
    page = taken_apart(three / "page.html").text
    (dispute,) = (each for each in deletion.dossier.disputes if each.id == TOUCHED)
    told = page.partition(dispute.title)[2].partition(dispute.question)[0]
    assert "Touched by 1 table: A ." in told
    assert len(dispute.readings) > 1
    for reading in dispute.readings:
        for part in (reading.text, *(cited(deletion, code) for code in reading.sources)):
            assert " ".join(part.split()) in told
    assert checked(three, three / "page.html").code == 0


@pytest.mark.parametrize(
    ("dispute", "true", "rests"),
    [(TOUCHED, "A", "B"), (TOUCHED, "A", "A B"), (ALWAYS, "A B C", "A C"), (ALWAYS, "A B C", "B")],
)
def test_a_table_too_many_or_left_out_is_found(three: Path, dispute: str, true: str, rests: str) -> None:
    text = (three / "page.html").read_text("utf-8")
    planted, count = re.subn(
        rf'data-rests="{true}" data-claim="dispute {dispute}"',
        f'data-rests="{rests}" data-claim="dispute {dispute}"',
        text,
    )
    assert count == 1
    tables = Reader(SAY).folder(three, names=True).tables
    assert check(SAY, text, tables).mismatches == ()
    (told,) = check(SAY, planted, tables).mismatches
    assert dispute in told


def test_the_page_of_one_game_tells_what_it_touched(tmp_path: Path) -> None:
    play_bots(tmp_path, 2, ("", ""), scenario="the-deletion")
    (save,) = Reader(SAY).folder(tmp_path, names=True).tables
    assert reported(tmp_path / save.file, tmp_path / "game.html").code == 0
    text = taken_apart(tmp_path / "game.html").text
    assert any(each.title in text for each in save.scenario.dossier.disputes)
    assert "Touched by" not in text
    assert checked(tmp_path / save.file, tmp_path / "game.html").code == 0
