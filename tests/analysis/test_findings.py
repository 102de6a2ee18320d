import pytest

from game.analysis.findings import PointsFinding, findings, points_finding, possible, text_finding
from game.rules.moves import Accept, Move, Propose, Sign, WalkOut
from game.rules.package import Package
from game.rules.transcript import Replay
from tests.analysis.games import TARN, VALE, lively, moment, played, talk

BASE = lively()


def signed(package: Package) -> Replay:
    moves: tuple[tuple[int, Move], ...] = (
        (VALE, Propose((package,))),
        (TARN, Accept()),
        (VALE, Sign()),
        (TARN, Sign()),
    )
    return played(BASE, *moves)


def test_what_could_have_been_had_is_what_both_homes_carry_over_the_bargained_issues() -> None:
    found = possible(BASE, moment(BASE))
    assert len(found) == 3 * 3 * 4 - 3 * 3
    assert all(point.package[2] != 3 and point.package[3:] == (1, 1, 1, 1) for point in found)


def test_points_are_measured_from_having_no_agreement_and_from_the_best_to_be_had() -> None:
    game = signed(talk(1, 1, 2))
    found = points_finding(BASE, game, VALE)
    assert found == PointsFinding(points=45, reservation=30, best=50, left=5, efficient=False)
    assert (found.surplus, found.share_percent) == (15, 75)


def test_nothing_is_left_on_the_table_by_an_efficient_package() -> None:
    for party in (VALE, TARN):
        found = points_finding(BASE, signed(talk(1, 1, 1)), party)
        assert (found.surplus, found.share_percent, found.left, found.efficient) == (20, 100, 0, True)


def test_a_share_is_rounded_to_the_nearest_percent() -> None:
    assert PointsFinding(60, 10, 73, 0, efficient=False).share_percent == 79
    assert PointsFinding(57, 42, 78, 0, efficient=False).share_percent == 42
    assert PointsFinding(72, 10, 73, 0, efficient=False).share_percent == 98
    assert PointsFinding(49, 42, 78, 0, efficient=False).share_percent == 19


def test_where_nothing_could_be_had_there_is_no_share() -> None:
    assert PointsFinding(30, 30, None, 0, efficient=False).share_percent is None
    assert PointsFinding(30, 30, 30, 0, efficient=False).share_percent is None


def test_without_an_agreement_the_surplus_is_nothing_and_the_table_is_full() -> None:
    game = played(BASE, (VALE, WalkOut()))
    found = points_finding(BASE, game, VALE)
    assert (found.surplus, found.share_percent, found.left, found.efficient) == (0, 0, 20, False)
    assert text_finding(BASE, game).same == 0


def test_the_text_is_set_beside_the_declaration() -> None:
    found = findings(BASE, signed(talk(1, 1, 2)), VALE)
    assert (found.text.same, found.text.articles, found.text.is_history) == (3, 3, True)
    assert len(found.process) == 8


def test_a_game_that_goes_on_has_no_results() -> None:
    with pytest.raises(ValueError, match="over"):
        findings(BASE, played(BASE, (VALE, Propose((talk(ferry=1),)))), VALE)
