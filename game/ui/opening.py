"""The first frame: the window opens and the title is painted before the rest of the program is read."""

from collections.abc import Callable
from pathlib import Path

from game import places
from game.session.folder import SUFFIX, saves_in
from game.text.catalogue import Catalogue, load
from game.ui.app import App
from game.ui.intents import Intent
from game.ui.kit.theme import Theme
from game.ui.screens.title_presenter import title_model
from game.ui.screens.title_screen import TitleScreen
from game.ui.settings import Settings, read


def opened(say: Catalogue, home: Path, saves_folder: Callable[[], Path]) -> App:
    """Return the window with the title on it, as `Flow` will show it; what is asked meanwhile is kept.

    Raises:
        NoDisplay: there is no display to open a window on.
    """
    settings = read(home)
    if settings.language != say.language:
        say = load(places.sentences_file(), settings.language)
    last = warning = ""
    try:
        # What lies in the save is read later; for a moment its name has to do.
        last = next((each.name.removesuffix(SUFFIX) for each in saves_in(saves_folder())), "")
        last = last.replace("-", " ").capitalize()
    except OSError as fault:
        warning = str(fault)
    app = app_for(say, settings)
    app.show(TitleScreen(title_model(say, last=last, warning=warning)))
    app.draw()
    return app


def app_for(say: Catalogue, settings: Settings) -> App:
    """Return a window as a person wants it, with nothing on it.

    Raises:
        NoDisplay: there is no display to open a window on.
    """
    app = App(
        _unheard,
        theme=dressed(settings),
        title=say("ui.window.title"),
        sound=settings.sound,
        plain=settings.plain,
        readers=True,
    )
    app.stage.keys = settings.keys
    return app


def dressed(settings: Settings) -> Theme:
    """Return a person's settings as a theme."""
    return Theme(
        text=settings.text / 100, contrast=settings.contrast, motion=settings.motion, plain=settings.plain
    )


def _unheard(intent: Intent) -> None:
    """Stand for the flow until there is one; no event is taken before."""
