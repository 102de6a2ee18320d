"""A class file: which talks the tables of a class play and what their students may not change, as a teacher
wrote it.

It is read like any file of an author, within the same bounds and with the same codes. What the file leaves
open (a side, the name of the table, those of the teams) is asked at the table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game import places
from game.content import codes
from game.content.diagnostics import Place, Report
from game.content.load import FORMAT, Loaded, load, scenario_names
from game.content.names import collected, named
from game.content.notes import Notes
from game.content.reader import Fields
from game.content.reading import Reading
from game.content.source import MapNode, Source, read_text, read_tree
from game.rules.scenario import Scenario

NAME_LIMIT: Final = 60
"""Signs of the name of a table, a team or a role."""

FEWEST_ROLES: Final = 2
MOST_ROLES: Final = 4
"""Students of one delegation."""

MOST_MINUTES: Final = 600
"""Minutes of a turn or a lesson."""

MOST_SEEDS: Final = 999_999_999
NO_SEED: Final = -1

PATH_LIMIT: Final = 400
"""Signs of a path."""

CHANGEABLE: Final = ("language", "names", "clock")
"""What students may change unless the file fixes it."""


@dataclass(frozen=True, slots=True)
class Team:
    """A delegation of a table, as far as the file names it."""

    name: str = ""  # "" where it is asked
    roles: tuple[str, ...] = ()  # who does what in it; () where the file does not say


@dataclass(frozen=True, slots=True)
class ClassFile:
    """What a class file says."""

    loaded: Loaded
    scenario: Scenario
    persons: tuple[int, ...]  # the parties that students play; () where it is asked
    against: str  # the opponent's id, "" for the first there is
    seed: int | None  # None: another one for every table
    chance_on: bool
    language: str  # "" as the machine has it
    names: str  # the id of the party whose names are used, "" as the machine has it
    table: str  # the name of the table, "" where it is asked
    teams: tuple[Team, Team]
    turn: int  # minutes, 0 for no limit
    lesson: int
    passes: bool  # a turn whose time is over is passed
    adviser: bool
    undo: bool
    fixed: tuple[str, ...]  # of CHANGEABLE
    saves: Path | None  # None: where the machine keeps them


@dataclass(frozen=True, slots=True)
class Known:
    """What a class file may name that lies outside the files of a scenario."""

    languages: Collection[str] = ()
    opponents: Callable[[Scenario, int], Collection[str]] = field(default=lambda scenario, party: ())
    """Who may sit in the chair of a party."""


def read_class_file(path: Path, report: Report, known: Known) -> ClassFile | None:
    """Return what the class file at `path` says, None with everything that is wrong with it reported."""
    source = read_text(path, report)
    return None if source is None else read_class(source, report, known, beside=path.absolute().parent)


def read_class(
    source: Source, report: Report, known: Known, *, beside: Path = Path(), notes: Notes | None = None
) -> ClassFile | None:
    """Return what the text of a class file says, None with everything that is wrong with it reported.

    Args:
        beside: the folder that paths in it start from.
        notes: where to note what is asked for.
    """
    tree = read_tree(source, report)
    if tree is None:
        return None
    if isinstance(tree, MapNode) and isinstance(tree.get("scenario"), MapNode):
        report.add(codes.N940, tree.entries["scenario"].key)
        return None
    reading = Reading(report, collected({}), {}, Place(source.name), notes)
    top = Fields(reading, tree, "the class file", where="class")
    if not top.is_open or not _format_is_known(top, report):
        return None
    return _Reading(reading, top, known, beside).read()


def _format_is_known(top: Fields, report: Report) -> bool:
    written = top.text("format", limit=20)
    if not top.has("format"):
        report.add(codes.N102, top.key, what=top.what, field="format")
    elif written != FORMAT:
        report.add(codes.N118, top.at("format"), value=written, known=FORMAT)
    return written == FORMAT


class _Reading:
    """The reading of one class file."""

    def __init__(self, reading: Reading, top: Fields, known: Known, beside: Path) -> None:
        self.reading, self.report, self.top = reading, reading.report, top
        self.known, self.beside = known, beside
        self.where: str | Path = ""  # the scenario; a path starts from the folder of the class file

    def read(self) -> ClassFile | None:
        """Read every field; a faulty one does not keep the next from being read."""
        top = self.top
        language = self._language()
        loaded = self._loaded(language)
        if loaded is None or loaded.scenario is None:
            return None
        scenario = loaded.scenario
        self.reading.names = named(scenario)
        persons = self._persons(scenario)
        opponent = self._opponent(scenario, persons)
        names = self._names()
        if names:
            again = load(self.where, language=language, names=names)
            loaded, scenario = (again, again.scenario) if again.scenario is not None else (loaded, scenario)
        turn, lesson, passes = self._clock()
        found = ClassFile(
            loaded=loaded,
            scenario=scenario,
            persons=persons,
            against=opponent,
            seed=None if (seed := top.count("seed", 0, MOST_SEEDS, NO_SEED)) == NO_SEED else seed,
            chance_on=top.flag("chance", True),
            language=language,
            names=names,
            table=top.text("table", "", NAME_LIMIT),
            teams=self._teams(scenario),
            turn=turn,
            lesson=lesson,
            passes=passes,
            adviser=top.flag("adviser", True),
            undo=top.flag("undo", True),
            fixed=top.words("fixed", {each: each for each in CHANGEABLE}) if top.has("fixed") else (),
            saves=self._saves(),
        )
        top.ignore("fixed")
        top.close()
        return None if self.report.has_errors else found

    def _language(self) -> str:
        tag = self.top.text("language", "", 40)
        if tag and tag not in self.known.languages:
            self._unknown_word("language", tag, self.known.languages)
        return tag

    def _unknown_word(self, name: str, value: str, known: Collection[str]) -> None:
        near, listed = self.report.closest(value, known), ", ".join(known)
        self.report.add(codes.N109, self.top.at(name), value=value, field=name, known=listed, closest=near)

    def _loaded(self, language: str) -> Loaded | None:
        """Return the scenario, None with the reason reported where there is none to be played."""
        name = self.top.text("scenario", limit=PATH_LIMIT)
        if not name:
            self.top.close()
            return None
        self.where = self.beside / name if "/" in name or "\\" in name else name
        loaded = load(self.where, language="" if self.report.has_errors else language)
        if loaded.scenario is not None:
            return loaded
        where = self.top.at("scenario")
        if loaded.sources:
            self.report.add(codes.N941, where, name=name)
        else:
            near = self.report.closest(name, scenario_names(places.scenarios_folder()))
            self.report.add(codes.N805, where, name=name, closest=near)
        return None

    def _persons(self, scenario: Scenario) -> tuple[int, ...]:
        sides = {party.id: (index,) for index, party in enumerate(scenario.parties)}
        known: dict[str, tuple[int, ...]] = {**sides, "both": (0, 1)}
        return self.top.one_of("side", known, ())

    def _opponent(self, scenario: Scenario, persons: tuple[int, ...]) -> str:
        id = self.top.text("opponent", "", 80)
        if not id:
            return ""
        where = self.top.at("opponent")
        if len(persons) > 1:
            where = self.top.node.entries["opponent"].key
            self.report.add(codes.N113, where, field="opponent", other="side: both", what=self.top.what)
            return ""
        chairs = [1 - party for party in persons] or [0, 1]
        sitters = [set(self.known.opponents(scenario, chair)) for chair in chairs]
        may = set.intersection(*sitters)
        if id not in may:
            self.reading.unknown(where, "opponent", id, sorted(may))
        return id

    def _names(self) -> str:
        which = self.top.maybe_reference("names", self.reading.names.parties, "party")
        return "" if which is None else self.reading.names.pair[which]

    def _clock(self) -> tuple[int, int, bool]:
        self.top.ignore("clock")
        if not self.top.has("clock"):
            return 0, 0, False
        clock = self.top.below("clock", "the clock")
        turn, lesson = (clock.count(name, 1, MOST_MINUTES, 0) for name in ("turn", "lesson"))
        passes = clock.one_of("at_zero", {"tell": False, "pass": True}, False)
        clock.close()
        return turn, lesson, passes

    def _teams(self, scenario: Scenario) -> tuple[Team, Team]:
        found = [Team(), Team()]
        for id, fields in self.top.named("teams", "the team '{}'", needed=False):
            if id in self.reading.names.parties:
                party = self.reading.names.parties[id]
                found[party] = self._team(fields, scenario, party)
                fields.close()
            else:
                self.reading.unknown(fields.key, "party", id, self.reading.names.parties)
        return found[0], found[1]

    def _team(self, fields: Fields, scenario: Scenario, party: int) -> Team:
        name = fields.text("name", "", NAME_LIMIT)
        roles = self._roles(fields)
        if not fields.has("students"):
            fields.ignore("students")
            return Team(name, roles)
        if roles:
            where = fields.node.entries["students"].key
            self.report.add(codes.N113, where, field="students", other="roles", what=fields.what)
        number = fields.count("students", FEWEST_ROLES, MOST_ROLES)
        written = [role.label for role in scenario.dossier.roles if role.party == party]
        if not roles and number > len(written):
            reason = f"the scenario has {len(written)} roles for this side; name them in 'roles'"
            self.report.add(codes.N119, fields.at("students"), field="students", value=number, reason=reason)
        return Team(name, roles or tuple(label[:NAME_LIMIT] for label in written[:number]))

    def _roles(self, fields: Fields) -> tuple[str, ...]:
        roles = fields.texts("roles")
        if roles and not FEWEST_ROLES <= len(roles) <= MOST_ROLES:
            expected = f"{FEWEST_ROLES} to {MOST_ROLES}"
            where = fields.at("roles")
            self.report.add(codes.N112, where, field="roles", count=len(roles), expected=expected)
        for role in roles:
            if len(role) > NAME_LIMIT:
                where = fields.at("roles")
                self.report.add(codes.N111, where, field="roles", count=len(role), limit=NAME_LIMIT)
        return roles

    def _saves(self) -> Path | None:
        written = self.top.text("saves", "", PATH_LIMIT)
        if not written:
            return None
        try:
            return self.beside / Path(written).expanduser()
        except RuntimeError:  # of somebody who has no home here
            return self.beside / written


def example_file() -> Path:
    """Return the class file that comes with the game, every field with a comment."""
    return places.assets_folder() / "class.yaml"
