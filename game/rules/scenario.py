"""What the author wrote, checked: the frozen data that every rule reads. Look-ups only, no rules.

Indices are positions in the tuples of `Scenario`. There are exactly two parties: options run from the
ideal of party 0 to the ideal of party 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from game.rules.dossier import NO_DOSSIER, Dossier
from game.rules.expressions import Expression
from game.rules.package import Package

NATURE, HOME, INSTRUCTOR, NOBODY = 2, 3, 4, -1
"""Authors of records who are no party, beside the parties 0 and 1; `NOBODY` when play has ended."""

EITHER = 5
"""The turn of a meeting for decisions only: whoever has one pending may answer it, in any order."""

Seen = tuple[bool, bool]
"""For each party, whether it sees the thing."""


def other(party: int) -> int:
    """Return the other party."""
    return 1 - party


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a number is what it is: a citation or an openly marked guess. There is no third kind."""

    text: str
    is_source: bool  # else an assumption

    @property
    def word(self) -> str:
        """The YAML key it was written under: `source` or `assumption`."""
        return "source" if self.is_source else "assumption"


@dataclass(frozen=True, slots=True)
class Party:
    """A side with interests, and the capital that must carry what it signs."""

    id: str
    name: str  # Japan, the Soviet Union
    adjective: str  # Japanese, Soviet
    capital: str  # Tokyo, Moscow
    delegation: str  # who speaks, for screens


class Place(Enum):
    """Where the words of an option go."""

    TEXT = "text"
    LETTERS = "letters"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Need:
    """A condition between options, judged once every issue it names has an option."""

    when: Expression
    sentence: str
    issues: frozenset[int]  # those it names, its own issue among them


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to an issue."""

    id: str
    label: str
    clause: str  # the words of the instrument, "" if none; paragraphs parted by a blank line
    letter: str  # the words that go into the letters beside it, "" if none
    place: Place  # where its principal words go
    needs: tuple[Need, ...]
    evidence: str  # a citation, "" if hypothetical
    hypothetical: bool
    note: str  # what it means, in a sentence


@dataclass(frozen=True, slots=True)
class Issue:
    """A question to settle; its options run from party 0's ideal to party 1's."""

    id: str
    label: str
    question: str
    options: tuple[Option, ...]
    history: int  # the option of the real declaration
    ordered: bool  # False: a deviation is *different*, never *closer*
    interests: tuple[str, str]  # per party, the sentence behind its stand; learnt by asking why
    origin: str  # where the historical option was agreed, for the board
    option_index: Mapping[str, int] = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an article: the clause of an issue, or fixed words."""

    issue: int | None
    words: str  # used where `issue` is None
    run_on: bool  # continues the paragraph before it instead of opening one


@dataclass(frozen=True, slots=True)
class Article:
    """A numbered paragraph of the real declaration and the issues that it settles."""

    number: int
    title: str
    official: str  # paragraphs parted by a blank line
    parts: tuple[Part, ...]
    source: str

    @property
    def issues(self) -> tuple[int, ...]:
        """The issues it settles, in the order of its parts."""
        return tuple(part.issue for part in self.parts if part.issue is not None)


