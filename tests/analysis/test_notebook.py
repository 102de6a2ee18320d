"""The notebook's marks: bounded, indifferent to what does not matter, right where reckoned by hand."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.analysis.notebook import BANDS, Belief, Guess, Marked, Nearness, latest, marked, written
from game.rules.moves import Act, Hold, Propose
from game.rules.scenario import Scenario
from game.rules.utility import weight_band
from tests.analysis.games import SOUND, TARN, VALE, WHY, lively, played, talk
from tests.rules.drafting import DUES, FERRY, PILOTS

BASE = lively()
FAIR = talk(1, 1, 1)
BARGAINED = (FERRY, PILOTS, DUES)
ENTRIES = st.lists(
    st.builds(
        Guess,
        step=st.integers(0, 6),
        issue=st.sampled_from(BARGAINED),
        band=st.none() | st.integers(0, BANDS - 1),
        words=st.sampled_from(("", "quiet", "quay")),
    ),
    max_size=8,
).map(tuple)
TALKS = ((VALE, Propose((FAIR,))), (TARN, Hold()))


def mark(*guesses: Guess, party: int = VALE, base: Scenario = BASE, moves: object = TALKS) -> Marked:
    return marked(base, played(base, *moves), party, guesses)  # type: ignore[misc]


def truth(issue: int, party: int = VALE) -> int:
    return weight_band(BASE, 1 - party, issue)


@given(ENTRIES)
def test_the_score_is_a_percentage_and_only_there_where_something_was_guessed(
    guesses: tuple[Guess, ...],
) -> None:
    found = mark(*guesses)
    named = {each.issue for each in guesses if (latest(guesses, each.issue) or each).band is not None}
    assert {each.issue for each in found.beliefs} == named
    assert (found.score is None) is (not named)
    assert found.score is None or 0 <= found.score <= 100
    assert sum(found.count(each) for each in Nearness) == len(named)


@given(ENTRIES)
def test_the_score_is_the_mean_of_one_less_the_miss_over_three(guesses: tuple[Guess, ...]) -> None:
    found = mark(*guesses)
    if found.beliefs:
        shares = [1 - abs(each.band - truth(each.issue)) / (BANDS - 1) for each in found.beliefs]
        assert found.score is not None
        assert abs(found.score - 100 * sum(shares) / len(shares)) <= 0.5 + 1e-9
        worst = max(each.miss for each in found.beliefs)
        assert (found.widest is None) is (worst == 0)
        assert found.widest is None or found.widest.miss == worst


@given(ENTRIES, st.sampled_from(BARGAINED))
def test_a_guess_nearer_the_truth_never_scores_less(guesses: tuple[Guess, ...], issue: int) -> None:
    scores = []
    for band in sorted(range(BANDS), key=lambda each: -abs(each - truth(issue))):
        score = mark(*guesses, Guess(6, issue, band)).score
        assert score is not None
        scores.append(score)
    assert scores == sorted(scores)


@given(ENTRIES)
def test_all_right_is_a_hundred(guesses: tuple[Guess, ...]) -> None:
    right = tuple(replace(each, band=truth(each.issue)) for each in guesses)
    assert mark(*right).score == (100 if right else None)


@given(ENTRIES)
def test_only_the_other_sides_points_are_the_truth(guesses: tuple[Guess, ...]) -> None:
    mine = tuple(tuple(0 for _ in values) for values in BASE.points[VALE])
    other = replace(BASE, points=(mine, BASE.points[TARN]))
    assert mark(*guesses).beliefs == mark(*guesses, base=other).beliefs


@given(ENTRIES)
def test_what_is_written_last_is_believed_and_a_move_holds_one_entry_a_question(
    entries: tuple[Guess, ...],
) -> None:
    book: tuple[Guess, ...] = ()
    for each in sorted(entries, key=lambda entry: entry.step):
        book = written(book, each)
        found = latest(book, each.issue)
        told = (None, "") if found is None else (found.band, found.words)
        assert told == (each.band, each.words)
    places = [(each.step, each.issue) for each in book]
    assert len(places) == len(set(places))
    for issue in BARGAINED:
        told = [(each.band, each.words) for each in book if each.issue == issue]
        assert all(one != other for one, other in pairwise(told))


def only(found: Marked) -> Belief:
    (belief,) = found.beliefs
    return belief


def test_the_truth_rests_on_the_spread_between_their_best_and_their_worst() -> None:
    belief = only(mark(Guess(0, FERRY, 0)))
    assert (belief.spread, belief.truth) == (40, truth(FERRY))


def test_a_guess_made_after_a_sounding_that_named_it_was_told() -> None:
    sounded = ((VALE, Act(SOUND, FERRY)), (VALE, Hold()), (TARN, Hold()))
    first = only(mark(Guess(0, FERRY, truth(FERRY)), moves=sounded))
    assert [each.step for each in first.soundings] == [1]
    assert first.told is None
    assert only(mark(Guess(1, FERRY, truth(FERRY)), moves=sounded)).told == first.soundings[0]
    far = (truth(FERRY) + 2) % BANDS
    assert only(mark(Guess(1, FERRY, far), moves=sounded)).told is None
    assert only(mark(Guess(1, DUES, truth(DUES)), moves=sounded)).told is None
    assert only(mark(Guess(1, FERRY, truth(FERRY, TARN)), party=TARN, moves=sounded)).told is None


def test_words_alone_after_a_sounding_leave_the_guess_as_old_as_it_was() -> None:
    sounded = ((VALE, Act(SOUND, FERRY)), (VALE, Hold()), (TARN, Hold()))
    band = truth(FERRY)
    belief = only(mark(Guess(0, FERRY, band), Guess(2, FERRY, band, "calm"), moves=sounded))
    assert (belief.since, belief.told) == (0, None)
    again = only(mark(Guess(0, FERRY, 0), Guess(2, FERRY, 3), moves=sounded))
    assert again.since == 2


def test_a_belief_names_what_was_asked_and_what_they_had_offered_by_then() -> None:
    moves = (
        (VALE, Act(WHY, DUES)),
        (VALE, Hold()),
        (TARN, Propose((talk(dues=1),))),
        (VALE, Hold()),
        (TARN, Propose((talk(dues=2),))),
    )
    early, late = (only(mark(Guess(step, DUES, 1), moves=moves)) for step in (3, 5))
    assert early.asked == late.asked == (1,)
    assert (early.offered, late.offered) == ((3,), (3, 5))
    assert only(mark(Guess(5, FERRY, 1), moves=moves)).offered == ()
