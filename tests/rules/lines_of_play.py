"""How many lines of play there are to each depth in three tiny scenarios, counted by both engines.

    python -m tests.rules.lines_of_play

rewrites the counts beside the scenarios in `tests/rules/lines/`. As the move counts of chess programs do,
they show a change of the rules that no position of a test shows; who rewrites them says in the commit which
rule changed. A line is a sequence of records, from a list of moves that is the same at every position.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from game.content.load import load
from game.rules import apply as engine
from game.rules import legality
from game.rules.moves import (
    Accept,
    Act,
    Answer,
    Decide,
    Draw,
    Hold,
    Move,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import HOME, NATURE, ActionKind, Scenario
from tests.rules import literal

FOLDER = Path(__file__).parent / "lines"
NAMES = ("haggle", "errand", "cards")
DEEP = {"haggle": 6, "errand": 8, "cards": 6}
"""To what depth the lines of a scenario are counted: half a minute for all three, by both engines."""

SHALLOW = {"haggle": 3, "errand": 4, "cards": 4}
"""To what depth they are counted every time."""

Record = tuple[int, Move]
Counts = list[Counter[str]]
"""By depth: how many lines there are, how many of them are over, and how many end with each kind of move."""


def scenario(name: str) -> Scenario:
    """Return one of the three scenarios."""
    loaded = load(FOLDER / f"{name}.yaml")
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def records(sc: Scenario) -> list[Record]:
    """Return all records that lines are made of: everything but what only adds words or takes time."""
    found: list[Record] = [(party, move) for party in (0, 1) for move in _party_moves(sc)]
    for index, event in enumerate(sc.events):
        found += [(NATURE, Draw(index, outcome)) for outcome in range(len(event.outcomes))]
    found += [(HOME, Answer(party, yes)) for party in (0, 1) for yes in (True, False)]
    return found + [(HOME, Vote(party)) for party in (0, 1)]


def _party_moves(sc: Scenario) -> Iterator[PartyMove]:
    issues = range(len(sc.issues))
    for package in product(*(range(OPEN, len(issue.options)) for issue in sc.issues)):
        for linked, referred in product((False, True)[: len(issues)], (False, True)):
            yield Propose((package,), linked, referred)  # of one issue there is nothing to link
    for taken in ((), *((issue,) for issue in issues)):
        yield from (Accept(0, taken, referred) for referred in (False, True))
    yield from (Reopen(issue) for issue in issues)
    yield from (Reject(), Hold(), Sign(), WalkOut())
    for index, action in enumerate(sc.actions):
        match action.kind:
            case ActionKind.PLAIN | ActionKind.CITE:
                yield Act(index)
            case ActionKind.SOUND_OUT | ActionKind.ASK_WHY:
                yield from (Act(index, issue) for issue in issues)
            case ActionKind.ASK_HOME | ActionKind.DECIDE_ALONE:
                yield from (Act(index, package=package) for package in _single_options(sc))
    for index, decision in enumerate(sc.decisions):
        yield from (Decide(index, choice) for choice in range(len(decision.choices)))


def _single_options(sc: Scenario) -> Iterator[Package]:
    for issue, item in enumerate(sc.issues):
        for option in range(len(item.options)):
            yield tuple(option if index == issue else OPEN for index in range(len(sc.issues)))


def counted_by_rules(sc: Scenario, depth: int) -> Counts:
    """Return the counts of the engine that is played."""
    every = records(sc)

    def follow(state, author: int, move: Move):
        after = engine.apply(sc, state, author, move).state
        return after, after.outcome is not None

    def legal(state) -> list[Record]:
        return [record for record in every if legality.refusal(sc, state, *record) is None]

    return _counted(engine.open_negotiation(sc).state, legal, follow, lambda state: state, depth)


def counted_literally(sc: Scenario, depth: int) -> Counts:
    """Return the counts of the second engine."""
    every = records(sc)

    def follow(s, author: int, move: Move):
        after = literal.copied(s)
        literal.play(sc, after, author, move)
        return after, after["outcome"] is not None

    def legal(s) -> list[Record]:
        return [record for record in every if literal.refused(sc, s, *record) is None]

    return _counted(literal.begun(sc), legal, follow, _frozen, depth)


def _counted(start: object, legal: Callable, follow: Callable, key: Callable, depth: int) -> Counts:
    """Count the lines from `start`; what follows from a position that was met before is not counted anew."""
    known: dict[tuple[object, int], Counts] = {}

    def below(position: object, left: int) -> Counts:
        place = key(position), left
        if place not in known:
            known[place] = ahead(position, left)
        return known[place]

    def ahead(position: object, left: int) -> Counts:
        counts: Counts = [Counter() for _ in range(left)]
        found = legal(position)
        assert found, "a position that is not the end has a legal move"
        for author, move in found:
            after, is_over = follow(position, author, move)
            counts[0].update({"lines": 1, "over": int(is_over), type(move).__name__: 1})
            if left > 1 and not is_over:
                for count, more in zip(counts[1:], below(after, left - 1), strict=True):
                    count.update(more)
        return counts

    return below(start, depth)


def _frozen(value: object) -> object:
    """Return a table of the second engine as something that can be looked up."""
    if isinstance(value, dict):
        return frozenset((key, _frozen(item)) for key, item in value.items() if key != "told")
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    return frozenset(value) if isinstance(value, set) else value


def written(counts: Counts) -> list[str]:
    """Return the counts as lines of text, one for each depth."""
    found = []
    for depth, count in enumerate(counts, start=1):
        kinds = [f"{kind} {n}" for kind, n in sorted(count.items()) if kind not in ("lines", "over")]
        found.append(f"{depth}: {count['lines']} lines, {count['over']} over; {', '.join(kinds)}")
    return found


def stored(name: str) -> list[str]:
    """Return the counts in the file of a scenario."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def main() -> None:
    for name in NAMES:
        sc = scenario(name)
        found, again = (count(sc, DEEP[name]) for count in (counted_by_rules, counted_literally))
        if found != again:
            sys.exit(f"the engines count {name} differently; nothing is written")
        head = (f"# Lines of play of {name}.yaml, by depth and kind of the last move.", *_HOW)
        (FOLDER / f"{name}.txt").write_text("\n".join((*head, *written(found), "")), encoding="utf-8")
        print(f"{name}: {found[-1]['lines']} lines of {DEEP[name]} moves")


_HOW = ("# Rewritten by: python -m tests.rules.lines_of_play",)

if __name__ == "__main__":
    main()
