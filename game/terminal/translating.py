"""`i18n`: translations begun, taken back and examined, of a scenario or of the interface."""

from collections.abc import Iterable

from game.content.diagnostics import shown_name
from game.content.translation import Entry
from game.desk.finding import Trouble
from game.desk.outgoing import write_whole
from game.desk.translating import Part, examined, extracted, file_of, languages, parts_of, sent_back
from game.terminal.world import DONE, NO, World

DEEDS = ("extract", "merge", "check")


def i18n(world: World, deed: str, what: str, word: str) -> int:
    """Carry out one of `DEEDS`.

    Args:
        what: a scenario as elsewhere, or the interface.
        word: to extract and to check, the language; to merge, the file that a translator sends back.

    Raises:
        Trouble: it cannot be done; nothing was written.
    """
    if deed == "check":
        return _check(world, what, word)
    if not word:
        raise Trouble(world.say(f"translation.{deed}_what"))
    if deed == "extract":
        return _write(world, parts_of(world.say, what, word))
    back = sent_back(world.say, word)
    return _write(world, parts_of(world.say, what, back.language), (*back.entries, *back.unused))


def _write(world: World, parts: Iterable[Part], back: Iterable[Entry] = ()) -> int:
    made = extracted(parts, back)
    for part in made:
        part.path.parent.mkdir(exist_ok=True)
        write_whole(world.say, part.path, file_of(world.say, part))
        world.console.line(
            world.say("translation.written", file=shown_name(part.path.as_posix()), **part.figures())
        )
    return DONE


def _check(world: World, what: str, language: str) -> int:
    """Say how far the translations are; exit 1 unless every text has one that is right."""
    say, console = world.say, world.console
    wanted = (language,) if language else languages(say, what)
    if not wanted:
        console.line(say("translation.none", name=what))
    is_clean = True
    for each in wanted:
        parts = parts_of(say, what, each)
        if language and not any(part.is_there for part in parts):
            raise Trouble(say("translation.not_begun", name=what, language=each))
        report = examined(parts)
        is_clean = is_clean and not len(report)
        for line in report.render().splitlines():
            console.raw(line)
        for part in parts:
            console.line(say("translation.stands", file=shown_name(part.path.as_posix()), **part.figures()))
    return DONE if is_clean else NO
