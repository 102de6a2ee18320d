"""Where a game left history: the two courses laid side by side, so that what agrees meets."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from game.desk.lines import play_line
from game.rules.moves import Hold, Move, Propose, Reject
from game.rules.scenario import Scenario
from game.rules.transcript import Made, Replay
from game.text.catalogue import Catalogue
from game.text.wording import Wording
from game.ui.screens.debrief_model import Departure, Moment

AFTER = 8
"""Rows shown after the first departure from history."""


def departure(say: Catalogue, scenario: Scenario, course: Replay) -> Departure | None:
    """Return where this game first left the documented course, None where there is none."""
    if not scenario.history:
        return None
    line = scenario.history[0]
    wording = Wording(say, scenario, None)
    then = [made for made in play_line(scenario, line).moves if made.author in (0, 1)]
    here = [made for made in course.moves if made.author in (0, 1)]
    timeline = tuple(_beside(wording, then, here))
    first = next((at for at, moment in enumerate(timeline) if not moment.same), None)
    until = len(timeline) if first is None else first + 1 + AFTER
    sentence = say("ui.debrief.departed", n=first + 1) if first is not None else say("ui.debrief.as_history")
    heads = (say("ui.debrief.in_history"), say("ui.debrief.in_yours"))
    return Departure(line.label, tuple(islice(timeline, until)), sentence, *heads)


def _beside(wording: Wording, then: list[Made], here: list[Made]) -> Iterator[Moment]:
    """Yield both courses in order; a move of one that the other lacks stands alone in its row."""
    absent = wording.say("ui.debrief.no_move")
    match = SequenceMatcher(
        None, [_plain(made) for made in then], [_plain(made) for made in here], autojunk=False
    )
    for tag, i, j, k, m in match.get_opcodes():
        pairs = zip_longest(_told(wording, then[i:j]), _told(wording, here[k:m]), fillvalue=absent)
        for one, other in pairs:
            yield Moment(one, other, same=tag == "equal")


def _told(wording: Wording, line: list[Made]) -> Iterator[str]:
    return (wording.move(made.author, made.move) for made in line)


def _plain(made: Made) -> tuple[int, Move]:
    """Return who moved and how, without the sentence that goes with it: words are no departure."""
    match made.move:
        case Propose() as move:
            return made.author, replace(move, words="")
        case Hold() | Reject() as move:
            return made.author, replace(move, reason="")
        case move:
            return made.author, move
