"""`upgrade`: a scenario and the libraries it includes brought from an older format to this one."""

from collections.abc import Mapping
from pathlib import Path

from game import places
from game.content.diagnostics import Report, shown_name
from game.content.load import FORMAT, SCENARIO_FILE
from game.content.rewriting import rewrite
from game.content.source import ListNode, MapNode, ScalarNode, decoded, read_tree
from game.content.upgrade import STEPS, NotUpgraded, Step, format_of, upgraded
from game.desk.finding import Trouble, scenario_called
from game.terminal.world import DONE, World

_MARK = b"\xef\xbb\xbf"


def upgrade(
    world: World, name: str, *, dry_run: bool, steps: Mapping[int, Step] = STEPS, to: int = int(FORMAT)
) -> int:
    """Rewrite the files of a scenario that are of an older format.

    Args:
        steps: what leads from each older format to the next.
        to: the format wanted.

    Raises:
        Trouble: it cannot be done; no file has changed.
    """
    say = world.say
    before: dict[Path, bytes] = {}
    files: dict[Path, bytes] = {}
    main = _main(world, name)
    try:
        has = format_of(main.read_text("utf-8-sig"))
        for path in (main, *_libraries(main)):
            content = path.read_bytes()
            mark = _MARK if content.startswith(_MARK) else b""
            changed = mark + upgraded(content.decode("utf-8-sig"), has, steps, to).encode("utf-8")
            if changed != content:
                before[path], files[path] = content, changed
        if not dry_run:
            rewrite(files, before)
    except NotUpgraded as refused:
        raise Trouble(say(f"upgrade.{refused.why}", name=name, found=refused.found, known=to)) from None
    except (OSError, UnicodeError) as fault:
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise Trouble(say("rename.unwritable", reason=reason)) from None
    for path in files:
        world.console.line(say("upgrade.file", file=shown_name(path.as_posix())))
    if not files:
        world.console.line(say("upgrade.nothing", name=name, known=to))
    elif dry_run:
        world.console.line(say("upgrade.would", found=has, known=to, n=len(files)))
    else:
        world.console.line(say("upgrade.done", found=has, known=to, n=len(files)))
    return DONE


def _main(world: World, name: str) -> Path:
    """Return the scenario's own file; what is in it is not looked at."""
    path, named = Path(name), places.scenarios_folder() / name / SCENARIO_FILE
    if path.name == name and named.is_file():
        return named
    if (path / SCENARIO_FILE).is_file():
        return path / SCENARIO_FILE
    if not path.is_file():
        scenario_called(world.say, name)  # says what there is instead
    return path


def _libraries(main: Path) -> list[Path]:
    """Return the files that a scenario includes, as far as they are there."""
    source = decoded(main.name, main.read_bytes(), Report())
    tree = None if source is None else read_tree(source, Report())
    included = tree.get("include") if isinstance(tree, MapNode) else None
    found: list[Path] = []
    for node in included.items if isinstance(included, ListNode) else ():
        if isinstance(node, ScalarNode) and node.text.startswith("_") and ".." not in node.text:
            place = main.absolute().parent.parent / node.text
            found += sorted(place.glob("*.yaml")) if place.is_dir() else [place.with_suffix(".yaml")]
    return [path for path in found if path.is_file()]
