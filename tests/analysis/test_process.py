import pytest

from game.analysis.process import Line, Mark, process
from game.rules.moves import Accept, Act, Answer, Hold, Move, Propose, Sign, WalkOut
from game.rules.scenario import HOME, Scenario
from tests.analysis.games import (
    ALONE,
    CITE,
    COUNTER,
    HOME_ASKED,
    SOUND,
    TARN,
    VALE,
    WHY,
    lively,
    played,
    talk,
)
from tests.rules.drafting import DUES, FERRY, PILOTS

BASE = lively()
FIRM, FAIR = talk(0, 1, 0), talk(1, 1, 1)


def mark(line: Line, *moves: tuple[int, Move], party: int = VALE, base: Scenario = BASE) -> Mark:
    marks = process(base, played(base, *moves), party)
    assert [each.line for each in marks] == list(Line)
    return next(each for each in marks if each.line is line)


def test_the_alternative_is_kept_by_offering_and_signing_nothing_worth_less() -> None:
    found = mark(Line.ALTERNATIVE, (VALE, Propose((FIRM,))), (TARN, Hold()), (VALE, Propose((FAIR,))))
    assert found == Mark(Line.ALTERNATIVE, 2, (1, 3))


def test_a_whole_offer_worth_less_than_no_agreement_costs_a_point() -> None:
    below = talk(1, 1, 3)
    found = mark(Line.ALTERNATIVE, (VALE, Propose((below,))), (TARN, Hold()), (VALE, Propose((FAIR,))))
    assert found == Mark(Line.ALTERNATIVE, 1, (1,))


def test_an_unfinished_offer_is_not_held_against_the_alternative() -> None:
    assert mark(Line.ALTERNATIVE, (VALE, Propose((talk(ferry=1),)))).score == 2


def test_signing_less_than_no_agreement_costs_both_points() -> None:
    below = talk(1, 1, 3)
    moves = ((VALE, Propose((below,))), (TARN, Accept()), (VALE, Sign()), (TARN, Sign()))
    assert mark(Line.ALTERNATIVE, *moves) == Mark(Line.ALTERNATIVE, 0, (1, 4))


def test_a_party_that_offered_and_signed_nothing_showed_no_alternative() -> None:
    assert mark(Line.ALTERNATIVE, (VALE, WalkOut())) == Mark(Line.ALTERNATIVE, 0, ())


def test_each_question_asked_why_counts_once() -> None:
    asked = (VALE, Act(WHY, FERRY)), (VALE, Hold()), (TARN, Propose((FIRM,)))
    assert mark(Line.ASKED_WHY, *asked) == Mark(Line.ASKED_WHY, 1, (1,))
    assert mark(Line.ASKED_WHY, *asked, (VALE, Act(WHY, DUES))) == Mark(Line.ASKED_WHY, 2, (1, 4))
    assert mark(Line.ASKED_WHY, *asked, party=TARN).score == 0


def test_an_offer_that_only_gives_is_no_trade() -> None:
    moves = (VALE, Propose((FIRM,))), (TARN, Hold()), (VALE, Propose((FAIR,)))
    assert mark(Line.TRADED, *moves) == Mark(Line.TRADED, 0, ())


def test_an_offer_that_gives_on_one_issue_and_takes_on_another_trades() -> None:
    moves = (VALE, Propose((talk(0, 1, 1),))), (TARN, Hold()), (VALE, Propose((talk(1, 1, 0),)))
    assert mark(Line.TRADED, *moves) == Mark(Line.TRADED, 1, (3,))


def test_a_trade_that_is_signed_counts_twice() -> None:
    moves = (VALE, Propose((talk(0, 1, 1),))), (TARN, Hold()), (VALE, Propose((talk(1, 1, 0),)))
    found = mark(Line.TRADED, *moves, (TARN, Accept()), (VALE, Sign()), (TARN, Sign()))
    assert found == Mark(Line.TRADED, 2, (3,))


def test_orders_kept_count_in_full() -> None:
    assert mark(Line.MANDATE, (VALE, Propose((FAIR,)))) == Mark(Line.MANDATE, 2, ())


def test_orders_widened_alone_count_in_full_and_are_shown() -> None:
    moves = (VALE, Act(ALONE, package=talk(ferry=2))), (VALE, Propose((talk(ferry=2),)))
    assert mark(Line.MANDATE, *moves) == Mark(Line.MANDATE, 2, (1,))
    assert mark(Line.MANDATE, *moves, party=TARN) == Mark(Line.MANDATE, 2, ())


