"""The screens around the table: every text fits at every size, every control can be reached."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.ui.finding import parts
from game.ui.kit import Column, Label, Stage, Theme, Widget, faults, nearest
from game.ui.kit.text import Style, missing
from game.ui.kit.theme import luminance, scale_for
from game.ui.screens.chart import PointsPlot
from game.ui.screens.chart_presenter import ChartPoint
from game.ui.screens.chart_signs import REACH, SHAPES, sign
from game.ui.screens.parts import Control, Field
from tests.ui.shown import SCREENS, screen

SIZES = ((1024, 640), (1280, 800), (1920, 1080))
TEXTS = (1.0, 1.5, 2.0)
TALL = 2_400  # for those whose map would be as long as the window
MAPPED = (
    "title", "new_game", "new_game_watch", "replay", "replay_opening", "replay_seat", "replay_end", "watch"
)  # fmt: skip
LONG = 12_000  # pixels; longer than any screen is at any size but the whole story of a game


@pytest.fixture(scope="module", autouse=True)
def display() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SDL_VIDEODRIVER", "dummy")
        patch.setenv("SDL_AUDIODRIVER", "dummy")
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_mode((64, 64))
        yield


def staged(name: str, size: tuple[int, int], text: float, language: str = "en", high: int = 0) -> Stage:
    """A screen on its stage; `high` makes the window longer, so that nothing in it has to scroll."""
    shown = screen(name, language)
    # Textures and shadows carry no words; without them the drawing takes a third of the time.
    stage = Stage(Theme(scale_for(size), text, plain=True), (size[0], high or size[1]))
    stage.show(shown.build(stage.theme, size), shown.name)
    return stage


def drawn(stage: Stage) -> list[str]:
    return faults(stage.paint(pygame.Surface(stage.size)))


def unrolled(stage: Stage) -> Iterator[str]:
    """The faults of all tabs of a stage one after the other."""
    for head in tabs(stage) or [None]:
        if head is not None:
            stage.press(head)
            stage.layout()
        yield from drawn(stage)


def tabs(stage: Stage) -> list[object]:
    """The ids of heads of tabs on the screen."""
    return [item.id for item in stage.items if item.role == "tab"]


def reached(stage: Stage) -> set[object]:
    """The ids to which arrows lead from where the focus begins."""
    items = stage.items
    rects = [item.rect for item in items]
    seen, fresh = {0}, [0]
    while fresh:
        here = fresh.pop()
        for n, (dx, dy) in enumerate(((1, 0), (0, 1), (-1, 0), (0, -1))):
            found = nearest(rects, rects[here], dx, dy)
            if found is None:  # as the focus does: on to the next, or back
                found = (here + (1 if n < 2 else -1)) % len(items)
            if found not in seen:
                seen.add(found)
                fresh.append(found)
    return {items[n].id for n in seen}


def controls(model: object) -> dict[object, Control | Field]:
    """What can be pressed or written into, by id; a question that is answered has nothing to press."""
    told = {each.show.id for each in getattr(model, "questions", ()) if each.answer}
    found = {each.id: each for each in parts(model) if isinstance(each, Control | Field)}
    return {id: each for id, each in found.items() if id not in told}


def pressable(stage: Stage) -> dict[object, object]:
    """All that can be focused, in all tabs: the id by which the flow finds it, and the item's own id."""
    found: dict[object, object] = {}
    heads = tabs(stage) or [None]
    for head in heads:
        if head is not None:
            stage.press(head)
            stage.layout()
        for item in stage.items:
            is_part = isinstance(item.id, tuple) and item.role in ("choice", "rung", "tab")
            named = item.id[-1] if is_part else item.id
            found[named] = item.id
    return found


EVERY = tuple(itertools.product(SIZES, TEXTS, ("en", "pseudo")))
HARDEST = (((1280, 800), 1.0, "en"), ((1024, 640), 2.0, "pseudo"))


@pytest.mark.parametrize("name", SCREENS)
def test_every_text_fits_at_every_size_in_both_languages(name: str) -> None:
    assert [(each, fault) for each in EVERY for fault in drawn(staged(name, *each))] == []


def rolled_out(name: str, kinds: tuple[tuple[tuple[int, int], float, str], ...]) -> list[str]:
    high = TALL if name in MAPPED else LONG
    return [fault for each in kinds for fault in unrolled(staged(name, *each, high=high))]


@pytest.mark.parametrize("name", SCREENS)
def test_what_has_to_be_scrolled_to_fits_too_in_all_tabs(name: str) -> None:
    assert rolled_out(name, HARDEST) == []


