"""The credits: who made what, under which licence."""

from dataclasses import dataclass

from game.rules.instrument import paragraphs
from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control
from game.ui.wishes import Back


@dataclass(frozen=True, slots=True)
class CreditsPart:
    """A heading and what stands under it."""

    heading: str  # "" for what stands before the first
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreditsModel:
    """Credits."""

    title: str
    parts: tuple[CreditsPart, ...]
    back: Control


def credits_model(say: Catalogue, told: str) -> CreditsModel:
    """Return the credits; `told` is the text of assets/CREDITS.md, "" where it is not there."""
    parts = [CreditsPart("", (say("ui.credits.game"),))]
    heading = ""
    lines: list[str] = []
    for line in [*told.splitlines(), "# "]:
        if line.startswith("#"):
            if any(lines):
                parts.append(CreditsPart(heading, paragraphs("\n".join(lines))))
            heading, lines = line.lstrip("#").strip(), []
        else:
            lines.append(line.strip())
    return CreditsModel(
        title=say("ui.title.credits"),
        parts=tuple(parts),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )
