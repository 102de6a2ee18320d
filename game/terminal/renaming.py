"""`rename`: an id of a scenario called otherwise in all its files, or in none of them."""

from game import places
from game.content.diagnostics import shown_name
from game.content.kinds import OWNED
from game.content.rename import NotRenamed, renamed
from game.content.rewriting import rewrite
from game.desk.assignments import near
from game.desk.finding import Trouble
from game.terminal.world import DONE, World


def rename(world: World, kind: str, old: str, new: str, name: str, *, dry_run: bool) -> int:
    """Rename an id and say where it stood.

    Args:
        dry_run: only say what would change.

    Raises:
        Trouble: it cannot be done; no file has changed.
    """
    say = world.say
    try:
        found = renamed(name, kind, old, new, places.scenarios_folder())
        if not dry_run:
            rewrite(found.files, found.before)
    except NotRenamed as refused:
        raise _trouble(world, refused) from None
    except OSError as fault:
        raise Trouble(say("rename.unwritable", reason=fault.strerror or str(fault))) from None
    for file in found.files:
        lines = sorted({place.line for place in found.places if place.file == file.as_posix()})
        count = sum(place.file == file.as_posix() for place in found.places)
        shown = ", ".join(map(str, lines))
        world.console.line(say("rename.file", file=shown_name(file.as_posix()), n=count, lines=shown))
    key = "rename.would" if dry_run else "rename.done"
    new_name = new if kind not in OWNED else f"{old.rpartition('.')[0]}.{new}".lstrip(".")
    world.console.line(say(key, kind=kind, old=old, new=new_name, n=len(found.places)))
    return DONE


def _trouble(world: World, refused: NotRenamed) -> Trouble:
    say, values = world.say, dict(refused.values)
    detail = str(values.pop("detail", ""))
    if refused.why in ("unknown", "several"):
        known = values["known"]
        assert isinstance(known, list)
        values["nearest"] = near(say, str(values["name"]), [(each, each) for each in known])
        values["known"] = ", ".join(known)
    if "file" in values:
        values["file"] = shown_name(str(values["file"]))
    return Trouble(say(f"rename.{refused.why}", **values), detail)
