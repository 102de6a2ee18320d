"""A person gives a deed another key: it holds at once, is told everywhere, and nobody is locked out."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from game.ui.intents import Back, Help, Struck, Undo, Why
from game.ui.keymap import AS_IT_COMES, KEPT, STAYING, Keymap, is_put, keymap_from
from game.ui.kit import Button, Column, Stage, TextField, Theme
from game.ui.screens.keys_presenter import keys_model
from game.ui.screens.keys_screen import KeysScreen
from game.ui.settings import FILE, Settings, keep, read
from game.ui.wishes import Screen
from tests.ui.keys import Keyboard, keyboard
from tests.ui.screen_checks import TIGHTEST, misfits_everywhere, staged
from tests.ui.shown import say
from tests.ui.windows import Person

NAMES = (
    "f1",
    "f2",
    "f5",
    "f12",
    "insert",
    "a",
    "z",
    "w",
    "5",
    "0",
    "?",
    "+",
    "tab",
    "enter",
    "left",
    "home",
    "",
)
CHORDS = st.builds(
    lambda ctrl, shift, name: "ctrl+" * ctrl + "shift+" * shift + name,
    st.booleans(),
    st.booleans(),
    st.sampled_from(NAMES),
)
PUT = st.lists(st.tuples(st.sampled_from([*AS_IT_COMES, "nothing"]), CHORDS))


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Keyboard]:
    with keyboard(tmp_path) as seated:
        seated.press("go:settings", "go:keys")
        yield seated


@drawn(PUT)
def test_whatever_is_put_no_key_is_for_two_deeds_and_none_that_stays_is_taken(
    put: list[tuple[str, str]],
) -> None:
    keys = Keymap()
    for deed, chord in put:
        if keys.may_put(deed, chord):
            keys = keys.put(deed, chord)
            assert keys.told(deed) == chord
            assert keys.does(chord) == deed
        else:
            with pytest.raises(ValueError, match="may not have"):
                keys.put(deed, chord)
    assert keys.is_clear()
    assert {keys.does(chord) for chord in (*STAYING.values(), "space", "5", "ctrl+v", "home")} == {KEPT}
    assert all(keys.told(deed) for deed in AS_IT_COMES)
    assert keymap_from(dict(keys.own)) == keys, "they come back from the file as they were"


@drawn(st.dictionaries(st.sampled_from([*AS_IT_COMES, "nothing", 7]), CHORDS | st.integers()))
def test_keys_read_from_any_file_can_be_told_apart(kept: dict[object, object]) -> None:
    keys = keymap_from(kept)
    assert keys.is_clear()
    assert all(is_put(deed, chord) for deed, chord in keys.own)
    assert set(keys.own) <= set(kept.items())


def test_two_deeds_that_changed_keys_come_back_so(tmp_path: Path) -> None:
    keys = Keymap().put("undo", "f5").put("save", "ctrl+z").put("undo", "ctrl+s")
    assert keep(tmp_path, Settings(keys=keys)) == ""
    assert read(tmp_path).keys == keys
    assert (keys.does("ctrl+z"), keys.does("ctrl+s"), keys.does("f5")) == ("save", "undo", "")


@pytest.mark.parametrize(
    "keys", ['"f5"', "[]", '{"undo": 5}', '{"undo": "tab"}', '{"undo": "f1"}', '{"x": "f5"}']
)
def test_keys_that_make_no_sense_are_as_if_never_set(tmp_path: Path, keys: str) -> None:
    (tmp_path / FILE).write_text(f'{{"keys": {keys}, "text": 150}}')
    assert read(tmp_path) == Settings(text=150)


def stage(keys: Keymap) -> Stage:
    made = Stage(Theme(), (800, 600))
    made.keys = keys
    made.show(Column(Button("one", "One"), Button("two", "Two"), TextField("words", label="Words")))
    return made


def key(code: int, mod: int = 0, unicode: str = "", scancode: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode, scancode=scancode)


def test_another_key_does_it_and_the_old_one_no_longer(window: None) -> None:
    made = stage(Keymap().put("undo", "f5").put("why", "w").put("help", "shift+f1"))
    assert made.event(key(pygame.K_F5)) == (Undo(),)
    assert made.event(key(pygame.K_z, pygame.KMOD_CTRL)) == ()
    assert made.event(key(pygame.K_w, 0, "w")) == (Why("one"),)
    assert made.event(key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")) == ()
    assert made.event(key(pygame.K_F1)) == ()
    assert made.event(key(pygame.K_F1, pygame.KMOD_SHIFT)) == (Help(),)


def test_a_second_key_leads_on_and_presses_as_the_one_that_stays(window: None) -> None:
    made = stage(Keymap().put("next", "n").put("press", "f9").put("previous", "shift+n"))
    made.event(key(pygame.K_n, 0, "n"))
    assert made.focused == "two"
    (asked,) = made.event(key(pygame.K_F9))
    assert asked == made.press("two")[0]
    made.event(key(pygame.K_n, pygame.KMOD_SHIFT, "N"))
    assert made.focused == "one"
    made.event(key(pygame.K_TAB))
    assert made.focused == "two", "Tab leads on whatever is chosen"


def test_a_letter_that_is_a_key_is_a_letter_in_a_field(window: None) -> None:
    made = stage(Keymap().put("next", "n").put("undo", "u"))
    made.focus.go("words")
    for code, sign in ((pygame.K_n, "n"), (pygame.K_u, "u")):
        assert made.event(key(code, 0, sign)) == ()
    assert made.focused == "words"


def test_a_cyrillic_keyboard_has_the_same_keys(window: None) -> None:
    made = stage(Keymap())
    assert made.event(key(0x44F, pygame.KMOD_CTRL, "", pygame.KSCAN_Z)) == (Undo(),)


def test_a_key_is_chosen_holds_at_once_and_is_kept(seat: Keyboard, tmp_path: Path) -> None:
    assert seat.flow.screen is Screen.KEYS
    seat.press("key:help")
    assert seat.flow.say("ui.keying.waits") in seat.said()
    seat.key(pygame.K_F10)
    assert "F10" in seat.said()
    seat.key(pygame.K_F1)
    assert seat.flow.say("ui.keys.close") not in seat.said(), "the old key lists nothing"
    seat.key(pygame.K_F10)
    said = seat.said()
    assert seat.flow.say("ui.keys.close") in said
    assert "F10" in said
    assert read(tmp_path).keys == Keymap((("help", "f10"),))


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path).do("go:settings", "go:keys")


def given(person: Person, deed: str, chord: str) -> Person:
    return person.do(f"key:{deed}", Struck("struck", chord))


def test_a_key_that_is_taken_or_stays_is_told_and_asked_for_again(person: Person) -> None:
    person.do("key:undo")
    for chord, told in (
        ("f11", person.flow.say("ui.deed.full")),
        ("enter", person.flow.say("ui.key.enter")),
        ("ctrl+v", "Ctrl+V"),
        ("ctrl+5", "Ctrl+5"),
    ):
        person.do(Struck("struck", chord))
        assert person.flow.keyed == "undo"
        assert told in person.model.card.told
    person.do(Back())
    assert person.flow.keyed == ""
    assert person.flow.screen is Screen.KEYS
    assert person.flow.settings.keys == Keymap()


def test_keys_are_given_back_one_by_one_and_all_at_once(person: Person) -> None:
    given(given(person, "undo", "f5"), "save", "f9").do("key:undo", "drop_key")
    assert person.flow.settings.keys == Keymap((("save", "f9"),))
    person.do("reset")
    assert person.flow.settings.keys == Keymap()


def test_a_first_key_that_another_deed_has_now_is_not_given_back(person: Person) -> None:
    given(given(person, "undo", "f5"), "save", "ctrl+z").do("key:undo")
    drop = person.model.card.drop
    assert not drop.enabled
    assert "Ctrl+Z" in drop.reason


def test_screens_tell_the_key_that_holds_now(person: Person) -> None:
    given(person, "larger", "f12").do(Back(), Why("text:100"))
    assert "F12" in str(person.flow.explanation)


def test_the_card_that_asks_fits_at_every_size(window: None) -> None:
    keys = Keymap((("undo", "ctrl+shift+f9"),))
    told = say()("ui.keying.taken", keys="F11", does=say()("ui.deed.full"))
    model = keys_model(say(), keys, "undo", told, "settings.json")
    assert misfits_everywhere(KeysScreen, model, TIGHTEST) == []
    assert staged(KeysScreen(model), (1024, 640), 2.0).focused == "struck"


def test_a_key_struck_where_none_is_asked_for_changes_nothing(person: Person) -> None:
    person.do(Struck("struck", "f5"))
    assert person.flow.settings.keys == Keymap()
