"""What those wishes lead to: a key asked for, taken or refused, and given back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui.key_wishes import AskKey, DropKey, DropKeys, PutKey
from game.ui.keymap import AS_IT_COMES, KEPT, Keymap
from game.ui.screens.key_names import deed_named, key_named

if TYPE_CHECKING:
    from game.ui.flow import Flow


def _ask(flow: Flow, wish: AskKey) -> None:
    if wish.deed in AS_IT_COMES:
        flow.keyed, flow.key_told = wish.deed, ""


def _put(flow: Flow, wish: PutKey) -> None:
    """Give the deed that is asked about its key; where that cannot be, tell why and ask on."""
    deed, chord, keys = flow.keyed, wish.chord, flow.settings.keys
    if not deed:
        return
    if keys.may_put(deed, chord):
        _settle(flow, keys.put(deed, chord))
        flow.notice = flow.say(
            "ui.keying.done", keys=key_named(flow.say, chord), does=deed_named(flow.say, deed)
        )
        return
    other, key = keys.does(chord), key_named(flow.say, chord)
    if other in ("", KEPT):
        flow.key_told = flow.say("ui.keying.kept" if other else "ui.keying.unfit", keys=key)
    else:
        flow.key_told = flow.say("ui.keying.taken", keys=key, does=deed_named(flow.say, other))


def _drop(flow: Flow, wish: DropKey) -> None:
    """Give the deed that is asked about its first keys, where no other deed has them now."""
    deed, keys = flow.keyed, flow.settings.keys
    if deed and (without := keys.without(deed)).is_clear():
        _settle(flow, without)


def _settle(flow: Flow, keys: Keymap) -> None:
    flow.keyed = flow.key_told = ""
    flow.settings = replace(flow.settings, keys=keys)
    flow.kept = flow.world.keep_settings(flow.settings)


KEYING: dict[type, Callable[[Flow, Any], None]] = {
    AskKey: _ask,
    PutKey: _put,
    DropKey: _drop,
    DropKeys: lambda flow, wish: _settle(flow, Keymap()),
}
"""Every wish about keys with what it leads to."""
