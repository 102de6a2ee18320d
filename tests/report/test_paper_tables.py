"""Tables that played on paper lie where the digital games of the same deals lie, with the same verdicts."""

from pathlib import Path

from game.desk.keeping import keep_declared
from game.report.tables import Reader
from game.rules.package import OPEN
from tests.report.classes import SAY, checked, play_bots, reported, taken_apart

TEN = 10


def test_ten_agreements_on_paper_stand_where_the_same_deals_of_games_stand(tmp_path: Path) -> None:
    games, papers = tmp_path / "games", tmp_path / "papers"
    games.mkdir()
    papers.mkdir()
    for seed in range(TEN + 4):  # not every game comes to a text
        play_bots(games, seed, ("linear", "linear"), scenario="two-towns")
    digital = [each for each in Reader(SAY).folder(games, names=True).tables if each.signed][:TEN]
    assert len(digital) == TEN
    assert len({each.package for each in digital}) > 1, "different deals, or nothing is tested"
    for table in digital:
        scenario = table.scenario
        ticked = tuple(
            OPEN if option == before else option
            for option, before in zip(table.package, scenario.opening.agreed, strict=True)
        )  # nobody ticks what stood agreed before
        keep_declared(SAY, papers, scenario, f"Team {table.key}", ticked)
    found = Reader(SAY).folder(papers, names=True)
    assert found.left_out == ()
    assert [each.package for each in found.tables] == [each.package for each in digital]
    assert [each.standing for each in found.tables] == [each.standing for each in digital]
    assert [each.verdicts for each in found.tables] == [each.verdicts for each in digital]
    page = tmp_path / "class.html"
    assert reported(papers, page).code == 0
    standing = [value for name, value in taken_apart(page).attributes if name == "data-of"]
    assert standing.count("standing") == TEN
    assert checked(papers, page).code == 0
