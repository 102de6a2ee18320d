"""A series of games of two bots: who plays, as a value that other processes can take; and its files.

A checked scenario holds functions and cannot be sent to another process, its source files can: each process
reads them once.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from game.ai.bot import Bot, keyed
from game.ai.registry import bot_for
from game.analysis.simulate import Played, Series, Spread, one_game
from game.content.authored import numbered
from game.desk.finding import stored
from game.desk.game_csv import safe_cell
from game.rules.moves import PartyMove
from game.rules.package import Package, decided
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.view import view_for
from game.text.catalogue import Catalogue

FORMAT = 1
"""Of the JSON of a series."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bots and the scenario that they play: the `Play` of `analysis/simulate.py`."""

    files: tuple[tuple[str, str], ...]  # name and text of each source file
    personas: tuple[str, str]  # ids, per party
    seed: int
    moved: tuple[str, int] | None = None  # a number of the scenario and what stands in its place

    def __call__(self, numbers: range) -> tuple[Played, ...]:
        """Play the games of those numbers."""
        scenario = _scenario(self.files)
        if self.moved is not None:
            name, value = self.moved
            scenario = numbered(scenario, name).put(value)
        bots = (bot_for(scenario, self.personas[0], 0), bot_for(scenario, self.personas[1], 1))
        return tuple(self._game(scenario, bots, number) for number in numbers)

    def _game(self, scenario: Scenario, bots: tuple[Bot, Bot], number: int) -> Played:
        seen = [0, 0]

        def choose(state: State, party: int, game: int, ply: int) -> PartyMove:
            seen[party] += 1
            view = view_for(scenario, state, party, seen[party])
            return bots[party].choose(view, keyed(self.seed, game, ply, party)).move

        return one_game(scenario, choose, self.seed, number)


@lru_cache(maxsize=2)
def _scenario(files: tuple[tuple[str, str], ...]) -> Scenario:
    return stored(dict(files))


