"""The section `issues:`: the questions, their options, clauses and what an option needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content import codes
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Issue, Need, Option, Place

OPTIONS: Final = (2, 12)
"""The least and the most options of an issue."""

_PLACES: Final = {place.value: place for place in Place}
_FIELD_OF: Final = {Place.TEXT: "clause", Place.LETTERS: "letter"}
_IN_WORDS: Final = {Place.TEXT: "in the text", Place.LETTERS: "in the letters"}


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues and which of them the instrument cannot be signed without."""

    issues: tuple[Issue, ...]
    required: frozenset[int]


def read_issues(reading: Reading, nodes: Iterable[Node]) -> Issues:
    """Return the issues."""
    found: list[Issue] = []
    required: set[int] = set()
    for id, fields in all_named(reading, nodes, "issue"):
        index = len(found)
        if fields.flag("required", default=False):
            required.add(index)
        found.append(_issue(reading, fields, id, index))
        fields.close()
    return Issues(tuple(found), frozenset(required))


def _issue(reading: Reading, fields: Fields, id: str, index: int) -> Issue:
    known = reading.names.options[index] if index < len(reading.names.options) else {}
    options: list[Option] = []
    for name, each in fields.named("options", f"the option '{id}.{{}}'"):
        reading.places["option", f"{id}.{name}"] = each.key
        options.append(_option(reading, each, name, index))
        each.close()
    if options and not OPTIONS[0] <= len(options) <= OPTIONS[1]:
        low, high = OPTIONS
        where = fields.at("options")
        reading.report.add(
            codes.N112, where, field="options", count=len(options), expected=f"{low} to {high}"
        )
    return Issue(
        id=id,
        label=fields.label("label"),
        question=fields.label("question"),
        options=tuple(options),
        history=fields.reference("history", known, f"option of '{id}'"),
        ordered=fields.flag("ordered", default=True),
        interests=_interests(reading, fields),
        origin=fields.prose("origin", ""),
        option_index=known,
    )


def _interests(reading: Reading, fields: Fields) -> tuple[str, str]:
    if not fields.has("interests"):
        fields.ignore("interests")
        return "", ""
    below = fields.below("interests", f"'interests' of {fields.what}")
    first, second = (below.text(party, "") for party in reading.names.pair)
    below.close()
    return first, second


def _option(reading: Reading, fields: Fields, id: str, issue: int) -> Option:
    clause = fields.text("clause", "")
    letter = fields.text("letter", "")
    usual = Place.TEXT if clause else Place.LETTERS if letter else Place.NOWHERE
    place = fields.one_of("in", _PLACES, usual)
    evidence = fields.citation("evidence")
    hypothetical = fields.flag("hypothetical", default=False)
    _check_words(reading, fields, place)
    if evidence and hypothetical:
        reading.report.add(
            codes.N113, fields.at("hypothetical"), field="evidence", other="hypothetical", what=fields.what
        )
    if not evidence and not hypothetical:
        where = reading.places["option", _full_name(reading, issue, id)]
        reading.report.add(codes.N604, where, option=_full_name(reading, issue, id))
    return Option(
        id=id,
        label=fields.label("label"),
        clause=clause,
        letter=letter,
        place=place,
        needs=_needs(reading, fields, issue),
        evidence=evidence,
        hypothetical=hypothetical,
        note=fields.prose("note", ""),
    )


def _check_words(reading: Reading, fields: Fields, place: Place) -> None:
    """Report an option that says where its words go and has none."""
    needed = _FIELD_OF.get(place)
    if needed is not None and not fields.has(needed):
        option = fields.what.split("'")[1]
        reading.report.add(codes.N515, fields.at("in"), option=option, place=_IN_WORDS[place], field=needed)


def _full_name(reading: Reading, issue: int, option: str) -> str:
    return f"{list(reading.names.issues)[issue]}.{option}"


def _needs(reading: Reading, fields: Fields, issue: int) -> tuple[Need, ...]:
    found: list[Need] = []
    for need in fields.each("needs", f"a need of {fields.what}"):
        when = need.package_condition("when")
        found.append(Need(when, need.text("because"), when.reads_issues() | {issue}))
        need.close()
    return tuple(found)
