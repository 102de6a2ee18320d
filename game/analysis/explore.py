"""What of a scenario can be met: a line of play for each thing, a proof that there is none, or neither.

First what cannot be met is proved, twice: by a relaxation that forgets the order of things
(`relaxation.py`), and by going through all states of an outline that keeps it (`outlining.py`); each argues
why it leaves nothing out. Then the search looks for a witness of each thing left. What has neither is told
as not met in so many states: that says nothing about whether it can be. Last come games by drawn moves, of
which each thing counts the hits.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.analysis.asked import GuardKey
from game.analysis.drawing import drawn
from game.analysis.outlining import outlined
from game.analysis.reach import Reach
from game.analysis.relaxation import relaxed
from game.analysis.search import Search
from game.analysis.shorten import Line, is_met, shortened
from game.analysis.sweep import sweep
from game.analysis.things import Kind, Thing, things
from game.analysis.variations import vary
from game.analysis.witness import Found, Node
from game.rules.expressions import Expression
from game.rules.scenario import ActionKind, RoundKind, Scenario, Trigger
from game.rules.transcript import Made

SEED = 1
"""Of the drawn games."""

GAMES = 100
"""Games drawn at the end, where there is time for them."""

PLACES = 100
"""On lines found, where another move is tried before the rest of the search has its turn again."""

LEAST_SECONDS = 30.0
"""That a search may take where nobody said how long."""

ASKED = 20
"""How often a condition must have been asked before it is told that it always gave the same answer."""


@dataclass(frozen=True, slots=True)
class OneSided:
    """A condition that gave the same answer whenever it was asked."""

    key: GuardKey
    holds: bool
    asked: int  # 0 where it is proved and was never asked
    proved: bool


@dataclass(frozen=True, slots=True)
class Outlined:
    """How far the states of the outline were gone through."""

    states: int
    complete: bool  # these are all
    folded: int  # parts of the scenario that it does not keep
    seconds: float


@dataclass(frozen=True, slots=True)
class Exploration:
    """All that was found about a scenario."""

    lines: tuple[Line, ...]  # a witness each, in the order of `things`
    proved: tuple[Thing, ...]  # cannot be met
    unmet: tuple[Thing, ...]  # neither met nor proved
    one_sided: tuple[OneSided, ...]
    stuck: tuple[tuple[Made, ...], ...]  # lines to places where a party is to move and may do nothing
    hits: Counter[Thing]  # how many of the drawn games met each thing
    games: int  # drawn
    states: int  # reached by a move while searching, not all different
    kept: int  # that showed something new
    facts: int  # values of the relaxation
    outline: Outlined
    seconds: float

    def share(self, kind: Kind | None = None) -> tuple[int, int, int, int]:
        """Return how many of a kind (or all) have a witness, are proved away, are open; and their sum."""
        found = [
            sum(kind in (None, thing.kind) for thing in group)
            for group in ((line.thing for line in self.lines), self.proved, self.unmet)
        ]
        return found[0], found[1], found[2], sum(found)


def patience(scenario: Scenario) -> float:
    """Return the seconds after which a search of a scenario gives up that was given no other time.

    An assumption: a second for each thing, half a minute at least. A search that has met all ends sooner.
    """
    return max(LEAST_SECONDS, float(len(things(scenario))))


def explore(
    scenario: Scenario,
    seconds: float,
    now: Callable[[], float],
    told: Callable[[int, int], None] = lambda met, of: None,
    lines: Iterable[Sequence[Made]] = (),
) -> Exploration:
    """Explore `scenario` for about `seconds`.

    Args:
        lines: of play that were found before, by its author or by anybody; the search begins with them.
        now: a clock in seconds.
        told: called with how many things are settled, and of how many, after each part of the work.
    """
    began = now()
    every = things(scenario)

    def until(share: float) -> Callable[[], bool]:
        return lambda: now() - began < share * seconds

    reach = relaxed(scenario)
    outline = outlined(scenario, reach)
    swept = sweep(outline, until(0.05))
    of_outline = Outlined(swept.states, swept.complete, len(outline.folded), now() - began)
    never = outline.told - swept.met if swept.complete else frozenset()
    wanted = frozenset(thing for thing in every if thing in reach.met and thing not in never)
    search = Search(scenario, wanted)

    def tell() -> None:
        told(len(every) - len(search.missing), len(every))

    search.written()
    for moves in lines:
        search.along(moves)
    search.broad(1, until(0.15))
    varied: dict[int, Node] = {}
    for number in range(200):
        tell()
        before = search.missing
        if not before or not until(0.6)():
            break
        search.beside(until(0.6))
        search.driven(SEED + number, 6, until(0.6))
        vary(search, varied, PLACES, until(0.6))
        search.refusals(until(0.6))
    if search.missing:
        search.broad(2, until(0.68))
    tell()
    open_ = sorted(search.missing, key=repr)
    for place, thing in enumerate(open_, 1):
        search.towards(thing, until(0.68 + 0.14 * place / len(open_)))
    tell()
    drawn(search, SEED, GAMES, until(0.85))
    tell()
    found = search.found
    found_lines = []
    for thing in every:
        witness = found.witnesses.get(thing)
        if witness is None:
            continue
        line = Line(thing, witness.node.line(), witness.refused)
        found_lines.append(shortened(scenario, line, until(1.0)))
    wrong = [line for line in found_lines if not is_met(scenario, line)]
    if wrong:
        raise RuntimeError(f"a line found does not meet its thing when it is replayed: {wrong[0]}")
    met = {line.thing for line in found_lines}
    return Exploration(
        lines=tuple(found_lines),
        proved=tuple(thing for thing in every if thing not in wanted),
        unmet=tuple(thing for thing in every if thing in wanted and thing not in met),
        one_sided=one_sided(scenario, reach, found),
        stuck=tuple(node.line() for node in found.stuck[:3]),
        hits=found.hits,
        games=found.games,
        states=found.states,
        kept=found.kept,
        facts=reach.facts,
        outline=of_outline,
        seconds=now() - began,
    )


def one_sided(scenario: Scenario, reach: Reach, found: Found) -> tuple[OneSided, ...]:
    """Return the conditions that always held, or never, by proof or wherever they were asked."""
    told = []
    for key, guard in guards(scenario):
        seen = found.guards.get(key)
        asked, held = (0, 0) if seen is None else (seen.asked, seen.held)
        moments = _moments(scenario, reach, key)
        if not moments:
            continue
        for holds, possible in ((True, reach.may_fail(guard, moments)), (False, reach.may(guard, moments))):
            if not possible:
                told.append(OneSided(key, holds, asked, proved=True))
                break
        else:
            if asked >= ASKED and held in (0, asked):
                told.append(OneSided(key, held > 0, asked, proved=False))
    return tuple(told)


def guards(scenario: Scenario) -> list[tuple[GuardKey, Expression]]:
    """Return the conditions of actions, choices, ways and endings, with their keys."""
    found: list[tuple[GuardKey, Expression | None]] = [
        (("action", index, -1, -1), action.when) for index, action in enumerate(scenario.actions)
    ]
    for index, decision in enumerate(scenario.decisions):
        found += [(("choice", index, n, -1), choice.when) for n, choice in enumerate(decision.choices)]
    for (round_, trigger), edges in scenario.protocol.items():
        place = list(Trigger).index(trigger)
        found += [(("way", round_, place, n), edge.guard) for n, edge in enumerate(edges)]
    found += [(("ending", index, -1, -1), ending.when) for index, ending in enumerate(scenario.endings)]
    return [(key, guard) for key, guard in found if guard is not None]


def _moments(scenario: Scenario, reach: Reach, key: GuardKey) -> list[tuple[int, int]]:
    """Return the meetings at which a condition may be asked; none where it never is."""
    kind, first, second, _ = key
    if kind == "way":
        way = first, list(Trigger)[second]
        return reach.moments({first}) if way in reach.ended else []
    if kind == "ending":
        after = scenario.endings[first].after
        return reach.moments({round_ for round_, trigger in reach.ended if trigger in after})
    if kind == "choice":
        return reach.moments() if Thing(Kind.DECISION, first) in reach.met else []
    plain = scenario.actions[first].kind is ActionKind.PLAIN  # the others are not asked for in a ratification
    rounds = {index for index in reach.rounds if plain or scenario.rounds[index].kind is RoundKind.TALKS}
    return reach.moments(rounds, spoken=True)
