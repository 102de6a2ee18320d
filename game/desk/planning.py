"""Who at home could live with a draft, and which one change would turn those who could not.

From a party's own view alone: it reckons with its own constituencies, in the state that it knows now.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.desk.homefront import home_lines
from game.rules.home import signature_weight, support_terms, tally
from game.rules.mandate import needs_failed, orders_broken
from game.rules.package import OPEN, Package, merged
from game.rules.state import Standing, Tally
from game.rules.utility import Contribution
from game.rules.view import PartyView
from game.text.wording import Wording, capital

_RANK = {Standing.AGAINST: 0, Standing.AWAY: 1, Standing.FOR: 2}


@dataclass(frozen=True, slots=True)
class Change:
    """One question of a draft answered otherwise: one rung up or down its ladder, any other option where
    it has none, any option where it is open."""

    issue: int
    option: int
    package: Package  # the draft with it
    tally: Tally  # how the own home would vote then
    orders: tuple[int, ...]  # of the own mandate, that the draft keeps and this goes beyond


@dataclass(frozen=True, slots=True)
class Turn:
    """A change under which a constituency would stand better than it does."""

    change: Change
    standing: Standing


@dataclass(frozen=True, slots=True)
class Stand:
    """How a constituency stands to the draft, for what reasons, and what would turn it."""

    constituency: int
    standing: Standing
    support: int  # 0 to 10
    terms: tuple[Contribution, ...]  # what the support sums from, before it is kept within its range
    blocks: bool  # whether home does not carry the draft for its sake
    turns: tuple[Turn, ...]  # empty where it is for the draft


@dataclass(frozen=True, slots=True)
class Prospect:
    """What the own home makes of a draft: everybody's stand, and the steps that decide over it."""

    package: Package  # the draft laid upon what is agreed
    tally: Tally
    stands: tuple[Stand, ...]
    gains: tuple[Change, ...]  # where home does not carry it: the changes with which it would
    losses: tuple[Change, ...]  # where home carries it: the changes with which it would no longer


def prospect(view: PartyView, draft: Package) -> Prospect:
    """Return what the own home makes of `draft`, laid upon what is provisionally agreed."""
    scenario, state = view.scenario, view.state
    whole = merged(state.provisional, draft)
    counted = tally(scenario, state, view.party, whole)
    changes = tuple(_changes(view, whole))
    weight = signature_weight(scenario, state, view.party)
    stands = []
    for index, standing, support in counted.standings:
        turns = tuple(
            Turn(change, then)
            for change in changes
            for then in [_standing_of(change.tally, index)]
            if _RANK[then] > _RANK[standing]
        )
        stands.append(
            Stand(
                constituency=index,
                standing=standing,
                support=support,
                terms=support_terms(scenario, state, index, whole, weight),
                blocks=index in counted.blockers,
                turns=turns,
            )
        )
    decisive = tuple(change for change in changes if change.tally.carried is not counted.carried)
    return Prospect(
        package=whole,
        tally=counted,
        stands=tuple(stands),
        gains=() if counted.carried else decisive,
        losses=decisive if counted.carried else (),
    )


def _standing_of(counted: Tally, constituency: int) -> Standing:
    return next(standing for index, standing, _ in counted.standings if index == constituency)


def _changes(view: PartyView, whole: Package) -> Iterator[Change]:
    """Yield the drafts one step away in a question that is still to be settled, if their needs allow them."""
    scenario, state = view.scenario, view.state
    failed = set(needs_failed(scenario, state, whole, final=False))
    broken = set(orders_broken(scenario, state, view.party, whole))
    for index, issue in enumerate(scenario.issues):
        if not state.agenda[index] or state.provisional[index] != OPEN:
            continue
        for option in range(len(issue.options)):
            if option == whole[index]:
                continue
            if issue.ordered and whole[index] != OPEN and abs(option - whole[index]) > 1:
                continue
            changed = (*whole[:index], option, *whole[index + 1 :])
            if set(needs_failed(scenario, state, changed, final=False)) <= failed:
                orders = orders_broken(scenario, state, view.party, changed)
                yield Change(
                    issue=index,
                    option=option,
                    package=changed,
                    tally=tally(scenario, state, view.party, changed),
                    orders=tuple(order for order in orders if order not in broken),
                )


def prospect_lines(wording: Wording, view: PartyView, draft: Package) -> list[str]:
    """Return how home stands to `draft`, what would turn whoever is not for it, and what would decide it."""
    say, scenario = wording.say, view.scenario
    found = prospect(view, draft)
    lines = [say("plan.draft", package=wording.talked(found.package)), *home_lines(wording, view, draft)]
    for stand in found.stands:
        if stand.standing is Standing.FOR:
            continue
        who = scenario.constituencies[stand.constituency].label
        for then, key in ((Standing.FOR, "plan.turns_for"), (Standing.AWAY, "plan.turns_away")):
            changes = [turn.change for turn in stand.turns if turn.standing is then]
            if changes:
                lines.append(say(key, who=capital(who), changes=_told(wording, changes)))
        if not stand.turns:
            lines.append(say("plan.unturned", who=who))
    home = scenario.homes[view.party].name
    if found.gains:
        lines.append(capital(say("plan.gains", home=home, changes=_told(wording, found.gains))))
    elif not found.tally.carried:
        lines.append(say("plan.no_gain", home=home))
    if found.losses:
        lines.append(capital(say("plan.losses", home=home, changes=_told(wording, found.losses))))
    elif found.tally.carried:
        lines.append(say("plan.no_loss", home=home))
    return [*lines, say("plan.why")]


def _told(wording: Wording, changes: list[Change] | tuple[Change, ...]) -> str:
    """Return changes as options, those beyond the mandate marked."""
    told = [
        wording.say(
            "plan.beyond" if change.orders else "plan.change", item=wording.item(change.issue, change.option)
        )
        for change in changes
    ]
    return wording.say("package.joined").join(told)
