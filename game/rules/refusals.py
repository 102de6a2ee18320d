"""Why a move is not legal, as values; `text/wording.py` turns them into sentences."""

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """The refusal codes. Each is a rule of negotiation-model section 2."""

    ENDED = "ENDED"
    NOT_YOUR_TURN = "NOT_YOUR_TURN"
    WRONG_AUTHOR = "WRONG_AUTHOR"  # a record of nature, home or the instructor by someone else
    NOT_DUE = "NOT_DUE"  # a draw, answer or vote that nothing asks for
    DECISION_FIRST = "DECISION_FIRST"
    NOT_HERE = "NOT_HERE"  # a ratification hears no table moves but holds
    NO_SUCH_THING = "NO_SUCH_THING"  # an index outside the scenario
    WORDS_TOO_LONG = "WORDS_TOO_LONG"
    ALTERNATIVES = "ALTERNATIVES"  # none, more than three, or two alike
    EMPTY_OFFER = "EMPTY_OFFER"
    NOT_ON_AGENDA = "NOT_ON_AGENDA"
    ISSUE_CLOSED = "ISSUE_CLOSED"
    NEEDS = "NEEDS"
    BEYOND_MANDATE = "BEYOND_MANDATE"
    NOT_AD_REFERENDUM = "NOT_AD_REFERENDUM"
    SAME_OFFER = "SAME_OFFER"
    NOTHING_TABLED = "NOTHING_TABLED"
    NO_SUCH_ALTERNATIVE = "NO_SUCH_ALTERNATIVE"
    NOT_IN_OFFER = "NOT_IN_OFFER"
    LINKED_OFFER = "LINKED_OFFER"
    NOT_AGREED = "NOT_AGREED"
    ALREADY_SIGNED = "ALREADY_SIGNED"
    REQUIRED_OPEN = "REQUIRED_OPEN"
    ANSWER_AWAITED = "ANSWER_AWAITED"
    NO_FULL_POWERS = "NO_FULL_POWERS"
    ALREADY_ACTED = "ALREADY_ACTED"
    NOT_YOUR_ACTION = "NOT_YOUR_ACTION"
    ACTION_CLOSED = "ACTION_CLOSED"
    ACTION_USED = "ACTION_USED"
    ACTION_NEEDS_ISSUE = "ACTION_NEEDS_ISSUE"
    ACTION_NEEDS_PACKAGE = "ACTION_NEEDS_PACKAGE"
    ALREADY_KNOWN = "ALREADY_KNOWN"
    TRUST_TOO_LOW = "TRUST_TOO_LOW"
    WITHIN_MANDATE = "WITHIN_MANDATE"  # nothing to ask home for, nothing to decide alone
    QUESTION_OPEN = "QUESTION_OPEN"
    ALREADY_CITED = "ALREADY_CITED"
    NOTHING_TO_COUNTER = "NOTHING_TO_COUNTER"
    NOT_PENDING = "NOT_PENDING"
    CHOICE_CLOSED = "CHOICE_CLOSED"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal: its code and where it lies."""

    why: Why
    issue: int | None = None
    option: int | None = None
    need: int | None = None  # position in the option's `needs`
    orders: tuple[int, ...] = ()  # orders of the mandate that stand in the way
    issues: tuple[int, ...] = ()
    because: "Refusal | None" = None  # of CHOICE_CLOSED: why the move it stands for is refused
