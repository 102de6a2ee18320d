"""The islands on the title: a bare sheet in the first frame, the map from the second on."""

import pygame

from game.ui.kit import Canvas, Theme, Widget
from game.ui.kit.widget import Size

SEA, MARGIN, WOOD, RIM = (186, 208, 211), (243, 235, 215), (58, 40, 26), (24, 16, 10)


class TitleMap(Widget):
    """The map in its frame of wood; what draws it is read when it is drawn."""

    def __init__(self, high: float) -> None:
        self.high = high

    def minimum(self, theme: Theme) -> int:
        return theme.px(200)

    def size(self, theme: Theme, width: int) -> Size:
        return width, theme.wide(self.high)

    def draw(self, canvas: Canvas) -> None:
        if canvas.put_off():
            canvas.box(self.rect, WOOD, RIM, radius=3, line=2, shadow=10, host=False)
            sheet = self.rect.inflate(-2 * canvas.theme.px(5), -2 * canvas.theme.px(5))
            canvas.box(sheet, SEA, MARGIN, radius=0, line=5, host=False)
            return
        # Met here and not above: the first frame does not wait for it.
        from game.ui.screens.map_picture import MapPicture

        picture = MapPicture((), high=self.high)
        picture.set_in(canvas.theme, pygame.Rect(self.rect))
        picture.paint(canvas)
