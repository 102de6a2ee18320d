"""The section `calibration:`: ordinal facts of the record that the numbers must respect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content import codes
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.package import OPEN, Package, merged
from game.rules.scenario import Constituency, Fact, FactForm, Issue

_FORMS: Final = {form.value: form for form in FactForm}
_RESERVATION: Final = "reservation."


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
    at, until = _when(reading, fields, form)
    lines = reading.names.lines
    first = next(iter(lines), "")
    line = fields.word("legal") if form is FactForm.LEGAL else fields.word("line")
    if form is not FactForm.LEGAL:
        fields.maybe_reference("line", lines, "line")
    return Fact(
        id=id,
        form=form,
        who=subject.who,
        party=subject.party,
        index=subject.index,
        packages=_packages(reading, fields, form, judging),
        at=at,
        until=until,
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
        case FactForm.PREFER | FactForm.CARRIES | FactForm.BLOCKS:
            kind = "party" if form is FactForm.PREFER else "home"
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


def _when(reading: Reading, fields: Fields, form: FactForm) -> tuple[int, int]:
    slots = reading.names.slots
    match form:
        case FactForm.LEGAL:
            return 0, 0
        case FactForm.RISES | FactForm.FALLS:
            return fields.reference("from", slots, "meeting"), fields.reference("to", slots, "meeting")
        case _:
            at = fields.reference("at", slots, "meeting")
            return at, at


def _packages(
    reading: Reading, fields: Fields, form: FactForm, judging: _Judging
) -> tuple[Package | None, ...]:
    match form:
        case FactForm.PREFER:
            return _completed(fields, "this", judging), _completed(fields, "over", judging)
        case FactForm.CARRIES | FactForm.BLOCKS:
            return (_completed(fields, "package", judging),)
        case _:
            return ()


def _completed(fields: Fields, name: str, judging: _Judging) -> Package | None:
    """Return the package of a field with the options of history where it says nothing."""
    if fields.word(name) == "nothing":
        fields.ignore(name)
        return None
    given = fields.package(name, f"'{name}' of {fields.what}")
    under = judging.history if len(judging.history) == len(given) else (OPEN,) * len(given)
    return merged(under, given)
