"""`report`: one page of a class or a game, made of the saves and nothing else."""

import json
import re
from pathlib import Path

import pytest

from game.content.load import load, load_sources
from game.desk.declared import DECLARED, declared_file, read_declared
from game.report.contrast import Ground, common_moves, contrast, family
from game.report.tables import Reader
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.session.saves import saves_in
from tests.report.classes import SAY, checked, copied, play_bots, reported, taken_apart
from tests.session.tables import random_moves, saved_table
from tests.terminal.playing import PORTS, run


def test_every_table_is_on_the_chart_in_the_grid_and_in_a_family(page: Path) -> None:
    found = taken_apart(page)
    standing = [value for name, value in found.attributes if name == "data-of"]
    assert standing.count("standing") == 8
    for letter in "ABCDEFGH":
        assert f"Table {letter}" in found.text
    heads = ("All tables on one chart", "article by article", "What they came to", "Two tables to compare")
    assert all(head in found.text for head in heads)


def test_the_same_folder_gives_the_same_bytes(eight: Path, page: Path, tmp_path: Path) -> None:
    """Neither the order of files nor their times nor their names are in a page without names."""
    again = tmp_path / "again"
    again.mkdir()
    for number, save in enumerate(sorted(saves_in(eight), reverse=True)):
        (again / f"{number}.negotiation.jsonl").write_bytes(save.read_bytes())
    assert reported(again, tmp_path / "again.html").code == 0
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_a_page_asks_for_nothing_and_runs_nothing(page: Path) -> None:
    found = taken_apart(page)
    assert not {"script", "img", "iframe", "link", "object", "embed", "a", "form", "base"} & {*found.tags}
    names = {name for name, _ in found.attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "href", "srcset", "style")}
    assert not re.search(r"url\(|@import|https?:", page.read_text("utf-8"))


def test_equal_games_are_said_to_be_equal(tmp_path: Path) -> None:
    folder = tmp_path / "same"
    folder.mkdir()
    for machine in range(8):
        play_bots(folder, 3, ("linear", "linear"), wall=f"noon, machine {machine}")
    assert reported(folder, tmp_path / "same.html").code == 0
    text = taken_apart(tmp_path / "same.html").text
    assert "made the same moves and came to the same" in text
    assert "went together longer" not in text
    assert "nearest texts" not in text
    assert checked(folder, tmp_path / "same.html").code == 0


def test_the_two_to_compare_ended_differently_and_no_such_pair_shares_more(eight: Path) -> None:
    tables = Reader(SAY).folder(eight, names=False).tables
    found = contrast(tables)
    assert found.ground in (Ground.BEGINNING, Ground.TEXTS)
    one, other = found.pair
    assert family(one) != family(other)
    if found.ground is Ground.BEGINNING:
        unlike = [(a, b) for a in tables for b in tables if family(a) != family(b)]
        assert found.common == max(common_moves(a, b) for a, b in unlike)
    assert contrast(tables[:1]).ground is Ground.ALONE


