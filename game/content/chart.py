"""The section `map:`: what an option would make of a place, for the map beside the table.

The map is that of the islands from Hokkaido to Kamchatka; talks about anything else have no `map:` and are
shown without one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from game import places
from game.content import codes
from game.content.reader import all_listed
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Fate, MapRule

LABELS: Final = "map/labels.json"
"""In the folder of the assets: what is drawn, by id."""

_FATES: Final = {fate.value: fate for fate in Fate}


def read_map(reading: Reading, nodes: Iterable[Node]) -> tuple[MapRule, ...]:
    """Return what is shown, in the order in which it is tried for a place."""
    found: list[MapRule] = []
    for fields in all_listed(reading, nodes, "a map_rule"):
        shown = fields.words("places", known_places())
        options = fields.options("on")
        fate = fields.one_of("shows", _FATES)
        fields.close()
        if len({issue for issue, _ in options}) < len(options):
            reading.report.add(
                codes.N119,
                fields.at("on"),
                field="on",
                value="more than one option of an issue",
                reason="an issue has one at a time",
            )
        found.append(MapRule(shown, options, fate))
    return tuple(found)


@lru_cache(maxsize=1)
def known_places() -> dict[str, str]:
    """Return the ids of the islands on the map; seas and towns are drawn and are nobody's to hand over."""
    listed = json.loads((places.assets_folder() / LABELS).read_text("utf-8"))["places"]
    return {each["id"]: each["id"] for each in listed if "island" in each["kind"]}
