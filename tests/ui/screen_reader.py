"""A program of the system reads the window and presses a button: `python -m tests.ui.screen_reader`.

Needs the extra `screen-reader`, Xvfb, D-Bus, the bus of AT-SPI (Debian: at-spi2-core), which D-Bus begins
when it is asked for, and a Python that has pyatspi (Debian: python3-pyatspi): the system's, or the one that
the variable PYATSPI names. It prints what the program read, and ends with 0 where it could press "New game"
and read the screen that follows.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack

from tests.ui.windows import ROOT, SAY

PYTHON = os.environ.get("PYATSPI") or shutil.which("python3", path=os.defpath) or "python3"
PATIENCE = 40  # seconds until a window that is not read is a failure
INSIDE = "inside"
ADDRESS = ("dbus-send", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")

READ = """
import sys, time, pyatspi

def frame(end):
    while time.time() < end:
        desktop = pyatspi.Registry.getDesktop(0)
        for app in (desktop.getChildAtIndex(n) for n in range(desktop.childCount)):
            if app is not None and app.childCount and app.getChildAtIndex(0).name == sys.argv[1]:
                return app.getChildAtIndex(0)
        time.sleep(0.2)
    sys.exit("no window was found")

def parts(window):
    return [window.getChildAtIndex(n) for n in range(window.childCount)]

def tell(window):
    for part in parts(window):
        state = part.getState()
        signs = [s for s in ("FOCUSED", "CHECKED") if state.contains(getattr(pyatspi, "STATE_" + s))]
        print("  ", part.getRoleName(), "|", part.name, "|", part.description, "|", *signs)

end = time.time() + float(sys.argv[3])
window, found = frame(end), []
while not found and time.time() < end:
    found = [part for part in parts(window) if part.name == sys.argv[2]]
tell(window)
found[0].queryAction().doAction(0)
while time.time() < end:
    if any(part.getRoleName() == "radio button" for part in parts(window)):
        print("pressed:", sys.argv[2])
        tell(window)
        sys.exit(0)
    time.sleep(0.2)
sys.exit("nothing followed")
"""
"""What the program does: it finds the window, reads it, presses, and reads again."""


def _until(answers: Callable[[], bool]) -> None:
    """Wait until something answers that was started."""
    end = time.monotonic() + PATIENCE
    while not answers():
        if time.monotonic() > end:
            raise SystemExit("what was started did not answer")
        time.sleep(0.1)


def main() -> int:
    """Open the game on a display and a bus of its own, and let the program read it."""
    missing = [each for each in ("Xvfb", "dbus-run-session") if shutil.which(each) is None]
    if missing:
        print(f"not installed here: {', '.join(missing)}")
        return 2
    if INSIDE not in sys.argv:
        return subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", __spec__.name, INSIDE]
        ).returncode
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        env = os.environ | {"SDL_AUDIODRIVER": "dummy", "PLENIPOTENTIARY_HOME": home}
        env.pop("SDL_VIDEODRIVER", None)

        def begun(*words: str, told: int | None = None) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen(words, env=env, cwd=ROOT, stdout=told, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        shown = begun("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", told=subprocess.PIPE)
        assert shown.stdout is not None
        env["DISPLAY"] = f":{shown.stdout.readline().decode().strip()}"  # said once it takes windows
        _until(lambda: subprocess.run(ADDRESS, env=env, capture_output=True).returncode == 0)
        begun(sys.executable, "-c", "from game.cli import main; main([])")
        title, new = SAY("ui.window.title"), SAY("ui.title.new")
        return subprocess.run([PYTHON, "-c", READ, title, new, str(PATIENCE)], env=env).returncode


if __name__ == "__main__":
    raise SystemExit(main())
