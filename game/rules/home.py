"""What each home would carry: support, standings, answers and votes.

The second table of the two-level game: Putnam (1988), "Diplomacy and Domestic Politics: The Logic of
Two-Level Games", International Organization 42:3. The win-set is the set of packages for which
`would_ratify` is true.
"""

from game.rules.delegations import delegation
from game.rules.package import Package, merged
from game.rules.scenario import Scenario
from game.rules.state import Question, QuestionKind, Standing, State, Tally
from game.rules.utility import Contribution, contributions

LEAST, MOST = 0, 10
"""The range of support and of every meter."""


def signature_weight(scenario: Scenario, state: State, party: int) -> int:
    """Return what the rank of the signatory adds to the gate's support: repudiating a Prime Minister
    costs home more than refusing an ambassador."""
    if state.signed_package is not None:
        return state.signed_weight[party]
    return delegation(scenario, state, party).weight


def support_terms(
    scenario: Scenario, state: State, constituency: int, package: Package, weight: int = 0
) -> tuple[Contribution, ...]:
    """Return the summands of `support` before clamping, the start first and a weight last."""
    item = scenario.constituencies[constituency]
    start = Contribution(-1, item.start, "", item.basis)
    found = contributions(scenario, state, item.terms, package)
    extra = (Contribution(-1, weight, "", None),) if item.gate and weight else ()
    return (start, *found, *extra)


def support(scenario: Scenario, state: State, constituency: int, package: Package, weight: int = 0) -> int:
    """Return the support 0 to 10 of a constituency for `package` in the present state."""
    item = scenario.constituencies[constituency]
    total = item.start + (weight if item.gate else 0)
    for term in item.terms:
        if term.when is None or term.when.evaluate(package, state, scenario):
            total += term.add.evaluate(package, state, scenario)
    return max(LEAST, min(MOST, total))


def standing(scenario: Scenario, constituency: int, level: int) -> Standing:
    """Return how a constituency with `level` support stands."""
    item = scenario.constituencies[constituency]
    if level >= item.carries_at:
        return Standing.FOR
    return Standing.AGAINST if level <= item.blocks_at else Standing.AWAY


def carries(scenario: Scenario, party: int, stands: dict[int, Standing]) -> bool:
    """Say whether a home carries a text to which its constituencies stand so; see `tally` for the rule."""
    votes_for = votes_against = 0
    for index, stand in stands.items():
        item = scenario.constituencies[index]
        if stand is Standing.AGAINST and (item.gate or item.must_not_be_against):
            return False
        if item.must_be_for and stand is not Standing.FOR:
            return False
        votes_for += item.votes if stand is Standing.FOR else 0
        votes_against += item.votes if stand is Standing.AGAINST else 0
    return votes_for > votes_against and votes_for >= scenario.homes[party].quorum


def _blockers(scenario: Scenario, party: int, stands: dict[int, Standing]) -> tuple[int, ...]:
    """Return those whose support alone would have carried it; failing such, those against."""
    alone = tuple(
        index
        for index, stand in stands.items()
        if stand is not Standing.FOR and carries(scenario, party, {**stands, index: Standing.FOR})
    )
    return alone or tuple(index for index, stand in stands.items() if stand is Standing.AGAINST)


def tally(scenario: Scenario, state: State, party: int, package: Package) -> Tally:
    """Return how the home of `party` would vote on `package` now, and who would block it.

    It carries when no gate and none that must not be against is against, all that must be for are for,
    more votes are for than against, and the quorum is reached.
    """
    weight = signature_weight(scenario, state, party)
    rows = []
    for index, item in enumerate(scenario.constituencies):
        if item.party == party:
            level = support(scenario, state, index, package, weight)
            rows.append((index, standing(scenario, index, level), level))
    stands = {index: stand for index, stand, _ in rows if _counts(scenario, index)}
    carried = carries(scenario, party, stands)
    votes = scenario.constituencies
    return Tally(
        party=party,
        standings=tuple(rows),
        votes_for=sum(votes[i].votes for i, s in stands.items() if s is Standing.FOR),
        votes_against=sum(votes[i].votes for i, s in stands.items() if s is Standing.AGAINST),
        carried=carried,
        blockers=() if carried else _blockers(scenario, party, stands),
    )


def _counts(scenario: Scenario, constituency: int) -> bool:
    item = scenario.constituencies[constituency]
    return item.votes > 0 or item.gate or item.must_be_for or item.must_not_be_against


def would_ratify(scenario: Scenario, state: State, party: int, package: Package) -> bool:
    """Say whether the home of `party` would carry `package` now: whether it lies in the win-set."""
    weight = signature_weight(scenario, state, party)
    stands = {
        index: standing(scenario, index, support(scenario, state, index, package, weight))
        for index, item in enumerate(scenario.constituencies)
        if item.party == party and _counts(scenario, index)
    }
    return carries(scenario, party, stands)


def would_permit(scenario: Scenario, state: State, party: int, package: Package) -> bool:
    """Say whether home, asked before the table is told, would allow `package`.

    Where a constituency has `asked_first_at`, its support must reach that and no voting constituency may
    stand against; elsewhere home allows what it would carry. To refuse a question costs a home
    nothing, so that it asks for more than it would ratify.
    """
    own = [(i, item) for i, item in enumerate(scenario.constituencies) if item.party == party]
    thresholds = [(i, item.asked_first_at) for i, item in own if item.asked_first_at is not None]
    if not thresholds:
        return would_ratify(scenario, state, party, package)
    if any(support(scenario, state, i, package) < least for i, least in thresholds):
        return False
    return all(
        standing(scenario, i, support(scenario, state, i, package)) is not Standing.AGAINST
        for i, item in own
        if item.votes > 0
    )


def answer(scenario: Scenario, state: State, question: Question) -> bool:
    """Return what the home that was asked answers now; leave is given for a text, not for a part of one."""
    if question.kind is QuestionKind.PERMISSION:
        return would_permit(scenario, state, question.party, merged(state.provisional, question.package))
    return would_ratify(scenario, state, question.party, question.package)
