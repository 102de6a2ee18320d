"""Which homes could carry a text at all: the best that each constituency may ever think of it.

The support of a constituency is taken at its highest: of each term the greatest amount that it may add in any
case, each term for itself, and the heaviest signature. A home that does not carry a text with all of its
constituencies at their best carries it never, for more support never turns a vote against a text.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice, product
from typing import Final

from game.analysis.cases import values
from game.analysis.reach import Reach
from game.analysis.texts import clashes
from game.rules.expressions import Arithmetic, Node, Operation, issues_read
from game.rules.home import LEAST, MOST, carries, standing
from game.rules.package import OPEN, Package
from game.rules.scenario import ActionKind, RoundKind, Term
from game.rules.state import Standing

TEXTS_LIMIT: Final = 5_000
"""Texts that are weighed before nobody looks further."""


def is_asked(reach: Reach, party: int) -> bool:
    """Say whether anything ever depends on what the home of `party` would carry."""
    scenario = reach.scenario
    if any(scenario.rounds[index].kind is RoundKind.RATIFICATION for index in reach.rounds):
        return True
    speak = [scenario.rounds[index].delegations[party] for index in reach.rounds]
    speak += [sent.delegation for sent in scenario.delegates if sent.party == party]
    asks = any(each.kind is ActionKind.ASK_HOME and each.party[party] for each in scenario.actions)
    return asks or any(each.ad_referendum for each in speak)


def none_carried(reach: Reach, parties: Collection[int]) -> bool:
    """Say whether it is certain that no text which may be agreed is one that all of `parties` could carry.

    Where no text can be agreed at all there is none to carry, and nothing is said.
    """
    weigh = _Weigh(reach)
    issues = sorted({issue for party in parties for issue in weigh.read(party)})
    found = 0
    for text in islice(_texts(reach, issues), TEXTS_LIMIT):
        found += 1
        if all(weigh.could_carry(party, text) for party in parties):
            return False
    return 0 < found < TEXTS_LIMIT


def _texts(reach: Reach, issues: Sequence[int]) -> Iterator[Package]:
    """Yield what a text may say of `issues`, that of history first; nothing that clashes with itself."""
    scenario = reach.scenario
    options = [
        [*sorted(reach.agreed[issue]), *(() if issue in scenario.requires else (OPEN,))] for issue in issues
    ]
    history = scenario.historical_package()
    known = frozenset(issues)
    for issue, each in zip(issues, options, strict=True):
        each.sort(key=history[issue].__ne__)
    for chosen in product(*options):
        said = dict(zip(issues, chosen, strict=True))
        text = tuple(said.get(issue, OPEN) for issue in range(len(scenario.issues)))
        if not clashes(scenario, text, known):
            yield text


class _Weigh:
    """The highest support of each constituency for a text, term by term, each reckoned once."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._known: dict[tuple[int, int, Package], int] = {}
        trees = [list(map(counted, each.terms)) for each in reach.scenario.constituencies]
        self._terms = [[(tree, sorted(issues_read(tree))) for tree in each] for each in trees]
        rounds = [reach.scenario.rounds[index] for index in reach.rounds]
        self._weight = [max(each.delegations[party].weight for each in rounds) for party in (0, 1)]
        for sent in reach.scenario.delegates:
            self._weight[sent.party] = max(self._weight[sent.party], sent.delegation.weight)

    def read(self, party: int) -> set[int]:
        """Return the issues that the constituencies of a home look at."""
        groups = zip(self._reach.scenario.constituencies, self._terms, strict=True)
        return {issue for each, terms in groups if each.party == party for _, read in terms for issue in read}

    def could_carry(self, party: int, text: Package) -> bool:
        """Say whether a home would carry `text` if each of its constituencies thought its best of it."""
        scenario = self._reach.scenario
        stands: dict[int, Standing] = {}
        for index, item in enumerate(scenario.constituencies):
            if item.party != party:
                continue
            best = item.start + (self._weight[party] if item.gate else 0)
            best += sum(self._most(index, number, text) for number in range(len(item.terms)))
            stands[index] = standing(scenario, index, max(LEAST, min(MOST, best)))
        return carries(scenario, party, stands)

    def _most(self, constituency: int, number: int, text: Package) -> int:
        """Return the most that a term may add."""
        tree, read = self._terms[constituency][number]
        key = (constituency, number, tuple([text[issue] for issue in read]))
        if key not in self._known:
            options = [{option} for option in text]
            self._known[key] = max(values(self._reach, tree, self._reach.moments(), options))
        return self._known[key]


def counted(term: Term) -> Node:
    """Return what a term adds as one amount: nothing where its condition fails."""
    return (
        term.add.tree if term.when is None else Arithmetic(Operation.PRODUCT, term.when.tree, term.add.tree)
    )
