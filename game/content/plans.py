"""Plans read: from a file of lines to a `Plan`, and where the plans of a scenario lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from game.content import codes
from game.content.diagnostics import Place, Report
from game.content.mentions import Spot
from game.content.names import named
from game.content.plan import (
    ENDING,
    FOLDER,
    Expectation,
    Fix,
    Legal,
    Line,
    Make,
    Plan,
    Refused,
    Sit,
    Statement,
)
from game.content.plan_expectations import USAGE, read_expectation, read_refused
from game.content.plan_moves import is_move, read_move
from game.content.plan_words import LineFault, Words
from game.content.source import Source, read_text, signs_are_sound
from game.content.suggest import closest
from game.rules.moves import Inject, PartyMove
from game.rules.scenario import Scenario

LINES_LIMIT: Final = 1000
SIGNS_LIMIT: Final = 80_000
"""Lines and signs of a plan; conditions of so many signs are read in two seconds."""

PLANS_LIMIT: Final = 100
"""Plans of a scenario that are played."""

MOST_SEEDS: Final = 10**9
MOST_TURNS: Final = 200
"""Turns after which a bot gets up at the latest, if its line says so."""


def plan_files(scenario_file: Path, report: Report) -> list[Path]:
    """Return the plans beside a scenario's file, by name; a link that leads out of the folder is none."""
    folder = scenario_file.parent / FOLDER
    home = scenario_file.parent.resolve()
    try:
        found = sorted(each for each in folder.glob(f"*{ENDING}") if each.resolve().is_relative_to(home))
    except OSError:
        return []
    if len(found) > PLANS_LIMIT:
        place = Place(folder.as_posix())
        report.add(codes.N937, place, what="the folder", limit=PLANS_LIMIT, things="plans")
    return found[:PLANS_LIMIT]


def read_plan_file(path: Path, scenario: Scenario, report: Report) -> Plan | None:
    """Return the plan in a file, or None with everything that is wrong with it reported."""
    source = read_text(path, report)
    return None if source is None else read_plan(source, scenario, report)


def read_plan(source: Source, scenario: Scenario, report: Report) -> Plan | None:
    """Return the plan that a text says, or None with everything that is wrong with it reported."""
    report.register(source)
    if not signs_are_sound(source, report):
        return None
    if len(source.lines) > LINES_LIMIT:
        place = Place(source.name, LINES_LIMIT + 1, 1, 2)
        report.add(codes.N937, place, what="the plan", limit=LINES_LIMIT, things="lines")
        return None
    if len(source.text) > SIGNS_LIMIT:
        report.add(
            codes.N937, source.place_of(SIGNS_LIMIT), what="the plan", limit=SIGNS_LIMIT, things="signs"
        )
        return None
    return _Reading(source, scenario, report).plan()


def _title(source: Source) -> str:
    """Return the first comment of a plan."""
    comments = (line.strip() for line in source.lines)
    return next((line.lstrip("# ") for line in comments if line.startswith("#")), "")


@dataclass(slots=True)
class _Reading:
    """The reading of one plan."""

    source: Source
    scenario: Scenario
    report: Report
    lines: list[Line] = field(default_factory=list)
    spots: set[Spot] = field(default_factory=set)
    side: int | None = None  # whose moves begin without a party
    seed: int | None = None

    def plan(self) -> Plan | None:
        """Read every line; a faulty one does not keep the next from being read."""
        names, before = named(self.scenario), len(self.report)
        for number in range(1, len(self.source.lines) + 1):
            try:
                words = Words(names, self.source, number, self.report, self.spots)
                if words.are_left:
                    self._line(words)
            except LineFault:
                continue
        if len(self.report) > before:
            return None
        plan = Plan(
            self.source.name, _title(self.source), self.seed, tuple(self.lines), frozenset(self.spots)
        )
        if not plan.expectations:
            ending = self.scenario.endings[0].id
            self.report.add(codes.N936, Place(self.source.name), ending=ending)
        return plan

    def _line(self, words: Words) -> None:
        place = words.place
        first = words.peek()
        if first in words.names.parties or is_move(first):
            self.lines.append(Line(place, words.text, Make(*self._move(words))))
            return
        read = _STATEMENTS.get(first)
        if read is None:
            known = (*_STATEMENTS, *words.names.parties)
            word = words.take("a word")
            words.fault(codes.N930, word, word=word.text, closest=closest(word.text, known))
        words.take("a word")
        said = read(self, words)
        words.close()
        if isinstance(said, Refused):
            self._refuse(said, place)
        elif said is not None:
            self.lines.append(Line(place, words.text, said))

    def _move(self, words: Words) -> tuple[int, PartyMove]:
        party = words.party() if words.peek() in words.names.parties else self.side
        if party is None:
            words.fault(codes.N938, words.place, known=" or ".join(words.names.parties))
        return party, read_move(words)

    def _refuse(self, refused: Refused, place: Place) -> None:
        """Note that the move of the line above must be refused."""
        last = self.lines[-1] if self.lines else None
        if last is None or not isinstance(last.says, Make) or last.says.refused is not None:
            self.report.add(codes.N939, place)
            raise LineFault
        self.lines[-1] = replace(last, says=replace(last.says, refused=refused), expects=place)

    def read_play(self, words: Words) -> None:
        words.usage = "play PARTY"
        self.side = words.party()

    def read_seed(self, words: Words) -> None:
        words.usage = "seed NUMBER"
        self.seed = words.count("a number", 0, MOST_SEEDS)

    def read_draw(self, words: Words) -> Fix:
        words.usage = "draw EVENT OUTCOME"
        owner = words.peek()
        event = words.reference(words.names.events, "event")
        return Fix(event, words.reference(words.names.outcomes[event], "outcome", owner))

    def read_inject(self, words: Words) -> Inject:
        words.usage = "inject EVENT"
        return Inject(words.reference(words.names.events, "event"))

    def read_bot(self, words: Words) -> Sit:
        words.usage = "bot PARTY PERSONA [NUMBER turns]"
        party = words.party()
        fitting = {
            each.id: index for index, each in enumerate(self.scenario.personas) if each.party in (None, party)
        }
        persona = self.scenario.personas[words.reference(fitting, "persona")].id
        turns = 0
        if words.are_left:
            turns = words.count("a number of turns", 1, MOST_TURNS)
            if not words.takes("turns"):
                words.takes("turn")
        return Sit(party, persona, turns)

    def read_expect(self, words: Words) -> Refused | Expectation:
        words.usage = USAGE
        if words.takes("refused"):
            return read_refused(words)
        if words.takes("legal"):
            words.usage = "expect legal PARTY MOVE"
            return Legal(*self._move(words))
        return read_expectation(words, self.scenario)


_Read = Callable[[_Reading, Words], Statement | Refused | None]

_STATEMENTS: Final[Mapping[str, _Read]] = {
    "expect": _Reading.read_expect,
    "play": _Reading.read_play,
    "seed": _Reading.read_seed,
    "draw": _Reading.read_draw,
    "bot": _Reading.read_bot,
    "inject": _Reading.read_inject,
}
