"""Another game that begins with the first moves of a saved one; the saved one is only read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game import __version__
from game.desk.finding import Trouble
from game.rules.transcript import mainline, replay
from game.session.faults import SaveFault
from game.session.names import stem, stem_of
from game.session.saves import Header, Save, new_save
from game.session.session import Session
from game.session.store import MemoryStore
from game.text.catalogue import Catalogue

_NAME_LIMIT = 60  # signs of a save's name


def fork_save(
    say: Catalogue, save: Save, step: int, *, name: str, folder: Path, wall: Callable[[], str]
) -> Path:
    """Return the new save that begins with the first `step` moves of `save`.

    Seed and seats stay the same, so that chance turns and bots draw as they did; the header says where
    it came from.

    Raises:
        Trouble: the game has not so many sound moves, or the save cannot be written.
    """
    sound = len(replay(save.scenario, mainline(save.records)).moves)
    if not 0 <= step <= sound:
        raise Trouble(say("error.no_such_move", n=step, of=sound))
    old = stem_of(save.path)
    after = say("fork.title", n=step)
    title = stem(name) if name else f"{old[: _NAME_LIMIT - len(after)]}{after}"
    header: Header = replace(
        save.header,
        origin=say("fork.origin", name=old, n=step),
        created=wall(),
        version=__version__,
    )
    try:
        store = new_save(folder, title, header)
        path = store.path
        try:
            source = Session.resume(save, store=MemoryStore(), wall=wall)
            source.fork(step, store, header)
        finally:
            store.close()
    except SaveFault as fault:
        raise Trouble(str(fault)) from None
    return path
