"""What the table says now about each place on the map: from offers and agreed options to statuses.

Pure: no pygame, no sentence but those of the catalogue it is handed. A place is coloured by what is on the
table, never by who holds or claims it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from game.rules.package import OPEN, Package
from game.rules.view import PartyView

PAIR = ("habomai", "shikotan")
REST = ("kunashiri", "etorofu")
PLACES = PAIR + REST
"""The places that options speak of, by their ids in assets/map/labels.json."""


class Term(Enum):
    """What an option would make of a place."""

    AT_ONCE = "at_once"  # handed over when the instrument enters into force
    AFTER_TREATY = "after_treaty"  # handed over after a peace treaty
    NAMED = "named"  # not handed over, named as open to talks
    WORDS = "words"  # not named; the text says that talks include territory
    SILENT = "silent"  # the text says nothing of it
    CLOSED = "closed"  # the text says that the question is settled
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
class TableFacts:
    """What lies on the table: option ids by issue id. `offers` holds each party's alternatives, if any."""

    agreed: Mapping[str, str]
    offers: tuple[Sequence[Mapping[str, str]], Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A line of the legend: the status whose fill it shows, and its words. Where offers differ each side has
    its own line with its own fill; the map shows both in bands."""

    status: Status
    text: str


_ISLANDS = {"two_at_once": Term.AT_ONCE, "two_after": Term.AFTER_TREATY}
_REST = {"final": Term.CLOSED, "silent": Term.SILENT, "words": Term.WORDS, "named": Term.NAMED}


def has_places(issues: Iterable[str]) -> bool:
    """Say whether any of these issues, by id, decides what becomes of a place on the map."""
    return not {"islands", "rest"}.isdisjoint(issues)


def term(place: str, package: Mapping[str, str]) -> Term | None:
    """Return what `package` would make of `place`, or None if it does not speak of it."""
    rest = _REST.get(package.get("rest", ""))
    if place in REST:
        return rest
    islands = package.get("islands")
    if place not in PAIR or islands is None:
        return None
    if islands in _ISLANDS:
        return _ISLANDS[islands]
    # Not handed over: what the text says of territory at large then holds for the pair as well, except that
    # naming two other islands does not name these.
    return Term.WORDS if rest is Term.WORDS else Term.SILENT


def statuses(facts: TableFacts) -> dict[str, Status]:
    """Return the status of every place that options can speak of."""
    return {place: _status(place, facts) for place in PLACES}


def _status(place: str, facts: TableFacts) -> Status:
    first, second = ([_heard(place, offer, facts.agreed) for offer in offers] for offers in facts.offers)
    return Status((_once(first), _once(second)), _agreed(place, facts.agreed))


def _agreed(place: str, agreed: Mapping[str, str]) -> Term | None:
    if place in PAIR and agreed.get("islands") not in _ISLANDS and "rest" not in agreed:
        return None  # with nothing handed over, the words on territory still decide
    return term(place, agreed)


def _heard(place: str, offer: Mapping[str, str], agreed: Mapping[str, str]) -> Term | None:
    """Return what an offer, laid upon what is agreed, says of a place; None if it adds nothing to that."""
    deciding = {"rest"} if place in REST else {"islands", "rest"}
    return term(place, {**agreed, **offer}) if deciding & offer.keys() else None


def _once(found: Sequence[Term | None]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(item for item in found if item is not None))


def facts_of(view: PartyView) -> TableFacts:
    """Return what lies on the table in `view`; offers are public, so both seats get the same."""
    first, second = (
        [_named(view, package) for package in offer.packages] if offer is not None else []
        for offer in view.state.offers
    )
    return TableFacts(_named(view, view.state.provisional), (first, second))


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
