"""The end: who carried and who blocked, the epilogue, the text beside the real one, the three results."""

from collections.abc import Sequence

from game.analysis.findings import Findings, findings
from game.analysis.notebook import Guess, marked
from game.analysis.process import MOST
from game.desk.concordance import verdict_lines
from game.desk.dossier import disputes_touched
from game.desk.notebook import marked_lines
from game.desk.results import mark_line, point_result
from game.rules.scenario import Scenario
from game.rules.state import Outcome
from game.rules.transcript import Replay
from game.terminal.console import Console
from game.text.explain import cited
from game.text.wording import Wording


def show_end(
    console: Console,
    wording: Wording,
    scenario: Scenario,
    course: Replay,
    party: int,
    guesses: tuple[Guess, ...] = (),
) -> None:
    """Show the whole debrief of one party; the game is over, so nothing is secret any more."""
    outcome = course.final.outcome
    assert outcome is not None, "the end is shown when the game has ended"
    found = findings(scenario, course, party)
    console.line()
    _epilogue(console, wording, scenario, outcome)
    if scenario.declaration is not None:
        console.line()
        _concordance(console, wording, scenario, found, outcome)
    console.line()
    _results(console, wording, scenario, found, outcome)
    console.line()
    console.lines(marked_lines(wording, marked(scenario, course, party, guesses)))
    console.line()
    _history(console, wording, scenario)
    _disputes(console, wording, scenario, course)


def show_end_to_all(console: Console, wording: Wording, scenario: Scenario, course: Replay) -> None:
    """Show how a watched game ended: its text once, then each party's results on its own scale."""
    outcome = course.final.outcome
    assert outcome is not None, "the end is shown when the game has ended"
    found = [findings(scenario, course, party) for party in (0, 1)]
    console.line()
    _epilogue(console, wording, scenario, outcome)
    if scenario.declaration is not None:
        console.line()
        _concordance(console, wording, scenario, found[0], outcome)
    for party, each in enumerate(found):
        console.line()
        console.line(wording.say("play.results_of", party=scenario.parties[party].name))
        _results(console, wording, scenario, each, outcome)


def _concordance(
    console: Console, wording: Wording, scenario: Scenario, found: Findings, outcome: Outcome
) -> None:
    say = wording.say
    if not outcome.signed:
        console.line(say("ending.nothing_signed"))
        return
    console.line(say("ending.concordance"))
    for verdict in found.text.verdicts:
        console.lines(verdict_lines(wording, scenario, verdict))
    console.line(say("ending.same", n=found.text.same, of=found.text.articles))
    if found.text.is_history:
        console.line(say("ending.is_history"))


def _sources(console: Console, wording: Wording, scenario: Scenario, codes: Sequence[str]) -> None:
    """Write the sources one a line, each once."""
    if codes:
        console.line(wording.say("ending.sources"))
        console.lines([cited(scenario, code) for code in dict.fromkeys(codes)], indent=2)


def _epilogue(console: Console, wording: Wording, scenario: Scenario, outcome: Outcome) -> None:
    say, ending = wording.say, scenario.endings[outcome.ending]
    console.line(say("ending.head", title=ending.title))
    console.line(say("ending.trigger", trigger=say(f"trigger.{outcome.trigger.value}")))
    told = ending.epilogue.strip()
    if ending.counterfactual and not told.startswith(say("ending.counterfactual").rstrip(".")):
        console.line(say("ending.counterfactual"))
    console.paragraphs(told)
    console.line(say(f"plausibility.{ending.plausibility}"))
    _sources(console, wording, scenario, ending.sources)


def _results(
    console: Console, wording: Wording, scenario: Scenario, found: Findings, outcome: Outcome
) -> None:
    say = wording.say
    console.line(say("ending.results"))
    if found.text.articles:
        console.line(say("ending.result_text", same=found.text.same, of=found.text.articles))
    console.line(say("ending.result_points"))
    console.lines(point_result(wording, found.points), indent=2)
    console.line(say("ending.scale"), indent=2)
    total = sum(mark.score for mark in found.process)
    console.line(say("ending.result_process", n=total, of=MOST * len(found.process)))
    console.lines([mark_line(wording, mark) for mark in found.process], indent=2)


def _disputes(console: Console, wording: Wording, scenario: Scenario, course: Replay) -> None:
    """Tell what is not settled of what the game touched, and ask what a class may talk about."""
    say, touched = wording.say, disputes_touched(scenario, course.final)
    if touched:
        console.line()
        console.line(say("ui.debrief.disputed"))
    for each in touched:
        console.line()
        console.lines([each.title, each.text])
        for reading in each.readings:
            console.line(reading.text, indent=2)
            console.lines([cited(scenario, code) for code in reading.sources], indent=4)
        console.line(each.question)
    if scenario.dossier.questions:
        console.line()
        console.line(say("ui.debrief.prompts.departure"))
        console.lines(list(scenario.dossier.questions), indent=2)


def _history(console: Console, wording: Wording, scenario: Scenario) -> None:
    """Tell the documented course, step by step, with its sources."""
    if not scenario.history:
        return
    line = scenario.history[0]
    console.line(wording.say("ending.history"))
    if line.note.strip():
        console.paragraphs(line.note)
    codes: list[str] = []
    for step in line.steps:
        if step.note.strip():
            console.line(" ".join(step.note.split()), indent=2)
            codes += [code.strip() for code in step.source.split(";") if code.strip()]
    _sources(console, wording, scenario, codes)
