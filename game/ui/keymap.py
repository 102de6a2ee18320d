"""Which key does what: the keys as they come, and those that a person put in their place.

A key is written as a chord: `ctrl+` and `shift+` as they are held, then the name by which widgets know it
("f1", "z", "?"). Signs are told by what they write, so that no `shift+` stands before them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

AS_IT_COMES: Mapping[str, tuple[str, ...]] = {
    "why": ("?",),
    "help": ("f1",),
    "undo": ("ctrl+z",),
    "save": ("ctrl+s",),
    "larger": ("ctrl++", "ctrl+="),
    "smaller": ("ctrl+-",),
    "full": ("f11",),
    "read": ("f4",),
    "corner": ("f2",),
    "turn": ("f3",),
    "clock": ("f6",),
    "more": ("f7",),
    "wall": ("f8",),
    "next": (),
    "previous": (),
    "press": (),
    "back": (),
    "left": (),
    "right": (),
    "up": (),
    "down": (),
    "page_up": (),
    "page_down": (),
}
"""Every deed that may have a key of one's own, with its keys as it comes; the first is the one told.

Those without any are done by keys that always stay, whatever a person chooses, so that nobody is locked out.
"""

STAYING: Mapping[str, str] = {
    "next": "tab",
    "previous": "shift+tab",
    "press": "enter",
    "back": "escape",
    "left": "left",
    "right": "right",
    "up": "up",
    "down": "down",
    "page_up": "pageup",
    "page_down": "pagedown",
}
"""The key that does a deed whatever a person chooses."""

KEPT = "kept"
"""What a chord does that nobody can give away: it moves the focus, writes, or presses a card."""

_KEPT = re.compile(
    r"(ctrl\+)?(shift\+)?(tab|enter|space|escape|left|right|up|down|pageup|pagedown|home|end|backspace|delete)"
    r"|(ctrl\+)?[1-9]|ctrl\+[acvx]"
)
_CHORD = re.compile(r"(ctrl\+)?(?:(shift\+)?(f[1-9]|f1[0-2]|insert|[a-z])|[!-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of one person."""

    own: tuple[tuple[str, str], ...] = ()
    """Deeds with the chord that a person gave them, in the order in which they were given."""

    def of(self, deed: str) -> tuple[str, ...]:
        """Return the chords that do a deed, but those that always stay; raise `KeyError` for no such deed."""
        own = dict(self.own).get(deed)
        return AS_IT_COMES[deed] if own is None else (own,)

    def told(self, deed: str) -> str:
        """Return the chord that a screen tells for a deed."""
        return next(iter(self.of(deed)), STAYING.get(deed, ""))

    def holders(self, chord: str) -> tuple[str, ...]:
        """Return the deeds that have a chord: none, or one in keys that can be told apart."""
        return tuple(deed for deed in AS_IT_COMES if chord in self.of(deed))

    def does(self, chord: str) -> str:
        """Return the deed that a chord is for, `KEPT` where it cannot be given away, "" where it is free."""
        return KEPT if _KEPT.fullmatch(chord) else next(iter(self.holders(chord)), "")

    def may_put(self, deed: str, chord: str) -> bool:
        """Say whether a deed may have a chord: it is one, and nothing else has it."""
        return is_put(deed, chord) and self.does(chord) in ("", deed)

    def put(self, deed: str, chord: str) -> "Keymap":
        """Return the keys with a deed's own chord, which takes the place of those it had.

        Raises:
            ValueError: it may not have it.
        """
        if not self.may_put(deed, chord):
            raise ValueError(f"{deed} may not have the key {chord!r}")
        before = self.without(deed)
        if chord == before.told(deed) and before.is_clear():
            return before
        return replace(before, own=(*before.own, (deed, chord)))

    def without(self, deed: str) -> "Keymap":
        """Return the keys with those that a deed has as it comes, whoever else has them."""
        return replace(self, own=tuple(each for each in self.own if each[0] != deed))

    def is_clear(self) -> bool:
        """Say whether no chord is for two deeds."""
        chords = [chord for deed in AS_IT_COMES for chord in self.of(deed)]
        return len(chords) == len(set(chords))


def is_put(deed: object, chord: object) -> bool:
    """Say whether these are a deed and a chord that it might be given."""
    known = isinstance(deed, str) and deed in AS_IT_COMES
    return known and isinstance(chord, str) and bool(_CHORD.fullmatch(chord)) and not _KEPT.fullmatch(chord)


def keymap_from(kept: object) -> Keymap:
    """Return the keys kept as a mapping of deeds to chords; what makes no sense is left out."""
    given = kept.items() if isinstance(kept, Mapping) else ()
    keys = Keymap(tuple((deed, chord) for deed, chord in given if is_put(deed, chord)))
    while not keys.is_clear():
        keys = replace(keys, own=keys.own[:-1])
    return keys
