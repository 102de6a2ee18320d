"""The section `calibration:`: ordinal facts of the record that the numbers must respect.

One form to a fact: `prefer` (a party or a constituency), `carries` and `blocks` (a home or a constituency),
`stands: <constituency>` with `as: for | away | against`, `rises` and `falls` (a meter, a reservation value;
`from` one meeting `to` another, or `with` what an event does `at` a meeting), `legal` (a historical line).
A package, or a list of packages for each of which the fact must hold, is completed by the options of
history; under `whatever:` stand issues that may have any of their options, or any of some, as long as the
options of the package fit together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

from game.content import codes
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import ListNode, Node
from game.rules.package import OPEN, Package, empty, merged
from game.rules.scenario import Constituency, Fact, FactForm, Issue

MOST_CASES: Final = 2000
"""Packages, or pairs of them, that one fact may speak of."""

_FORMS: Final = {form.value: form for form in FactForm}
_RESERVATION: Final = "reservation."
_STANDINGS: Final = {"for": "for", "away": "away", "against": "against"}
_PACKAGES: Final = {
    FactForm.PREFER: ("this", "over"),
    FactForm.CARRIES: ("package",),
    FactForm.BLOCKS: ("package",),
    FactForm.STANDS: ("package",),
}

Sides = tuple[tuple[Package | None, ...], ...]
"""The packages of each side of a comparison; None: no agreement."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Of whom or what a fact speaks, as `Fact.who` says it."""

    who: str
    party: int = -1
    index: int = -1


def read_calibration(
    reading: Reading,
    nodes: Iterable[Node],
    issues: tuple[Issue, ...],
    constituencies: tuple[Constituency, ...],
) -> tuple[Fact, ...]:
    """Return the facts; an issue that a package leaves out has the option of history."""
    history = tuple(issue.history for issue in issues)
    found: list[Fact] = []
    for id, fields in all_named(reading, nodes, "fact"):
        forms = [form for form in FactForm if fields.has(form.value)]
        if len(forms) != 1:
            if fields.is_open:
                known = ", ".join(_FORMS)
                reading.report.add(codes.N115, fields.key, what="a fact", known=known, count=len(forms))
            continue
        found.append(_fact(reading, fields, id, forms[0], _Judging(history, constituencies)))
        fields.close()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Judging:
    history: Package
    constituencies: tuple[Constituency, ...]


def _fact(reading: Reading, fields: Fields, id: str, form: FactForm, judging: _Judging) -> Fact:
    subject = _subject(reading, fields, form, judging)
    at, until, event = _when(reading, fields, form)
    lines = reading.names.lines
    first = next(iter(lines), "")
    line = fields.word("legal") if form is FactForm.LEGAL else fields.word("line")
    if form is not FactForm.LEGAL:
        fields.maybe_reference("line", lines, "line")
    sides = tuple(_side(fields, name) for name in _PACKAGES.get(form, ()))
    varied = _varied(reading, fields, sides) if sides else {}
    return Fact(
        id=id,
        form=form,
        who=subject.who,
        party=subject.party,
        index=subject.index,
        cases=_cases(reading, fields, sides, varied, judging.history),
        varied=frozenset(varied),
        standing=fields.one_of("as", _STANDINGS) if form is FactForm.STANDS else "",
        at=at,
        until=until,
        event=event,
        line=line or first,
        sentence=fields.text("because"),
        asked_first=fields.flag("asked_first", default=False),
        warning=fields.flag("warning", default=False),
        source=fields.citation("source", None),
    )


def _subject(reading: Reading, fields: Fields, form: FactForm, judging: _Judging) -> Subject:
    names = reading.names
    word = fields.word(form.value)
    known: dict[str, Subject] = {}
    match form:
        case FactForm.LEGAL:
            fields.reference("legal", names.lines, "line")
            return Subject(f"line:{word}")
        case FactForm.PREFER | FactForm.CARRIES | FactForm.BLOCKS | FactForm.STANDS:
            kind = "party" if form is FactForm.PREFER else "home"
            if form is not FactForm.STANDS:
                known = {id: Subject(f"{kind}:{id}", index) for id, index in names.parties.items()}
            for id, index in names.constituencies.items():
                if index < len(judging.constituencies):
                    party = judging.constituencies[index].party
                    known[id] = Subject(f"constituency:{id}", party, index)
        case FactForm.RISES | FactForm.FALLS:
            known = {id: Subject(f"meter:{id}", -1, index) for id, index in names.meters.items()}
            for id, index in names.parties.items():
                known[_RESERVATION + id] = Subject(f"reservation:{id}", index)
    numbers = {id: position for position, id in enumerate(known)}
    position = fields.reference(form.value, numbers, "such subject of a fact")
    return list(known.values())[position] if known else Subject("")


def _when(reading: Reading, fields: Fields, form: FactForm) -> tuple[int, int, int]:
    """Return the meeting, the later meeting and the event."""
    slots = reading.names.slots
    if form is FactForm.LEGAL:
        return 0, 0, -1
    if form in (FactForm.RISES, FactForm.FALLS) and not fields.has("with"):
        return fields.reference("from", slots, "meeting"), fields.reference("to", slots, "meeting"), -1
    event = fields.maybe_reference("with", reading.names.events, "event") if fields.has("with") else None
    at = fields.reference("at", slots, "meeting")
    return at, at, -1 if event is None else event


def _side(fields: Fields, name: str) -> tuple[Package | None, ...]:
    """Return the packages of a field as written, issues that it leaves out being open."""
    if fields.word(name) == "nothing":
        fields.ignore(name)
        return (None,)
    if isinstance(fields.at(name), ListNode):
        return fields.packages(name, (1, 20)) or (None,)
    return (fields.package(name, f"'{name}' of {fields.what}"),)


def _varied(reading: Reading, fields: Fields, sides: Sides) -> dict[int, tuple[int, ...]]:
    """Return the options that issues may have under `whatever:`, none of which a package may name too."""
    if not fields.has("whatever"):
        return {}
    below = fields.below("whatever", f"'whatever' of {fields.what}")
    found: dict[int, tuple[int, ...]] = {}
    for issue, index in reading.names.issues.items():
        if not below.has(issue):
            continue
        options = reading.names.options[index]
        found[index] = (
            tuple(options.values()) if below.word(issue) == "any" else below.words(issue, options) or (0,)
        )
        if any(package is not None and package[index] != OPEN for side in sides for package in side):
            reading.report.add(
                codes.N113, below.at(issue), field=issue, other="the package", what=fields.what
            )
    below.close_ids(reading.names.issues, "issue")
    return found


def _cases(
    reading: Reading, fields: Fields, sides: Sides, varied: dict[int, tuple[int, ...]], history: Package
) -> tuple[tuple[Package | None, ...], ...]:
    """Return every choice of a package from each side, with every combination of the issues varied."""
    if not sides:
        return ()
    count = prod(map(len, sides)) * prod(map(len, varied.values()))
    if count > MOST_CASES:
        reading.report.add(
            codes.N112, fields.at("whatever"), field="whatever", count=count, expected=f"at most {MOST_CASES}"
        )
        return ()
    size = len(reading.names.issues)
    under = history if len(history) == size else empty(size)
    found = []
    for options in product(*varied.values()):
        laid = list(under)
        for issue, option in zip(varied, options, strict=True):
            laid[issue] = option
        for case in product(*sides):
            found.append(tuple([None if each is None else merged(tuple(laid), each) for each in case]))
    return tuple(found)
