"""A party's view as bytes: equal views give equal bytes. For the table's other end and for the leak test.

The brief, large and the same all game long, goes once (`brief_to_json`); a view names it by its hash.
Entries of tuples are positions in the brief.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from typing import Any

from game.rules.expressions import Expression
from game.rules.scenario import Scenario
from game.rules.view import PartyView
from game.session.strict import canonical


def view_to_json(view: PartyView) -> bytes:
    """Return `view` as one JSON object: party, number, the brief's hash, every field of its state."""
    return canonical(
        {
            "party": view.scenario.parties[view.party].id,
            "number": view.number,
            "brief": _digest(view.scenario),
            "state": _plain(view.state),
        }
    )


def brief_to_json(brief: Scenario) -> bytes:
    """Return the scenario of a view as one JSON object.

    The fingerprint is left out: it is computed from both sides' secrets, and whoever has a guess at them
    could try it.
    """
    fields = _plain(brief)
    del fields["fingerprint"]
    return canonical(fields)


@lru_cache(maxsize=64)
def _digest(brief: Scenario) -> str:
    return sha256(brief_to_json(brief)).hexdigest()


def _plain(value: Any) -> Any:
    """Return `value` made of what JSON has; sets are sorted, so that equal values give equal bytes."""
    match value:
        case Expression():
            return value.text
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case tuple():
            return [_plain(item) for item in value]
        case frozenset():
            return sorted(_plain(item) for item in value)
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value) if field.compare]
        return {name: _plain(getattr(value, name)) for name in names}
    raise TypeError(f"a view is made of data; got {type(value).__name__}")
