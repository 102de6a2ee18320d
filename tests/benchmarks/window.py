"""The window: start to first frame beside the floor of its libraries, a full redraw of the table, and the
longest frame while a bot thinks.

Where there is a display (or Xvfb, which is then started) a real window is opened; else SDL's dummy.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Both begin with the same watch: the process is timed from outside up to the end of its first flip.
WATCH = """
import os, sys
import pygame
real = pygame.display.flip
def first():
    real()
    sys.stdout.write("numpy" if "numpy" in sys.modules else "shown")
    sys.stdout.flush()
    os._exit(0)
pygame.display.flip = first
"""
FLOOR = """
from pathlib import Path
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 800), pygame.RESIZABLE)
assets = Path("assets")
for face in ("oldstandard-regular", "ptserif-italic", "plexsans-regular", "plexsans-semibold",
             "ptserif-regular", "notoserifjp-regular", "notosansjp-regular"):
    pygame.font.Font(str(assets / "fonts" / (face + ".ttf")), 20)
ground = pygame.image.load(str(assets / "paper" / "baize.png"))
window.fill((40, 62, 55))
window.blit(ground, (0, 0))
pygame.display.flip()
"""
GAME = """
import main
sys.exit(main.main([]))
"""


def run() -> None:
    """Print the three, each with its ratio to a peer measured in the same run."""
    with tempfile.TemporaryDirectory() as folder, display() as driver:
        print(f"window on SDL's '{driver}'; medians")
        start(Path(folder), driver)
        for part in ("redraw", "thinking"):
            command = [sys.executable, "-m", "tests.benchmarks.window_inside", part, folder]
            subprocess.run(command, cwd=ROOT, env=environment(Path(folder), driver), check=True)


def start(folder: Path, driver: str) -> None:
    """Time both starts in turn, so that what else the machine does falls on both."""
    floors, games, saids = [], [], set()
    for _ in range(10):
        floors.append(seconds(FLOOR, folder, driver)[0])
        took, said = seconds(GAME, folder, driver)
        games.append(took)
        saids.add(said)
    floor, game = (statistics.median(each[1:]) for each in (floors, games))
    print(f"import pygame, window, fonts, flip  {floor * 1e3:7.0f} ms")
    print(f"main.py to the title painted        {game * 1e3:7.0f} ms")
    numpy = "LOADED" if "numpy" in saids else "not loaded"
    print(f"  = {game / floor:.2f} x the floor of its libraries (goal 1.5); numpy {numpy}")


def seconds(code: str, folder: Path, driver: str) -> tuple[float, str]:
    """Return how long a start takes, and what it said; what Python compiles is kept from the first on."""
    before = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", WATCH + code],
        cwd=ROOT,
        env=environment(folder, driver),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return time.perf_counter() - before, done.stdout


def environment(folder: Path, driver: str) -> dict[str, str]:
    """Return the environment of what is timed: saves and compiled modules in a folder of its own."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    more = {"SDL_VIDEODRIVER": driver, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    places = {"PLENIPOTENTIARY_HOME": str(folder / "home"), "PLENIPOTENTIARY_STARTED": "1"}
    return kept | more | places | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


@contextmanager
def display() -> Iterator[str]:
    """Give the name of the driver of the display there is; Xvfb is one where there is no other."""
    if sys.platform != "linux":
        yield ""
    elif os.environ.get("SDL_VIDEODRIVER"):
        yield os.environ["SDL_VIDEODRIVER"]
    elif os.environ.get("DISPLAY"):
        yield "x11"
    elif shutil.which("Xvfb") is None:
        yield "dummy"
    else:
        read, write = os.pipe()
        screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        with subprocess.Popen(screen, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
            os.close(write)
            with os.fdopen(read) as told:
                os.environ["DISPLAY"] = ":" + told.readline().strip()
            try:
                yield "x11"
            finally:
                del os.environ["DISPLAY"]
                server.terminate()


if __name__ == "__main__":
    run()
