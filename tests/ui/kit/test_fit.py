"""No text leaves its box or crosses another, in any size, in a longer language; and the lint would tell."""

from collections.abc import Callable

import pygame
import pytest

from game.content.pseudo import pseudo
from game.ui.kit import (
    Canvas,
    Column,
    Grow,
    Label,
    Paragraph,
    Row,
    Scroll,
    Stage,
    Theme,
    Widget,
    faults,
)
from game.ui.kit.theme import COLOURS, GROUNDS, SIZES, SMALLEST, STRONG, TEXT_FACTORS, contrast, luminance
from tests.ui.kit.gallery import gallery

SIZES_OF_WINDOWS = ((1024, 640), (1280, 800), (1920, 1080))


def shown(widget: Widget, size: tuple[int, int], theme: Theme) -> tuple[Stage, Canvas]:
    stage = Stage(theme, size)
    stage.show(widget, "here")
    return stage, stage.paint(pygame.Surface(size))


@pytest.mark.parametrize("size", SIZES_OF_WINDOWS)
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("say", [str, pseudo])
def test_nothing_on_the_gallery_is_cut_or_crossed(
    size: tuple[int, int], text: float, say: Callable[[str], str]
) -> None:
    theme = Theme(text=text).fitted(size)
    for options in (
        {},
        {"dialog": True},
        {"toast": say("Saved as the second evening.")},
        {"first": "log"},
        {"first": "home"},
    ):
        stage, canvas = shown(gallery(theme, say, **options), size, theme)
        assert faults(canvas) == [], options
        # And wherever the focus takes the scrolling parts.
        for item in stage.items[::4]:
            stage.focus.go(item.id)
            stage.reveal()
            assert faults(stage.paint(pygame.Surface(size))) == [], item.id


class Narrow(Widget):
    """Gives its words less room than they need."""

    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return 60, 40

    def draw(self, canvas: Canvas) -> None:
        box = pygame.Rect(self.rect.x, self.rect.y, 60, 20)
        canvas.box(box)
        canvas.text(pygame.Rect(box.x, box.y, 200, 30), "more than will fit")


class Twice(Widget):
    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return 200, 60

    def draw(self, canvas: Canvas) -> None:
        canvas.text(pygame.Rect(self.rect.x, self.rect.y, 200, 30), "once")
        canvas.text(pygame.Rect(self.rect.x + 5, self.rect.y + 4, 200, 30), "twice")


class Struck(Widget):
    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return 200, 60

    def draw(self, canvas: Canvas) -> None:
        canvas.text(pygame.Rect(self.rect.x, self.rect.y, 200, 30), "Habomai")
        canvas.line("red", (self.rect.x, self.rect.y), (self.rect.x + 60, self.rect.y + 25))


class StruckOutOfSight(Struck):
    def draw(self, canvas: Canvas) -> None:
        canvas.text(pygame.Rect(self.rect.x, self.rect.y, 200, 30), "Habomai")
        canvas.surface.set_clip(pygame.Rect(self.rect.x, self.rect.y + 40, 200, 20))
        canvas.line("red", (self.rect.x, self.rect.y + 15), (self.rect.x + 60, self.rect.y + 15))
        canvas.surface.set_clip(None)


class Outside(Widget):
    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return 200, 60

    def draw(self, canvas: Canvas) -> None:
        where = pygame.Rect(canvas.surface.get_width() - 20, self.rect.y, 200, 30)
        canvas.text(where, "Etorofu")


@pytest.mark.parametrize(
    ("planted", "told"),
    [(Narrow, "leaves its box"), (Twice, "crosses"), (Struck, "struck"), (Outside, "cut off")],
)
def test_a_planted_fault_is_told(planted: type[Widget], told: str) -> None:
    _, canvas = shown(planted(), (1024, 640), Theme())
    assert any(told in fault for fault in faults(canvas))


def test_a_line_scrolled_out_of_sight_strikes_nothing() -> None:
    _, canvas = shown(StruckOutOfSight(), (1024, 640), Theme())
    assert faults(canvas) == []


