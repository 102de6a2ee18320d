"""The diagram of a scenario for a screen: boxes and ways that can be asked about, what was gone through."""

from collections.abc import Mapping

from game.analysis.coverage import coverage
from game.desk.diagram import OVER, Arrow, Box, Diagram, Kind, Line, Part, diagram
from game.desk.local import LocalGame
from game.rules.scenario import Scenario
from game.rules.state import State
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital
from game.ui.keymap import Keymap
from game.ui.screens.corner_model import Cluster, DiagramPage, Node, Way
from game.ui.screens.key_names import keys_named
from game.ui.screens.parts import Control
from game.ui.wishes import AskWhy

GONE = (Line.SOME, Line.MOST)


def diagram_page(say: Catalogue, game: LocalGame, keys: Keymap) -> DiagramPage:
    """Return the scenario on the table, drawn, with where it stands and where it came through."""
    session = game.session
    wording = Wording(say, session.scenario, None)
    drawn = diagram(wording, coverage(session.scenario, (session.mainline,)), in_numbers=False)
    sheet = _Sheet(say, drawn, now_at(session.scenario, session.state))
    first, *rest = drawn.parts
    return DiagramPage(
        key=say("ui.corner.key", keys=keys_named(say, keys, "why")),
        rounds=Cluster(first.title, tuple(sheet.node(box, arrows) for box, arrows in first.boxes)),
        clusters=tuple(Cluster(part.title, sheet.trees(part)) for part in rest),
    )


def now_at(scenario: Scenario, state: State) -> frozenset[str]:
    """Return the ids of the boxes where the talks stand: a round and cards that wait, or the ending."""
    if state.outcome is not None:
        return frozenset((OVER, f"ending_{scenario.endings[state.outcome.ending].id}"))
    waiting = (scenario.decisions[card].id for cards in state.pending for card in cards)
    return frozenset((f"round_{scenario.rounds[state.round].id}", *(f"decision_{id}" for id in waiting)))


class _Sheet:
    """A diagram while its boxes are made."""

    def __init__(self, say: Catalogue, drawn: Diagram, now: frozenset[str]) -> None:
        self._say, self._now = say, now
        boxes = [box for part in drawn.parts for box, _ in part.boxes]
        self._names: Mapping[str, str] = {box.id: box.lines[0] for box in boxes}
        self._came: dict[str, list[str]] = {}  # by ending, after what the talks come to it
        for part in drawn.parts:
            for _, arrows in part.boxes:
                for arrow in arrows:
                    if arrow.source == OVER:
                        self._came.setdefault(arrow.target, []).extend(arrow.lines)

    def trees(self, part: Part) -> tuple[Node, ...]:
        """Return the boxes of a part, those that belong to another below it."""
        inside = {box.id: (box, arrows) for box, arrows in part.boxes}
        owned = {
            arrow.target
            for _, arrows in part.boxes
            for arrow in arrows
            if inside.get(arrow.target, (None,))[0] is not None and self._belongs(inside[arrow.target][0])
        }
        found = []
        for box, arrows in part.boxes:
            if box.id not in owned:
                below = tuple(
                    self.node(*inside[arrow.target], arrow) for arrow in arrows if arrow.target in owned
                )
                found.append(
                    self.node(box, tuple(each for each in arrows if each.target not in owned), below=below)
                )
        return tuple(found)

    @staticmethod
    def _belongs(box: Box) -> bool:
        return box.kind in (Kind.CHOICE, Kind.OUTCOME)

    def node(
        self,
        box: Box,
        arrows: tuple[Arrow, ...],
        into: Arrow | None = None,
        below: tuple[Node, ...] = (),
    ) -> Node:
        """Return a box with its ways on.

        Args:
            into: the arrow by which it belongs to another box.
        """
        say, is_now = self._say, box.id in self._now
        name, *lines = box.lines
        lines += self._came.get(box.id, []) if box.kind is Kind.ENDING else []
        lines += into.lines if into is not None else ()
        ways = () if box.id == OVER else tuple(self._way(arrow, n) for n, arrow in enumerate(arrows))
        kind = say(f"ui.corner.kind.{box.kind.name.lower()}")
        mark = say("ui.corner.now") if is_now else say("ui.corner.gone") if box.line in GONE else ""
        told = (capital(f"{kind}: {name}"), *lines, *(each.ask.label for each in ways), mark)
        ask = Control(
            f"node:{box.id}",
            name,
            AskWhy(f"node:{box.id}"),
            does="\n".join(capital(line) for line in told if line),
        )
        return Node(box.id, ask, kind, tuple(lines), mark, is_now, ways, below)

    def _way(self, arrow: Arrow, n: int) -> Way:
        say = self._say
        label = say(
            "ui.corner.way" if arrow.lines else "ui.corner.way_bare",
            target=self._names.get(arrow.target, arrow.target),
            when=capital("; ".join(arrow.lines)),
        )
        is_gone = arrow.is_way and arrow.line in GONE
        gone = (say("ui.corner.way_gone"),) if is_gone else ()
        told = (say("ui.corner.from", source=self._names[arrow.source]), label, *gone)
        id = f"way:{arrow.source}:{n}"
        return Way(Control(id, label, AskWhy(id), does="\n".join(told)), arrow.target, is_gone)
