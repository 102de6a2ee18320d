"""The map as a widget: drawn by `map_view` into the place it is given, in the faces of the kit."""

import pygame

from game.ui import map_view
from game.ui.kit import fonts
from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size, Widget
from game.ui.map_status import Status

SEA = (186, 208, 211)
FACES = {
    "map": ("map", False),
    "map-italic": ("map", True),
    "japanese": ("notoserifjp", False),
    "control": ("control", False),
}


def map_font(face: str, size: int) -> pygame.font.Font:
    """Return the font that the map asks for by its own names of faces."""
    role, italic = FACES[face]
    if role in fonts.FACES:
        return fonts.chain(role, False, italic, size)[0].font
    # The first face of the reading chain that has kana is the Japanese one.
    chain = fonts.chain("reading", False, False, size)
    return next((found for found in chain if found.has is None or ord("あ") in found.has), chain[0]).font


class MapPicture(Widget):
    """The sheet in a frame of dark wood; it takes what room there is, and names its places by text size."""

    def __init__(self, places: tuple[tuple[str, Status], ...], high: float = 300) -> None:
        self.places, self.high = places, high

    def minimum(self, theme: Theme) -> int:
        return theme.px(200)

    def size(self, theme: Theme, width: int) -> Size:
        # Where it stands in a tab it may scroll: its names must have room at any size of text.
        return width, theme.wide(self.high)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.box(self.rect, (58, 40, 26), (24, 16, 10), radius=3, line=2, shadow=10, host=False)
        sheet = self.rect.inflate(-2 * theme.px(5), -2 * theme.px(5))
        if canvas.put_off():
            canvas.box(sheet, SEA, None, radius=0, host=False)
        elif sheet.w > 60 and sheet.h > 60:
            shown = map_view.model(dict(self.places))
            map_view.draw(canvas.surface, sheet, shown, map_font, theme.size("small"))
