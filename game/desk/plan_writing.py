"""A line of play written down as a plan, which `check` plays again and holds to where it led.

Only what persons decided is written, and how chance turned: the rest follows by itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import assert_never

from game.content.plan import ENDING, FOLDER
from game.desk.finding import shown
from game.desk.outgoing import write_whole
from game.desk.plan_judging import written
from game.rules.moves import (
    Accept,
    Act,
    Decide,
    Draw,
    Hold,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Made
from game.text.catalogue import Catalogue

NAME = "preview"
"""What a plan is called, with a number."""


def write_plan(say: Catalogue, file: Path, text: str) -> str:
    """Write a plan beside the file of its scenario, under a name that is free; return where.

    Raises:
        Trouble: it cannot be written.
    """
    folder = file.absolute().parent / FOLDER
    number = 1
    while (path := folder / f"{NAME}-{number}{ENDING}").exists():
        number += 1
    with suppress(OSError):  # the writing tells why
        folder.mkdir(exist_ok=True)
    write_whole(say, path, text.encode("utf-8"))
    return shown(path)


def plan_text(scenario: Scenario, title: str, line: Sequence[Made], state: State) -> str:
    """Return a line of play as a plan that expects what it came to.

    Args:
        title: its first line, as a comment.
        line: every move of the game, from the opening on.
        state: what it came to.
    """
    lines = [f"# {title}", *_lines(scenario, line)]
    if state.outcome is not None:
        lines.append(f"expect ending {scenario.endings[state.outcome.ending].id}")
    else:
        lines.append(f"expect round {scenario.rounds[state.round].id}")
    return "\n".join(lines) + "\n"


def _lines(scenario: Scenario, line: Sequence[Made]) -> Iterator[str]:
    """Yield each move of a party after the draws that it leads to: a plan says first how chance will turn.

    What was drawn before the first move cannot be said and is left out.
    """
    last = ""
    for made in line:
        match made.move:
            case Draw(event, outcome) if last:
                drawn = scenario.events[event]
                yield f"draw {drawn.id} {drawn.outcomes[outcome].id}"
            case move if made.author in (0, 1):
                if last:
                    yield last
                last = f"{scenario.parties[made.author].id} {move_words(scenario, _of_party(move))}"
            case _:
                pass
    if last:
        yield last


def _of_party(move: object) -> PartyMove:
    assert isinstance(move, PartyMove), f"a party made {move}"
    return move


def move_words(scenario: Scenario, move: PartyMove) -> str:
    """Return a move as it is typed in a plan."""
    match move:
        case Propose(packages, linked, referred, words):
            offers = " or ".join(written(scenario, each) for each in packages)
            return _joined("propose", offers, linked and "linked", referred and "referendum", _quoted(words))
        case Accept(which, issues, referred):
            named = " ".join(scenario.issues[issue].id for issue in issues)
            return _joined("accept", "ABC"[which], named, referred and "referendum")
        case Reject(reason):
            return _joined("reject", _quoted(reason))
        case Hold(reason):
            return _joined("hold", _quoted(reason))
        case Reopen(issue):
            return f"reopen {scenario.issues[issue].id}"
        case Act(action, issue, package):
            on = "" if issue is None else scenario.issues[issue].id
            on = on if package is None else written(scenario, package)
            return _joined("act", scenario.actions[action].id, on)
        case Decide(decision, choice):
            card = scenario.decisions[decision]
            return f"decide {card.id} {card.choices[choice].id}"
        case Sign():
            return "sign"
        case WalkOut():
            return "walk out"
        case _:
            assert_never(move)


def _quoted(words: str) -> str:
    """Return words between the quotes of a plan, whose own quotes they cannot hold."""
    return f'"{" ".join(words.split()).translate(_PLAIN)}"' if words.strip() else ""


_PLAIN = str.maketrans({'"': "'", "\u201c": "'", "\u201d": "'"})


def _joined(*words: str | bool) -> str:
    return " ".join(str(word) for word in words if word)
