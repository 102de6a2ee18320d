"""A paper of a long story is read from its day on, and not before."""

from pathlib import Path

from game.content.load import load_sources
from game.desk.papers import readable
from game.rules.apply import open_negotiation
from game.rules.view import view_for

TOWNS = Path(__file__).parents[2] / "scenarios" / "two-towns" / "scenario.yaml"
OWNER = 1
"""Lowick has the keeper's book."""


def read_at_the_opening(since: str) -> list[str]:
    """Return the papers that Lowick may read on 1 March when its own book is dated `since`."""
    text = TOWNS.read_text(encoding="utf-8")
    assert text.count("since: 1911-02-28") == 1
    loaded = load_sources({"two-towns/scenario.yaml": text.replace("since: 1911-02-28", since)})
    scenario = loaded.scenario
    assert scenario is not None, loaded.report.render()
    view = view_for(scenario, open_negotiation(scenario).state, OWNER)
    return [view.scenario.documents[index].id for index in readable(view)]


def test_a_paper_is_read_on_its_day_and_after_it() -> None:
    assert "keepers_book" in read_at_the_opening("since: 1911-03-01")
    assert "keepers_book" in read_at_the_opening("since: 1911-02-28")


def test_a_paper_is_not_read_before_its_day() -> None:
    assert "keepers_book" not in read_at_the_opening("since: 1911-03-02")


def test_a_paper_without_a_day_is_read_from_the_beginning() -> None:
    assert "custom" in read_at_the_opening("since: 1911-03-02")
