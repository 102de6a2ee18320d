"""The clock of the table in text mode: told between two lines, since nobody can be told while they type."""

from game.desk.timing import MORE_S, announced, standing
from game.terminal.chair import After, Chair

_DEEDS = ("pause", "go", "more")


def tell_clock(chair: Chair) -> None:
    """Write what the clock announces since it was last looked at, nothing where nothing is timed."""
    if chair.clock is not None:
        chair.console.lines([announced(chair.say, rung) for rung in chair.clock.tick()])


def show_clock(chair: Chair, rest: str) -> After:
    """Tell what is left, or pause the clock, let it go on, give a minute more."""
    say, console, clock = chair.say, chair.console, chair.clock
    if clock is None:
        console.line(say("clock.nothing"))
        return After.STAY
    deed = rest.casefold().lstrip("+")
    if deed in _DEEDS and chair.clock_fixed:
        console.line(say("clock.fixed"))
    elif deed == "more":
        clock.extend(MORE_S)
    elif deed in _DEEDS:
        clock.paused = deed == "pause"
    console.lines([*standing(say, clock), *([] if deed in _DEEDS else [say("clock.how")])])
    return After.STAY
