"""What an instructor lays down for one table of a class: its name, roles, clock, what students cannot change.

It is kept in the header of the save, so that a table that is left and taken up again is the same table. No
rule of the negotiation reads any of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.content.classroom import CHANGEABLE, MOST_MINUTES, MOST_ROLES, NAME_LIMIT
from game.session.codec import Fields
from game.session.strict import CodecFault, Flaw, Json, forbidden_sign


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a turn and the lesson are."""

    turn: int = 0  # minutes; 0 for as long as it takes
    lesson: int = 0  # minutes; 0 for as long as it takes
    passes: bool = False  # a turn whose time is over is passed; else that it is over is only told

    @property
    def runs(self) -> bool:
        """Whether anything is timed."""
        return bool(self.turn or self.lesson)


@dataclass(frozen=True, slots=True)
class Placed:
    """A table as its instructor has laid it."""

    name: str = ""
    roles: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # per party, who does what in its delegation
    clock: Timing = field(default_factory=Timing)
    adviser: bool = True  # whether a next step is suggested
    undo: bool = True  # whether a move may be taken back, where the game allows it at all
    fixed: tuple[str, ...] = ()  # of CHANGEABLE


def encode_placed(placed: Placed) -> dict[str, Json]:
    """Return a table as the header of a save keeps it."""
    return {
        "name": placed.name,
        "roles": [list(each) for each in placed.roles],
        "turn": placed.clock.turn,
        "lesson": placed.clock.lesson,
        "passes": placed.clock.passes,
        "adviser": placed.adviser,
        "undo": placed.undo,
        "fixed": list(placed.fixed),
    }


def decode_placed(value: object) -> Placed:
    """Return the table that `value` holds; raise `CodecFault` where it holds none."""
    fields = Fields(value, "a table")
    sides = fields.items("roles", 2)
    if len(sides) != 2:
        raise CodecFault(Flaw.WRONG_TYPE, "'roles' must have two entries")
    fixed = _texts(fields.items("fixed", len(CHANGEABLE)), "fixed", len(CHANGEABLE))
    if not set(fixed) <= set(CHANGEABLE):
        raise CodecFault(Flaw.UNKNOWN_NAME, f"'fixed' must be some of {', '.join(CHANGEABLE)}")
    placed = Placed(
        name=fields.text("name", NAME_LIMIT),
        roles=(_texts(sides[0], "roles", MOST_ROLES), _texts(sides[1], "roles", MOST_ROLES)),
        clock=Timing(
            fields.integer("turn", 0, MOST_MINUTES),
            fields.integer("lesson", 0, MOST_MINUTES),
            fields.truth("passes"),
        ),
        adviser=fields.truth("adviser"),
        undo=fields.truth("undo"),
        fixed=fixed,
    )
    fields.close()
    return placed


def _texts(value: object, what: str, limit: int) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > limit:
        raise CodecFault(Flaw.WRONG_TYPE, f"'{what}' must hold lists of at most {limit}")
    for each in value:
        if not isinstance(each, str) or len(each) > NAME_LIMIT or forbidden_sign(each) is not None:
            raise CodecFault(Flaw.WRONG_TYPE, f"'{what}' must hold texts of at most {NAME_LIMIT} signs")
    return tuple(value)
