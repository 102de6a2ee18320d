"""`check`: what is wrong with scenarios, what their authors silenced and why, and how far reasons reach."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.diagnostics import Severity, shown_name
from game.content.load import Loaded
from game.content.slack import Leeway, slack
from game.desk.finding import scenarios_meant
from game.desk.plan_playing import PlannedPlay
from game.desk.reading_time import reading_loads
from game.desk.reviewing import Review, reviewed
from game.terminal.leeway import tell_leeway
from game.terminal.reading import reading_data, tell_reading
from game.terminal.world import DONE, NO, World


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be told besides the diagnostics."""

    reasons: bool = False  # every source and assumption, with the numbers that lean on it
    leeway: bool = False  # how far each number can move before a fact breaks
    reading: bool = False  # how much each side reads, and how long a game takes


def check(world: World, names: Sequence[str], *, as_json: bool, asked: Asked) -> int:
    """Print the diagnostics of scenarios and how far their reasons reach; exit 1 where one has errors.

    Args:
        as_json: a list of the diagnostics, those that are silenced among them; with `leeway` or `reading` an
            object of `diagnostics` and, by scenario, `slack` or `reading`. The author's guide says what each
            field is.
    """
    answers: list[dict[str, str | int]] = []
    more: dict[str, dict[str, list[dict[str, object]]]] = {}
    found_errors = False
    for name in (each for typed in names for each in scenarios_meant(typed)):
        review = reviewed(name)
        loaded = review.loaded
        found_errors = found_errors or loaded.report.has_errors
        if as_json:
            answers += [each.as_dict() for each in loaded.report.everything()]
            for title, table in _tables(loaded, asked):
                more.setdefault(title, {})[name] = table
            continue
        _tell(world, name, review, asked)
        _tell_tables(world, loaded, asked)
    if as_json:
        told = {"diagnostics": answers, **more} if asked.leeway or asked.reading else answers
        world.console.raw(json.dumps(told, ensure_ascii=False, indent=2))
    return NO if found_errors else DONE


def _leeway(loaded: Loaded) -> list[Leeway]:
    if loaded.scenario is None or loaded.report.has_errors:
        return []
    return list(slack(loaded.scenario))


def _tables(loaded: Loaded, asked: Asked) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Yield the tables asked for under their names, as other programs read them."""
    if asked.leeway:
        yield "slack", [each.as_dict() for each in _leeway(loaded)]
    if asked.reading:
        scenario = loaded.scenario
        yield "reading", [] if scenario is None else reading_data(scenario, reading_loads(scenario))


def _tell_tables(world: World, loaded: Loaded, asked: Asked) -> None:
    if asked.leeway:
        found = _leeway(loaded)
        if found:
            tell_leeway(world.console, world.say, found)
        else:
            world.console.line(world.say("slack.broken"))
    if asked.reading and loaded.scenario is not None:
        tell_reading(world.console, world.say, loaded.scenario, reading_loads(loaded.scenario))


def _tell(world: World, name: str, review: Review, asked: Asked) -> None:
    say, console, loaded = world.say, world.console, review.loaded
    for line in loaded.report.render().splitlines():
        console.raw(line)
    title = name if loaded.scenario is None else loaded.scenario.title
    errors, warnings = (loaded.report.count(kind) for kind in (Severity.ERROR, Severity.WARNING))
    console.line(say("check.summary", title=title, errors=errors, warnings=warnings))
    _tell_plans(world, review.plans)
    _tell_silences(world, loaded)
    _tell_reasons(world, loaded, every=asked.reasons)


def _tell_plans(world: World, plans: Sequence[PlannedPlay]) -> None:
    """Say how many plans were played, what they expect, how many come otherwise or cannot be read."""
    say, line = world.say, world.console.line
    read = [(each, each.plan.expectations) for each in plans if each.plan is not None]
    if read:
        line(say("check.plans", n=len(read), expected=sum(expected for _, expected in read)))
    if failed := sum(not each.is_as_written for each, _ in read):
        line(say("check.plans_otherwise", n=failed))
    if unread := len(plans) - len(read):
        line(say("check.plans_unread", n=unread))


def _tell_silences(world: World, loaded: Loaded) -> None:
    """Say what was silenced and with which reason."""
    say, console = world.say, world.console
    used = [(silence, count) for silence, count in loaded.report.silences() if count]
    if not used:
        return
    console.line(say("check.silenced", n=sum(1 for each in loaded.report.everything() if each.silenced)))
    for silence, count in used:
        where = f"{shown_name(silence.place.file)}:{silence.place.line}"
        because = " ".join(silence.because.split())
        line = say("check.silence", where=where, n=count, code=silence.code, because=because)
        console.line(line, indent=2)


def _tell_reasons(world: World, loaded: Loaded, *, every: bool) -> None:
    """Say on what the numbers of a scenario rest, and how many of them on one sentence at most."""
    say, console = world.say, world.console
    grounds = [] if loaded.reading is None else [each for each in loaded.reading.grounds if each.numbers]
    if not grounds:
        return
    cited = sum(each.numbers for each in grounds if each.basis.is_source)
    total = sum(each.numbers for each in grounds)
    widest = max(grounds, key=lambda each: each.numbers)
    where = f"{widest.node.place.file}:{widest.node.place.line}"
    rest = total - cited
    console.line(say("check.reasons", n=total, cited=cited, rest=rest, widest=widest.numbers, where=where))
    for each in grounds if every else ():
        where = f"{each.node.place.file}:{each.node.place.line}"
        text = " ".join(each.basis.text.split())
        console.line(say("check.reason", where=where, n=each.numbers, word=each.basis.word, text=text))
