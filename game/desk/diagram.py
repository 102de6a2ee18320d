"""What is drawn of a scenario: rounds and their ways out, endings, decisions and events, in reading order.

Words only; `mermaid.py` and `dot.py` write it down. With the coverage of games every box and arrow says
how many of them passed, and is marked by its line as well as by its colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from game.analysis.coverage import Coverage
from game.content.machine import needed
from game.rules.expressions import Expression
from game.rules.scenario import END, Effect, PutDecision, Scenario, Schedule, Trigger
from game.text.conditions import condition
from game.text.wording import Wording, capital

START, OVER = "start", "over"
"""The ids of the two boxes that every diagram has: where play begins, and where the talks are over."""


class Kind(Enum):
    """What a box stands for; the writers give each its own shape."""

    START = auto()
    ROUND = auto()
    OVER = auto()
    ENDING = auto()
    DECISION = auto()
    CHOICE = auto()
    EVENT = auto()
    OUTCOME = auto()
    ACTION = auto()


class Line(Enum):
    """How an arrow or the frame of a box is drawn: nothing is told by colour alone."""

    PLAIN = auto()  # no games were given
    NONE = auto()  # no game passed
    SOME = auto()
    MOST = auto()  # at least half of the games


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in the diagram."""

    id: str  # letters, digits and _; begins with its kind, so that no id is a word of a language
    kind: Kind
    lines: tuple[str, ...]  # the first is its name
    line: Line


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way from one box to another."""

    source: str
    target: str
    lines: tuple[str, ...]
    line: Line
    is_way: bool  # the talks go this way; otherwise one thing belongs to or leads to another


@dataclass(frozen=True, slots=True)
class Part:
    """A group of boxes under one heading; each box is followed by the arrows that leave it."""

    id: str
    title: str
    boxes: tuple[tuple[Box, tuple[Arrow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """The whole drawing, in reading order."""

    title: str
    key: tuple[str, ...]  # what the numbers and lines mean, "" where no games were given
    parts: tuple[Part, ...]


def diagram(wording: Wording, cover: Coverage | None = None, *, in_numbers: bool = True) -> Diagram:
    """Return the diagram of a scenario, marked with how many games passed each part where any are given.

    Args:
        in_numbers: how many is written too; else the lines alone tell it.
    """
    say = wording.say
    sheet = _Sheet(wording, cover, in_numbers)
    parts = (
        Part("rounds", say("diagram.rounds"), tuple(sheet.rounds())),
        Part("endings", say("diagram.endings"), tuple(sheet.endings())),
        Part("decisions", say("diagram.decisions"), tuple(sheet.decisions())),
        Part("events", say("diagram.events"), (*sheet.events(), *sheet.actions())),
    )
    key = () if cover is None else (say("diagram.key", n=cover.games), say("diagram.key_lines"))
    return Diagram(wording.scenario.title, key, tuple(part for part in parts if part.boxes))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A scenario while it is drawn."""

    wording: Wording
    cover: Coverage | None
    in_numbers: bool

    @property
    def scenario(self) -> Scenario:
        return self.wording.scenario

    def rounds(self) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """Yield where play begins, each round with its ways out, and the end of the talks."""
        say = self.wording.say
        first = f"round_{self.scenario.rounds[self.scenario.opening.round].id}"
        start = Box(START, Kind.START, (say("diagram.start"),), self._line(self._games))
        yield start, (Arrow(START, first, (), self._line(self._games), is_way=True),)
        for index, each in enumerate(self.scenario.rounds):
            count = None if self.cover is None else self.cover.rounds[index]
            meetings = say("diagram.meetings", n=len(each.slots))
            yield (
                self._box(f"round_{each.id}", Kind.ROUND, count, each.title, meetings),
                tuple(self._ways(index)),
            )
        ended = None if self.cover is None else sum(self.cover.endings.values())
        yield self._box(OVER, Kind.OVER, ended, say("diagram.over")), tuple(self._to_endings())

    def _ways(self, index: int) -> Iterator[Arrow]:
        here = self.scenario.rounds[index]
        wanted = needed(here.kind, may_conclude=False)
        for trigger in Trigger:
            for position, edge in enumerate(self.scenario.protocol.get((index, trigger), ())):
                count = None if self.cover is None else self.cover.ways[index, trigger, position]
                if edge.target == END and trigger not in wanted and edge.guard is None and not count:
                    continue  # ends because nothing else was said
                target = OVER if edge.target == END else f"round_{self.scenario.rounds[edge.target].id}"
                words = self.wording.say(f"trigger.{trigger.value}")
                yield self._arrow(f"round_{here.id}", target, count, words, *self._if(edge.guard))

    def _to_endings(self) -> Iterator[Arrow]:
        for index, ending in enumerate(self.scenario.endings):
            count = None if self.cover is None else self.cover.endings[index]
            after = [self.wording.say(f"trigger.{each.value}") for each in Trigger if each in ending.after]
            words = self.wording.listed(after, "list.or")
            yield self._arrow(OVER, f"ending_{ending.id}", count, words, *self._if(ending.when))

    def endings(self) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """Yield the endings, in the order in which the first that fits is taken."""
        for index, ending in enumerate(self.scenario.endings):
            count = None if self.cover is None else self.cover.endings[index]
            yield self._box(f"ending_{ending.id}", Kind.ENDING, count, ending.title), ()

    def decisions(self) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """Yield each decision with arrows to its choices, and the choices with what they lead to."""
        for index, card in enumerate(self.scenario.decisions):
            count = None if self.cover is None else self.cover.decisions[index]
            who = self.wording.say("diagram.before", who=self.wording.whom(card.party))
            box = self._box(
                f"decision_{card.id}", Kind.DECISION, count, card.title, who, *self._if(card.when)
            )
            names = [f"choice_{card.id}__{choice.id}" for choice in card.choices]
            counts = [
                None if self.cover is None else self.cover.choices[index, number]
                for number in range(len(card.choices))
            ]
            yield (
                box,
                tuple(
                    self._arrow(box.id, name, count, is_way=False)
                    for name, count in zip(names, counts, strict=True)
                ),
            )
            for choice, name, count in zip(card.choices, names, counts, strict=True):
                yield (
                    self._box(name, Kind.CHOICE, count, choice.label, *self._if(choice.when)),
                    tuple(self._led_to(name, choice.effects, count)),
                )

    def events(self) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """Yield each event with arrows from its round, to its outcomes and to what it leads to."""
        say = self.wording.say
        for index, event in enumerate(self.scenario.events):
            count = None if self.cover is None else self.cover.events[index]
            lines = [*self._seen(event.seen), *self._if(event.when)]
            if event.repeats:
                lines.append(say("diagram.repeats"))
            box = self._box(f"event_{event.id}", Kind.EVENT, count, event.label, *lines)
            names = [f"outcome_{event.id}__{outcome.id}" for outcome in event.outcomes]
            counts = [
                None if self.cover is None else self.cover.outcomes[index, number]
                for number in range(len(event.outcomes))
            ]
            arrows = [*self._led_to(box.id, event.effects, count)]
            for outcome, name, drawn in zip(event.outcomes, names, counts, strict=True):
                odds = say("diagram.odds", n=outcome.odds)
                arrows.append(self._arrow(box.id, name, drawn, odds, is_way=False))
            yield box, tuple(arrows)
            for outcome, name, drawn in zip(event.outcomes, names, counts, strict=True):
                yield (
                    self._box(name, Kind.OUTCOME, drawn, outcome.id.replace("_", " ")),
                    tuple(self._led_to(name, outcome.effects, drawn)),
                )

    def actions(self) -> Iterator[tuple[Box, tuple[Arrow, ...]]]:
        """Yield the actions that put a decision or lead to an event; the others change no course."""
        for action in self.scenario.actions:
            arrows = tuple(self._led_to(f"action_{action.id}", action.effects, None))
            if arrows:
                yield Box(f"action_{action.id}", Kind.ACTION, (action.label,), Line.PLAIN), arrows

    def _led_to(self, source: str, effects: Sequence[Effect], count: int | None) -> Iterator[Arrow]:
        """Yield arrows to the decisions put and the events scheduled by `effects`."""
        say = self.wording.say
        for effect in effects:
            match effect:
                case PutDecision(decision=decision, when=when):
                    target = f"decision_{self.scenario.decisions[decision].id}"
                    words = say("diagram.puts")
                case Schedule(event=event, slots=slots, when=when):
                    target = f"event_{self.scenario.events[event].id}"
                    words = say("diagram.later", n=slots)
                case _:
                    continue
            line = Line.PLAIN if count is None else self._line(count)
            yield Arrow(source, target, (words, *self._if(when)), line, is_way=False)

    def _seen(self, seen: tuple[bool, bool]) -> tuple[str, ...]:
        if all(seen):
            return ()
        names = [party.name for party, sees in zip(self.scenario.parties, seen, strict=True) if sees]
        return (self.wording.say("diagram.seen_by", who=self.wording.listed(names)),)

    def _if(self, guard: Expression | None) -> tuple[str, ...]:
        if guard is None:
            return ()
        return (self.wording.say("diagram.if", condition=condition(self.wording, guard)),)

    @property
    def _games(self) -> int | None:
        return None if self.cover is None else self.cover.games

    def _line(self, count: int | None) -> Line:
        if count is None or self.cover is None:
            return Line.PLAIN
        if not count:
            return Line.NONE
        return Line.MOST if 2 * count >= self.cover.games else Line.SOME

    def _passed(self, count: int | None) -> tuple[str, ...]:
        if count is None or not self.in_numbers:
            return ()
        return (self.wording.say("diagram.passed", n=count),)

    def _box(self, id: str, kind: Kind, count: int | None, name: str, *lines: str) -> Box:
        return Box(id, kind, (capital(name), *lines, *self._passed(count)), self._line(count))

    def _arrow(self, source: str, target: str, count: int | None, *lines: str, is_way: bool = True) -> Arrow:
        passed = self._passed(count) if is_way else ()  # the box it leads to says the same number
        return Arrow(source, target, (*lines, *passed), self._line(count), is_way)
