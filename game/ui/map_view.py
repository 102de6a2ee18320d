"""The map of the islands, coloured by what is on the table now, drawn to any surface at any size."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

import pygame

from game.ui import map_ink as ink
from game.ui.map_data import Names, Point, View, atlas, rings
from game.ui.map_names import LEAST_TEXT, Faces, Label, Line, line_size
from game.ui.map_placing import Box, crosses
from game.ui.map_plan import BORDER, Plan, planned
from game.ui.map_status import UNTOUCHED, Stage, Status


@dataclass(frozen=True, slots=True)
class MapModel:
    """What the map shows: a status by place id, and whose names it bears."""

    statuses: tuple[tuple[str, Status], ...]
    names: Names = Names.NEUTRAL


def model(statuses: Mapping[str, Status], names: Names = Names.NEUTRAL) -> MapModel:
    """Return the model of a map; places without a status are land like any other."""
    return MapModel(tuple(sorted(statuses.items(), key=lambda item: item[0])), names)


def plan_of(size: tuple[int, int], shown: MapModel, faces: Faces, text: int | None = None) -> Plan:
    """Return where everything stands on a map of `size`: its names are for tooltips, speech and tests."""
    return _plan(size, shown.names, faces, text)


def draw(
    surface: pygame.Surface, rect: pygame.Rect, shown: MapModel, faces: Faces, text: int | None = None
) -> Plan:
    """Draw the map into `rect` of `surface` and return its layout, whose boxes count from the rect's corner.

    Pictures are kept by size, statuses, names and text size; drawing one again is a copy.

    Args:
        faces: a font by face and size. It must be the same callable each time for the picture to be kept.
        text: size of the names in pixels, never under 13; from the size of the map if left out.
    """
    surface.blit(_picture(rect.size, shown, faces, text), rect.topleft)
    return _plan(rect.size, shown.names, faces, text)


def swatch(size: tuple[int, int], status: Status) -> pygame.Surface:
    """Return the box that stands for `status` in a legend."""
    unit = 3
    big = pygame.Surface((size[0] * unit, size[1] * unit))
    big.blit(ink.fill(big.get_size(), status, unit), (0, 0))
    agreed = status.stage is Stage.AGREED
    edge = ink.AGREED_EDGE if agreed else ink.LAND_EDGE
    pygame.draw.rect(big, edge, big.get_rect(), 2 * unit if agreed else unit)
    return pygame.transform.smoothscale(big, size)


def clear() -> None:
    """Forget all kept pictures, as when the fonts change."""
    _picture.cache_clear()
    _plan.cache_clear()
    _ground.cache_clear()


@lru_cache(maxsize=8)
def _plan(size: tuple[int, int], names: Names, faces: Faces, text: int | None) -> Plan:
    return planned(size, names, faces, text)


@lru_cache(maxsize=6)
def _picture(size: tuple[int, int], shown: MapModel, faces: Faces, text: int | None) -> pygame.Surface:
    plan = _plan(size, shown.names, faces, text)
    statuses = dict(shown.statuses)
    picture = pygame.Surface(size)
    gaps = [label.box for label in plan.labels if not label.in_inset]
    if plan.compass is not None:
        gaps.append(plan.compass)
    picture.blit(_panel(plan.view, statuses, gaps, 2.0), (0, 0))
    _lead(picture, plan)
    for x, y in plan.dots:
        pygame.draw.circle(picture, ink.PAPER, (round(x), round(y)), 3)
        pygame.draw.circle(picture, ink.INK, (round(x), round(y)), 3, 1)
    _inset(picture, plan, statuses)
    for label in plan.labels:
        _name(picture, label, faces)
    if plan.compass is not None:
        _compass(picture, plan, plan.compass, faces)
    if plan.inset_bar is not None:
        left, top, width, _ = plan.inset_bar
        _bar(picture, plan.inset_view, 20, left + width / 2, round(top) + 2, faces)
    picture.blit(ink.paper(size), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    _border(picture)
    return picture


def _panel(view: View, statuses: Mapping[str, Status], gaps: list[Box], degrees: float) -> pygame.Surface:
    """Draw sea, graticule and land of a window, two or three times as large, and bring it down to size."""
    unit = 3 if view.width * view.height < 450_000 else 2
    big = _ground(view, unit, tuple(gaps), degrees).copy()
    known = atlas()
    for id, outline in rings(view.times(unit), 40.0 * unit):
        held = (statuses[place] for place in known.holders(id) if place in statuses)
        ink.land(big, outline, next(held, UNTOUCHED), unit)
    return pygame.transform.smoothscale(big, (round(view.width), round(view.height)))


@lru_cache(maxsize=4)
def _ground(view: View, unit: int, gaps: tuple[Box, ...], degrees: float) -> pygame.Surface:
    """Return the water of a window, which stays the same when a status changes."""
    large = view.times(unit)
    surface = pygame.Surface((round(large.width), round(large.height)))
    surface.fill(ink.SEA)
    coasts = [ring for _, ring in rings(large, 40.0 * unit)]
    ink.water_lines(surface, coasts, unit)
    for start, end in graticule(view, degrees, gaps):
        ends = ((start[0] * unit, start[1] * unit), (end[0] * unit, end[1] * unit))
        pygame.draw.line(surface, ink.GRATICULE, *ends, unit)
    ink.shadow(surface, coasts, unit)
    return surface


def graticule(view: View, degrees: float, gaps: tuple[Box, ...]) -> list[tuple[Point, Point]]:
    """Return meridians and parallels, `degrees` apart, in short pieces; none where it would cross a gap."""
    holes = [(x - 3, y - 2, w + 6, h + 4) for x, y, w, h in gaps]
    pieces: list[tuple[Point, Point]] = []
    for step in range(round(20 / degrees) + 1):
        pieces += _seen(view, degrees, partial(view.at, 138.0 + step * degrees), 38.0)
        pieces += _seen(view, degrees, partial(_along, view, 38.0 + step * degrees), 136.0)
    return [piece for piece in pieces if not any(_meets(piece, hole) for hole in holes)]


def _along(view: View, lat: float, lon: float) -> Point:
    return view.at(lon, lat)


def _seen(
    view: View, degrees: float, at: Callable[[float], Point], first: float
) -> Iterator[tuple[Point, Point]]:
    """Yield the short pieces near the window of a line of 24 degrees; only there is it followed closely."""
    fine = degrees / 20
    for part in range(round(24 / degrees)):
        start, end = at(first + part * degrees), at(first + (part + 1) * degrees)
        # An arc leaves the box of its ends by far less than the margin.
        if not (_within(start[0], end[0], view.width, 60) and _within(start[1], end[1], view.height, 60)):
            continue
        points = [at(first + (part * 20 + n) * fine) for n in range(21)]
        for one, other in pairwise(points):
            if -20 < one[0] < view.width + 20 and -20 < one[1] < view.height + 20:
                yield one, other


def _within(one: float, other: float, most: float, margin: float) -> bool:
    return max(one, other) > -margin and min(one, other) < most + margin


def _meets(piece: tuple[Point, Point], hole: Box) -> bool:
    """Say whether a piece crosses a hole; most lie far from it, which is told first."""
    (x1, y1), (x2, y2) = piece
    left, top, width, height = hole
    if max(x1, x2) < left or min(x1, x2) > left + width or max(y1, y2) < top or min(y1, y2) > top + height:
        return False
    return crosses(piece, hole)


def _lead(picture: pygame.Surface, plan: Plan) -> None:
    """Draw the box of the inset's window and the two lines to the inset."""
    for start, end in plan.leaders:
        pygame.draw.aaline(picture, ink.INK, start, end)
    pygame.draw.rect(picture, ink.INK, plan.source_box, 1)


