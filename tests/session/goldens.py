"""Saved games of every released version, which must open for ever: how a version leaves its own.

`python -m tests.session.goldens` writes those of this version into `tests/session/golden/VERSION`; the folder
of a version that was released is never written again. `golden/README.md` says when.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from game import __version__, places
from game.ai.registry import bot_for
from game.content.load import load
from game.desk.beginning import Wish, header_of
from game.desk.beside import keep_beside, kept_with
from game.desk.declared import DECLARED, declared_file, read_declared
from game.desk.exporting import excerpt_of
from game.desk.local import LocalGame
from game.desk.notebook import from_kept
from game.desk.plan_card import plan_kept
from game.rules.scenario import Scenario
from game.rules.transcript import replay
from game.rules.utility import points, reservation
from game.session.answers import Accepted
from game.session.excerpt import encode_excerpt, open_excerpt
from game.session.happening_json import outcome_to_json, package_to_json
from game.session.kept import load_kept
from game.session.names import SUFFIX
from game.session.placed import Placed, Timing
from game.session.saves import Save, new_save, open_save
from game.session.session import Session
from game.session.store import MemoryStore
from game.text import catalogue
from game.text.catalogue import Catalogue

GOLDEN = Path(__file__).parent / "golden"

EXPECTED = "expected.json"
"""What each file of a folder comes to, by its name."""

EXCERPT = ".excerpt.jsonl"

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@dataclass(frozen=True)
class Kept:
    """A game that is kept for good."""

    name: str  # of the save
    scenario: str
    players: tuple[str, str]  # who plays the parties while it is made, by persona
    persons: tuple[int, ...]  # who is said to have played them
    moves: int = 10_000  # after which the game is left
    seed: int = 1
    undone: bool = False  # the last move of the first party is taken back, and another game goes on
    beside: bool = False  # with a planning card and a notebook
    placed: Placed = field(default_factory=Placed)  # what an instructor laid down for the table


TABLE = Placed(
    "Table 3", (("writes", "speaks"), ("speaks",)), Timing(turn=4, lesson=40), adviser=False, fixed=("clock",)
)

GAMES = (
    Kept("to-the-end", "the-deletion", ("soft", "soft"), (1,), seed=2),
    Kept(
        "left-in-the-middle",
        "two-towns",
        ("reeve", "mayor"),
        (0,),
        moves=17,
        undone=True,
        beside=True,
        placed=TABLE,
    ),
    Kept("summer-1955", "two-islands", ("malik", "matsumoto"), (), moves=26),
    Kept("one-keyboard", "warm-up", ("explainer", "waiter"), (0, 1), seed=3, beside=True),
)


def written(say: Catalogue, folder: Path) -> dict[str, object]:
    """Write a folder of saves, what lies beside them, excerpts and agreements; return what they come to."""
    for game in GAMES:
        scenario = _played(say, game, folder)
        save = open_save(folder / f"{game.name}{SUFFIX}", load_kept)
        course = replay(scenario, Session.resume(save, store=MemoryStore()).mainline)
        if game.scenario == "warm-up":
            excerpt = excerpt_of(say, scenario, course, 0)
            (folder / f"{game.name}{EXCERPT}").write_bytes(encode_excerpt(excerpt))
            agreed = tuple(0 for _ in scenario.issues)
            (folder / f"on paper{DECLARED}").write_bytes(declared_file(scenario, "Team 1", agreed))
    return found(folder)


def _played(say: Catalogue, game: Kept, folder: Path) -> Scenario:
    loaded = load(SCENARIOS / game.scenario)
    scenario = loaded.scenario
    assert scenario is not None
    wish = Wish(game.persons, "", game.seed, True, folder, lambda: "2026-11-23 12:00:00", game.players)
    wish = replace(wish, placed=game.placed)
    header = header_of(say, scenario, tuple(loaded.kept.items()), wish)
    bots = {party: bot_for(scenario, persona, party) for party, persona in enumerate(game.players)}
    session = Session(scenario, header, new_save(folder, game.name, header), bots=bots, wall=wish.wall)
    session.begin()
    for count in range(game.moves):
        if not isinstance(session.bot_move(), Accepted):
            break
        if game.beside and count == 3:
            _write_beside(LocalGame(session, say))
        if game.undone and count == game.moves // 2:
            session.undo(scenario.parties[0].id, id="back")
    assert session.faults == []
    session.close()
    return scenario


def _write_beside(game: LocalGame) -> None:
    issues = game.session.scenario.issues
    card = {"most": issues[0].id, "first": issues[0].options[0].id, "give": issues[1].id}
    rest = {"failing": "go_lower", "prediction": 70, "locked": True, "ticket": ["It held.", "", "Ask."]}
    keep_beside(game.session, 0, {**card, **rest})
    game.guess(0, 0, band=3, words="They want it dearly.")
    game.guess(1, 1, band=1)


def found(folder: Path) -> dict[str, object]:
    """Return what the files of a folder come to when this version of the game opens them."""
    told: dict[str, object] = {}
    known: dict[tuple[str, str], Scenario] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        save = open_save(path, load_kept)
        known[save.header.scenario, save.header.fingerprint] = save.scenario
        told[path.name] = _end(save)
    for path in sorted(folder.glob(f"*{EXCERPT}")):
        excerpt = open_excerpt(path)
        assert excerpt is not None
        last = excerpt.entries[-1]
        told[path.name] = {
            "damage": str(excerpt.damage or ""),
            "seat": excerpt.seat,
            "positions": len(excerpt.entries),
            "told": list(last.told),
            "board": list(last.board),
            "round": last.data["round"],
        }
    for path in sorted(folder.glob(f"*{DECLARED}")):
        declared = read_declared(path, lambda id, fingerprint: known.get((id, fingerprint)))
        agreed = package_to_json(declared.scenario, declared.package)
        told[path.name] = {"team": declared.team, "package": agreed}
    return told


def _end(save: Save) -> dict[str, object]:
    """Return where a save ends, every record judged by the rules, and what lies beside it."""
    session = Session.resume(save, store=MemoryStore())
    scenario, state = session.scenario, session.state
    ids = [party.id for party in scenario.parties]
    told: dict[str, object] = {
        "damage": str(session.damage or ""),
        "seats": [f"{id}: {sitter.persona or 'a person'}" for id, sitter in save.header.seats],
        "table": asdict(save.header.placed),
        "records": len(session.records),
        "mainline": len(session.mainline),
        "ply": session.ply,
        "round": scenario.rounds[state.round].id,
        "agreed": package_to_json(scenario, state.provisional),
        "meters": {meter.id: value for meter, value in zip(scenario.meters, state.meters, strict=True)},
        "flags": [flag.id for flag, is_up in zip(scenario.flags, state.flags, strict=True) if is_up],
        "points": {id: points(scenario, party, state.provisional) for party, id in enumerate(ids)},
        "reservation": {id: reservation(scenario, state, party) for party, id in enumerate(ids)},
        "outcome": None if state.outcome is None else outcome_to_json(scenario, state.outcome),
    }
    for id in ids:
        kept = kept_with(save.path, id)
        if kept:
            guesses = from_kept(scenario, kept.get("notebook"))
            told[f"beside {id}"] = [asdict(plan_kept(scenario, kept)), *map(asdict, guesses)]
    return told


def main() -> None:
    """Write the folder of this version, once."""
    folder = GOLDEN / __version__
    folder.mkdir(parents=True)
    told = written(catalogue.load(places.sentences_file()), folder)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / EXPECTED).write_text(text + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()
