"""The window: one step at a time, with events injected as a person would make them."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.app import App, next_factor, play
from game.ui.intents import Back, Intent, Leave, Pressed
from game.ui.kit import Button, Column, Label, TextField, Theme, Widget
from game.ui.sound import Sounds

ROOT = Path(__file__).resolve().parents[2]


class Small:
    """A screen of two buttons and a field."""

    name = "small"

    def __init__(self, title: str = "A title") -> None:
        self.title = title

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        return Column(
            Label(self.title), Button("one", "One", shortcut="1"), TextField("words"), Button("two", "Two")
        )


@pytest.fixture
def asked() -> list[Intent]:
    return []


@pytest.fixture
def app(asked: list[Intent]) -> Iterator[App]:
    opened = App(asked.append)
    opened.show(Small())
    yield opened
    opened.close()


def press(code: int, mod: int = 0, unicode: str = "") -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))


def test_keys_become_intents_and_reach_the_handler(app: App, asked: list[Intent]) -> None:
    app.step()
    press(pygame.K_RETURN)
    press(pygame.K_ESCAPE)
    assert app.step() == (Pressed("one"), Back())
    assert asked == [Pressed("one"), Back()]


class Another(Small):
    """Any other screen."""

    name = "another"


class Between(Small):
    """What stands between two delegations."""

    name = "privacy"


@pytest.mark.parametrize(("via", "kept"), [(Another, "two"), (Between, "one")])
def test_what_one_side_looked_at_is_kept_for_itself_alone(app: App, via: type[Small], kept: str) -> None:
    app.step()
    for _ in range(2):
        press(pygame.K_TAB)
    app.step()
    assert app.stage.focused == "two"
    app.show(via())
    app.show(Small())
    assert app.stage.focused == kept


def repeat(code: int) -> None:
    """Post what the system sends of a key that is held, as if it were struck again without being let go."""
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))


def test_a_key_held_through_a_slow_frame_presses_only_once(app: App) -> None:
    app.step()
    repeat(pygame.K_RETURN)
    assert app.step() == (Pressed("one"),)
    repeat(pygame.K_RETURN)
    repeat(pygame.K_RETURN)
    assert app.step() == ()
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))
    press(pygame.K_RETURN)
    assert app.step() == (Pressed("one"),)


def test_a_held_tab_goes_on_by_one_item_a_frame_and_stops_when_it_is_let_go(app: App) -> None:
    app.step()
    assert app.stage.focused == "one"
    repeat(pygame.K_TAB)
    app.step()
    assert app.stage.focused == "words"
    repeat(pygame.K_TAB)
    repeat(pygame.K_TAB)
    app.step()
    assert app.stage.focused == "two"
    repeat(pygame.K_TAB)
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_TAB, mod=0))
    app.step()
    assert app.stage.focused == "two"


def test_closing_the_window_is_an_intent_like_any_other(app: App) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert app.step() == (Leave(),)


def test_a_frame_is_drawn_only_when_something_changed(app: App) -> None:
    app.step()
    before = app.frames
    for _ in range(5):
        app.step()
    assert app.frames == before
    press(pygame.K_TAB)
    app.step()
    assert app.frames == before + 1
    app.ticker = lambda: True
    app.step()
    assert app.frames == before + 2


def test_the_window_can_be_resized_and_nothing_is_laid_out_below_the_smallest_size(app: App) -> None:
    wanted = {(1024, 640): (1024, 640), (1920, 1080): (1920, 1080), (1280, 800): (1280, 800)}
    wanted |= {(700, 400): (1120, 640), (512, 900): (1024, 1800), (1, 1): (1024, 1024)}
    for size, laid in wanted.items():
        app.resize(size)
        app.step()
        assert app.size == laid
        assert app.canvas is not None
        assert "A title" in app.canvas.said()
    app.resize((1920, 1080))
    assert app.theme.scale > 1


def test_the_text_size_changes_at_once_and_the_focus_stays(app: App) -> None:
    app.step()
    app.stage.focus.go("two")
    before = app.stage.focus.item
    app.dress(Theme(text=2.0))
    after = app.stage.focus.item
    assert before is not None
    assert after is not None
    assert after.id == "two"
    assert after.rect.h > before.rect.h
    assert [next_factor(f, s) for f, s in ((1.0, 1), (2.0, 1), (1.0, -1), (1.5, -1))] == [
        1.25,
        2.0,
        1.0,
        1.25,
    ]


def test_the_input_method_works_only_in_a_field(app: App) -> None:
    app.step()
    assert not app._typing
    app.stage.focus.go("words")
    app.step()
    assert app._typing
    app.stage.focus.go("two")
    app.step()
    assert not app._typing


def test_full_screen_and_back_keep_the_screen_and_the_size_of_the_window(app: App) -> None:
    app.step()
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1100, 700), w=1100, h=700))
    app.surface = pygame.display.set_mode((1100, 700), pygame.RESIZABLE)
    app.step()
    press(pygame.K_F11)
    app.step()
    assert app.full
    press(pygame.K_F11)
    app.step()
    assert not app.full
    assert app.surface.get_size() == app.size == (1100, 700)
    assert app.stage.focused == "one"


def test_a_flow_is_played_until_it_is_over(app: App) -> None:
    class Twice:
        """Ends after two presses, and shows how many there were."""

        over = False
        presses = 0

        def handle(self, asked: Intent) -> None:
            self.presses += isinstance(asked, Pressed)
            self.over = self.presses == 2

        def tick(self) -> bool:
            press(pygame.K_RETURN)
            return False

    flow = Twice()
    play(flow, lambda: Small(str(flow.presses)), Theme, app)
    assert flow.presses == 2
    assert not app.running


def test_a_sound_can_always_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = Sounds()
    silent.play("key")
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such device")
    pygame.mixer.quit()
    assert not silent.open()
    silent.play("gavel")
    silent.close()


def run(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "DISPLAY", "WAYLAND"))}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=kept | more, capture_output=True, text=True, timeout=60
    )


def test_without_a_display_a_sentence_says_so() -> None:
    code = """
