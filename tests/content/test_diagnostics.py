"""A diagnostic says where, what and at most one thing to do; codes are data."""

from pathlib import Path

import pytest

from game.content import codes
from game.content.diagnostics import Code, Place, Report, Severity, template_names
from game.content.source import Source

UNKNOWN = Code("N999", Severity.ERROR, "unknown field '{name}' in {owner}", help="did you mean '{closest}'?")
UNLIKELY = Code("N998", Severity.WARNING, "nobody can accept this")
RIVER = Source("scenarios/river/scenario.yaml", "a: 1\n\n\n\n\n    reservaton_value: 35\n")
WORD = Place(RIVER.name, 6, 5, 21)


def reported(source: Source = RIVER) -> Report:
    report = Report()
    report.register(source)
    return report


def test_a_diagnostic_shows_place_code_sentence_line_mark_and_help():
    report = reported()
    report.add(UNKNOWN, WORD, name="reservaton_value", owner="a party", closest="reservation_value")
    assert report.render() == (
        "scenarios/river/scenario.yaml:6:5: error N999: unknown field 'reservaton_value' in a party\n"
        "   6 |     reservaton_value: 35\n"
        "     |     ^^^^^^^^^^^^^^^^\n"
        "  help: did you mean 'reservation_value'?\n"
    )


@pytest.mark.parametrize("values", [{}, {"closest": ""}, {"closest": None}])
def test_help_is_dropped_where_its_values_are_missing_or_empty(values):
    report = reported()
    report.add(UNKNOWN, WORD, name="x", owner="a party", **values)
    assert "help" not in report.render()


def test_a_value_missing_from_the_sentence_is_an_error_of_the_programmer():
    with pytest.raises(LookupError, match="N999 needs the value 'owner'"):
        reported().add(UNKNOWN, WORD, name="x")


def test_at_most_twenty_are_shown_for_one_file_and_the_rest_counted():
    report = reported()
    for column in range(1, 28):
        report.add(UNLIKELY, Place(RIVER.name, 6, column, column + 1))
    assert len(report) == 27
    assert report.render().count("N998") == 20
    assert report.render().endswith("scenarios/river/scenario.yaml: and 7 more\n")


def test_the_same_fault_at_the_same_place_is_told_once():
    report = reported()
    report.add(UNLIKELY, WORD)
    report.add(UNLIKELY, WORD)
    assert len(report) == 1


def test_diagnostics_come_by_file_in_the_order_of_reading_then_by_place():
    report = Report()
    for name in ("b.yaml", "a.yaml"):
        report.register(Source(name, "x\ny\n"))
    for name, line in (("a.yaml", 1), ("b.yaml", 2), ("b.yaml", 1)):
        report.add(UNLIKELY, Place(name, line, 1, 2))
    assert [(each.place.file, each.place.line) for each in report] == [
        ("b.yaml", 1),
        ("b.yaml", 2),
        ("a.yaml", 1),
    ]


def test_only_errors_forbid_play():
    report = reported()
    report.add(UNLIKELY, WORD)
    assert not report.has_errors
    report.add(UNKNOWN, WORD, name="x", owner="a party")
    assert report.has_errors
    assert report.count(Severity.WARNING) == 1


def test_a_file_inside_the_current_folder_is_named_relative_to_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    report = Report()
    report.add(UNLIKELY, Place((tmp_path / "below" / "x.yaml").as_posix()))
    outside = (tmp_path.parent / "y.yaml").as_posix()
    report.add(UNLIKELY, Place(outside))
    said = {line.split(": ")[0] for line in report.render().splitlines()}
    assert said == {"below/x.yaml", outside}


def test_the_mark_stands_under_the_word_in_a_line_with_wide_signs():
    source = Source("x.yaml", "name: 日本 tust")
    report = reported(source)
    report.add(UNLIKELY, Place("x.yaml", 1, 10, 14))
    line, mark = report.render().splitlines()[1:3]
    assert line == "   1 | name: 日本 tust"
    assert mark == "     | " + " " * 11 + "^^^^"  # each of the two takes two columns


def test_a_long_line_is_shown_around_the_mark():
    source = Source("x.yaml", "x" * 500 + "tust" + "y" * 500)
    report = reported(source)
    report.add(UNLIKELY, Place("x.yaml", 1, 501, 505))
    line, mark = report.render().splitlines()[1:3]
    assert len(line) < 110
    assert line[mark.index("^") : mark.rindex("^") + 1] == "tust"


def test_signs_that_cannot_be_seen_are_never_printed():
    source = Source("x.yaml", "a: \u202e\x1b[31m\x00")
    report = reported(source)
    report.add(UNKNOWN, Place("x.yaml", 1, 4, 5), name="\u202e\x1b[2J", owner="x" * 500)
    rendered = report.render()
    assert all(sign.isprintable() or sign == "\n" for sign in rendered)
    assert max(map(len, rendered.splitlines())) < 160


def test_editors_get_the_same_as_data():
    report = reported()
    report.add(UNKNOWN, WORD, name="x", owner="a party", closest="y")
    assert [each.as_dict() for each in report] == [
        {
            "file": "scenarios/river/scenario.yaml",
            "line": 6,
            "column": 5,
            "end": 21,
            "severity": "error",
            "code": "N999",
            "message": "unknown field 'x' in a party",
            "help": "did you mean 'y'?",
            "silenced": "",
        }
    ]


def test_every_code_is_called_what_it_is_numbered_and_has_a_sound_template():
    for name, value in vars(codes).items():
        if isinstance(value, Code):
            assert value.id == name
            assert codes.ALL[name] is value
            assert value.sentence[-1] not in ".!"
            given = dict.fromkeys((*template_names(value.sentence), *template_names(value.help)), "x")
            assert value.says(given)
            assert bool(value.suggests(given)) == bool(value.help)


def test_every_code_is_reported_somewhere():
    written = "".join(
        path.read_text("utf-8")
        for path in Path(codes.__file__).parents[1].rglob("*.py")
        if path.name != "codes.py"
    )
    assert [name for name in codes.ALL if name not in written] == []
