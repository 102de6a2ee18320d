"""Files become nodes with places; the field decides the type, never the look of the text."""

import json
import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.content import source as module
from game.content.diagnostics import Place, Report
from game.content.source import (
    EVENTS_LIMIT,
    ListNode,
    MapNode,
    ScalarNode,
    Source,
    decoded,
    read_text,
    read_tree,
    to_integer,
)


@pytest.fixture(params=["C", "plain"], autouse=True)
def loader(request, monkeypatch):
    """Every rule holds with the loader in C and with the one that is always there."""
    monkeypatch.setattr(module, "_LOADER", yaml.SafeLoader if request.param == "plain" else module._LOADER)


def read(text):
    report = Report()
    return read_tree(Source("x.yaml", text), report), report


def texts(node):
    """The node as plain Python data."""
    match node:
        case ScalarNode():
            return node.text
        case ListNode():
            return [texts(item) for item in node.items]
        case MapNode():
            return {name: texts(entry.value) for name, entry in node.entries.items()}


def test_texts_stay_as_written():
    written = "{a: no, b: 12:30, c: 010, d: 2024-01-01, e: ~, f: 1e3, g: 'x', h: NO, i: 0x10}"
    assert texts(read(written)[0]) == {
        "a": "no",
        "b": "12:30",
        "c": "010",
        "d": "2024-01-01",
        "e": "~",
        "f": "1e3",
        "g": "x",
        "h": "NO",
        "i": "0x10",
    }


def test_every_node_knows_its_line_and_column():
    tree, _ = read("one:\n  two: [a, bb]\n  three: 'c'\n")
    assert isinstance(tree, MapNode)
    one = tree.entries["one"]
    assert one.key.place == Place("x.yaml", 1, 1, 4)
    assert isinstance(one.value, MapNode)
    assert one.value.place == Place("x.yaml", 2, 3, 6)  # its first field stands for a mapping
    two = one.value.get("two")
    assert isinstance(two, ListNode)
    assert two.place == Place("x.yaml", 2, 8, 15)
    assert two.items[1].place == Place("x.yaml", 2, 12, 14)
    three = one.value.get("three")
    assert three is not None
    assert three.place == Place("x.yaml", 3, 10, 13)


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("when: ab cd tust", 1, 13),
        ("when: 'ab cd tust'", 1, 14),
        ("when: 'it''s tust'", 1, 14),
        ('when: "ab cd tust"', 1, 14),
        ("when: >\n  ab\n  cd tust\n", 3, 6),
        ("when: |\n  ab\n  cd tust\n", 3, 6),
        ("when: >-\n\n  ab\n\n  cd tust\n", 5, 6),
        ("when: ab\n  cd tust\n", 2, 6),
        ('when: "a\\x62 tust"', 1, 7),  # behind an escape, the whole text is marked
    ],
)
def test_a_word_inside_a_text_has_its_own_place(written, line, column):
    tree, _ = read(written)
    node = tree.get("when")
    start = node.text.index("tust")
    place = node.at(start, start + 4)
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: b\x00c", "N006", 1, 5),
        ("a: 1\nb: x\u202ey", "N006", 2, 5),
        ("a: x\u200by", "N006", 1, 5),
        ("a: \ud800", "N006", 1, 4),
        ("a: x\ufeff", "N006", 1, 5),
        ("a: &x 1", "N012", 1, 4),
        ("a: [1, *x]", "N012", 1, 8),
        ("a: !!python/object/apply:os.system [x]", "N013", 1, 4),
        ("a: !x!y z", "N013", 1, 4),
        ("<<: {a: 1}", "N014", 1, 1),
        ("a: 1\n---\nb: 2", "N011", 2, 1),
        ("a: 1\nb: 2\na: 3", "N015", 3, 1),
        ("{a: {b: 1, b: 2}}", "N015", 1, 12),
        ("? [a]\n: b", "N016", 1, 3),
        ("'': b", "N016", 1, 1),
        ("", "N017", 0, 0),
        ("# nothing\n", "N017", 0, 0),
        ("a:\n\tb: 1", "N018", 2, 1),
        ("a: one: two", "N019", 1, 7),
        ("a: [1, 2\nb: 3", "N020", 1, 4),
        ("b: 1\na: 'x\n", "N020", 2, 4),
        ("a:\n  b: 1\n c: 2", "N021", 3, 2),
        ("a: 1\nbroken\nb: 2", "N021", 2, 1),
        ("a: @x", "N023", 1, 4),
        ('a: "\\q"', "N022", 1, None),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_place(text, code, line, column):
    _, report = read(text)
    (found,) = report
    assert found.code.id == code
    assert found.place.line == line
    assert column is None or found.place.column == column
    assert report.render()


