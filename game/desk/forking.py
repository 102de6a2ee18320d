"""Another game that begins with the first moves of a saved one, or of a documented line of the talks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game import __version__
from game.ai.registry import bots_for
from game.desk.beginning import Files, Wish, header_of, persona_name
from game.desk.finding import Trouble
from game.desk.lines import play_line
from game.desk.plan_playing import PlannedPlay
from game.rules.scenario import HistoryLine, Scenario
from game.rules.transcript import Made, mainline, replay
from game.session.faults import SaveFault
from game.session.names import stem, stem_of
from game.session.saves import Header, Save, new_save
from game.session.seats import Sitter
from game.session.session import Session
from game.session.store import MemoryStore
from game.text.catalogue import Catalogue

_NAME_LIMIT = 60  # signs of a save's name


def fork_save(
    say: Catalogue,
    save: Save,
    step: int,
    *,
    name: str,
    folder: Path,
    wall: Callable[[], str],
    persons: tuple[int, ...] | None = None,
) -> Path:
    """Return the new save that begins with the first `step` moves of `save`.

    The seed stays the same, so that chance turns and bots draw as they did; the header says where it came
    from.

    Args:
        persons: the parties that persons play from here on; None for those who did.

    Raises:
        Trouble: the game has not so many sound moves, nobody may sit in a chair that a person leaves, or
            the save cannot be written.
    """
    sound = len(replay(save.scenario, mainline(save.records)).moves)
    old = stem_of(save.path)
    header: Header = replace(
        save.header,
        seats=save.header.seats if persons is None else _seats(say, save, persons),
        origin=say("fork.origin", name=old, n=step),
        created=wall(),
        version=__version__,
        line=False,
    )
    _check_step(say, step, sound)
    try:
        source = Session.resume(save, store=MemoryStore(), wall=wall)
        return _forked(say, source, header, step, name or _named(say, old, step), folder)
    except SaveFault as fault:
        raise Trouble(str(fault)) from None


def fork_line(
    say: Catalogue, scenario: Scenario, files: Files, line: HistoryLine, step: int, name: str, wish: Wish
) -> Path:
    """Return the new save that begins with the first `step` moves of a documented line: history up to then.

    Raises:
        Trouble: the line has not so many moves, nobody may sit in a chair, or the save cannot be written.
    """
    moves = play_line(scenario, line).moves
    return _fork_written(say, scenario, files, moves, (line.id, line.label), step, name, wish)


def fork_plan(
    say: Catalogue, scenario: Scenario, files: Files, play: PlannedPlay, step: int, name: str, wish: Wish
) -> Path:
    """Return the new save that begins with the first `step` moves of a plan.

    Raises:
        Trouble: as `fork_line`.
    """
    id = Path(play.file).stem
    return _fork_written(say, scenario, files, play.moves, (id, play.title or id), step, name, wish)


def _fork_written(
    say: Catalogue,
    scenario: Scenario,
    files: Files,
    moves: tuple[Made, ...],
    called: tuple[str, str],
    step: int,
    name: str,
    wish: Wish,
) -> Path:
    """Return the new save that begins with the first `step` moves of a line that has an id and a label."""
    id, label = called
    _check_step(say, step, len(moves))
    header = header_of(say, scenario, files, wish)
    header = replace(header, origin=say("fork.origin", name=label, n=step))
    source = Session.following(scenario, header, moves, wish.wall)
    title = name or _named(say, f"{scenario.id}-{id.replace('_', '-')}", step)
    try:
        return _forked(say, source, header, step, title, wish.folder)
    except SaveFault as fault:
        raise Trouble(str(fault)) from None


def _check_step(say: Catalogue, step: int, sound: int) -> None:
    if not 0 <= step <= sound:
        raise Trouble(say("error.no_such_move", n=step, of=sound))


def _named(say: Catalogue, old: str, step: int) -> str:
    after = say("fork.title", n=step)
    return f"{old[: _NAME_LIMIT - len(after)]}{after}"


def _forked(say: Catalogue, source: Session, header: Header, step: int, title: str, folder: Path) -> Path:
    store = new_save(folder, stem(title), header)
    try:
        source.fork(step, store, header)
    finally:
        store.close()
    return store.path


def _seats(say: Catalogue, save: Save, persons: tuple[int, ...]) -> tuple[tuple[str, Sitter], ...]:
    """Return who sits where when these parties are played by persons: a bot that is there may stay."""
    found = []
    for party, (id, sitter) in enumerate(save.header.seats):
        if party in persons:
            found.append((id, sitter if sitter.is_person else Sitter()))
        elif not sitter.is_person:
            found.append((id, sitter))
        else:
            known = bots_for(save.scenario, party)
            if not known:
                raise Trouble(say("play.no_personas", party=save.scenario.parties[party].name))
            found.append((id, Sitter(known[0], persona_name(say, save.scenario, known[0]))))
    return tuple(found)
