"""`new`, `rename`, `diff`, `schema`, `reference` and `upgrade` as an author types them."""

import io
import json
from pathlib import Path

import pytest

from game import places
from game.content.load import load
from game.content.template import begun, template_names
from game.content.trial import try_out
from game.desk.finding import Trouble
from game.terminal.console import Console
from game.terminal.upgrading import upgrade
from game.terminal.world import World
from game.text.catalogue import Catalogue
from tests.terminal.playing import run

SCENARIOS = places.scenarios_folder()
TEMPLATES = ("mini", "historical", "bilateral")


@pytest.fixture
def world(say: Catalogue, tmp_path: Path) -> World:
    console = Console(io.StringIO(), io.StringIO(), echo=False, clears=False, width=100)
    return World(console, say, lambda: tmp_path, 1, lambda: "", lambda seconds: None)


def test_the_smallest_template_comes_first() -> None:
    assert template_names(SCENARIOS) == TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_scenario_is_clean_and_plays(template: str, tmp_path: Path) -> None:
    done = run(["new", "our-talks", "--template", template, "-o", str(tmp_path)])
    assert done.code == 0
    loaded = load(tmp_path / "our-talks")
    try_out(loaded)
    assert loaded.report.render() == ""
    assert loaded.scenario is not None
    assert loaded.scenario.id == "our-talks"
    played = run(["watch", str(tmp_path / "our-talks"), "--seed", "3", "--saves", str(tmp_path / "saves")])
    assert played.code == 0
    text = (tmp_path / "our-talks" / "scenario.yaml").read_text("utf-8")
    assert f"main.py check {(tmp_path / 'our-talks').as_posix()}" in text


@pytest.mark.parametrize("folder", ["a folder", "a\nfolder: x", r"a\g<9>folder", "föhr"])
def test_a_folder_may_be_called_anything(folder: str, tmp_path: Path) -> None:
    file = begun("ours", "mini", tmp_path / folder, SCENARIOS)
    assert load(file.parent).report.render() == ""


def test_the_historical_template_ends_as_it_did() -> None:
    assert run(["history", str(SCENARIOS / "_templates" / "historical")]).code == 0


def test_mini_has_two_issues_and_one_round_and_bilateral_more() -> None:
    mini, bilateral = (load(SCENARIOS / "_templates" / name).scenario for name in ("mini", "bilateral"))
    assert mini is not None
    assert bilateral is not None
    assert (len(mini.issues), len(mini.rounds), mini.declaration) == (2, 1, None)
    assert (len(bilateral.rounds), len(bilateral.events), len(bilateral.decisions)) == (3, 1, 1)
    assert any(delegation.ad_referendum for delegation in bilateral.rounds[0].delegations)


@pytest.mark.parametrize(
    "name", ["", "Ours", "our talks", "../ours", "a/b", "-x", "con", "two-towns", "x" * 61]
)
def test_a_name_that_cannot_be_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "-o", str(tmp_path), "--", name]).code == 2
    assert "error T2" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours").mkdir()
    assert run(["new", "ours", "-o", str(tmp_path)]).code == 2
    assert "error T23" in capsys.readouterr().err
    assert list((tmp_path / "ours").iterdir()) == []


