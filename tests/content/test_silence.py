"""A warning can be accepted by its code with a reason, anywhere or for one thing; an error never can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.codes import ALL
from game.content.diagnostics import Place, Report, Severity, Silence, Stretch
from game.content.kinds import BELOW, KINDS
from game.content.load import Loaded, load_sources
from game.content.sections import BY_ID
from game.content.silence import MOST, stretch_of
from game.content.source import MapNode, Source, read_tree
from game.desk.reviewing import review
from tests.conftest import ROOT

PORTS = (ROOT / "tests" / "scenarios" / "two-ports" / "scenario.yaml").read_text("utf-8")
BARE = PORTS.replace("hypothetical: yes", "hypothetical: no")
NAKED = ("ferry.daily", "dues.nothing", "form.note")  # options of BARE that N604 tells of


def reviewed(silence: str, text: str = BARE) -> Loaded:
    loaded = load_sources({"two-ports/scenario.yaml": f"{text}\n{silence}"})
    review(loaded)
    return loaded


def told(loaded: Loaded) -> tuple[str, ...]:
    return loaded.report.codes()


def test_what_is_not_silenced_is_told() -> None:
    assert told(reviewed("")) == ("N604",) * len(NAKED)


def test_a_silence_without_a_place_covers_the_code_everywhere() -> None:
    loaded = reviewed("silence:\n- {code: N604, because: An example.}\n")
    assert told(loaded) == ()
    assert loaded.report.count(Severity.WARNING) == len(loaded.report) == 0
    assert [each.silenced for each in loaded.report.everything()] == ["An example."] * len(NAKED)
    assert [count for _, count in loaded.report.silences()] == [len(NAKED)]


@pytest.mark.parametrize("option", NAKED)
def test_a_silence_of_one_thing_leaves_the_others(option: str) -> None:
    loaded = reviewed(f"silence:\n- {{code: N604, on: option {option}, because: An example.}}\n")
    left = [each.message.split("'")[1] for each in loaded.report]
    assert left == [each for each in NAKED if each != option]


@pytest.mark.parametrize(("on", "covered"), [("issues", 3), ("issue dues", 1), ("rounds", 0)])
def test_a_section_or_an_owner_stands_for_all_that_is_in_it(on: str, covered: int) -> None:
    loaded = reviewed(f"silence:\n- {{code: N604, on: {on}, because: An example.}}\n")
    assert [count for _, count in loaded.report.silences()] == [covered]
    assert told(loaded).count("N903") == (covered == 0)


def test_a_silence_of_nothing_cannot_be_silenced() -> None:
    assert told(reviewed("silence:\n- {code: N903, because: Tidy.}\n", PORTS)) == ("N902",)


@pytest.mark.parametrize("code", [each.id for each in ALL.values() if each.severity is Severity.ERROR])
def test_no_error_can_be_silenced(code: str) -> None:
    report = Report()
    node = read_tree(Source("x.yaml", "a: b\n"), report)
    assert node is not None
    values = dict.fromkeys(("what", "name", "id", "field", "value"), "x")
    report.add(ALL[code], node, **{**_every_value(code), **values})
    report.silence((Silence(code, "because", node.place),))
    assert report.codes() == (code,)
    assert report.has_errors


def _every_value(code: str) -> dict[str, object]:
    from game.content.diagnostics import template_names

    return dict.fromkeys(template_names(ALL[code].sentence), "x")


@pytest.mark.parametrize(
    ("on", "code"),
    [("option dues.nothin", "N201"), ("optoin dues.nothing", "N109"), ("isues", "N109"), ("issue", "N201")],
)
def test_what_is_not_there_cannot_be_meant(on: str, code: str) -> None:
    loaded = reviewed(f"silence:\n- {{code: N604, on: {on}, because: An example.}}\n")
    found = [each for each in loaded.report if each.code.id == code]
    assert [each.source_line for each in found] == [f"- {{code: N604, on: {on}, because: An example.}}"]


def test_where_there_are_errors_nobody_knows_what_a_silence_would_have_silenced() -> None:
    broken = PORTS.replace("label: Trust,", "lable: Trust,")
    assert told(reviewed("silence:\n- {code: N513, because: It is so.}\n", broken)) == ("N101",)


def test_a_stretch_of_one_file_holds_nothing_of_another() -> None:
    stretch = Stretch(Place("a.yaml", 2, 3, 4), Place("a.yaml", 9, 1, 20))
    assert stretch.holds(Place("a.yaml", 5, 1, 2))
    assert not stretch.holds(Place("b.yaml", 5, 1, 2))
    assert not stretch.holds(Place("a.yaml", 2, 2, 3))
    assert not stretch.holds(Place("a.yaml", 10, 1, 2))


@pytest.mark.parametrize(("more", "codes"), [(0, ()), (1, ("N112",))])
def test_there_is_an_end_to_silences(more: int, codes: tuple[str, ...]) -> None:
    line = "- {code: N604, because: An example.}\n"
    assert told(reviewed("silence:\n" + line * (MOST + more))) == codes


def test_every_kind_stands_in_a_section_of_ids() -> None:
    assert set(KINDS.values()) <= BY_ID
    assert set(BELOW) < set(KINDS)


words = st.sampled_from(["one", "two words", "'it''s quoted'", "'three\n    lines\n    of it'"])
blocks = st.lists(st.sampled_from(["a line", "another", ""]), min_size=1, max_size=4).map(
    lambda lines: "|\n" + "".join(f"    {line}\n" for line in ["first", *lines])
)
values = words | blocks | st.just("[a, b, {c: d}]") | st.just("\n    inner: {deep: x}\n    more: y")


@given(st.lists(values, min_size=2, max_size=5))
def test_the_stretches_of_neighbours_follow_each_other(found: list[str]) -> None:
    text = "".join(f"  k{n}: {value}\n" for n, value in enumerate(found))
    tree = read_tree(Source("x.yaml", f"top:\n{text}"), Report())
    top = tree.get("top") if isinstance(tree, MapNode) else None
    assert isinstance(top, MapNode)
    stretches = [stretch_of(entry.value) for entry in top.entries.values()]
    keys = [entry.key.place for entry in top.entries.values()]
    for number, stretch in enumerate(stretches):
        assert (stretch.first.line, stretch.first.column) <= (stretch.last.line, stretch.last.column)
        assert stretch.holds(stretch.first)
        assert stretch.holds(stretch.last)
        if number + 1 < len(keys):
            assert not stretch.holds(keys[number + 1])
            assert stretch.last.line < keys[number + 1].line