def test_overruling_a_no_from_home_costs_a_point() -> None:
    moves = (
        (VALE, Act(HOME_ASKED, package=talk(ferry=2, dues=3))),
        (VALE, Hold()),
        (TARN, Hold()),
        (HOME, Answer(VALE, yes=False)),
        (VALE, Act(ALONE, package=talk(ferry=2))),
    )
    assert mark(Line.MANDATE, *moves) == Mark(Line.MANDATE, 1, (5,))


def test_what_home_disowns_costs_a_point() -> None:
    moves = (
        (VALE, Propose((talk(2, 1, 3),), ad_referendum=True)),
        (TARN, Accept()),
        (VALE, Hold()),
        (TARN, Hold()),
        (HOME, Answer(VALE, yes=False)),
    )
    assert mark(Line.MANDATE, *moves) == Mark(Line.MANDATE, 1, (5,))


def test_sounding_out_before_the_first_offer_counts_in_full() -> None:
    early = mark(Line.THEIR_HOME, (VALE, Act(SOUND, FERRY)), (VALE, Propose((FIRM,))))
    assert early == Mark(Line.THEIR_HOME, 2, (1,))
    late = mark(Line.THEIR_HOME, (VALE, Propose((FIRM,))), (TARN, Hold()), (VALE, Act(SOUND, FERRY)))
    assert late == Mark(Line.THEIR_HOME, 1, (3,))
    assert mark(Line.THEIR_HOME, (VALE, Propose((FIRM,)))).score == 0


def test_a_document_used_and_one_answered_are_a_point_each() -> None:
    moves = (VALE, Act(CITE)), (VALE, Hold()), (TARN, Act(COUNTER))
    assert mark(Line.DOCUMENTS, *moves) == Mark(Line.DOCUMENTS, 1, (1,))
    assert mark(Line.DOCUMENTS, *moves, party=TARN) == Mark(Line.DOCUMENTS, 1, (3,))


def test_time_is_watched_by_closing_the_last_question_with_a_meeting_to_spare() -> None:
    closed = (VALE, Propose((FAIR,))), (TARN, Accept())
    assert mark(Line.TIME, *closed, (VALE, Sign()), (TARN, Sign())) == Mark(Line.TIME, 2, (2,))
    holds = tuple((party, Hold()) for _ in range(2) for party in (VALE, TARN))
    late = mark(Line.TIME, *holds, *closed, (VALE, Sign()), (TARN, Sign()))
    assert late == Mark(Line.TIME, 1, (6,))
    assert mark(Line.TIME, *closed) == Mark(Line.TIME, 0, ())


def test_wording_counts_in_full_where_every_question_was_tabled_or_asked_about() -> None:
    moves = (VALE, Propose((FAIR,))), (TARN, Accept()), (VALE, Sign()), (TARN, Sign())
    assert mark(Line.WORDING, *moves) == Mark(Line.WORDING, 2, (1,))
    # Tarn took over three questions that it had neither tabled nor asked about
    assert mark(Line.WORDING, *moves, party=TARN) == Mark(Line.WORDING, 0, (2,))


def test_a_few_questions_settled_unseen_cost_a_point() -> None:
    asked = (
        (VALE, Propose((FAIR,))),
        (TARN, Act(WHY, FERRY)),
        (TARN, Hold()),
        (VALE, Propose((FAIR,), linked=True)),
        (TARN, Act(SOUND, PILOTS)),
        (TARN, Accept()),
    )
    found = mark(Line.WORDING, *asked, (VALE, Sign()), (TARN, Sign()), party=TARN)
    assert found == Mark(Line.WORDING, 1, (6,))


def test_a_question_left_out_of_the_instrument_was_not_weighed() -> None:
    moves = (VALE, Propose((talk(1, -1, 1),))), (TARN, Accept()), (VALE, Sign()), (TARN, Sign())
    assert mark(Line.WORDING, *moves).score == 1


@pytest.mark.parametrize("party", [VALE, TARN])
def test_without_an_agreement_time_and_wording_have_nothing_to_show(party: int) -> None:
    marks = process(BASE, played(BASE, (VALE, WalkOut())), party)
    assert {each.score for each in marks if each.line in (Line.TIME, Line.WORDING)} == {0}
