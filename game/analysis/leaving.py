"""In which ways the rounds that may be reached may be left: for other rounds or for an ending."""

from collections.abc import Iterator

from game.analysis.reach import Moment, Reach
from game.analysis.things import Kind, Thing
from game.rules.scenario import END, RoundKind, Scenario, Signs, Trigger


def leave(reach: Reach) -> None:
    """Leave the rounds kept in every way that may be, for other rounds or for an ending."""
    scenario = reach.scenario
    for index in sorted(reach.rounds):
        for trigger in _triggers(reach, index):
            reach.ended.add((index, trigger))
            for edge in scenario.protocol.get((index, trigger), ()):
                moments = reach.moments({index})
                if not reach.may(edge.guard, moments):
                    continue
                if edge.target == END:
                    _end(reach, trigger, moments)
                else:
                    reach.rounds.add(edge.target)
                if not reach.may_fail(edge.guard, moments):
                    break


def _triggers(reach: Reach, index: int) -> Iterator[Trigger]:
    scenario = reach.scenario
    here = scenario.rounds[index]
    if here.kind is RoundKind.RATIFICATION:
        yield from (Trigger.RATIFIED, Trigger.REFUSED)
    else:
        yield Trigger.DEADLINE
        if any(slot.exchanges for slot in here.slots):
            yield Trigger.WALK_OUT
            if may_sign(scenario, index) and any(reach.agreed):
                yield Trigger.CONCLUDED
        if reach.meters[scenario.conduct.meter][0] <= scenario.conduct.breaks_at:
            yield Trigger.BREAKDOWN
    if reach.breaks:
        yield Trigger.BREAKDOWN


def may_sign(scenario: Scenario, round_: int) -> bool:
    """Say whether in a round both parties may have somebody with powers to sign."""
    speak = [(party, each) for party, each in enumerate(scenario.rounds[round_].delegations)]
    speak += [(sent.party, sent.delegation) for sent in scenario.delegates]
    return {party for party, each in speak if each.signs is not Signs.NONE} == {0, 1}


def _end(reach: Reach, trigger: Trigger, moments: list[Moment]) -> None:
    for index, ending in enumerate(reach.scenario.endings):
        if trigger in ending.after and reach.may(ending.when, moments):
            reach.met.add(Thing(Kind.ENDING, index))
            if not reach.may_fail(ending.when, moments):
                return  # it stands before all that follow in the file