def test_a_root_that_is_too_high_scrolls_as_a_whole() -> None:
    rows = [Label(f"line {n}") for n in range(60)]
    stage, canvas = shown(Column(*rows), (1024, 640), Theme())
    assert faults(canvas) == []
    assert "line 59" not in canvas.said()
    for _ in range(20):
        stage.event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PAGEDOWN, mod=0, unicode=""))
    assert "line 59" in stage.paint(pygame.Surface((1024, 640))).said()


def test_a_scrolling_part_with_words_only_is_scrolled_by_keys() -> None:
    text = "\n".join(f"Paragraph {n} of the treaty." for n in range(80))
    stage, _ = shown(Row(Grow(Scroll("treaty", Paragraph(text))), align="fill"), (1024, 640), Theme())
    assert stage.focused == "treaty"
    for name in (pygame.K_DOWN, pygame.K_PAGEDOWN, pygame.K_UP):
        intents = stage.event(pygame.event.Event(pygame.KEYDOWN, key=name, mod=0, unicode=""))
        assert len(intents) == 1
    stage.event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_END, mod=0, unicode=""))
    assert "Paragraph 79" in stage.paint(pygame.Surface((1024, 640))).said()


@pytest.mark.parametrize("strong", [False, True])
def test_every_word_can_be_told_from_its_ground(strong: bool) -> None:
    theme = Theme(contrast=strong)
    for ground, inks in GROUNDS.items():
        for ink in inks:
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5, (ink, ground)


def test_the_stronger_colours_are_stronger() -> None:
    plain, strong = Theme(), Theme(contrast=True)
    for ground in ("paper", "card", "baize", "dark"):
        for ink in GROUNDS[ground]:
            pair = [contrast(theme.colour(ink), theme.colour(ground)) for theme in (plain, strong)]
            assert pair[1] >= pair[0], (ink, ground)
    assert set(STRONG) <= set(COLOURS)


def test_the_ring_is_seen_on_paper_and_on_baize() -> None:
    """One of its two lines stands out from whatever is beside it."""
    theme = Theme()
    for ground in ("paper", "card", "baize", "dark", "felt", "brass", "green", "red"):
        best = max(contrast(theme.colour(line), theme.colour(ground)) for line in ("ink", "focus"))
        assert best >= 3, ground


@pytest.mark.parametrize("factor", TEXT_FACTORS)
def test_no_size_is_under_thirteen(factor: float) -> None:
    for window in SIZES_OF_WINDOWS:
        for role in SIZES:
            assert Theme(text=factor).fitted(window).size(role) >= SMALLEST


def test_states_of_a_rung_differ_without_colour() -> None:
    """Draft, agreed, locked and free are told apart in grey by a sign, not by a shade alone."""
    from game.ui.kit import Ladder, Rung

    pictures = []
    for state, locked in (("", False), ("draft", False), ("agreed", False), ("", True)):
        ladder = Ladder("i", "Islands", (Rung("a", "Two", state=state, locked=locked),))
        stage, _ = shown(Column(ladder), (1024, 640), Theme(plain=True))
        surface = pygame.Surface((1024, 640))
        stage.shy = True
        stage.paint(surface)
        rect = next(item.rect for item in stage.items if item.id == ("i", "a"))
        # The left part of the rung, where its sign stands, as light and dark against its own ground.
        part = pygame.transform.grayscale(surface.subsurface((rect.x + 5, rect.y + 6, 24, rect.h - 12)))
        ground = luminance(part.get_at((1, 1))[:3])
        pictures.append(
            tuple(
                abs(luminance(part.get_at((x, y))[:3]) - ground) > 0.1
                for y in range(part.get_height())
                for x in range(part.get_width())
            )
        )
    sums = [sum(picture) for picture in pictures]
    assert sums[0] == 0
    assert all(total > 20 for total in sums[1:])
    assert len(set(pictures)) == 4


def test_markers_of_the_sides_differ_in_outline() -> None:
    from game.ui.kit.paint import marker

    shapes = {
        kind: tuple(marker(kind, 18).get_at((x, y)).a > 128 for x in range(18) for y in range(18))
        for kind in ("japan", "ussr", "history")
    }
    assert len(set(shapes.values())) == 3
