"""Fill a folder with the packages that the game needs, for a room without a network.

Run by `python3 main.py wheels`; standard library only, with the pip of the Python that runs it. Whoever fills
the folder seldom sits at such a machine as stands in the room: so the kind of system can be said, and there
is a package for every Python that the room may have. Only packages that need no compiler there are taken.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]

SYSTEMS = {
    "windows": (("win_amd64",),),
    "macos": (("macosx_11_0_arm64",), ("macosx_10_15_x86_64",)),
    "linux": (
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
        ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
    ),
}
"""Of each kind of system its kinds of processor, and the tags of packages that such a machine takes."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""The Pythons that a room may have."""


class Words(argparse.ArgumentParser):
    """A parser whose complaint is a coded sentence."""

    def error(self, message: str) -> NoReturn:
        print(f"error S10: {message}; `python3 main.py wheels --help` says what may stand.", file=sys.stderr)
        raise SystemExit(2)


def main(words: list[str]) -> int:
    """Fill the folder that was named and return the exit code."""
    asked = Words(prog="python3 main.py wheels", description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", metavar="FOLDER", help="the folder, made if it is not there")
    asked.add_argument(
        "--for",
        dest="systems",
        action="append",
        choices=tuple(SYSTEMS),
        help="the kind of system in the room, as often as there are kinds; this machine's own by default",
    )
    asked.add_argument(
        "--python",
        dest="pythons",
        action="append",
        metavar="3.N",
        help=f"a Python of the room, as often as there are several; {', '.join(PYTHONS)} by default",
    )
    wanted = asked.parse_args(words)
    folder = Path(wanted.folder).expanduser()
    for system in wanted.systems or [own_system()]:
        for python in wanted.pythons or PYTHONS:
            print(f"For {system} with Python {python} ...", flush=True)
            for command in commands(folder, system, python):
                if said := refused(command):
                    print(
                        f"error S11: the packages for {system} with Python {python} could not be had; check "
                        f"the connection, or name other Pythons with --python. pip said: {said}",
                        file=sys.stderr,
                    )
                    return 2
    files = sorted(folder.glob("*.whl"))
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"{len(files)} packages, {size:.0f} MB, in {folder}. Take it and the game to the room, and there:")
    name = f'"{folder.name}"' if " " in folder.name else folder.name
    print(f"    python3 main.py --offline {name}    (Windows: py main.py --offline {name})")
    return 0


def own_system() -> str:
    """Return the kind of system that this is."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def commands(folder: Path, system: str, python: str) -> Iterator[list[str]]:
    """Return the command of pip for each kind of processor of a system."""
    for tags in SYSTEMS[system]:
        yield [
            *(
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
            ),
            *("--only-binary=:all:", "--implementation=cp", f"--python-version={python}"),
            *(f"--platform={tag}" for tag in tags),
            *("--dest", str(folder), "--requirement", str(ROOT / "requirements.txt")),
        ]


def refused(command: list[str]) -> str:
    """Run a command of pip; return its last errors, "" where it succeeded."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return (" / ".join(said[-2:]) or "nothing") if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
