"""The credits: who made what, under which licence."""

from dataclasses import dataclass

from game.rules.instrument import paragraphs
from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control
from game.ui.wishes import Back


@dataclass(frozen=True, slots=True)
class CreditsModel:
    """Credits."""

    title: str
    paragraphs: tuple[str, ...]
    back: Control


def credits_model(say: Catalogue, told: str) -> CreditsModel:
    """Return the credits; `told` is the text of assets/CREDITS.md, "" where it is not there."""
    plain = "\n".join(line.lstrip("#").strip() for line in told.splitlines())
    return CreditsModel(
        title=say("ui.title.credits"),
        paragraphs=(say("ui.credits.game"), *paragraphs(plain)),
        back=Control("back", say("ui.back"), Back()),
    )
