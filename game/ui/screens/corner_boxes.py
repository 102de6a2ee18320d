"""The boxes and arrows of a scenario's diagram: rounds with lanes beside them, and small trees.

What the line of play came through has a darker ground, a bar at its left and a tick; where the talks are now
has a double frame and an arrowhead. Ways lead through lanes at the right, one for each box that is led to.
"""

from collections.abc import Hashable, Iterator, Sequence

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit import Canvas, Column, Grow, Item, Label, Row, Theme, Widget, paint
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.widget import Size
from game.ui.screens.corner_model import Node, Way

LANE, TRUNK, HEAD = 20, 26, 7  # unscaled: between two lanes, before what hangs below a box, of an arrow


def arrowhead(canvas: Canvas, tip: tuple[int, int], to: str, colour: str) -> None:
    """Draw the head of an arrow that points "left", "right" or "down"."""
    x, y = tip
    far, wide = canvas.theme.px(HEAD), max(2, canvas.theme.px(HEAD) // 2 + 1)
    back = {"left": (x + far, y), "right": (x - far, y), "down": (x, y - far)}[to]
    side = (0, wide) if to != "down" else (wide, 0)
    ends = [(back[0] - side[0], back[1] - side[1]), (back[0] + side[0], back[1] + side[1])]
    canvas.polygon(colour, [tip, *ends])


class WayLine(Widget):
    """One way out of a box, in a line of its own; the arrow leaves from its right end."""

    def __init__(self, way: Way) -> None:
        self.way = way

    def _left(self, theme: Theme) -> int:
        return theme.size("small") + theme.px(6)

    def minimum(self, theme: Theme) -> int:
        words = narrowest(self.way.ask.label, "control", theme.size("small"), bold=self.way.is_gone)
        return self._left(theme) + words

    def size(self, theme: Theme, width: int) -> Size:
        room = max(1, width - self._left(theme))
        block = wrap(self.way.ask.label, "control", theme.size("small"), room, bold=self.way.is_gone)
        return self._left(theme) + block.width, block.height + theme.px(4)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        side = theme.size("small")
        if self.way.is_gone:
            canvas.image(
                pygame.Rect(rect.x, rect.y + theme.px(3), side, side),
                paint.tick(side, theme.colour("green")),
            )
        else:
            canvas.text(pygame.Rect(rect.x, rect.y + theme.px(2), side, side * 2), "→", size="small")
        words = pygame.Rect(
            rect.x + self._left(theme), rect.y + theme.px(2), rect.w - self._left(theme), rect.h
        )
        canvas.text(words, self.way.ask.label, size="small", bold=self.way.is_gone)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.way.ask.id, self.rect, self.way.ask.label, "row")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)