def test_the_first_of_two_equal_fields_is_kept():
    tree, report = read("a: 1\nb: 2\na: [3]\nc: 4")
    assert texts(tree) == {"a": "1", "b": "2", "c": "4"}
    assert report.codes() == ("N015",)


def test_a_byte_order_mark_at_the_beginning_and_other_line_ends_are_accepted():
    report = Report()
    found = decoded("x.yaml", "\ufeffa: 1\r\nb: tust\r\n".encode(), report)
    assert found is not None
    tree = read_tree(found, report)
    assert texts(tree) == {"a": "1", "b": "tust"}
    assert found.line(2) == "b: tust"


def test_a_missing_file_a_folder_and_other_bytes_are_diagnostics(tmp_path):
    report = Report()
    (tmp_path / "scenario.yaml").write_bytes(b"a: 1\nb: \xff\n")
    assert read_text(tmp_path / "scenaro.yaml", report) is None
    assert read_text(tmp_path, report) is None
    assert read_text(tmp_path / "scenario.yaml", report) is None
    assert read_text(tmp_path / "a\x00b", report) is None
    assert sorted(report.codes()) == ["N001", "N002", "N003", "N005"]
    assert "did you mean 'scenario.yaml'?" in report.render()
    assert "scenario.yaml:2:4: error N005" in report.render()


def test_a_file_without_end_is_not_read():
    report = Report()
    assert read_text(module.Path("/dev/zero"), report) is None
    assert report.codes() in (("N002",), ("N001",))


def test_a_source_in_memory_reads_like_a_file(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a: [b, c]\n", "utf-8")
    from_disk = read_text(path, Report())
    assert from_disk == Source(path.as_posix(), "a: [b, c]\n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-12", -12),
        ("+4", 4),
        ("010", 10),
        ("1000000000000", 10**12),
        ("1000000000001", None),
        ("9" * 1_000_000, None),
        ("1_000", None),
        ("1.0", None),
        ("0x10", None),
        ("", None),
        ("٣", None),
    ],
)
def test_only_plain_digits_of_bounded_length_are_a_whole_number(text, value):
    assert to_integer(text) == value


KEYS = st.text(string.ascii_letters + "_ é日", min_size=1, max_size=8).filter(lambda key: key.strip() == key)
TREES = st.recursive(
    st.text(string.printable.replace("\x0b", "").replace("\x0c", "").replace("\r", ""), max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5))
def test_what_was_written_is_read(tree):
    """JSON is the independent writer, for JSON is YAML."""
    node, report = read(json.dumps(tree, ensure_ascii=False, indent=1))
    assert len(report) == 0, report.render()
    assert texts(node) == tree


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5))
def test_the_place_of_a_field_is_where_its_name_stands(tree):
    written = json.dumps(tree, ensure_ascii=False, indent=1)
    node, _ = read(written)
    lines = written.split("\n")

    def look(node):
        if isinstance(node, MapNode):
            for name, entry in node.entries.items():
                place = entry.key.place
                assert lines[place.line - 1][place.column - 1 : place.end - 1] == f'"{name}"'
                look(entry.value)

    look(node)


@given(st.text() | st.text(" \n\t-:?[]{}&*!|>'\"%@`#,<ab1\x00\u202e", max_size=200))
def test_any_text_gives_nodes_or_a_diagnostic(text):
    tree, report = read(text)
    assert tree is not None or report.has_errors
    report.render()


@given(st.binary(max_size=200))
def test_any_bytes_give_a_source_or_a_diagnostic(content):
    report = Report()
    found = decoded("x.yaml", content, report)
    assert (found is None) == report.has_errors


def test_the_limit_of_parts_lies_above_an_honest_scenario():
    assert EVENTS_LIMIT > 25_000


@pytest.mark.parametrize("text", ["? a\n# c", "? a\n\n# c", "a: 1\n? b\n# c"])
def test_nothing_written_before_a_last_comment_stands_within_the_file(text):
    node, _ = read(text)
    assert all(entry.value.place.line <= text.count("\n") + 1 for entry in node.entries.values())


def test_a_tab_on_a_line_of_blanks_alone_is_marked_there():
    _, report = read("\n \t")
    assert [(found.code.id, found.place.line, found.place.column) for found in report] == [("N018", 2, 2)]
