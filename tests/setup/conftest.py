"""A small project of its own with the real main.py and places.py, and two tiny packages to install."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))

CLI = """
import sys, tiny_need
def main(argv):
    print("the game got", argv, "in", sys.prefix)
    return 7
"""


@dataclass(frozen=True)
class Project:
    """A folder with main.py in it and a folder of wheels beside it."""

    folder: Path

    @property
    def wheels(self) -> Path:
        return self.folder.parent / "the wheels"

    @property
    def environment(self) -> Path:
        return self.folder / ".venv"

    def start(
        self, *words: str, python: str = BASE_PYTHON, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run main.py from another folder, with both outputs together in `stdout`."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PLENIPOTENTIARY", "PYTHON"))}
        return subprocess.run(
            [python, str(self.folder / "main.py"), *words],
            cwd=self.folder.parent,
            env=kept | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )


def build_project(parent: Path) -> Project:
    project = Project(parent / "a folder with spaces")
    (project.folder / "game").mkdir(parents=True)
    for name in ("main.py", "game/__init__.py", "game/places.py"):
        shutil.copy(ROOT / name, project.folder / name)
    (project.folder / "game/cli.py").write_text(CLI)
    (project.folder / "requirements.txt").write_text("tiny-need==1.2\n")
    (project.folder / "requirements-dev.txt").write_text("-r requirements.txt\npytest==99.0\n")
    (project.folder / "pyproject.toml").write_text(
        "[project]\ndependencies = ['tiny-need>=1.1']\noptional-dependencies.dev = ['pytest>=99.0']\n"
    )
    project.wheels.mkdir()
    write_wheel(project.wheels, "tiny_need", "1.2", {"tiny_need.py": ""})
    write_wheel(project.wheels, "pytest", "99.0", {"pytest.py": "import sys; print('tests', sys.argv[1:])"})
    return project


def write_wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> None:
    info = f"{name}-{version}.dist-info"
    content = files | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*content, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in (content | {f"{info}/RECORD": record}).items():
            wheel.writestr(path, text)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project in which nothing has been made yet."""
    return build_project(tmp_path)


@dataclass(frozen=True)
class Built:
    """A project after its first start."""

    project: Project
    first: subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A project whose environment has really been made, from its folder of wheels."""
    project = build_project(tmp_path_factory.mktemp("built"))
    return Built(project, project.start("play", "--offline", str(project.wheels), "it"))


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[..., str]:
    """Put modules that say something and exit before the real ones of the same name; gives the folder."""

    def write(**modules: str) -> str:
        folder = tmp_path / "stand-ins"
        folder.mkdir()
        for name, text in modules.items():
            (folder / f"{name}.py").write_text(text)
        return str(folder)

    return write
