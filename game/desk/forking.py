"""Another game that begins with the first moves of a saved one; the saved one is only read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game import __version__
from game.ai.registry import bots_for
from game.desk.beginning import persona_name
from game.desk.finding import Trouble
from game.rules.transcript import mainline, replay
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
    if not 0 <= step <= sound:
        raise Trouble(say("error.no_such_move", n=step, of=sound))
    old = stem_of(save.path)
    after = say("fork.title", n=step)
    title = stem(name) if name else f"{old[: _NAME_LIMIT - len(after)]}{after}"
    header: Header = replace(
        save.header,
        seats=save.header.seats if persons is None else _seats(say, save, persons),
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
            found.append((id, Sitter(known[0], persona_name(save.scenario, known[0]))))
    return tuple(found)
