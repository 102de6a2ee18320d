"""A new scenario made from one of the templates: the same file with a name of its own, and its plans."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final

from game import places
from game.content.load import SCENARIO_FILE, scenario_names
from game.content.plan import ENDING, FOLDER
from game.content.shapes import TEMPLATES

_NAME: Final = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", re.ASCII)
_LONGEST: Final = 60
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


class NotWritten(Exception):
    """Why no scenario was written: a key of the catalogue's section `new`, and the values of its sentence."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.why = why
        self.values = values


def template_names(scenarios: Path) -> tuple[str, ...]:
    """Return the names of the templates, the smallest first."""
    files = (scenarios / TEMPLATES).glob(f"*/{SCENARIO_FILE}")
    return tuple(file.parent.name for file in sorted(files, key=lambda file: file.stat().st_size))


def begun(name: str, template: str, folder: Path, scenarios: Path) -> Path:
    """Write `folder/name/scenario.yaml` and its plans from a template and return the path of the first.

    Raises:
        NotWritten: the name cannot be one, or there is something of that name already.
        OSError: it cannot be written there.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in _DEVICES:
        raise NotWritten("bad_name", name=name)
    if name in scenario_names(scenarios):
        raise NotWritten("shipped", name=name)
    text = (scenarios / TEMPLATES / template / SCENARIO_FILE).read_text("utf-8")
    # The id, and the commands in the comments, as they are typed here; a template's name stands nowhere else.
    text = re.sub(rf"(?m)^(  id: ){template}\b", rf"\g<1>{name}", text, count=1)
    text = re.sub(
        rf"(?m)^(#     )python3 main\.py( \w+ ){template}\b",
        lambda found: found[1] + places.program() + found[2] + _shown(folder / name),
        text,
    )
    if not places.checkout():  # there the page lies among the program's own files
        text = text.replace("scenarios/REFERENCE.md", f"`{places.program()} reference`")
    target = folder / name
    if target.exists() or target.is_symlink():
        raise NotWritten("exists", where=target.as_posix())
    folder.mkdir(parents=True, exist_ok=True)
    target.mkdir()  # fails where somebody was faster
    file = target / SCENARIO_FILE
    _write(file, text)
    (target / FOLDER).mkdir()
    for plan in sorted((scenarios / TEMPLATES / template / FOLDER).glob(f"*{ENDING}")):
        _write(target / FOLDER / plan.name, plan.read_text("utf-8"))
    return file


def _write(file: Path, text: str) -> None:
    with file.open("x", encoding="utf-8", newline="\n") as written:
        written.write(text)


def _shown(folder: Path) -> str:
    """Return a folder as one may type it, on one line."""
    path = folder.as_posix()
    return shlex.quote(path if "/" in path else f"./{path}") if path.isprintable() else "..."
