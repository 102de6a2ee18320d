"""A picture: a surface, or a function that makes one for the size there is (kept by size)."""

from collections.abc import Callable, Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget

Source = pygame.Surface | Callable[[int, int], pygame.Surface]


class Picture(Widget):
    """`label` says in words what is on it. Without `size` it fills its place; with an `id` it can be
    focused."""

    def __init__(
        self,
        picture: Source,
        label: str,
        size: tuple[float, float] | None = None,
        id: Hashable | None = None,
        frame: bool = False,
    ) -> None:
        self.picture, self.label, self.wanted, self.id, self.frame = picture, label, size, id, frame

    def minimum(self, theme: Theme) -> int:
        return theme.px(self.wanted[0]) if self.wanted else theme.px(40)

    def size(self, theme: Theme, width: int) -> Size:
        if self.wanted is None:
            return min(width, theme.px(160)), theme.px(120)
        w, h = theme.px(self.wanted[0]), theme.px(self.wanted[1])
        return (w, h) if w <= width else (width, max(1, h * width // w))

    def draw(self, canvas: Canvas) -> None:
        w, h = self.rect.size
        if self.wanted is not None:
            w, h = self.size(canvas.theme, self.rect.w)
        where = pygame.Rect(0, 0, w, h)
        where.center = self.rect.center
        if isinstance(self.picture, pygame.Surface):
            picture = self.picture
            k = min(w / picture.get_width(), h / picture.get_height())
            size = (max(1, round(picture.get_width() * k)), max(1, round(picture.get_height() * k)))
            picture = picture if size == picture.get_size() else pygame.transform.smoothscale(picture, size)
        else:
            picture = self.picture(w, h)
        where = picture.get_rect(center=where.center)
        if self.frame:
            edge = where.inflate(2 * canvas.theme.px(4), 2 * canvas.theme.px(4))
            canvas.box(edge, (58, 40, 24), "gilt", radius=2, shadow=8, host=False)
        with canvas.clipped(self.rect.inflate(12, 12)):
            canvas.image(where, picture)

    def own_items(self) -> Iterator[Item]:
        if self.id is not None:
            yield Item(self.id, self.rect, self.label, "picture")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)
