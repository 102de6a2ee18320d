"""What the table says now about each place on the map: from offers and agreed options to statuses.

Pure: no pygame, no sentence but those of the catalogue it is handed. A place is coloured by what is on the
table, never by who holds or claims it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from game.rules.package import OPEN, Package
from game.rules.scenario import Fate, Scenario
from game.rules.view import PartyView


class Term(Enum):
    """What an option would make of a place: its fate by the scenario's map, or none."""

    AT_ONCE = Fate.AT_ONCE.value
    AFTER_TREATY = Fate.AFTER_TREATY.value
    NAMED = Fate.NAMED.value
    WORDS = Fate.WORDS.value
    SILENT = Fate.SILENT.value
    CLOSED = Fate.CLOSED.value
    UNTOUCHED = "untouched"  # nothing on the table speaks of it


class Stage(Enum):
    """How far a term has come."""

    NONE = "none"
    ONE = "one"  # only one side's offer speaks of it
    APART = "apart"  # both sides' offers do, and differ
    SAME = "same"  # both sides' offers say the same
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Status:
    """What the table says of one place.

    `voices` is, per party of the scenario, what its offer would make of the place, each term once, in the
    order of its alternatives; `agreed` is set once the options that decide it are agreed.
    """

    voices: tuple[tuple[Term, ...], tuple[Term, ...]] = ((), ())
    agreed: Term | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term to be shown, once each, the first party's first; never empty."""
        if self.agreed is not None:
            return (self.agreed,)
        return tuple(dict.fromkeys(self.voices[0] + self.voices[1])) or (Term.UNTOUCHED,)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        first, second = self.voices
        if self.agreed is not None:
            return Stage.AGREED
        if not first and not second:
            return Stage.NONE
        if not first or not second:
            return Stage.ONE
        return Stage.SAME if first == second else Stage.APART


UNTOUCHED = Status()


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of some places where all of some options are chosen, by ids."""

    places: tuple[str, ...]
    options: Mapping[str, str]
    term: Term

    def holds(self, package: Mapping[str, str]) -> bool:
        """Say whether `package` has all its options."""
        return all(package.get(issue) == option for issue, option in self.options.items())

    def may_hold(self, package: Mapping[str, str]) -> bool:
        """Say whether it may hold yet, whatever is put beside `package`."""
        return all(package.get(issue, option) == option for issue, option in self.options.items())


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What lies on the table: option ids by issue id. `offers` holds each party's alternatives, if any."""

    agreed: Mapping[str, str]
    offers: tuple[Sequence[Mapping[str, str]], Sequence[Mapping[str, str]]]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A line of the legend: the status whose fill it shows, and its words. Where offers differ each side has
    its own line with its own fill; the map shows both in bands."""

    status: Status
    text: str


def rules_of(scenario: Scenario) -> tuple[Rule, ...]:
    """Return what the scenario says of the places on the map; nothing for talks about none of them."""
    return tuple(
        Rule(
            rule.places,
            {
                scenario.issues[issue].id: scenario.issues[issue].options[option].id
                for issue, option in rule.options
            },
            Term(rule.fate.value),
        )
        for rule in scenario.map_rules
    )


def statuses(facts: TableFacts) -> dict[str, Status]:
    """Return the status of every place that options can speak of."""
    ordered = dict.fromkeys(place for rule in facts.rules for place in rule.places)
    return {place: _status(place, facts) for place in ordered}


def _status(place: str, facts: TableFacts) -> Status:
    rules = [rule for rule in facts.rules if place in rule.places]
    first, second = ([_heard(rules, offer, facts.agreed) for offer in offers] for offers in facts.offers)
    return Status((_once(first), _once(second)), _agreed(rules, facts.agreed))


def _agreed(rules: Sequence[Rule], agreed: Mapping[str, str]) -> Term | None:
    """Return what is settled, None while an earlier rule may yet come to hold."""
    decided = next((rule for rule in rules if rule.may_hold(agreed)), None)
    return decided.term if decided is not None and decided.holds(agreed) else None


def _heard(rules: Sequence[Rule], offer: Mapping[str, str], agreed: Mapping[str, str]) -> Term | None:
    """Return what an offer, laid upon what is agreed, says of a place; None if it adds nothing to that."""
    if all(rule.options.keys().isdisjoint(offer) for rule in rules):
        return None
    whole = {**agreed, **offer}
    return next((rule.term for rule in rules if rule.holds(whole)), None)


def _once(found: Sequence[Term | None]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(item for item in found if item is not None))


def facts_of(view: PartyView) -> TableFacts:
    """Return what lies on the table in `view`; offers are public, so both seats get the same."""
    first, second = (
        [_named(view, package) for package in offer.packages] if offer is not None else []
        for offer in view.state.offers
    )
    agreed = _named(view, view.state.provisional)
    return TableFacts(agreed, (first, second), rules_of(view.scenario))


def _named(view: PartyView, package: Package) -> dict[str, str]:
    return {
        issue.id: issue.options[option].id
        for issue, option in zip(view.scenario.issues, package, strict=True)
        if option != OPEN
    }


def legend(
    found: Mapping[str, Status], parties: tuple[str, str], say: Callable[..., str]
) -> tuple[LegendRow, ...]:
    """Return the legend for every status that occurs, the furthest come first, all other land last.

    Args:
        parties: each party's short name: its capital, say.
        say: the catalogue; keys under `ui.map`.
    """
    order = list(Stage)
    occurring = sorted({*found.values(), UNTOUCHED}, key=lambda s: (-order.index(s.stage), _ranks(s)))
    return tuple(dict.fromkeys(row for status in occurring for row in _rows(status, parties, say)))


def _ranks(status: Status) -> list[int]:
    return [list(Term).index(item) for item in status.terms]


def _rows(status: Status, parties: tuple[str, str], say: Callable[..., str]) -> list[LegendRow]:
    def words(terms: Sequence[Term]) -> str:
        return say("ui.map.either").join(say(f"ui.map.term.{item.value}") for item in terms)

    first, second = status.voices
    match status.stage:
        case Stage.NONE:
            return [LegendRow(status, say("ui.map.term.untouched"))]
        case Stage.AGREED:
            return [LegendRow(Status(agreed=status.agreed), say("ui.map.agreed", term=words(status.terms)))]
        case Stage.SAME:
            return [LegendRow(status, say("ui.map.same", term=words(first)))]
        case Stage.ONE | Stage.APART:
            heard = ((Status((first, ())), first, parties[0]), (Status(((), second)), second, parties[1]))
            return [
                LegendRow(shown, say("ui.map.one", party=party, term=words(terms)))
                for shown, terms, party in heard
                if terms
            ]
