"""Every fact, refusal and move becomes a sentence with the scenario's names in it."""

import typing
from dataclasses import replace

import pytest

from game.ai.bot import Ground
from game.rules import happenings as fact
from game.rules import moves as made
from game.rules.apply import open_negotiation
from game.rules.happenings import Happening
from game.rules.package import Package
from game.rules.refusals import Refusal, Why
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Level, Scenario, Trigger
from game.rules.state import Known, KnownKind, Offer, Outcome, Question, QuestionKind, Standing, Tally
from game.text.catalogue import Catalogue
from game.text.wording import Wording

NOTHING = -1


@pytest.fixture
def wording(say: Catalogue, ports: Scenario) -> Wording:
    return Wording(say, ports, 0)


def package(ports: Scenario) -> Package:
    return ports.package(ferry="weekly", dues="half")


def facts(ports: Scenario) -> list[Happening]:
    """Return at least one happening of every type, each of its branches among them."""
    offer = Offer((package(ports), ports.package(ferry="daily")), True, True, "Take it.", 0, 0)
    asked = Question(0, QuestionKind.PERMISSION, package(ports), 1)
    confirmed = Question(0, QuestionKind.CONFIRMATION, package(ports), 2)
    tally = Tally(0, ((0, Standing.AGAINST, 1), (1, Standing.FOR, 9)), 3, 4, False, (0,))
    outcome = Outcome(Trigger.WALK_OUT, 0, (NOTHING,) * 4, False, False, (0, 0), (0, 0))
    sound = next(i for i, action in enumerate(ports.actions) if action.footprint)
    seen, drawn = 0, next(i for i, event in enumerate(ports.events) if event.outcomes)
    felt = next(i for i, event in enumerate(ports.events) if event.footprint)
    return [
        fact.OfferTabled(0, offer),
        fact.OfferTabled(1, replace(offer, packages=offer.packages[:1], linked=False, words="")),
        fact.OfferAccepted(0, 1, (0,), True),
        fact.OfferAccepted(1, 0, (), False),
        fact.OfferRejected(1, "Too little."),
        fact.OfferFell(0, True),
        fact.OfferFell(1, False),
        fact.Held(0, "We wait."),
        fact.Held(1, "", True),
        fact.IssueClosed(0, 1),
        fact.IssueReopened(0, 1),
        fact.IssueReopened(-1, 1),
        fact.AgendaChanged(1, True),
        fact.AgendaChanged(1, False),
        fact.DelegateChanged(0, -1),
        fact.DelegateChanged(1, 0),
        fact.ActionTaken(0, 0, None, package(ports)),
        fact.ActionTaken(1, 0, 1, None),
        fact.ActionFelt(1, sound, 1),
        fact.ActionFelt(1, sound, None),
        fact.DecisionPut(0, 0),
        fact.DecisionTaken(0, 0, 1),
        fact.SignedBy(0),
        fact.SignatureCleared(1),
        fact.WalkedOut(1),
        *(fact.MeterChanged(0, 5, after, "better_offer") for after in (4, 5, 6)),
        *(fact.MeterChanged(0, 5, 4, cause) for cause in fact.CAUSES),
        fact.MeterChanged(0, 5, 4, ""),
        fact.MeterChanged(0, 5, 6, f"action:{ports.actions[0].id}"),
        fact.MeterChanged(0, 5, 6, f"event:{ports.events[0].id}"),
        fact.MeterChanged(0, 5, 6, f"decision:{ports.decisions[0].id}"),
        fact.FlagChanged(0, True),
        fact.FlagChanged(0, False),
        fact.OrderChanged(0, int(Level.FREE), "home"),
        fact.OrderChanged(2, int(Level.NEVER), "alone"),
        fact.ReservationMoved(0, 2),
        fact.ReservationMoved(1, -1),
        fact.EventHappened(seen),
        fact.EventFelt(felt),
        fact.Drawn(drawn, 0),
        fact.Learnt(0, Known(KnownKind.BAND, 0, 2, 3, 1)),
        fact.Learnt(0, Known(KnownKind.INTEREST, 0)),
        fact.DocumentCited(0, 0, False),
        fact.DocumentCited(1, 0, True),
        fact.DocumentPublished(0),
        fact.HomeAsked(asked),
        fact.HomeAsked(confirmed),
        *(fact.HomeAnswered(each, yes) for each in (asked, confirmed) for yes in (True, False)),
        fact.Disowned(1, (0, 1)),
        fact.SlotOpened(0, 1),
        fact.RoundEntered(1),
        fact.Concluded(package(ports)),
        fact.Voted(tally),
        fact.Announced("Ten minutes."),
        fact.Ended(outcome),
    ]


