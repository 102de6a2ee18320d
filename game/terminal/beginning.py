"""`new`: a scenario of one's own, begun from a template that can be played as it stands."""

from pathlib import Path

from game import places
from game.content.template import NotWritten, begun, template_names
from game.desk.finding import Trouble, shown
from game.terminal.world import DONE, World


def known_templates() -> tuple[str, ...]:
    """Return the names of the templates, the smallest first."""
    return template_names(places.scenarios_folder())


def new(world: World, name: str, template: str, folder: str) -> int:
    """Write a new scenario and say what to do with it.

    Raises:
        Trouble: it cannot be written.
    """
    say = world.say
    try:
        file = begun(name, template, Path(folder), places.scenarios_folder())
    except NotWritten as refused:
        raise Trouble(say(f"new.{refused.why}", **refused.values)) from None
    except (OSError, ValueError) as fault:
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise Trouble(say("error.not_written", name=f"{folder}/{name}", reason=reason)) from None
    where = shown(file.parent)
    where = where if "/" in where or "\\" in where else f"./{where}"
    world.console.line(say("export.written", where=shown(file)))
    world.console.line(say("new.next", program=places.program(), where=where))
    return DONE
