"""README.md and the list of commands are held against the program: what they show is what happens."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.conftest import ROOT
from tests.test_architecture import project_files

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
PLAYED, EXCERPT = re.findall(r"    python3 main.py (play .*)\n\n((?:    .*\n|\n)+)", README)[0]


def said_by(*words: str, typed: str = "", where: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=where,
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout


def test_what_the_readme_shows_of_the_play_is_what_is_printed(tmp_path: Path) -> None:
    shown = [line.removeprefix("    ") for line in EXCERPT.splitlines()]
    typed = [line.partition("[...]: ")[2] for line in shown if line.startswith("Your ")]
    said = said_by(*shlex.split(PLAYED), "--saves", str(tmp_path), typed="\n".join(["", *typed, "quit", ""]))
    printed = said.splitlines()
    assert [line for line in shown if "[...]" not in line and line not in printed] == []


def test_the_list_of_commands_has_each_that_help_lists_and_no_other() -> None:
    listed = set(re.findall(r"^    (\w+) ", said_by("--help").partition("commands:")[2], re.MULTILINE))
    rows = {
        cell
        for row in re.findall(r"^\| (.*?) \| ", COMMANDS, re.MULTILINE)
        for cell in re.findall(r"`([a-z]\w*)", row)
    }
    assert rows == listed


@pytest.mark.parametrize("command", ["play", "check", "history", "declare", "replay"])
def test_every_option_of_the_list_is_one_that_the_command_knows(command: str) -> None:
    (row,) = re.findall(rf"^\| `{command} .*", COMMANDS, re.MULTILINE)
    known = said_by(command, "--help")
    assert [option for option in re.findall(r"--\w+", row) if option not in known] == []


def test_every_picture_and_page_that_the_readme_names_is_there() -> None:
    named = re.findall(r"\]\(([\w./]+)\)|`([\w./]+\.md)`", README)
    assert named
    assert [name for name in map("".join, named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/class.md"])
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    """A name may leave out the folders before it, as `rules/moves.py` does."""
    there = [f"/{file.relative_to(ROOT).as_posix()}" for file in project_files()]
    named = re.findall(r"`([\w./-]+\.(?:py|md|yaml|json|schema\.json))`", (ROOT / page).read_text("utf-8"))
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in there)] == []


def test_the_readme_is_read_in_two_screens() -> None:
    assert len(README.splitlines()) <= 100
