"""The map: every island is named, no name is hard to read, and hatching says what colour says."""

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game import places
from game.ui import map_ink, map_view
from game.ui.map_data import Names, atlas, project, rings
from game.ui.map_names import line_size
from game.ui.map_placing import Box, Ground, apart, crosses, inside
from game.ui.map_plan import BORDER, Plan
from game.ui.map_status import Status, TableFacts, Term, rules_of, statuses
from tests.conftest import DELETION, loaded

SIZES = ((500, 560), (420, 420), (900, 900))
ISLETS = {"suisho", "akiyuri", "yuri", "shibotsu", "taraku"}
TABLE = {"etorofu", "kunashiri", "shikotan", "habomai"}
FILES = {
    "map": "oldstandard-regular.ttf",
    "map-italic": "oldstandard-regular.ttf",
    "japanese": "notoserifjp-regular.ttf",
    "control": "plexsans-regular.ttf",
}
RULES = rules_of(loaded(DELETION))
TABLES = {
    "empty": TableFacts({}, ([], []), RULES),
    "apart": TableFacts(
        {},
        ([{"islands": "two_after", "rest": "final"}], [{"islands": "two_at_once", "rest": "words"}]),
        RULES,
    ),
    "agreed": TableFacts({"islands": "two_after", "rest": "silent"}, ([], []), RULES),
}


@pytest.fixture(autouse=True)
def _fonts() -> Iterator[None]:
    pygame.font.init()
    faces.cache_clear()
    map_view.clear()
    yield
    map_view.clear()


@lru_cache(maxsize=64)
def faces(face: str, size: int) -> pygame.font.Font:
    return pygame.font.Font(places.assets_folder() / "fonts" / FILES[face], size)


def shown(table: str, names: Names = Names.NEUTRAL) -> map_view.MapModel:
    found = statuses(TABLES[table])
    return map_view.model(found, names)


def picture(size: tuple[int, int], model: map_view.MapModel) -> bytes:
    surface = pygame.Surface(size)
    map_view.draw(surface, surface.get_rect(), model, faces)
    return pygame.image.tobytes(surface, "RGB")


@pytest.fixture(params=[(s, n, t) for s in SIZES for n in Names for t in ("apart", "agreed")], ids=str)
def plan(request: pytest.FixtureRequest) -> Plan:
    size, names, table = request.param
    return map_view.plan_of(size, shown(table, names), faces)


def test_every_island_at_the_table_is_named_on_the_map_and_every_islet_in_the_inset(plan: Plan) -> None:
    assert TABLE | {"hokkaido", "sakhalin"} <= {label.place for label in plan.labels if not label.in_inset}
    assert ISLETS | {"shikotan"} <= {label.place for label in plan.labels if label.in_inset}


def test_no_name_overlaps_another_or_leaves_the_picture(plan: Plan) -> None:
    frame = (BORDER, BORDER, plan.size[0] - 2 * BORDER, plan.size[1] - 2 * BORDER)
    fixed: list[Box] = [plan.compass] if plan.compass else []
    main = [label.box for label in plan.labels if not label.in_inset]
    inset = [label.box for label in plan.labels if label.in_inset]
    inset += [plan.inset_bar] if plan.inset_bar else []
    window: Box = tuple(map(float, plan.inset_box))  # type: ignore[assignment]
    for one, other in combinations([*main, *fixed, window], 2):
        assert apart(one, other), (one, other)
    for one, other in combinations(inset, 2):
        assert apart(one, other), (one, other)
    assert all(inside(box, frame) for box in [*main, *fixed, window])
    assert all(inside(box, window) for box in inset)


def test_the_lines_of_a_name_fit_their_box_in_letters_of_13_pixels_or_more(plan: Plan) -> None:
    for label in plan.labels:
        sizes = [line_size(line, faces) for line in label.lines]
        assert max(wide for wide, _ in sizes) <= label.box[2]
        assert sum(high for _, high in sizes) <= label.box[3]
        assert all(line.size >= 13 for line in label.lines)


def test_no_line_crosses_a_name(plan: Plan) -> None:
    main = [label.box for label in plan.labels if not label.in_inset]
    inset = [label.box for label in plan.labels if label.in_inset]
    source = plan.source_box
    ends = [source.topleft, source.topright, source.bottomright, source.bottomleft, source.topleft]
    lines = [*plan.leaders, *pairwise(ends)]
    for _, ring in rings(plan.view):
        lines += pairwise([*ring, ring[0]])
    lines += map_view.graticule(plan.view, 2.0, tuple(main))
    left, top = plan.inset_box.topleft
    for _, ring in rings(plan.inset_view):
        moved = [(x + left, y + top) for x, y in ring]
        assert not [line for line in pairwise([*moved, moved[0]]) for box in inset if crosses(line, box)]
    assert not [(line, box) for line in lines for box in main if crosses(line, box)]


def test_nothing_lies_on_the_islands_of_the_table(plan: Plan) -> None:
    known = atlas()
    for id, ring in rings(plan.view, 0.0):
        if TABLE & set(known.holders(id)):
            assert not any(plan.inset_box.collidepoint(point) for point in ring), id


def test_a_smaller_or_wider_sheet_is_drawn_as_well() -> None:
    for size in ((240, 260), (900, 420), (320, 700)):
        assert len(picture(size, shown("apart"))) == size[0] * size[1] * 3


