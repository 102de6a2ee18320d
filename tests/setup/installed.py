"""Install the game in every way from a fresh clone, play it, take it away: `python -m tests.setup.installed`.

    python -m tests.setup.installed [pip] [pipx] [uv] [folder] [offline] [--python PYTHON]

Needs a network, and on the PATH what it is to try; half a minute a way, two for `folder`. Each way installs
into folders of its own, away from the clone. There the program must call itself by its name, tell a whole
game sign by sign as the playthroughs have it, keep a game where the system keeps a person's data or where
the person said, share games among processes, begin a scenario, do without a display, and play a round in a
window by keys from outside. Then it is taken away, and nothing may be left but that one folder of data.
`offline` fills a folder of packages for this machine and starts a second clone from it with no network at
all.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAYED = ROOT / "tests/playthroughs/japan-against-khrushchev.txt"
NAME = "plenipotentiary"
READY = "game/_assets/text/__pycache__/"
"""Where the sentences lie that were read ready; docs/install.md tells that pip leaves them."""
TOOLS = ("cache/*", "home/.cache/*", "home/.config/uv/*", "home/.rustup/*")
"""What pip and uv leave in the home of whoever uses them, for anything; pip asks rustc for its version."""

DATA = Path("home/.local/share") / NAME
"""The folder that stays, in the place of a way."""


@dataclass(frozen=True)
class Way:
    """How to install a wheel, where the program then lies, how to take it away, what the tool keeps."""

    install: tuple[str, ...]
    program: str
    uninstall: tuple[str, ...]
    keeps: tuple[str, ...] = ()


WAYS = {
    "pip": Way(
        ("env/bin/python", "-m", "pip", "install", "--quiet", "--no-deps", "WHEEL"),
        f"env/bin/{NAME}",
        ("env/bin/python", "-m", "pip", "uninstall", "--quiet", "--yes", NAME),
        ("env/lib/*/site-packages/pip/*", f"env/lib/*/site-packages/{READY}*"),
    ),
    "pipx": Way(
        ("pipx", "install", "--python", "PYTHON", "WHEEL"),
        f"bin/{NAME}",
        ("pipx", "uninstall", NAME),
        ("pipx/shared/*", "pipx/logs/*", "pipx/.cache/*", "pipx/py/*", "pipx/venvs/.*.lock"),
    ),
    "uv": Way(
        ("uv", "tool", "install", "--quiet", "--python", "PYTHON", "WHEEL"),
        f"bin/{NAME}",
        ("uv", "tool", "uninstall", "--quiet", NAME),
        ("uv/.lock", "uv/.gitignore"),
    ),
    "folder": Way(
        ("PYTHON", str(ROOT / "release/one_folder.py"), "-o", "carried"),
        f"carried/{NAME}/{NAME}",
        ("rm", "-r", "carried"),
    ),
}


def main(words: list[str]) -> int:
    """Try the ways that are named, all by default; return 1 when one of them fails."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("ways", nargs="*", metavar="WAY", help=", ".join((*WAYS, "offline")))
    asked.add_argument("--python", default=sys.executable, help="the Python to install for")
    asked.add_argument("--here", action="store_true", help="this folder is the fresh clone")
    said = asked.parse_args(words)
    if not said.here:
        return in_a_clone([*said.ways, "--python", said.python, "--here"])
    with tempfile.TemporaryDirectory() as made:
        wheel = built(Path(made))
        for name in said.ways or (*WAYS, "offline"):
            place = Path(made) / name
            (place / "home").mkdir(parents=True)
            if name == "offline":
                from_a_folder_of_packages(place)
            else:
                tried(name, WAYS[name], place, wheel, said.python)
    return 0


