"""A new user follows the author's guide alone: it is typed, changed and held against what is printed."""

import re
import shlex
from pathlib import Path

import pytest

from game import places
from game.content.diagnostics import Report
from game.content.plans import read_plan
from game.content.source import Source
from game.desk.reviewing import Review, reviewed
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


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """The negotiation of somebody who has followed the guide to its end."""
    folder = tmp_path_factory.mktemp("author")
    with pytest.MonkeyPatch.context() as world:
        world.chdir(folder)
        world.setenv("SDL_VIDEODRIVER", "none-here")
        world.setenv("PLENIPOTENTIARY_HOME", str(folder / "home"))
        for block in blocks():
            follow(block)
    return reviewed(folder / "office-talks")


def test_who_follows_the_guide_has_a_negotiation(followed: Review) -> None:
    assert followed.report.render() == ""
    scenario = followed.loaded.scenario
    assert scenario is not None
    assert [len(issue.options) for issue in scenario.issues] == [4, 3]
    assert [play.is_as_written for play in followed.plans] == [True, True]


def plan_lines() -> list[str]:
    """Every line of a plan that stands in the prose of the guide, but for those with a word to fill in."""
    told = GUIDE.read_text("utf-8").partition("## Say what must come of it")[2].partition("\n## ")[0]
    quoted = re.findall(r"(?<!`)`([a-z][^`]*)`(?!`)", told)
    lines = [line.replace("CODE", "BEYOND_MANDATE") for line in quoted if " " in line]
    return [
        line
        for line in lines
        if not re.search("[A-Z]{3}|article|python3", line.replace("BEYOND_MANDATE", ""))
    ]


def test_every_line_of_a_plan_that_the_guide_names_can_be_read(followed: Review) -> None:
    scenario = followed.loaded.scenario
    assert scenario is not None
    assert len(plan_lines()) >= 14
    for line in plan_lines():
        report = Report()
        read_plan(Source("a.plan", f"play north\nhold\n{line}\nexpect trust > 1"), scenario, report)
        assert report.render() == ""


def test_the_guide_has_commands_and_changes() -> None:
    assert [language for language, *_ in blocks()].count("console") >= 8
    assert [language for language, *_ in blocks()].count("diff") >= 6
