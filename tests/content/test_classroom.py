"""Class files: what they may say, what holds where they are silent, and that none of them breaks a table."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ai.registry import bots_for
from game.content.classroom import ClassFile, Known, Team, example_file, read_class, read_class_file
from game.content.diagnostics import Report
from game.content.notes import Notes
from game.content.source import Source
from tests.content.test_hostile_files import HOSTILE

ROOT = Path(__file__).parents[2]
KNOWN = Known(("en", "de"), bots_for)
LEAST = "format: 1\nscenario: warm-up\n"
PARTY = "choir"


def read(text: str, beside: Path = Path()) -> ClassFile:
    report = Report()
    found = read_class(Source("class.yaml", text), report, KNOWN, beside=beside)
    assert found is not None, report.render()
    return found


def faults(text: str) -> tuple[str, ...]:
    report = Report()
    assert read_class(Source("class.yaml", text), report, KNOWN) is None
    return report.codes()


def test_the_example_is_sound_and_shows_every_field() -> None:
    report = Report()
    found = read_class_file(example_file(), report, KNOWN)
    assert found is not None, report.render()
    assert found.persons == (0, 1)
    written = example_file().read_text("utf-8")
    for name in asked():
        assert re.search(rf"\b{name}:", written), f"'{name}' is not in the example"


def asked() -> set[str]:
    """Return every field that is asked for while a class file is read."""
    notes = Notes()
    text = f"{LEAST}clock: {{turn: 1}}\nteams: {{{PARTY}: {{name: A}}}}\nfixed: [clock]\n"
    read_class(Source("class.yaml", text), Report(), KNOWN, notes=notes)
    found = {ask.name for opened in notes.opened for ask in opened.asks}
    return found | {name for opened in notes.opened for name in opened.looked_for}


def test_every_field_is_explained() -> None:
    page = (ROOT / "docs/class-file.md").read_text("utf-8")
    explained = set(re.findall(r"^\| `(?:\w+\.)?(\w+)` \|", page, re.MULTILINE))
    assert explained == asked()


def test_what_is_left_out_is_as_it_always_is_or_asked() -> None:
    found = read(LEAST)
    assert (found.persons, found.table, found.teams) == ((), "", (Team(), Team()))
    assert (found.adviser, found.undo, found.chance_on, found.passes) == (True, True, True, False)
    assert (found.turn, found.lesson, found.fixed) == (0, 0, ())
    assert (found.seed, found.saves, found.against) == (None, None, "")


def test_students_take_the_first_roles_of_the_scenario() -> None:
    found = read("format: 1\nscenario: the-deletion\nteams: {japan: {students: 2}}")
    written = [role.label for role in found.scenario.dossier.roles if role.party == 1]
    assert found.teams == (Team(), Team(roles=tuple(written[:2])))


def test_paths_start_from_the_folder_of_the_file(tmp_path: Path) -> None:
    found = read(f"{LEAST}saves: ../games", tmp_path)
    assert found.saves == tmp_path / "../games"
    there = "format: 1\nscenario: ./warm-up\n"
    assert read(there, ROOT / "scenarios").scenario.id == "warm-up"


def test_the_language_of_the_file_is_that_of_its_scenario() -> None:
    plain = read("format: 1\nscenario: two-towns\n").scenario
    german = read("format: 1\nscenario: two-towns\nlanguage: de\n").scenario
    assert german.title != plain.title


@pytest.mark.long
def test_the_names_of_the_file_are_those_of_its_scenario() -> None:
    neutral = read("format: 1\nscenario: the-deletion\n").scenario
    named = read("format: 1\nscenario: the-deletion\nnames: japan\n").scenario
    assert named != neutral


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("scenari: warm-up", "N101"),
        ("side: nobody", "N109"),
        ("language: xx", "N109"),
        ("names: nobody", "N201"),
        ("opponent: nobody", "N201"),
        ("side: both\nopponent: linear", "N113"),
        ("seed: -1", "N105"),
        ("seed: 1000000000", "N105"),
        ("chance: off", "N106"),
        ("table: " + "x" * 61, "N111"),
        ("table: [x]", "N103"),
        ("clock: 4", "N103"),
        ("clock: {turn: 0}", "N105"),
        ("clock: {turn: 601}", "N105"),
        ("clock: {lesson: 1.5}", "N104"),
        ("clock: {at_zero: end}", "N109"),
        ("fixed: [seed]", "N109"),
        ("teams: {nobody: {name: x}}", "N201"),
        ("teams: {PARTY: {students: 1}}", "N105"),
        ("teams: {PARTY: {students: 4}}", "N119"),
        ("teams: {PARTY: {roles: [one]}}", "N112"),
        ("teams: {PARTY: {roles: [one, " + "x" * 61 + "]}}", "N111"),
        ("teams: {PARTY: {students: 2, roles: [one, two]}}", "N113"),
    ],
)
def test_what_a_class_file_cannot_say_is_told(line: str, code: str) -> None:
    assert code in faults(f"{LEAST}{line}\n".replace("PARTY", PARTY))


@pytest.mark.parametrize("name", ["aliases", "code in a tag", "nested braces", "a NUL"])
def test_a_hostile_file_is_refused_as_everywhere(name: str) -> None:
    text, code = HOSTILE[name]
    assert faults(text) == (code,)


PIECES = """
format: 1
scenario: warm-up
side: both
clock: {turn: 4}
clock:
teams: {a: {}}
teams: []
seed: 7
table: ~
fixed: clock
fixed: []
names: ~
saves: '~nobody/x'
- x
x: [
\t
""".strip("\n").split("\n")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PIECES), max_size=7))
def test_no_class_file_ends_in_anything_but_a_table_or_its_faults(lines: list[str]) -> None:
    report = Report()
    found = read_class(Source("class.yaml", "\n".join(lines)), report, KNOWN)
    assert (found is None) == report.has_errors
