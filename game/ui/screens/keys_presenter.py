"""The keys: every deed with its key, and the card that waits for another."""

from dataclasses import dataclass

from game.text.catalogue import Catalogue
from game.ui.key_wishes import AskKey, DropKey, DropKeys
from game.ui.keymap import AS_IT_COMES, STAYING, Keymap
from game.ui.screens.key_names import deed_named, key_named
from game.ui.screens.parts import Control
from game.ui.wishes import Back


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A deed and the button with its key."""

    does: str
    key: Control
    stays: str = ""  # what does it too, whatever is chosen


@dataclass(frozen=True, slots=True)
class KeyCard:
    """The card that waits for a key."""

    title: str
    text: str
    waits: str  # what stands where the key is to be struck
    told: str  # why the last key struck could not be taken, "" where none was
    drop: Control
    leave: Control


@dataclass(frozen=True, slots=True)
class KeysModel:
    """The keys; a change holds at once."""

    title: str
    note: str
    rows: tuple[KeyRow, ...]
    more_heading: str
    more: tuple[KeyRow, ...]  # deeds whose own keys stay, and that may have another beside them
    card: KeyCard | None
    kept: str
    reset: Control
    back: Control


def keys_model(say: Catalogue, keys: Keymap, asked: str, told: str, kept: str) -> KeysModel:
    """Return the keys.

    Args:
        asked: the deed whose key is asked for, "" for none.
        told: why the last key struck could not be taken.
        kept: where the settings are kept, or why they cannot be.
    """
    rows = {deed: _row(say, keys, deed) for deed in AS_IT_COMES}
    changed = keys != Keymap()
    return KeysModel(
        title=say("ui.keying.title"),
        note=say("ui.keying.note"),
        rows=tuple(row for deed, row in rows.items() if deed not in STAYING),
        more_heading=say("ui.keying.more"),
        more=tuple(row for deed, row in rows.items() if deed in STAYING),
        card=_card(say, keys, asked, told) if asked else None,
        kept=kept,
        reset=Control(
            "reset",
            say("ui.keying.reset"),
            DropKeys(),
            enabled=changed,
            reason="" if changed else say("ui.keying.as_it_comes"),
            does=say("ui.keying.reset_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _row(say: Catalogue, keys: Keymap, deed: str) -> KeyRow:
    does = deed_named(say, deed)
    own = keys.of(deed)
    label = key_named(say, own[0]) if own else say("ui.keying.none")
    stays = key_named(say, STAYING[deed]) if deed in STAYING else ""
    control = Control(
        f"key:{deed}",
        label,
        AskKey(deed),
        note=does,
        does=say("ui.keying.ask_does"),
    )
    return KeyRow(does, control, stays)


def _card(say: Catalogue, keys: Keymap, deed: str, told: str) -> KeyCard:
    without = keys.without(deed)
    first = key_named(say, next(iter(without.of(deed)), ""))
    free = without != keys and without.is_clear()
    if without == keys:
        reason = say("ui.keying.as_it_comes_one")
    else:
        reason = "" if free else say("ui.keying.first_taken", keys=first)
    return KeyCard(
        title=deed_named(say, deed),
        text=say("ui.keying.text"),
        waits=say("ui.keying.waits"),
        told=told,
        drop=Control(
            "drop_key",
            say("ui.keying.drop", keys=first) if first else say("ui.keying.drop_bare"),
            DropKey(),
            enabled=free,
            reason=reason,
            does=say("ui.keying.drop_does"),
        ),
        leave=Control("leave_key", say("ui.keying.leave"), Back(), does=say("ui.keying.leave_does")),
    )
