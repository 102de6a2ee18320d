"""Short ways to sit down at a table: `Table(scenario).make("vale propose ferry=weekly")`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.ai.bot import Bot, Chosen, Draw, Ground, Reason
from game.rules.chance import draw
from game.rules.legal_moves import LegalMoves
from game.rules.moves import Hold, Move
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.view import PartyView
from game.session.answers import Accepted, Command, Refused, Told
from game.session.saves import Header, new_save
from game.session.seats import Sitter, name_of
from game.session.session import Session
from game.session.store import Disk, MemoryStore, Store
from tests.rules.playing import parsed


def header_of(scenario: Scenario, seed: int = 7, files: Mapping[str, str] | None = None) -> Header:
    """Return the header of a game between two persons."""
    return Header(
        scenario=scenario.id,
        files=tuple((files or {"scenario.yaml": "none"}).items()),
        fingerprint=scenario.fingerprint,
        seats=tuple((party.id, Sitter(name=party.name)) for party in scenario.parties),
        seed=seed,
    )


@dataclass
class Table:
    """A session with a pen: every command gets a new id and the seat's own view number."""

    session: Session
    count: int = 0
    heard: dict[str, list[Told]] = field(default_factory=dict)

    def command(self, line: str, *, id: str = "", at: int | None = None) -> Command:
        self.count += 1
        author, move = parsed(self.session.scenario, line)
        seat = name_of(self.session.scenario, author)
        return Command(id or f"c{self.count}", seat, self.session.number(seat) if at is None else at, move)

    def make(self, *lines: str) -> Accepted:
        answer: Accepted | Refused | None = None
        for line in lines:
            answer = self.session.submit(self.command(line))
            assert isinstance(answer, Accepted), f"{line!r} is refused: {answer}"
        assert isinstance(answer, Accepted)
        return answer

    def instruct(self, move: Move, *, id: str = "") -> Accepted | Refused:
        self.count += 1
        at = self.session.number("instructor")
        return self.session.submit(Command(id or f"c{self.count}", "instructor", at, move))

    def listen(self) -> "Table":
        for seat in (*(party.id for party in self.session.scenario.parties), "instructor"):
            self.session.subscribe(seat, self.heard.setdefault(seat, []).append)
        return self

    def numbers(self) -> tuple[int, ...]:
        scenario = self.session.scenario
        return tuple(self.session.number(seat) for seat in (*(p.id for p in scenario.parties), "instructor"))


def table(
    scenario: Scenario,
    *,
    store: Store | None = None,
    seed: int = 7,
    chance_on: bool = True,
    bots: Mapping[int, Bot] | None = None,
) -> Table:
    """Return a table at which the talks have begun."""
    header = replace(header_of(scenario, seed), chance_on=chance_on)
    session = Session(scenario, header, store or MemoryStore(), bots=bots, wall=lambda: "noon")
    assert isinstance(session.begin(), Accepted)
    return Table(session)


def saved_table(
    scenario: Scenario, folder: Path, files: Mapping[str, str], *, seed: int = 7, disk: Disk | None = None
) -> Table:
    """Return a table whose game is a file in `folder`."""
    header = header_of(scenario, seed, files)
    session = Session(scenario, header, new_save(folder, "two ports", header, disk=disk))
    assert isinstance(session.begin(), Accepted)
    return Table(session)


def random_moves(session: Session, seed: int, *, limit: int = 40) -> int:
    """Let both parties make random legal moves; return how many were made."""
    for count in range(limit):
        party = to_move(session.state)
        if party not in (0, 1):
            return count
        rolls = iter(range(100_000))

        def chooser(sides: int, count: int = count, rolls: "Callable[[], int]" = rolls.__next__) -> int:
            return draw(seed, 0, count, f"test:{rolls()}", sides)

        move = LegalMoves(session.scenario, session.state, party).sample(chooser)
        seat = name_of(session.scenario, party)
        answer = session.submit(
            Command(f"r{seed}:{count}:{len(session.records)}", seat, session.number(seat), move)
        )
        assert isinstance(answer, Accepted), answer
    return limit


@dataclass
class Holder:
    """A bot that holds, and remembers what it was shown."""

    shown: list[PartyView] = field(default_factory=list)

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        self.shown.append(view)
        legal = LegalMoves(view.scenario, view.state, view.party)
        return Chosen(Hold() if Hold() in legal else next(iter(legal)), (Reason(Ground.HABIT),))


class Roller:
    """A bot that plays whatever it rolls."""

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        rolls = iter(range(100_000))
        legal = LegalMoves(view.scenario, view.state, view.party)
        move = legal.sample(lambda sides: draw(f"roll {next(rolls)}", sides))
        return Chosen(move, (Reason(Ground.HABIT),))


class Breaker:
    """A bot that fails."""

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        raise RuntimeError("lost my papers")
