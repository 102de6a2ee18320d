"""What happened, for those who look on: every deed with the sign of its side, reasons told of both."""

from collections.abc import Sequence

from game.desk.frames import Frame
from game.desk.news import News
from game.rules.happenings import MeterChanged
from game.rules.reasoned import told_reasoned
from game.text.wording import Wording
from game.ui.screens.parts import Control
from game.ui.screens.table_model import LogEntry
from game.ui.wishes import AskWhy

VOICES = ("first", "second")
"""The voices of party 0 and party 1 in a log that nobody is part of."""


def voice(author: int | None) -> str:
    """Return whose voice a deed has; chance, homes and the unknown have none."""
    return VOICES[author] if author in (0, 1) else "other"


def log(wording: Wording, news: Sequence[News]) -> tuple[LogEntry, ...]:
    """Return everything told, one entry a line, with the reasons stated."""
    found: list[LogEntry] = []
    for each in news:
        reasons = each.reasons
        deed: list[str] = []  # the first line, which tells what the others followed from
        for happening in each.happenings:
            whose = voice(getattr(happening, "party", None))
            told = [line for line in wording.happening(happening) if line]
            numbers = told_reasoned(wording.scenario, happening)
            deed = deed or told[:1]
            about = "\n".join(dict.fromkeys((*deed, *told, wording.say("ui.about.log"))))
            for place, line in enumerate(told):
                id, asked = f"log:{len(found)}", bool(numbers) and any(map(str.isdigit, line))
                ask = Control(id, line, AskWhy(id), does=about, reasons=numbers) if asked else None
                found.append(LogEntry(line, whose, int(place > 0), ask))
            if told and reasons and whose in VOICES:
                line = wording.say("news.reasons", n=len(reasons), reasons=" ".join(reasons))
                found.append(LogEntry(line, whose, 1))
                reasons = ()
    return tuple(found)


def changes(frames: Sequence[Frame]) -> tuple[MeterChanged, ...]:
    """Return how the meters changed, for why they stand where they do."""
    return tuple(fact for each in frames for fact in each.happenings if isinstance(fact, MeterChanged))
