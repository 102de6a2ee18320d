"""What `window.py` measures inside a process that has the window open: `redraw` and `thinking`."""

import os
import statistics
import sys
import time
from pathlib import Path

import pygame

from game import places
from game.ai.bot import keyed
from game.ai.registry import bot_for, bots_for
from game.text.catalogue import load
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.intents import Pressed, Typed
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from game.ui.window import Window
from game.ui.wishes import Screen
from game.ui.world import Disk
from tests.benchmarks.timing import median_seconds, timed
from tests.ui.positions import facts

SIZE = (1920, 1080)
CHOICES = 1000  # that the bot makes while the frames are watched


def redraw() -> None:
    """Print how long a full redraw of the table takes beside filling and showing a surface of its size."""
    app = App(lambda intent: None, size=SIZE, sound=False)
    screen = TableScreen(table_model(facts(9, 0)))
    app.show(screen)
    for _ in range(2):
        app.draw()
    drawn = median_seconds(app.draw, 31)
    after = median_seconds(lambda: (app.show(screen), app.draw()), 15)

    def bare() -> None:
        app.surface.fill((40, 62, 55))
        pygame.display.flip()

    floor = median_seconds(bare, 31)
    print(f"fill and flip at {app.size[0]}x{app.size[1]}          {floor * 1e3:7.1f} ms")
    print(f"the whole table, drawn and flipped  {drawn * 1e3:7.1f} ms  = {drawn / floor:.1f} x (goal 16 ms)")
    print(f"the same, laid out anew first       {after * 1e3:7.1f} ms")
    app.close()


def thinking(folder: Path) -> None:
    """Print the longest frame while a bot thinks in its worker, beside the same window with nothing to do."""
    say = load(places.assets_folder() / "text" / "en.yaml")
    flow = Flow(Disk(say, home=folder, saves_folder=lambda: places.writable(folder / "saves")))
    app = App(lambda intent: None, size=SIZE, sound=False)
    window = Window(flow, app)
    for asked in ("new_game", "more"):
        flow.handle(Pressed(asked))
    flow.handle(Typed("seed", "7"))
    for asked in ("begin", "ready", "skip", "go_on"):
        flow.handle(Pressed(asked))
    assert flow.screen is Screen.TABLE, f"the game has not come to the table but to {flow.screen}"
    while flow.worker.is_thinking():
        flow.tick()
        time.sleep(0.01)
    app.theme = window.theme().fitted(app.size)
    app.show(window.view())
    for _ in range(3):
        app.draw()
    idle = [timed(lambda: _frame(app)) for _ in range(60)]
    sitting = flow.sitting
    assert sitting is not None
    session, party = sitting.game.session, sitting.seat.party
    adviser = bot_for(session.scenario, bots_for(session.scenario, party)[0], party)
    view, draw = sitting.game.view(party), keyed(7, 0, session.ply, party)
    # One choice takes a few hundredths of a second; made again and again it is the longest thinking there is.
    flow.worker.ask("thinking", lambda: [adviser.choose(view, draw) for _ in range(CHOICES)])
    slow: list[float] = []
    begun = time.perf_counter()
    while not flow.worker.answers():
        slow.append(timed(lambda: _frame(app)))
    took = time.perf_counter() - begun
    print(f"a frame with nothing else to do     {statistics.median(idle) * 1e3:7.1f} ms")
    usual, longest = statistics.median(idle), max(slow)
    print(f"longest while a bot thinks          {longest * 1e3:7.1f} ms = {longest / usual:.1f} x (goal 50)")
    print(
        f"  median of {len(slow)} frames {statistics.median(slow) * 1e3:.1f} ms while {CHOICES} choices took "
        f"{took:.1f} s; each frame is drawn in full"
    )
    flow.close()
    app.close()


def _frame(app: App) -> None:
    """Draw a frame whether or not it is needed, after the events, as the busiest window would."""
    app.stage.dirty = True
    app.step()


if __name__ == "__main__":
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    if sys.argv[1] == "redraw":
        redraw()
    else:
        thinking(Path(sys.argv[2]) / "home")
    if "numpy" in sys.modules:
        print("numpy is LOADED")
