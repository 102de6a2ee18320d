"""All that `check` looks at: what the files say, what playing them shows, what can be proved of them."""

from dataclasses import dataclass
from pathlib import Path

from game.content.diagnostics import Report
from game.content.glyphs import check_glyphs
from game.content.load import Loaded, load
from game.content.room import check_room
from game.content.silence import check_silences
from game.content.trial import try_out
from game.content.untranslated import check_translations
from game.desk.plan_playing import PlannedPlay, plans_played
from game.desk.proving import prove
from game.desk.reading_time import check_reading


@dataclass(frozen=True, slots=True)
class Review:
    """A scenario with all that was found in it."""

    loaded: Loaded
    plans: tuple[PlannedPlay, ...]
    """Each plan beside it, as far as it went."""

    @property
    def report(self) -> Report:
        """Everything found."""
        return self.loaded.report


def reviewed(where: str | Path, scenarios: Path | None = None) -> Review:
    """Return the scenario that `where` means with everything that can be found in it in its report.

    Args:
        scenarios: the folder in which names are looked up, as for `load`.
    """
    loaded = load(where, scenarios)
    return Review(loaded, review(loaded))


def review(loaded: Loaded) -> tuple[PlannedPlay, ...]:
    """Add to the report of a scenario what its files alone do not tell; return its plans as played."""
    try_out(loaded)
    prove(loaded)
    plans = plans_played(loaded)
    check_translations(loaded)
    check_room(loaded)
    check_glyphs(loaded)
    check_reading(loaded)
    check_silences(loaded.report)  # the last: by now all has spoken that could be silenced
    return plans
