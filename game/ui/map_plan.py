"""The layout of the map at one size: windows, inset, and where every name stands. Draws nothing.

It asks fonts for sizes only, so that a picture and a test of its layout share one computation.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pygame

from game.ui.map_data import Names, Point, View, atlas, fitted, rings
from game.ui.map_names import GROUP, LEAST_TEXT, Faces, Label, Sheet, coasts_of
from game.ui.map_placing import Box, Ground

BOUNDS = (139.7, 40.1, 150.6, 47.7)  # what every picture holds: Hokkaido, the end of Sakhalin, Urup
INSET = (145.5, 43.14, 147.0, 43.93)  # Nemuro to Shikotan
BORDER = 8
MARGIN = BORDER + 6  # around the inset
COMPASS_SPOTS = ((149.6, 44.2), (148.9, 43.8), (149.8, 46.9), (143.9, 45.3), (140.4, 41.9), (144.8, 47.0))
SOUTH_END = (139.7, 38.8)  # south of it there are no coasts in the data


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is needed to draw the map at one size."""

    size: tuple[int, int]
    text: int
    view: View
    inset_box: pygame.Rect
    inset_view: View
    inset_bar: Box | None  # the inset's scale bar
    source_box: pygame.Rect  # where the inset lies on the main map
    leaders: tuple[tuple[Point, Point], ...]
    labels: tuple[Label, ...]
    compass: Box | None
    dropped: tuple[str, ...]  # places there was no room to name

    @property
    def dots(self) -> Iterator[Point]:
        """Yield the dot of every town that is named on the main map."""
        named = {label.place for label in self.labels if not label.in_inset}
        yield from _dots(self.view, named)


def planned(size: tuple[int, int], names: Names, faces: Faces, text: int | None = None) -> Plan:
    """Return the layout for a picture of `size`.

    Args:
        text: size of the names in pixels; from the picture's own size if left out, never under 13. It is made
            smaller where a name that must be there would find no room.
    """
    width, height = size
    text = _within(text or min(20, round(min(size) / 32)), size)
    view = _view(width, height)
    inset_box = _inset_box(view, width, height)
    inset_view = fitted(INSET, inset_box.width, inset_box.height, (0.5, 0.5))
    source = _source_box(view, inset_view)
    leaders = (
        (_point(source.bottomleft), _point(inset_box.topleft)),
        (_point(source.bottomright), _point(inset_box.topright)),
    )
    taken = [_box(inset_box.inflate(6, 6))]
    lines = [
        *leaders,
        [*map(_point, (source.topleft, source.topright, source.bottomright, source.bottomleft))],
    ]
    frame = (BORDER, BORDER, width - 2 * BORDER, height - 2 * BORDER)
    coasts = coasts_of(view, (0, 0), False)

    def main_sheet(letters: int) -> Sheet:
        ground = Ground(frame, list(taken))
        for _, ring in rings(view):
            ground.add_line(ring, closed=True)
        for line in lines:
            ground.add_line(line, closed=True)
        ground.taken += [(x - 3, y - 3, 6, 6) for x, y in _dots(view)]
        return Sheet(view, (0, 0), ground, False, names, letters, faces, coasts)

    sheet, labels, missing = _largest(main_sheet, text)
    compass = _compass(sheet.ground, view, sheet.text)
    for place in atlas().places:
        if not place.required and sheet.shows(place):
            label = sheet.name(place)
            if label is None:
                missing.append(place.id)
            else:
                labels.append(label)
    inside, bar, lost = _inset_names(inset_box, inset_view, names, text, faces)
    return Plan(
        size,
        text,
        view,
        inset_box,
        inset_view,
        bar,
        source,
        leaders,
        (*labels, *inside),
        compass,
        (*missing, *lost),
    )


def _dots(view: View, named: set[str] | None = None) -> Iterator[Point]:
    """Yield the dots of all towns, or of those `named`."""
    for place in atlas().places:
        if place.dot is not None and (named is None or place.id in named):
            yield view.at(*place.dot)


def _within(text: int, size: tuple[int, int]) -> int:
    """Return a size of letters that leaves room for the map itself."""
    return max(LEAST_TEXT, min(text, round(min(size) / 22)))


