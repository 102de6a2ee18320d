"""The timeline of the campaign, held against the dates and labels drawn from the dossier."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from game.content.load import load
from game.rules.dossier import Moment
from tests.history.extract import EN_DASH, TABLE, in_words

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FOLDERS = ("_1955", "_1956", "_campaign", "_october", "the-deletion", "moscow-1956", "two-islands")
LEAST = 60
ROUGHLY = {
    "adenauer": "8-13 September 1955",
    "london_chosen": "April 1955 (day not confirmed)",
    "bulganin_kono": "c. 9 May 1956",
    "frozen": "2022-",
}
"""Moments that the timeline dates less exactly than the row does, which is not sure of the day."""


@cache
def moments() -> tuple[Moment, ...]:
    loaded = load("two-islands", SCENARIOS)
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario.dossier.timeline


@cache
def rows() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Label and codes of each row, by its date in words."""
    found = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["date"]].append((row["label"], frozenset(row["codes"].split())))
    return dict(found)


def rows_of(moment: Moment) -> list[tuple[str, frozenset[str]]]:
    return rows().get(ROUGHLY.get(moment.id, re.sub(r"^about ", "c. ", moment.when)), [])


def test_every_moment_has_the_label_of_its_row_in_the_dossier() -> None:
    wrong = {
        moment.id: (moment.label, [label for label, _ in rows_of(moment)])
        for moment in moments()
        if moment.label not in {label for label, _ in rows_of(moment)}
    }
    assert not wrong


def test_every_moment_rests_on_sources_of_its_row() -> None:
    for moment in moments():
        codes = frozenset(re.findall(r"[A-Z][\w-]*", moment.source))
        assert codes, moment.id
        assert any(codes <= known for _, known in rows_of(moment)), moment.id


def test_sixty_dated_events_and_more_agree() -> None:
    assert sum(moment.when in rows() for moment in moments()) >= LEAST


def test_a_moment_of_one_day_lies_on_that_day() -> None:
    """What is dated in words to the day is put in order by that day."""
    for moment in moments():
        day = re.match(r"\d+ [A-Z][a-z]+ \d{4}(?=,|$)", moment.when)
        if day:
            wanted = datetime.strptime(day.group(), "%d %B %Y").replace(tzinfo=UTC).toordinal()
            assert moment.date == wanted, moment.id


def test_nothing_unconfirmed_is_in_the_table_or_the_timeline() -> None:
    assert not [moment.id for moment in moments() if moment.label in ("unconfirmed", "invented")]


def telltales() -> list[str]:
    lines = (Path(__file__).parent / "unconfirmed.txt").read_text("utf-8").splitlines()
    return [line.strip().lower() for line in lines if line.strip() and not line.startswith("#")]


def texts_of_the_cuts() -> Iterator[tuple[Path, str]]:
    for folder in FOLDERS:
        for file in sorted((SCENARIOS / folder).rglob("*")):
            if file.suffix in (".yaml", ".md", ".plan"):
                yield file, " ".join(file.read_text("utf-8").replace(EN_DASH, "-").lower().split())


@cache
def texts() -> tuple[tuple[Path, str], ...]:
    return tuple(texts_of_the_cuts())


@pytest.mark.parametrize("words", telltales())
def test_nothing_that_could_not_be_confirmed_is_told(words: str) -> None:
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    assert not [file.name for file, text in texts() if whole.search(text)]


def test_dates_are_written_out() -> None:
    assert in_words(f"3{EN_DASH}4 Feb 1955") == "3-4 February 1955"
    assert in_words("May 1956") == "May 1956"
