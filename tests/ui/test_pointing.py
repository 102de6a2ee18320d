"""What the mouse, the input method and the window's own buttons do, by events as SDL sends them."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.app import App
from game.ui.display import laid_out, opening_size
from game.ui.intents import Back, Intent, Pressed, Scrolled, Typed
from game.ui.kit import (
    Button,
    Column,
    Dialog,
    Grow,
    Label,
    ListRow,
    ListView,
    Overlay,
    Paragraph,
    Row,
    Scroll,
    TextField,
    Theme,
    Widget,
)
from game.ui.kit.canvas import Canvas
from game.ui.kit.widget import Size
from game.ui.window import Window
from game.ui.wishes import Screen
from tests.ui.windows import Person

LONG = "\n".join(f"Paragraph {n}, which says little but says it at some length." for n in range(80))


class Desk:
    """Buttons, a field, and a long text that scrolls; with `asks` a question lies over it."""

    def __init__(self, name: str = "desk", asks: bool = False) -> None:
        self.name, self.asks = name, asks

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        base = Column(
            Row(Button("one", "One"), Button("two", "Two")),
            TextField("words", label="Words"),
            Grow(Scroll("long", Paragraph(LONG), label="A text")),
        )
        if not self.asks:
            return base
        return Overlay(base, Dialog("Sure?", Label("It cannot be undone."), (Button("yes", "Yes"),)))


@pytest.fixture
def asked() -> list[Intent]:
    return []


@pytest.fixture
def app(asked: list[Intent]) -> Iterator[App]:
    opened = App(asked.append, size=(1280, 800))
    opened.show(Desk())
    opened.step()
    yield opened
    opened.close()


def point(kind: int, at: tuple[int, int], **more: object) -> None:
    pygame.event.post(pygame.event.Event(kind, pos=at, **more))


def click(at: tuple[int, int]) -> None:
    point(pygame.MOUSEBUTTONDOWN, at, button=1)
    point(pygame.MOUSEBUTTONUP, at, button=1)


def middle(app: App, id: str) -> tuple[int, int]:
    return next(item.rect.center for item in app.stage.items if item.id == id)


def scroll_of(app: App) -> Scroll:
    return next(w for w in app.stage.root.everything() if isinstance(w, Scroll) and w.id == "long")


@pytest.mark.parametrize("window", [(1280, 800), (640, 400), (512, 900), (900, 320)])
def test_a_click_hits_what_is_shown_there_however_small_the_window(app: App, window: tuple[int, int]) -> None:
    app.surface = pygame.display.set_mode(window, pygame.RESIZABLE)
    app.resize(window)
    app.step()
    for id in ("one", "two"):
        x, y = middle(app, id)
        click((x * window[0] // app.size[0], y * window[1] // app.size[1]))
        pygame.time.wait(1)
        assert app.step() == (Pressed(id),)


def test_a_small_window_shows_all_in_its_own_shape() -> None:
    for window in ((700, 400), (512, 900), (1000, 2000), (1024, 639)):
        wide, high = laid_out(window)
        assert wide >= 1024
        assert high >= 640
        assert abs(wide / high - window[0] / window[1]) < 0.01
    assert laid_out((1024, 640)) == (1024, 640)


def test_a_new_window_suits_the_screen_and_stays_on_it() -> None:
    assert opening_size((1920, 1080)) == (1280, 800)
    assert opening_size((3840, 2160)) == (2560, 1600)
    for screen in ((1024, 600), (1280, 720), (1366, 768), (7680, 4320)):
        size = opening_size(screen)
        assert size[0] <= screen[0]
        assert size[1] < screen[1]


def test_the_second_half_of_a_double_click_is_not_heard_by_the_next_screen(
    app: App, asked: list[Intent]
) -> None:
    def answer(intent: Intent) -> None:
        asked.append(intent)
        app.show(Desk("another"))

    app.handler = answer
    spot = middle(app, "one")
    click(spot)
    click(spot)
    app.step()
    assert asked == [Pressed("one")]


def test_two_quick_clicks_on_what_stays_are_two(app: App, asked: list[Intent]) -> None:
    click(middle(app, "one"))
    click(middle(app, "one"))
    click(middle(app, "two"))
    app.step()
    assert asked == [Pressed("one"), Pressed("one"), Pressed("two")]


def test_the_thumb_of_a_scroll_bar_follows_the_hand_to_both_ends(app: App) -> None:
    scroll = scroll_of(app)
    thumb = scroll.thumb()
    point(pygame.MOUSEBUTTONDOWN, thumb.center, button=1)
    point(pygame.MOUSEMOTION, (thumb.centerx - 300, 5000), rel=(0, 0), buttons=(1, 0, 0))
    app.step()
    assert scroll_of(app).offset == scroll_of(app).most > 0
    assert app.canvas is not None
    assert "Paragraph 79" in app.canvas.said()
    point(pygame.MOUSEMOTION, (thumb.centerx, -100), rel=(0, 0), buttons=(1, 0, 0))
    app.step()
    assert scroll_of(app).offset == 0
    point(pygame.MOUSEBUTTONUP, (thumb.centerx, 0), button=1)
    point(pygame.MOUSEMOTION, (thumb.centerx, 500), rel=(0, 0), buttons=(0, 0, 0))
    app.step()
    assert scroll_of(app).offset == 0


def test_a_click_on_the_bar_brings_the_thumb_there(app: App) -> None:
    thumb = scroll_of(app).thumb()
    click((thumb.centerx, thumb.bottom + 200))
    app.step()
    assert scroll_of(app).thumb().collidepoint((thumb.centerx, thumb.bottom + 200))


def test_the_wheel_scrolls_what_is_under_the_pointer(app: App) -> None:
    pygame.mouse.set_pos(scroll_of(app).rect.center)
    pygame.event.get()
    pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-2, flipped=False))
    assert isinstance(app.step()[0], Scrolled)
    assert scroll_of(app).offset > 0


def test_japanese_is_composed_in_a_field_and_comes_as_text(app: App) -> None:
    click(middle(app, "words"))
    app.step()
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="はぼ", start=0, length=2))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
    for code in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB):
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=0))
    assert app.step() == ()  # the keys are the input method's
    field = app.stage.field()
    assert field is not None
    assert (field.typing.text, field.typing.composing) == ("", "はぼ")
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="", start=0, length=0))
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="歯舞"))
    assert app.step() == (Typed("words", "歯舞"),)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert app.step() == (Back(),)


def test_what_was_being_composed_goes_with_the_focus(app: App) -> None:
    click(middle(app, "words"))
    app.step()
    pygame.event.post(pygame.event.Event(pygame.TEXTEDITING, text="しこ", start=0, length=2))
    app.step()
    click(middle(app, "two"))
    app.step()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))
    assert app.step() == (Pressed("two"),)


def test_the_caret_is_where_the_candidates_belong(app: App) -> None:
    app.stage.focus.go("words")
    pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text="some words"))
    app.step()
    field = app.stage.field()
    assert field is not None
    assert field.rect.contains(field.caret())
    assert field.caret().x > field.rect.x + 30


def test_a_window_that_changes_size_under_a_question_keeps_it(app: App) -> None:
    app.show(Desk(asks=True))
    for size in ((1024, 640), (1920, 1080), (600, 400)):
        app.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        app.step()
        app.step()
        assert {item.id for item in app.stage.items} == {"yes"}
        assert app.stage.focused == "yes"
        assert app.canvas is not None
        assert "Sure?" in app.canvas.said()


def test_nothing_is_drawn_while_nobody_can_see_the_window(app: App) -> None:
    pygame.event.post(pygame.event.Event(pygame.WINDOWMINIMIZED))
    app.ticker = lambda: True
    before = app.frames
    app.step()
    app.step()
    assert app.frames == before
    pygame.event.post(pygame.event.Event(pygame.WINDOWRESTORED))
    app.step()
    assert app.frames == before + 1


def test_an_idle_window_draws_nothing_though_the_pointer_moves(app: App) -> None:
    point(pygame.MOUSEMOTION, middle(app, "one"), rel=(0, 0), buttons=(0, 0, 0))
    app.step()
    before = app.frames
    x, y = middle(app, "one")
    for n in range(6):
        point(pygame.MOUSEMOTION, (x + n % 3, y), rel=(0, 0), buttons=(0, 0, 0))
        app.step()
    assert app.frames == before


class Slow(Widget):
    """Something that takes long, such as the map."""

    def size(self, theme: Theme, width: int) -> Size:
        return width, 100

    def draw(self, canvas: Canvas) -> None:
        canvas.text(self.rect, "a sketch" if canvas.put_off() else "the map")


class Sheet:
    name = "sheet"

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        return Column(Slow(), ListView("rows", (ListRow("A row", id="row"),)))


def test_what_takes_long_comes_a_frame_later_and_never_stays_away() -> None:
    app = App(lambda intent: None, size=(1280, 800))
    try:
        app.show(Sheet())
        said = []
        for _ in range(3):
            app.step()
            assert app.canvas is not None
            said.append(app.canvas.said().splitlines()[0])
        assert said == ["a sketch", "the map", "the map"]
        assert app.frames == 2
    finally:
        app.close()


def test_the_button_that_closes_the_window_loses_nothing(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    person.do("hold")
    assert person.flow.screen in (Screen.TABLE, Screen.DECISION)
    sitting = person.flow.sitting
    assert sitting is not None
    records = tuple(sitting.game.session.records)
    app = App(lambda intent: None, size=(1280, 800))
    try:
        window = Window(person.flow, app)
        app.handler = window.handle
        app.show(window.view())
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        app.step()
        assert window.over
    finally:
        person.flow.close()
        app.close()
    again = Person(tmp_path)
    again.do("continue")
    assert again.flow.sitting is not None
    assert tuple(again.flow.sitting.game.session.records) == records