def test_a_rename_is_told_and_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    file = begun("ours", "mini", tmp_path, SCENARIOS)
    before = file.read_bytes()
    tried = run(["rename", "option", "cost.halves", "both_pay", str(file.parent), "--dry-run"])
    assert tried.code == 0
    assert "would be called cost.both_pay in 7 places" in tried.text
    assert file.read_bytes() == before
    assert "in 7 places" in run(["rename", "option", "cost.halves", "both_pay", str(file.parent)]).text
    assert run(["check", str(file.parent)]).code == 0
    assert run(["rename", "option", "cost.both_pay", "halves", str(file.parent)]).code == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("issue", "tolls", "x"), "T25"),
        (("issue", "cost", "toll"), "T30"),
        (("issue", "cost", "slot"), "T29"),
        (("issue", "cost", "The Cost"), "T28"),
        (("issue", "cost", "cost"), "T27"),
        (("party", "hill", "note"), "T32"),
    ],
)
def test_what_cannot_be_renamed_is_said(
    words: tuple[str, ...], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = begun("ours", "historical", tmp_path, SCENARIOS)
    before = file.read_bytes()
    assert run(["rename", *words, str(file.parent)]).code == 2
    assert f"error {code}" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_scenario_with_errors_is_not_renamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = begun("ours", "mini", tmp_path, SCENARIOS)
    file.write_text(file.read_text("utf-8").replace("start: 5", "start: 50", 1), "utf-8")
    assert run(["rename", "issue", "cost", "price", str(file.parent)]).code == 2
    said = capsys.readouterr().err
    assert "N105" in said
    assert "error T24" in said


def test_diff_says_what_differs_and_exits_by_it(tmp_path: Path) -> None:
    one = begun("ours", "mini", tmp_path / "one", SCENARIOS)
    other = begun("ours", "mini", tmp_path / "other", SCENARIOS)
    other.write_text(one.read_text("utf-8"), "utf-8")
    names = [str(one.parent), str(other.parent)]
    assert run(["diff", *names]).code == 0
    other.write_text(one.read_text("utf-8").replace("dale_pays: 40", "dale_pays: 45"), "utf-8")
    told = run(["diff", *names])
    assert told.code == 1
    assert told.text.splitlines() == ["points", "  ~ hill.cost.dale_pays: 40 -> 45", "1 difference."]
    (entry,) = json.loads(run(["diff", *names, "--json"]).text)
    assert entry == {"change": "changed", "path": "points.hill.cost.dale_pays", "old": "40", "new": "45"}


def test_a_scenario_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "two-towns", "three-towns"]).code == 2
    assert "error T01" in capsys.readouterr().err
    assert run(["upgrade", "three-towns"]).code == 2


def test_schema_and_reference_are_written(tmp_path: Path) -> None:
    assert run(["schema", "-o", str(tmp_path / "s.json")]).code == 0
    assert json.loads((tmp_path / "s.json").read_text("utf-8"))["$defs"]["meter"]["required"]
    assert run(["reference", "-o", str(tmp_path / "R.md")]).code == 0
    assert (tmp_path / "R.md").read_bytes() == (SCENARIOS / "REFERENCE.md").read_bytes()


def test_what_is_of_this_format_is_left_alone(tmp_path: Path) -> None:
    file = begun("ours", "mini", tmp_path, SCENARIOS)
    before = file.read_bytes()
    assert "Nothing to do" in run(["upgrade", str(file)]).text
    assert file.read_bytes() == before


def older(tmp_path: Path) -> Path:
    """A scenario of a format that never was, in which a purpose stood for a summary."""
    file = begun("ours", "mini", tmp_path, SCENARIOS)
    text = file.read_text("utf-8").replace("format: 1\n", "format: 0  # from the desk\n")
    file.write_text(text.replace("  summary: ", "  purpose: "), "utf-8")
    return file


STEPS = {0: lambda text: text.replace("  purpose: ", "  summary: ")}


def test_an_older_format_is_brought_to_this_one_with_its_comments(world: World, tmp_path: Path) -> None:
    file = older(tmp_path)
    before = file.read_bytes()
    assert load(file.parent).report.has_errors
    assert upgrade(world, str(file.parent), dry_run=True, steps=STEPS) == 0
    assert file.read_bytes() == before
    assert upgrade(world, str(file.parent), dry_run=False, steps=STEPS) == 0
    assert load(file.parent).report.render() == ""
    assert "format: 1  # from the desk\n" in file.read_text("utf-8")


def test_several_steps_follow_each_other(world: World, tmp_path: Path) -> None:
    file = older(tmp_path)
    steps = {**STEPS, 1: lambda text: text + "# two\n", 2: lambda text: text + "# three\n"}
    assert upgrade(world, str(file), dry_run=False, steps=steps, to=3) == 0
    assert file.read_text("utf-8").endswith("# two\n# three\n")
    assert "\nformat: 3 " in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "code"),
    [("format: 2", "T35"), ("format: 0", "T36"), ("form: 1", "T34"), ("format: one", "T34")],
)
def test_what_cannot_be_upgraded_is_said(first: str, code: str, world: World, tmp_path: Path) -> None:
    file = begun("ours", "mini", tmp_path, SCENARIOS)
    file.write_text(file.read_text("utf-8").replace("\nformat: 1\n", f"\n{first}\n"), "utf-8")
    before = file.read_bytes()
    with pytest.raises(Trouble, match=code):
        upgrade(world, str(file), dry_run=False)
    assert file.read_bytes() == before
