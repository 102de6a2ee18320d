"""What is handed over in a file: whole or not at all, and never in the place of a saved game."""

import json
from pathlib import Path

from game.desk.finding import Trouble
from game.desk.game_csv import game_csv
from game.desk.game_json import whole_game_json
from game.disk import replace_whole
from game.rules.transcript import Replay
from game.session.names import SUFFIX
from game.session.saves import Save
from game.text.catalogue import Catalogue

MARK = b"\xef\xbb\xbf"
"""Tells spreadsheet programs that a file is UTF-8."""


def write_whole(say: Catalogue, path: Path, body: bytes) -> None:
    """Write `body` into the file at `path`; a file of that name is replaced, but never a saved game.

    Raises:
        Trouble: the file is a save, whose moves exist nowhere else, or cannot be written.
    """
    if path.name.endswith(SUFFIX):
        raise Trouble(say("error.would_replace_save", name=path.name, suffix=SUFFIX))
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        replace_whole(path, body)
    except (OSError, ValueError) as fault:
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise Trouble(say("error.not_written", name=str(path), reason=reason)) from None


def table_file(say: Catalogue, save: Save, course: Replay) -> bytes:
    """Return a whole game as a table that spreadsheet programs open."""
    return MARK + game_csv(say, save.scenario, course, None)


def json_file(value: object) -> bytes:
    """Return a value as a JSON file."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def game_file(say: Catalogue, save: Save, course: Replay) -> bytes:
    """Return a whole game as JSON for other programs."""
    return json_file(whole_game_json(say, save, course))
