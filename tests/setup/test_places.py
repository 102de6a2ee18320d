"""Where things lie, in a checkout and in an installed copy."""

import subprocess
import sys
from pathlib import Path

import pytest

from game import places
from tests.setup.conftest import ROOT


def test_a_checkout_has_its_scenarios_assets_and_saves_beside_main(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    assert places.scenarios_folder() == ROOT / "scenarios"
    assert places.assets_folder() == ROOT / "assets"
    assert places.saves_folder() == ROOT / "saves"
    assert places.environment_folder() == ROOT / ".venv"


def test_the_home_variable_moves_what_is_written_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "mine"))
    assert places.saves_folder() == tmp_path / "mine/saves"
    assert places.saves_folder().is_dir()
    assert places.environment_folder() == tmp_path / "mine/.venv"
    assert places.scenarios_folder() == ROOT / "scenarios"


def test_a_folder_that_cannot_hold_saves_is_told_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "a file"))
    with pytest.raises(places.UnwritableFolder, match=r"^error S09: nothing can be saved in .*HOME") as told:
        places.saves_folder()
    assert told.value.folder == tmp_path / "a file/saves"


def test_an_installed_copy_has_its_own_data_and_saves_in_the_persons_folder(tmp_path: Path) -> None:
    (tmp_path / "game").mkdir()
    for name in ("__init__.py", "places.py"):
        (tmp_path / "game" / name).write_bytes((ROOT / "game" / name).read_bytes())
    show = "from game.places import *; print(scenarios_folder(), assets_folder(), saves_folder(), sep='\\n')"
    data = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-c", show],
        cwd=tmp_path,
        env={"XDG_DATA_HOME": str(data), "APPDATA": str(data), "HOME": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    scenarios, assets, saves = map(Path, done.stdout.splitlines())
    assert (scenarios, assets) == (tmp_path / "game/_scenarios", tmp_path / "game/_assets")
    assert data in saves.parents
    assert saves.is_dir()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the package lie where there is no main.py beside it; gives the home of the person."""
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "lib/game")
    monkeypatch.delenv(places.HOME_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "me/AppData/Roaming"))
    return tmp_path / "me"


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "", ".local/share/plenipotentiary"),
        ("linux", "not/absolute", ".local/share/plenipotentiary"),
        ("linux", "{me}/data", "data/plenipotentiary"),
        ("darwin", "{me}/data", "Library/Application Support/Plenipotentiary"),
        ("win32", "{me}/data", "AppData/Roaming/Plenipotentiary"),
    ],
)
def test_each_system_has_its_own_place_for_a_persons_data(
    installed: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XDG_DATA_HOME", variable.format(me=installed))
    assert places.home_folder() == installed / folder
    monkeypatch.setenv(places.HOME_VARIABLE, str(installed / "mine"))
    assert places.home_folder() == installed / "mine"


def test_the_program_is_called_as_it_can_be_typed_where_it_lies(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert places.program() == "python3 main.py"
    monkeypatch.setattr(sys, "platform", "win32")
    assert places.program() == "py main.py"
    request.getfixturevalue("installed")
    assert places.program() == "plenipotentiary"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["./plenipotentiary"])
    assert places.program() == "./plenipotentiary"
    monkeypatch.setattr(sys, "argv", ["a stick/plenipotentiary"])
    assert places.program() == '"a stick/plenipotentiary"'


def test_no_sentence_takes_it_that_the_program_is_started_from_a_checkout() -> None:
    assert "main.py" not in (ROOT / "assets/text/en.yaml").read_text("utf-8")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_page_on_installing_names_each_of_those_places(
    installed: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    shown = "~/" + places.home_folder().relative_to(installed).as_posix()
    told = shown.replace("~/AppData/Roaming/", "%APPDATA%\\")
    assert f"`{told}`" in (ROOT / "docs/install.md").read_text("utf-8")
