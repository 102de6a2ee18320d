"""A real window on a display of its own plays a round by keys sent to it from outside.

A twin of the game without a display plays the same round first, step by step; what it strikes to come to a
control is sent to the real window, which must then show the same picture. So nobody waits for a time.
"""

import json
import mmap
import os
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.session.saves import saves_in
from game.ui.wishes import Screen
from tests.ui.keys import keyboard
from tests.ui.windows import ROOT

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")

DISPLAY = (1400, 900)  # a little larger than the window, which lies in its upper left
WINDOW = (1280, 800)
PATIENCE = 60  # seconds until a picture that does not come is a failure
ALIKE = 0.9999  # of the pixels
NAMES = {
    pygame.K_TAB: "Tab",
    pygame.K_RETURN: "Return",
    pygame.K_ESCAPE: "Escape",
    pygame.K_UP: "Up",
    pygame.K_DOWN: "Down",
    pygame.K_LEFT: "Left",
    pygame.K_RIGHT: "Right",
}
ROUND = (
    "new_game", "side:japan", "opponent:khrushchev", "more", "seed", "begin", "ready", "skip", "go_on",
    "put:islands:two_at_once", "put:rest:words", "put:letters:stand", "table_offer", "choice:2", "hold",
    "accept:0", "way:1", "sign", "sign",
)  # fmt: skip
SEED = "11"
HERE = (sys.executable, str(ROOT / "main.py"))
"""How the game of this folder is started."""


