"""The answer to "why?": summands, orders, meters and reasons as lines with the basis of each number.

Everything comes in as data from the rules; nothing is worked out again here. The lines run from the
result to its summands and down to the source or the openly marked assumption.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.rules.delegations import delegation
from game.rules.happenings import MeterChanged
from game.rules.home import standing
from game.rules.package import Package, decided
from game.rules.reasoned import (
    alone_reasoned,
    lead_reasoned,
    points_reasoned,
    reservation_reasoned,
    support_reasoned,
)
from game.rules.reasons import Because, Reasoned
from game.rules.refusals import Refusal, Why
from game.rules.scenario import ActionKind, Basis, Level, Order, Scenario
from game.rules.state import State
from game.rules.utility import batna
from game.text.wording import Wording, capital

Lines = tuple[str, ...]

LATEST = 5
"""Changes of a meter that are told one by one."""

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


def term_lines(wording: Wording, reasoned: Reasoned) -> Lines:
    """Return the terms of a value as lines with their amounts, then what they rest on.

    Questions on which every option is worth the same say nothing and are left out, as are terms of nothing
    but the first of a support.
    """
    based = [_term(wording, term) for term in reasoned.terms if _is_told(wording.scenario, reasoned, term)]
    return tuple(_with_bases(wording, based))


def _is_told(scenario: Scenario, reasoned: Reasoned, term: Because) -> bool:
    if term.what == "option" and len(term.at) == 2:
        return any(any(table[term.at[0]]) for table in scenario.points)
    return bool(term.amount) or reasoned.of != "support" or term.what == "start"


def _term(wording: Wording, term: Because) -> _Based:
    match term.what:
        case "linkage":
            line = wording.say("why.linkage", why=_why(wording, term.words), n=term.amount)
            return _Based(line, wording.say("why.linkage_subject"), term.basis)
        case "option":
            line = wording.say("why.term", what=capital(wording.item(*term.at)), n=term.amount)
            return _Based(line, wording.issue(term.at[0]), term.basis)
        case "start" | "signature":
            what = wording.say(f"why.{term.what}")
        case _:
            what = _why(wording, term.words)
    return _Based(wording.say("why.term", what=capital(what), n=term.amount), what, term.basis)


def point_lines(wording: Wording, state: State, party: int, package: Package) -> Lines:
    """Explain what a package is worth to a party and how that stands to having no agreement."""
    worth = points_reasoned(wording.scenario, party, package)
    without = reservation_reasoned(wording.scenario, state, party)
    lead = lead_reasoned(worth, without)
    return (
        wording.say("why.points_total", n=worth.value),
        *term_lines(wording, worth),
        wording.say("why.reservation_total", n=without.value),
        wording.say("why.above" if lead.value >= 0 else "why.below", n=abs(lead.value)),
    )


def reservation_lines(wording: Wording, state: State, party: int) -> Lines:
    """Explain what having no agreement is worth to a party now, with its course of action in words."""
    scenario = wording.scenario
    without = reservation_reasoned(scenario, state, party)
    return (
        wording.say("why.batna", batna=batna(scenario, state, party).strip()),
        wording.say("why.reservation_total", n=without.value),
        *term_lines(wording, without),
    )


def support_lines(wording: Wording, state: State, constituency: int, package: Package) -> Lines:
    """Explain how a constituency stands to a package: its support, summand by summand."""
    item = wording.scenario.constituencies[constituency]
    level = support_reasoned(wording.scenario, state, constituency, package)
    stands = wording.standing(standing(wording.scenario, constituency, level.value))
    return (
        wording.say("why.support_total", who=capital(item.label), standing=stands, n=level.value),
        wording.say("why.thresholds", for_at=item.carries_at, against_at=item.blocks_at),
        *term_lines(wording, level),
    )


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
        if home.unity is None:
            lines.append(say("ways.alone_free"))
        else:
            cost = alone_reasoned(scenario, state, party, orders).value
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
    """Explain a meter: its level, what it means, its last changes with their causes, the earlier in one."""
    item = wording.scenario.meters[meter]
    lines = [wording.say("why.meter", meter=capital(item.label), n=state.meters[meter], start=item.start)]
    if item.note.strip():
        lines.append(item.note.strip())
    own = [change for change in changes if change.meter == meter]
    earlier = own[:-LATEST]
    for change in own[-LATEST:]:
        lines += wording.happening(change)
    if earlier:
        lines.append(wording.say("why.earlier", n=earlier[-1].after - earlier[0].before))
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
