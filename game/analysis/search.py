"""A search for lines of play that meet the things of a scenario: each thing found has one as its witness.

Several ways one after the other, all over the moves of `suggested.py`: broad search that keeps what is new,
games that work for a text, search towards the conditions of what is missing; drawn games follow
(`drawing.py`). None of them proves that what they do not find is not there.
"""

from collections import deque
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import count

from game.analysis.asked import Guard, GuardKey, telling
from game.analysis.distance import distance, guards_of
from game.analysis.driving import driving, target_for
from game.analysis.novelty import NOTHING, Features, Novelty
from game.analysis.suggested import attempts, suggested
from game.analysis.things import REFUSALS, Kind, Thing, met_at_opening, met_by
from game.analysis.witness import Found, Node, Witness
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic, draw
from game.rules.expressions import Expression
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Draw, Hold, Move, PartyMove, Propose
from game.rules.scenario import NATURE, Scenario
from game.rules.state import State, to_move
from game.rules.transcript import Made

GAME_LIMIT = 600
"""Records of a drawn game at most."""

FRUITLESS = 600
"""Places in a row without a new refusal code after which no more are tried."""


class Search:
    """Looks for witnesses as long as it is let: `going` is asked often and says whether to go on."""

    def __init__(self, scenario: Scenario, wanted: frozenset[Thing], found: Found | None = None) -> None:
        self.found = found or Found()
        self.wanted = wanted
        self.refusable = frozenset(thing for thing in wanted if thing.kind is Kind.REFUSAL)
        # By identity; the nodes are kept, or their numbers would be used again.
        self._attempted: dict[int, Node] = {}
        self._looked_beside: dict[int, Node] = {}
        self._offered_at: set[tuple[object, ...]] = set()  # where offers were tried beside a line
        self._situations: set[tuple[object, ...]] = set()  # in which moves of every kind were tried
        self._fruitless = 0  # attempts since one was refused with a new code
        self.scenario = telling(scenario, self.found.guards)
        opened = open_negotiation(self.scenario)
        self.root = Node(opened.state, None, -1, None, 0)
        self.at_opening = frozenset(met_at_opening(opened.state, opened.happenings))
        self._meet(self.root, self.at_opening)

    @property
    def missing(self) -> frozenset[Thing]:
        """What has no witness yet."""
        return self.wanted - self.found.witnesses.keys()

    def _meet(self, node: Node, met: Iterable[Thing]) -> None:
        for thing in met:
            had = self.found.witnesses.get(thing)
            if had is None or had.node.depth > node.depth:
                self.found.witnesses[thing] = Witness(node)

    def made(self, node: Node, author: int, move: Move) -> tuple[Node, list[Thing]]:
        """Make a legal move: return where it leads, and what it met."""
        applied = apply(self.scenario, node.state, author, move)
        child = Node(applied.state, node, author, move, node.depth + 1)
        self.found.states += 1
        met = list(met_by(author, move, node.state, applied.state, applied.happenings))
        self._meet(child, met)
        situation = _situation(child.state)
        if situation not in self._situations:
            self._situations.add(situation)
            if self.missing & self.refusable:
                self._attempt(child)
        return child, met

    def _child(self, node: Node, author: int, move: Move) -> Node:
        return self.made(node, author, move)[0]

    def _moves(self, node: Node) -> list[tuple[int, Move]]:
        """Return what may follow: every outcome of chance, what a home must say, moves worth trying."""
        scenario, state = self.scenario, node.state
        who = to_move(state)
        if who == NATURE:
            event = state.draws[0]
            return [(NATURE, Draw(event, n)) for n in range(len(scenario.events[event].outcomes))]
        due = automatic(scenario, state, 0, 0, 0)
        if due is not None:
            return [due]
        if who not in (0, 1):
            return []
        self.ask(state, who)
        moves = suggested(scenario, state, who)
        if not moves and next(iter(LegalMoves(scenario, state, who)), None) is None:
            self.found.stuck.append(node)
        return [(who, move) for move in moves]

    def ask(self, state: State, party: int) -> None:
        """Judge the conditions that the party to move may see fail."""
        scenario = self.scenario
        if state.pending[party]:
            for index in state.pending[party]:
                for number, choice in enumerate(scenario.decisions[index].choices):
                    if choice.when is not None:
                        self._judge(("choice", index, number, -1), choice.when, state)
            return
        for index, action in enumerate(scenario.actions):
            if action.when is not None and action.party[party]:
                self._judge(("action", index, -1, -1), action.when, state)

    def _judge(self, key: GuardKey, guard: Expression, state: State) -> None:
        seen = self.found.guards.setdefault(key, Guard())
        if seen.asked < 1000 or seen.held in (0, seen.asked):  # beyond that nothing new is learnt
            seen.asked += 1
            seen.held += bool(guard.evaluate(state.provisional, state, self.scenario))

    def refusals(self, going: Callable[[], bool]) -> None:
        """Try moves of every kind where the lines found so far have been, for the codes of their refusal."""
        for node in self._on_the_way():
            if not going() or not self.missing & self.refusable:
                return
            if id(node) not in self._attempted:
                self._attempted[id(node)] = node
                self.attempt(node)

    def attempt(self, node: Node) -> None:
        """Try moves of every kind at a place, until many places in a row have shown no new code."""
        if self._fruitless >= FRUITLESS:
            return
        before = len(self.missing)
        self._attempt(node)
        self._fruitless = 0 if len(self.missing) < before else self._fruitless + 1

    def _attempt(self, node: Node) -> None:
        who = to_move(node.state)
        party = who if who in (0, 1) else 0
        for move in attempts(self.scenario, node.state, party):
            self._refused(node, party, move)
        self._refused(node, 1 - party, Hold())

    def _refused(self, node: Node, author: int, move: PartyMove) -> None:
        why = refusal(self.scenario, node.state, author, move)
        if why is None:
            return
        thing = Thing(Kind.REFUSAL, REFUSALS.index(why.why))
        had = self.found.witnesses.get(thing)
        if had is None or had.node.depth > node.depth:
            self.found.witnesses[thing] = Witness(node, Made(author, move))

    def written(self) -> None:
        """Play the documented lines, which cost nothing to find."""
        for line in self.scenario.history:
            draws, steps, node = dict(line.draws), list(line.steps), self.root
            while node.state.outcome is None:
                due = automatic(self.scenario, node.state, 0, 0, 0, chance_on=False)
                if due is None and not steps:
                    break
                if due is None:
                    step = steps.pop(0)
                    move: Move = step.move  # type: ignore[assignment]  # by the loader
                    if refusal(self.scenario, node.state, step.author, move) is not None:
                        break
                    due = step.author, move
                elif isinstance(due[1], Draw):
                    due = NATURE, Draw(due[1].event, draws.get(due[1].event, due[1].outcome))
                node = self._child(node, *due)

    def along(self, moves: Iterable[Made]) -> None:
        """Play a line that somebody has found before, as far as it is legal."""
        node = self.root
        for made in moves:
            if refusal(self.scenario, node.state, made.author, made.move) is not None:
                return
            node = self._child(node, made.author, made.move)

    def broad(self, width: int, going: Callable[[], bool]) -> bool:
        """Search broadly, every meeting in its turn; return whether all that is new was looked at."""
        novelty = Novelty(self.scenario, width)
        layers: dict[tuple[int, int], deque[tuple[Node, Features]]] = {}
        features = novelty.features(self.root.state)
        novelty.is_new(features, NOTHING)
        layers[self.root.state.round, self.root.state.slot] = deque([(self.root, features)])
        while any(layers.values()):
            for layer in list(layers.values()):
                for _ in range(min(8, len(layer))):
                    if not going():
                        return False
                    node, mine = layer.popleft()
                    for author, move in self._moves(node):
                        child = self._child(node, author, move)
                        if child.state.outcome is not None:
                            continue
                        features = novelty.features(child.state)
                        if novelty.is_new(features, mine):
                            self.found.kept += 1
                            place = child.state.round, child.state.slot
                            layers.setdefault(place, deque()).append((child, features))
        return True

    def _on_the_way(self) -> list[Node]:
        """Return the nodes on the lines of all witnesses, each once, the latest found first."""
        found: dict[int, Node] = {}
        for witness in reversed(self.found.witnesses.values()):
            node: Node | None = witness.node
            while node is not None and id(node) not in found:
                found[id(node)] = node
                node = node.parent
        return list(found.values())

    def beside(self, going: Callable[[], bool]) -> None:
        """Try, at every place on the lines found so far, all moves worth trying there."""
        for node in self._on_the_way():
            if not going():
                return
            if id(node) not in self._looked_beside:
                self._looked_beside[id(node)] = node
                state = node.state
                place = (state.round, state.slot, state.turn, state.provisional)
                offers = place not in self._offered_at
                self._offered_at.add(place)
                for author, move in self._moves(node):
                    if offers or not isinstance(move, Propose):
                        self._child(node, author, move)

    def towards(self, thing: Thing, going: Callable[[], bool]) -> bool:
        """Search for one thing, nearest to its conditions first; return whether it was found."""
        guards = guards_of(self.scenario, thing)
        if not guards:
            return False
        novelty, tie = Novelty(self.scenario, 2), count()
        waiting: list[tuple[int, int, int, Node, Features]] = []
        for start in self._on_the_way():
            if start.state.outcome is None:
                features = novelty.features(start.state)
                novelty.is_new(features, NOTHING)
                far = min(distance(self.scenario, start.state, guard.tree) for guard in guards)
                heappush(waiting, (far, start.depth, next(tie), start, features))
        while waiting and going() and thing not in self.found.witnesses:
            _, _, _, node, mine = heappop(waiting)
            for author, move in self._moves(node):
                child = self._child(node, author, move)
                if child.state.outcome is not None:
                    continue
                features = novelty.features(child.state)
                if novelty.is_new(features, mine):
                    far = min(distance(self.scenario, child.state, guard.tree) for guard in guards)
                    heappush(waiting, (far, child.depth, next(tie), child, features))
        return thing in self.found.witnesses

    def driven(self, seed: int, rounds: int, going: Callable[[], bool]) -> None:
        """Play games in which both sides work for a text that a missing thing wants, and then for the end.

        What else they do, and how chance turns, is drawn; every game begins somewhere on a line found.
        """
        for number in range(rounds):
            for thing in sorted(self.missing - self.refusable, key=repr):
                if not going():
                    return
                self._drive(thing, seed, number)

    def _drive(self, thing: Thing, seed: int, number: int) -> None:
        def die(purpose: str, sides: int) -> int:
            return draw(seed, number, 0, f"drive:{thing}:{purpose}", sides)

        scenario = self.scenario
        starts = [node for node in self._on_the_way() if node.state.outcome is None]
        node = starts[die("start", len(starts))] if number % 2 else self.root
        target = target_for(scenario, node.state, thing, die, vary=number % 3 > 0)
        for ply in range(GAME_LIMIT):
            state = node.state
            if state.outcome is not None or thing in self.found.witnesses:
                return
            who = to_move(state)
            record = automatic(scenario, state, 0, 0, 0)
            if who == NATURE:
                event = state.draws[0]
                record = NATURE, Draw(event, die(f"chance:{ply}", len(scenario.events[event].outcomes)))
            elif record is None and who in (0, 1):
                record = who, driving(scenario, state, who, target, die(f"move:{ply}", 10_000))
            if record is None:
                return
            node = self._child(node, *record)
            if ply % 8 == number % 8 and self.missing & self.refusable:
                self.attempt(node)


def _situation(state: State) -> tuple[object, ...]:
    """Return what refusals mostly turn on: whose turn it is, what lies on the table, who signed."""
    offers = tuple(None if each is None else (len(each.packages), each.linked) for each in state.offers)
    asked = frozenset(each.kind for each in state.questions)
    waiting = bool(state.pending[0]), bool(state.pending[1])
    return state.round, to_move(state), state.signed, state.acted, waiting, offers, asked
