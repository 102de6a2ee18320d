"""What is kept beside a save and is no part of the negotiation: plan, notebook and exit ticket of a seat."""

import json
from contextlib import suppress
from pathlib import Path

from game.disk import replace_whole
from game.session.names import SUFFIX
from game.session.session import Session

PLANS = ".plan.json"
"""Ends the file beside a save that keeps what its persons wrote for themselves."""


def kept_beside(session: Session, party: int) -> dict[str, object]:
    """Return what is kept of a seat, nothing where nothing can be read."""
    path = _beside(session)
    return {} if path is None else _of(_read(path), session.scenario.parties[party].id)


def kept_with(save: Path, party: str) -> dict[str, object]:
    """Return what is kept of the seat of `party` (its id) beside the save at that path."""
    return _of(_read(_name(save)), party)


def _of(every: dict[str, object], party: str) -> dict[str, object]:
    found = every.get(party)
    return found if isinstance(found, dict) else {}


def keep_beside(session: Session, party: int, told: dict[str, object]) -> None:
    """Keep `told` of a seat beside whatever else is kept of it; a disk that refuses costs no game."""
    path = _beside(session)
    if path is None:
        return
    every = _read(path)
    every[session.scenario.parties[party].id] = {**kept_beside(session, party), **told}
    with suppress(OSError):
        replace_whole(path, json.dumps(every, indent=1).encode())


def _beside(session: Session) -> Path | None:
    path = getattr(session.store, "path", None)
    return _name(path) if isinstance(path, Path) else None


def _name(save: Path) -> Path:
    return save.with_name(save.name.removesuffix(SUFFIX) + PLANS)


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
