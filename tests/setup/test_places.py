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
