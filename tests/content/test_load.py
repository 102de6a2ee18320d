"""Names, folders and files; libraries; stored sources; the fingerprint."""

from dataclasses import fields
from pathlib import Path

import pytest

from game.content.include import MOST_FILES
from game.content.load import fingerprint, load, load_sources, scenario_names
from game.rules.scenario import Scenario

SCENARIOS = Path(__file__).parents[1] / "scenarios"
PORTS = SCENARIOS / "two-ports" / "scenario.yaml"
FLAG = "flags:\n  calm_sea: {label: The sea is calm, seen_by: both}\n"


def parts(scenario: Scenario | None) -> dict[str, object]:
    """Return all of a scenario, to be compared: scenarios themselves are equal only to themselves."""
    assert scenario is not None
    return {each.name: getattr(scenario, each.name) for each in fields(scenario)}


def ports_including(*names: str) -> str:
    text = PORTS.read_text(encoding="utf-8")
    return text.replace("format: 1\n", f"format: 1\ninclude: [{', '.join(names)}]\n")


def on_disk(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root / "two-ports"


@pytest.mark.parametrize(
    "where",
    ["two-ports", PORTS, PORTS.parent, str(PORTS), str(PORTS.parent)],
    ids=("name", "file", "folder", "file as text", "folder as text"),
)
def test_a_name_a_folder_and_a_file_mean_the_same(ports: Scenario, where: str | Path) -> None:
    assert parts(load(where, SCENARIOS).scenario) == parts(ports)


def test_an_unknown_name_gives_the_nearest() -> None:
    loaded = load("tow-ports", SCENARIOS)
    assert loaded.report.codes() == ("N805",)
    assert "did you mean 'two-ports'?" in loaded.report.render()


@pytest.mark.parametrize(
    "where", ["", "..", "a\0b", "x" * 5000, "no/such/path"], ids=("", "above", "NUL", "long", "none")
)
def test_what_no_disk_has_is_no_scenario(where: str) -> None:
    assert load(where, SCENARIOS).scenario is None


def test_a_folder_without_a_scenario_file_says_so() -> None:
    assert load(SCENARIOS.parent / "content").report.codes() == ("N001",)


def test_libraries_are_no_scenarios(tmp_path: Path) -> None:
    on_disk(tmp_path, {"two-ports/scenario.yaml": "", "_estuary/flags.yaml": ""})
    assert scenario_names(tmp_path) == ["two-ports"]


def test_stored_sources_give_the_same_scenario(ports: Scenario) -> None:
    assert parts(load_sources(load(PORTS).sources).scenario) == parts(ports)


@pytest.mark.parametrize("sources", [{}, {"_a/b.yaml": "format: 1"}, {"a/x.yaml": "", "b/y.yaml": ""}])
def test_stored_sources_need_one_scenario(sources: dict[str, str]) -> None:
    assert load_sources(sources).report.codes() == ("N805",)


@pytest.mark.parametrize("name", ["_estuary", "_estuary/flags"])
def test_a_library_is_read_from_a_disk_and_from_a_save_alike(tmp_path: Path, name: str) -> None:
    files = {"two-ports/scenario.yaml": ports_including(name), "_estuary/flags.yaml": FLAG}
    read = load(on_disk(tmp_path, files))
    assert read.scenario is not None, read.report.render()
    assert read.scenario.flags[0].id == "calm_sea"
    assert read.sources == files
    assert parts(load_sources(files).scenario) == parts(read.scenario)


def test_files_of_a_library_come_in_the_order_of_their_names() -> None:
    one, other = FLAG, FLAG.replace("calm_sea", "rough_sea")
    files = {"two-ports/scenario.yaml": ports_including("_estuary"), "_estuary/b.yaml": one}
    found = load_sources({**files, "_estuary/a.yaml": other}).scenario
    assert found is not None
    assert [flag.id for flag in found.flags][:2] == ["rough_sea", "calm_sea"]


def test_a_file_that_two_includes_name_is_read_once() -> None:
    files = {"two-ports/scenario.yaml": ports_including("_estuary", "_estuary/flags")}
    assert load_sources({**files, "_estuary/flags.yaml": FLAG}).scenario is not None


def test_an_id_in_two_files_names_both_places() -> None:
    files = {"two-ports/scenario.yaml": ports_including("_estuary")}
    report = load_sources({**files, "_estuary/flags.yaml": FLAG.replace("calm_sea", "rumour")}).report
    assert report.codes() == ("N202",)
    said = report.render()
    assert "two-ports/scenario.yaml:27:3" in said
    assert "_estuary/flags.yaml:2:3" in said


@pytest.mark.parametrize(
    "name", ["..", "../two-ports", "/etc", "_a/../b", "_a/b/c", "two-ports", "'_a\\\\b'", "_A", "''", "C:x"]
)
def test_only_names_inside_the_scenarios_folder_can_be_included(name: str) -> None:
    assert load_sources({"two-ports/scenario.yaml": ports_including(name)}).report.codes() == ("N801",)


def test_a_link_out_of_the_scenarios_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(FLAG, encoding="utf-8")
    (tmp_path / "scenarios" / "_estuary").mkdir(parents=True)
    (tmp_path / "scenarios" / "_estuary" / "flags.yaml").symlink_to(tmp_path / "secret.yaml")
    folder = on_disk(tmp_path / "scenarios", {"two-ports/scenario.yaml": ports_including("_estuary")})
    assert load(folder).report.codes() == ("N802",)


def test_the_fingerprint_is_of_every_file_and_its_name() -> None:
    files = {"a/scenario.yaml": "one", "_b/c.yaml": "two"}
    same = {"_b/c.yaml": "two", "a/scenario.yaml": "one"}
    assert fingerprint(files) == fingerprint(same)
    others = [
        {**files, "_b/c.yaml": "tow"},
        {"a/scenario.yaml": "one", "_b/d.yaml": "two"},
        {"a/scenario.yaml": "onetwo", "_b/c.yaml": ""},
        {"a/scenario.yaml": "one"},
    ]
    assert len({fingerprint(each) for each in (files, *others)}) == 5


def test_ten_faults_take_one_round_trip() -> None:
    text = PORTS.read_text(encoding="utf-8")
    for old, new in (
        ("minutes: 10", "minutes: five"),
        ("start: 5, seen_by: both", "start: 55, seen_by: both"),
        ("history: weekly", "history: weekley"),
        ("dues: {full: 35, half: 20", "dues: {full: much, half: 20"),
        ("quorum: 4", "quorums: 4"),
        ("party: vale\n    votes: 4", "party: vael\n    votes: 4"),
        ("date: 1931-05-04", "date: Monday"),
        ("when: unity < 8", "when: unty < 8"),
        ("odds: 30", "odds: 31"),
        ("never: [dues.nothing]", "never: [dues.nothingg]"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    codes = load_sources({"two-ports/scenario.yaml": text}).report.codes()
    assert sorted(codes) == sorted(
        ("N104", "N105", "N201", "N104", "N101", "N201", "N107", "N309", "N507", "N201")
    )


def test_a_scenario_of_too_many_files_says_so(tmp_path: Path) -> None:
    names = [f"_many/part_{number}" for number in range(MOST_FILES)]
    libraries = {f"{name}.yaml": "flags: {}\n" for name in names}
    folder = on_disk(tmp_path, {"two-ports/scenario.yaml": ports_including(*names), **libraries})
    assert load(folder).report.codes() == ("N806",)
    fewer = ports_including(*names[:-1])
    (folder / "scenario.yaml").write_text(fewer, encoding="utf-8")
    assert "N806" not in load(folder).report.codes()
