"""What a search has met: states with the way to them, a witness for each thing, what else was noticed."""

from collections import Counter
from dataclasses import dataclass, field

from game.analysis.asked import Guard, GuardKey
from game.analysis.things import Thing
from game.rules.moves import Move
from game.rules.state import State
from game.rules.transcript import Made


@dataclass(frozen=True, slots=True)
class Node:
    """A state that was met, and how: `parent` is None at the opening."""

    state: State
    parent: "Node | None"
    author: int
    move: Move | None
    depth: int

    def line(self) -> tuple[Made, ...]:
        """Return the moves from the opening to here."""
        found: list[Made] = []
        node: Node | None = self
        while node is not None and node.move is not None:
            found.append(Made(node.author, node.move))
            node = node.parent
        return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Witness:
    """A line of play at whose end a thing is met; of a refusal also the move that is then refused."""

    node: Node
    refused: Made | None = None


@dataclass(slots=True)
class Found:
    """All that a search has met."""

    witnesses: dict[Thing, Witness] = field(default_factory=dict)
    hits: Counter[Thing] = field(default_factory=Counter)  # drawn games that met a thing
    games: int = 0  # drawn
    states: int = 0  # reached by a move, not all different
    kept: int = 0  # of the broad search
    guards: dict[GuardKey, Guard] = field(default_factory=dict)
    stuck: list[Node] = field(default_factory=list)  # a party is to move and may do nothing
