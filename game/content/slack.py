"""How far each number of a scenario can move before a fact of the record, or history itself, breaks.

One number is changed at a time and all others stay. The scenario is not read again: only the historical
lines that the number may touch are played, and the facts held against them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.content import codes
from game.content.authored import Authored, authored
from game.content.diagnostics import Severity
from game.content.trial import Course, fact_faults, line_faults, played, text_faults
from game.rules.scenario import FactForm, Scenario


@dataclass(frozen=True, slots=True)
class Broken:
    """A fact that the numbers break, or a historical line that they do not let happen."""

    id: str  # the fact's; of a line, that of the fact that claims it, else "history: " and its id
    disputed: bool
    words: str


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a number can move one way, and what breaks with the next step."""

    room: int
    breaks: str


@dataclass(frozen=True, slots=True)
class Leeway:
    """How far a number can fall and rise; None: as far as was tried (`tried`) nothing breaks."""

    number: Authored
    falls: Limit | None
    rises: Limit | None
    falls_disputed: Limit | None  # the disputed fact that breaks before, if any
    rises_disputed: Limit | None

    @property
    def room(self) -> int | None:
        """The lesser of the two, None for a number that no fact holds."""
        rooms = [limit.room for limit in (self.falls, self.rises) if limit is not None]
        return min(rooms, default=None)

    @property
    def room_disputed(self) -> int | None:
        """As `room`, with the disputed facts counted too."""
        limits = (self.falls, self.rises, self.falls_disputed, self.rises_disputed)
        return min((limit.room for limit in limits if limit is not None), default=None)

    def as_dict(self) -> dict[str, object]:
        """Return it as plain values, for `--json`."""

        def said(limit: Limit | None) -> dict[str, object] | None:
            return None if limit is None else {"by": limit.room, "then_breaks": limit.breaks}

        return {
            "number": self.number.name,
            "label": self.number.label,
            "value": self.number.value,
            "tried": [self.number.least, self.number.most],
            "may_fall": said(self.falls),
            "may_rise": said(self.rises),
            "may_fall_before_a_disputed_fact": said(self.falls_disputed),
            "may_rise_before_a_disputed_fact": said(self.rises_disputed),
        }


Courses = Mapping[str, Course]
"""The course of each historical line, by its id."""


def courses_of(scenario: Scenario) -> dict[str, Course]:
    """Return the course of every historical line."""
    return {line.id: played(scenario, line) for line in scenario.history}


def broken(
    scenario: Scenario, courses: Courses, texts: Mapping[str, bool] | None = None
) -> tuple[Broken, ...]:
    """Return what the numbers break: lines first, then facts, each in the order of the file.

    Args:
        texts: the lines whose text is known to be the real one or not, which no number changes.
    """
    claims = {fact.line: fact for fact in reversed(scenario.facts) if fact.form is FactForm.LEGAL}
    found = []
    for line in scenario.history:
        course = courses[line.id]
        faults = list(line_faults(scenario, line, course))
        if not faults:
            is_text = (texts or {}).get(line.id)
            if is_text is None:
                is_text = not any(text_faults(scenario, line, course))
            faults = [] if is_text else [(codes.N703, {"line": line.id, "article": "", "verdict": ""})]
        if faults:
            claim = claims.get(line.id)
            name = f"history: {line.id}" if claim is None else claim.id
            found.append(Broken(name, False, faults[0][0].says(faults[0][1])))
    for fact in scenario.facts:
        for code, values in fact_faults(scenario, fact, courses[fact.line]) if fact.line in courses else ():
            found.append(Broken(fact.id, code.severity is Severity.WARNING, code.says(values)))
    return tuple(found)


def slack(scenario: Scenario, numbers: Iterable[Authored] | None = None) -> Iterator[Leeway]:
    """Yield the leeway of every number of a scenario whose facts hold, or of `numbers`, in their order.

    Points and linkages move what a fact compares by equal steps, so that the limit is found by halving;
    what may change the course of a line is tried value by value, for there the second step may mend
    what the first has broken.
    """
    courses = courses_of(scenario)
    packages = {id: _package(course) for id, course in courses.items()}
    for number in authored(scenario) if numbers is None else numbers:

        def judged(value: int, number: Authored = number) -> tuple[Broken, ...]:
            changed = number.put(value)
            if not number.on_the_line:
                return broken(changed, courses, dict.fromkeys(courses, True))
            turned = courses_of(changed)
            same = {id: True for id, course in turned.items() if _package(course) == packages[id]}
            return broken(changed, turned, same)

        search = _halved if number.name.startswith(("points.", "linkages.")) else _stepped
        falls, falls_disputed = search(judged, number.value, -1, number.value - number.least)
        rises, rises_disputed = search(judged, number.value, 1, number.most - number.value)
        yield Leeway(number, falls, rises, falls_disputed, rises_disputed)


def _package(course: Course) -> object:
    return None if course.final.outcome is None else course.final.outcome.package


Judge = Callable[[int], tuple[Broken, ...]]
Limits = tuple[Limit | None, Limit | None]


def _stepped(judged: Judge, value: int, way: int, most: int) -> Limits:
    """Return the limit, and that of the disputed facts where it comes before, trying every value."""
    disputed: Limit | None = None
    for step in range(1, most + 1):
        found = judged(value + way * step)
        firm = next((each.id for each in found if not each.disputed), None)
        if firm is not None:
            return Limit(step - 1, firm), disputed
        if found and disputed is None:
            disputed = Limit(step - 1, found[0].id)
    return None, disputed


def _halved(judged: Judge, value: int, way: int, most: int) -> Limits:
    """Return what `_stepped` would, where what is broken once stays so."""

    def first(counts: Callable[[Broken], bool]) -> Limit | None:
        def breaks(step: int) -> str | None:
            return next((each.id for each in judged(value + way * step) if counts(each)), None)

        if most < 1 or breaks(most) is None:
            return None
        held, fell = 0, most
        while fell - held > 1:
            middle = (held + fell) // 2
            held, fell = (held, middle) if breaks(middle) is not None else (middle, fell)
        return Limit(held, breaks(fell) or "")

    firm, any_ = first(lambda each: not each.disputed), first(lambda each: True)
    earlier = any_ if any_ is not None and (firm is None or any_.room < firm.room) else None
    return firm, earlier
