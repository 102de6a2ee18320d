"""The strip over a table of a class: its name, team and roles, its clock, and what may be done with it."""

from dataclasses import dataclass

from game.desk.timing import is_fixed, standing
from game.session.clock import TableClock
from game.session.session import Session
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.class_wishes import MoreTime, PauseClock, ShowWall
from game.ui.keymap import Keymap
from game.ui.screens.key_names import keys_named
from game.ui.screens.parts import Control
from game.ui.wishes import AskWhy


@dataclass(frozen=True, slots=True)
class ClassStripModel:
    """What stands over every screen of a game of a class."""

    name: Control  # the table, and the team that looks at the screen
    roles: str  # who does what in that team, "" where nothing is said of it
    clock: str  # what is left, "" where nothing is timed
    late: bool  # something is over
    deeds: tuple[Control, ...]  # what may be done with the clock, and the wall


def class_strip_model(
    say: Catalogue,
    keys: Keymap,
    session: Session,
    seat: int | None,
    clock: TableClock | None,
    *,
    on_wall: bool = False,
) -> ClassStripModel:
    """Return the strip.

    Args:
        seat: the party whose team looks at the screen, None for nobody.
        on_wall: it stands over the wall, which tells the time in larger type.
    """
    told = standing(say, clock) if clock is not None and not on_wall else ()
    late = clock is not None and 0 in (clock.turn_s, clock.lesson_s)
    return ClassStripModel(
        _name(say, session, seat),
        "" if seat is None else "  ·  ".join(session.header.placed.roles[seat]),
        "  ".join(told),
        late,
        _deeds(say, keys, session, clock),
    )


def _name(say: Catalogue, session: Session, seat: int | None) -> Control:
    placed, label = session.header.placed, [session.header.placed.name]
    lines = []
    for party, (_, sitter), roles in zip(
        session.scenario.parties, session.header.seats, placed.roles, strict=True
    ):
        if sitter.name and sitter.is_person:
            lines.append(say("seating.team", party=capital(party.name), team=sitter.name))
        if roles:
            lines.append(say("seating.roles", party=capital(party.name), roles=", ".join(roles)))
    if seat is not None:
        label.append(session.header.seats[seat][1].name)
    words = "  ·  ".join(each for each in label if each)
    note = " ".join(lines)
    return Control("class_table", words, AskWhy("class_table"), note=note, does=say("ui.class.table_does"))


def _deeds(say: Catalogue, keys: Keymap, session: Session, clock: TableClock | None) -> tuple[Control, ...]:
    wall = Control(
        "wall",
        say("ui.class.wall"),
        ShowWall(),
        does=say("ui.class.wall_does", keys=keys_named(say, keys, "wall")),
    )
    if clock is None:
        return (wall,)
    fixed = is_fixed(session)
    reason = say("clock.fixed") if fixed else ""
    pause = "go" if clock.paused else "pause"
    return (
        Control(
            "clock_pause",
            say(f"ui.class.{pause}"),
            PauseClock(),
            enabled=not fixed,
            reason=reason,
            does=say("ui.class.pause_does", keys=keys_named(say, keys, "clock")),
        ),
        Control(
            "clock_more",
            say("ui.class.more"),
            MoreTime(),
            enabled=not fixed,
            reason=reason,
            does=say("ui.class.more_does", keys=keys_named(say, keys, "more")),
        ),
        wall,
    )