def _largest(sheet_for: Callable[[int], Sheet], text: int) -> tuple[Sheet, list[Label], list[str]]:
    """Name all that must be named in the largest letters, `text` or less, that leave none of it out."""
    best: tuple[Sheet, list[Label], list[str]] | None = None
    for letters in range(text, LEAST_TEXT - 1, -1):
        sheet = sheet_for(letters)
        labels: list[Label] = []
        missing: list[str] = []
        for place in atlas().places:
            if place.required and place.kind != "islet" and sheet.shows(place):
                # Beside the frame there is room for one name of two lines, and that is the island's.
                label = sheet.name(place, below=place.id != GROUP or letters >= 17)
                if label is None:
                    missing.append(place.id)
                else:
                    labels.append(label)
        if best is None or len(missing) < len(best[2]):
            best = sheet, labels, missing
        if not missing:
            break
    assert best is not None
    return best


def _inset_names(
    box: pygame.Rect, view: View, names: Names, text: int, faces: Faces
) -> tuple[list[Label], Box | None, list[str]]:
    """Return the names in the inset, its scale bar, and what there was no room for.

    All islets are written in the same way, in two lines or in one: a second line alone could be read as
    belonging to the islet beside it. The letters are the largest, `text` or less, that leave no islet out.
    """
    corner = _point(box.topleft)
    coasts = coasts_of(view, corner, True)
    wanted = [place for place in atlas().places if place.inset]
    double = {place.id for place in wanted if place.names[names][1] and place.kind != "town"}
    best: tuple[list[Label], Ground, list[str]] | None = None
    for letters in range(text, LEAST_TEXT - 1, -1):
        for below in (True, False):
            ground = Ground((box.left + 4.0, box.top + 4.0, box.width - 8.0, box.height - 8.0))
            for _, ring in rings(view):
                ground.add_line([(x + box.left, y + box.top) for x, y in ring], closed=True)
            sheet = Sheet(view, corner, ground, True, names, letters, faces, coasts)
            found = [(place, sheet.name(place, below)) for place in wanted if sheet.shows(place)]
            shown = [label for _, label in found if label is not None]
            if below and any(len(label.lines) == 1 for label in shown if label.place in double):
                continue
            missing = [place.id for place, label in found if label is None]
            if best is None or len(missing) < len(best[2]):
                best = shown, ground, missing
            if not any(place.required for place, label in found if label is None):
                return shown, _inset_bar(box, view, ground, text), missing
    assert best is not None
    return best[0], _inset_bar(box, view, best[1], text), best[2]


def _inset_bar(box: pygame.Rect, view: View, ground: Ground, text: int) -> Box | None:
    size = (view.kilometres(20) + 4, text * 1.5 + 4)
    where = (box.right - 8.0 - size[0] / 2, box.bottom - 6.0 - size[1] / 2)
    found = ground.place([size], [(where, "c")], 24)
    return found[1] if found else None


def _inset_box(view: View, width: int, height: int) -> pygame.Rect:
    """Return the largest box of the inset's shape in the open ocean south-east of the islands."""
    shape = 1.5
    left = view.at(143.6, 41.6)[0]
    top = view.at(146.6, 42.9)[1]
    room_x, room_y = width - MARGIN - left, height - MARGIN - top
    wide = min(room_x, room_y * shape, width * 0.62)
    box = pygame.Rect(0, 0, round(wide), round(wide / shape))
    box.bottomright = (width - MARGIN, height - MARGIN)
    return box


def _source_box(view: View, inset: View) -> pygame.Rect:
    """Return where the window of the inset lies on the main map."""
    ratio = view.scale / inset.scale
    return pygame.Rect(
        round((inset.left - view.left) * view.scale),
        round((inset.top - view.top) * view.scale),
        round(inset.width * ratio),
        round(inset.height * ratio),
    )


def _view(width: int, height: int) -> View:
    """Return the window of the map: what height is to spare where the inset needs it, else in the north."""
    view = fitted(BOUNDS, width, height, (0.0, 1.0))
    found = [fitted(BOUNDS, width, height, (0.0, tenth / 10)) for tenth in range(10, -1, -1)]
    clear = [each for each in found if each.at(*SOUTH_END)[1] >= height]
    return max(clear, key=lambda each: _inset_box(each, width, height).width, default=view)


def _compass(ground: Ground, view: View, text: int) -> Box | None:
    """Return where the compass and the scale bar stand: in open water, the east first."""
    size = (max(text * 3.6, view.kilometres(100) + 12), text * 5.2)
    found = ground.place([size], [(view.at(*spot), "c") for spot in COMPASS_SPOTS], view.width * 0.1)
    return found[1] if found else None


def _point(corner: tuple[int, int]) -> Point:
    return float(corner[0]), float(corner[1])


def _box(rect: pygame.Rect) -> Box:
    return float(rect.left), float(rect.top), float(rect.width), float(rect.height)
