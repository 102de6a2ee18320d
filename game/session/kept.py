"""The scenario that a save carries, through the same loader as any other."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.diagnostics import Severity
from game.content.load import load_sources
from game.rules.scenario import Scenario


def load_kept(files: Mapping[str, str]) -> Scenario:
    """Return the scenario of stored source files: the `Load` of `open_save`.

    Raises:
        ValueError: they hold an error; the first is the message.
    """
    loaded = load_sources(files)
    if loaded.scenario is None:
        errors = [found for found in loaded.report if found.code.severity is Severity.ERROR]
        raise ValueError(errors[0].render().splitlines()[0] if errors else "it has no scenario")
    return loaded.scenario
