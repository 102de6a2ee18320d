"""What lies in a save, told without taking the game up: which talks, who sat where, how far they came.

Nothing is written and nothing is locked. Whatever a file holds, it is told as far as it is sound.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.desk.beginning import persona_name
from game.desk.finding import stored
from game.rules.scenario import Scenario
from game.rules.transcript import mainline, replay
from game.session.faults import SaveFault
from game.session.names import SUFFIX
from game.session.saves import Save, open_save
from game.text.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Shelved:
    """A save as it lies there; where it cannot be opened only `name`, `saved` and `fault` say something."""

    name: str  # without its ending
    saved: float  # when it was last written, in seconds since 1970
    title: str = ""  # of the talks
    persons: tuple[str, ...] = ()  # the parties that persons play, by name
    chairs: tuple[str, ...] = ()  # and by id
    opponent: str = ""  # who sits opposite, "" in hot seat
    round: str = ""  # the round that was reached
    slot: str = ""  # and the meeting in it
    moves: int = 0  # of the two delegations
    over: bool = False
    line: str = ""  # of a line of play that a command wrote and nobody played: where it comes from
    fault: str = ""  # what is damaged, or why it cannot be opened


class Shelf:
    """Saves that have been looked into; one that has not changed since is not read again."""

    def __init__(self, say: Catalogue) -> None:
        """Begin with nothing looked into; talks are named in the language of `say`."""
        self._say = say
        self._told: dict[tuple[Path, int, int], Shelved] = {}
        self._scenarios: dict[tuple[tuple[str, str], ...], Scenario] = {}

    def told(self, path: Path) -> Shelved:
        """Return what lies in the save at `path`."""
        name = path.name.removesuffix(SUFFIX)
        try:
            found = path.stat()
        except OSError as fault:
            return Shelved(name, 0, fault=fault.strerror or str(fault))
        key = (path, found.st_mtime_ns, found.st_size)
        if key not in self._told:
            try:
                self._told[key] = _read(self._say, name, found.st_mtime, open_save(path, self._scenario))
            except SaveFault as fault:
                self._told[key] = Shelved(name, found.st_mtime, fault=fault.sentence)
        return self._told[key]

    def _scenario(self, files: Mapping[str, str]) -> Scenario:
        key = tuple(sorted(files.items()))
        if key not in self._scenarios:
            self._scenarios[key] = stored(files, self._say.language, self._say.whose)
        return self._scenarios[key]


def _read(say: Catalogue, name: str, saved: float, save: Save) -> Shelved:
    scenario = save.scenario
    course = replay(scenario, mainline(save.records))
    state = course.final
    round_ = scenario.rounds[state.round]
    seats = zip(scenario.parties, save.header.seats, strict=True)
    persons = [party for party, (_, sitter) in seats if sitter.is_person]
    fault = save.damage.sentence if save.damage is not None else ""
    return Shelved(
        name,
        saved,
        title=scenario.title,
        persons=tuple(party.name for party in persons),
        chairs=tuple(party.id for party in persons),
        opponent=next(
            (
                persona_name(say, scenario, sitter.persona)
                for _, sitter in save.header.seats
                if not sitter.is_person
            ),
            "",
        ),
        round=round_.title,
        slot=round_.slots[state.slot].label,
        moves=sum(made.author in (0, 1) for made in course.moves),
        over=state.outcome is not None,
        line=save.header.origin if save.is_line else "",
        fault=fault,
    )
