"""Facts that follow from a move, without words; `visible_to` in `view.py` says who learns which."""

from dataclasses import dataclass

from game.rules.package import Package
from game.rules.state import Known, Offer, Outcome, Question, Tally


@dataclass(frozen=True, slots=True)
class OfferTabled:
    """A party's standing offer is now this one."""

    party: int
    offer: Offer


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """A party accepted an alternative of the other's offer, whole or in part."""

    party: int
    which: int
    issues: tuple[int, ...]
    ad_referendum: bool


@dataclass(frozen=True, slots=True)
class OfferRejected:
    """A party rejected the other's offer, which falls."""

    party: int
    reason: str


@dataclass(frozen=True, slots=True)
class OfferFell:
    """A party's own offer is off the table: it lapsed, or was withdrawn."""

    party: int
    lapsed: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A party passed; `expired` when the clock did it."""

    party: int
    reason: str
    expired: bool = False


@dataclass(frozen=True, slots=True)
class IssueClosed:
    """An issue is provisionally agreed."""

    issue: int
    option: int


@dataclass(frozen=True, slots=True)
class IssueReopened:
    """An agreed issue is open again, by a party's move or (`party` -1) by a change of round."""

    party: int
    issue: int


@dataclass(frozen=True, slots=True)
class AgendaChanged:
    """An issue came on the agenda or left it."""

    issue: int
    on: bool


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """A delegate speaks for a party, or (`delegate` -1) the delegation of the round again."""

    party: int
    delegate: int


@dataclass(frozen=True, slots=True)
class ActionTaken:
    """A party took an action; of a back-room action only that party is told."""

    party: int
    action: int
    issue: int | None
    package: Package | None


@dataclass(frozen=True, slots=True)
class ActionFelt:
    """What the other side sees of a back-room action with a footprint."""

    party: int
    action: int
    issue: int | None


@dataclass(frozen=True, slots=True)
class DecisionPut:
    """A decision was put before a party; only that party is told."""

    party: int
    decision: int


@dataclass(frozen=True, slots=True)
class DecisionTaken:
    """A party answered a decision; only that party is told."""

    party: int
    decision: int
    choice: int


@dataclass(frozen=True, slots=True)
class SignedBy:
    """A party signed."""

    party: int


@dataclass(frozen=True, slots=True)
class SignatureCleared:
    """A signature fell because the text was reopened or a new offer tabled."""

    party: int


@dataclass(frozen=True, slots=True)
class WalkedOut:
    """A party ended the talks."""

    party: int


@dataclass(frozen=True, slots=True)
class MeterChanged:
    """A meter moved; told to those who see the meter."""

    meter: int
    before: int
    after: int
    cause: str  # a code of `CAUSES`, or `action:ID`, `event:ID`, `decision:ID`


@dataclass(frozen=True, slots=True)
class FlagChanged:
    """A flag was raised or lowered; told to those who see it."""

    flag: int
    value: bool


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """An order of a party's mandate has another level; only that party is told."""

    order: int
    level: int
    cause: str  # "home", "alone", or as in `MeterChanged`


@dataclass(frozen=True, slots=True)
class ReservationMoved:
    """A party's reservation value moved by an effect; only that party is told."""

    party: int
    amount: int


@dataclass(frozen=True, slots=True)
class EventHappened:
    """An event fired; told to those who see it."""

    event: int


@dataclass(frozen=True, slots=True)
class EventFelt:
    """What those who do not see an event notice of it."""

    event: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """Chance turned this way; told to those who see the event."""

    event: int
    outcome: int


@dataclass(frozen=True, slots=True)
class Learnt:
    """A party learnt something of the other; only that party is told."""

    party: int
    known: Known


@dataclass(frozen=True, slots=True)
class DocumentCited:
    """A document was put on the table, or answered."""

    party: int
    document: int
    counter: bool


@dataclass(frozen=True, slots=True)
class DocumentPublished:
    """A document is open to both."""

    document: int


@dataclass(frozen=True, slots=True)
class HomeAsked:
    """A party asked its home; only that party is told."""

    question: Question


@dataclass(frozen=True, slots=True)
class HomeAnswered:
    """A home answered; only its own party is told."""

    question: Question
    yes: bool


@dataclass(frozen=True, slots=True)
class Disowned:
    """A home disowned what was agreed ad referendum; both see it."""

    party: int
    issues: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SlotOpened:
    """A meeting opened."""

    round: int
    slot: int


@dataclass(frozen=True, slots=True)
class RoundEntered:
    """A round began."""

    round: int


@dataclass(frozen=True, slots=True)
class Concluded:
    """Both have signed."""

    package: Package


@dataclass(frozen=True, slots=True)
class Voted:
    """A home voted; both are told who carried and who blocked."""

    tally: Tally


@dataclass(frozen=True, slots=True)
class Announced:
    """The instructor said something to both seats."""

    words: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The negotiation is over."""

    outcome: Outcome


CAUSES = ("better_offer", "worse_offer", "holds", "reopened", "disowned", "alone", "drift")
"""The causes of a `MeterChanged` that are rules and not an author's effects."""

Happening = (
    OfferTabled
    | OfferAccepted
    | OfferRejected
    | OfferFell
    | Held
    | IssueClosed
    | IssueReopened
    | AgendaChanged
    | DelegateChanged
    | ActionTaken
    | ActionFelt
    | DecisionPut
    | DecisionTaken
    | SignedBy
    | SignatureCleared
    | WalkedOut
    | MeterChanged
    | FlagChanged
    | OrderChanged
    | ReservationMoved
    | EventHappened
    | EventFelt
    | Drawn
    | Learnt
    | DocumentCited
    | DocumentPublished
    | HomeAsked
    | HomeAnswered
    | Disowned
    | SlotOpened
    | RoundEntered
    | Concluded
    | Voted
    | Announced
    | Ended
)