class RealWindow:
    """The game as somebody starts it, on a display that is a file."""

    def __init__(self, display: str, frame: Path, game: "subprocess.Popen[bytes]") -> None:
        self.display, self.frame, self.game = display, frame, game
        (window,) = self._tell("search", "--sync", "--onlyvisible", "--class", ".").split()
        self._tell("windowfocus", "--sync", window)
        shape = dict(line.split("=") for line in self._tell("getwindowgeometry", "--shell", window).split())
        assert [int(shape[each]) for each in ("X", "Y", "WIDTH", "HEIGHT")] == [0, 0, *WINDOW]

    def _tell(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def strike(self, struck: list[tuple[int, int]]) -> None:
        """Send keys as a keyboard would."""
        if struck:
            self._tell("key", "--delay", "5", *(named(code, mod) for code, mod in struck))

    def picture(self) -> pygame.Surface:
        """Return what the window shows: the upper left of the display, from its file in the XWD format."""
        with self.frame.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as dump:
            head = struct.unpack(">20I", dump[:80])
            pixels, line, wide, high = head[0] + 12 * head[19], head[12], head[4], head[5]
            whole = pygame.image.frombuffer(dump[pixels : pixels + line * high], (wide, high), "BGRA")
            return whole.subsurface((0, 0, *WINDOW)).convert(24)

    def wait_for(self, wanted: pygame.Surface, what: str) -> None:
        """Wait until the window shows a picture."""
        ends = time.monotonic() + PATIENCE
        while (same := alike(self.picture(), wanted)) < ALIKE:
            assert self.game.poll() is None, f"the game ended before {what}"
            if time.monotonic() > ends:
                kept = self.frame.with_name("shown.png"), self.frame.with_name("wanted.png")
                pygame.image.save(self.picture(), kept[0])
                pygame.image.save(wanted, kept[1])
                raise AssertionError(f"{what}: only {same:.2%} of the picture is as it should be; see {kept}")
            time.sleep(0.02)


def named(code: int, mod: int) -> str:
    return ("shift+" if mod & pygame.KMOD_SHIFT else "") + (NAMES.get(code) or chr(code))


def alike(one: pygame.Surface, other: pygame.Surface) -> float:
    """Return the share of the pixels in which two pictures are the same."""
    same = pygame.mask.from_threshold(one, (0, 0, 0), (2, 2, 2, 255), other)
    return same.count() / (one.get_width() * one.get_height())


@contextmanager
def display(folder: Path) -> Iterator[tuple[str, Path]]:
    """Have a display with a free number; give its name and the file in which its picture is."""
    told, number = os.pipe()
    words = ["Xvfb", "-displayfd", str(number), "-screen", "0", f"{DISPLAY[0]}x{DISPLAY[1]}x24"]
    server = subprocess.Popen(
        [*words, "-nolisten", "tcp", "-fbdir", str(folder)], pass_fds=(number,), stderr=subprocess.DEVNULL
    )
    try:
        os.close(number)
        if not select.select([told], [], [], PATIENCE)[0]:
            raise AssertionError("the display did not start")
        name = os.read(told, 32).decode().strip()
        assert name, "the display could not start"
        # The pointer lies in the middle at first; it is put away, and never used.
        put_away = ["xdotool", "mousemove", str(DISPLAY[0]), str(DISPLAY[1])]
        subprocess.run(put_away, env=os.environ | {"DISPLAY": f":{name}"}, check=True, timeout=PATIENCE)
        yield f":{name}", folder / "Xvfb_screen0"
    finally:
        os.close(told)
        server.terminate()
        server.wait()


@contextmanager
def started(folder: Path, home: Path, command: tuple[str, ...]) -> Iterator[RealWindow]:
    """Start the game with a home of its own, and end it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND", "PLENI"))}
    with display(folder) as (name, frame):
        own = {"DISPLAY": name, "HOME": str(home), "PLENIPOTENTIARY_HOME": str(home)}
        own |= {"SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", "SDL_VIDEO_WINDOW_POS": "0,0"}
        own |= {"PLENIPOTENTIARY_STARTED": "1"}  # no environment is made in the new home
        game = subprocess.Popen(command, env=kept | own)
        try:
            yield RealWindow(name, frame, game)
        finally:
            game.terminate()
            game.wait()


def moves(home: Path) -> list[tuple[str, dict[str, Any], int | None]]:
    """Return who moved how, from the one save in a home."""
    (path,) = saves_in(home / "saves")
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    return [(line["by"], line.get("move"), line.get("rewound")) for line in lines if "by" in line]


@dataclass(frozen=True)
class Step:
    """What a person did at the twin, and what was to be seen then."""

    what: str
    struck: list[tuple[int, int]]
    shown: pygame.Surface


def rehearsed(home: Path) -> list[Step]:
    """Play the round without a display, walking to every control by its name."""
    with keyboard(home, size=WINDOW) as twin:
        steps: list[Step] = []

        def take(what: str) -> None:
            steps.append(Step(what, twin.struck.copy(), twin.app.surface.copy()))
            twin.struck.clear()

        take("the start")
        for id in ROUND:
            twin.go(id)
            take(f"the way to {id}")
            if id == "seed":
                twin.write(SEED)
            else:
                twin.key(pygame.K_RETURN)
            take(id)
        assert twin.flow.screen is Screen.ROUND_CARD, "the round has been left by a signature"
        return steps


def test_a_round_is_played_in_a_real_window_by_keys_from_outside(tmp_path: Path) -> None:
    play_a_round(tmp_path, HERE)


def play_a_round(folder: Path, command: tuple[str, ...]) -> None:
    """Play the round in the window that a command opens, in a folder without anything else in it."""
    home = folder / "home"  # of both, since the screen names it
    steps = rehearsed(home)
    wanted = moves(home)
    home.rename(folder / "rehearsed")
    home.mkdir()
    with started(folder, home, command) as real:
        for step in steps:
            real.strike(step.struck)
            real.wait_for(step.shown, f"after {step.what}")
        assert len(colours(real.picture())) > 100, "the last picture is blank"
        assert moves(home) == wanted
    assert [move["kind"] for _, move, _ in wanted][-1] == "sign"


def colours(picture: pygame.Surface) -> set[tuple[int, ...]]:
    """Return the colours of every seventh pixel."""
    w, h = picture.get_size()
    return {tuple(picture.get_at((x, y))) for x in range(0, w, 7) for y in range(0, h, 7)}
