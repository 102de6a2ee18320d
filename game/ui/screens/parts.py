"""The pieces of which the models of all screens are made: values with their `why`, and controls."""

from dataclasses import dataclass

from game.ui.intents import Intent


@dataclass(frozen=True, slots=True)
class Said:
    """Words on a screen, with the topic that `why` explains them by."""

    text: str
    why: str = ""  # for AskWhy; "" where there is nothing to explain


@dataclass(frozen=True, slots=True)
class Control:
    """Something that may be pressed: a button, a radio button, a card, a tab."""

    id: str  # stable while the screen is shown, unique on it
    label: str
    intent: Intent
    note: str = ""  # a second line: what it costs, what follows
    on: bool = False  # chosen, ticked, shown
    enabled: bool = True
    reason: str = ""  # why it is not enabled; read aloud with the label
    why: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that may be written into; the screen makes the intent from its kind and the text."""

    id: str
    label: str
    text: str
    kind: type  # the intent whose only field is the text
    limit: int = 200  # signs


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to "why?": a heading, then lines from the result down to its source."""

    topic: str
    title: str
    lines: tuple[str, ...]
