"""A game or a documented line told again: where one stands in it, for whose seat, and the fork asked for."""

from dataclasses import dataclass, field, replace

from game.desk.beginning import Files
from game.desk.finding import stored
from game.desk.positions import Position, Reel, reel_of_line, reel_of_save
from game.rules.scenario import Scenario
from game.rules.transcript import mainline, replay
from game.session.names import stem_of
from game.session.saves import Save
from game.text.catalogue import Catalogue

Seats = tuple[int | None, ...]
"""For whom a game may be told: parties, and None for all that there is."""


def seats_open(persons: tuple[int, ...], over: bool) -> Seats:
    """Return the seats that whoever asks may look from.

    While a game goes on a person sees their own seat alone; where two share the screen it is not known who
    looks, so neither.

    >>> seats_open((1,), over=False), seats_open((0, 1), over=False), seats_open((), over=False)
    ((1,), (), (None, 0, 1))
    """
    if over or not persons:
        return (None, 0, 1)
    return persons if len(persons) == 1 else ()


@dataclass(slots=True)
class Tape:
    """What is told again."""

    say: Catalogue
    scenario: Scenario
    save: Save | None = None  # None for a documented line
    files: Files = ()  # of the scenario of a documented line
    line: int = 0  # which of the documented lines
    seats: Seats = (None, 0, 1)
    party: int | None = None
    place: int = 0
    unfolded: set[int] = field(default_factory=set)
    forking: bool = False  # a new game is asked for
    name: str = ""  # what it is to be called
    side: tuple[int, ...] | None = None  # who persons play in it, None for those who did, or for both
    _reels: dict[tuple[int, int | None], Reel] = field(default_factory=dict)

    @property
    def reel(self) -> Reel:
        """The whole of it, as the seat knew it."""
        key = (self.line, self.party)
        if key not in self._reels:
            if self.save is not None:
                self._reels[key] = reel_of_save(self.say, self.save, self.party)
            else:
                line = self.scenario.history[self.line]
                self._reels[key] = reel_of_line(self.say, self.scenario, line, self.party)
        return self._reels[key]

    @property
    def title(self) -> str:
        """What is told again: the save by its name, or the documented line."""
        return self.scenario.history[self.line].label if self.save is None else stem_of(self.save.path)

    @property
    def position(self) -> Position:
        """Where one stands."""
        return self.reel.positions[self.place]

    def speak(self, say: Catalogue) -> None:
        """Tell the same in another language, from the same moment on."""
        files = self.files if self.save is None else self.save.header.files
        self.say, self.scenario = say, stored(dict(files), say.language)
        if self.save is not None:
            self.save = replace(self.save, scenario=self.scenario)
        self._reels.clear()

    def to(self, place: int) -> None:
        """Stand at a position; past an end, at that end."""
        self.place = max(0, min(self.reel.last, place))
        self.forking = False

    def turn(self, party: int | None) -> None:
        """Tell it for another seat, from the same moment on."""
        if party in self.seats:
            step = self._step(self.position)
            self.party = party
            steps = [self._step(each) for each in self.reel.positions]
            self.to(max(place for place, each in enumerate(steps) if each <= step))

    def take(self, line: int) -> None:
        """Tell another documented line, from its beginning on."""
        if self.save is None and 0 <= line < len(self.scenario.history):
            self.line = line
            self.to(0)

    @property
    def step(self) -> int:
        """How many moves of the game led to where one stands."""
        return self._step(self.position)

    @staticmethod
    def _step(position: Position) -> int:
        return position.frame.step if position.frame is not None else position.number


def tape_of(say: Catalogue, save: Save) -> Tape | None:
    """Return a saved game to be told again from its opening, None where nobody may look now."""
    seats_taken = () if save.is_line else enumerate(save.header.seats)
    persons = tuple(party for party, (_, sitter) in seats_taken if sitter.is_person)
    course = replay(save.scenario, mainline(save.records))
    seats = seats_open(persons, course.final.outcome is not None)
    return Tape(say, save.scenario, save, seats=seats, party=seats[0]) if seats else None
