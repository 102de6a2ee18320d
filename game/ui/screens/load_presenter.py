"""The list of saved games, the last played first."""

from dataclasses import dataclass

from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control
from game.ui.wishes import Back, LoadGame


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Saved games."""

    title: str
    folder: str
    note: str  # that every move is saved; that a save holds both sides' secrets
    saves: tuple[Control, ...]
    empty: str  # said where there are none
    back: Control


def load_model(say: Catalogue, folder: str, names: tuple[str, ...], trouble: str = "") -> LoadModel:
    """Return the list of saved games; `trouble` is why the one asked for could not be opened."""
    return LoadModel(
        title=say("ui.load.title"),
        folder=say("ui.load.folder", folder=folder),
        note=trouble or say("ui.load.note"),
        saves=tuple(Control(f"save:{name}", name, LoadGame(name)) for name in names),
        empty="" if names else say("ui.load.empty"),
        back=Control("back", say("ui.back"), Back()),
    )
