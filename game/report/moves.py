"""A move as it is told on a page: an offer by what is new in it."""

from game.rules.moves import Propose
from game.rules.package import OPEN
from game.rules.transcript import Replay
from game.text.wording import Wording


def move_told(wording: Wording, course: Replay, step: int) -> str:
    """Return the move of that number in a sentence.

    An offer of one package is told by where it departs from the same side's offer before.
    """
    made = course.moves[step - 1]
    before = course.states[step - 1].last_packages[made.author] if made.author in (0, 1) else ()
    if not (isinstance(made.move, Propose) and len(made.move.packages) == 1 == len(before)):
        return wording.move(made.author, made.move)
    (new,), (old,) = made.move.packages, before
    changed = [
        wording.item(issue, option)
        for issue, option in enumerate(new)
        if OPEN not in (option, old[issue]) and option != old[issue]
    ]
    if not changed or any(option != OPEN and old[issue] == OPEN for issue, option in enumerate(new)):
        return wording.move(made.author, made.move)
    key = "report.offers_linked" if made.move.linked else "report.offers"
    return wording.say(key, who=wording.who(made.author), items=wording.say("package.joined").join(changed))