def test_every_kind_of_happening_is_told(wording: Wording, ports: Scenario) -> None:
    told = facts(ports)
    assert {type(each) for each in told} == set(typing.get_args(Happening))
    for each in told:
        lines = wording.happening(each)
        assert lines, each
        assert all(line.strip() == line and line[0].upper() == line[0] for line in lines), each


def test_a_happening_is_told_to_you_or_of_them(say: Catalogue, ports: Scenario) -> None:
    held = fact.Held(0, "")
    you, they = Wording(say, ports, 0), Wording(say, ports, 1)
    assert you.happening(held)[0].startswith("You hold")
    assert they.happening(held)[0].startswith(f"The {ports.parties[0].adjective} delegation holds")
    assert you.happening(fact.Held(1, "")) != they.happening(fact.Held(1, ""))


def test_what_left_no_trace_is_not_told(wording: Wording, ports: Scenario) -> None:
    silent = next(i for i, event in enumerate(ports.events) if not event.footprint)
    assert wording.happening(fact.EventFelt(silent)) == ()


@pytest.mark.parametrize("why", list(Why))
def test_every_refusal_has_its_own_sentence(wording: Wording, ports: Scenario, why: Why) -> None:
    issue, option, need = next(
        (i, o, 0)
        for i, each in enumerate(ports.issues)
        for o, possible in enumerate(each.options)
        if possible.needs
    )
    refusal = Refusal(why, issue, option, need, orders=(0,), issues=(issue,))
    said = wording.refusal(refusal)
    others = {wording.refusal(replace(refusal, why=each)) for each in Why if each is not why}
    assert said.endswith((".", "?"))
    assert said not in others


def test_a_refusal_for_an_order_quotes_the_order(wording: Wording, ports: Scenario) -> None:
    said = wording.refusal(Refusal(Why.BEYOND_MANDATE, 0, 2, orders=(0,)))
    assert ports.orders[0].sentence in said


def test_a_refusal_for_a_need_quotes_its_sentence(wording: Wording, ports: Scenario) -> None:
    for i, issue in enumerate(ports.issues):
        for o, option in enumerate(issue.options):
            for n, need in enumerate(option.needs):
                assert need.sentence in wording.refusal(Refusal(Why.NEEDS, i, o, n))


def test_a_closed_choice_says_why_its_move_is_refused(wording: Wording) -> None:
    root = Refusal(Why.NOTHING_TABLED)
    said = wording.refusal(Refusal(Why.CHOICE_CLOSED, because=root))
    assert wording.refusal(root) in said


def test_every_kind_of_move_is_told(wording: Wording, ports: Scenario) -> None:
    moves: list[made.Move] = [
        made.Propose((package(ports),)),
        made.Propose((package(ports),), linked=True),
        made.Accept(),
        made.Accept(1, (0,)),
        made.Reject(),
        made.Hold(),
        made.Reopen(0),
        made.Act(0),
        made.Act(0, 1),
        made.Decide(0, 0),
        made.Sign(),
        made.WalkOut(),
        made.Draw(0, 0),
        made.Expire(),
        made.Answer(0, True),
        made.Answer(0, False),
        made.Vote(1),
        made.Inject(0),
        made.Broadcast("Ten minutes."),
        made.Pause(),
        made.Resume(),
    ]
    assert {type(move) for move in moves} == set(typing.get_args(made.Move))
    for move in moves:
        for author in (0, 1, NATURE, HOME, INSTRUCTOR):
            assert wording.move(author, move)[0].isupper()


@pytest.mark.parametrize("ground", list(Ground))
def test_every_reason_of_a_bot_is_told_or_kept_on_purpose(wording: Wording, ground: Ground) -> None:
    said = [wording.reason(ground.value), wording.reason(ground.value, 0), wording.reason(ground.value, 0, 0)]
    secret = ground in (Ground.CARD, Ground.WIDENING, Ground.AWAITING_HOME)
    assert all(bool(each) is not secret for each in said)


def test_bands_widen_in_words(wording: Wording) -> None:
    assert wording.band(2, 2) == "much"
    assert wording.band(2, 3) == "somewhere between much and the most"
    assert [wording.room(room) for room in (-1, 0, 1, 2)] == [
        wording.say(f"room.{name}") for name in ("unknown", "free", "ask", "closed")
    ]


def test_every_level_standing_and_place_has_a_word(wording: Wording, ports: Scenario) -> None:
    assert len({wording.level(level) for level in Level}) == len(Level)
    assert len({wording.standing(standing) for standing in Standing}) == len(Standing)
    assert [wording.whom(author) for author in (0, 1)] == ["you", "the Tarnish delegation"]


def test_the_opening_of_a_real_game_is_told(say: Catalogue, deletion: Scenario) -> None:
    lines = [
        line
        for happening in open_negotiation(deletion).happenings
        for line in Wording(say, deletion, 1).happening(happening)
    ]
    assert lines
