"""Talks that cannot come to anything: no text to sign, nothing to do, a home that says no, as diagnostics."""

from game.analysis.carrying import is_asked, none_carried
from game.analysis.common_ground import hardest_to_please
from game.analysis.dominated import dominated
from game.analysis.guards import Ladders, Role
from game.analysis.texts import (
    Unsigned,
    opened_by_effects,
    rounds_after,
    signing_rounds,
    text_with,
    why_unsigned,
)
from game.analysis.things import Kind, Thing
from game.content import codes
from game.desk.proof import Proof
from game.rules.package import OPEN
from game.rules.scenario import ActionKind, RoundKind

_ASKS = frozenset((ActionKind.ASK_HOME, ActionKind.ASK_WHY, ActionKind.SOUND_OUT, ActionKind.DECIDE_ALONE))
"""Actions that prepare what is done at the table."""


def tell_stalled(proof: Proof) -> None:
    """Warn of what keeps the talks from coming to an agreement, and of options that nobody would choose."""
    _issues(proof)
    _options(proof)
    _rounds(proof)
    _homes(proof)
    hardest = hardest_to_please(proof.reach)
    if hardest is not None:
        proof.add(codes.N513, proof.reading.at("home", proof.scenario.parties[hardest].id))
    for issue, option, other in dominated(proof.reach):
        name, better = _name(proof, issue, option), _name(proof, issue, other)
        proof.add(codes.N534, proof.reading.at("option", name), option=name, other=better)


def _name(proof: Proof, issue: int, option: int) -> str:
    each = proof.scenario.issues[issue]
    return f"{each.id}.{each.options[option].id}"


def _issues(proof: Proof) -> None:
    """Warn of issues that are never on the table; of those that must be, an error tells."""
    scenario = proof.scenario
    for index, issue in enumerate(scenario.issues):
        open_ = scenario.opening.agreed[index] == OPEN
        if open_ and index not in proof.reach.opened and index not in scenario.requires:
            proof.add(codes.N529, proof.reading.at("issue", issue.id), issue=issue.id)


def _options(proof: Proof) -> None:
    """Warn of options that can stand in no text, whatever the mandates say."""
    scenario, reach = proof.scenario, proof.reach
    options = [sorted(each, key=OPEN.__eq__) for each in Ladders(reach).tabled()]
    for index in scenario.requires:
        options[index] = [option for option in options[index] if option != OPEN] or options[index]
    hopeless = {guard.option for guard, (_, ever) in proof.judged if guard.role is Role.NEED and not ever}
    for issue in sorted(reach.opened):
        for option in range(len(scenario.issues[issue].options)):
            try:
                text = text_with(scenario, [*options[:issue], [option], *options[issue + 1 :]])
            except LookupError:
                continue
            if text is None:
                name = _name(proof, issue, option)
                alone = (issue, option) in hopeless
                reason = "what it needs is never so" if alone else "what it needs excludes it in its turn"
                proof.add(codes.N523, proof.reading.at("option", name), option=name, reason=reason)


def _rounds(proof: Proof) -> None:
    scenario, reach = proof.scenario, proof.reach
    signing = signing_rounds(reach)
    spoken = sorted({index for index, _ in reach.moments(spoken=True)})
    talks = [index for index in spoken if scenario.rounds[index].kind is RoundKind.TALKS]
    if talks and not signing:
        proof.add(codes.N536, proof.reading.at("round", scenario.rounds[talks[-1]].id))
    for index in signing:
        why = why_unsigned(reach, index)
        if why is not None:
            id = scenario.rounds[index].id
            proof.add(codes.N531, proof.reading.at("round", id), round=id, reason=_unsigned(proof, why))
    for index in talks:
        if index not in signing and not _may_do_something(proof, index):
            id = scenario.rounds[index].id
            proof.add(codes.N530, proof.reading.at("round", id), round=id)
    opened = opened_by_effects(scenario)
    for index in sorted(reach.rounds):
        here = scenario.rounds[index]
        after = {issue for each in rounds_after(scenario, index) for issue in scenario.rounds[each].agenda}
        for issue in sorted(here.reopens - here.agenda - after - opened):
            where = proof.reading.at("round", here.id)
            proof.add(codes.N540, where, issue=scenario.issues[issue].id)


def _unsigned(proof: Proof, why: Unsigned) -> str:
    """Return the reason in words; a sentence repeats only short ones."""
    if why.issue < 0:
        return "no text that holds together has all that is required"
    required = f"'{proof.scenario.issues[why.issue].id}' is required, and"
    if why.party >= 0:
        return f"{required} '{proof.scenario.parties[why.party].id}' may not sign it"
    return f"{required} {'not yet on any agenda' if why.untabled else 'no option of it can be agreed'}"


def _may_do_something(proof: Proof, index: int) -> bool:
    """Say whether in a round in which nobody signs anything may be offered, done or decided."""
    scenario, reach = proof.scenario, proof.reach
    agenda = scenario.rounds[index].agenda | opened_by_effects(scenario)
    if any(reach.offered[party][issue] for party in (0, 1) for issue in agenda):
        return True
    here = reach.moments({index}, spoken=True)
    later = any(scenario.rounds[each].kind is RoundKind.TALKS for each in rounds_after(scenario, index))
    for number, action in enumerate(scenario.actions):
        taken = any(Thing(Kind.ACTION, number, party) in reach.met for party in (0, 1))
        if taken and (later or action.kind not in _ASKS) and reach.may(action.when, here):
            return True
    return any(
        Thing(Kind.DECISION, number) in reach.met
        and (decision.when is None or reach.may(decision.when, reach.moments({index})))
        for number, decision in enumerate(scenario.decisions)
    )


def _homes(proof: Proof) -> None:
    """Warn of homes that could carry nothing; of one without votes enough an error tells."""
    asked = [party for party in (0, 1) if is_asked(proof.reach, party)]
    hopeless = [party for party in asked if none_carried(proof.reach, [party])]
    for party in hopeless:
        id = proof.scenario.parties[party].id
        proof.add(codes.N532, proof.reading.at("home", id), party=id)
    if len(asked) > 1 and not hopeless and none_carried(proof.reach, asked):
        proof.add(codes.N533, proof.reading.at("home", proof.scenario.parties[0].id))