@pytest.mark.long
@pytest.mark.parametrize("name", SCREENS)
def test_what_has_to_be_scrolled_to_fits_at_every_size_in_both_languages(name: str) -> None:
    assert rolled_out(name, EVERY) == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_text_that_leaves_its_box_is_caught_on_every_screen(name: str) -> None:
    class Planted(Widget):
        def size(self, theme: Theme, width: int) -> tuple[int, int]:
            return width, theme.px(20)

        def draw(self, canvas):  # type: ignore[no-untyped-def]
            narrow = pygame.Rect(self.rect.x, self.rect.y, 60, 20)
            canvas.box(narrow, "card")
            block = Label("Plenipotentiaries").block(canvas.theme, 400)
            canvas.block(narrow.inflate(400, 0), block)

    stage = Stage(Theme(), (1280, 800))
    shown = screen(name)
    stage.show(Column(Planted(), shown.build(stage.theme, stage.size)), shown.name)
    assert drawn(stage)


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(("size", "text"), [((1280, 800), 1.0), ((1024, 640), 2.0)])
def test_every_control_can_be_reached_by_tab_and_by_arrows(
    name: str, size: tuple[int, int], text: float
) -> None:
    stage = staged(name, size, text)
    assert set(controls(screen(name).model)) <= set(pressable(stage))
    ids = [item.id for item in stage.items]
    assert len(ids) == len(set(ids))  # Tab goes by id
    assert reached(stage) == set(ids)


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_gives_an_intent_that_names_it(name: str) -> None:
    stage = staged(name, (1920, 1080), 1.0)
    items = pressable(stage)
    wound = {item.id for item in stage.items if item.role == "track"}  # by arrows; there is nothing to press
    for control in controls(screen(name).model).values():
        if isinstance(control, Control) and control.enabled and control.id not in wound:
            (intent,) = stage.press(items[control.id])
            assert control.id in (getattr(intent, "id", None), getattr(intent, "value", None))


QUIET = ("title", "new_game", "briefing", "planning", "load", "settings", "keys", "credits", "declare")


@pytest.mark.parametrize("name", [*QUIET, "trouble_scenario", "trouble_folder"])
def test_why_of_every_control_says_what_it_does(name: str) -> None:
    told = [each for each in parts(screen(name).model) if isinstance(each, Control)]
    assert told
    assert [each.id for each in told if not (each.does or each.note or each.reason or each.why)] == []


@pytest.mark.parametrize("name", SCREENS)
def test_the_first_thing_with_the_focus_leaves_the_head_of_the_screen_in_view(name: str) -> None:
    stage = staged(name, (1024, 640), 2.0)
    assert stage.focused is not None
    assert not [
        value
        for key, value in stage.memory.items()
        if isinstance(key, tuple) and key[0] == "scroll" and value
    ]


def test_the_kinds_of_points_differ_without_colour() -> None:
    grey = {}
    for kind in REACH:
        picture = sign(Theme(), kind)
        grey[kind] = [
            picture.get_at((x, y))[3] > 60 and luminance(tuple(picture.get_at((x, y)))[:3]) < 0.1  # type: ignore[arg-type]
            for x in range(picture.get_width())
            for y in range(picture.get_height())
        ]
    for one, other in itertools.combinations(grey, 2):
        apart = sum(a != b for a, b in zip(grey[one], grey[other], strict=True))
        assert apart >= 12, (one, other, apart)
    corners = [len(SHAPES[kind]) or kind for kind in ("offers", "theirs", "agreement")]
    assert len(set(corners)) == 3


def test_no_name_on_the_chart_covers_another_or_leaves_it() -> None:
    for size, text in itertools.product(SIZES, TEXTS):
        stage = staged("debrief_points", size, text)
        drawn(stage)
        plots = [widget for widget in stage.root.everything() if isinstance(widget, PointsPlot)]
        assert len(plots) == 1
        labels = plots[0].labels
        for (_, one), (_, other) in itertools.combinations(labels, 2):
            assert not one.colliderect(other)
        assert all(plots[0].rect.contains(rect) for _, rect in labels)


def test_numbers_of_three_digits_and_a_sign_have_room_beside_the_chart() -> None:
    for size, text in (((1024, 640), 1.0), ((1280, 800), 1.5), ((1920, 1080), 2.0)):
        stage = staged("debrief_points", size, text)
        plot = next(widget for widget in stage.root.everything() if isinstance(widget, PointsPlot))
        plot.chart = replace(plot.chart, theirs=(ChartPoint(-100, -100, "1", ""),))
        assert drawn(stage) == []


def test_history_what_was_signed_and_the_frontier_are_named_beside_their_signs() -> None:
    stage = staged("debrief_points", (1280, 800), 1.0)
    drawn(stage)
    plot = next(widget for widget in stage.root.everything() if isinstance(widget, PointsPlot))
    chart = plot.chart
    assert chart.history is not None
    assert chart.agreement is not None
    named = {label for label, _ in plot.labels}
    assert {chart.history.label, chart.agreement.label, chart.names.frontier} <= named


def test_every_sign_that_a_screen_writes_by_itself_is_in_its_face() -> None:
    written = {"control": "=≠≈+?→↑■▲·●○|", "typed": "■□", "reading": "—", "heading": "·/", "map": "§"}
    assert not [face for face, signs in written.items() if missing(Style(face, 17), signs)]


def test_struck_and_new_words_are_marked_by_lines_and_weight_too() -> None:
    from game.ui.screens.compared_text import spans
    from game.ui.screens.verdict_presenter import Piece

    pieces = (Piece("shall", "kept"), Piece("cease", "struck"), Piece("end", "added"))
    left, right = spans(pieces, "struck"), spans(pieces, "added")
    assert [span.text for span in left if span.mark] == ["cease"]
    assert [(span.text, span.bold) for span in right if span.mark] == [("end", True)]
    assert {span.mark for span in left if span.mark} != {span.mark for span in right if span.mark}
