"""Everything is reached by keys, the focus is never lost, and keys do what they say."""

import random
from collections.abc import Hashable

import pygame
import pytest

from game.ui.intents import Back, Chosen, Help, Larger, Pressed, Save, Typed, Undo, Why
from game.ui.kit import Button, Column, Label, Stage, TextField, Theme, faults, nearest
from game.ui.kit.focus import Focus
from tests.ui.kit.gallery import gallery

SIZE = (1280, 800)


def key(code: int, mod: int = 0, unicode: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode)


def typed(text: str) -> pygame.event.Event:
    return pygame.event.Event(pygame.TEXTINPUT, text=text)


def staged(size: tuple[int, int] = SIZE, text: float = 1.0, **options) -> Stage:
    theme = Theme(text=text).fitted(size)
    stage = Stage(theme, size)
    stage.show(gallery(theme, **options), "gallery")
    return stage


@pytest.mark.parametrize(("size", "text"), [(SIZE, 1.0), ((1024, 640), 2.0), ((1920, 1080), 1.5)])
def test_arrows_and_tab_reach_everything_from_everywhere(size: tuple[int, int], text: float) -> None:
    stage = staged(size, text)
    ids = {item.id for item in stage.items}
    edges: dict[Hashable, set[Hashable]] = {}
    for item in stage.items:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            focus = Focus()
            focus.offer(stage.items, item.id)
            focus.arrow(dx, dy)
            edges.setdefault(item.id, set()).add(focus.id)
    for start in ids:
        seen, waiting = {start}, [start]
        while waiting:
            for there in edges[waiting.pop()] - seen:
                seen.add(there)
                waiting.append(there)
        assert seen == ids, f"arrows from {start}"
    walked = []
    for _ in stage.items:
        walked.append(stage.focused)
        stage.event(key(pygame.K_TAB))
    assert set(walked) == ids
    stage.event(key(pygame.K_TAB, pygame.KMOD_SHIFT))
    assert stage.focused == walked[-1]


def test_what_gets_the_focus_is_seen() -> None:
    stage = staged((1024, 640), 2.0)
    for _ in stage.items:
        stage.event(key(pygame.K_TAB))
        item = stage.focus.item
        assert item is not None
        seen = item.seen().clip(pygame.Rect(0, 0, 1024, 640))
        assert seen.w > 0
        assert seen.h >= min(item.rect.h, 40), item.id


def test_the_nearest_ahead_comes_before_the_nearer_aside() -> None:
    here, ahead, aside = pygame.Rect(0, 0, 40, 20), pygame.Rect(200, 0, 40, 20), pygame.Rect(50, 60, 40, 20)
    assert nearest([here, ahead, aside], here, 1, 0) == 1
    assert nearest([here, ahead, aside], here, 0, 1) == 2
    assert nearest([here, ahead, aside], here, -1, 0) is None


