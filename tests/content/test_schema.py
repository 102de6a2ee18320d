"""The schema and the reference are made of what the readers ask for: they take what is shipped, no typo."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from game import places
from game.content.diagnostics import Report
from game.content.load import load_sources
from game.content.notes import KEYED_BY
from game.content.reference import reference
from game.content.schema import schema
from game.content.sections import BY_ID
from game.content.shapes import SECTIONS, Shape, Style, shapes
from game.content.source import ListNode, MapNode, Node, Source, read_tree
from game.text.catalogue import load as load_sentences
from tests.conftest import ROOT

SCENARIOS = places.scenarios_folder()
FILES = sorted(file for file in SCENARIOS.glob("**/*.yaml") if file.parent.name != "i18n")
TOWNS = (SCENARIOS / "two-towns" / "scenario.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def made() -> dict[str, Shape]:
    return shapes(SCENARIOS)


@pytest.fixture(scope="module")
def meanings() -> dict[str, str]:
    said = load_sentences(places.assets_folder() / "text" / "keys.yaml").sentences
    return {key: text for key, text in said.items() if isinstance(text, str)}


@pytest.fixture(scope="module")
def validator(made: dict[str, Shape], meanings: dict[str, str]) -> Draft202012Validator:
    whole = schema(made, meanings)
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


def as_editors_read(node: Node | None) -> Any:
    """The value of a YAML 1.2 file, as editors see it."""
    match node:
        case MapNode(entries=entries):
            return {name: as_editors_read(entry.value) for name, entry in entries.items()}
        case ListNode(items=items):
            return [as_editors_read(item) for item in items]
        case None:
            return None
    if node.is_empty:
        return None
    if node.style:
        return node.text
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    return {"true": True, "false": False}.get(node.text, node.text)


def read(text: str) -> Any:
    return as_editors_read(read_tree(Source("x.yaml", text), Report()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_is_shipped_follows_the_schema(validator: Draft202012Validator, file: Path) -> None:
    found = [
        f"{error.json_path}: {error.message[:200]}"
        for error in validator.iter_errors(read(file.read_text("utf-8")))
    ]
    assert found == []


TYPOS = (
    ("lable: Trust", "label: Trust"),
    ("start: five", "start: 5"),
    ("start: 11", "start: 5"),
    ("requierd: yes", "required: yes"),
    ("gate: maybe", "gate: yes"),
    ("must: not-against", "must: not_against"),
    ("date: 25.3.1911", "date: 1911-03-25"),
    ("kind: negotiation", "kind: talks"),
    ("signs: fully", "signs: full"),
    ("exchanges: two", "exchanges: 2"),
    ("{ad: trust, by: 1}", "{add: trust, by: 1}"),
    ("{add: trust, bye: 1}", "{add: trust, by: 1}"),
    ("{add: trust}", "{add: trust, by: 1}"),
    ("level: nevr", "level: never"),
    ("on: bank/season", "on: bank.season"),
    ("plausability: historical", "plausibility: historical"),
    ("after: ratified", "after: [ratified]"),
    ("odds: 75%", "odds: 75"),
    ("Options:", "options:"),
    ("skerry: proposes,", "skerry: propose,"),
    ("bands: 10, 22, 40", "bands: [10, 22, 40]"),
    ("version: 1.0", "version: 1.0.0"),
    ("constituences:", "constituencies:"),
    ("{prefers: skerry", "{prefer: skerry"),
    ("run: {hold: yes}", "runs: {hold: yes}"),
)  # fmt: skip


@pytest.mark.parametrize(("typo", "right"), TYPOS, ids=[typo for typo, _ in TYPOS])
def test_a_typo_is_refused_as_check_refuses_it(
    validator: Draft202012Validator, typo: str, right: str
) -> None:
    assert right in TOWNS
    text = TOWNS.replace(right, typo, 1)
    assert not validator.is_valid(read(text))
    assert load_sources({"two-towns/scenario.yaml": text}).report.has_errors


def asked_by_name() -> set[str]:
    """Every field that some reader names outright, found in the readers' own source.

    A class file is no scenario; `docs/class-file.md` describes it, and a test holds the page to its reader.
    """
    openers = {"fields", "each", "below", "need", "term", "sounding"}
    besides = {"has", "at", "word", "ignore", "partition", "startswith"}
    found = set()
    for file in set((ROOT / "game" / "content").glob("*.py")) - {ROOT / "game" / "content" / "classroom.py"}:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id=opener), attr=taker),
                    args=[ast.Constant(value=str(name)), *_],
                ) if opener in openers and taker not in besides:
                    found.add(name)
    return found


def test_every_field_that_a_reader_names_has_a_place_in_some_shape(made: dict[str, Shape]) -> None:
    named = asked_by_name()
    assert len(named) > 120
    assert named - {field.name for shape in made.values() for field in shape.fields} == set()


def test_every_shape_is_reached_from_a_section(made: dict[str, Shape]) -> None:
    reached = {shape for shape, _ in SECTIONS.values()}
    while True:
        below = {form.of for name in reached for field in made[name].fields for form in field.forms}
        more = (below & made.keys()) - reached
        if not more:
            break
        reached |= more
    assert reached == made.keys()
    assert made.keys() >= KEYED_BY.keys()


def test_every_section_has_a_shape() -> None:
    by_id = {name for name, (_, style) in SECTIONS.items() if style != Style.ONE}
    assert by_id | {"sources"} == BY_ID


def test_every_field_is_explained_and_nothing_else_is(
    made: dict[str, Shape], meanings: dict[str, str]
) -> None:
    fields = {f"{name}.{field.name}" for name, shape in made.items() for field in shape.fields}
    sections = {f"sections.{name}" for name in (*SECTIONS, "format", "include", "sources")}
    assert meanings.keys() == fields | sections


def test_the_reference_is_up_to_date(made: dict[str, Shape], meanings: dict[str, str]) -> None:
    written = (SCENARIOS / "REFERENCE.md").read_text("utf-8")
    assert written == reference(made, meanings), "python3 main.py reference -o scenarios/REFERENCE.md"
