"""Who sits at this table: its name, the side, the teams, as far as the class file leaves them open."""

from dataclasses import dataclass

from game.content.classroom import NAME_LIMIT
from game.desk.seating import Seating, tidied
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.class_wishes import NameTable, NameTeam, OpenTable, TakeSide
from game.ui.screens.parts import Control, Field
from game.ui.wishes import Back


@dataclass(frozen=True, slots=True)
class TeamModel:
    """A delegation of the table."""

    flag: str  # the id of the party
    party: str
    roles_heading: str
    roles: tuple[str, ...]
    name: Field


@dataclass(frozen=True, slots=True)
class SeatingModel:
    """The table before its talks begin."""

    title: str
    talks: str
    table_heading: str
    table: Field
    side_heading: str
    sides: tuple[Control, ...]
    teams_heading: str
    teams: tuple[TeamModel, ...]
    laid_heading: str
    laid: tuple[str, ...]  # what the class file has laid down
    begin: Control
    back: Control


def seating_model(say: Catalogue, seating: Seating) -> SeatingModel:
    """Return the table as far as it is filled in."""
    file, scenario = seating.file, seating.file.scenario
    named = bool(tidied(seating.table))
    ready = named and bool(seating.persons)
    sides: list[tuple[tuple[int, ...], str, str]] = [
        *(((index,), party.id, capital(party.name)) for index, party in enumerate(scenario.parties)),
        ((0, 1), "both", say("ui.new.both")),
    ]
    return SeatingModel(
        title=say("ui.seating.title"),
        talks=scenario.title,
        table_heading=say("ui.seating.table"),
        table=Field("table_name", say("ui.seating.table_label"), seating.table, NameTable, NAME_LIMIT),
        side_heading=say("ui.seating.side"),
        sides=tuple(
            Control(
                f"sits:{id}",
                label,
                TakeSide(parties),
                on=seating.persons == parties,
                enabled=not file.persons or file.persons == parties,
                reason="" if not file.persons or file.persons == parties else say("ui.seating.side_fixed"),
                does=say("ui.seating.side_does"),
            )
            for parties, id, label in sides
        ),
        teams_heading=say("ui.seating.teams") if seating.persons else "",
        teams=tuple(_team(say, seating, party) for party in seating.persons),
        laid_heading=say("ui.seating.laid"),
        laid=laid(say, seating),
        begin=Control(
            "open_table",
            say("ui.seating.begin"),
            OpenTable(),
            enabled=ready,
            reason="" if ready else say("ui.seating.no_side" if named else "ui.seating.no_name"),
            does=say("ui.seating.begin_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _team(say: Catalogue, seating: Seating, party: int) -> TeamModel:
    whose, roles = seating.file.scenario.parties[party], seating.file.teams[party].roles
    label = say("ui.seating.team_label", party=whose.name)
    return TeamModel(
        whose.id,
        capital(whose.name),
        say("ui.seating.roles") if roles else "",
        roles,
        Field(f"team:{whose.id}", label, seating.teams[party], NameTeam, NAME_LIMIT, at=party),
    )


def laid(say: Catalogue, seating: Seating) -> tuple[str, ...]:
    """Return in sentences what the class file has laid down."""
    file = seating.file
    told = []
    if file.turn:
        told.append(say("ui.seating.turn", n=file.turn))
    if file.lesson:
        told.append(say("ui.seating.lesson", n=file.lesson))
    if file.turn and file.passes:
        told.append(say("ui.seating.passes"))
    for so, key in ((file.adviser, "adviser"), (file.undo, "undo"), (file.chance_on, "chance")):
        if not so:
            told.append(say(f"ui.seating.no_{key}"))
    return tuple(told) or (say("ui.seating.nothing"),)
