"""The title: what can be begun, gone on with, set, read."""

from dataclasses import dataclass

from game import __version__
from game.text.catalogue import Catalogue
from game.ui.going import ContinueLast, Go, Quit, Screen
from game.ui.replay_wishes import ShowHistory
from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class TitleModel:
    """The title screen."""

    title: str
    subtitle: str
    controls: tuple[Control, ...]  # continue first where there is a game to go on with
    last_game: str  # what "continue" would go on with, "" for nothing
    warning: str  # nothing can be saved: said before the first move; "" where all is well
    version: str


def title_model(say: Catalogue, *, last: str, warning: str, history: str = "") -> TitleModel:
    """Return the title screen.

    Args:
        last: the game to go on with, in a line; "" for none.
        warning: why nothing can be saved, "" where all is well.
        history: the name of the talks whose documented course can be looked at, "" for none.
    """
    found = [
        Control("new_game", say("ui.title.new"), Go(Screen.NEW_GAME), does=say("ui.title.does.new_game"))
    ]
    if last:
        found.insert(0, Control("continue", say("ui.title.continue"), ContinueLast(), does=last))
    ways = [
        Control(
            f"go:{screen.value}",
            say(f"ui.title.{screen.value}"),
            Go(screen),
            does=say(f"ui.title.does.{screen.value}"),
        )
        for screen in (Screen.LOAD, Screen.DECLARE, Screen.SETTINGS, Screen.CREDITS)
    ]
    if history:
        told = say("ui.replay.history_does")
        ways.insert(1, Control("history", say("ui.replay.history"), ShowHistory(history), does=told))
    found += ways
    found.append(Control("quit", say("ui.menu.quit"), Quit(), does=say("ui.title.does.quit")))
    return TitleModel(
        title=say("ui.title.title"),
        subtitle=say("ui.title.subtitle"),
        controls=tuple(found),
        last_game=last,
        warning=warning,
        version=__version__,
    )