from game.ui.app import App, NoDisplay
try:
    App(print, sound=False)
except NoDisplay as told:
    print(told)
"""
    done = run(code, SDL_VIDEODRIVER="x11", DISPLAY=":987")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("W01: no window can be opened here (")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_where_there_is_nothing_at_all_no_library_is_heard() -> None:
    """SDL, Wayland and ALSA write on the error stream of a process whoever reads it."""
    code = """
from game.ui.display import NoDisplay, open_display
from game.ui.sound import Sounds
try:
    open_display()
except NoDisplay as told:
    print(told)
Sounds().open()
"""
    done = run(code, SDL_AUDIODRIVER="alsa")
    assert done.stderr == ""
    assert done.stdout.startswith("W01: no window can be opened here (")


def test_opening_the_window_needs_no_numpy_and_says_nothing_by_itself() -> None:
    code = "import sys; from game.ui.app import App; a = App(print); a.close(); print('numpy' in sys.modules)"
    done = run(code, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    assert done.stdout == "False\n", done.stderr


def test_the_title_is_painted_before_anything_else_is_read() -> None:
    code = """
import sys
from game import places
from game.text.catalogue import Catalogue
from game.ui.opening import opened
class Key(dict):
    def get(self, key): return key
app = opened(Catalogue("en", Key()), places.home_folder(), lambda: places.home_folder() / "no such folder")
late = {"yaml", "transitions", "numpy"}
late |= {"game.rules", "game.content.load", "game.session.saves", "game.ui.flow"}
print(app.frames, "ui.title.title".upper() in app.canvas.said(), late & {*sys.modules})
app.step()
print(app.frames, "game.ui.map_view" in sys.modules)
app.close()
"""
    done = run(code, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    assert done.stdout.splitlines() == ["1 True set()", "2 True"], done.stderr
