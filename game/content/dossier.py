"""The sections of what is read about the talks: people, words, dates, disputes, lessons."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content import codes
from game.content.documents import attestation
from game.content.reader import LABEL_LIMIT, Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.dossier import Dispute, Lesson, Moment, Person, Role, Said, Stage, Word

_LEAST_READINGS: Final = 2
_MOST_MINUTES: Final = 600


@dataclass(frozen=True, slots=True)
class Teaching:
    """What the section `teaching:` gives."""

    questions: tuple[str, ...] = ()
    sensitivity: str = ""


def read_roles(reading: Reading, nodes: Iterable[Node]) -> tuple[Role, ...]:
    """Return the roles in the delegations."""
    found: list[Role] = []
    for id, fields in all_named(reading, nodes, "role"):
        found.append(Role(id, fields.party(), fields.label("label"), fields.prose("text")))
        fields.close()
    return tuple(found)


def read_cast(reading: Reading, nodes: Iterable[Node]) -> tuple[Person, ...]:
    """Return the people, in the order of the file."""
    found: list[Person] = []
    for id, fields in all_named(reading, nodes, "person"):
        fields.claim()
        found.append(
            Person(
                id=id,
                name=fields.label("name"),
                party=fields.maybe_reference("party", reading.names.parties, "party"),
                office=fields.label("office"),
                note=fields.prose("note", ""),
                source=fields.citation("source", ""),
            )
        )
        fields.close()
    return tuple(found)


def read_glossary(reading: Reading, nodes: Iterable[Node]) -> tuple[Word, ...]:
    """Return the words, in the order of the file."""
    found: list[Word] = []
    for id, fields in all_named(reading, nodes, "word"):
        term, note = fields.label("term"), fields.prose("note", "")
        said, called = (_by_party(reading, fields, name, f"the word '{id}'") for name in ("said", "called"))
        found.append(Word(id, term, said, note, called))
        fields.close()
    return tuple(found)


def _by_party(reading: Reading, fields: Fields, name: str, what: str) -> tuple[str, str]:
    """Return what each party says, "" for one that says nothing of its own."""
    if not fields.has(name):
        fields.ignore(name)
        return "", ""
    below = fields.below(name, f"'{name}' of {what}")
    first, second = (below.text(party, "", LABEL_LIMIT) for party in reading.names.pair)
    below.close()
    return first, second


def read_timeline(reading: Reading, nodes: Iterable[Node]) -> tuple[Moment, ...]:
    """Return the dated events, in the order of time."""
    found: list[Moment] = []
    for id, fields in all_named(reading, nodes, "moment"):
        source, label = attestation(fields)
        found.append(
            Moment(
                id=id,
                date=fields.date("date"),
                when=fields.label("when"),
                text=fields.prose("text"),
                source=source,
                label=label,
            )
        )
        fields.close()
    return tuple(sorted(found, key=lambda moment: moment.date))


def read_disputes(reading: Reading, nodes: Iterable[Node]) -> tuple[Dispute, ...]:
    """Return the disputes; each has two readings or more."""
    found: list[Dispute] = []
    for id, fields in all_named(reading, nodes, "dispute"):
        title, text = fields.label("title"), fields.prose("text")
        readings = []
        for each in fields.each("readings", f"a reading of the dispute '{id}'", needed=True):
            if not each.has("sources"):
                each.claim()
            readings.append(Said(each.prose("says"), each.citations("sources")))
            each.close()
        if len(readings) < _LEAST_READINGS:
            where = fields.at("readings")
            values = {"field": "readings", "count": len(readings), "expected": "two or more"}
            reading.report.add(codes.N112, where, **values)
        found.append(
            Dispute(id, title, text, tuple(readings), fields.prose("question"), fields.condition("when"))
        )
        fields.close()
    return tuple(found)


def read_lessons(reading: Reading, nodes: Iterable[Node]) -> tuple[Lesson, ...]:
    """Return the lessons."""
    found: list[Lesson] = []
    for id, fields in all_named(reading, nodes, "lesson"):
        title, stages = fields.label("title"), []
        for each in fields.each("stages", f"a stage of the lesson '{id}'", needed=True):
            minutes = each.count("minutes", 1, _MOST_MINUTES)
            stages.append(Stage(minutes, each.label("title"), each.prose("text")))
            each.close()
        found.append(Lesson(id, title, tuple(stages)))
        fields.close()
    return tuple(found)


def read_teaching(reading: Reading, fields: Fields) -> Teaching:
    """Return what a class talks about afterwards, and what it should know before."""
    found = Teaching(fields.texts("questions"), fields.prose("sensitivity", ""))
    fields.close()
    return found
