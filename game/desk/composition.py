"""An offer being put together: its alternatives, how it may be taken, the words that go with it."""

from dataclasses import dataclass, field

from game.desk.status import talked_issues
from game.rules.mandate import needs_failed, orders_broken
from game.rules.moves import Propose
from game.rules.package import Package, empty, restricted
from game.rules.view import PartyView

MOST_ALTERNATIVES = 3


def best_within_orders(view: PartyView) -> Package:
    """Return a first offer: issue by issue the option of most own points that the orders and needs leave
    free beside those chosen before; an issue with none is left out."""
    package = empty(len(view.scenario.issues))
    for issue in talked_issues(view):
        worth = view.scenario.points[view.party][issue]
        for option in sorted(range(len(worth)), key=lambda each: -worth[each]):
            tried = (*package[:issue], option, *package[issue + 1 :])
            broken = orders_broken(view.scenario, view.state, view.party, tried)
            if not broken and not any(needs_failed(view.scenario, view.state, tried, final=False)):
                package = tried
                break
    return package


@dataclass(slots=True)
class Composition:
    """An offer being put together."""

    packages: list[Package]
    at: int = 0  # the alternative in hand
    linked: bool = False
    ad_referendum: bool = False
    words: str = ""
    issues: list[int] = field(default_factory=list)  # open issues in the order shown

    @property
    def package(self) -> Package:
        """The alternative in hand."""
        return self.packages[self.at]

    def put(self, issue: int, option: int) -> None:
        """Choose an option in the alternative in hand."""
        changed = list(self.package)
        changed[issue] = option
        self.packages[self.at] = tuple(changed)

    def move(self) -> Propose:
        """Return the move that tables it."""
        return Propose(tuple(self.packages), self.linked, self.ad_referendum, self.words)


def start(view: PartyView) -> Composition:
    """Return a composition that begins with one's own last offer, as far as it is still open."""
    issues = talked_issues(view)
    base = empty(len(view.scenario.issues))
    last = view.state.last_packages[view.party]
    packages = [restricted(package, frozenset(issues)) for package in last] or [base]
    return Composition(packages, issues=issues)
