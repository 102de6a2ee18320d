"""The section `endings:`: how it may end, told."""

from collections.abc import Iterable
from typing import Final

from game.content.reader import all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Ending, Trigger

_TRIGGERS: Final = {trigger.value: trigger for trigger in Trigger}
HISTORICAL: Final = "historical"
_GRADES: Final = {grade: grade for grade in (HISTORICAL, "plausible", "possible", "unlikely")}


def read_endings(reading: Reading, nodes: Iterable[Node]) -> tuple[Ending, ...]:
    """Return the endings in the order in which they are tried."""
    found: list[Ending] = []
    for id, fields in all_named(reading, nodes, "ending"):
        if fields.word("plausibility") == HISTORICAL and not fields.has("sources"):
            fields.claim()
        found.append(
            Ending(
                id=id,
                title=fields.label("title"),
                after=frozenset(fields.words("after", _TRIGGERS)),
                when=fields.condition("when"),
                epilogue=fields.prose("epilogue"),
                plausibility=fields.one_of("plausibility", _GRADES),
                counterfactual=fields.flag("counterfactual"),
                sources=fields.citations("sources"),
            )
        )
        fields.close()
    return tuple(found)
