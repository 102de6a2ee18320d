"""The section `parties:`: the two who bargain."""

from collections.abc import Iterable

from game.content import codes
from game.content.diagnostics import Place, Placed
from game.content.names import PARTIES
from game.content.reader import all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Party


def read_parties(reading: Reading, nodes: Iterable[Node]) -> tuple[Party, ...]:
    """Return the parties, reporting where there are not exactly two."""
    found: list[Party] = []
    where: Placed | Place = reading.main
    for id, fields in all_named(reading, nodes, "party"):
        found.append(
            Party(
                id=id,
                name=fields.label("name"),
                adjective=fields.label("adjective"),
                capital=fields.label("capital"),
                delegation=fields.label("delegation"),
            )
        )
        fields.close()
        if len(found) <= PARTIES + 1:
            where = reading.places["party", id]
    if len(found) != PARTIES:
        reading.report.add(codes.N203, where, count=len(found))
    return tuple(found)
