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
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F3: "f3",
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
    if not name and pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        name = str(event.key - pygame.K_KP_1 + 1)
    if not name and 32 <= event.key < 127:
        name = chr(event.key)
    return Key(name, "", shift, bool(mods & (pygame.KMOD_CTRL | pygame.KMOD_META)))