@dataclass(frozen=True, slots=True)
class Declaration:
    """The real instrument, to be compared with."""

    title: str
    title_issue: int | None  # the issue that names the instrument
    titles: tuple[str, ...]  # per option of that issue, "" where there is no instrument
    preamble: str
    testimonium: str
    place: str
    signatures: tuple[str, str]  # per party, lines
    letters_title: str
    articles: tuple[Article, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Linkage:
    """Points for a combination of options, on top of the sum."""

    party: int
    when: Expression
    points: int
    why: str
    basis: Basis


class Level(IntEnum):
    """What a mandate says of an option or combination."""

    FREE = 0
    ASK = 1
    NEVER = 2


@dataclass(frozen=True, slots=True)
class Order:
    """One instruction of a mandate: on an option (`issue`, `option`) or on a combination (`when`)."""

    id: str
    party: int
    issue: int | None
    option: int | None
    when: Expression
    level: Level  # at the opening
    sentence: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Meter:
    """An integer 0 to 10, clamped after every effect."""

    id: str
    label: str
    seen: Seen
    start: int
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact that is true or not."""

    id: str
    label: str
    seen: Seen
    start: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a support or reservation value: `add` where `when` holds."""

    add: Expression
    when: Expression | None
    why: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Constituency:
    """A group at home or an ally, whose support is a clamped sum 0 to 10 of `start` and its terms.

    *For* at `carries_at` and above, *against* at `blocks_at` and below, between them *away*.
    """

    id: str
    label: str
    party: int
    votes: int
    gate: bool  # nothing carries while it is against; signature weight is added to it
    must_be_for: bool
    must_not_be_against: bool
    carries_at: int
    blocks_at: int
    asked_first_at: int | None  # support needed when home is asked before the table is told
    start: int
    terms: tuple[Term, ...]
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Alternative:
    """The course of action without an agreement while `when` holds: a BATNA in words."""

    when: Expression
    words: str


@dataclass(frozen=True, slots=True)
class Home:
    """What carries at home, what asking and deciding alone cost."""

    party: int
    name: str  # "Tokyo", "the Presidium"
    body: str  # who votes, in words
    quorum: int  # votes for that are needed at least
    unity: int | None  # the meter that deciding alone costs
    alone_cost: int  # per `ask` order used
    alone_cost_after_no: int
    answers_in: int  # slots until an acceptance ad referendum is answered
    asked_answers_in: int  # slots until a question is answered
    refused_cost: int  # points below the reservation value when its signature is refused
    batna: str  # the course of action without agreement, in words, where no alternative holds
    alternatives: tuple[Alternative, ...]  # what it is at other times; the first that holds
    reservation: tuple[Term, ...]
    basis: Basis


class ActionKind(Enum):
    """What the rules do with an action besides its effects."""

    PLAIN = "plain"
    ASK_HOME = "ask_home"  # takes a package; answered at a later slot
    DECIDE_ALONE = "decide_alone"  # takes a package; widens the mandate now
    SOUND_OUT = "sound_out"  # takes an issue; learns a band
    ASK_WHY = "ask_why"  # takes an issue; learns an interest
    CITE = "cite"  # puts a document on the table


@dataclass(frozen=True, slots=True)
class Action:
    """Something a delegation may do once a turn, before its table move."""

    id: str
    label: str
    party: Seen  # who may take it
    kind: ActionKind
    table: bool  # public; else back room, leaving no visible trace but its footprint
    when: Expression | None
    closed: str  # the sentence when the condition fails
    times: int  # 0: without limit; of SOUND_OUT and ASK_WHY, per issue
    takes: int  # exchanges of the meeting that it costs, beside its own
    document: int | None
    counters: int | None  # the document that it answers
    effects: tuple["Effect", ...]
    footprint: str  # what the other side sees of a back-room action, "" for nothing
    cost: str  # in words
    note: str
    appeal: int  # how readily a persona takes it, 0 never to 10
    evidence: str


@dataclass(frozen=True, slots=True)
class Add:
    """Move a meter by an amount."""

    meter: int
    amount: Expression
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class SetMeter:
    """Put a meter at an amount."""

    meter: int
    amount: Expression
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class SetFlag:
    """Raise or lower a flag."""

    flag: int
    value: bool
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Instruct:
    """Change an order of a mandate (`allow` and `forbid` in YAML)."""

    order: int
    level: Level
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class PutDecision:
    """Put a decision before its party."""

    decision: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A party's standing offer falls."""

    party: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class TableOffer:
    """An offer is put on the table in a party's name."""

    party: int
    package: Package
    linked: bool
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class MoveReservation:
    """A party's reservation value moves by an amount."""

    party: int
    amount: Expression
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """A party learns the other's interest in an issue."""

    party: int
    issue: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Publish:
    """A document becomes public."""

    document: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class SetAgenda:
    """An issue comes on the agenda (`open`) or leaves it (`close`)."""

    issue: int
    on: bool
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """An event fires `slots` slots from now."""

    event: int
    slots: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Appoint:
    """A delegate speaks for its party from now on, in place of the delegation of the round."""

    delegate: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    """The delegation that the round lists speaks for a party again."""

    party: int
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class EndTalks:
    """The talks break off."""

    when: Expression | None = None


Effect = (
    Add
    | SetMeter
    | SetFlag
    | Instruct
    | PutDecision
    | Withdraw
    | TableOffer
    | MoveReservation
    | Reveal
    | Publish
    | SetAgenda
    | Schedule
    | Appoint
    | Recall
    | EndTalks
)


class Run(Enum):
    """The ordinary move that a choice stands for."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"


class Upon(Enum):
    """What the package of a choice is laid upon."""

    NOTHING = "nothing"
    OWN = "own"  # the party's own last offer
    THEIRS = "theirs"  # the first alternative of the other's standing offer


@dataclass(frozen=True, slots=True)
class RunMove:
    """The ordinary move that a choice stands for.

    PROPOSE tables `packages`, each laid upon `upon`; ACCEPT takes the first alternative of the other's
    offer that meets `accepts` (the first of all where None).
    """

    kind: Run
    packages: tuple[Package, ...] = ()
    linked: bool = False
    upon: Upon = Upon.NOTHING
    accepts: Expression | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a decision."""

    id: str
    label: str
    when: Expression | None
    closed: str
    effects: tuple[Effect, ...]
    runs: RunMove | None
    note: str  # what follows, as far as the party can know
    appeal: int  # weight for personas, 0 to 10
    evidence: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A card put before one party; it comes before any other move and uses no exchange."""

    id: str
    party: int
    title: str
    text: str
    when: Expression | None  # None: only an effect puts it
    choices: tuple[Choice, ...]
    source: str


@dataclass(frozen=True, slots=True)
class EventOutcome:
    """One way that chance may turn."""

    id: str
    odds: int  # in hundredths; the outcomes of an event sum to 100
    text: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens: once a game unless it repeats, at most once a move."""

    id: str
    label: str
    when: Expression | None  # None: only a schedule or the instructor fires it
    repeats: bool
    inject: bool  # kept for the instructor, who may let it happen
    seen: Seen
    text: str  # told to those who see it
    footprint: str  # told to those who do not, "" for nothing
    effects: tuple[Effect, ...]
    outcomes: tuple[EventOutcome, ...]  # empty where chance has no part
    usual: int  # the outcome where an instructor has switched chance off
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that may be read and, by some actions, cited."""

    id: str
    title: str
    date: str
    text: str
    seen: Seen
    issue: int | None  # the issue it bears on when cited
    side: int | None  # whom it helps
    weight: int  # how much it makes the other side value yielding, in points
    source: str
    label: str  # attested, disputed, ...
    since: int = 0  # from which day it may be read, a proleptic Gregorian ordinal; 0: from the beginning


class Signs(Enum):
    """What a delegation's signature is worth.

    One that is given ad referendum counts at the table like any other: the vote that follows is its
    confirmation, and the delegation's weight says how much it binds.
    """

    FULL = "full"
    AD_REFERENDUM = "ad_referendum"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who speaks for a party in a round, and with what powers."""

    head: str
    members: tuple[str, ...]
    signs: Signs
    alone: bool  # full powers to decide beyond the mandate
    ad_referendum: bool  # may agree ad referendum
    weight: int  # signature weight, added to the gate's support
    issues: frozenset[int] | None  # what it may sign, None for everything


@dataclass(frozen=True, slots=True)
class Delegate:
    """A delegation that an effect may send in place of the one that a round lists."""

    id: str
    party: int
    delegation: Delegation
    stays: bool  # over the rounds that follow; else the next round brings its own


@dataclass(frozen=True, slots=True)
class Slot:
    """One dated meeting; of decisions only where it has no exchanges."""

    id: str
    label: str
    date: int  # proleptic Gregorian ordinal, datetime.date.toordinal
    ordinal: int  # place in the whole calendar of the scenario
    exchanges: int


class RoundKind(Enum):
    """Talks bargain; in a ratification the homes vote at the end and only holds are tabled."""

    TALKS = "talks"
    RATIFICATION = "ratification"


@dataclass(frozen=True, slots=True)
class Round:
    """A stage of the talks and a state of the machine."""

    id: str
    title: str
    place: str
    setting: str
    kind: RoundKind
    slots: tuple[Slot, ...]
    agenda: frozenset[int]
    reopens: frozenset[int]
    opens: int  # the party that speaks first
    delegations: tuple[Delegation, Delegation]


class Trigger(Enum):
    """What moves the talks from one round to another or to their end."""

    CONCLUDED = "concluded"
    DEADLINE = "deadline"
    WALK_OUT = "walk_out"
    BREAKDOWN = "breakdown"
    RATIFIED = "ratified"
    REFUSED = "refused"


END = -1
"""The target of an edge that ends the negotiation."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A guarded way out of a round; the first whose guard holds is taken."""

    guard: Expression | None  # None: otherwise
    target: int  # a round, or END


Protocol = Mapping[tuple[int, Trigger], tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a negotiation ended, told; the first in the file that fits is taken."""

    id: str
    title: str
    after: frozenset[Trigger]
    when: Expression | None
    epilogue: str
    plausibility: str  # historical, plausible, possible, unlikely
    counterfactual: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conduct:
    """How behaviour at the table moves trust. Steps are rungs of the ladders, so that trust tells
    nobody the other's points."""

    meter: int
    better_steps: int  # a new offer this much nearer to the other's ideal than the last ...
    better_add: int  # ... moves trust by this
    worse_steps: int
    worse_add: int
    holds_running: int
    holds_add: int
    reopen_add: int
    disowned_add: int
    breaks_at: int
    lapse_after: int  # slots until an unanswered offer falls; 0: never
    sound_free: int  # trust from which sounding tells one band ...
    sound_least: int  # ... from which it tells two; below, it is refused
    bands: tuple[int, int, int]  # spread from which a weight is some, much, most
    drift_to: int  # what trust moves towards between rounds ...
    drift_by: int  # ... and how far each time; 0: not at all
    basis: Basis


@dataclass(frozen=True, slots=True)
class Sits:
    """Who has a chair from a round on."""

    round: int
    persona: int


@dataclass(frozen=True, slots=True)
class Persona:
    """An opponent as data; see `ai/personas.py` for what each number does.

    One that `seats` has the temper of whoever sits: its own numbers are those of the first.
    """

    id: str
    name: str
    party: int | None  # None: may sit in either chair
    historical: bool
    margins: tuple[int, ...]  # private margin over the floor, one drawn a game
    floor: int  # never aims below these points, whatever the reservation value
    beta_percent: int  # curvature of the concession, hundredths: below 100 Boulware, above Conceder
    reciprocity: int  # points given back for each step received, 0 to 4
    boldness: int  # chance in hundredths of deciding alone or asking home when it pays
    asks: int  # chance in hundredths of asking or sounding in a turn
    never: frozenset[tuple[int, int]]  # (issue, option) never proposed nor accepted
    tone: str  # for the words it adds to its moves: plain, blunt, courteous, dry
    about: str
    basis: Basis
    seats: tuple[Sits, ...] = ()  # in the order of the rounds; the first sits before its round too


class Fate(Enum):
    """What an option would make of a place on the map."""

    AT_ONCE = "at_once"  # handed over when the instrument enters into force
    AFTER_TREATY = "after_treaty"  # handed over after a peace treaty
    NAMED = "named"  # not handed over, named as open to talks
    WORDS = "words"  # not named; the text says that talks include territory
    SILENT = "silent"  # the text says nothing of it
    CLOSED = "closed"  # the text says that the question is settled


@dataclass(frozen=True, slots=True)
class MapRule:
    """How some places are shown under a package that has all of some options; the first that fits counts."""

    places: tuple[str, ...]
    options: frozenset[tuple[int, int]]  # (issue, option)
    fate: Fate


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a scenario starts: what stands agreed."""

    agreed: Package
    round: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a delegation reads before the first meeting."""

    public: str
    confidential: tuple[str, str]  # per party
    rules_check: tuple[tuple[str, str], ...]  # (question, answer)


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a written line of play: whose, and which; `move` is a `game.rules.moves.Move`."""

    author: int
    move: object
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A documented course of the talks, replayable move by move."""

    id: str
    label: str
    note: str
    steps: tuple[Step, ...]
    draws: tuple[tuple[int, int], ...]  # (event, outcome) where chance decided


class FactForm(Enum):
    """The forms of a calibration fact."""

    PREFER = "prefer"
    CARRIES = "carries"
    BLOCKS = "blocks"
    STANDS = "stands"
    RISES = "rises"
    FALLS = "falls"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Fact:
    """An ordinal fact of the record that the numbers must respect.

    `who` is `party:japan`, `home:japan`, `constituency:yoshida_wing`, `reservation:japan`,
    `meter:hurry`. `at` and `until` are slot ordinals on the historical line. A case is one package, or
    two of which the first is preferred; none for RISES and FALLS.
    """

    id: str
    form: FactForm
    who: str
    party: int
    index: int  # of the constituency or meter, -1 otherwise
    cases: tuple[tuple[Package | None, ...], ...]  # it holds in all of them; None: no agreement
    varied: frozenset[int]  # issues that may say whatever they like, as long as the text holds together
    standing: str  # of STANDS: for, away or against
    at: int
    until: int
    event: int  # of RISES and FALLS: what this event does at `at`; -1: from `at` to `until`
    line: str  # the historical line on which it is judged
    sentence: str
    asked_first: bool  # of CARRIES and BLOCKS: the question put before the table is told
    warning: bool  # disputed, inferred or single source
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """A whole negotiation as its author wrote it. Once one exists, no look-up can fail.

    Two scenarios are the same thing only if they are the same object; `fingerprint` compares contents.
    """

    id: str
    title: str
    version: str
    minutes: int
    summary: str
    parties: tuple[Party, Party]
    issues: tuple[Issue, ...]
    declaration: Declaration | None
    requires: frozenset[int]  # issues the instrument cannot be signed without
    points: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]  # [party][issue][option]
    points_basis: tuple[tuple[Basis, ...], tuple[Basis, ...]]  # [party][issue]
    linkages: tuple[Linkage, ...]
    orders: tuple[Order, ...]
    meters: tuple[Meter, ...]
    flags: tuple[Flag, ...]
    constituencies: tuple[Constituency, ...]
    homes: tuple[Home, Home]
    rounds: tuple[Round, ...]
    delegates: tuple[Delegate, ...]
    protocol: Protocol
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]
    events: tuple[Event, ...]
    endings: tuple[Ending, ...]
    documents: tuple[Document, ...]
    personas: tuple[Persona, ...]
    conduct: Conduct
    opening: Opening
    briefing: Briefing
    history: tuple[HistoryLine, ...]
    facts: tuple[Fact, ...]
    sources: Mapping[str, str]  # citation code -> title and place
    fingerprint: str  # SHA-256 over the source files
    dossier: Dossier = NO_DOSSIER
    map_rules: tuple[MapRule, ...] = ()  # none: the talks are about no place on the map

    def party_index(self, id: str) -> int:
        """Return the index of the party called `id`; raise `KeyError` for no such party."""
        return _found([party.id for party in self.parties], id, "party")

    def issue_index(self, id: str) -> int:
        """Return the index of the issue called `id`; raise `KeyError` for no such issue."""
        return _found([issue.id for issue in self.issues], id, "issue")

    def package(self, **options: str) -> Package:
        """Return the package with the named options, open elsewhere; raise `KeyError` for no such name."""
        chosen = {self.issue_index(issue): option for issue, option in options.items()}
        return tuple(
            issue.option_index[chosen[i]] if i in chosen else -1 for i, issue in enumerate(self.issues)
        )

    def historical_package(self) -> Package:
        """Return the package of the real declaration."""
        return tuple(issue.history for issue in self.issues)


def _found(ids: list[str], id: str, kind: str) -> int:
    if id not in ids:
        raise KeyError(f"no {kind} is called {id!r}; there are {', '.join(ids)}")
    return ids.index(id)
