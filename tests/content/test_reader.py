"""The field decides what a text means, never the look of the text."""

import pytest

from game.content.diagnostics import Place, Report
from game.content.names import Names, collected
from game.content.reader import Fields
from game.content.reading import Reading
from game.content.source import MapNode, Source, read_tree
from game.rules.scenario import Basis

SECTIONS = "parties: {vale: {}, tarn: {}}\nissues: {ferry: {options: {none: {}, daily: {}}}}\n"


def names() -> Names:
    tree = read_tree(Source("names", SECTIONS), Report())
    assert isinstance(tree, MapNode)
    return collected({name: (entry.value,) for name, entry in tree.entries.items()})


def opened(text: str) -> tuple[Fields, Report]:
    report = Report()
    tree = read_tree(Source("test", text), report)
    assert tree is not None, report.render()
    reading = Reading(report, names(), {"LOG": "a log", "ACC": "an accord"}, Place("test"))
    return Fields(reading, tree, "the test"), report


@pytest.mark.parametrize("written", ["no", "yes", "12:30", "010", "1e3", "1931-05-04", "0x1f", "true", "2:1"])
def test_a_text_is_what_is_written(written: str) -> None:
    fields, report = opened(f"word: {written}")
    assert fields.text("word") == written
    assert not len(report)


@pytest.mark.parametrize(
    ("written", "value"), [("yes", True), ("true", True), ("no", False), ("false", False), ("'no'", False)]
)
def test_a_yes_or_no_is_written_in_words(written: str, value: bool) -> None:
    fields, report = opened(f"is: {written}")
    assert fields.flag("is") is value
    assert not len(report)


@pytest.mark.parametrize("written", ["on", "1", "Yes", "y", "maybe"])
def test_nothing_else_is_a_yes_or_a_no(written: str) -> None:
    fields, report = opened(f"is: {written}")
    fields.flag("is")
    assert report.codes() == ("N106",)


def test_a_number_is_decimal_whatever_stands_before_it() -> None:
    fields, report = opened("minutes: 010")
    assert fields.count("minutes", 1, 60) == 10
    assert not len(report)


@pytest.mark.parametrize("written", ["1_000", "5.0", "1e1", "0x5", "five", "\uff19", "1 2", "12:30"])
def test_a_number_is_digits_only(written: str) -> None:
    fields, report = opened(f"minutes: {written}")
    fields.count("minutes", 1, 60)
    assert report.codes() == ("N104",)


@pytest.mark.parametrize("written", ["0", "61", "-1", "999999999999"])
def test_a_number_lies_in_its_range(written: str) -> None:
    fields, report = opened(f"minutes: {written}")
    assert fields.count("minutes", 1, 60) == 1
    assert report.codes() == ("N105",)


def test_a_number_of_the_model_needs_a_reason() -> None:
    fields, report = opened("votes: 3")
    assert fields.number("votes", 0, 10) == 3
    assert report.codes() == ("N601",)


@pytest.mark.parametrize(
    ("key", "basis"),
    [("source", Basis("LOG, p. 3", is_source=True)), ("assumption", Basis("LOG, p. 3", is_source=False))],
)
def test_a_reason_covers_what_stands_below_it(key: str, basis: Basis) -> None:
    fields, report = opened(f"{key}: LOG, p. 3\nhome: {{votes: 3}}")
    below = fields.below("home", "the home")
    assert (below.number("votes", 0, 10), below.basis) == (3, basis)
    below.close()
    fields.close()
    assert not len(report)


def test_the_nearest_reason_counts() -> None:
    fields, _ = opened("assumption: far\nhome: {votes: 3, source: LOG}")
    assert fields.below("home", "the home").basis == Basis("LOG", is_source=True)


@pytest.mark.parametrize("written", ["LOG", "LOG, p. 4", "LOG: the 4th", "LOG; ACC, Art. 2", "LOG (s)"])
def test_the_code_of_a_citation_stands_before_its_details(written: str) -> None:
    _, report = opened(f'source: "{written}"')
    assert not len(report)


def test_each_code_of_a_citation_must_be_known() -> None:
    _, report = opened("source: LOG; ACCC, Art. 2")
    assert report.codes() == ("N603",)
    assert "test:1:14" in report.render()


def test_a_field_left_blank_may_be_forgotten() -> None:
    fields, report = opened("issue:\nword: x")
    assert fields.maybe_reference("issue", {"ferry": 0}, "issue") is None
    assert report.codes() == ("N110",)


@pytest.mark.parametrize("written", ["~", "null"])
def test_a_field_said_to_be_empty_is_not_written(written: str) -> None:
    fields, report = opened(f"issue: {written}\nword: {written}")
    assert fields.maybe_reference("issue", {"ferry": 0}, "issue") is None
    fields.text("word")
    fields.close()
    assert report.codes() == ("N102",)


def test_a_misspelt_field_is_told_once() -> None:
    fields, report = opened("reservaton_value: 35")
    fields.text("reservation_value")
    fields.close()
    assert report.codes() == ("N101",)
    assert "did you mean 'reservation_value'?" in report.render()


def test_a_package_names_options_of_issues() -> None:
    fields, report = opened("good: {ferry: daily}\nbad: {ferry: dayly}\nworse: {fery: daily}")
    assert fields.package("good", "it") == (1,)
    fields.package("bad", "it")
    fields.package("worse", "it")
    assert report.codes() == ("N201", "N201")


@pytest.mark.parametrize(
    ("written", "place"),
    [("ferry.daly", "1:15"), ("fery.daily", "1:9"), ("x.y.z", "1:9")],
)
def test_an_option_is_named_with_its_issue(written: str, place: str) -> None:
    fields, report = opened(f"never: [{written}]")
    assert fields.options("never") == frozenset()
    assert report.codes() == ("N201",)
    assert f"test:{place}:" in report.render()
