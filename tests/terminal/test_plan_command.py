"""`plan` tells a plan line by line; `check` counts all of a scenario, and says what comes otherwise."""

import json
import shutil
from pathlib import Path

import pytest

from game.session.kept import load_kept
from game.session.names import SUFFIX
from game.session.saves import open_save
from tests.plans import SCENARIOS
from tests.terminal.playing import run

REFUSED = str(SCENARIOS / "two-towns" / "plans" / "refused.plan")
WRONG = """# All at once
hill propose cost=halves toll=on_foot
dale accept
hill sign
dale sign
expect ending model
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A copy of the smallest template beside whose plan lies one that comes out otherwise."""
    folder = Path(shutil.copytree(SCENARIOS / "_templates" / "mini", tmp_path / "mini"))
    (folder / "plans" / "wrong.plan").write_text(WRONG, "utf-8")
    return folder


def test_a_plan_is_told_line_by_line() -> None:
    told = run(["plan", REFUSED])
    assert told.code == 0
    assert "accepts alternative A whole. It is refused: BEYOND_MANDATE." in told.text
    assert "As expected: expect blocks lowick" in told.text
    assert "Lowick Green votes." in told.text, "what follows by itself is told as well"
    assert "It comes out as written; 6 things were expected." in " ".join(told.text.split())


def test_what_comes_otherwise_is_told_with_its_line(bridge: Path) -> None:
    told = run(["plan", str(bridge / "plans" / "wrong.plan")])
    assert told.code == 1
    assert "Not as expected: expect ending model" in told.text
    assert "wrong.plan:6:1: error N934" in told.text
    assert "the talks are over, in 'other'" in told.text


def test_check_plays_every_plan_and_counts_them(bridge: Path) -> None:
    told = run(["check", str(bridge)])
    assert told.code == 1
    text = " ".join(told.text.split())
    assert "2 plans were played; they expect 7 things." in text
    assert "1 of them does not come out as written." in text
    (found,) = json.loads(run(["check", str(bridge), "--json"]).text)
    assert (found["code"], found["line"]) == ("N934", 6)
    assert found["file"].endswith("plans/wrong.plan")


def test_a_plan_that_cannot_be_read_was_not_played(bridge: Path) -> None:
    (bridge / "plans" / "torn.plan").write_text("jump over\n", "utf-8")
    (bridge / "plans" / "wrong.plan").unlink()
    told = run(["check", str(bridge)])
    assert told.code == 1
    text = " ".join(told.text.split())
    assert "1 plan was played;" in text
    assert "1 plan could not be read." in text
    assert "as written" not in text


def test_the_line_of_a_plan_is_kept_as_a_game_that_replays(tmp_path: Path) -> None:
    told = run(["plan", REFUSED, "--lines", str(tmp_path)])
    assert "Written:" in told.text
    (save,) = tmp_path.iterdir()
    assert "Lowick Green votes." in run(["replay", str(save), "--all"]).text


def test_the_line_of_a_plan_is_no_table_of_a_class_until_it_is_forked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["plan", REFUSED, "--lines", str(tmp_path)])
    (save,) = tmp_path.iterdir()
    assert open_save(save, load_kept).is_line
    run(["report", str(tmp_path), "-o", str(tmp_path / "class.html")])
    assert "it is a line of play that was written down, and nobody played it" in capsys.readouterr().err
    run(["fork", str(save), "--at", "2", "--name", "ours", "--saves", str(tmp_path)])
    assert not open_save(tmp_path / f"ours{SUFFIX}", load_kept).is_line


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("nowhere.plan", [], "error T45"),
        ("lonely.plan", [], "error T46"),
        ("lonely.plan", ["nowhere"], "T01"),
    ],
)
def test_what_cannot_be_played_is_said(
    name: str, words: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lonely.plan").write_text(WRONG, "utf-8")
    scenario = ["--scenario", *words] if words else []
    assert run(["plan", str(tmp_path / name), *scenario]).code == 2
    assert code in capsys.readouterr().err


def test_a_plan_that_lies_elsewhere_is_played_with_the_scenario_named(tmp_path: Path, bridge: Path) -> None:
    lonely = tmp_path / "lonely.plan"
    lonely.write_text(WRONG, "utf-8")
    assert "Not as expected" in run(["plan", str(lonely), "--scenario", str(bridge)]).text
