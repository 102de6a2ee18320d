from game.analysis.course import concessions, offers
from game.rules.moves import Accept, Hold, Propose, Reject
from tests.analysis.games import TARN, VALE, lively, played, talk

BASE = lively()


def test_a_concession_is_the_drop_in_the_points_of_ones_own_offer() -> None:
    game = played(
        BASE,
        (VALE, Propose((talk(ferry=0, dues=0),))),
        (TARN, Hold()),
        (VALE, Propose((talk(ferry=1, dues=1),))),
        (TARN, Hold()),
        (VALE, Propose((talk(ferry=0, dues=1),))),
    )
    assert concessions(BASE, game, VALE) == (30, -15)
    assert [made.step for made in offers(BASE, game, VALE)] == [1, 3, 5]
    assert [made.rungs for made in offers(BASE, game, VALE)] == [None, 2, -1]


def test_an_issue_that_one_of_the_offers_leaves_open_is_no_concession() -> None:
    game = played(
        BASE,
        (VALE, Propose((talk(ferry=0),))),
        (TARN, Hold()),
        (VALE, Propose((talk(ferry=0, dues=1),))),
    )
    assert concessions(BASE, game, VALE) == (0,)


def test_of_alternatives_the_one_that_gives_most_counts_from_the_nearest_before_it() -> None:
    game = played(
        BASE,
        (VALE, Propose((talk(ferry=0, dues=0), talk(ferry=1, dues=0)))),
        (TARN, Hold()),
        (VALE, Propose((talk(ferry=0, dues=0), talk(ferry=1, dues=1)))),
    )
    assert concessions(BASE, game, VALE) == (15,)


def test_offers_are_laid_upon_what_stood_agreed() -> None:
    game = played(
        BASE,
        (VALE, Propose((talk(ferry=1),))),
        (TARN, Accept()),
        (VALE, Propose((talk(dues=1),))),
        (TARN, Reject()),
    )
    assert offers(BASE, game, VALE)[1].packages == ((1, -1, 1, 1, 1, 1, 1),)


def test_each_party_has_its_own_course() -> None:
    game = played(BASE, (VALE, Propose((talk(ferry=1),))), (TARN, Propose((talk(ferry=2),))))
    assert [made.party for made in offers(BASE, game, TARN)] == [TARN]
    assert offers(BASE, game, TARN)[0].concession is None
