"""Two Ports with a mark in everything that one side alone may know, to be looked for where it must not be.

The marks go into the author's own file, which the loader then reads like any other: `zq0` in what Vale
alone knows, `zq1` in what Tarn alone knows, and numbers of points that occur nowhere else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import yaml

from game.content.load import load_sources
from game.desk.lines import play_line
from game.rules.apply import apply
from game.rules.chance import automatic
from game.rules.expressions import constant
from game.rules.happenings import DocumentCited, DocumentPublished, Learnt
from game.rules.legal_moves import LegalMoves
from game.rules.scenario import NOBODY, Scenario
from game.rules.state import KnownKind, to_move
from game.rules.transcript import Made, Replay, replay
from tests.conftest import PORTS
from tests.rules.walking import Dice

SIDES = ("vale", "tarn")
_IDS = (
    ("unity", "v_daily", "v_nothing", "v_half_note", "v_two_ways", "v_notice", "walk_the_quay"),
    ("season", "rumour", "t_none", "t_full", "t_poor", "t_rumour", "strike_talk", "buy_time"),
)
"""Ids of what only one side knows of."""


@lru_cache
def marked_text() -> str:
    """Return the file of Two Ports with a mark in every text that is one side's secret."""
    text = (PORTS / "scenario.yaml").read_text("utf-8")
    for side, ids in enumerate(_IDS):
        for id in ids:
            text = re.sub(rf"\b{id}\b", f"zq{side}_{id}", text)
    text = text.replace("zq0_unity: zq0_unity", "unity: zq0_unity")  # the first is a field of a home
    raw = yaml.load(text, yaml.CBaseLoader)
    for side, name in enumerate(SIDES):
        for holder, keys in _secrets(raw, side, name):
            for key in keys:
                if isinstance(holder.get(key), str):
                    holder[key] = f"zq{side} {holder[key]}"
        for issue in raw["issues"].values():
            if name in issue.get("interests", {}):
                issue["interests"][name] = f"zi{side} {issue['interests'][name]}"
        for paper in raw["documents"].values():
            if paper["seen_by"] == name:
                paper["title"] = f"zd{side} {paper['title']}"
                paper["text"] = f"zd{side} {paper['text']}"
    return yaml.safe_dump(raw, sort_keys=False, allow_unicode=True, width=1000)


def _secrets(raw: dict[str, Any], side: int, name: str) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Yield mappings and their keys that hold texts of one side alone."""
    for options in raw["points"][name].values():
        yield options, ("assumption",)
    for each in raw["linkages"]:
        if each["party"] == name:
            yield each, ("why", "assumption")
    for each in raw["mandates"][name]:
        yield each, ("because", "assumption")
    for kind in ("meters", "flags"):
        for each in raw[kind].values():
            if each["seen_by"] == name:
                yield each, ("label", "note", "assumption")
    home = raw["homes"][name]
    yield home, ("batna", "assumption")
    for course in home["batna"] if isinstance(home["batna"], list) else ():
        yield course, ("words",)
    for term in home["reservation"]:
        yield term, ("why", "assumption")
    for group in raw["constituencies"].values():
        if group["party"] == name:
            yield group, ("note", "assumption")
            for term in group.get("terms", ()):
                yield term, ("why",)
    for action in raw["actions"].values():
        if action["party"] == name:
            yield action, ("note", "cost", "closed")
            if action["table"] == "no" and "footprint" not in action:
                yield action, ("label",)
    for card in raw["decisions"].values():
        if card["party"] == name:
            yield card, ("title", "text")
            for choice in card["choices"].values():
                yield choice, ("label", "note", "closed")
    for event in raw["events"].values():
        if event["seen_by"] == name:
            yield event, ("label", "text", "assumption")
    for persona in raw["personas"].values():
        if persona.get("party") == name:
            yield persona, ("about", "assumption")
    yield raw["briefing"]["confidential"], (name,)


@lru_cache
def marked(party: int) -> Scenario:
    """Return the scenario in which everything is worth six digits and more to the side opposite `party`."""
    loaded = load_sources({"two-ports/scenario.yaml": marked_text()})
    assert loaded.scenario is not None, loaded.report.render()
    scenario, them = loaded.scenario, 1 - party
    points, homes = list(scenario.points), list(scenario.homes)
    points[them] = tuple(tuple(400_000 + value for value in options) for options in points[them])
    home = homes[them]
    term = replace(home.reservation[0], add=constant(500_000))
    homes[them] = replace(home, reservation=(term,), refused_cost=100_000)
    return replace(scenario, points=(points[0], points[1]), homes=(homes[0], homes[1]))


@dataclass(frozen=True)
class Marks:
    """What must not occur in what one seat is given."""

    texts: tuple[str, ...]

    def found(self, given: str) -> list[str]:
        """Return the marks in `given`, and every number so large that it is worth something to them."""
        kept = re.sub(r'"hash":"[0-9a-f]{64}"', "", given)
        return [mark for mark in self.texts if mark in kept] + re.findall(r"\d{6,}", kept)


def marks_for(party: int, course: Replay) -> Marks:
    """Return the marks of the side opposite, but for what `party` was told of it in this game."""
    them = 1 - party
    told = [item for happenings in course.happenings for item in happenings]
    texts = [f"zq{them}"]
    if not any(
        isinstance(item, Learnt) and item.party == party and item.known.kind is KnownKind.INTEREST
        for item in told
    ):
        texts.append(f"zi{them}")
    if not any(isinstance(item, DocumentCited | DocumentPublished) for item in told):
        texts.append(f"zd{them}")
    return Marks(tuple(texts))


@lru_cache
def games(party: int, number: int) -> tuple[Replay, ...]:
    """Return random games with the marks of a party, every other one first along the documented line."""
    scenario = marked(party)
    written = play_line(scenario, scenario.history[0]).moves
    found = []
    for seed in range(number):
        dice = Dice(seed)
        moves = list(written[: dice(len(written) + 1)] if seed % 2 else ())
        state = replay(scenario, moves).final
        while to_move(state) != NOBODY:
            due = automatic(scenario, state, seed, 0, len(moves))
            author, move = due or (to_move(state), LegalMoves(scenario, state, to_move(state)).sample(dice))
            moves.append(Made(author, move))
            state = apply(scenario, state, author, move).state
        found.append(replay(scenario, moves))
    return tuple(found)
