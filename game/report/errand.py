"""`report`: the page of a game or a class, made or checked."""

from pathlib import Path

from game.desk.declared import DECLARED
from game.desk.finding import Trouble, save_called
from game.report.checking import check
from game.report.class_page import class_body, records
from game.report.game_page import game_body
from game.report.html import plain
from game.report.paper import write
from game.report.style import STYLE
from game.report.tables import Class, Reader
from game.session.faults import SaveFault
from game.session.reading import read_whole
from game.terminal.outgoing import aside
from game.terminal.world import DONE, NO, World


def report(
    world: World, name: str, *, names: bool, file: str | None, pdf: str | None, checked: str | None
) -> int:
    """Write the page of a save or of a folder of saves, or check one against them.

    Exit 1 where something is left out of it, or the check finds a number that is not so.

    Args:
        names: call the tables what their files are called.
        file: where to write, None for the screen.
        pdf: where to write it as a PDF too, None for nowhere.
        checked: the page to check; nothing is written then.
    """
    found = _found(world, name, names=names)
    if not found.tables and not found.left_out:
        raise Trouble(world.say("report.error.nothing", name=name))
    if checked is not None:
        return _checked(world, found, Path(checked))
    title = found.tables[0].scenario.title if found.tables else name
    one = found.tables[0] if len(found.tables) == 1 and not Path(name).is_dir() else None
    if one is not None and one.course is not None:
        body = [*game_body(world.say, one), records(world.say, found.tables, names=names)]
    else:
        body = class_body(world.say, found, names=names)
    write(world, title, body, style=STYLE, file=file, pdf=pdf)
    for each in found.tables:
        if not names:
            aside(plain(world.say("report.key", table=each.label, file=each.file)))
    for out in found.left_out:
        aside(plain(world.say("report.left_out", file=out.file, why=out.why)))
    return NO if found.left_out else DONE


def _checked(world: World, found: Class, path: Path) -> int:
    say = world.say
    try:
        text = read_whole(path).decode("utf-8")
    except (SaveFault, UnicodeDecodeError) as fault:
        raise Trouble(say("report.error.no_page", name=path.name, reason=fault)) from None
    came = check(say, text, found.tables)
    world.console.lines(came.mismatches)
    if not came.numbers:
        raise Trouble(say("report.error.no_page", name=path.name, reason=say("report.error.no_numbers")))
    counts = {"numbers": came.numbers, "statements": came.statements}
    if came.mismatches:
        world.console.line(say("report.check.some", n=len(came.mismatches), **counts))
        return NO
    world.console.line(say("report.check.fine", **counts))
    return DONE


def _found(world: World, name: str, *, names: bool) -> Class:
    reader, path = Reader(world.say), Path(name)
    if path.is_dir():
        return reader.folder(path, names=names)
    if name.endswith(DECLARED) and path.is_file():
        return reader.file(path, names=names)
    return reader.file(save_called(world.say, name, world.saves).path, names=names)