class Mark(Label):
    """Whether the talks are in a box or came through it: in words after an arrowhead or a tick."""

    def __init__(self, node: Node) -> None:
        super().__init__(node.mark, "small", "control", "ink", bold=True)
        self.node = node

    def _left(self, theme: Theme) -> int:
        return theme.size("small") + theme.px(3)

    def minimum(self, theme: Theme) -> int:
        return super().minimum(theme) + self._left(theme)

    def size(self, theme: Theme, width: int) -> Size:
        wide, high = super().size(theme, max(1, width - self._left(theme)))
        return wide + self._left(theme), high

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left = self._left(theme)
        self.words = pygame.Rect(rect.x + left, rect.y, max(1, rect.w - left), rect.h)
        super().arrange(theme, self.words)

    def draw(self, canvas: Canvas) -> None:
        theme, side = canvas.theme, canvas.theme.size("small")
        whole, self.rect = self.rect, self.words
        super().draw(canvas)
        self.rect = whole
        if self.node.is_now:
            arrowhead(canvas, (whole.x + side * 3 // 4, whole.centery), "right", "ink")
        else:
            tick = paint.tick(side, theme.colour("green"))
            canvas.image(tick.get_rect(midleft=whole.midleft), tick)


class NodeBox(Widget):
    """A box: its name, what is said of it, its ways on."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.ways = tuple(WayLine(way) for way in node.ways)
        name = Label(node.ask.label, "label", "reading", bold=True)
        words: list[Widget] = [name]
        if node.mark:
            words = [Row(Grow(name), Mark(node), gap=8)]
        words += [Label(line, "small", "control", "ink" if node.mark else "faded") for line in node.lines]
        self.words = Column(*words, gap=2)
        self.inside = Column(self.words, *self.ways, gap=2)

    def children(self) -> Sequence[Widget]:
        return (self.inside,)

    def _left(self, theme: Theme) -> int:
        return theme.px(16)

    def minimum(self, theme: Theme) -> int:
        return self.inside.least(theme) + self._left(theme) + theme.px(10)

    def size(self, theme: Theme, width: int) -> Size:
        beside = self._left(theme) + theme.px(10)
        w, h = self.inside.measure(theme, max(1, width - beside))
        return w + beside, h + 2 * theme.px(7)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left, down = self._left(theme), theme.px(7)
        inside = (rect.x + left, rect.y + down, rect.w - left - theme.px(10), rect.h - 2 * down)
        self.inside.set_in(theme, pygame.Rect(inside))

    def draw(self, canvas: Canvas) -> None:
        px, rect, node = canvas.theme.px, self.rect, self.node
        ground = "closed" if node.mark else "card"
        canvas.box(rect, ground, "ink" if node.is_now else "edge", radius=4, line=2 if node.is_now else 1)
        if node.is_now:
            inner = rect.inflate(-2 * px(4), -2 * px(4))
            canvas.box(inner, None, "ink", radius=3, host=False)
        elif node.mark:
            bar = pygame.Rect(rect.x + px(4), rect.y + px(5), px(5), rect.h - 2 * px(5))
            canvas.box(bar, "green", None, radius=1, host=False)
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        node = self.node
        label = f"{node.kind}: {node.ask.label}" + (f", {node.mark}" if node.mark else "")
        # Its ways stand below: each is a thing of its own, and none lies in another.
        px = self.theme.px
        about = self.words.rect.inflate(2 * px(4), 2 * px(2)) if self.ways else self.rect
        yield Item(node.ask.id, about, label, "card")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)


def lanes(targets: Sequence[Sequence[int | None]]) -> dict[int, int]:
    """Return in which lane the arrows to each box run, 0 the nearest; no two runs of a lane lie side by side.

    Args:
        targets: per box, where its ways lead; None for what is not drawn here.

    >>> lanes([[1], [2, 3], [3], []])
    {1: 0, 2: 0, 3: 1}
    """
    runs: dict[int, tuple[int, int]] = {}
    for box, each in enumerate(targets):
        for target in each:
            if target is not None:
                low, high = runs.get(target, (target, target))
                runs[target] = (min(low, box), max(high, box))

    def is_above(one: int, other: int) -> bool:
        """Say whether a run is over where another begins; it enters a box above what leaves it."""
        return runs[one][1] < runs[other][0] or runs[one][1] == runs[other][0] == one

    found: dict[int, int] = {}
    for target in sorted(runs, key=lambda each: (runs[each][1] - runs[each][0], each)):
        beside = {found[each] for each in found if not is_above(each, target) and not is_above(target, each)}
        found[target] = next(lane for lane in range(len(runs)) if lane not in beside)
    return found


class RoundsChart(Widget):
    """Rounds one under the other, each way leading through a lane at the right to the box that it enters."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.boxes = tuple(NodeBox(node) for node in nodes)
        self.places = {node.id: n for n, node in enumerate(nodes)}
        self.lanes = lanes([[self.places.get(way.target) for way in node.ways] for node in nodes])

    def children(self) -> Sequence[Widget]:
        return self.boxes

    def _beside(self, theme: Theme) -> int:
        return theme.px(LANE) * (1 + max(self.lanes.values(), default=-1)) + theme.px(12)

    def _gap(self, theme: Theme) -> int:
        return theme.px(14)

    def minimum(self, theme: Theme) -> int:
        return max(box.least(theme) for box in self.boxes) + self._beside(theme)

    def size(self, theme: Theme, width: int) -> Size:
        wide = max(1, width - self._beside(theme))
        high = sum(box.measure(theme, wide)[1] for box in self.boxes)
        return width, high + self._gap(theme) * (len(self.boxes) - 1)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        wide, y = max(1, rect.w - self._beside(theme)), rect.y
        for box in self.boxes:
            high = box.measure(theme, wide)[1]
            box.place(pygame.Rect(rect.x, y, wide, high))
            y += high + self._gap(theme)

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        for gone in (False, True):  # what was gone lies over what was not
            for box in self.boxes:
                for line in box.ways:
                    target = self.places.get(line.way.target)
                    if target is not None and line.way.is_gone is gone:
                        self._arrow(canvas, box, line, target)

    def _arrow(self, canvas: Canvas, box: NodeBox, line: WayLine, target: int) -> None:
        px, to = canvas.theme.px, self.boxes[target].rect
        colour, width = ("green", 3) if line.way.is_gone else ("faded", 1)
        lane = box.rect.right + px(12) + self.lanes[target] * px(LANE)
        start, end = (box.rect.right, line.rect.centery), (to.right + 1, to.y + px(18))
        corner, turn = (lane, start[1]), (lane, end[1])
        for one, other in ((start, corner), (corner, turn), (turn, end)):
            canvas.line(colour, one, other, width)
        dot = pygame.Rect(0, 0, px(6), px(6))
        dot.center = corner
        canvas.box(dot, colour, None, radius=3, host=False)
        arrowhead(canvas, end, "left", colour)


class Tree(Widget):
    """A box with what belongs to it hanging below, each by an arrow."""

    def __init__(self, node: Node) -> None:
        self.top = NodeBox(node)
        self.below = tuple(NodeBox(each) for each in node.below)

    def children(self) -> Sequence[Widget]:
        return (self.top, *self.below)

    def minimum(self, theme: Theme) -> int:
        return max(self.top.least(theme), *(box.least(theme) + theme.px(TRUNK) for box in self.below), 1)

    def _gap(self, theme: Theme) -> int:
        return theme.px(7)

    def size(self, theme: Theme, width: int) -> Size:
        inner = max(1, width - theme.px(TRUNK))
        high = self.top.measure(theme, width)[1]
        high += sum(box.measure(theme, inner)[1] + self._gap(theme) for box in self.below)
        return width, high

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        trunk, y = theme.px(TRUNK), rect.y + self.top.measure(theme, rect.w)[1]
        self.top.place(pygame.Rect(rect.x, rect.y, rect.w, y - rect.y))
        for box in self.below:
            y += self._gap(theme)
            high = box.measure(theme, max(1, rect.w - trunk))[1]
            box.place(pygame.Rect(rect.x + trunk, y, max(1, rect.w - trunk), high))
            y += high

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        x = self.rect.x + canvas.theme.px(TRUNK) // 2
        for gone in (False, True):
            for box in self.below:
                if bool(box.node.mark) is gone:
                    colour, width = ("green", 3) if gone else ("faded", 1)
                    y = box.rect.y + canvas.theme.px(18)
                    canvas.line(colour, (x, self.top.rect.bottom), (x, y), width)
                    canvas.line(colour, (x, y), (box.rect.x, y), width)
                    arrowhead(canvas, (box.rect.x, y), "right", colour)
