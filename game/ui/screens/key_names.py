"""What keys and deeds are called on the screen, and the list of the keys that hold now."""

from collections.abc import Iterator

from game.text.catalogue import Catalogue
from game.ui.keymap import STAYING, Keymap

STANDING = (
    ("tab", "tab"),
    ("arrows", "arrows"),
    ("enter", "enter"),
    ("back", "escape"),
    ("digits", "digits"),
)
"""The keys that always stay, as they stand in the list: what they do, and what they are called."""

LISTED = ("why", "help", "undo", "save", "larger", "smaller", "full", "read")
PREVIEW = ("corner", "turn")
GAME = ("wall",)
TIMED = ("clock", "more")


def key_named(say: Catalogue, chord: str) -> str:
    """Return what stands on the keys of a chord, "" for none."""
    for held in ("ctrl", "shift"):
        if chord.startswith(f"{held}+") and chord != f"{held}+":
            return say(f"ui.key.{held}", keys=key_named(say, chord.removeprefix(f"{held}+")))
    key = f"ui.key.{chord}"
    return say(key) if len(chord) > 1 and say.has(key) else chord.upper()


def keys_named(say: Catalogue, keys: Keymap, deed: str) -> str:
    """Return what is called the key of a deed: the one that is told, of those that do it."""
    return key_named(say, keys.told(deed))


def deed_named(say: Catalogue, deed: str) -> str:
    """Return what a deed is called."""
    return say(f"ui.deed.{deed}")


def key_list(
    say: Catalogue, keys: Keymap, *, preview: bool, game: bool = False, timed: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield every key that holds now with what it does; those of a preview, a game or a clock only where
    there is one."""
    for does, name in STANDING:
        yield say(f"ui.key.{name}"), say(f"ui.keys.{does}")
    now = (*(PREVIEW if preview else ()), *(GAME if game else ()), *(TIMED if timed else ()))
    for deed in (*LISTED, *now):
        yield keys_named(say, keys, deed), deed_named(say, deed)
    for deed in STAYING:
        if keys.of(deed):
            yield keys_named(say, keys, deed), deed_named(say, deed)
