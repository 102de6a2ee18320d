"""Which package a delegation puts on the table: worth its target to itself, the best guess for them.

The trade-off move: among packages alike in worth to itself it takes the one that should please the other
most and is most like what the other offered (Faratin, Sierra and Jennings 2002).
"""

from dataclasses import dataclass

from game.ai.aims import Aims
from game.ai.appraisal import Desk
from game.ai.belief import Belief
from game.ai.bot import Draw
from game.rules.package import OPEN, Package
from game.rules.scenario import Level

BELOW, ABOVE = 100, 400
"""How far under and over its target a package may lie, in hundredths of a point."""

SCORED = 150
"""Packages of a band that are looked at; the rest of a crowded band is much like them."""

NEAR = 300
"""Hundredths of guessed worth to them that two offers may differ and still be equivalent, and that asking
home for more room must bring."""

DEAR = 600
"""The same of deciding alone, which costs at home."""

SECOND_PERCENT = 30
"""Chance of tabling an equivalent second alternative where there is one."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A package with what it should mean to them, hundredths."""

    package: Package
    score: int


def ranked(desk: Desk, aims: Aims, belief: Belief, level: Level) -> tuple[Ranked, ...]:
    """Return the packages near the target that home would carry and the mandate has at `level`, the best
    guess for them first; of none near it, those in the nearest band above that has any, or just below.

    What is on the table already, or was last, is left out: there is no holding at the same package
    while another is as good.
    """
    # What was widened for a moment ago may lie a little lower now that it has cost unity.
    below = 3 * BELOW if desk.view.state.acted else BELOW
    low, high = max(aims.limit, aims.target - below), aims.target + ABOVE
    found = _band(desk, belief, level, low, high)
    while not found and high <= aims.top:
        low, high = high + 1, high + 2 * ABOVE
        found = _band(desk, belief, level, low, high)
    if not found:
        low = max(aims.limit, aims.target - below - ABOVE)
        found = _band(desk, belief, level, low, aims.target - below)
    return tuple(sorted(found, key=lambda one: (-one.score, one.package)))


def _band(desk: Desk, belief: Belief, level: Level, low: int, high: int) -> list[Ranked]:
    said = set(desk.last_offered(desk.view.party))
    found: list[Ranked] = []
    for one in desk.between(low, high):
        if one.package in said or desk.level(one.package) is not level:
            continue
        if desk.verdict(one.package).carried:
            found.append(Ranked(one.package, _score(desk, belief, one.package)))
            if len(found) == SCORED:
                break
    return found


def _score(desk: Desk, belief: Belief, package: Package) -> int:
    """Return the guess for them, plus likeness to their offer, less half of what it takes back."""
    scenario = desk.view.scenario
    said = desk.last_offered(desk.view.party)
    back = min((belief.taken_back(scenario, one, package) for one in said), default=0)
    return belief.worth(scenario, package) + belief.likeness(scenario, package) // 4 - back // 2


def second(desk: Desk, options: tuple[Ranked, ...], draw: Draw) -> Ranked | None:
    """Return an equivalent alternative to the first of `options` that answers its heaviest issue
    otherwise, sometimes and where there is one."""
    if not options or draw("second", 100) >= SECOND_PERCENT:
        return None
    issue = heaviest(desk)
    first = options[0]
    for one in options[1:]:
        if one.score < first.score - NEAR:
            return None
        if issue is not None and one.package[issue] != first.package[issue]:
            return one
    return None


def heaviest(desk: Desk) -> int | None:
    """Return the open issue whose options differ most in points for the party, None where all is closed."""
    state = desk.view.state
    table = desk.view.scenario.points[desk.view.party]
    issues = [i for i, on in enumerate(state.agenda) if on and state.provisional[i] == OPEN]
    return max(issues, key=lambda i: max(table[i]) - min(table[i]), default=None)


def yields(desk: Desk, package: Package) -> bool:
    """Say whether `package` gives way on anything, so that no part of it is to be had alone."""
    state = desk.view.state
    table = desk.view.scenario.points[desk.view.party]
    return any(
        table[issue][option] < max(table[issue])
        for issue, option in enumerate(package)
        if option != OPEN and state.provisional[issue] == OPEN
    )
