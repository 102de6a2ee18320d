"""The section `personas:`: opponents as data."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Final

from game.content import codes
from game.content.diagnostics import Severity
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Persona, Sits

_MARGINS: Final = (0, 40)
_FLOOR: Final = (-1000, 1000)
_BETA: Final = (5, 1000)  # hundredths; nearer to 0 the curve is a wall until the last exchange
_RECIPROCITY: Final = (0, 4)
_HUNDREDTHS: Final = (0, 100)
_TONES: Final = {tone: tone for tone in ("plain", "blunt", "courteous", "dry")}
_TEMPER: Final = ("margins", "floor", "beta_percent", "reciprocity", "boldness", "asks", "never", "tone")
"""What a persona is itself; one whose chair changes hands has none of it."""


def read_personas(reading: Reading, nodes: Iterable[Node]) -> tuple[Persona, ...]:
    """Return the personas; one whose chair changes hands has the numbers of whoever sits first."""
    found: list[Persona] = []
    seated: dict[int, tuple[Fields, ...]] = {}
    for id, fields in all_named(reading, nodes, "persona"):
        persona = Persona(
            id=id,
            name=fields.label("name"),
            party=fields.maybe_reference("party", reading.names.parties, "party"),
            historical=fields.flag("historical", default=False),
            margins=(0,),
            floor=0,
            beta_percent=100,
            reciprocity=0,
            boldness=0,
            asks=0,
            never=frozenset(),
            tone="plain",
            about=fields.prose("about"),
            basis=fields.basis,
        )
        if fields.has("seats"):
            for name in filter(fields.has, _TEMPER):
                reading.report.add(codes.N113, fields.at(name), field="seats", other=name, what=fields.what)
                fields.ignore(name)
            seated[len(found)] = tuple(fields.each("seats", f"an entry of 'seats' of '{id}'", needed=True))
        else:
            persona = _with_temper(fields, persona)
        found.append(persona)
        fields.close()
    for own, entries in seated.items():
        seats = tuple(_sits(reading, entries, found, seated, own))
        if seats:
            found[own] = _like(found[seats[0].persona], found[own], seats)
    return tuple(found)


def _like(first: Persona, own: Persona, seats: tuple[Sits, ...]) -> Persona:
    """Return the persona `own` with the numbers of `first`."""
    return replace(
        first,
        id=own.id,
        name=own.name,
        party=own.party,
        historical=own.historical,
        about=own.about,
        basis=own.basis,
        seats=seats,
    )


def _with_temper(fields: Fields, persona: Persona) -> Persona:
    return replace(
        persona,
        margins=fields.numbers("margins", *_MARGINS, (1, 20)),
        floor=fields.number("floor", *_FLOOR, 0),
        beta_percent=fields.number("beta_percent", *_BETA),
        reciprocity=fields.number("reciprocity", *_RECIPROCITY),
        boldness=fields.number("boldness", *_HUNDREDTHS),
        asks=fields.number("asks", *_HUNDREDTHS),
        never=fields.options("never"),
        tone=fields.one_of("tone", _TONES, "plain"),
    )


def _sits(
    reading: Reading, entries: Iterable[Fields], personas: list[Persona], seated: Container[int], own: int
) -> Iterator[Sits]:
    """Yield who has the chair of the persona `own` from which round on, reporting who cannot."""
    report, names, last = reading.report, reading.names, -1
    for fields in entries:
        errors = report.count(Severity.ERROR)
        round_ = fields.reference("from", names.rounds, "round")
        who = fields.reference("who", names.personas, "persona")
        fields.close()
        if report.count(Severity.ERROR) > errors:
            continue
        if round_ <= last:
            report.add(codes.N209, fields.at("from"), round=list(names.rounds)[round_])
        if who in seated:
            report.add(codes.N207, fields.at("who"), name=personas[who].id)
        elif personas[who].party not in (None, personas[own].party):
            report.add(codes.N208, fields.at("who"), name=personas[who].id)
        last = round_
        yield Sits(round_, who)