def test_drawing_twice_is_equal_and_a_change_of_status_is_seen() -> None:
    first = picture((420, 420), shown("apart"))
    again = picture((420, 420), shown("apart"))
    map_view.clear()
    afresh = picture((420, 420), shown("apart"))
    assert first == again == afresh
    assert picture((420, 420), shown("agreed")) != first
    assert picture((420, 420), shown("apart", Names.RUSSIAN)) != first


def test_a_change_of_status_moves_no_name() -> None:
    first, second = (
        map_view.plan_of(SIZES[0], shown(table, Names.NEUTRAL), faces) for table in ("apart", "agreed")
    )
    assert first is second, "names are not planned again for every offer"


def test_it_is_drawn_where_it_is_told_and_nowhere_else() -> None:
    surface = pygame.Surface((500, 480))
    surface.fill((1, 2, 3))
    map_view.draw(surface, pygame.Rect(40, 30, 420, 420), shown("empty"), faces)
    around = [(x, y) for x in range(0, 500, 7) for y in range(0, 480, 7)]
    sheet = pygame.Rect(40, 30, 420, 420)
    assert all(surface.get_at(at)[:3] == (1, 2, 3) for at in around if not sheet.collidepoint(at))


# Hatching


def grey(term: Term) -> list[list[float]]:
    """One period of a term's fill as a person without colour sees it: lightness, 0 to 255."""
    status = Status(((term,), ())) if term is not Term.UNTOUCHED else Status()
    surface = map_ink.fill((24, 24), status, 3)
    weights = (0.2126, 0.7152, 0.0722)
    return [
        [sum(w * c for w, c in zip(weights, surface.get_at((x, y))[:3], strict=True)) for x in range(24)]
        for y in range(24)
    ]


def marks(tile: list[list[float]]) -> list[list[bool]]:
    """Where a fill differs from its own ground, which is what most of it shows."""
    cells = sorted(cell for row in tile for cell in row)
    ground = max(set(cells), key=cells.count)
    return [[abs(cell - ground) > 25 for cell in row] for row in tile]


def mean(tile: list[list[float]]) -> float:
    return sum(map(sum, tile)) / 24**2


def likest(one: list[list[bool]], other: list[list[bool]]) -> float:
    """The least share of cells in which two patterns differ, however they are shifted."""
    return min(
        sum(one[y][x] != other[(y + dy) % 24][(x + dx) % 24] for y in range(24) for x in range(24)) / 24**2
        for dx in range(24)
        for dy in range(24)
    )


def test_every_term_has_a_hatching_of_its_own() -> None:
    assert len({hatch for _, _, hatch in map_ink.FILLS.values()}) == len(Term)


@pytest.mark.parametrize(("one", "other"), list(combinations(Term, 2)), ids=str)
def test_two_terms_differ_in_grey_by_their_pattern_or_are_far_apart_in_lightness(
    one: Term, other: Term
) -> None:
    first, second = grey(one), grey(other)
    flat = not any(map(any, marks(first))) and not any(map(any, marks(second)))
    if flat:
        assert abs(mean(first) - mean(second)) > 80
    else:
        assert likest(marks(first), marks(second)) > 0.08


def test_offers_that_differ_are_shown_in_bands_of_both_fills() -> None:
    both = map_ink.fill((200, 200), Status(((Term.AFTER_TREATY,), (Term.NAMED,))), 2)
    seen = {tuple(both.get_at((x, y))[:3]) for x in range(0, 200, 3) for y in range(0, 200, 3)}
    assert {map_ink.FILLS[Term.AFTER_TREATY][0], map_ink.FILLS[Term.NAMED][0]} <= seen


# The data


def test_the_coast_is_small_and_says_its_licence_and_its_recipe() -> None:
    file = places.assets_folder() / "map/coast.json"
    assert file.stat().st_size < 120_000
    data = json.loads(file.read_text("utf-8"))
    assert "LGPL" in data["licence"]
    assert data["recipe"]


def test_every_shape_of_a_place_is_on_the_map_and_every_named_shape_has_a_place_or_is_far_off() -> None:
    known = atlas()
    there = {shape.id for shape in known.shapes}
    assert all(place.shapes <= there for place in known.places)
    assert {place.id for place in known.places} >= TABLE | ISLETS


def test_every_name_has_two_or_three_places_to_stand_and_three_perspectives() -> None:
    for place in atlas().places:
        anchors = [list_ for list_ in (place.anchors, place.inset) if list_]
        assert anchors, place.id
        assert all(2 <= len(list_) <= 6 for list_ in anchors), place.id
        assert all(place.names[names][0] for names in Names), place.id


def test_the_projection_is_true_at_its_parallels_and_keeps_angles() -> None:
    for lat in (43.5, 49.0):
        x, y = project(148.5, lat)
        east, _ = project(148.51, lat)
        _, north = project(148.5, lat + 0.01)
        assert (y - north) / 0.01 == pytest.approx(3.14159265 / 180, rel=1e-3)
        assert x == pytest.approx(0.0)
        assert east > 0


def test_a_box_is_free_only_clear_of_lines_and_other_boxes() -> None:
    ground = Ground((0, 0, 100, 100), [(10.0, 10.0, 20.0, 10.0)])
    ground.add_line([(0.0, 60.0), (100.0, 60.0)])
    assert ground.is_free((60, 10, 20, 10))
    assert not ground.is_free((25, 15, 20, 10))
    assert not ground.is_free((60, 55, 20, 10))
    assert not ground.is_free((90, 10, 20, 10))
    assert ground.place([(20.0, 10.0)], [((50.0, 60.0), "c")], 40) is not None
