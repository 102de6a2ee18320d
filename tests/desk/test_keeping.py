"""Agreements on paper: kept beside the saves, read back the same, and never in the place of anything else."""

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import places
from game.desk.declared import DECLARED, read_declared
from game.desk.finding import Trouble
from game.desk.keeping import keep_declared, on_paper
from game.rules.package import OPEN, empty
from game.rules.scenario import Scenario
from game.session.strict import CodecFault, forbidden_sign
from game.text.catalogue import load as sentences
from tests.conftest import DELETION, PORTS, loaded

SAY = sentences(places.sentences_file())


@lru_cache
def talks(path: Path) -> Scenario:
    return loaded(path)


def known(scenario: Scenario):  # type: ignore[no-untyped-def]
    return lambda id, mark: scenario if (id, mark) == (scenario.id, scenario.fingerprint) else None


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@given(team=st.text(max_size=120), data=st.data())
def test_what_is_kept_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, team: str, data: st.DataObject
) -> None:
    scenario, folder = talks(PORTS), tmp_path_factory.mktemp("kept")
    ticked = tuple(data.draw(st.integers(OPEN, len(each.options) - 1)) for each in scenario.issues)
    try:
        keep_declared(SAY, folder, scenario, team, ticked)
    except Trouble as trouble:
        refused = str(trouble)
    else:
        refused = ""
    if refused:
        assert refused.startswith(("error T61", "error T62"))
        assert files(folder) == []
        return
    (path,) = files(folder)
    assert path.name.endswith(DECLARED)
    read = read_declared(path, known(scenario))
    assert read.package == on_paper(scenario, ticked)
    assert read.team == read.team.strip() != ""
    assert read.team in "".join(sign for sign in team if forbidden_sign(sign) is None)


def test_nothing_ticked_is_no_agreement_and_what_stood_before_belongs_to_one() -> None:
    scenario = talks(DELETION)
    nothing = empty(len(scenario.issues))
    assert on_paper(scenario, nothing) == nothing
    assert on_paper(scenario, scenario.opening.agreed) == nothing
    signed = scenario.historical_package()
    bargained = tuple(
        option if before == OPEN else OPEN
        for option, before in zip(signed, scenario.opening.agreed, strict=True)
    )
    assert on_paper(scenario, bargained) == on_paper(scenario, signed) == signed


def test_a_team_may_correct_itself_and_nobody_else(tmp_path: Path) -> None:
    scenario, other = talks(PORTS), talks(DELETION)
    signed = scenario.historical_package()
    keep_declared(SAY, tmp_path, scenario, "Blue", empty(len(scenario.issues)))
    keep_declared(SAY, tmp_path, scenario, "Blue", signed)
    (path,) = files(tmp_path)
    assert read_declared(path, known(scenario)).package == signed
    whole = path.read_bytes()
    for which, team in ((scenario, "Blue?"), (other, "Blue")):  # a name that its file shares; other talks
        with pytest.raises(Trouble, match="error T63"):
            keep_declared(SAY, tmp_path, which, team, which.historical_package())
    assert [each.read_bytes() for each in files(tmp_path)] == [whole]


@pytest.mark.parametrize("team", ["", "  ", "\u202e\n"])
def test_a_team_needs_a_name(tmp_path: Path, team: str) -> None:
    scenario = talks(PORTS)
    with pytest.raises(Trouble, match="error T61"):
        keep_declared(SAY, tmp_path, scenario, team, scenario.historical_package())
    assert files(tmp_path) == []


def test_a_text_that_does_not_hold_together_is_not_kept(tmp_path: Path) -> None:
    scenario = talks(PORTS)
    with pytest.raises(Trouble, match="error T62"):
        keep_declared(SAY, tmp_path, scenario, "Blue", scenario.package(ferry="daily", form="note"))
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"format": 1', '"format": 2'),
        ('"format": 1', '"format": 1, "more": 1'),
        ('"format": 1', '"format": 1, "format": 1'),
        ('"Blue"', '"Blue\\u202e"'),
        ('"Blue"', "7"),
        ("weekly", "yearly"),
        ('"scenario": "two-ports"', '"scenario": "two-towns"'),
        ("}", ""),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, was: str, now: str) -> None:
    scenario = talks(PORTS)
    keep_declared(SAY, tmp_path, scenario, "Blue", scenario.historical_package())
    (path,) = files(tmp_path)
    whole = path.read_text("utf-8")
    assert was in whole, whole
    path.write_text(whole.replace(was, now, 1), "utf-8")
    with pytest.raises(CodecFault):
        read_declared(path, known(scenario))
