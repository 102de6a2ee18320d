"""What a wheel takes along: the patterns of pyproject.toml meet all that the game reads, and nothing else."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from release.one_folder import SOURCES, icon
from tests.setup.conftest import ROOT

PATTERNS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]
TAKEN = (("scenarios", "game._scenarios"), ("assets", "game._assets"))

LEFT = {Path("assets/build")}
"""What made the assets stays at home."""


def met(folder: Path, patterns: Iterable[str]) -> set[Path]:
    return {file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}


def there(folder: Path) -> set[Path]:
    left = {ROOT / place for place in LEFT}
    return {
        file
        for file in folder.rglob("*")
        if file.is_file() and file.parent not in left and "__pycache__" not in file.parts
    }


@pytest.mark.parametrize(("folder", "package"), TAKEN)
def test_an_installed_copy_gets_every_file_of_the_scenarios_and_assets(folder: str, package: str) -> None:
    assert met(ROOT / folder, PATTERNS[package]) == there(ROOT / folder)


def test_a_file_of_another_kind_would_be_missed(tmp_path: Path) -> None:
    for name in ("scenario.yaml", "plans/a.plan", "i18n/de.yaml", "photo.jpg"):
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text("")
    missed = there(tmp_path) - met(tmp_path, PATTERNS["game._scenarios"])
    assert missed == {tmp_path / "mine/photo.jpg"}


def test_the_folder_to_carry_is_built_of_all_that_a_wheel_is_built_of() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = {settings["project"]["readme"], *settings["project"]["license-files"], "pyproject.toml"}
    assert set(SOURCES) == named | {"game"} | {folder for folder, _ in TAKEN}


def test_a_picture_becomes_an_icon_with_its_own_size() -> None:
    picture = (ROOT / "assets/pictures/window.png").read_bytes()
    made = icon(picture)
    assert made[6:8] == bytes([128, 128])
    assert int.from_bytes(made[14:18], "little") == len(picture)
    assert made[int.from_bytes(made[18:22], "little") :] == picture
