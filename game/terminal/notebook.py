"""The notebook in text mode: what is believed of them is written down, and read again."""

from game.analysis.space import bargained_issues
from game.content.suggest import closest
from game.desk.assignments import Problem, read_issue
from game.desk.notebook import NAMES, guess_lines
from game.desk.papers import notebook_lines
from game.terminal.chair import After, Chair


def show_notebook(chair: Chair, rest: str) -> After:
    """Show what was learnt, and what is believed."""
    chair.console.lines(notebook_lines(chair.wording, chair.view))
    chair.console.lines(guess_lines(chair.wording, chair.game.guesses(chair.party)))
    return After.STAY


def guess(chair: Chair, rest: str) -> After:
    """Write down how much a question matters to them, and what they want: `guess ISSUE BAND words`."""
    say, console, scenario = chair.say, chair.console, chair.view.scenario
    name, _, rest = rest.strip().partition(" ")
    band, _, words = rest.strip().partition(" ")
    bargained = bargained_issues(scenario)
    if not name or not band:
        issues = ", ".join(scenario.issues[issue].id for issue in bargained)
        console.line(say("notebook.how", issues=issues, bands=", ".join(NAMES)))
        return After.STAY
    issue = read_issue(say, scenario, name)
    if isinstance(issue, Problem):
        console.line(issue.sentence)
    elif issue not in bargained:
        console.line(say("notebook.settled", issue=chair.wording.issue(issue)))
    elif band.casefold() not in NAMES:
        nearest = closest(band, NAMES)
        near = say("problem.nearest", nearest=nearest) if nearest else ""
        console.line(say("notebook.no_band", word=band, allowed=", ".join(NAMES), nearest=near).strip())
    else:
        kept = words.strip() or None
        now = chair.game.guess(chair.party, issue, band=NAMES.index(band.casefold()), words=kept)
        console.lines(guess_lines(chair.wording, tuple(each for each in now if each.issue == issue)))
    return After.STAY
