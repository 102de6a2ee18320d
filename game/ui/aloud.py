"""What is said aloud of a screen: what has the ring, what is new, what was refused, in the words shown."""

from collections.abc import Iterator
from typing import Any

from game.text.catalogue import Catalogue
from game.ui.kit.account import WORDS, Account, Part

ROLES = frozenset(
    {
        "button",
        "choice",
        "tick",
        "tab",
        "field",
        "card",
        "rung",
        "row",
        "link",
        "fold",
        "meter",
        "track",
        "key",
        "scroll",
    }
)
"""Roles that are named; others are words to be read."""

CHOSEN = frozenset({"choice", "tick", "tab", "rung"})
"""Roles of which it is told whether they are chosen."""


def spoken(say: Catalogue, part: Part) -> str:
    """Return what is said of the part that has the focus: what it is called, what it is, how it stands.

    What it is for comes last, so that who knows it can go on.
    """
    return " ".join(_sentence(each) for each in _of(say, part) if each)


SHORT = 200
"""Words up to which a screen is said whole when it comes; of a longer one the title."""


def whole(say: Catalogue, now: Account) -> str:
    """Return all that is on a screen, from the title to the last button, as it is said aloud."""
    parts = (part.label if part.role == WORDS else spoken(say, part) for part in now.parts)
    return " ".join(_sentence(each) for each in (*parts, now.passing) if each)


def heard(say: Catalogue, before: Account | None, now: Account, news: tuple[str, ...] = ()) -> str:
    """Return what is said after something changed, "" for nothing.

    Args:
        before: what was told last, None for nothing yet.
        news: lines of the log that came meanwhile.
    """
    said = list(news)
    if now.passing and (before is None or now.passing != before.passing):
        said.append(now.passing)
    if now.asks and (before is None or not before.asks or before.words != now.words):
        said += now.words  # a question, a reason, a refusal: all of it
    elif before is None or before.screen != now.screen:
        short = sum(len(each.split()) for each in now.words) <= SHORT
        said += now.words if short else now.words[:1]
    focused = now.focused
    is_new = before is None or said != list(news) or before.focus != now.focus or before.focused != focused
    if focused is not None and is_new:
        said.append(spoken(say, focused))
    return " ".join(map(_sentence, said))


def log_lines(model: Any) -> tuple[str, ...]:
    """Return the lines of the log that a screen has, the newest last; none where it has no log."""
    holder = model if hasattr(model, "log") else getattr(model, "tabs", None)
    return tuple(entry.text for entry in getattr(holder, "log", ()))


def _of(say: Catalogue, part: Part) -> Iterator[str]:
    yield part.label
    if part.role in ROLES:
        yield say(f"ui.aloud.{part.role}")
    if part.on is not None and part.role in CHOSEN:
        yield say("ui.aloud.on" if part.on else "ui.aloud.off")
    yield part.state
    if part.shortcut:
        yield say("ui.aloud.shortcut", keys=part.shortcut)
    if not part.enabled:
        yield say("ui.aloud.closed")
    yield part.told


def _sentence(words: str) -> str:
    """Return words with a stop at their end, at which a voice rests."""
    words = words.strip()
    return words if not words or words[-1] in ".!?:…" else f"{words}."
