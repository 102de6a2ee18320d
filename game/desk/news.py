"""What a seat is told: one record after the other, with the reasons that its author stated."""

from dataclasses import dataclass

from game.rules.happenings import Happening
from game.text.wording import Wording


@dataclass(frozen=True, slots=True)
class News:
    """One record as a seat is told it: what followed, and the reasons its author stated."""

    happenings: tuple[Happening, ...]
    reasons: tuple[str, ...] = ()


def log_lines(wording: Wording, news: tuple[News, ...]) -> list[str]:
    """Return the whole story so far, one line a fact."""
    lines: list[str] = []
    happenings: list[Happening] = [happening for each in news for happening in each.happenings]
    for happening in happenings:
        lines += [line for line in wording.happening(happening) if line]
    return lines
