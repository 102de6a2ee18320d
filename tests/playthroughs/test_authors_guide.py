"""A new user follows the author's guide alone: it is typed, changed and held against what is printed."""

import re
import shlex
from pathlib import Path

import pytest

from game import places
from game.desk.reviewing import reviewed
from tests.terminal.playing import run

GUIDE = places.scenarios_folder() / "README.md"
FILE = Path("office-talks") / "scenario.yaml"


Block = tuple[str, Path, list[str]]
"""Language, file that it is about (the scenario's where none is named), and lines."""


def blocks() -> list[Block]:
    text = GUIDE.read_text("utf-8")
    found = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(language, Path(file) if file else FILE, text.splitlines()) for language, file, text in found]


def plain(text: str) -> str:
    return " ".join(text.split())


def type_it(lines: list[str]) -> None:
    """Carry out the commands of a block; what stands under each must be printed, wherever lines break."""
    printed = ""
    for line in lines:
        if line.startswith("$ python3 main.py "):
            words = shlex.split(line.removeprefix("$ python3 main.py "))
            typed = ["", "quit", "quit"] if words[0] == "play" else []
            done = run(words, typed)
            assert done.code in (0, 1), line
            printed = plain(done.text)
        else:
            assert plain(line) in printed, printed


def change(file: Path, lines: list[str]) -> None:
    """Make a change to a file of the guide; what is to be replaced must stand there once."""
    old = "\n".join(line[1:] for line in lines if line.startswith("-"))
    new = "\n".join(line[1:] for line in lines if line.startswith("+"))
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")


def follow(block: Block) -> None:
    """Do what a block says: type it, make the change, or else write the file that it names."""
    language, file, lines = block
    match language:
        case "console":
            type_it(lines)
        case "diff":
            change(file, lines)
        case _:
            assert file != FILE, f"a block of {language} must name a file"
            assert not file.exists(), file
            file.parent.mkdir(exist_ok=True)
            file.write_text("\n".join([*lines, ""]), "utf-8")


def test_who_follows_the_guide_has_a_negotiation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDL_VIDEODRIVER", "none-here")
    monkeypatch.setenv("PLENIPOTENTIARY_HOME", str(tmp_path / "home"))
    for block in blocks():
        follow(block)
    review = reviewed(tmp_path / "office-talks")
    loaded = review.loaded
    assert loaded.report.render() == ""
    assert [play.is_as_written for play in review.plans] == [True, True]
    assert loaded.scenario is not None
    assert [len(issue.options) for issue in loaded.scenario.issues] == [4, 3]


def test_the_guide_has_commands_and_changes() -> None:
    assert [language for language, *_ in blocks()].count("console") >= 8
    assert [language for language, *_ in blocks()].count("diff") >= 6
