"""The coasts and names of the map as data, and the projection that lays them on a plane. No pygame here."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from game import places

Point = tuple[float, float]


class Names(Enum):
    """Whose names stand on the map."""

    NEUTRAL = "neutral"
    JAPANESE = "japanese"
    RUSSIAN = "russian"


@dataclass(frozen=True, slots=True)
class Shape:
    """A piece of land; `ring` is longitude and latitude in degrees, and closes on its first point."""

    id: str
    ring: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a name may stand: the point, and the side of the text that touches it: l, r, or c."""

    lon: float
    lat: float
    side: str


@dataclass(frozen=True, slots=True)
class Place:
    """Something with a name. `names` holds the name and what may stand below it, '' for nothing."""

    id: str
    kind: str  # island, islet, far_island, land, sea, town
    required: bool  # must be named on every picture
    shapes: frozenset[str]
    names: Mapping[Names, tuple[str, str]]
    anchors: tuple[Anchor, ...]
    inset: tuple[Anchor, ...]
    dot: Point | None  # of a town


@dataclass(frozen=True, slots=True)
class Atlas:
    """All that is drawn."""

    shapes: tuple[Shape, ...]
    places: tuple[Place, ...]

    def place_of(self, shape: str) -> str:
        """Return the id of the place that shape `shape` belongs to, or ''."""
        return next((place.id for place in reversed(self.places) if shape in place.shapes), "")

    def holders(self, shape: str) -> tuple[str, ...]:
        """Return every place that the shape belongs to: an islet is itself and part of its group."""
        return tuple(place.id for place in self.places if shape in place.shapes)


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """Return the atlas that comes with the game."""
    folder = places.assets_folder() / "map"
    coast = json.loads((folder / "coast.json").read_text("utf-8"))
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    return Atlas(
        tuple(
            Shape(each["id"], tuple(zip(each["ring"][::2], each["ring"][1::2], strict=True)))
            for each in coast["shapes"]
        ),
        tuple(
            Place(
                each["id"],
                each["kind"],
                each["required"],
                frozenset(each["shapes"]),
                {names: tuple(each["names"][names.value]) for names in Names},
                tuple(Anchor(*anchor) for anchor in each["anchors"]),
                tuple(Anchor(*anchor) for anchor in each.get("inset", ())),
                tuple(labels["towns"][each["id"]]) if each["id"] in labels["towns"] else None,
            )
            for each in labels["places"]
        ),
    )


# Lambert's conformal conic on a sphere, true at 43.5 and 49 degrees north, upright at 148.5 east: the shapes
# of the islands are kept, and the meridians lean together as on a sheet map of these seas.
_LOW, _HIGH, _MIDDLE = math.radians(43.5), math.radians(49.0), math.radians(148.5)
_CONE = math.log(math.cos(_LOW) / math.cos(_HIGH)) / math.log(
    math.tan(math.pi / 4 + _HIGH / 2) / math.tan(math.pi / 4 + _LOW / 2)
)
_REACH = math.cos(_LOW) * math.tan(math.pi / 4 + _LOW / 2) ** _CONE / _CONE
EARTH = 6371.0
"""Kilometres to the unit of the plane."""


def project(lon: float, lat: float) -> Point:
    """Return where a place lies on the plane: to the right and down, in radii of the Earth."""
    radius = _REACH / math.tan(math.pi / 4 + math.radians(lat) / 2) ** _CONE
    angle = _CONE * (math.radians(lon) - _MIDDLE)
    return radius * math.sin(angle), radius * math.cos(angle)


@dataclass(frozen=True, slots=True)
class View:
    """A window on the plane: `scale` pixels to the unit, `left`, `top` its corner on the plane."""

    left: float
    top: float
    scale: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        """Return where a place lies in the window, in pixels from its upper left corner."""
        x, y = project(lon, lat)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def times(self, factor: float) -> "View":
        """Return the same window with `factor` times as many pixels each way."""
        return View(self.left, self.top, self.scale * factor, self.width * factor, self.height * factor)

    def kilometres(self, length: float) -> float:
        """Return how many pixels a length in kilometres takes."""
        return length / EARTH * self.scale


def fitted(bounds: tuple[float, float, float, float], width: float, height: float, lean: Point) -> View:
    """Return the window of the given size that holds `bounds` (west, south, east, north).

    Args:
        lean: where the bounds lie when there is room to spare, from (0, 0) upper left to (1, 1) lower right.
    """
    west, south, east, north = bounds
    edge = [project(west + (east - west) * i / 8, lat) for i in range(9) for lat in (south, north)]
    xs, ys = [x for x, _ in edge], [y for _, y in edge]
    scale = min(width / (max(xs) - min(xs)), height / (max(ys) - min(ys)))
    spare_x, spare_y = width / scale - (max(xs) - min(xs)), height / scale - (max(ys) - min(ys))
    return View(min(xs) - spare_x * lean[0], min(ys) - spare_y * lean[1], scale, width, height)


def rings(view: View, margin: float = 40.0) -> Iterator[tuple[str, list[Point]]]:
    """Yield the id and the outline in pixels of every shape that comes near the window."""
    for shape in atlas().shapes:
        points = [view.at(lon, lat) for lon, lat in shape.ring]
        if (
            max(x for x, _ in points) > -margin
            and min(x for x, _ in points) < view.width + margin
            and max(y for _, y in points) > -margin
            and min(y for _, y in points) < view.height + margin
        ):
            yield shape.id, points
