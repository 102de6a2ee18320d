"""Which item has the focus, and where keys take it: Tab in reading order, arrows to the nearest."""

from collections.abc import Hashable, Sequence

import pygame

from game.ui.kit.widget import Item

SIDEWAYS = 2.5  # how much more a pixel aside costs than a pixel ahead


def nearest(rects: Sequence[pygame.Rect], here: pygame.Rect, dx: int, dy: int) -> int | None:
    """Return the index of the nearest rect in a direction, or None if nothing lies there.

    What lies ahead edge to edge comes before what only has its middle there; distance aside counts from edge
    to edge, so that a wide row below a narrow button is straight ahead. Left and right lead into a card
    before they lead past it.
    """
    found: list[tuple[bool, float, int]] = []
    for n, rect in enumerate(rects):
        if rect == here:
            continue
        across = (rect.centerx - here.centerx) * dx + (rect.centery - here.centery) * dy
        if across <= 0:
            continue
        if dx:
            gap = rect.left - here.right if dx > 0 else here.left - rect.right
            aside = max(0, rect.top - here.bottom, here.top - rect.bottom)
            off = abs(rect.centery - here.centery)
        else:
            gap = rect.top - here.bottom if dy > 0 else here.top - rect.bottom
            aside = max(0, rect.left - here.right, here.left - rect.right)
            off = abs(rect.centerx - here.centerx)
        # Moving left or right must first of all stay in the row.
        ahead = (gap >= -2 and (aside == 0 or not dx)) or (dx != 0 and here.contains(rect))
        found.append((not ahead, max(0, gap) + SIDEWAYS * aside + off / 8, n))
    return min(found)[2] if found else None


class Focus:
    """Holds the id of the focused item; as long as there is any item, one is focused."""

    def __init__(self) -> None:
        self.id: Hashable | None = None
        self.items: tuple[Item, ...] = ()
        self._index = 0

    def offer(self, items: Sequence[Item], wanted: Hashable | None = None) -> None:
        """Take the items of a new layout; keep the focus, or go where it would be missed least."""
        self.items = tuple(items)
        ids = [item.id for item in items]
        if wanted is not None and wanted in ids:
            self.id = wanted
        if self.id in ids:
            self._index = ids.index(self.id)
        elif ids:
            self._index = min(self._index, len(ids) - 1)
            self.id = ids[self._index]
        else:
            self.id, self._index = None, 0

    @property
    def item(self) -> Item | None:
        return self.items[self._index] if self.items else None

    def go(self, id: Hashable) -> bool:
        for n, item in enumerate(self.items):
            if item.id == id:
                self.id, self._index = id, n
                return True
        return False

    def step(self, by: int) -> None:
        """Go on in reading order, round the ends."""
        if self.items:
            self._index = (self._index + by) % len(self.items)
            self.id = self.items[self._index].id

    def arrow(self, dx: int, dy: int) -> bool:
        """Go to the nearest item in a direction; where there is none, to the next or the one before."""
        here = self.item
        if here is None:
            return False
        # What is scrolled away lies under other parts: it is ahead only within the same scrolling part, where
        # an arrow up or down goes through to the end before it leaves. A part of which nothing is in sight
        # is entered at its first item.
        same = [n for n, item in enumerate(self.items) if here.clip is not None and item.clip == here.clip]
        rects = {n: item.rect for n, item in enumerate(self.items) if n in same or item.seen().h > 0}
        sighted = [self.items[n].clip for n in rects]
        for n, item in enumerate(self.items):
            if item.clip is not None and item.clip not in sighted:
                rects[n] = item.clip
                sighted.append(item.clip)
        found = None
        for among in (same, list(rects)) if dy else (list(rects),):
            place = nearest([rects[n] for n in among], here.rect, dx, dy) if found is None else None
            found = among[place] if place is not None else found
        if found is None:
            self.step(dx + dy)
            return False
        self._index, self.id = found, self.items[found].id
        return True
