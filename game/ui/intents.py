"""What a person asked for at the window, as values. Widgets make them, the flow of screens answers them.

An id is the id of the widget as the screen's author chose it: a string or a tuple of strings and numbers.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, card, link or row was acted on (Enter, Space, click, or its number key)."""

    id: Hashable


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of several was chosen: a choice, a tab, a rung of a ladder, a tick (value True or False)."""

    id: Hashable
    value: Hashable


@dataclass(frozen=True, slots=True)
class Typed:
    """The words in a text field changed; `text` is all of it. Enter in a one-line field gives `Pressed`."""

    id: Hashable
    text: str


@dataclass(frozen=True, slots=True)
class Scrolled:
    """A scrolling part stands at `offset` pixels from its top. Nothing has to answer."""

    id: Hashable
    offset: int


@dataclass(frozen=True, slots=True)
class Why:
    """The key of "why?" on the focused thing (None: nothing is focused), or Enter on a closed one.

    What the thing is and what it is called serve where the model of the screen has nothing of that id.
    """

    id: Hashable | None
    role: str = field(default="", compare=False)  # as in `kit.widget.Item`
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Back:
    """Out of what is open, by Esc or a key of one's own."""


@dataclass(frozen=True, slots=True)
class Help:
    """The list of keys."""


@dataclass(frozen=True, slots=True)
class Corner:
    """The instructor's corner, or back from it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The table turned, to be looked at from the other seat."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of the table made to stand, or to go on."""


@dataclass(frozen=True, slots=True)
class More:
    """A minute more on that clock."""


@dataclass(frozen=True, slots=True)
class Wall:
    """What both sides know, shown large, or back from it."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The last move taken back; asked outside of text fields only."""


@dataclass(frozen=True, slots=True)
class Save:
    """Where the game is saved."""


@dataclass(frozen=True, slots=True)
class Larger:
    """The next text size, `steps` up or down."""

    steps: int


@dataclass(frozen=True, slots=True)
class Full:
    """Full screen, or back from it. The window answers it itself."""


@dataclass(frozen=True, slots=True)
class Read:
    """The whole screen read aloud. The window answers it itself."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A key was struck where one was asked for; `chord` as `keymap` writes it."""

    id: Hashable
    chord: str


@dataclass(frozen=True, slots=True)
class Leave:
    """The window was asked to close."""


Intent = (
    Pressed
    | Chosen
    | Typed
    | Scrolled
    | Why
    | Back
    | Help
    | Corner
    | Turn
    | Clock
    | More
    | Wall
    | Undo
    | Save
    | Larger
    | Full
    | Read
    | Struck
    | Leave
)