def test_names_are_written_only_where_they_are_asked_for(
    ports: Scenario, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    play_bots(folder, 1)
    (save,) = saves_in(folder)
    save.rename(folder / "Anna and Boris.negotiation.jsonl")
    (folder / "Cleo.negotiation.jsonl").write_bytes(b"no save")
    assert reported(folder, tmp_path / "letters.html").code == 1
    assert "Table A: Anna and Boris" in capsys.readouterr().err  # for whoever keeps the key
    letters = (tmp_path / "letters.html").read_text("utf-8")
    assert not re.search("Anna|Boris|Cleo", letters)
    assert reported(folder, tmp_path / "names.html", "--with-names").code == 1
    text = taken_apart(tmp_path / "names.html").text
    assert "Anna and Boris" in text
    assert "Cleo" in text


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_names_and_words_of_strangers_stay_text(
    ports: Scenario, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    files = load(PORTS).kept
    table = saved_table(ports, folder, files, seed=2)
    random_moves(table.session, 2, limit=400)
    assert table.session.state.outcome is not None
    table.session.close()
    (save,) = saves_in(folder)
    named = folder / "=HYPERLINK(1) \u202etxt.lmth <b>x<b>.negotiation.jsonl"
    save.rename(named)
    kept = {"most": "dues", "locked": True, "prediction": 90, "ticket": [HOSTILE, "\u202eturned", "=1+1"]}
    kept["notebook"] = [{"move": 0, "issue": "dues", "band": "most", "words": HOSTILE}]
    beside = named.with_name(named.name.replace(".negotiation.jsonl", ".plan.json"))
    beside.write_text(json.dumps({"vale": kept, "tarn": ["no object"]}), "utf-8")
    for what, name in ((folder, "class.html"), (named, "game.html")):
        capsys.readouterr()
        assert reported(what, tmp_path / name, "--with-names").code == 0, capsys.readouterr().err
        raw, found = (tmp_path / name).read_text("utf-8"), taken_apart(tmp_path / name)
        assert not {"script", "img"} & {*found.tags}
        assert not any(attribute.startswith("on") for attribute, _ in found.attributes)
        assert "\u202e" not in raw
        assert "=HYPERLINK(1) txt.lmth <b>x<b>" in found.text
        assert checked(what, tmp_path / name).code == 0
    assert HOSTILE in taken_apart(tmp_path / "game.html").text


def test_damaged_and_unfinished_games_are_listed_and_the_rest_told(
    eight: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied(eight, tmp_path / "class")
    torn, twice, *_ = sorted(saves_in(folder), key=lambda save: -save.stat().st_size)
    body = torn.read_bytes().splitlines(keepends=True)
    torn.write_bytes(b"".join(body[:-2]) + body[-1][:20])
    (folder / "copy.negotiation.jsonl").write_bytes(twice.read_bytes())
    (folder / "empty.negotiation.jsonl").write_bytes(b"")
    (folder / f"bad{DECLARED}").write_bytes(b'{"format": 1}')
    assert reported(folder, tmp_path / "page.html", "--with-names").code == 1
    text = taken_apart(tmp_path / "page.html").text
    assert "7 tables" in text
    listed = text.partition("Not in this report")[2]
    assert torn.name in listed
    assert "the talks are not over" in listed
    assert "cut off while it was being written" in listed
    assert "counts once" in listed
    assert "empty.negotiation.jsonl" in listed
    assert "an agreement needs 'scenario'" in listed
    assert capsys.readouterr().err.count("Not in the report") == 4
    assert checked(folder, tmp_path / "page.html").code == 0


def test_a_folder_without_games_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(tmp_path)]).code == 2
    assert capsys.readouterr().err.startswith("error T61")


def test_more_tables_than_columns_share_the_columns_evenly(deletion: Scenario, tmp_path: Path) -> None:
    for number in range(9):
        package = deletion.historical_package() if number < 8 else (OPEN,) * len(deletion.issues)
        (tmp_path / f"{number}{DECLARED}").write_bytes(declared_file(deletion, f"{number}", package))
    assert reported(tmp_path, tmp_path / "page.html").code == 0
    text = taken_apart(tmp_path / "page.html").text
    asked = sum(each.count("Article 9") for each in deletion.dossier.questions)
    assert text.count("Article 9") - asked == 2
    assert text.count("= same") == 8 * 12
    assert checked(tmp_path, tmp_path / "page.html").code == 0


def test_an_agreement_on_paper_stands_where_the_same_agreement_played_stands(
    eight: Path, tmp_path: Path
) -> None:
    tables = [each for each in Reader(SAY).folder(eight, names=False).tables if each.signed]
    assert tables
    folder = copied(eight, tmp_path / "class")
    for number, table in enumerate(tables):
        path = folder / f"team {number}{DECLARED}"
        path.write_bytes(declared_file(table.scenario, f"team {number}", table.package))
        found = read_declared(path, lambda id, print, table=table: table.scenario)
        assert (found.package, found.team) == (table.package, f"team {number}")
    both = Reader(SAY).folder(folder, names=True).tables
    papers = {each.package: each for each in both if each.course is None}
    assert len([each for each in both if each.course is None]) == len(tables)
    for table in tables:
        assert papers[table.package].standing == table.standing
        assert papers[table.package].verdicts == table.verdicts
    assert reported(folder, tmp_path / "page.html").code == 0
    assert checked(folder, tmp_path / "page.html").code == 0
    assert "agreed on paper" in taken_apart(tmp_path / "page.html").text


def test_paper_alone_needs_the_version_that_it_was_made_for(deletion: Scenario, tmp_path: Path) -> None:
    package = deletion.historical_package()
    good, none, old = (tmp_path / f"{name}{DECLARED}" for name in ("good", "none", "old"))
    good.write_bytes(declared_file(deletion, "us", package))
    none.write_bytes(declared_file(deletion, "they", (OPEN,) * len(package)))
    old.write_bytes(good.read_bytes().replace(deletion.fingerprint.encode(), b"0" * 64))
    found = Reader(SAY).folder(tmp_path, names=True)
    assert [each.label for each in found.tables] == ["A: us", "B: they"]
    assert [each.signed for each in found.tables] == [True, False]
    assert [each.file for each in found.left_out] == [old.name]
    assert "version" in found.left_out[0].why


def test_tables_of_another_version_are_told_by_themselves_and_why(tmp_path: Path) -> None:
    now = load("warm-up")
    later = load_sources({name: f"{text}\n# changed" for name, text in now.sources.items()})
    for seed, version in enumerate((now, now, later)):
        assert version.scenario is not None, version.report.render()
        table = saved_table(version.scenario, tmp_path, version.kept, seed=seed)
        random_moves(table.session, seed, limit=400)
        table.session.close()
    assert reported(tmp_path, tmp_path / "two.html").code == 0
    found = taken_apart(tmp_path / "two.html")
    assert found.tags.count("h1") == 2
    assert found.text.count("played another version") == 1
    assert checked(tmp_path, tmp_path / "two.html").code == 0


AGREED = ("choir propose friday=choir_has heating=choir_pays linked", "players accept")


@pytest.mark.parametrize(
    ("begins", "asked", "not_asked"),
    [((), "closed first", "Who waited"), (AGREED, "Who waited for whom", "closed first")],
    ids=["open", "agreed"],
)
def test_time_that_ran_out_asks_for_what_was_lacking(
    begins: tuple[str, ...], asked: str, not_asked: str, tmp_path: Path
) -> None:
    """What to close first is asked where something was open, and who should have signed where nothing was."""
    warm_up = load("warm-up")
    assert warm_up.scenario is not None
    table = saved_table(warm_up.scenario, tmp_path, warm_up.kept)
    for line in begins:
        table.make(line)
    while table.session.state.outcome is None:
        table.make(f"{warm_up.scenario.parties[to_move(table.session.state)].id} hold")
    table.session.close()
    assert reported(tmp_path, tmp_path / "page.html").code == 0
    text = taken_apart(tmp_path / "page.html").text
    assert asked in text
    assert not_asked not in text
    assert checked(tmp_path, tmp_path / "page.html").code == 0
