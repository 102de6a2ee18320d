"""All that a party may do now, as a container: `in`, lazy iteration, a sample without enumeration."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

from game.rules.legality import refusal
from game.rules.moves import Accept, Act, Decide, Hold, PartyMove, Propose, Reject, Reopen, Sign, WalkOut
from game.rules.package import OPEN, Package, decided
from game.rules.scenario import ActionKind, Scenario
from game.rules.state import State, has_the_word

Chooser = Callable[[int], int]
"""Returns an integer 0 to n - 1 for n; chance is passed in."""

RARE = 30
"""How many times rarer a sample walks out or holds than it talks, so that games last."""

TRIES = 40
"""How often a sample looks for a legal move of a kind before it falls back to holding."""


class LegalMoves:
    """The legal moves of `party` in `state`; membership is exactly `refusal(...) is None`."""

    def __init__(self, scenario: Scenario, state: State, party: int) -> None:
        self.scenario = scenario
        self.state = state
        self.party = party

    def __contains__(self, move: PartyMove) -> bool:
        return refusal(self.scenario, self.state, self.party, move) is None

    def __iter__(self) -> Iterator[PartyMove]:
        """Yield every legal move once, but of proposals only single packages, of which all are given.

        Proposals come last and lazily, since there may be many thousands.
        """
        if has_the_word(self.state, self.party):
            yield from (move for move in self._candidates() if move in self)

    def _candidates(self) -> Iterator[PartyMove]:
        yield from self._decisions()
        yield from self._actions()
        yield from self._accepts()
        yield Reject()
        yield Hold()
        yield Sign()
        yield from self._reopens()
        yield WalkOut()
        yield from (Propose((package,)) for package in self._packages())

    def _decisions(self) -> Iterator[PartyMove]:
        for decision in self.state.pending[self.party]:
            for choice in range(len(self.scenario.decisions[decision].choices)):
                yield Decide(decision, choice)

    def _actions(self) -> Iterator[PartyMove]:
        offer = self.state.offers[1 - self.party]
        for index, action in enumerate(self.scenario.actions):
            match action.kind:
                case ActionKind.PLAIN | ActionKind.CITE:
                    yield Act(index)
                case ActionKind.SOUND_OUT | ActionKind.ASK_WHY:
                    yield from (Act(index, issue=issue) for issue in range(len(self.scenario.issues)))
                case ActionKind.ASK_HOME | ActionKind.DECIDE_ALONE:
                    for package in offer.packages if offer else ():
                        yield Act(index, package=package)
                    yield from (Act(index, package=package) for package in self._single_options())

    def _single_options(self) -> Iterator[Package]:
        blank = [OPEN] * len(self.scenario.issues)
        for issue in self._open_issues():
            for option in range(len(self.scenario.issues[issue].options)):
                yield tuple(option if i == issue else o for i, o in enumerate(blank))

    def _accepts(self) -> Iterator[PartyMove]:
        offer = self.state.offers[1 - self.party]
        for which, package in enumerate(offer.packages if offer else ()):
            yield Accept(which)
            yield Accept(which, ad_referendum=True)
            issues = [issue for issue, _ in decided(package)]
            for size in (1, 2):
                if len(issues) > size:
                    yield from (Accept(which, some) for some in combinations(issues, size))

    def _reopens(self) -> Iterator[PartyMove]:
        return (Reopen(issue) for issue, _ in decided(self.state.provisional))

    def _open_issues(self) -> list[int]:
        return [
            issue
            for issue, on in enumerate(self.state.agenda)
            if on and self.state.provisional[issue] == OPEN
        ]

    def _packages(self) -> Iterator[Package]:
        ranges = [
            range(OPEN, len(issue.options))
            if self.state.agenda[index] and self.state.provisional[index] == OPEN
            else (OPEN,)
            for index, issue in enumerate(self.scenario.issues)
        ]
        return product(*ranges)

    def sample(self, draw: Chooser) -> PartyMove:
        """Return a legal move drawn with `draw`, never enumerating the packages.

        Kinds are drawn first, holding and walking out `RARE` times less often than the others, then a
        move of that kind. A party that may move may always hold or answer its decision.

        Raises:
            ValueError: the party may not move now.
        """
        if not has_the_word(self.state, self.party):
            raise ValueError(f"party {self.party} is not to move")
        if self.state.pending[self.party]:
            return self._drawn(list(self._decisions()), draw) or Hold()
        kinds: list[Callable[[], PartyMove | None]] = [
            lambda: self._proposal(draw),
            lambda: self._drawn(list(self._accepts()), draw),
            lambda: self._drawn(list(self._actions()), draw),
            lambda: self._drawn([Sign()], draw),
            lambda: self._drawn(list(self._reopens()), draw) if draw(4) == 0 else None,
            lambda: self._drawn([Reject()], draw) if draw(2) == 0 else None,
        ]
        for _ in range(TRIES):
            rare = draw(RARE)
            if rare == 0:
                return self._drawn([Hold(), WalkOut()], draw) or Hold()
            found = kinds[draw(len(kinds))]()
            if found is not None:
                return found
        return Hold()

    def _drawn(self, moves: list[PartyMove], draw: Chooser) -> PartyMove | None:
        """Return a legal one of `moves`, each equally likely, or None."""
        while moves:
            move = moves.pop(draw(len(moves)))
            if move in self:
                return move
        return None

    def _proposal(self, draw: Chooser) -> PartyMove | None:
        issues = self._open_issues()
        if not issues:
            return None
        for _ in range(TRIES):
            packages = tuple(self._random_package(issues, draw) for _ in range(1 + (draw(6) == 0)))
            move = Propose(packages, linked=draw(3) == 0)
            if move in self:
                return move
        return None

    def _random_package(self, issues: list[int], draw: Chooser) -> Package:
        entries = [OPEN] * len(self.scenario.issues)
        for issue in issues:
            if draw(3):
                entries[issue] = draw(len(self.scenario.issues[issue].options))
        return tuple(entries)