def series_csv(scenario: Scenario, found: Series) -> bytes:
    """Return one row a game in UTF-8; columns and cells are ids, so that programs can read them.

    Columns: game, ending, trigger, signed, ratified, records; `surplus_<party>` of each chair, in points of
    its own scale; `<issue>` with the option signed; `<decision>` with the choice taken.
    """
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(
        [
            *("game", "ending", "trigger", "signed", "ratified", "records"),
            *(f"surplus_{party.id}" for party in scenario.parties),
            *(issue.id for issue in scenario.issues),
            *(decision.id for decision in scenario.decisions),
        ]
    )
    for one in found.games:
        cells: list[str | int] = [
            one.number,
            scenario.endings[one.ending].id,
            one.trigger.value,
            int(one.signed),
            int(one.ratified),
            one.records,
            *one.surplus,
            *("" if o < 0 else i.options[o].id for i, o in zip(scenario.issues, one.package, strict=True)),
            *("" if c < 0 else d.choices[c].id for d, c in zip(scenario.decisions, one.choices, strict=True)),
        ]
        rows.writerow([safe_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8")


def series_json(scenario: Scenario, found: Series, pair: Pair) -> bytes:
    """Return the counts of a series as JSON by ids; the same series gives the same bytes.

    `surplus` holds per party the least, the lower median, the greatest and the sum over the games, in points
    above its own reservation value, and the games in which it fell below. Points of the two are never added.
    """
    parties = [party.id for party in scenario.parties]

    def spread(pairs: tuple[Spread, Spread]) -> dict[str, dict[str, int]]:
        return {
            id: {
                "least": each.least,
                "median": each.middle,
                "most": each.most,
                "total": each.total,
                "below": each.below,
            }
            for id, each in zip(parties, pairs, strict=True)
        }

    ids = [ending.id for ending in scenario.endings]
    body = {
        "format": FORMAT,
        "scenario": scenario.id,
        "fingerprint": scenario.fingerprint,
        "personas": dict(zip(parties, pair.personas, strict=True)),
        "seed": pair.seed,
        "games": len(found.games),
        "faults": sum(one.faults for one in found.games),
        "endings": dict(zip(ids, found.endings, strict=True)),
        "surplus": spread(found.surplus),
        "families": [
            {
                "ending": ids[each.ending],
                "package": _named(scenario, each.package),
                "signed": each.signed,
                "ratified": each.ratified,
                "games": each.games,
                "surplus": spread(each.surplus),
            }
            for each in found.families
        ],
        "choices": [
            {
                "decision": scenario.decisions[each.decision].id,
                "choice": scenario.decisions[each.decision].choices[each.choice].id,
                "games": each.games,
                "endings": dict(zip(ids, each.endings, strict=True)),
                "weight_thousandths": each.weight,
            }
            for each in found.deciding
        ],
    }
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _named(scenario: Scenario, package: Package) -> dict[str, str]:
    return {scenario.issues[i].id: scenario.issues[i].options[o].id for i, o in decided(package)}


_LEFT, _WIDTH, _ROW, _TOP = 330, 360, 26, 48


def series_chart(say: Catalogue, scenario: Scenario, found: Series) -> bytes:
    """Return a drawing (SVG): a bar for each ending met, then for each chair the range of its surplus.

    Each chair has an axis of its own, since the two scales cannot be compared. Every bar says its number.
    """
    drawn = list(_bars(say, scenario, found))
    height = _TOP + _ROW * len(drawn) + 16
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 {height}" width="860" height="{height}" '
        'font-family="sans-serif" font-size="13">'
    )
    title = escape(say("simulate.chart", title=scenario.title, n=len(found.games)))
    body = [f'<rect width="860" height="{height}" fill="#ffffff"/>', _text(16, 26, title, weight="bold")]
    for row, (name, first, last, told) in enumerate(drawn):
        y = _TOP + _ROW * row
        body.append(_text(_LEFT - 10, y + 15, escape(name), anchor="end"))
        if last > first:
            x, wide = _LEFT + first * _WIDTH // 1000, max(2, (last - first) * _WIDTH // 1000)
            body.append(f'<rect x="{x}" y="{y}" width="{wide}" height="20" fill="#3d6a8a" stroke="#1d2f3c"/>')
        body.append(_text(_LEFT + _WIDTH + 10, y + 15, escape(told)))
    return "\n".join([head, f"<title>{title}</title>", *body, "</svg>", ""]).encode("utf-8")


def _text(x: int, y: int, words: str, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-weight="{weight}" fill="#111111">{words}</text>'
    )


def _bars(say: Catalogue, scenario: Scenario, found: Series) -> Iterator[tuple[str, int, int, str]]:
    """Yield name, beginning and end in thousandths of the width, and what stands beside each bar."""
    games = max(1, len(found.games))
    for ending, count in sorted(enumerate(found.endings), key=lambda each: (-each[1], each[0])):
        if count:
            told = say("simulate.bar", n=count, percent=percent(count, games))
            yield _short(scenario.endings[ending].title), 0, 1000 * count // games, told
    for party, each in zip(scenario.parties, found.surplus, strict=True):
        room = max(1, abs(each.least), abs(each.most))
        told = say("simulate.range", least=each.least, middle=each.middle, most=each.most)
        ends = (500 + 500 * min(0, each.least) // room, 500 + 500 * each.most // room)
        yield _short(say("simulate.own_scale", party=party.name)), *ends, told


def _short(words: str) -> str:
    return words if len(words) <= 48 else words[:47] + "…"


def percent(part: int, whole: int) -> str:
    """Return a share in hundredths with one decimal.

    >>> percent(1, 3)
    '33.3'
    """
    thousandths = (2000 * part + whole) // (2 * whole)
    return f"{thousandths // 10}.{thousandths % 10}"
