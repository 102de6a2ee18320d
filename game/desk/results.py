"""Results as lines: the points on one's own scale, and the rubric with the moves it rests on."""

from game.analysis.findings import PointsFinding
from game.analysis.process import Mark
from game.text.wording import Wording


def point_result(wording: Wording, result: PointsFinding) -> list[str]:
    """Return the points against one's own reservation value, the share of the best, what was left."""
    say = wording.say
    lines = [say("ending.points_signed", n=result.points, without=result.reservation)]
    gained = result.surplus
    lines.append(say("ending.surplus_plus" if gained >= 0 else "ending.surplus_minus", n=abs(gained)))
    if result.share_percent is None:
        lines.append(say("ending.nothing_to_share"))
    else:
        lines.append(say("ending.share", n=result.share_percent))
    lines.append(say("ending.left", n=result.left) if result.left else say("ending.nothing_left"))
    return lines


def mark_line(wording: Wording, mark: Mark) -> str:
    """Return one line of the rubric with the moves on which it rests."""
    say = wording.say
    steps = ""
    if mark.steps:
        numbers = [str(step) for step in dict.fromkeys(mark.steps)]
        steps = say("ending.mark_steps", n=len(numbers), steps=wording.listed(numbers))
    return say("ending.mark", line=say(f"rubric.{mark.line.value}"), score=mark.score, steps=steps).strip()
