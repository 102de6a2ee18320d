"""A table of a class opened: what its file lays down, what is asked there, or the game that was left."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game import places
from game.ai.registry import bots_for
from game.content.classroom import NAME_LIMIT, ClassFile, Known, example_file, read_class_file
from game.content.diagnostics import Report
from game.desk.beginning import Wish, begin
from game.desk.finding import Trouble, shown, stored
from game.desk.local import LocalGame
from game.desk.outgoing import write_whole
from game.desk.translating import offered_languages
from game.rules.transcript import mainline, replay
from game.session.faults import SaveFault
from game.session.names import stem, stem_of
from game.session.placed import Placed, Timing
from game.session.saves import RECOVERED, Save, open_save, saves_in
from game.session.strict import forbidden_sign
from game.text.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Seating:
    """A table as far as it is known who sits there."""

    file: ClassFile
    table: str  # its name, "" where it is still to be asked
    persons: tuple[int, ...]  # the parties that students play; () where it is still to be asked
    teams: tuple[str, str]  # the names of the teams, "" for none

    @property
    def is_open(self) -> bool:
        """Whether something must be asked before the talks can begin."""
        return not self.table or not self.persons

    @property
    def asks(self) -> bool:
        """Whether something is left to those who sit down; the name of a team may stay open."""
        return self.is_open or any(not self.teams[party] for party in self.persons)


def class_called(say: Catalogue, name: str) -> ClassFile:
    """Return what the class file of that name says.

    Raises:
        Trouble: it cannot be read or has errors, which are the detail.
    """
    report = Report()
    found = read_class_file(Path(name), report, known())
    if found is None:
        raise Trouble(say("seating.unreadable", name=Path(name).name), report.render())
    return found


def known() -> Known:
    """Return what a class file may name beside what stands in a scenario."""
    return Known(offered_languages(), bots_for)


def seated(say: Catalogue, file: ClassFile, number: int | None) -> Seating:
    """Return the table of a class file, with its number where it is given one."""
    table = file.table
    if number is not None:
        table = tidied(f"{table} {number}" if table else say("seating.table", n=number))
    return Seating(file, table, file.persons, (file.teams[0].name, file.teams[1].name))


def tidied(typed: str) -> str:
    """Return a name as a save can hold it, from what a person typed."""
    kept = (" " if sign.isspace() else sign for sign in typed if sign.isspace() or sign.isprintable())
    words = "".join(sign for sign in kept if forbidden_sign(sign) is None).split()
    return " ".join(words)[:NAME_LIMIT].strip()


def saves_of(file: ClassFile, usual: Callable[[], Path], *, named: bool) -> Callable[[], Path]:
    """Return how the folder of the saves is found: that of the file, unless another is `named` by hand."""
    wanted = file.saves
    return usual if wanted is None or named else lambda: places.writable(wanted)


def left_at(say: Catalogue, folder: Path, table: str) -> Save | None:
    """Return the game of a table that is not over, None where there is none: the one played last."""
    for path in saves_in(folder):
        if stem_of(path).removesuffix(RECOVERED) != stem(table):
            continue
        try:
            save = open_save(path, lambda files: stored(files, say.language, say.whose))
        except SaveFault:
            continue
        if save.header.placed.name and replay(save.scenario, mainline(save.records)).final.outcome is None:
            return save
    return None


def begin_table(
    say: Catalogue, seating: Seating, *, folder: Path, seed: int, wall: Callable[[], str]
) -> LocalGame:
    """Return the new game of a table, its save called like the table.

    Args:
        seed: where the class file has none.

    Raises:
        Trouble: the table is still open, or the save cannot be written.
    """
    file = seating.file
    if seating.is_open:
        raise Trouble(say("seating.open"))
    return begin(
        say,
        file.scenario,
        file.loaded,
        Wish(
            persons=seating.persons,
            against=file.against,
            seed=seed if file.seed is None else file.seed,
            chance_on=file.chance_on,
            folder=folder,
            wall=wall,
            teams=seating.teams,
            placed=placed(seating),
        ),
    )


def placed(seating: Seating) -> Placed:
    """Return what the save of a table keeps of its class file."""
    file = seating.file
    return Placed(
        name=seating.table,
        roles=(_roles(seating, 0), _roles(seating, 1)),
        clock=Timing(file.turn, file.lesson, file.passes),
        adviser=file.adviser,
        undo=file.undo,
        fixed=file.fixed,
    )


def _roles(seating: Seating, party: int) -> tuple[str, ...]:
    return seating.file.teams[party].roles if party in seating.persons else ()


def write_example(say: Catalogue, name: str) -> str:
    """Write the class file that comes with the game, with a comment to every field; return where.

    Raises:
        Trouble: something is there already, or it cannot be written.
    """
    path = Path(name)
    if path.exists():
        raise Trouble(say("seating.exists", name=name))
    write_whole(say, path, example_file().read_bytes())
    return shown(path)
