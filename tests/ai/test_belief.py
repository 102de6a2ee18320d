from dataclasses import replace

from game.ai.belief import Belief, belief_of
from game.ai.bot import keyed
from game.rules.apply import open_negotiation
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Scenario
from game.rules.state import Known, KnownKind
from game.rules.view import PartyView, view_for

DRAW = keyed(1, 0, 0, 0)


def opening(scenario: Scenario, party: int = 0) -> PartyView:
    return view_for(scenario, open_negotiation(scenario).state, party)


def only(scenario: Scenario, issue: int, option: int) -> Package:
    return tuple(option if i == issue else OPEN for i in range(len(scenario.issues)))


def test_a_step_towards_them_is_taken_to_please_them(deletion: Scenario):
    """The direction of every ladder is known: option 0 is party 0's ideal."""
    for party in (0, 1):
        belief = belief_of(opening(deletion, party), (), DRAW)
        for issue, item in enumerate(deletion.issues):
            worths = [belief.worth(deletion, only(deletion, issue, o)) for o in range(len(item.options))]
            if item.ordered:
                assert worths == sorted(worths, reverse=party == 1)


def test_what_sounding_out_told_replaces_the_guess(deletion: Scenario):
    view = opening(deletion)
    some, much, most = deletion.conduct.bands
    for low, high, middle in ((0, 0, some * 50), (1, 2, (some + most) * 50), (2, 2, (much + most) * 50)):
        learnt = (Known(KnownKind.BAND, 0, low, high), Known(KnownKind.INTEREST, 1))
        told = replace(view, state=replace(view.state, known=(learnt, ())))
        assert belief_of(told, (), DRAW).weights[0] == max(400, middle)


def test_what_they_insist_on_weighs_more_than_what_they_gave_up(deletion: Scenario):
    last = len(deletion.issues[0].options) - 1
    kept = belief_of(opening(deletion), (only(deletion, 0, last),), DRAW)
    gave = belief_of(opening(deletion), (only(deletion, 0, 0),), DRAW)
    assert kept.weights[0] > gave.weights[0]
    assert kept.weights[1] == gave.weights[1]


def test_giving_more_than_they_ask_buys_little(deletion: Scenario):
    asked = only(deletion, 0, 1)
    belief = Belief(0, tuple(1000 for _ in deletion.issues), (asked,))
    steps = [belief.worth(deletion, only(deletion, 0, option)) for option in range(3)]
    assert steps[1] - steps[0] > 3 * (steps[2] - steps[1]) > 0


def test_the_most_like_their_offer_is_their_offer(deletion: Scenario):
    theirs = tuple(len(issue.options) - 1 for issue in deletion.issues)
    belief = Belief(0, tuple(1000 for _ in deletion.issues), (theirs,))
    best = belief.likeness(deletion, theirs)
    for issue in range(len(deletion.issues)):
        assert belief.likeness(deletion, tuple(0 if i == issue else o for i, o in enumerate(theirs))) <= best
    assert belief.likeness(deletion, empty(len(deletion.issues))) == 0


def test_first_guesses_are_drawn_once_a_game(deletion: Scenario):
    view = opening(deletion)
    assert belief_of(view, (), keyed(1, 0, 0, 0)) == belief_of(view, (), keyed(1, 0, 30, 0))
    assert belief_of(view, (), keyed(1, 0, 0, 0)) != belief_of(view, (), keyed(2, 0, 0, 0))
