"""The section `personas:`: opponents as data."""

from collections.abc import Iterable
from typing import Final

from game.content.reader import all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Persona

_MARGINS: Final = (0, 40)
_FLOOR: Final = (-1000, 1000)
_BETA: Final = (5, 1000)  # hundredths; nearer to 0 the curve is a wall until the last exchange
_RECIPROCITY: Final = (0, 4)
_HUNDREDTHS: Final = (0, 100)
_TONES: Final = {tone: tone for tone in ("plain", "blunt", "courteous", "dry")}


def read_personas(reading: Reading, nodes: Iterable[Node]) -> tuple[Persona, ...]:
    """Return the personas."""
    found: list[Persona] = []
    for id, fields in all_named(reading, nodes, "persona"):
        found.append(
            Persona(
                id=id,
                name=fields.label("name"),
                party=fields.maybe_reference("party", reading.names.parties, "party"),
                historical=fields.flag("historical", default=False),
                margins=fields.numbers("margins", *_MARGINS, (1, 20)),
                floor=fields.number("floor", *_FLOOR, 0),
                beta_percent=fields.number("beta_percent", *_BETA),
                reciprocity=fields.number("reciprocity", *_RECIPROCITY),
                boldness=fields.number("boldness", *_HUNDREDTHS),
                asks=fields.number("asks", *_HUNDREDTHS),
                never=fields.options("never"),
                tone=fields.one_of("tone", _TONES, "plain"),
                about=fields.prose("about"),
                basis=fields.basis,
            )
        )
        fields.close()
    return tuple(found)
