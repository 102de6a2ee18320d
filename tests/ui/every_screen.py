"""Every screen and position of the window by a name: around the table, the cards, the table itself."""

from collections.abc import Callable
from typing import Any

from game.ui.screens.preview_strip import Under
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from tests.ui import shown, test_card_screens, test_table_screen


def _card(name: str) -> Any:
    make, model = test_card_screens.shown(name)
    return make(model)


def _table(chair: int, position: str) -> Any:
    return TableScreen(table_model(test_table_screen.models(chair)[position]))


def _under_the_strip() -> Any:
    """A table that its author tries, after a save with errors."""
    return Under(_table(0, "opening"), shown.strip())


def _of_a_class() -> Any:
    """A screen at a table of a class whose time is over."""
    return Under(shown.SCREENS["wall"](), shown.class_strip())


POSITIONS = ("opening", "hand", "refused", "why", "late")
EVERY: dict[str, Callable[[], Any]] = {
    **shown.SCREENS,
    "table_preview": _under_the_strip,
    "wall_of_a_class": _of_a_class,
    **{name: lambda name=name: _card(name) for name in test_card_screens.NAMES},
    **{
        f"table_{position}_{chair}": lambda position=position, chair=chair: _table(chair, position)
        for position in POSITIONS
        for chair in test_table_screen.CHAIRS
    },
}
"""What makes each of them."""
