"""Which texts may come to stand: packages that hold together, of options that may ever be agreed."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from game.analysis.reach import Reach
from game.analysis.suggested import effects
from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package
from game.rules.scenario import END, RoundKind, Scenario, SetAgenda, Signs
from game.rules.state import State

STEPS_LIMIT: Final = 1_000
"""Partial texts after which nobody looks further for a whole one."""

# Needs read options only, by the loader's check, so no state is at hand here.
_NO_STATE: State = None  # type: ignore[assignment]


def text_with(scenario: Scenario, options: Sequence[Sequence[int]]) -> Package | None:
    """Return a text in which all needs are met and each issue has one of `options`, None where there is none.

    Args:
        options: by issue, `OPEN` among them where it may be left out.

    Raises:
        LookupError: none was found in so many steps, which says nothing.
    """
    order = sorted(range(len(options)), key=lambda issue: len(options[issue]))
    steps = 0

    def grown(package: Package, depth: int, out: frozenset[int]) -> Package | None:
        nonlocal steps
        steps += 1
        if steps > STEPS_LIMIT:
            raise LookupError(f"no text was found in {STEPS_LIMIT} steps")
        known = out | {issue for issue, option in enumerate(package) if option != OPEN}
        if clashes(scenario, package, known):
            return None
        if depth == len(order):
            return package if not any(needs_failed(scenario, _NO_STATE, package, final=True)) else None
        issue = order[depth]
        for option in options[issue]:
            left = out | {issue} if option == OPEN else out
            found = grown((*package[:issue], option, *package[issue + 1 :]), depth + 1, left)
            if found is not None:
                return found
        return None

    return grown((OPEN,) * len(options), 0, frozenset())


def clashes(scenario: Scenario, package: Package, known: AbstractSet[int]) -> bool:
    """Say whether an option of `package` needs what is settled otherwise already.

    Args:
        known: the issues that are settled; one of them that is open is left out.
    """
    return any(
        need.issues <= known and not need.when.evaluate(package, _NO_STATE, scenario)
        for issue, option in enumerate(package)
        if option != OPEN
        for need in scenario.issues[issue].options[option].needs
    )


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Why no text can be signed in a round: an issue, and whose powers leave it out; or no text at all."""

    round: int
    issue: int = -1
    untabled: bool = False  # it is on no agenda up to then; else no option of it is open to both mandates
    party: int = -1  # it has no powers to sign it


def signing_rounds(reach: Reach) -> list[int]:
    """Return the rounds that may be reached in which both sides may have powers to sign."""
    scenario = reach.scenario
    found = []
    for index in sorted(reach.rounds):
        here = scenario.rounds[index]
        spoken = here.kind is RoundKind.TALKS and any(slot.exchanges for slot in here.slots)
        if spoken and all(_powers(reach, index, party) for party in (0, 1)):
            found.append(index)
    return found


def _powers(reach: Reach, round_: int, party: int) -> list[frozenset[int] | None]:
    """Return what each of those who may speak for a party in a round and may sign, may sign."""
    scenario = reach.scenario
    speak = [scenario.rounds[round_].delegations[party]]
    sent = (scenario.delegates[each] for each in sorted(reach.delegates))
    speak += [each.delegation for each in sent if each.party == party]
    return [each.issues for each in speak if each.signs is not Signs.NONE]


def why_unsigned(reach: Reach, round_: int) -> Unsigned | None:
    """Say why nothing can be signed in a round of `signing_rounds`, or return None where something may be."""
    scenario = reach.scenario
    tabled = _tabled_until(reach, round_)
    options: list[list[int]] = []
    for index in range(len(scenario.issues)):
        required = index in scenario.requires
        had = OPEN if index in scenario.rounds[round_].reopens else scenario.opening.agreed[index]
        allowed = set(reach.agreed[index]) if index in tabled else {had} - {OPEN}
        if required and not allowed:
            return Unsigned(round_, index, untabled=index not in tabled)
        for party in (0, 1):
            powers = _powers(reach, round_, party)
            if not any(each is None or index in each for each in powers):
                if required:
                    return Unsigned(round_, index, party=party)
                allowed = set()
        options.append([*sorted(allowed), *(() if required else (OPEN,))])
    try:
        return None if text_with(scenario, options) is not None else Unsigned(round_)
    except LookupError:
        return None


def _tabled_until(reach: Reach, round_: int) -> frozenset[int]:
    """Return the issues that may have been on the table when the talks are in a round."""
    rounds = range(len(reach.scenario.rounds))
    before = [each for each in rounds if each == round_ or round_ in rounds_after(reach.scenario, each)]
    found = {issue for index in before for issue in reach.scenario.rounds[index].agenda}
    return frozenset(found) | opened_by_effects(reach.scenario)


def rounds_after(scenario: Scenario, round_: int) -> frozenset[int]:
    """Return the rounds to which some way leads from a round, over others or not."""
    found: set[int] = set()
    waiting = [round_]
    while waiting:
        here = waiting.pop()
        for (index, _), edges in scenario.protocol.items():
            new = {edge.target for edge in edges if index == here} - found - {END}
            found |= new
            waiting.extend(new)
    return frozenset(found)


def opened_by_effects(scenario: Scenario) -> frozenset[int]:
    """Return the issues that an effect may bring on the agenda."""
    return frozenset(each.issue for each in effects(scenario) if isinstance(each, SetAgenda) and each.on)
