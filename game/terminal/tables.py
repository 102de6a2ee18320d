"""`table`: a table of a class opened by its file; what the file leaves open is asked first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game import places
from game.content.classroom import ClassFile
from game.desk.beginning import resume
from game.desk.finding import Trouble, side_called
from game.desk.seating import (
    Seating,
    begin_table,
    left_at,
    saves_of,
    seated,
    tidied,
    write_example,
)
from game.desk.translating import spoken
from game.rules.scenario import Scenario
from game.session.session import Session
from game.terminal.console import Console
from game.terminal.errands import played
from game.terminal.world import DONE, World
from game.text.catalogue import Catalogue


def table(world: World, file: ClassFile, *, number: int | None, fresh: bool, named: bool) -> int:
    """Open a table of a class and play at it.

    Args:
        number: of the table, None for none.
        fresh: begin anew where the table has a game that is not over.
        named: the folder of saves was named by hand, and that of the file does not count.
    """
    say = in_class(world.say, file)
    world = replace(world, say=say, saves=saves_of(file, world.saves, named=named))
    seating = seated(say, file, number)
    name = seating.table or _asked_name(world.console, say)
    seating = replace(seating, table=name)
    left = None if fresh else left_at(say, world.saves(), name)
    if left is not None:
        world.console.line(say("seating.again"))
        return played(world, resume(left, say, world.wall), resumed=True)
    seating = _asked(world.console, say, seating)
    game = begin_table(say, seating, folder=world.saves(), seed=world.seed, wall=world.wall)
    world.console.lines(opened_lines(say, game.session))
    world.console.line(say("save.already", where=game.where_saved()))
    return played(world, game, resumed=False)


def in_class(say: Catalogue, file: ClassFile) -> Catalogue:
    """Return the sentences in the language and with the names that a class file asks for."""
    said = spoken(say, file.language) if file.language else say
    return replace(said, whose=file.names or say.whose)


def write(world: World, name: str) -> int:
    """Write the class file that comes with the game, to be changed."""
    where = write_example(world.say, name)
    world.console.line(world.say("seating.written", where=where, program=places.program()))
    return DONE


def opened_lines(say: Catalogue, session: Session) -> list[str]:
    """Return what a table is called, its teams, and who does what in them."""
    scenario, placed = session.scenario, session.header.placed
    lines = [say("seating.here", table=placed.name)]
    for party, (_, sitter) in zip(scenario.parties, session.header.seats, strict=True):
        if sitter.is_person and sitter.name:
            lines.append(say("seating.team", party=party.name, team=sitter.name))
    for party, roles in zip(scenario.parties, placed.roles, strict=True):
        if roles:
            lines.append(say("seating.roles", party=party.name, roles=", ".join(roles)))
    return lines


def _asked(console: Console, say: Catalogue, seating: Seating) -> Seating:
    """Ask what is still open: the side, then what each team calls itself."""
    scenario = seating.file.scenario
    persons = seating.persons or _asked_side(console, say, scenario)
    teams = [
        (seating.teams[party] or _asked_team(console, say, scenario, party)) if party in persons else ""
        for party in (0, 1)
    ]
    return replace(seating, persons=persons, teams=(teams[0], teams[1]))


def _asked_name(console: Console, say: Catalogue) -> str:
    return _until(lambda: tidied(console.ask(say("seating.table_prompt"))))


def _asked_team(console: Console, say: Catalogue, scenario: Scenario, party: int) -> str:
    return tidied(console.ask(say("seating.team_prompt", party=scenario.parties[party].name)))


def _asked_side(console: Console, say: Catalogue, scenario: Scenario) -> tuple[int, ...]:
    known = ", ".join([*(party.id for party in scenario.parties), "both"])
    while True:
        typed = _until(lambda: console.ask(f"{say('seating.side_prompt')} ({known})"))
        try:
            return side_called(say, scenario, typed)
        except Trouble as trouble:
            console.line(str(trouble))


def _until(ask: Callable[[], str]) -> str:
    while not (typed := ask()):
        pass
    return typed


def class_file_dropped(words: list[str]) -> bool:
    """Say whether a single word was typed or dropped that is a file of YAML: a class file is meant."""
    return len(words) == 1 and words[0].lower().endswith((".yaml", ".yml")) and Path(words[0]).is_file()
