"""What `python3 main.py` does, driven from outside as a person would."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import main as starter
from tests.setup.conftest import BASE_PYTHON, ROOT, Built, Project

DEBIAN = "print('The virtual environment was not created because ensurepip is not available.'); exit(1)"
BARE_VENV = """
import os, sys, pathlib
folder = pathlib.Path(sys.argv[-1]); (folder / "bin").mkdir(parents=True, exist_ok=True)
(folder / "bin/python").symlink_to(sys.executable)
"""


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence a person is told; there must be no traceback beside it."""
    assert "Traceback" not in done.stdout
    (said,) = [line for line in done.stdout.splitlines() if line.startswith("error ")]
    return said


# What works


def test_the_first_start_makes_the_environment_shows_pip_and_hands_the_words_over(built: Built) -> None:
    said = built.first.stdout
    assert said.splitlines()[0].startswith("Making the environment")
    assert "  Successfully installed tiny_need-1.2" in said.replace("tiny-need", "tiny_need")
    assert f"the game got ['play', 'it'] in {built.project.environment}" in said
    assert built.first.returncode == 7


def test_the_second_start_goes_straight_to_the_game(built: Built) -> None:
    done = built.project.start("play", "again")
    assert done.stdout == f"the game got ['play', 'again'] in {built.project.environment}\n"
    assert done.returncode == 7


def test_a_start_with_the_environments_own_python_works_too(built: Built) -> None:
    done = built.project.start("x", python=starter.python_of(built.project.environment))
    assert done.stdout == f"the game got ['x'] in {built.project.environment}\n"


def test_the_tests_get_their_own_needs_once_and_all_the_words(built: Built) -> None:
    offline = ("--offline", str(built.project.wheels))
    first = built.project.start("test", "-k", "x", *offline)
    assert "Successfully installed pytest-99.0" in first.stdout
    assert first.stdout.endswith(f"Ready.\ntests {[*starter.SHARED, '-k', 'x']}\n")
    again = built.project.start("test", "--long", "-q")
    assert again.stdout == f"tests {[*starter.SHARED, '--long', '-q']}\n"


def test_a_folder_for_another_room_is_filled_where_one_stands(built: Built) -> None:
    (built.project.folder / "release").mkdir()
    (built.project.folder / "release/wheels.py").write_text(
        "import os, sys; print(os.getcwd(), sys.argv[1:])"
    )
    done = built.project.start("wheels", "to", "--for", "windows")
    assert done.stdout == f"{built.project.folder.parent} {['to', '--for', 'windows']}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["-n0"],
        ["-n", "3"],
        ["--numprocesses=1"],
        ["-p", "no:xdist"],
        ["-s"],
        ["-q", "tests/setup/test_starting.py"],
        ["tests/setup/test_starting.py::test_windows_keeps_its_python_in_another_folder"],
    ],
)
def test_the_tests_of_one_file_or_of_who_says_how_are_not_shared_among_workers(words: list[str]) -> None:
    assert starter.shared(words) == words
    assert starter.shared(["-q", "tests/setup"]) == [*starter.SHARED, "-q", "tests/setup"]


def test_an_environment_that_has_everything_is_used_as_it_is(built: Built, tmp_path: Path) -> None:
    """As when the game was put there by pipx or conda."""
    elsewhere = tmp_path / "home"
    done = built.project.start(
        "x", python=starter.python_of(built.project.environment), PLENIPOTENTIARY_HOME=str(elsewhere)
    )
    assert done.stdout == f"the game got ['x'] in {built.project.environment}\n"
    assert not elsewhere.exists()


@pytest.mark.long
def test_a_half_made_environment_is_made_anew_where_the_home_variable_says(
    project: Project, tmp_path: Path
) -> None:
    home = tmp_path / "my own place"
    (home / ".venv/bin").mkdir(parents=True)
    (home / ".venv/bin/python").write_text("torn")
    done = project.start("x", "--offline", str(project.wheels), PLENIPOTENTIARY_HOME=str(home))
    assert f"the game got ['x'] in {home / '.venv'}\n" in done.stdout
    assert not project.environment.exists()


def test_an_environment_is_finished_only_for_these_needs_and_this_python(
    built: Built, tmp_path: Path
) -> None:
    stamp = starter.stamp_file(built.project.environment, starter.PLAY)
    assert starter.is_stamped(built.project.environment, starter.PLAY) is False  # its needs are not ours
    ours = tmp_path / ".venv"
    Path(starter.python_of(ours)).parent.mkdir(parents=True)
    Path(starter.python_of(ours)).write_text("")
    starter.stamp_file(ours, starter.PLAY).write_text(starter.stamp_of(starter.PLAY))
    assert starter.is_stamped(ours, starter.PLAY)
    assert not starter.is_stamped(ours, starter.DEVELOP)
    starter.stamp_file(ours, starter.PLAY).write_bytes(b"\xff\xfe")
    assert not starter.is_stamped(ours, starter.PLAY)
    assert len(stamp.read_text().strip()) == 64


