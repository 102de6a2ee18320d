"""Everything that can be done in a negotiation, as values; what each is allowed and does is elsewhere."""

from dataclasses import dataclass

from game.rules.package import Package

WORDS_LIMIT = 200
"""Signs of the sentence that may go with an offer; the rules ignore its meaning."""


@dataclass(frozen=True, slots=True)
class Propose:
    """Table one to three alternative packages; severable unless `linked`."""

    packages: tuple[Package, ...]
    linked: bool = False
    ad_referendum: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """Close `issues` (all of the alternative where empty) as the other's offer has them."""

    which: int = 0
    issues: tuple[int, ...] = ()
    ad_referendum: bool = False


@dataclass(frozen=True, slots=True)
class Reject:
    """The other's offer falls."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """Pass."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """A provisionally agreed issue is open again."""

    issue: int


@dataclass(frozen=True, slots=True)
class Act:
    """Take an action; some need an issue or a package."""

    action: int
    issue: int | None = None
    package: Package | None = None


@dataclass(frozen=True, slots=True)
class Decide:
    """Answer a pending decision."""

    decision: int
    choice: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Sign what is provisionally agreed; the other's signature concludes."""


@dataclass(frozen=True, slots=True)
class WalkOut:
    """End the talks."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Nature: the outcome of an event of chance."""

    event: int
    outcome: int


@dataclass(frozen=True, slots=True)
class Expire:
    """Nature: the clock ran out; the turn passes as a hold."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A home: its answer to the oldest question that is due."""

    party: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Vote:
    """A home: it votes on the instrument."""

    party: int


@dataclass(frozen=True, slots=True)
class Inject:
    """The instructor: an event fires now."""

    event: int


@dataclass(frozen=True, slots=True)
class Broadcast:
    """The instructor: a sentence for both seats, outside the rules."""

    words: str


@dataclass(frozen=True, slots=True)
class Pause:
    """The instructor: the table waits."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The instructor: the table goes on."""


PartyMove = Propose | Accept | Reject | Hold | Reopen | Act | Decide | Sign | WalkOut
NatureMove = Draw | Expire
HomeMove = Answer | Vote
InstructorMove = Inject | Broadcast | Pause | Resume
Move = PartyMove | NatureMove | HomeMove | InstructorMove

PARTY_MOVES = (Propose, Accept, Reject, Hold, Reopen, Act, Decide, Sign, WalkOut)
"""What a party may do, the commonest first: every move is looked up here."""

TABLE_MOVES = (Propose, Accept, Reject, Hold, Reopen, Sign, WalkOut)
"""Exactly one of these ends a turn."""