def in_a_clone(words: list[str]) -> int:
    """Do all of it in a fresh clone: what was not committed is not in it."""
    with tempfile.TemporaryDirectory() as made:
        clone = str(Path(made) / "clone")
        ran("git", "clone", "--quiet", str(ROOT), clone)
        return subprocess.run([sys.executable, "-m", "tests.setup.installed", *words], cwd=clone).returncode


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is done and how long it took."""
    began = time.monotonic()
    print(f"  {what} ... ", end="", flush=True)
    yield
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def ran(*command: str, where: Path | None = None, typed: str = "", **own: str) -> str:
    """Run a command as a person without any variables of ours would, but `own`; return what it printed."""
    hidden = ("PLENIPOTENTIARY", "PYTHON", "XDG", "SDL", "DISPLAY", "WAYLAND")
    kept: Mapping[str, str] = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    done = subprocess.run(
        command, cwd=where, env={**kept, **own}, input=typed, capture_output=True, text=True, encoding="utf-8"
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, f"{' '.join(command)}: exit {done.returncode}\n{told[-3000:]}"
    assert "Traceback" not in told, told
    return done.stdout


def built(folder: Path) -> Path:
    """Build a wheel from this clone; it holds each file of the game, and no test."""
    with step("a wheel"):
        ran(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(ROOT))
        (wheel,) = folder.glob("*.whl")
        held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
        assert held == wanted(), sorted(held ^ wanted())
    return wheel


def wanted() -> set[str]:
    """Return the files of the game under version control, as an installed copy has them."""
    moved = {"scenarios/": "game/_scenarios/", "assets/": "game/_assets/", "game/": "game/"}
    found = set()
    for file in ran("git", "ls-files", where=ROOT).splitlines():
        for here, there in moved.items():
            if file.startswith(here) and (here != "game/" or file.endswith(".py")):
                found.add(there + file.removeprefix(here))
    return {file for file in found if not file.startswith("game/_assets/build/")}


def tried(name: str, way: Way, place: Path, wheel: Path, python: str) -> None:
    """Install in one way, play, take away, and look at what is left."""
    print(name)
    own = {
        "HOME": str(place / "home"),
        **{"PIPX_HOME": str(place / "pipx"), "PIPX_BIN_DIR": str(place / "bin")},
        **{"PIPX_MAN_DIR": str(place / "man"), "PIPX_COMPLETION_DIR": str(place / "completions")},
        **{"UV_TOOL_DIR": str(place / "uv"), "UV_TOOL_BIN_DIR": str(place / "bin")},
        **{"UV_CACHE_DIR": str(place / "cache"), "UV_PYTHON_DOWNLOADS": "never"},
    }

    def call(words: tuple[str, ...]) -> None:
        meant = {"WHEEL": str(wheel), "PYTHON": python}
        first, *rest = (meant.get(word, word) for word in words)
        ran(str(place / first) if (place / first).is_file() else first, *rest, where=place, **own)

    if name == "pip":
        ran(python, "-m", "venv", str(place / "env"))
        call(("env/bin/python", "-m", "pip", "install", "--quiet", "-r", str(ROOT / "requirements.txt")))
    before = files(place)
    with step("installed"):
        call(way.install)
    program = str(place / way.program)
    for what, play in PLAYS.items():
        with step(what):
            play(program, place)
    with step("taken away"):
        call(way.uninstall)
        left = {file for file in files(place) - before if not file.is_relative_to(DATA)}
        keeps = (*way.keeps, *TOOLS)
        strange = [each for each in map(str, sorted(left)) if not any(fnmatch(each, kept) for kept in keeps)]
        assert not strange, f"left behind: {strange[:10]}"
        data = [str(file.relative_to(DATA)) for file in sorted(files(place)) if file.is_relative_to(DATA)]
    print(f"  left in the person's data: {', '.join(data)}")


def files(place: Path) -> set[Path]:
    """Return the files in a place, but for what the plays wrote where they were told to."""
    return {
        file.relative_to(place)
        for file in place.rglob("*")
        if (file.is_symlink() or not file.is_dir()) and file.relative_to(place).parts[0] != "played"
    }


def from_a_folder_of_packages(place: Path) -> None:
    """Fill a folder of packages, and start from it a clone that never was, without a network."""
    print("offline")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    base = str(getattr(sys, "_base_executable", sys.executable))
    wheels, clone, home = place / "wheels", place / "clone", {"HOME": str(place / "home")}
    ran("git", "clone", "--quiet", str(ROOT), str(clone))
    with step("filled"):
        ran(sys.executable, str(ROOT / "release/wheels.py"), str(wheels), "--python", python)
    alone = (
        ("unshare", "--net") if os.name == "posix" and os.geteuid() == 0 and shutil.which("unshare") else ()
    )
    with step("started without a network" if alone else "started without an index"):
        words = (str(clone / "main.py"), "--offline", str(wheels), "check", "warm-up")
        nothing = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": ""}
        ran(*alone, base, *words, where=place, **home, **nothing)
    assert (clone / ".venv").is_dir()


# What is done with the program wherever it lies


def called_by_its_name(program: str, place: Path) -> None:
    help = ran(program, "--help", HOME=str(place / "home"))
    assert f"usage: {NAME}" in help or f"usage: {program}" in help, help[:200]
    assert "main.py" not in help
    assert "run the tests" not in help
    from game import __version__

    assert ran(program, "--version").strip() == __version__


def a_whole_game(program: str, place: Path) -> None:
    head, _, expected = PLAYED.read_text("utf-8").partition("-" * 100 + "\n")
    first, *lines = head.splitlines()
    typed = "".join(f"{line.removeprefix('>').strip()}\n" for line in lines)
    words = first.removeprefix("$ ").split()
    told = ran(program, *words, "--saves", "saves", where=played(place), typed=typed)
    assert without_program(told) == without_program(expected)


def without_program(told: str) -> list[str]:
    """Return the lines told, the command that tells it again by its last words alone."""
    return [
        line.rpartition(" replay ")[2] if "negotiation.jsonl" in line else line for line in told.splitlines()
    ]


def a_game_kept(program: str, place: Path) -> None:
    begun = (program, "play", "the-deletion", "--text", "--side", "japan", "--seed", "1")
    told = ran(*begun, where=played(place), typed="\nquit\n", HOME=str(place / "home"))
    (kept,) = (place / DATA / "saves").iterdir()
    assert f" play --text --resume {kept}" in told, told[-400:]
    named = place / "played" / "elsewhere"
    ran(*begun, typed="\nquit\n", HOME=str(place / "home"), PLENIPOTENTIARY_HOME=str(named))
    assert [file.name for file in (named / "saves").iterdir()] == [kept.name]
    again = ran(program, "play", "--text", "--resume", kept.name, typed="quit\n", HOME=str(place / "home"))
    assert "The game is saved" in again


def games_shared_among_processes(program: str, place: Path) -> None:
    words = ("simulate", "warm-up", "--games", "6", "--csv")
    for workers in ("1", "2"):
        ran(program, *words, f"{workers}.csv", "--workers", workers, where=played(place))
    one, two = ((played(place) / f"{n}.csv").read_bytes() for n in (1, 2))
    assert one == two


def a_scenario_of_ones_own(program: str, place: Path) -> None:
    ran(program, "new", "our-talks", where=played(place))
    written = (played(place) / "our-talks/scenario.yaml").read_text("utf-8")
    assert "main.py" not in written
    assert f"{NAME} check ./our-talks" in written
    assert f"{NAME} reference`" in written
    ran(program, "check", "./our-talks", "two-islands", "moscow-1956", where=played(place))
    ran(program, "history", "the-deletion", where=played(place))


def text_without_a_display(program: str, place: Path) -> None:
    told = ran(program, where=played(place), typed="quit\nquit\n", PLENIPOTENTIARY_HOME=str(played(place)))
    assert "display" in told, told[:500]


def a_round_in_a_window(program: str, place: Path) -> None:
    from tests.ui.test_real_window import MISSING, play_a_round

    if MISSING:
        print(f"left out, not installed here: {', '.join(MISSING)}; ", end="")
        return
    folder = place / "played" / "window"
    folder.mkdir(parents=True)
    play_a_round(folder, (program,))


def played(place: Path) -> Path:
    folder = place / "played"
    folder.mkdir(exist_ok=True)
    return folder


PLAYS: dict[str, Callable[[str, Path], None]] = {
    play.__name__.replace("_", " "): play
    for play in (
        called_by_its_name,
        a_whole_game,
        a_game_kept,
        games_shared_among_processes,
        a_scenario_of_ones_own,
        text_without_a_display,
        a_round_in_a_window,
    )
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
