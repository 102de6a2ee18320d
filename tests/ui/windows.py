"""A person at the window, for tests: ids pressed, models read; no pygame, no thread, folders of one's own."""

from pathlib import Path

from game import places
from game.text.catalogue import load
from game.ui.flow import Flow
from game.ui.intents import Intent, Pressed, Typed
from game.ui.wishes import Screen, Wish
from game.ui.worker import AtOnce
from game.ui.world import Disk

ROOT = Path(__file__).parent.parent.parent
PORTS = str(ROOT / "tests" / "scenarios" / "two-ports")
SAY = load(places.assets_folder() / "text" / "en.yaml")


def disk(folder: Path, scenario: str = PORTS) -> Disk:
    """Return a world whose saves and settings are in `folder`."""
    saves = folder / "saves"
    return Disk(SAY, home=folder, scenario=scenario, saves_folder=lambda: places.writable(saves), wall=str)


class Person:
    """Somebody at a window."""

    def __init__(self, folder: Path, scenario: str = PORTS) -> None:
        self.world = disk(folder, scenario)
        self.flow = Flow(self.world, AtOnce())
        self.seen: list[Screen] = [self.flow.screen]

    def do(self, *asked: str | Intent | Wish) -> "Person":
        """Press, choose or type, and let the bots answer each time."""
        for each in asked:
            self.flow.handle(Pressed(each) if isinstance(each, str) else each)
            while self.flow.tick():
                pass
            if self.flow.screen is not self.seen[-1]:
                self.seen.append(self.flow.screen)
        return self

    def until(self, screen: Screen, pressed: str, most: int = 20) -> int:
        """Press the same thing until a screen is shown; return how often that took."""
        for times in range(most):
            if self.flow.screen is screen:
                return times
            self.do(pressed)
        raise AssertionError(f"{screen} never came; it is {self.flow.screen}")

    @property
    def model(self):  # type: ignore[no-untyped-def]
        return self.flow.model

    def begin(
        self, side: str = "vale", against: str = "linear", seed: int = 3, *, plan: bool = True
    ) -> "Person":
        """Begin a solo game and read on to the table."""
        self.do("new_game", f"side:{side}", "others", f"opponent:{against}", "more")
        self.do(Typed("seed", str(seed)), "begin")
        self.do("ready")
        if plan:
            first = self.model.most[0].id
            self.do(first, "failing:go_lower", "predict:70")
        return self.do("lock" if plan else "skip", "go_on")
