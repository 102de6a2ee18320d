"""The answer to "why?": summands, orders, meters and reasons as lines with the basis of each number.

Everything comes in as data from the rules; nothing is worked out again here. The lines run from the
result to its summands and down to the source or the openly marked assumption.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.rules.delegations import delegation
from game.rules.happenings import MeterChanged
from game.rules.home import signature_weight, standing, support, support_terms
from game.rules.package import Package, decided
from game.rules.refusals import Refusal, Why
from game.rules.scenario import ActionKind, Basis, Level, Order, Scenario
from game.rules.state import State
from game.rules.utility import PointTerm, batna, points, reservation, reservation_terms, terms
from game.text.wording import Wording, capital

Lines = tuple[str, ...]

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


def basis(wording: Wording, basis: Basis | None) -> str:
    """Return where a number comes from: the source with its title, or the assumption in words."""
    if basis is None:
        return ""
    if not basis.is_source:
        return wording.say("why.assumption", text=basis.text.strip())
    return wording.say("why.source", text=cited(wording.scenario, basis.text))


def cited(scenario: Scenario, text: str) -> str:
    """Return a citation with the title of every code in it written out.

    Several are parted by semicolons; what follows the code is a place within the source.
    """
    found = []
    for piece in (part.strip() for part in text.split(";")):
        code = _CODE.match(piece)
        title = scenario.sources.get(code.group()) if code else None
        found.append(f"{piece}, {title.strip()}" if title else piece)
    return "; ".join(piece for piece in found if piece)


@dataclass(frozen=True, slots=True)
class _Based:
    """A line and the basis that it rests on."""

    line: str
    subject: str
    basis: Basis | None


def _with_bases(wording: Wording, items: Iterable[_Based]) -> list[str]:
    """Return the lines, then each basis once with what rests on it: authors give one for many numbers."""
    items = tuple(items)
    lines = [item.line for item in items]
    bases = list(dict.fromkeys(item.basis for item in items if item.basis is not None))
    for each in bases:
        subjects = list(dict.fromkeys(item.subject for item in items if item.basis == each))
        lines.append(wording.say("why.rests", subjects=wording.listed(subjects), basis=basis(wording, each)))
    return lines


def point_lines(wording: Wording, state: State, party: int, package: Package) -> Lines:
    """Explain what a package is worth to a party and how that stands to having no agreement."""
    scenario = wording.scenario
    total = points(scenario, party, package)
    without = reservation(scenario, state, party)
    lines = [wording.say("why.points_total", n=total)]
    counted = (
        term
        for term in terms(scenario, party, package)
        if term.issue is None or any(scenario.points[party][term.issue])
    )
    lines += _with_bases(wording, (_point_line(wording, term) for term in counted))
    lines.append(wording.say("why.reservation_total", n=without))
    lines.append(wording.say("why.above" if total >= without else "why.below", n=abs(total - without)))
    return tuple(lines)


def _point_line(wording: Wording, term: PointTerm) -> _Based:
    if term.linkage is not None:
        linkage = wording.scenario.linkages[term.linkage]
        line = wording.say("why.linkage", why=linkage.why.strip().rstrip("."), n=term.points)
        return _Based(line, wording.say("why.linkage_subject"), term.basis)
    assert term.issue is not None, "a term without a linkage has an issue"
    assert term.option is not None, "a term with an issue has an option"
    line = wording.say("why.term", what=capital(wording.item(term.issue, term.option)), n=term.points)
    return _Based(line, wording.issue(term.issue), term.basis)


def reservation_lines(wording: Wording, state: State, party: int) -> Lines:
    """Explain what having no agreement is worth to a party now, with its course of action in words."""
    scenario = wording.scenario
    lines = [wording.say("why.batna", batna=batna(scenario, state, party).strip())]
    lines.append(wording.say("why.reservation_total", n=reservation(scenario, state, party)))
    lines += _with_bases(
        wording,
        (
            _Based(
                wording.say("why.term", what=capital(_why(wording, term.why)), n=term.amount),
                _why(wording, term.why),
                term.basis,
            )
            for term in reservation_terms(scenario, state, party)
        ),
    )
    return tuple(lines)


def support_lines(wording: Wording, state: State, constituency: int, package: Package) -> Lines:
    """Explain how a constituency stands to a package: its support, summand by summand."""
    scenario = wording.scenario
    item = scenario.constituencies[constituency]
    weight = signature_weight(scenario, state, item.party)
    level = support(scenario, state, constituency, package, weight)
    stands = wording.standing(standing(scenario, constituency, level))
    lines = [wording.say("why.support_total", who=capital(item.label), standing=stands, n=level)]
    lines.append(wording.say("why.thresholds", for_at=item.carries_at, against_at=item.blocks_at))
    summands = support_terms(scenario, state, constituency, package, weight)
    based = []
    for position, term in enumerate(summands):
        if term.term < 0:
            what = wording.say("why.start" if position == 0 else "why.signature")
        else:
            what = _why(wording, term.why)
        if term.amount or position == 0:
            based.append(_Based(wording.say("why.term", what=capital(what), n=term.amount), what, term.basis))
    return (*lines, *_with_bases(wording, based))


def _why(wording: Wording, why: str) -> str:
    return why.strip().rstrip(".") or wording.say("why.effects")


def order_lines(wording: Wording, state: State, orders: Sequence[int]) -> Lines:
    """Explain orders of a mandate: what each binds, its level now, its sentence and where it comes from."""
    lines = []
    for index in orders:
        order = wording.scenario.orders[index]
        level = wording.level(state.levels[index])
        lines.append(wording.say("why.order", order=capital(wording.order_name(index)), level=level))
        if order.issue is not None:  # else the sentence itself has named it
            lines.append(f"  {order.sentence.strip()}")
        lines.append(f"  {basis(wording, order.basis)}")
    return tuple(line for line in lines if line.strip())


def binding(scenario: Scenario, state: State, party: int) -> tuple[int, ...]:
    """Return the orders of a party that are not free now."""
    return tuple(
        index
        for index, order in enumerate(scenario.orders)
        if order.party == party and state.levels[index] != Level.FREE
    )


def orders_on(scenario: Scenario, party: int, issue: int) -> tuple[int, ...]:
    """Return the orders of a party that look at an issue."""

    def concerns(order: Order) -> bool:
        return order.issue == issue or issue in order.when.reads_issues()

    return tuple(
        index for index, order in enumerate(scenario.orders) if order.party == party and concerns(order)
    )


def ways_beyond(wording: Wording, state: State, party: int, orders: Sequence[int]) -> Lines:
    """Return the ways beyond these orders that are open in this round, each with its price.

    There are three: ask home first, decide alone with full powers, accept ad referendum. None of them
    leads beyond an order that says never.
    """
    scenario, say = wording.scenario, wording.say
    home, speaks = scenario.homes[party], delegation(scenario, state, party)
    if any(state.levels[order] == Level.NEVER for order in orders):
        return (say("ways.never"),)
    kinds = {action.kind for action in scenario.actions if action.party[party]}
    lines = []
    if ActionKind.ASK_HOME in kinds and is_answered_in_time(scenario, state, party):
        lines.append(say("ways.ask", home=home.name, n=home.asked_answers_in))
    elif ActionKind.ASK_HOME in kinds:
        lines.append(say("ways.ask_late", home=home.name))
    if ActionKind.DECIDE_ALONE in kinds and speaks.alone:
        after_no = state.no_from_home[party]
        cost = (home.alone_cost_after_no if after_no else home.alone_cost) * max(1, len(orders))
        if home.unity is None:
            lines.append(say("ways.alone_free"))
        else:
            lines.append(say("ways.alone", meter=scenario.meters[home.unity].label, n=cost))
    if speaks.ad_referendum:
        meter = scenario.meters[scenario.conduct.meter].label
        cost = abs(scenario.conduct.disowned_add)
        lines.append(say("ways.referendum", home=home.name, meter=meter, cost=cost, n=home.answers_in))
    return tuple(lines) or (say("ways.none"),)


def refusal_lines(wording: Wording, state: State, party: int, refusal: Refusal) -> Lines:
    """Explain a refusal: its sentence and, where a mandate stands in the way, the ways beyond it."""
    root = refusal.because if refusal.because is not None else refusal
    lines = (wording.refusal(refusal),)
    if root.why is Why.BEYOND_MANDATE:
        return (*lines, *ways_beyond(wording, state, party, root.orders))
    return lines


def is_answered_in_time(scenario: Scenario, state: State, party: int) -> bool:
    """Say whether home, asked now, would answer before the last meeting of the round is over."""
    left = len(scenario.rounds[state.round].slots) - state.slot - 1
    return scenario.homes[party].asked_answers_in <= left


def meter_lines(wording: Wording, state: State, meter: int, changes: Sequence[MeterChanged]) -> Lines:
    """Explain a meter: its level, what it means, its last changes with their causes."""
    item = wording.scenario.meters[meter]
    lines = [wording.say("why.meter", meter=capital(item.label), n=state.meters[meter], start=item.start)]
    if item.note.strip():
        lines.append(item.note.strip())
    for change in [change for change in changes if change.meter == meter][-5:]:
        lines += wording.happening(change)
    lines.append(basis(wording, item.basis))
    return tuple(line for line in lines if line)


def issue_lines(wording: Wording, issue: int) -> Lines:
    """Explain an issue: its question, its options with what each means and on what evidence it stands."""
    item = wording.scenario.issues[issue]
    lines = [wording.say("why.issue", issue=capital(item.label), question=item.question.strip())]
    for option in item.options:
        note = f" {option.note.strip()}" if option.note.strip() else ""
        lines.append(wording.say("why.option", option=capital(option.label), note=note).rstrip())
        if option.hypothetical:
            lines.append("  " + wording.say("why.hypothetical"))
        elif option.evidence:
            lines.append("  " + wording.say("why.source", text=cited(wording.scenario, option.evidence)))
        lines += [f"  {need.sentence.strip()}" for need in option.needs]
    return tuple(lines)


def point_ladder(wording: Wording, party: int, issue: int) -> Lines:
    """Explain what every option of an issue is worth to a party."""
    scenario = wording.scenario
    lines = [
        wording.say("why.term", what=option.label, n=worth)
        for option, worth in zip(scenario.issues[issue].options, scenario.points[party][issue], strict=True)
    ]
    lines.append(basis(wording, scenario.points_basis[party][issue]))
    return tuple(line for line in lines if line)


def undecided(wording: Wording, package: Package) -> str:
    """Return the labels of the issues that a package leaves open, as a list; "" where there are none."""
    taken = {issue for issue, _ in decided(package)}
    left = [item.label for index, item in enumerate(wording.scenario.issues) if index not in taken]
    return wording.listed(left) if left else ""
