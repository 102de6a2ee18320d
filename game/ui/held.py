"""Keys held down: what the system repeats is told apart from what a person struck.

While a frame takes long, repeats pile up of a key that was let go long ago: Enter must not press what comes
to lie under it, and Tab must not run past it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pygame

ROLLING = frozenset(
    {
        pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB, pygame.K_PAGEUP,
        pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_DELETE,
    }
)  # fmt: skip
"""Keys that go on while they are held; others count once."""


class Held:
    """Knows which keys are down."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def meant(self, events: Sequence[Any]) -> Iterator[Any]:
        """Yield the events of one turn without repeats that nobody meant.

        Of a rolling key one repeat a turn is left, and none where the key is let go in the same turn.
        """
        let_go = {event.key for event in events if event.type == pygame.KEYUP}
        rolled: set[int] = set()
        for event in events:
            if event.type == pygame.WINDOWFOCUSLOST:
                self._down.clear()
            elif event.type == pygame.KEYUP:
                self._down.discard(event.key)
            elif event.type == pygame.KEYDOWN:
                if event.key in self._down:
                    if event.key not in ROLLING or event.key in let_go or event.key in rolled:
                        continue
                    rolled.add(event.key)
                self._down.add(event.key)
            yield event
