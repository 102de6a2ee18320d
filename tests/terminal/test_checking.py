"""`check`: every diagnostic as editors get it, what was silenced and why, and its exit code."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from tests.terminal.playing import run

PORTS = ROOT / "tests" / "scenarios" / "two-ports"
GUIDE = (ROOT / "scenarios" / "README.md").read_text("utf-8")

DIAGNOSTIC = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "minLength": 1},
        "line": {"type": "integer", "minimum": 0},
        "column": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
        "severity": {"enum": ["error", "warning", "hint"]},
        "code": {"type": "string", "pattern": "^N[0-9]{3}$"},
        "message": {"type": "string", "minLength": 1},
        "help": {"type": "string"},
        "silenced": {"type": "string"},
    },
    "additionalProperties": False,
}
DIAGNOSTIC["required"] = list(DIAGNOSTIC["properties"])
CHECKED = Draft202012Validator({"type": "array", "items": DIAGNOSTIC})


@pytest.fixture
def ports(tmp_path: Path) -> Path:
    return Path(copytree(PORTS, tmp_path / "two-ports")) / "scenario.yaml"


def edit(file: Path, old: str, new: str, more: str = "") -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(f"{text.replace(old, new)}\n{more}", "utf-8")


def test_the_list_for_editors_follows_its_schema_whatever_is_found(ports: Path) -> None:
    for old, new in (
        ("hypothetical: yes", "hypothetical: no"),
        ("label: Trust", "lable: Trust"),
        ("format: 1", "format: 7"),
        ("format: 1", "format: [1"),
    ):
        before = ports.read_text("utf-8")
        edit(ports, old, new)
        told = json.loads(run(["check", "--json", str(ports)]).text)
        assert told
        assert [error.message for error in CHECKED.iter_errors(told)] == []
        ports.write_text(before, "utf-8")


def test_the_guide_explains_every_field_of_that_list_and_no_other() -> None:
    section = GUIDE.partition("# For editors and other programs")[2].partition("\n#")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| `")]
    assert rows == [f"`{name}`" for name in DIAGNOSTIC["properties"]]


def test_what_is_silenced_is_counted_shown_with_its_reason_and_in_the_list(ports: Path) -> None:
    edit(ports, "hypothetical: yes", "hypothetical: no", "silence:\n- {code: N604, because: An example.}\n")
    told = run(["check", str(ports)])
    assert told.code == 0
    assert "errors 0, warnings 0." in told.text
    assert "3 are silenced:" in told.text
    assert "N604 (3): An example." in told.text
    listed = json.loads(run(["check", "--json", str(ports)]).text)
    assert [each["silenced"] for each in listed] == ["An example."] * 3


@pytest.mark.parametrize(
    ("old", "new", "code"), [("hypothetical: yes", "hypothetical: no", 0), ("ordered: no", "ordered: nay", 1)]
)
def test_only_an_error_makes_the_command_fail(ports: Path, old: str, new: str, code: int) -> None:
    edit(ports, old, new)
    for words in ([], ["--json"]):
        told = run(["check", *words, str(ports)])
        assert told.code == code
        assert ("warning" if code == 0 else "error") in told.text


def test_the_table_of_what_is_read_adds_up(ports: Path) -> None:
    told = json.loads(run(["check", "--json", "--reading", str(ports)]).text)
    assert [error.message for error in CHECKED.iter_errors(told["diagnostics"])] == []
    sides = told["reading"][str(ports)]
    assert [each["party"] for each in sides] == ["vale", "tarn"]
    for each in sides:
        assert each["total"] == sum(each["words"].values())
    shown = run(["check", "--reading", str(ports)]).text
    rows = [line.split("  ") for line in shown.splitlines() if line.startswith("  all of it")]
    assert [cell.strip() for cell in rows[0] if cell.strip()][1:] == [str(each["total"]) for each in sides]
