"""What is proved of a scenario is told with its code, on its line, for the reason that there is."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from game.content.diagnostics import Diagnostic
from game.content.load import load, load_sources
from game.desk.proving import prove
from tests.conftest import PORTS

NEVER = "trust > 10"
ALWAYS = "trust >= 0"
DEADLINE = "deadline: [{when: not agreed(ferry) and fog_stays, to: end}, {otherwise: heads}]"


def told(*changes: tuple[str, str]) -> list[Diagnostic]:
    """Return what is proved of a scenario with stretches of its text replaced."""
    text = changed((PORTS / "scenario.yaml").read_text("utf-8"), changes)
    loaded = load_sources({"two-ports/scenario.yaml": text})
    assert loaded.scenario is not None, loaded.report.render()
    before = set(loaded.report)
    prove(loaded)
    return [each for each in loaded.report if each not in before]


CONDITIONS = {
    "way never": (DEADLINE, f"deadline: [{{when: {NEVER}, to: end}}, {{otherwise: heads}}]", "N528"),
    "way always": (DEADLINE, f"deadline: [{{when: {ALWAYS}, to: heads}}, {{otherwise: end}}]", "N527"),
    "way taken above": (
        DEADLINE,
        "deadline: [{when: trust >= 3, to: heads}, {when: trust >= 4, to: end}, {otherwise: end}]",
        "N404",
    ),
    "effect never": ("{ask: t_poor, if: season > 4}", f"{{ask: t_poor, if: {NEVER}}}", "N528"),
    "effect always": ("{ask: t_poor, if: season > 4}", f"{{ask: t_poor, if: {ALWAYS}}}", "N527"),
    "course never": ("{when: season >= 6, words", "{when: season >= 11, words", "N528"),
    "linkage never": ("ferry == daily and dues == nothing", "ferry == daily and ferry == none", "N528"),
    "linkage always": ("ferry == daily and dues == nothing", "ferry >= none", "N527"),
    "order always": ("dues == half and form == note", "dues == half or dues != half", "N527"),
    "event always": ("when: trust <= 1 and slot >= friday", f"when: {ALWAYS}", "N527"),
    "decision always": ("when: offered(tarn, ferry == daily)", f"when: {ALWAYS}", "N527"),
    "choice always": ("when: trust >= 6, closed: Not before", f"when: {ALWAYS}, closed: Not before", "N527"),
    "reservation never": ("{add: 34 - season, why", f"{{when: {NEVER}, add: 34 - season, why", "N528"),
    "need always": ("{when: form == accord, because", "{when: ferry == daily, because", "N527"),
    "need never": ("{when: form == accord, because", "{when: ferry == weekly, because", "N523"),
    "ending never": ("[ratified], when: form == accord,", f"[ratified], when: {NEVER},", "N502"),
}
"""By where a condition stands: what is replaced by what, and the code that is told."""


@pytest.mark.parametrize("where", CONDITIONS)
def test_a_condition_that_gives_one_answer_is_told_wherever_it_stands(where: str) -> None:
    old, new, code = CONDITIONS[where]
    found = told((old, new))
    assert [each.code.id for each in found] == [code]
    assert code == "N523" or new.splitlines()[0] in found[0].source_line


def test_a_condition_that_only_says_when_an_action_belongs_is_no_fault() -> None:
    belongs = "when: round == heads, closed: Only a head"
    assert told((belongs, belongs.replace("round == heads", "slot >= monday"))) == []
    found = told(("when: unity < 8, closed", f"when: {ALWAYS}, closed"))
    assert [each.code.id for each in found] == ["N527"]


def test_plain_true_is_what_an_author_means() -> None:
    assert told(("when: trust <= 1 and slot >= friday", "when: true")) == []


HEADS = ("The Warden, members: [the harbour master]", "The Provost, members: [the fleet captain]")
ENVOYS = ("members: [a clerk]", "head: The fleet captain, members: []")
NO_POWERS = "signs: none, alone: no, ad_referendum: yes, weight: -2"
REASONS = {
    "the talks cannot end so": [("breaks_at: 0", "breaks_at: -1"), (", {end: talks}", "")],
    "nothing that schedules it ever happens": [("telegram, in: 1}", f"telegram, in: 1, if: {NEVER}}}")],
    "nothing that puts it ever happens": [("{put: v_notice}", f"{{put: v_notice, if: {NEVER}}}")],
    "nobody ever cites 'ledger', which it counters": [
        ("kind: cite, table: yes, document: ledger", "kind: plain, table: yes")
    ],
    "'trust' never comes to 11": [("sound_free: 6, sound_least: 4", "sound_free: 11, sound_least: 11")],
    "no delegation of its party may ever decide alone": [
        (f"{head}, signs: full, alone: yes", f"{head}, signs: full") for head in HEADS
    ],
    "'form' is required, and not yet on any agenda": [
        *((f"{head}, {NO_POWERS}", f"{head}, signs: full") for head in ENVOYS),
        (DEADLINE, f"concluded: [{{to: vote}}]\n      {DEADLINE}"),
    ],
    "'form' is required, and no option of it can be agreed": [
        ("{id: v_nothing, on: dues.nothing,", "{id: v_nothing, on: form.note,"),
        ("{id: t_full, on: dues.full,", "{id: t_full, on: form.accord,"),
    ],
    "its level is 'free', and nothing changes it": [
        ("dues.nothing, level: never", "dues.nothing, level: free")
    ],
    "its issue is never on the table": [("on: dues.nothing, level: never", "on: pilots.own, level: never")],
}
"""By the reason that is told: what is replaced by what."""


@pytest.mark.parametrize("reason", REASONS)
def test_the_reason_is_told(reason: str) -> None:
    assert [each.message for each in told(*REASONS[reason]) if each.message.endswith(reason)]


def test_what_an_instructor_may_let_happen_is_not_proved_away() -> None:
    """The comet is seen only where somebody lets it pass."""
    flag = ("flags:\n", "flags:\n  comet: {label: A comet, seen_by: both}\n")
    waits = ("when: trust <= 1 and slot >= friday", "when: comet and slot >= friday")
    comes = "{label: A comet, seen_by: both, text: So., inject: yes, effects: [{set: comet, to: yes}]}"
    assert [each.code.id for each in told(flag, waits)] == ["N539", "N525"]
    assert told(flag, waits, ("events:\n", f"events:\n  comes: {comes}\n")) == []


def test_what_another_scenario_has_use_for_in_a_library_is_not_told(tmp_path: Path) -> None:
    """A flag of the library and a term that reads it are idle where nothing sets it; that is no fault."""
    flag = ("flags:\n", "flags:\n  comet: {label: A comet, seen_by: both}\n")
    term = ("{when: ferry == weekly, add: -2, why: A market", "{when: comet, add: -2, why: A market")
    sets = (
        "effects: [{set: toast_given, to: yes},",
        "effects: [{set: comet, to: yes}, {set: toast_given, to: yes},",
    )
    text = changed((PORTS / "scenario.yaml").read_text("utf-8"), [flag, term])
    parts = {name: section(text, name) for name in ("flags", "constituencies")}
    for name in ("one", "other"):
        body = text.replace("id: two-ports", f"id: {name}").replace(
            "format: 1\n", "format: 1\ninclude: [_shared]\n"
        )
        for part in parts.values():
            body = body.replace(part, "")
        write(tmp_path / name / "scenario.yaml", body)
    for name, part in parts.items():
        write(tmp_path / "_shared" / f"{name}.yaml", part)

    assert codes_of(tmp_path / "one") == ["N528", "N539"]
    other = tmp_path / "other" / "scenario.yaml"
    write(other, changed(other.read_text("utf-8"), [sets]))
    assert codes_of(tmp_path / "one") == []
    assert codes_of(tmp_path / "other") == []


def changed(text: str, changes: Iterable[tuple[str, str]]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def section(text: str, name: str) -> str:
    found = re.search(rf"^{name}:\n(?:[ #].*\n|\n)*", text, re.MULTILINE)
    assert found is not None
    return found.group()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def codes_of(folder: Path) -> list[str]:
    loaded = load(folder)
    assert loaded.scenario is not None, loaded.report.render()
    prove(loaded)
    return sorted(each.code.id for each in loaded.report)
