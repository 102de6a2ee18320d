"""Plans of legal moves that reach the endings of The Deletion, one for each but history's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import Accept, Act, Decide, Draw, Hold, PartyMove, Propose, Sign, WalkOut
from game.rules.package import Package
from game.rules.scenario import NATURE, NOBODY, Scenario
from game.rules.state import Outcome, State, to_move

USSR, JAPAN = 0, 1
RECORDS = 200

Deal = Mapping[str, str]
Doing = tuple[str, Deal | None]
"""What a party does in a turn: a word and a package; actions leave the turn open."""

AS_IT_STOOD: Deal = {
    "islands": "two_after",
    "okinawa": "clause_out",
    "rest": "silent",
    "letters": "stand",
    "missing": "tracing",
    "un": "in_text",
    "world": "out",
    "trade": "protocol",
}
SWEETENED = {"letters": "published", "un": "no_link", "missing": "joint"}
FIRST = {**AS_IT_STOOD, "islands": "nothing"}
WORDS = {**AS_IT_STOOD, "rest": "words"}
OKINAWA = {**WORDS, **SWEETENED, "okinawa": "clause_in"}
FINAL = {**AS_IT_STOOD, "rest": "final", "letters": "lapse"}
OTHER = {**AS_IT_STOOD, **SWEETENED}


@dataclass(frozen=True)
class Plan:
    """What each party does at each meeting, turn by turn; it holds where nothing is said."""

    japan: Mapping[str, tuple[Doing, ...]] = field(default_factory=dict)
    ussr: Mapping[str, tuple[Doing, ...]] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    draw: str = "stay"


def early(deal: Deal, *, alone: bool = True, ask: bool = True, **choices: str) -> Plan:
    """Return the plan that closes `deal` on the morning of the 17th and signs that evening."""
    own: tuple[Doing, ...] = (("propose", deal),)
    return Plan(
        japan={
            "morning_17": (("decide_alone", deal), *own) if alone else own,
            "evening_17": (("sign", None),),
        },
        ussr={
            "october_16": (("consult_presidium", deal),) if ask else (),
            "morning_17": (("accept", None),),
            "evening_17": (("sign", None),),
        },
        choices=choices,
    )


def late(days: Mapping[str, tuple[Doing, ...]], theirs: Mapping[str, tuple[Doing, ...]]) -> Plan:
    """Return a plan in which the Presidium, in great hurry, has let islands and words stand together."""
    return Plan(japan=days, ussr={"afternoon_18": (("consult_presidium", WORDS),), **theirs})


PLANS = {
    "silent_letters_closed": early(AS_IT_STOOD),
    "letters_on_their_own": early(AS_IT_STOOD, publish_letters="on_our_own"),
    "disputed_at_once": early(
        AS_IT_STOOD, publish_letters="on_our_own", answer_publication="note_of_protest"
    ),
    "other_declaration": early(OTHER),
    "first_solution": early({**FIRST, "rest": "words", **SWEETENED}, ask=False),
    "okinawa_stands": early(OKINAWA, ask=False),
    "closed_for_good": early(FINAL),
    "refused_in_tokyo": early(FIRST, ask=False),
    "words_stand": late(
        {"evening_18": (("propose", WORDS),), "october_19": (("sign", None),)},
        {"evening_18": (("accept", None),), "october_19": (("sign", None),)},
    ),
    "refused_in_moscow": late(
        {"october_19": (("propose", WORDS), ("propose", {**WORDS, "un": "no_link"}), ("sign", None))},
        {"october_19": (("propose", {"trade": "protocol"}), ("accept", None), ("sign", None))},
    ),
    "left_for_warsaw": Plan(draw="leave"),
    "suspended": Plan(),
    "walked_out": Plan(japan={"morning_17": (("walk_out", None),)}),
    "broken_off": Plan(
        japan={"october_16": (("threaten_japan", None),)},
        ussr={"october_16": (("threaten_ussr", None),)},
    ),
}


def played(scenario: Scenario, plan: Plan) -> tuple[Outcome, list[tuple[int, PartyMove]]]:
    """Return how `plan` ends, and the moves of the parties that led there."""
    made_so_far: list[tuple[int, PartyMove]] = []
    state = open_negotiation(scenario).state
    queues = {
        JAPAN: {k: list(v) for k, v in plan.japan.items()},
        USSR: {k: list(v) for k, v in plan.ussr.items()},
    }
    for ply in range(RECORDS):
        due = automatic(scenario, state, 0, 0, ply)
        if due is not None:
            author, move = due
            if author == NATURE and isinstance(move, Draw):
                ids = [outcome.id for outcome in scenario.events[move.event].outcomes]
                move = Draw(move.event, ids.index(plan.draw))
            state = apply(scenario, state, author, move).state
            continue
        party = to_move(state)
        if party == NOBODY:
            assert state.outcome is not None
            return state.outcome, made_so_far
        slot = scenario.rounds[state.round].slots[state.slot].id
        made = chosen(scenario, state, party, queues[party].get(slot, []), plan)
        assert refusal(scenario, state, party, made) is None, (slot, party, made)
        state = apply(scenario, state, party, made).state
        made_so_far.append((party, made))
    raise AssertionError(f"does not end within {RECORDS} records")


def chosen(scenario: Scenario, state: State, party: int, queue: list[Doing], plan: Plan) -> PartyMove:
    if state.pending[party]:
        decision = state.pending[party][0]
        return Decide(decision, choice_of(scenario, decision, plan))
    if not queue:
        return Hold()
    word, deal = queue.pop(0)
    package = None if deal is None else scenario.package(**deal)
    return move_of(scenario, word, package)


def choice_of(scenario: Scenario, decision: int, plan: Plan) -> int:
    item = scenario.decisions[decision]
    wanted = plan.choices.get(item.id)
    for index, choice in enumerate(item.choices):
        if choice.id == wanted or (wanted is None and choice.when is None and choice.runs is None):
            return index
    raise AssertionError(f"{item.id} has no such choice: {wanted}")


def move_of(scenario: Scenario, word: str, package: Package | None) -> PartyMove:
    if word == "propose":
        assert package is not None
        return Propose((package,))
    table: dict[str, PartyMove] = {"accept": Accept(), "sign": Sign(), "walk_out": WalkOut()}
    if word in table:
        return table[word]
    return Act(next(i for i, action in enumerate(scenario.actions) if action.id == word), package=package)
