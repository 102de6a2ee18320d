"""Build a folder that holds the game and a Python of its own: for machines on which nothing may be installed.

    python3 release/one_folder.py [-o FOLDER]

makes `FOLDER/plenipotentiary/` (in `dist/` where nothing is said) and an archive of it beside, for the kind
of system on which it is run: Windows, macOS or Linux. The game is installed from its wheel into a place of
its own, and PyInstaller gathers that one: so the build holds what an installed copy holds, and there is no
second list. PyInstaller is a tool of the build and no part of the game; it is under the GPL with an exception
that lets what it builds, its bootloader included, have any licence.
"""

import argparse
import platform
import shutil
import struct
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent

NAME = "plenipotentiary"

SOURCES = ("game", "scenarios", "assets", "pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXTS")
"""What a wheel is made of."""

PACKAGES = ("plenipotentiary", "pygame-ce", "PyYAML", "transitions", "six")
"""Whose licences go along."""

HANDED_ON = ("README.md", "LICENSE", "LICENSE-TEXTS")
"""What lies beside the program, to be read; all of `docs/` does as well."""


class Failed(Exception):
    """A step did not succeed; the text is a coded sentence."""


def main(words: list[str]) -> int:
    """Build, say where it lies, and return the exit code."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("-o", dest="folder", default="dist", metavar="FOLDER")
    folder = Path(asked.parse_args(words).folder).absolute()
    try:
        with tempfile.TemporaryDirectory(prefix=f"{NAME}-") as made:
            built = build(Path(made), folder)
        print(f"Built: {built}\nTo hand on: {packed(built)}")
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 2
    return 0


def build(work: Path, folder: Path) -> Path:
    """Build in `work` and return the new folder of the game in `folder`."""
    python = environment(work)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "--onedir"]
    command += [f"--name={NAME}", f"--distpath={folder}", f"--workpath={work / 'work'}", f"--specpath={work}"]
    command += ["--collect-data=game", "--exclude-module=tkinter", *on_windows(work)]
    command += [f"--copy-metadata={package}" for package in PACKAGES]
    step("gather the folder", [*command, str(HERE / "start.py")], work)
    built = folder / NAME
    for file in HANDED_ON:
        shutil.copy(ROOT / file, built)
    shutil.copytree(ROOT / "docs", built / "docs")
    for place in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (place / "LICENSE.txt").is_file():
            shutil.copy(place / "LICENSE.txt", built / "LICENSE-PYTHON")
    return built


def environment(work: Path) -> Path:
    """Make an environment with the game and what builds, and return its Python."""
    step("make an environment", [sys.executable, "-m", "venv", str(work / "env")], work)
    python = work / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    source = copied(work / "source")
    step("install what builds", [*pip, "-r", str(HERE / "requirements.txt")], work)
    step("install what the game needs", [*pip, "-r", str(ROOT / "requirements.txt")], work)
    step("install the game", [*pip, "--no-deps", str(source)], work)
    return python


def copied(source: Path) -> Path:
    """Copy what a wheel is made of: built where it lies, an older build could lend it files that are gone."""
    source.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source)
    return source


def on_windows(work: Path) -> list[str]:
    """Return the words for Windows alone: the icon, and a console that steps aside for the window."""
    if sys.platform != "win32":
        return []
    (work / "icon.ico").write_bytes(icon((ROOT / "assets/pictures/window.png").read_bytes()))
    return [f"--icon={work / 'icon.ico'}", "--hide-console=minimize-late"]


def icon(png: bytes) -> bytes:
    """Return a picture in the PNG format as an icon file: a directory with one entry before it.

    >>> icon((ROOT / "assets/pictures/window.png").read_bytes())[:8].hex()
    '0000010001008080'
    """
    width, height = struct.unpack(">II", png[16:24])
    return struct.pack("<3H4B2H2I", 0, 1, 1, width % 256, height % 256, 0, 0, 1, 32, len(png), 22) + png


def packed(built: Path) -> Path:
    """Pack the folder into one file as the system expects it, and return that file."""
    version = step("ask for the version", [str(next(built.glob(f"{NAME}*"))), "--version"], built).strip()
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    name = built.parent / f"{NAME}-{version}-{system}-{platform.machine().lower()}"
    kind = "zip" if sys.platform == "win32" else "gztar"  # a zip does not keep what may be started
    return Path(shutil.make_archive(str(name), kind, built.parent, built.name))


def step(what: str, command: list[str], folder: Path) -> str:
    """Run a command in `folder` and return what it printed.

    Raises:
        Failed: it did not succeed.
    """
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if done.returncode:
        said = " / ".join(line.strip() for line in done.stdout.splitlines()[-3:]) or "nothing"
        raise Failed(f"error S12: Could not {what}; mend what it names and start again. It said: {said}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
