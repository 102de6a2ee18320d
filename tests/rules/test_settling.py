"""What follows from a move comes to rest before time or place change; found by the second engine."""

from dataclasses import replace

from game.rules.apply import apply, open_negotiation
from game.rules.expressions import All, Comparison, Expression, FlagValue, Node, RoundCompare, SlotCompare
from game.rules.refusals import Why
from game.rules.scenario import Edge, EndTalks, Scenario, SetFlag, Trigger
from tests.rules.playing import parsed, played, refused
from tests.rules.test_endings import event, with_events

ENVOYS, HEADS = 0, 1


def flag(ports: Scenario, id: str) -> int:
    return next(i for i, item in enumerate(ports.flags) if item.id == id)


def condition(*trees: Node) -> Expression:
    return Expression.of("a condition", All(trees) if len(trees) > 1 else trees[0])


def test_a_round_is_left_only_when_no_event_follows_any_more(ports: Scenario) -> None:
    """An event woken by one further down happens where the talks ended, not in the next round.

    Source: negotiation-model section 2, "scanned in file order to a fixed point".
    """
    fog, toast = flag(ports, "fog_stays"), flag(ports, "toast_given")
    among_envoys = RoundCompare(Comparison.EQ, ENVOYS)
    scenario = with_events(
        ports,
        event("last_word", when=condition(FlagValue(fog), among_envoys)),
        event("quarrel", SetFlag(fog, value=True), EndTalks(), when=condition(FlagValue(toast))),
    )
    onward = {(ENVOYS, Trigger.BREAKDOWN): (Edge(None, HEADS),)}
    scenario = replace(scenario, protocol={**scenario.protocol, **onward})
    state = apply(scenario, played(scenario), *parsed(scenario, "vale act toast")).state
    assert state.round == HEADS
    assert state.fired[-2:] == (1, 1)


def test_a_meeting_for_decisions_only_passes_when_no_event_follows_any_more(ports: Scenario) -> None:
    """An event woken by one further down happens at that meeting."""
    rounds = list(ports.rounds)
    slots = rounds[ENVOYS].slots
    rounds[ENVOYS] = replace(rounds[ENVOYS], slots=(replace(slots[0], exchanges=0), slots[1]))
    monday = SlotCompare(Comparison.EQ, slots[0].ordinal)
    toast = flag(ports, "toast_given")
    scenario = replace(
        ports,
        rounds=tuple(rounds),
        events=(
            event("woken", when=condition(FlagValue(toast), monday)),
            event("waking", SetFlag(toast, value=True), when=condition(monday)),
        ),
    )
    state = open_negotiation(scenario).state
    assert state.slot == 1
    assert state.fired == (1, 1)


def test_a_question_may_be_sounded_as_often_as_the_author_says(ports: Scenario) -> None:
    """`times` counts per issue, and once is not the only number."""
    actions = tuple(replace(a, times=2) if a.id == "sound" else a for a in ports.actions)
    scenario = replace(ports, actions=actions)
    state = played(scenario, "vale act sound ferry", "vale propose ferry=none", "tarn hold")
    state = played(scenario, "vale act sound ferry", "vale propose dues=full", "tarn hold", start=state)
    found = refused(scenario, state, "vale act sound ferry")
    assert found is not None
    assert found.why is Why.ALREADY_KNOWN
    assert refused(scenario, state, "vale act sound dues") is None