def test_windows_keeps_its_python_in_another_folder() -> None:
    assert Path(starter.python_of(Path("e"), "nt")) == Path("e/Scripts/python.exe")
    assert Path(starter.python_of(Path("e"), "posix")) == Path("e/bin/python")


@pytest.mark.parametrize("words", [["--offline", "."], ["--offline=."]])
def test_the_folder_of_wheels_may_stand_anywhere_on_the_line(words: list[str]) -> None:
    assert starter.take_offline(["play", *words, "it"]) == (Path.cwd(), ["play", "it"])


# What stands in the way is said in one sentence


def test_an_old_python_can_read_the_file_and_says_what_it_lacks() -> None:
    source = (ROOT / "main.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    pretend = "import runpy, sys; sys.version_info = (3, 6, 9); runpy.run_path(sys.argv[1])"
    done = subprocess.run(
        [BASE_PYTHON, "-c", pretend, str(ROOT / "main.py")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("error S01: Python 3.11 or newer is needed and this is 3.6; install")


@pytest.mark.parametrize("words", [["--offline"], ["--offline", "nowhere"], ["--offline="]])
def test_a_folder_of_wheels_that_is_not_there_is_refused(project: Project, words: list[str]) -> None:
    done = project.start(*words)
    assert sentence(done).startswith("error S02: there is no folder")
    assert done.returncode == 2


def test_a_place_that_cannot_be_written_is_told_with_two_ways_out(project: Project) -> None:
    file = project.folder / "pyproject.toml"
    said = sentence(project.start(PLENIPOTENTIARY_HOME=str(file)))
    assert said.startswith("error S03: nothing can be written at")
    assert "copy the whole folder" in said
    assert "PLENIPOTENTIARY_HOME" in said


@pytest.mark.parametrize("python_says", [DEBIAN, "print('No module named venv'); exit(1)"])
def test_a_python_without_the_parts_for_environments_names_the_package(
    project: Project, stand_in: Callable[..., str], python_says: str
) -> None:
    done = project.start(PYTHONPATH=stand_in(venv=python_says))
    assert "sudo apt install python3-venv" in sentence(done)
    assert sentence(done).startswith("error S04")


def test_any_other_failure_to_make_an_environment_repeats_what_python_said(
    project: Project, stand_in: Callable[..., str]
) -> None:
    said = sentence(project.start(PYTHONPATH=stand_in(venv="print('Error: disk full'); exit(1)")))
    assert said.startswith("error S05")
    assert said.endswith("Python said: Error: disk full")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for venv makes a symbolic link")
def test_a_failing_pip_is_repeated_and_leaves_no_stamp(
    project: Project, stand_in: Callable[..., str]
) -> None:
    pip = "print('Looking'); print('ERROR: no such version'); print('ERROR: none found'); exit(1)"
    done = project.start(PYTHONPATH=stand_in(venv=BARE_VENV, pip=pip))
    assert "  Looking\n" in done.stdout
    assert sentence(done).startswith("error S06")
    assert sentence(done).endswith("pip said: ERROR: no such version / ERROR: none found")
    assert not list(project.environment.glob("stamp*"))


def test_pygame_beside_pygame_ce_is_refused(built: Built) -> None:
    packages = next(built.project.environment.glob("[Ll]ib/**/site-packages"))
    planted = packages / "pygame-2.6.1.dist-info"
    planted.mkdir()
    try:
        said = sentence(built.project.start())
    finally:
        planted.rmdir()
    assert said.startswith("error S07: 'pygame' is installed beside 'pygame-ce'")


def test_a_package_taken_out_of_the_environment_is_named(project: Project) -> None:
    said = sentence(project.start(PLENIPOTENTIARY_STARTED="1"))
    assert said.startswith("error S08: the package 'tiny_need' is missing")


# What is pinned


def pins(file: str) -> dict[str, str]:
    written = (ROOT / file).read_text().splitlines()
    lines = [line.partition("#")[0].partition(";")[0].strip() for line in written]
    wanted = [line for line in lines if line and not line.startswith("-r ")]
    assert all("==" in line for line in wanted)
    return {name.lower(): version for name, _, version in (line.partition("==") for line in wanted)}


def test_every_need_is_pinned_at_or_above_the_least_version_that_is_promised() -> None:
    for needs in (starter.PLAY, starter.DEVELOP):
        pinned = pins("requirements.txt") | (pins("requirements-dev.txt") if needs else {})
        for name, least in starter.least_versions(needs):
            assert starter.figures(pinned[name.lower()]) >= starter.figures(least)


def test_what_a_pinned_package_needs_is_pinned_too() -> None:
    """Held against what is installed here, so needs of other systems are not seen."""
    from importlib.metadata import PackageNotFoundError, distribution

    pinned = {name.replace("_", "-") for name in pins("requirements.txt") | pins("requirements-dev.txt")}
    for name in pinned - {"colorama"}:
        for need in distribution(name).requires or []:
            other = re.split(r"[^\w.-]", need.partition(";")[0].strip())[0].lower().replace("_", "-")
            try:
                distribution(other)
            except PackageNotFoundError:
                continue
            assert other in pinned or "extra" in need, f"{name} needs {other}"
