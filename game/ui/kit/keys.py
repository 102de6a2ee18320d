"""Keys: from an event of pygame to the name by which widgets know a key."""

from typing import Any

import pygame

from game.ui.kit.widget import Key

NAMES = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_ESCAPE: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_INSERT: "insert",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    pygame.K_QUESTION: "?",
}


def key_of(event: Any) -> Key:
    """Read a KEYDOWN event."""
    mods = getattr(event, "mod", 0)
    name = NAMES.get(event.key, "")
    text = getattr(event, "unicode", "")
    shift = bool(mods & pygame.KMOD_SHIFT)
    # Where the question mark lies depends on the keyboard; only the character tells.
    if text in ("?", "\uff1f") or (event.key == pygame.K_SLASH and shift):
        name = "?"
    if text and text in "123456789":  # with Shift on some keyboards
        name = text
    if not name and pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        name = str(event.key - pygame.K_KP_1 + 1)
    if not name and 32 <= event.key < 127:
        name = chr(event.key)
    if not name and event.key > 127 and 0 <= (place := getattr(event, "scancode", 0) - pygame.KSCAN_A) < 26:
        # A keyboard of Cyrillic or Greek letters: what is meant is the key that is Z on others.
        name = chr(ord("a") + place)
    return Key(name, "", shift, bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META)))


def chord_of(key: Key) -> str:
    """Return a key as `keymap` writes it, "" for none that has a name.

    >>> chord_of(Key("z", ctrl=True)), chord_of(Key("f3", shift=True)), chord_of(Key("?", shift=True))
    ('ctrl+z', 'shift+f3', '?')
    """
    if key.name in ("", "text", "editing"):
        return ""
    shift = key.shift and (len(key.name) > 1 or key.name.isalpha())
    return "ctrl+" * key.ctrl + "shift+" * shift + key.name


def is_written(key: Key) -> bool:
    """Say whether a key writes something where a text field has the focus."""
    return not key.ctrl and (key.name == "space" or len(key.name) == 1)
