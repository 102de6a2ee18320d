"""What spans several sections and can be told from the files alone, one small function per check."""

from __future__ import annotations

from game.content.reader import Reading
from game.rules.scenario import Scenario


def check(reading: Reading, scenario: Scenario, failed: frozenset[str]) -> None:
    """Report what the sections say together and should not, passing over those in `failed`."""
