"""The life of a session: lobby, briefing, negotiating, paused, debrief. A live machine, typed.

It moves a few times an hour. The talks themselves are a compiled table in `game/rules`.
"""

from __future__ import annotations

import logging
from enum import Enum
from typing import Any

from transitions import Machine, MachineError

logging.getLogger("transitions").setLevel(logging.WARNING)  # it tells every change at INFO


class Phase(Enum):
    """Where a session stands."""

    LOBBY = "lobby"
    BRIEFING = "briefing"
    NEGOTIATING = "negotiating"
    PAUSED = "paused"
    DEBRIEF = "debrief"


class _Model:
    """What the library hangs its names on; separate, so that none of them can hide one of ours."""

    state: str


_EDGES: list[dict[str, Any]] = [
    {"trigger": "go_brief", "source": "lobby", "dest": "briefing"},
    {"trigger": "go_begin", "source": ["lobby", "briefing"], "dest": "negotiating"},
    {"trigger": "go_pause", "source": "negotiating", "dest": "paused"},
    {"trigger": "go_resume", "source": "paused", "dest": "negotiating"},
    {"trigger": "go_conclude", "source": ["negotiating", "paused"], "dest": "debrief"},
    {"trigger": "go_take_back", "source": "debrief", "dest": "negotiating"},
]


class Lifecycle:
    """The phase of one session and what may change it. Each change returns whether it was made."""

    def __init__(self) -> None:
        self._model = _Model()
        self._machine = Machine(
            model=self._model,
            states=[phase.value for phase in Phase],
            transitions=_EDGES,
            initial=Phase.LOBBY.value,
            auto_transitions=False,  # else every phase could be jumped to
            send_event=False,
        )

    @property
    def phase(self) -> Phase:
        """The present phase."""
        return Phase(self._model.state)

    def brief(self) -> bool:
        """Let the delegations read their papers."""
        return self._go("go_brief")

    def begin(self) -> bool:
        """Open the talks."""
        return self._go("go_begin")

    def pause(self) -> bool:
        """Let the table wait."""
        return self._go("go_pause")

    def resume(self) -> bool:
        """Let the table go on."""
        return self._go("go_resume")

    def conclude(self) -> bool:
        """The negotiation has an outcome."""
        return self._go("go_conclude")

    def take_back(self) -> bool:
        """The outcome was undone."""
        return self._go("go_take_back")

    def _go(self, trigger: str) -> bool:
        try:
            return bool(self._machine.events[trigger].trigger(self._model))
        except MachineError:
            return False