def _inset(picture: pygame.Surface, plan: Plan, statuses: Mapping[str, Status]) -> None:
    box = plan.inset_box
    shade = pygame.Surface((box.width + 10, box.height + 10), pygame.SRCALPHA)
    for depth in range(5):
        pygame.draw.rect(
            shade, (20, 34, 42, 16 + 14 * depth), shade.get_rect().inflate(-2 * depth, -2 * depth)
        )
    picture.blit(shade, (box.left - 3, box.top - 2))
    gaps = [
        (label.box[0] - box.left, label.box[1] - box.top, label.box[2], label.box[3])
        for label in plan.labels
        if label.in_inset
    ]
    if plan.inset_bar is not None:
        left, top, *size = plan.inset_bar
        gaps.append((left - box.left, top - box.top, size[0], size[1]))
    picture.blit(_panel(plan.inset_view, statuses, gaps, 0.5), box.topleft)
    pygame.draw.rect(picture, ink.INK, box.inflate(2, 2), 2)
    pygame.draw.rect(picture, ink.PAPER, box.inflate(-2, -2), 1)


def _name(picture: pygame.Surface, label: Label, faces: Faces) -> None:
    left, top, width, _ = label.box
    halo = ink.LAND if _is_land(picture, label.box) else ink.mixed(ink.SEA, ink.PAPER, 0.45)
    colour = ink.SEA_INK if label.kind == "sea" else ink.INK
    for line in label.lines:
        wide, high = line_size(line, faces)
        x = {"l": left + 1, "r": left + width - wide - 1, "c": left + (width - wide) / 2}[label.side]
        _line(picture, line, (round(x), round(top)), colour, halo, faces)
        top += high


