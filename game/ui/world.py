"""What the window needs of the world outside the game: talks, saves, settings, plans, a seed.

`World` is the port that `flow.py` knows; `Disk` is the one used in earnest and, with folders of their
own, by tests.
"""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Protocol

from game import places
from game.content.load import Loaded, file_meant, load, scenario_names
from game.desk.beginning import Files, begin, resume
from game.desk.beginning import Wish as GameWish
from game.desk.beside import keep_beside, kept_beside
from game.desk.finding import Trouble, save_called, shown
from game.desk.forking import fork_line, fork_save
from game.desk.keeping import keep_declared
from game.desk.local import LocalGame
from game.desk.lookout import Marks, marks
from game.desk.outgoing import game_file, table_file, write_whole
from game.desk.plan_card import Plan, plan_kept
from game.desk.plan_writing import write_plan
from game.desk.seating import Seating, begin_table, left_at
from game.desk.shelf import Shelf, Shelved
from game.desk.translating import offered_languages
from game.rules.package import Package
from game.rules.scenario import Scenario
from game.session.names import SUFFIX
from game.session.saves import Save, saves_in
from game.session.store import FileStore
from game.text.catalogue import Catalogue
from game.text.catalogue import load as load_sentences
from game.ui import settings as kept_settings
from game.ui.settings import Settings
from game.ui.voice import engine

DEFAULT = "the-deletion"


class World(Protocol):
    """What the flow of screens asks for. `Trouble` is a sentence for the person."""

    say: Catalogue

    def scenarios(self) -> tuple[str, ...]:
        """Return the names of the talks that may be chosen, the one to begin with first."""

    def load(self, name: str) -> Loaded:
        """Return a scenario with what is wrong in its file."""

    def languages(self) -> tuple[str, ...]:
        """Return the languages that may be chosen, that of the interface first."""

    def speak(self, language: str, whose: str = "") -> Catalogue:
        """Go on in another language, with the names of a party or neutral ones; return its sentences."""

    def again(self, scenario: Scenario) -> Scenario | None:
        """Return a scenario that was loaded in the language spoken now, None where it is gone."""

    def file_of(self, name: str) -> Path | None:
        """Return the file that is meant by a scenario's name, None where there is none."""

    def marks(self, file: Path) -> Marks:
        """Return what the disk says now of the files of a scenario."""

    def read(self, name: str) -> Loaded:
        """Return a scenario as it is on the disk now, whatever was read before."""

    def write_plan(self, file: Path, text: str) -> str:
        """Write a plan beside the file of its scenario; return where, or raise `Trouble`."""

    def folder_fault(self) -> str:
        """Return why nothing can be saved, "" where it can."""

    def folder(self) -> str:
        """Return where the saves are."""

    def use_folder(self, text: str) -> str:
        """Keep the saves in another folder; return why that cannot be, "" where it can."""

    def saves(self) -> tuple[str, ...]:
        """Return the names of the saves, the one last played first."""

    def shelved(self, name: str) -> Shelved:
        """Return what lies in the save of this name, whatever its state."""

    def now_s(self) -> float:
        """Return seconds of a clock that never goes back."""

    def begin(
        self,
        loaded: Loaded,
        persons: tuple[int, ...],
        against: str,
        seed: int | None,
        chance_on: bool,
        bots: tuple[str, str] = ("", ""),
    ) -> LocalGame:
        """Return a new game; raise `Trouble` where none can be begun."""

    def begin_table(self, seating: Seating) -> LocalGame:
        """Return the new game of a table of a class; raise `Trouble` where none can be begun."""

    def left_at(self, table: str) -> str:
        """Return the name of the game that a table of a class has left, "" where there is none."""

    def mark(self, path: Path) -> tuple[int, int]:
        """Return what the disk says now of a save: when it was written, in nanoseconds, and its bytes."""

    def resume(self, name: str) -> LocalGame:
        """Return a saved game; raise `Trouble` where it cannot be opened."""

    def opened(self, name: str) -> Save:
        """Return a save to be read; raise `Trouble` where it cannot be opened."""

    def fork(self, save: Save, step: int, name: str, persons: tuple[int, ...] | None) -> str:
        """Return the name of a new save that begins with the first moves of another, or raise `Trouble`."""

    def fork_line(
        self, scenario: Scenario, files: Files, line: int, step: int, name: str, persons: tuple[int, ...]
    ) -> str:
        """Return the name of a new save that begins with a documented line, or raise `Trouble`."""

    def export(self, game: LocalGame, told: str) -> tuple[str, ...]:
        """Write a game beside its save, as text, table and JSON; return where, or raise `Trouble`."""

    def keep_declared(self, scenario: Scenario, team: str, ticked: Package) -> str:
        """Keep an agreement on paper beside the saves; return where in a sentence, or raise `Trouble`."""

    def keep_plan(self, game: LocalGame, party: int, plan: Plan, ticket: Sequence[str] = ()) -> None:
        """Keep beside the save what was planned and, at the end, what the exit ticket says."""

    def plan(self, game: LocalGame, party: int) -> Plan:
        """Return what was planned, an empty plan where nothing is kept."""

    def settings(self) -> Settings:
        """Return the settings kept."""

    def keep_settings(self, settings: Settings) -> str:
        """Keep the settings; return in a sentence where, or why they cannot be kept."""

    def has_voice(self) -> bool:
        """Say whether the system has a voice that the game can use."""

    def credits(self) -> str:
        """Return the text of the credits of what is shown and heard, "" where there is none."""


