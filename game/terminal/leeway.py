"""`check --slack`: how far each number of a scenario can move before a fact breaks, tightest first."""

from collections.abc import Sequence

from game.content.slack import Leeway, Limit
from game.terminal.console import Console
from game.text.catalogue import Catalogue


def tell_leeway(console: Console, say: Catalogue, found: Sequence[Leeway]) -> None:
    """Write a line for each number that a fact holds, and the names of those that none does."""
    held = sorted((each for each in found if each.room_disputed is not None), key=_tightness)
    free = [each.number.name for each in found if each.room_disputed is None]
    console.line(say("slack.head", n=len(found)))
    for each in held:
        number = each.number
        ways = [
            *_way(say, "falls", each.falls, each.falls_disputed),
            *_way(say, "rises", each.rises, each.rises_disputed),
        ]
        label = say("slack.label", label=number.label) if number.label else ""
        line = say("slack.number", name=number.name, label=label, value=number.value, ways="; ".join(ways))
        console.line(line, indent=2)
    console.line(say("slack.free", n=len(free), names=", ".join(free)))


def _tightness(leeway: Leeway) -> tuple[bool, int, int]:
    firm, any_ = leeway.room, leeway.room_disputed
    return firm is None, (any_ if firm is None else firm) or 0, any_ or 0


def _way(say: Catalogue, way: str, firm: Limit | None, disputed: Limit | None) -> list[str]:
    found = []
    if firm is not None:
        key = f"slack.{way}" if firm.room else f"slack.{way}_not"
        found.append(say(key, n=firm.room, breaks=firm.breaks))
    if disputed is not None:
        found.append(say(f"slack.{way}_disputed", n=disputed.room, breaks=disputed.breaks))
    return found
