"""The map in game/README.md is true: its table is read here and every import is held against it."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAP = (ROOT / "game/README.md").read_text("utf-8")


@dataclass(frozen=True)
class Row:
    """What one package may import."""

    level: int
    inside: tuple[str, ...]  # of game: packages, or single modules of one ("content.source")
    outside: tuple[str, ...]
    not_standard: tuple[str, ...]


def words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s,`-]+", cell) if word)


def table() -> dict[str, Row]:
    """The rows of the table under "Who may import whom"."""
    section = MAP.split("## Who may import whom")[1].split("\n## ")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if "|" in line
    ]
    rows = {name: Row(int(level), words(a), words(b), words(c)) for level, name, a, b, c in cells[2:]}
    every = tuple(rows)
    return {
        name: Row(row.level, every, row.outside, row.not_standard) if row.inside == ("all",) else row
        for name, row in rows.items()
    }


def tree() -> dict[str, set[str]]:
    """The modules that the tree names, by package; those of `game` itself under ''."""
    drawn = MAP.split("## The tree")[1].split("```")[1]
    named: dict[str, set[str]] = {"": set()}
    package = None
    for line in drawn.splitlines():
        if folder := re.match(r"  ([\w/]+)/ ", line):
            package = named.setdefault(folder[1], set())
        elif modules := re.match(r"(  |    )((?:\w+\.py\s+)+)", line):
            target = named[""] if len(modules[1]) == 2 else package
            assert target is not None, line
            target |= {module.removesuffix(".py") for module in modules[2].split()}
    return named


def imports(source: str) -> Iterator[str]:
    """Every module that `source` imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(level=0, module=str(module), names=names) if module.split(".")[0] == "game":
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.ImportFrom(level=0, module=str(module)):
                yield module
            case ast.ImportFrom():
                yield "a relative import"
            case ast.Name(id="__import__") | ast.Attribute(attr="import_module"):
                yield "an import by name"


def is_allowed(package: str, module: str, rows: dict[str, Row]) -> bool:
    row, parts = rows[package], module.split(".")
    if parts[0] == "game":
        inside = ".".join(parts[1:])
        own = inside in {"", "__version__"} or parts[1] == package
        return own or any(inside == free or inside.startswith(free + ".") for free in row.inside)
    if parts[0] in sys.stdlib_module_names:
        return parts[0] not in row.not_standard
    return parts[0] in row.outside


def breaches(game: Path, rows: dict[str, Row]) -> list[str]:
    """Every import under `game` that the table does not allow, with its place."""
    found = []
    for file in sorted(game.rglob("*.py")):
        inside = file.relative_to(game)
        package = inside.parts[0] if len(inside.parts) > 1 else file.stem
        if package == "__init__":
            continue
        found += [
            f"{inside}: {module}"
            for module in imports(file.read_text("utf-8"))
            if not is_allowed(package, module, rows)
        ]
    return found


def test_every_import_is_one_that_the_map_allows() -> None:
    assert breaches(ROOT / "game", table()) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("rules/a.py", "import random"),
        ("rules/a.py", "from os.path import join"),
        ("rules/a.py", "def f():\n    import time"),
        ("rules/a.py", "from game.content import reader"),
        ("rules/a.py", "from game import places"),
        ("rules/a.py", "from ..content import reader"),
        ("rules/a.py", "import importlib; importlib.import_module('json')"),
        ("rules/a.py", "from . import state"),
        ("rules/sub/a.py", "import json"),
        ("content/a.py", "import game.session.session"),
        ("content/a.py", "import pygame"),
        ("text/a.py", "import yaml"),
        ("text/a.py", "from game.content import machine"),
        ("ai/a.py", "from game.session import seats"),
        ("session/a.py", "import yaml"),
        ("session/a.py", "from game.terminal import console"),
        ("terminal/a.py", "import pygame.font"),
        ("desk/a.py", "from game.terminal import console"),
        ("ui/screens/a_screen.py", "from game.terminal import console"),
        ("places.py", "from game.rules import state"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, file: str, line: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(f'"""Planted."""\nfrom dataclasses import dataclass\n{line}\n')
    assert len(breaches(tmp_path, table())) == 1


def test_nobody_imports_from_above() -> None:
    rows = table()
    for name, row in rows.items():
        if name != "cli":
            assert all(rows[free.split(".")[0]].level < row.level for free in row.inside), name


def test_the_tree_of_the_map_names_every_module_and_no_other() -> None:
    there: dict[str, set[str]] = {"": set()}
    for file in (ROOT / "game").rglob("*.py"):
        package = file.parent.relative_to(ROOT / "game").as_posix()
        if file.stem != "__init__":
            there.setdefault("" if package == "." else package, set()).add(file.stem)
    assert tree() == there
    assert set(table()) == {package.split("/")[0] for package in set(there) - {""}} | there[""]


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}
    assert [str(file) for file in (ROOT / "game").rglob("*.py") if file.stem in vague] == []


def test_main_and_places_need_only_the_standard_library() -> None:
    for file in ("main.py", "game/places.py", "game/__init__.py"):
        foreign = {module.split(".")[0] for module in imports((ROOT / file).read_text("utf-8"))}
        assert foreign - sys.stdlib_module_names <= {"game"}, file


def project_files() -> Iterator[Path]:
    """The files of the project: not what is made, played or cached."""
    made = re.compile(r"\.git|\.venv|\.hypothesis|saves|shots|build|dist|__pycache__|.*_cache|.*\.egg-info")
    waiting = [ROOT]
    while waiting:
        for entry in waiting.pop().iterdir():
            if entry.is_dir() and not made.fullmatch(entry.name):
                waiting.append(entry)
            elif entry.is_file() and entry.name != ".git":  # a second working tree points to its first
                yield entry


def test_no_file_names_a_place_on_somebodys_machine_or_a_registrys_host() -> None:
    """Written in pieces here, so that this file does not name them either."""
    places = re.compile(r"(?<![\w.~<>$}/-])/" + r"(?:work|tmp|root|home|Users)/\w")
    hosts = re.compile(r"pypi\." + r"org|python" + r"hosted|npm" + r"js|debian\." + r"org|index" + r"-url")
    told = []
    for file in project_files():
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            if places.search(line) or hosts.search(line):
                told.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert told == []


def test_the_version_stands_in_one_place_and_heads_the_list_of_changes() -> None:
    import tomllib

    from game import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "game.__version__"}
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == __version__


def test_an_installed_copy_gets_every_package() -> None:
    import tomllib

    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    there = {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "game").rglob("__init__.py")}
    assert set(listed) == there | {"game._scenarios", "game._assets"}