@dataclass(slots=True)
class Disk:
    """The world as it is: folders, the clock of the wall, a seed nobody chose."""

    say: Catalogue
    home: Path = field(default_factory=places.home_folder)
    scenario: str = DEFAULT  # the one offered first; a name or a path
    saves_folder: Callable[[], Path] = places.saves_folder
    wall: Callable[[], str] = lambda: time.strftime("%Y-%m-%d %H:%M:%S")
    clock: Callable[[], float] = time.monotonic
    _loaded: dict[tuple[str, str, str], Loaded] = field(default_factory=dict)  # by name, language, whose
    _shelves: dict[tuple[str, str], Shelf] = field(default_factory=dict)  # by language and whose names

    def scenarios(self) -> tuple[str, ...]:
        """Return the names of the talks, `scenario` first."""
        return tuple(dict.fromkeys([self.scenario, *scenario_names(places.scenarios_folder())]))

    def load(self, name: str) -> Loaded:
        """Return a scenario, read once; one with errors is read again, since its author may mend it."""
        key = (name, self.say.language, self.say.whose)
        found = self._loaded.get(key)
        if found is None or found.scenario is None:
            found = self._loaded[key] = load(name, language=self.say.language, names=self.say.whose)
        return found

    def languages(self) -> tuple[str, ...]:
        """Return the languages that may be chosen: of the program, or of a translation of any talks."""
        return offered_languages()

    def speak(self, language: str, whose: str = "") -> Catalogue:
        """Go on in another language, with the names of a party or neutral ones; return its sentences."""
        self.say = replace(load_sentences(places.sentences_file(), language), whose=whose)
        return self.say

    def again(self, scenario: Scenario) -> Scenario | None:
        """Return a scenario that was loaded here, in the language spoken now."""
        names = (name for (name, *_), loaded in self._loaded.items() if loaded.scenario is scenario)
        name = next(names, None)
        return None if name is None else self.load(name).scenario

    def file_of(self, name: str) -> Path | None:
        """Return the file that is meant by a name or path."""
        return file_meant(name)

    def marks(self, file: Path) -> Marks:
        """Return what the disk says now of the files of a scenario."""
        return marks(file)

    def read(self, name: str) -> Loaded:
        """Return a scenario as it is on the disk now; a game begun later has it so too."""
        self._loaded = {key: each for key, each in self._loaded.items() if key[0] != name}
        return self.load(name)

    def write_plan(self, file: Path, text: str) -> str:
        """Write a plan beside the file of its scenario."""
        return write_plan(self.say, file, text)

    def folder_fault(self) -> str:
        """Return why nothing can be saved, "" where it can."""
        try:
            self.saves_folder()
        except OSError as fault:
            return str(fault)
        return ""

    def folder(self) -> str:
        """Return where the saves are, "" where there is no such place."""
        try:
            return str(self.saves_folder())
        except OSError:
            return ""

    def use_folder(self, text: str) -> str:
        """Keep the saves in another folder, made if it is not there; return why that cannot be."""
        folder = Path(text.strip()).expanduser()
        before = self.saves_folder
        self.saves_folder = lambda: places.writable(folder)
        fault = self.folder_fault()
        if fault:
            self.saves_folder = before
        return fault

    def saves(self) -> tuple[str, ...]:
        """Return the names of the saves, the one last played first."""
        folder = self.folder()
        return tuple(path.name.removesuffix(SUFFIX) for path in saves_in(Path(folder))) if folder else ()

    def shelved(self, name: str) -> Shelved:
        """Return what lies in the save of this name, whatever its state."""
        shelf = self._shelves.setdefault((self.say.language, self.say.whose), Shelf(self.say))
        return shelf.told(Path(self.folder()) / f"{name}{SUFFIX}")

    def begin(
        self,
        loaded: Loaded,
        persons: tuple[int, ...],
        against: str,
        seed: int | None,
        chance_on: bool,
        bots: tuple[str, str] = ("", ""),
    ) -> LocalGame:
        """Return a new game with its save; raise `Trouble` where none can be begun."""
        scenario = loaded.scenario
        if scenario is None:
            raise Trouble(self.say("ui.trouble.scenario_text"))
        try:
            folder = self.saves_folder()
        except OSError as fault:
            raise Trouble(str(fault)) from None
        number = secrets.randbelow(1_000_000) if seed is None else seed
        wish = GameWish(persons, against, number, chance_on, folder, self.wall, bots)
        return begin(self.say, scenario, loaded, wish)

    def begin_table(self, seating: Seating) -> LocalGame:
        """Return the new game of a table of a class, with its save."""
        try:
            folder = self.saves_folder()
        except OSError as fault:
            raise Trouble(str(fault)) from None
        seed = secrets.randbelow(1_000_000)
        return begin_table(self.say, seating, folder=folder, seed=seed, wall=self.wall)

    def left_at(self, table: str) -> str:
        """Return the name of the game that a table of a class has left."""
        folder = self.folder()
        left = left_at(self.say, Path(folder), table) if folder else None
        return "" if left is None else left.path.name.removesuffix(SUFFIX)

    def mark(self, path: Path) -> tuple[int, int]:
        """Return what the disk says now of a save, nothing where it is not there."""
        try:
            found = path.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def now_s(self) -> float:
        """Return seconds of the system's clock that never goes back."""
        return self.clock()

    def resume(self, name: str) -> LocalGame:
        """Return a saved game; raise `Trouble` where it cannot be opened."""
        return resume(self.opened(name), self.say, self.wall)

    def opened(self, name: str) -> Save:
        """Return a save to be read; nothing is locked."""
        try:
            return save_called(self.say, name, self.saves_folder)
        except OSError as fault:
            raise Trouble(str(fault)) from None

    def fork(self, save: Save, step: int, name: str, persons: tuple[int, ...] | None) -> str:
        """Return the name of a new save that begins with the first moves of another."""
        try:
            folder = self.saves_folder()
        except OSError as fault:
            raise Trouble(str(fault)) from None
        path = fork_save(self.say, save, step, name=name, folder=folder, wall=self.wall, persons=persons)
        return path.name.removesuffix(SUFFIX)

    def fork_line(
        self, scenario: Scenario, files: Files, line: int, step: int, name: str, persons: tuple[int, ...]
    ) -> str:
        """Return the name of a new save that begins with the first moves of a documented line."""
        try:
            folder = self.saves_folder()
        except OSError as fault:
            raise Trouble(str(fault)) from None
        seed = secrets.randbelow(1_000_000)
        wish = GameWish(persons, "", seed, True, folder, self.wall)
        path = fork_line(self.say, scenario, files, scenario.history[line], step, name, wish)
        return path.name.removesuffix(SUFFIX)

    def keep_declared(self, scenario: Scenario, team: str, ticked: Package) -> str:
        """Keep an agreement on paper beside the saves."""
        try:
            return keep_declared(self.say, self.saves_folder(), scenario, team, ticked)
        except OSError as fault:  # there is no folder for saves
            raise Trouble(str(fault)) from None

    def export(self, game: LocalGame, told: str) -> tuple[str, ...]:
        """Write a game beside its save: what is told of it, its table, its JSON."""
        store = game.session.store
        if not isinstance(store, FileStore):
            raise Trouble(self.say("ui.export.no_save"))
        save = save_called(self.say, str(store.path), self.saves_folder)
        course = game.replayed()
        bodies = {
            ".txt": told.encode("utf-8"),
            ".csv": table_file(self.say, save, course),
            ".json": game_file(self.say, save, course),
        }
        base = store.path.name.removesuffix(SUFFIX)
        paths = [store.path.with_name(base + end) for end in bodies]
        for path, body in zip(paths, bodies.values(), strict=True):
            write_whole(self.say, path, body)
        return tuple(map(shown, paths))

    def keep_plan(self, game: LocalGame, party: int, plan: Plan, ticket: Sequence[str] = ()) -> None:
        """Keep what was planned in a file beside the save; a disk that refuses costs no game."""
        scenario = game.session.scenario
        told = asdict(plan)
        told["most"] = None if plan.most is None else scenario.issues[plan.most].id
        told["give"] = None if plan.give is None else scenario.issues[plan.give].id
        if plan.most is not None and plan.first is not None:
            told["first"] = scenario.issues[plan.most].options[plan.first].id
        told["ticket"] = list(ticket)
        keep_beside(game.session, party, told)

    def plan(self, game: LocalGame, party: int) -> Plan:
        """Return what was planned; what makes no sense is left out."""
        return plan_kept(game.session.scenario, kept_beside(game.session, party))

    def settings(self) -> Settings:
        """Return the settings kept in the person's place."""
        return kept_settings.read(self.home)

    def keep_settings(self, settings: Settings) -> str:
        """Keep the settings in the person's place."""
        reason = kept_settings.keep(self.home, settings)
        if reason:
            return self.say("ui.settings.not_kept", reason=reason)
        return self.say("ui.settings.kept", folder=self.home)

    def has_voice(self) -> bool:
        """Say whether a command is there that speaks."""
        return engine() is not None

    def credits(self) -> str:
        """Return the text of assets/CREDITS.md."""
        try:
            return (places.assets_folder() / "CREDITS.md").read_text("utf-8")
        except OSError:
            return ""
