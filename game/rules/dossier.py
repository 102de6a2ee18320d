"""What is read about the talks and plays no part in them: people, words, dates, disputes, the lesson.

No rule reads any of it but a dispute's condition, which is asked once, when all is over.
"""

from dataclasses import dataclass

from game.rules.expressions import Expression


@dataclass(frozen=True, slots=True)
class Role:
    """A seat in a delegation, with instructions that only who sits there reads."""

    id: str
    party: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who had a part in it."""

    id: str
    name: str
    party: int | None  # None for third powers
    office: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the talks, and what each side calls the thing in its own language."""

    id: str
    term: str
    said: tuple[str, str]  # per party, "" where it has no other word
    note: str
    called: tuple[str, str] = ("", "")  # per party, its name for it in this language


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event of the record."""

    id: str
    date: int  # proleptic Gregorian ordinal, by which they are in order
    when: str  # the date in words, as far as it is known
    text: str
    source: str
    label: str  # how sure it is, in the words of documents


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a dispute among those who have studied it."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is not settled about the record, told when all is over and the play has touched it."""

    id: str
    title: str
    text: str
    readings: tuple[Said, ...]  # two or more
    question: str
    when: Expression | None  # of the last position; None: always


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a lesson."""

    minutes: int
    title: str
    text: str  # what is done, click by click


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a lesson of a given length is run."""

    id: str
    title: str
    stages: tuple[Stage, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(stage.minutes for stage in self.stages)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it."""

    roles: tuple[Role, ...] = ()
    cast: tuple[Person, ...] = ()
    glossary: tuple[Word, ...] = ()
    timeline: tuple[Moment, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    questions: tuple[str, ...] = ()  # to be discussed when all is over
    sensitivity: str = ""  # what a class should know before it plays


NO_DOSSIER = Dossier()
"""Of a scenario that says nothing beside its talks."""
