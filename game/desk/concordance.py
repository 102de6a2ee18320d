"""Verdicts as lines: the article, the verdict, its ground, and the text with the changed words marked."""

from game.rules.concordance import Change, Finding, Mark, Subject, Verdict
from game.rules.scenario import Scenario
from game.text.wording import Wording, capital

CONTEXT = 8
"""Unchanged words shown on either side of a change."""


def finding(wording: Wording, verdict: Verdict) -> str:
    """Return the verdict itself in words."""
    say = wording.say
    if verdict.finding is Finding.CLOSER and verdict.towards is not None:
        return say("verdict.closer", party=wording.scenario.parties[verdict.towards].name)
    return say(f"verdict.{verdict.finding.value}")


def head(wording: Wording, scenario: Scenario, verdict: Verdict) -> str:
    """Return the first line of a verdict: what it is about, and the verdict."""
    say, said = wording.say, finding(wording, verdict)
    match verdict.subject:
        case Subject.ARTICLE:
            articles = scenario.declaration.articles if scenario.declaration else ()
            title = next((each.title for each in articles if each.number == verdict.number), "")
            return say("ending.article", number=verdict.number, title=title, verdict=said)
        case Subject.ADDITIONAL:
            issue = "" if verdict.issue is None else wording.issue(verdict.issue)
            return say("ending.additional", issue=issue, verdict=said)
        case Subject.TITLE:
            return say("ending.title_line", verdict=said)
        case Subject.LETTERS:
            return say("ending.letters_line", verdict=said)


def verdict_lines(wording: Wording, scenario: Scenario, verdict: Verdict) -> list[str]:
    """Return a verdict with its reason; where the text is not the same, with the changed words."""
    say = wording.say
    lines = [head(wording, scenario, verdict)]
    if verdict.finding is Finding.SAME:
        return lines
    lines.append("  " + say(f"ground.{verdict.ground.value}"))
    for deviation in verdict.deviations:
        issue, option = deviation.issue, deviation.option
        lines.append(
            "  "
            + say(
                "ending.deviation",
                issue=capital(wording.issue(issue)),
                option=wording.option(issue, option),
                history=wording.option(issue, deviation.history),
            )
        )
    if verdict.finding is Finding.ABSENT:
        official = " ".join(verdict.official.split())
        lines.append("  " + say("ending.official", words=official))
    elif verdict.changes:
        lines.append("  " + marked(wording, verdict.changes))
    return lines


def marked(wording: Wording, changes: tuple[Change, ...]) -> str:
    """Return the official text turned into the draft, what is struck and what is new marked.

    Long unchanged stretches are shortened to a few words on either side of a change.
    """
    say = wording.say
    pieces = []
    for position, change in enumerate(changes):
        match change.mark:
            case Mark.STRUCK:
                pieces.append(say("ending.struck", words=change.words))
            case Mark.ADDED:
                pieces.append(say("ending.added", words=change.words))
            case Mark.KEPT:
                first, last = position == 0, position == len(changes) - 1
                pieces.append(_shortened(say("ending.skipped"), change.words, first=first, last=last))
    return " ".join(piece for piece in pieces if piece)


def _shortened(gap: str, text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    if len(words) <= 2 * CONTEXT + 2:
        return text
    before = [] if first else words[:CONTEXT]
    after = [] if last else words[-CONTEXT:]
    return " ".join([*before, gap, *after])
