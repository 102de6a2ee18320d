"""Plans played from the opening, and what they expect held against what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.ai.bot import Bot, keyed
from game.ai.registry import bot_for
from game.content import codes
from game.content.diagnostics import Place, Report
from game.content.load import Loaded
from game.content.plan import Fix, Line, Make, Plan, Refused, Sit
from game.content.plans import plan_files, read_plan_file
from game.desk.plan_judging import Unmet, unmet, unmet_refusal, why_not
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import TABLE_MOVES, Draw, Inject, Move
from game.rules.refusals import Refusal
from game.rules.scenario import INSTRUCTOR, Scenario
from game.rules.state import State, to_move
from game.rules.transcript import Made
from game.rules.view import view_for
from game.session.bots import plain_move

RECORDS_LIMIT: Final = 1000
"""Records after which a plan is given up: two bots that stay may play a whole game, and no more."""

SEED: Final = 1
"""What the bots of a plan draw from, where it names no seed of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a plan as it was played."""

    line: Line
    moves: tuple[Made, ...]  # its own, then those of homes, nature and bots that follow by themselves
    refused: Refusal | None  # of a move that was refused
    is_met: bool  # of what is expected; True where nothing is


@dataclass(frozen=True, slots=True)
class PlannedPlay:
    """A plan played as far as it goes."""

    file: str
    plan: Plan | None  # None: it could not be read
    before: tuple[Made, ...]  # what happens by itself before its first line
    steps: tuple[Step, ...]
    state: State | None

    @property
    def moves(self) -> tuple[Made, ...]:
        """Every record, in order."""
        return (*self.before, *(made for step in self.steps for made in step.moves))

    @property
    def title(self) -> str:
        """The first comment of the plan, "" for none."""
        return "" if self.plan is None else self.plan.title

    @property
    def is_as_written(self) -> bool:
        """Whether every line could be played and everything expected came."""
        return (
            self.plan is not None
            and len(self.steps) == len(self.plan.lines)
            and all(step.is_met for step in self.steps)
        )


def plans_played(loaded: Loaded) -> tuple[PlannedPlay, ...]:
    """Play every plan beside a scenario without errors, adding to its report what comes otherwise."""
    if loaded.scenario is None or loaded.reading is None:
        return ()
    files = plan_files(Path(loaded.reading.main.file), loaded.report)
    return tuple(plan_played(loaded.scenario, file, loaded.report) for file in files)


def plan_played(scenario: Scenario, file: Path, report: Report) -> PlannedPlay:
    """Play the plan in a file, adding to `report` what is wrong with it."""
    plan = read_plan_file(file, scenario, report)
    if plan is None:
        return PlannedPlay(file.as_posix(), None, (), (), None)
    return played(scenario, plan, report)


def played(scenario: Scenario, plan: Plan, report: Report) -> PlannedPlay:
    """Play a plan, adding to `report` where it is refused and what does not come as it expects."""
    stage = _Stage(scenario, plan, report)
    stage.settle(plan.lines[0].place if plan.lines else Place(plan.file))
    before = stage.taken()
    steps: list[Step] = []
    for line in plan.lines:
        step = stage.step(line)
        steps.append(step)
        if stage.is_over:
            break
    else:
        stage.report_fixes()
    return PlannedPlay(plan.file, plan, before, tuple(steps), stage.state)


@dataclass(slots=True)
class _Stage:
    """A plan in the middle of its play."""

    scenario: Scenario
    plan: Plan
    report: Report
    is_over: bool = False  # it cannot go on, and why is in the report
    state: State = field(init=False)
    _moves: list[Made] = field(default_factory=list)
    _told: int = 0  # how many of them belong to lines already told
    _fixed: dict[int, int] = field(default_factory=dict)
    _undrawn: dict[int, Place] = field(default_factory=dict)
    _bots: dict[int, Bot] = field(default_factory=dict)
    _turns: dict[int, int] = field(default_factory=dict)  # left to a bot that gets up again

    def __post_init__(self) -> None:
        self.state = open_negotiation(self.scenario).state

    def taken(self) -> tuple[Made, ...]:
        """Return the records since this was last asked."""
        made = tuple(self._moves[self._told :])
        self._told = len(self._moves)
        return made

    def step(self, line: Line) -> Step:
        """Play one line."""
        found: Refusal | None = None
        is_met = True
        match line.says:
            case Fix(event, outcome):
                self._fixed[event] = outcome
                self._undrawn[event] = line.place
            case Sit():
                self._sit(line.says)
                self.settle(line.place)
            case Make(party, move, Refused() as expected):
                found = refusal(self.scenario, self.state, party, move)
                failed = unmet_refusal(self.scenario, self.state, expected, found)
                is_met = self._judge(line.expects or line.place, failed)
            case Make(party, move):
                found = self._make(line.place, party, move)
            case Inject():
                found = self._make(line.place, INSTRUCTOR, line.says)
            case _:
                is_met = self._judge(line.place, unmet(self.scenario, self.state, line.says))
        return Step(line, self.taken(), found, is_met)

    def settle(self, place: Place) -> None:
        """Let nature, the homes and the bots make what is theirs, until a person must move."""
        while (due := self._due()) is not None:
            if len(self._moves) >= RECORDS_LIMIT:
                self.report.add(codes.N937, place, what="the plan", limit=RECORDS_LIMIT, things="records")
                self.is_over = True
                return
            self._apply(*due)

    def report_fixes(self) -> None:
        """Report every turn of chance that was laid down and never came."""
        for event, place in self._undrawn.items():
            self.report.add(codes.N935, place, event=self.scenario.events[event].id)

    def _make(self, place: Place, author: int, move: Move) -> Refusal | None:
        found = refusal(self.scenario, self.state, author, move)
        if found is None:
            self._apply(author, move)
            self.settle(place)
            return None
        why = why_not(self.scenario, self.state, found)
        self.report.add(codes.N933, place, why=why, code=found.why.value)
        self.is_over = True
        return found

    def _judge(self, place: Place, failed: Unmet | None) -> bool:
        if failed is None:
            return True
        expected, found = failed
        self.report.add(codes.N934, place, expected=expected, found=found)
        return False

    def _apply(self, author: int, move: Move) -> None:
        self.state = apply(self.scenario, self.state, author, move).state
        self._moves.append(Made(author, move))

    def _due(self) -> tuple[int, Move] | None:
        """Return the record that is made without the plan's saying so, None where there is none."""
        ply, seed = len(self._moves), self.plan.seed
        due = automatic(self.scenario, self.state, seed or SEED, 0, ply, chance_on=seed is not None)
        if due is None:
            return self._bots_move(ply, seed or SEED)
        author, move = due
        if isinstance(move, Draw):
            self._undrawn.pop(move.event, None)
            move = Draw(move.event, self._fixed.get(move.event, move.outcome))
        return author, move

    def _sit(self, chair: Sit) -> None:
        self._bots[chair.party] = bot_for(self.scenario, chair.persona, chair.party)
        self._turns[chair.party] = chair.turns

    def _bots_move(self, ply: int, seed: int) -> tuple[int, Move] | None:
        party = to_move(self.state)
        bot = self._bots.get(party)
        if bot is None:
            return None
        view = view_for(self.scenario, self.state, party, ply)
        move: Move = bot.choose(view, keyed(seed, 0, ply, party)).move
        if refusal(self.scenario, self.state, party, move) is not None:
            move = plain_move(self.scenario, self.state, party)
        if isinstance(move, TABLE_MOVES) and self._turns[party]:
            self._turns[party] -= 1
            if not self._turns[party]:
                del self._bots[party]
        return party, move
