"""A new user follows the author's guide alone: it is typed, changed and held against what is printed."""

import re
import shlex
from pathlib import Path

import pytest

from game import places
from game.content.load import load
from game.content.trial import try_out
from tests.terminal.playing import run

GUIDE = places.scenarios_folder() / "README.md"
FILE = Path("office-talks") / "scenario.yaml"


def blocks() -> list[tuple[str, list[str]]]:
    found = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [(language, text.splitlines()) for language, text in found]


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


def change(lines: list[str]) -> None:
    """Make a change to the file of the guide; what is to be replaced must stand there once."""
    old = "\n".join(line[1:] for line in lines if line.startswith("-"))
    new = "\n".join(line[1:] for line in lines if line.startswith("+"))
    text = FILE.read_text("utf-8")
    assert text.count(old) == 1, old
    FILE.write_text(text.replace(old, new), "utf-8")


def test_who_follows_the_guide_has_a_negotiation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDL_VIDEODRIVER", "none-here")
    monkeypatch.setenv("PLENIPOTENTIARY_HOME", str(tmp_path / "home"))
    for language, lines in blocks():
        (type_it if language == "console" else change)(lines)
    loaded = load(tmp_path / "office-talks")
    try_out(loaded)
    assert loaded.report.render() == ""
    assert loaded.scenario is not None
    assert [len(issue.options) for issue in loaded.scenario.issues] == [4, 3]


def test_the_guide_has_commands_and_changes() -> None:
    assert [language for language, _ in blocks()].count("console") >= 8
    assert [language for language, _ in blocks()].count("diff") >= 6
