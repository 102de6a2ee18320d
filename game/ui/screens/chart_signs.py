"""The signs on the points chart: each kind of point has a shape of its own, so that no colour is needed."""

from functools import lru_cache

import pygame

from game.ui.kit import Canvas, Theme, Widget
from game.ui.kit.theme import Colour
from game.ui.kit.widget import Size

K = 3  # how much larger it is drawn before it is shrunk
FILL = {"offers": "orange", "theirs": "blue", "history": "gilt", "agreement": "green", "frontier": "card"}
SHAPES: dict[str, tuple[tuple[float, float], ...]] = {  # corners in a square of -1 to 1; none: a disc
    "offers": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "theirs": ((0, -1), (1, 0.85), (-1, 0.85)),
    "history": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "agreement": (),
    "frontier": (),
}
REACH = {"offers": 6.0, "theirs": 6.5, "history": 11.0, "agreement": 9.0, "frontier": 3.5, "possible": 2.0}


class Sign(Widget):
    """The sign of one kind of point, for the key."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def minimum(self, theme: Theme) -> int:
        return theme.px(30)

    def size(self, theme: Theme, width: int) -> Size:
        return theme.px(30), theme.px(22)

    def draw(self, canvas: Canvas) -> None:
        canvas.image(self.rect, sign(canvas.theme, self.kind))


@lru_cache(maxsize=32)
def sign(theme: Theme, kind: str) -> pygame.Surface:
    """Return the picture of a kind of point on paper, 30 x 22 unscaled."""
    w, h = theme.px(30), theme.px(22)
    big = pygame.Surface((w * K, h * K), pygame.SRCALPHA)
    big.fill((*theme.colour("paper"), 0))
    middle = (w * K // 2, h * K // 2)
    line = theme.px(1) * K
    if kind == "reservation":
        dashed(big, theme.colour("faded"), (0, middle[1]), (w * K, middle[1]), 6 * K, line)
    elif kind == "possible":
        for x, y in ((0.3, 0.4), (0.5, 0.7), (0.7, 0.35)):
            pygame.draw.circle(
                big, theme.colour("edge"), (round(w * K * x), round(h * K * y)), theme.px(2) * K
            )
    else:
        if kind == "frontier":
            pygame.draw.line(big, theme.colour("link"), (0, middle[1]), (w * K, middle[1]), 2 * line)
        put_sign(big, theme, kind, middle)
    return pygame.transform.smoothscale(big, (w, h))


def put_sign(big: pygame.Surface, theme: Theme, kind: str, spot: tuple[int, int]) -> None:
    """Draw the sign of a kind of point on a picture that is `K` times as large as it will be."""
    reach = theme.px(REACH[kind]) * K
    ink, fill = theme.colour("ink"), theme.colour(FILL[kind])
    if shape := SHAPES[kind]:
        pygame.draw.polygon(big, ink, [(spot[0] + x * reach, spot[1] + y * reach) for x, y in shape])
        pygame.draw.polygon(
            big, fill, [(spot[0] + x * reach * 0.72, spot[1] + y * reach * 0.72) for x, y in shape]
        )
        return
    pygame.draw.circle(big, ink if kind == "agreement" else theme.colour("link"), spot, reach)
    pygame.draw.circle(big, fill, spot, reach * 0.74)
    if kind == "agreement":  # a seal: a ring and a cross in it
        arm, wide = reach * 0.4, max(K, reach // 4)
        for side in (1, -1):
            start = (spot[0] - arm, spot[1] - arm * side)
            pygame.draw.line(big, theme.colour("light"), start, (spot[0] + arm, spot[1] + arm * side), wide)


def dashed(
    big: pygame.Surface, colour: Colour, start: tuple[int, int], end: tuple[int, int], dash: int, width: int
) -> None:
    """Draw a line of dashes, as long as the gaps between them."""
    way = pygame.Vector2(end) - pygame.Vector2(start)
    if not way.length():
        return
    step = way.normalize() * dash
    for n in range(0, int(way.length() // dash) + 1, 2):
        pygame.draw.line(big, colour, start + step * n, start + step * n + step, width)
