"""All that `check` looks at: what the files say, what playing them shows, what can be proved of them."""

from pathlib import Path

from game.content.load import Loaded, load
from game.content.silence import check_silences
from game.content.trial import try_out


def reviewed(where: str | Path, scenarios: Path | None = None) -> Loaded:
    """Return the scenario that `where` means with everything that can be found in it in its report.

    Args:
        scenarios: the folder in which names are looked up, as for `load`.
    """
    loaded = load(where, scenarios)
    review(loaded)
    return loaded


def review(loaded: Loaded) -> None:
    """Add to the report of a scenario what its files alone do not tell."""
    try_out(loaded)
    check_silences(loaded.report)  # the last: by now all has spoken that could be silenced
