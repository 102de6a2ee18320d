"""`main.py wheels`: a folder for machines of another kind, and what is said when it cannot be filled."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from release import wheels
from tests.setup.conftest import ROOT, Project, write_wheel


def test_every_kind_of_system_and_every_python_is_asked_for_by_its_name() -> None:
    asked = [
        (system, python, command)
        for system in wheels.SYSTEMS
        for python in wheels.PYTHONS
        for command in wheels.commands(Path("to"), system, python)
    ]
    assert len(asked) == 4 * (1 + 2 + 2)
    for system, python, command in asked:
        assert f"--python-version={python}" in command
        assert "--only-binary=:all:" in command, "nothing that needs a compiler in the room"
        tags = [word.partition("=")[2] for word in command if word.startswith("--platform=")]
        assert all(
            tag.startswith({"windows": "win", "linux": "manylinux"}.get(system, system)) for tag in tags
        )


def test_a_folder_is_filled_for_a_machine_of_another_kind(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    offered, folder = tmp_path / "offered", tmp_path / "for the room"
    offered.mkdir()
    for tag in ("cp312-cp312-win_amd64", "cp312-cp312-manylinux2014_x86_64", "cp313-cp313-win_amd64"):
        write_wheel(offered, "tiny_need", "1.2", {})
        (offered / "tiny_need-1.2-py3-none-any.whl").rename(offered / f"tiny_need-1.2-{tag}.whl")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(offered))
    monkeypatch.setattr(wheels, "ROOT", project.folder)
    assert wheels.main([str(folder), "--for", "windows", "--python", "3.12"]) == 0
    assert [file.name for file in folder.iterdir()] == ["tiny_need-1.2-cp312-cp312-win_amd64.whl"]
    assert zipfile.is_zipfile(next(folder.iterdir()))
    assert "1 packages, 0 MB" in capfd.readouterr().out


def test_what_pip_refuses_is_told_in_one_sentence(
    tmp_path: Path,
    stand_in: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    says = "import sys; print('WARNING: x', file=sys.stderr); sys.exit('ERROR: No matching distribution')"
    monkeypatch.setenv("PYTHONPATH", stand_in(pip=says))
    assert wheels.main([str(tmp_path), "--for", "macos", "--python", "3.12"]) == 2
    said = capfd.readouterr().err
    assert said.startswith("error S11: the packages for macos with Python 3.12 could not be had")
    assert said.endswith("pip said: ERROR: No matching distribution\n")
    assert said.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["there", "--for", "amiga"], ["there", "--what"]])
def test_a_wrong_word_is_answered_in_one_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        wheels.main(words)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("error S10: ")
    assert said.count("\n") == 1


def test_the_pythons_begin_with_the_oldest_that_the_game_takes() -> None:
    assert f'requires-python = ">={wheels.PYTHONS[0]}"' in (ROOT / "pyproject.toml").read_text("utf-8")
