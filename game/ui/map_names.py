"""The names on the map: how each may be written, and its place on a sheet. Asks fonts for sizes only."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui.map_data import Anchor, Names, Place, Point, View, atlas, rings
from game.ui.map_placing import Box, Ground, distance

Faces = Callable[[str, int], pygame.font.Font]
"""A font by face and size in pixels. Faces: `map` and `map-italic` (Latin and Cyrillic), `japanese`,
`control`."""

LEAST_TEXT = 13
GROUP = "habomai"
"""The group whose islets are named in the inset; on the main map its name stands beside the inset's frame."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a name: its words, face, size in pixels, and pixels more between letters."""

    text: str
    face: str
    size: int
    spread: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A name where it stands. `box` is on the whole picture; `side` says to which side its lines are set."""

    place: str
    kind: str
    lines: tuple[Line, ...]
    box: Box
    side: str
    in_inset: bool


def face_of(text: str, kind: str) -> str:
    """Return the face that has the letters of `text`."""
    if any("\u2e80" <= letter <= "\uffef" for letter in text):
        return "japanese"
    return "map-italic" if kind == "sea" else "map"


def line_size(line: Line, faces: Faces) -> tuple[int, int]:
    """Return the width and height of one line of a name."""
    font = faces(line.face, line.size)
    if line.spread == 0:
        return font.size(line.text)
    wide = sum(font.size(letter)[0] for letter in line.text) + line.spread * (len(line.text) - 1)
    return wide, font.size(line.text)[1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the two windows while names are put upon it; everything in pixels of the whole picture."""

    view: View
    corner: Point
    ground: Ground
    in_inset: bool
    names: Names
    text: int
    faces: Faces
    coasts: dict[str, list[Point]]

    def name(self, place: Place, below: bool = True) -> Label | None:
        """Put a place's name where it fits, or return None.

        Args:
            below: whether the second line may be written.
        """
        anchors = place.inset if self.in_inset else place.anchors
        spots = [(self._at(anchor), anchor.side) for anchor in anchors]
        choices = _ways(place, self.names, self.text, below)
        sizes = [_size(lines, self.faces) for lines in choices]
        frame = self.ground.frame
        # A town's name must stay by its dot; an island's may move while no other island is nearer.
        share = 0.13 if place.required else 0.05
        reach = 16.0 if place.kind == "town" else max(frame[2], frame[3]) * share
        found = self.ground.place(sizes, spots, reach, self._understood(place))
        if found is None and place.required:
            found = self.ground.place(sizes, spots, 1.6 * reach, self._understood(place), gap=1.0)
        if found is None:
            return None
        index, box = found
        side = min(spots, key=lambda spot: _off(spot, box))[1]
        return Label(place.id, place.kind, choices[index], box, side, self.in_inset)

    def shows(self, place: Place) -> bool:
        """Say whether the place has an anchor in the window."""
        left, top, width, height = self.ground.frame
        points = [self._at(anchor) for anchor in (place.inset if self.in_inset else place.anchors)]
        return any(left <= x <= left + width and top <= y <= top + height for x, y in points)

    def _at(self, anchor: Anchor) -> Point:
        x, y = self.view.at(anchor.lon, anchor.lat)
        return x + self.corner[0], y + self.corner[1]

    def _understood(self, place: Place) -> Callable[[Box], bool]:
        """Return whether a name in a box would be read as its own island's: no other is nearer to it."""
        if place.id not in self.coasts or place.id == GROUP:
            return lambda box: True
        own = self.coasts[place.id]
        others = [coast for id, coast in self.coasts.items() if id != place.id]

        def nearest(box: Box) -> bool:
            mine = distance(box, own)
            return all(distance(box, other) > mine for other in others)

        return nearest


def coasts_of(view: View, corner: Point, in_inset: bool) -> dict[str, list[Point]]:
    """Return points of the coasts of the islands that bear names in a window, by place: in the inset each
    islet by itself, on the main map their group."""
    coasts: dict[str, list[Point]] = {}
    for shape, ring in rings(view, 0.0):
        for place in atlas().places:
            island = place.kind in {"island", "far_island"} and not (in_inset and place.id == GROUP)
            if shape in place.shapes and (island or (in_inset and place.kind == "islet")):
                # Every few points are enough to tell which of two islands is nearer.
                some = ring[:: max(1, len(ring) // 24)]
                coasts.setdefault(place.id, []).extend((x + corner[0], y + corner[1]) for x, y in some)
    return coasts


_SCALE = {"sea": 1.1, "town": 0.82, "islet": 0.92, "far_island": 0.9}


def _ways(place: Place, names: Names, text: int, below: bool) -> list[tuple[Line, ...]]:
    """Return ways to write a name, the best first."""
    main, under = place.names[names]
    size = max(LEAST_TEXT, round(text * _SCALE.get(place.kind, 1.0)))
    spread = max(1, round(text * 0.14)) if place.kind in {"sea", "land"} else 0
    face = face_of(main, place.kind)
    first = Line(main, face, size, spread)
    ways: list[tuple[Line, ...]] = []
    if under and below and place.kind != "town":
        second = Line(under, face_of(under, place.kind), max(LEAST_TEXT, round(size * 0.86)))
        ways.append((first, second))
    ways.append((first,))
    if spread:
        ways.append((Line(main, face, size),))
    if place.kind == "sea":
        words = main.rsplit(" ", 1)
        ways.append(tuple(Line(word, face, size, spread) for word in words))
        ways.append(tuple(Line(word, face, LEAST_TEXT) for word in words))
    if not place.required and (size > LEAST_TEXT or spread):
        ways.append((Line(main, face, LEAST_TEXT),))
    return ways


def _size(lines: tuple[Line, ...], faces: Faces) -> tuple[float, float]:
    sizes = [line_size(line, faces) for line in lines]
    return max(wide for wide, _ in sizes) + 2.0, float(sum(high for _, high in sizes))


def _off(spot: tuple[Point, str], box: Box) -> float:
    (x, y), side = spot
    at = {"l": box[0], "r": box[0] + box[2], "c": box[0] + box[2] / 2}[side]
    return (at - x) ** 2 + (box[1] + box[3] / 2 - y) ** 2
