"""What a person at this machine is told when the disk does not keep what they do."""

import errno
from pathlib import Path

import pytest

from game import places
from game.content.load import load, load_sources
from game.desk.local import LocalGame, NotKept
from game.rules.scenario import Scenario
from game.rules.state import NATURE, to_move
from game.session.saves import new_save
from game.session.session import Session
from game.text import catalogue
from tests.conftest import PORTS
from tests.session.tables import Table, header_of
from tests.session.test_store import Ailing


def game_of(scenario: Scenario, folder: Path, ailing: Ailing) -> LocalGame:
    header = header_of(scenario)
    session = Session(scenario, header, new_save(folder, "x", header, disk=ailing.disk()))
    return LocalGame(session, catalogue.load(places.sentences_file()))


@pytest.fixture(scope="module")
def foggy() -> Scenario:
    """Two Ports, where nature speaks before anybody else."""
    early = ("when: slot == tuesday", "when: round == envoys")
    sources = {name: text.replace(*early) for name, text in load(PORTS).sources.items()}
    scenario = load_sources(sources).scenario
    assert scenario is not None
    return scenario


def test_a_game_that_could_not_be_begun_says_so(foggy: Scenario, tmp_path: Path) -> None:
    game = game_of(foggy, tmp_path, Ailing(write_at=1))
    assert to_move(game.session.state) == NATURE
    with pytest.raises(NotKept, match="S211"):
        game.begin()
    game.begin()  # once there is room
    assert to_move(game.session.state) in (0, 1)


def test_a_move_that_could_not_be_taken_back_says_so(ports: Scenario, tmp_path: Path) -> None:
    game = game_of(ports, tmp_path, Ailing(write_at=2, code=errno.EIO))
    game.begin()
    assert game.undo(0) is False  # there is none
    Table(game.session).make("vale hold")
    with pytest.raises(NotKept, match="S212"):
        game.undo(0)
    assert game.undo(0) is True