def _is_land(picture: pygame.Surface, box: Box) -> bool:
    """Say whether a name stands on land; no coast crosses it, so that its corner tells."""
    red, _, blue, _ = picture.get_at((int(box[0]), int(box[1])))
    return red > blue


def _line(
    picture: pygame.Surface,
    line: Line,
    at: tuple[int, int],
    colour: ink.Colour,
    halo: ink.Colour,
    faces: Faces,
) -> None:
    font = faces(line.face, line.size)
    reach = 2
    if line.spread == 0:
        picture.blit(ink.haloed(font, line.text, colour, halo, reach), (at[0] - reach, at[1] - reach))
        return
    x = at[0]
    for letter in line.text:
        picture.blit(ink.haloed(font, letter, colour, halo, reach), (x - reach, at[1] - reach))
        x += font.size(letter)[0] + line.spread


def _compass(picture: pygame.Surface, plan: Plan, box: Box, faces: Faces) -> None:
    """Draw a star of eight points under an N, and a bar of a hundred kilometres."""
    unit, text = 4, plan.text
    font = faces("map", LEAST_TEXT)
    radius = text * 1.35
    middle = (box[0] + box[2] / 2, box[1] + font.get_linesize() + radius)
    side = round(radius * 2) + 2
    big = pygame.Surface((side * unit, side * unit), pygame.SRCALPHA)
    big.fill((*ink.INK, 0))
    centre = side * unit / 2
    for points, long, short in ((4, radius, radius * 0.2), (4, radius * 0.55, radius * 0.16)):
        for index in range(points):
            angle = index * math.tau / points + (0 if long == radius else math.pi / 4)
            tip = _polar(centre, long * unit, angle)
            for turn, colour in ((math.pi / 4, ink.PAPER), (-math.pi / 4, ink.INK)):
                wing = _polar(centre, short * unit * 1.4, angle + turn)
                triangle = [(centre, centre), tip, wing]
                pygame.draw.polygon(big, colour, triangle)
                pygame.draw.polygon(big, ink.INK, triangle, max(1, unit // 2))
    picture.blit(
        pygame.transform.smoothscale(big, (side, side)),
        (round(middle[0] - side / 2), round(middle[1] - side / 2)),
    )
    halo = ink.mixed(ink.SEA, ink.PAPER, 0.45)
    north = ink.haloed(font, "N", ink.INK, halo, 1)
    picture.blit(north, (round(middle[0] - north.get_width() / 2), round(box[1])))
    _bar(picture, plan.view, 100, middle[0], round(middle[1] + radius + 5), faces)


def _bar(picture: pygame.Surface, view: View, kilometres: int, middle: float, top: int, faces: Faces) -> None:
    """Draw a scale bar in four parts with its length below."""
    length = view.kilometres(kilometres)
    left = middle - length / 2
    for index in range(4):
        start, end = round(left + index * length / 4), round(left + (index + 1) * length / 4)
        pygame.draw.rect(picture, ink.PAPER if index % 2 else ink.INK, (start, top, end - start, 5))
    pygame.draw.rect(picture, ink.INK, (round(left), top, round(length), 5), 1)
    halo = ink.mixed(ink.SEA, ink.PAPER, 0.45)
    words = ink.haloed(faces("map", LEAST_TEXT), f"{kilometres} km", ink.INK, halo, 1)
    picture.blit(words, (round(middle - words.get_width() / 2), top + 4))


def _polar(centre: float, length: float, angle: float) -> Point:
    return centre + length * math.sin(angle), centre - length * math.cos(angle)


def _border(picture: pygame.Surface) -> None:
    """Draw the edge of the sheet: a paper margin between two lines."""
    whole = picture.get_rect()
    pygame.draw.rect(picture, ink.PAPER, whole, BORDER - 2)
    pygame.draw.rect(picture, ink.INK, whole, 1)
    pygame.draw.rect(picture, ink.INK, whole.inflate(-2 * (BORDER - 3), -2 * (BORDER - 3)), 1)
