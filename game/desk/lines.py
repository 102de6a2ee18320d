"""`history` and `declare`: what they print, as lines; nothing is asked here."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.desk.concordance import finding, verdict_lines
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.concordance import Subject, Verdict, is_history, same_articles, verdicts
from game.rules.legality import refusal
from game.rules.mandate import needs_failed
from game.rules.moves import Draw
from game.rules.package import Package
from game.rules.refusals import Refusal
from game.rules.scenario import NATURE, HistoryLine, Scenario
from game.rules.state import State, to_move
from game.rules.transcript import Made
from game.text.wording import Wording, capital


@dataclass(frozen=True, slots=True)
class Played:
    """A written line played out: the moves made, and why the next one was refused, if it was."""

    moves: tuple[Made, ...]
    state: State
    refused: Refusal | None


def play_line(scenario: Scenario, line: HistoryLine) -> Played:
    """Play a documented course; chance turns as it did, else as usual; homes answer for themselves."""
    state = open_negotiation(scenario).state
    moves: list[Made] = []
    drawn = dict(line.draws)
    steps = list(line.steps)
    while True:
        due = automatic(scenario, state, 0, 0, len(moves), chance_on=False)
        if due is not None:
            author, move = due
            if author == NATURE and isinstance(move, Draw):
                move = Draw(move.event, drawn.get(move.event, move.outcome))
        elif steps and to_move(state) in (0, 1):
            step = steps.pop(0)
            author, move = step.author, step.move  # type: ignore[assignment]
        else:
            return Played(tuple(moves), state, None)
        refused = refusal(scenario, state, author, move)
        if refused is not None:
            return Played((*moves, Made(author, move)), state, refused)
        state = apply(scenario, state, author, move).state
        moves.append(Made(author, move))


def history_lines(wording: Wording, line: HistoryLine) -> tuple[list[str], bool]:
    """Return a documented line told move by move with its verdicts, and whether the text is history's."""
    say, scenario = wording.say, wording.scenario
    played = play_line(scenario, line)
    lines = [say("history.head", label=line.label, note=" ".join(line.note.split())).strip()]
    steps = iter(line.steps)
    for number, made in enumerate(played.moves, start=1):
        lines.append(say("history.step", number=number, move=wording.move(made.author, made.move)))
        step = next(steps) if made.author in (0, 1) else None
        if step is not None and step.note:  # what is disputed or filled in is said where the move is told
            key = "history.step_note" if step.source else "history.step_note_bare"
            lines.append(say(key, note=step.note, source=step.source))
    if played.refused is not None:
        refused = wording.refusal(played.refused)
        return [*lines, say("history.illegal", number=len(played.moves), refusal=refused)], False
    package = played.state.signed_package
    if package is None:
        return [*lines, say("history.not_ended")], False
    judged = verdicts(scenario, package)
    lines += ["", *summary_lines(wording, judged)]
    return lines, is_history(judged)


def summary_lines(wording: Wording, judged: Sequence[Verdict]) -> list[str]:
    """Return one line a verdict, and how many articles are the same."""
    say, scenario = wording.say, wording.scenario
    lines = []
    for verdict in judged:
        match verdict.subject:
            case Subject.ARTICLE:
                articles = scenario.declaration.articles if scenario.declaration else ()
                title = next((each.title for each in articles if each.number == verdict.number), "")
                what = say("history.article", number=verdict.number, title=title)
            case Subject.TITLE:
                what = say("history.title_line")
            case Subject.LETTERS:
                what = say("history.letters_line")
            case Subject.ADDITIONAL:
                what = say("history.additional", issue=wording.issue(verdict.issue or 0))
        lines.append(say("history.verdict", what=what, verdict=finding(wording, verdict)))
    articles_judged = sum(verdict.subject is Subject.ARTICLE for verdict in judged)
    same = same_articles(tuple(judged))
    if same == articles_judged:
        lines.append(say("history.all_same", n=articles_judged))
    else:
        lines.append(say("history.not_all_same", n=articles_judged, same=same))
    return lines


def declare_lines(
    wording: Wording, state: State, package: Package, assumed: Sequence[int], source: str
) -> tuple[list[str], bool]:
    """Return what was assumed, the package and its concordance, and whether the package holds together.

    Args:
        state: the opening, against which needs are judged.
        assumed: the issues whose option was not named.
        source: `history`, `opening` or `nothing`: where those options come from.
    """
    say, scenario = wording.say, wording.scenario
    lines = []
    if assumed:
        lines.append(say(f"declare.assumed_{source}", issues=wording.issues(tuple(assumed))))
    lines.append(say("declare.package"))
    lines += [f"  {item}" for item in wording.items(package)]
    for issue, option, need in needs_failed(scenario, state, package, final=True):
        because = scenario.issues[issue].options[option].needs[need].sentence.strip()
        return [
            *lines,
            say("declare.needs", item=capital(wording.item(issue, option)), because=because),
        ], False
    judged = verdicts(scenario, package)
    lines.append("")
    for verdict in judged:
        lines += verdict_lines(wording, scenario, verdict)
    same = same_articles(judged)
    articles = sum(verdict.subject is Subject.ARTICLE for verdict in judged)
    lines.append(say("ending.same", n=same, of=articles))
    return lines, True