def test_keys_ask_for_what_they_are_said_to() -> None:
    stage = staged()
    stage.focus.go("table")
    assert stage.event(key(pygame.K_RETURN)) == (Pressed("table"),)
    assert stage.event(key(pygame.K_SPACE, unicode=" ")) == (Pressed("table"),)
    assert stage.event(key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")) == (Why("table"),)
    assert stage.event(key(pygame.K_7, pygame.KMOD_SHIFT, "?")) == (Why("table"),)
    assert stage.event(key(pygame.K_ESCAPE)) == (Back(),)
    assert stage.event(key(pygame.K_F1)) == (Help(),)
    assert stage.event(key(pygame.K_z, pygame.KMOD_CTRL)) == (Undo(),)
    assert stage.event(key(pygame.K_s, pygame.KMOD_CTRL)) == (Save(),)
    assert stage.event(key(pygame.K_MINUS, pygame.KMOD_CTRL, "-")) == (Larger(-1),)
    assert stage.event(key(pygame.K_2, unicode="2")) == (Pressed("sound"),)
    assert stage.focused == "sound"


def test_a_closed_thing_asked_for_says_why_and_can_be_focused() -> None:
    stage = staged()
    assert stage.press("visit") == (Why("visit"),)
    item = stage.focus.item
    assert item is not None
    assert not item.enabled
    assert "evening of 18 October" in item.reason


def test_rungs_choices_ticks_and_tabs_say_what_was_chosen() -> None:
    stage = staged()
    assert stage.press(("islands", "once")) == (Chosen("islands", "once"),)
    assert stage.press(("islands", "four")) == (Chosen("islands", "four"),)
    assert stage.press("islands") == (Why("islands"),)
    assert stage.press(("answer", "parts")) == (Chosen("answer", "parts"),)
    assert stage.press(("answer", "referendum")) == (Why(("answer", "referendum")),)
    assert stage.press("letter") == (Chosen("letter", False),)
    assert "Etorofu" in stage.paint(pygame.Surface(SIZE)).said()
    assert stage.press(("side", "tab", "log")) == (Chosen("side", "log"),)
    canvas = stage.paint(pygame.Surface(SIZE))
    assert "Etorofu" not in canvas.said()
    assert "20 October" in canvas.said()  # a log stands at its end
    stage.show(gallery(stage.theme), "gallery")
    assert "20 October" in stage.paint(pygame.Surface(SIZE)).said()


def test_a_link_in_a_text_is_followed() -> None:
    stage = staged()
    assert stage.press("instruction_16") == (Pressed("instruction_16"),)


def test_a_dialog_takes_the_focus_and_gives_it_back() -> None:
    stage = staged()
    stage.focus.go("table")
    stage.show(gallery(stage.theme, dialog=True), "gallery")
    assert {item.id for item in stage.items} == {"ask_home", "back"}
    assert stage.event(key(pygame.K_ESCAPE)) == (Back(),)
    stage.show(gallery(stage.theme), "gallery")
    assert stage.focused == "table"


def test_each_screen_gets_its_own_focus_back() -> None:
    stage = staged()
    stage.focus.go("ask")
    stage.show(Column(Button("one", "One"), Button("two", "Two")), "other")
    assert stage.focused == "one"
    stage.show(gallery(stage.theme), "gallery")
    assert stage.focused == "ask"


def test_the_focus_goes_near_when_its_thing_is_gone() -> None:
    stage = Stage(Theme(), SIZE)
    stage.show(Column(*(Button(n, str(n)) for n in "abcd")), "s")
    stage.focus.go("c")
    stage.show(Column(*(Button(n, str(n)) for n in "abd")), "s")
    assert stage.focused == "d"
    stage.show(Column(Label("nothing")), "s")
    assert stage.focused is None
    assert stage.event(key(pygame.K_RETURN)) == ()
    assert stage.event(key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")) == (Why(None),)


def test_a_click_presses_and_the_wheel_scrolls_what_is_under_the_pointer() -> None:
    stage = staged()
    rect = next(item.rect for item in stage.items if item.id == "ask")
    click = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=rect.center)
    assert stage.event(click) == (Pressed("ask"),)
    islands = next(item.rect for item in stage.items if item.id == ("islands", "once"))
    before = islands.y
    assert len(stage.wheel(-1, islands.center)) == 1
    assert next(item.rect for item in stage.items if item.id == ("islands", "once")).y < before


def test_what_is_scrolled_out_cannot_be_clicked() -> None:
    stage = staged()
    hidden = next(item for item in stage.items if item.id == "table")
    assert hidden.seen().h == 0
    found = stage.item_at(hidden.rect.center)
    assert found is None or found.id != "table"


# The text field


def field(text: str = "", lines: int = 1) -> Stage:
    stage = Stage(Theme(), SIZE)
    stage.show(Column(TextField("words", text, "Words", lines), Button("go", "Go")), "f")
    stage.focus.go("words")
    return stage


def content(stage: Stage) -> str:
    found = stage.field()
    assert found is not None
    return found.typing.text


def test_typing_changes_the_text_and_says_so() -> None:
    stage = field()
    assert stage.event(typed("Kōno")) == (Typed("words", "Kōno"),)
    assert stage.event(key(pygame.K_SPACE, unicode=" ")) == ()  # the space itself comes as text
    assert stage.event(typed(" 1?")) == (Typed("words", "Kōno 1?"),)
    assert stage.event(key(pygame.K_1, unicode="1")) == ()
    assert stage.event(key(pygame.K_RETURN)) == (Pressed("words"),)


def test_the_caret_the_selection_and_whole_words_work() -> None:
    stage = field("two islands at once")
    ctrl, shift = pygame.KMOD_CTRL, pygame.KMOD_SHIFT
    stage.event(key(pygame.K_LEFT, ctrl))
    stage.event(typed("not "))
    assert content(stage) == "two islands at not once"
    stage.event(key(pygame.K_HOME))
    stage.event(key(pygame.K_RIGHT, ctrl | shift))
    assert stage.event(typed("four ")) == (Typed("words", "four islands at not once"),)
    stage.event(key(pygame.K_BACKSPACE, ctrl))
    assert content(stage) == "islands at not once"
    stage.event(key(pygame.K_DELETE))
    assert content(stage) == "slands at not once"
    stage.event(key(pygame.K_a, ctrl))
    stage.event(key(pygame.K_x, ctrl))
    assert content(stage) == ""
    stage.event(key(pygame.K_v, ctrl))
    assert content(stage) == "slands at not once"
    stage.event(key(pygame.K_z, ctrl))
    assert content(stage) == "slands at not once"


def test_an_input_method_composes_before_it_writes() -> None:
    stage = field()
    stage.event(pygame.event.Event(pygame.TEXTEDITING, text="しこ", start=0, length=2))
    assert content(stage) == ""
    assert stage.event(key(pygame.K_BACKSPACE)) == ()
    stage.event(typed("色丹"))
    assert content(stage) == "色丹"


def test_a_field_of_several_lines_moves_by_lines_and_lets_the_focus_out_at_its_ends() -> None:
    stage = field("one\ntwo words", 3)
    stage.event(key(pygame.K_UP))
    stage.event(typed("!"))
    assert content(stage) == "one!\ntwo words"
    stage.event(key(pygame.K_RETURN))
    assert content(stage) == "one!\n\ntwo words"
    stage.event(key(pygame.K_DOWN))
    assert stage.focused == "words"
    stage.event(key(pygame.K_DOWN))
    assert stage.focused == "go"


def test_what_is_typed_survives_a_new_build_and_a_new_text_replaces_it() -> None:
    stage = field("")
    stage.event(typed("abc"))
    stage.show(Column(TextField("words", "", "Words"), Button("go", "Go")), "f")
    assert content(stage) == "abc"
    stage.show(Column(TextField("words", "", "Words")), "f")
    assert content(stage) == "abc"
    stage.show(Column(TextField("words", "given", "Words")), "f")
    assert content(stage) == "given"


def test_a_field_takes_no_more_than_its_limit() -> None:
    stage = Stage(Theme(), SIZE)
    stage.show(Column(TextField("words", "", limit=5)), "f")
    stage.event(typed("abcdefgh"))
    assert content(stage) == "abcde"


def test_two_thousand_random_keys_never_raise_nor_lose_the_focus() -> None:
    chance = random.Random(1956)
    codes = [
        pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT, pygame.K_HOME, pygame.K_END, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE,
        pygame.K_DELETE, pygame.K_1, pygame.K_9, pygame.K_F1, pygame.K_SLASH, pygame.K_a, pygame.K_v,
        pygame.K_x,
        pygame.K_c, pygame.K_z, pygame.K_F5, pygame.K_KP_3,
    ]  # fmt: skip
    mods = [0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL]
    surface = pygame.Surface((1024, 640))
    stage = staged((1024, 640), 1.5)
    for n in range(2000):
        if chance.random() < 0.1:
            stage.event(typed(chance.choice(["a", "島", "?", " ", "é"])))
        else:
            stage.event(key(chance.choice(codes), chance.choice(mods)))
        assert stage.focused in {item.id for item in stage.items}
        if n % 50 == 0:
            stage.show(
                gallery(stage.theme, dialog=n % 400 == 50, toast="Done." if n % 100 else ""), "gallery"
            )
        if n % 100 == 0:
            assert faults(stage.paint(surface)) == []
