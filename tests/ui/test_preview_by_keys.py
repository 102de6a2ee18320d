"""An author at the window with a keyboard: moves for both sides, breaks the file, mends it, looks around."""

import io
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.commands.carrying_out import carry_out
from game.terminal.world import DONE, FAILED
from game.ui.flow import Flow
from game.ui.kit.widgets.text_field import pasted
from game.ui.previewing import begin_preview
from game.ui.wishes import Screen
from tests.ui.keys import Keyboard, keyboard
from tests.ui.previews import Author
from tests.ui.windows import PORTS, SAY


class Desk(Author):
    """An author whose window is worked by keys."""

    def __init__(self, folder: Path, person: Keyboard) -> None:
        super().__init__(folder, begun=False)
        self.flow, self.person = person.flow, person
        begin_preview(person.flow, str(self.home))
        person.refresh()
        person.settle()

    def look(self, times: int = 6) -> "Desk":
        """Let the window run on for so many looks at the disk, as its loop does."""
        wanted = self.preview.looks + times
        while self.preview.looks < wanted:
            self.person.app.step()
        for _ in range(3):
            self.person.app.step()
        return self

    @property
    def words(self) -> str:
        return self.person.said()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with keyboard(tmp_path, scenario="two-ports") as person:
        yield Desk(tmp_path, person)


def test_from_the_table_to_the_corner_and_back_by_keys_alone(desk: Desk) -> None:
    person = desk.person
    assert person.flow.screen is Screen.TABLE
    assert "Author's preview: both seats lie open" in desk.words
    assert "Valish seat (F3)" in desk.words
    person.key(pygame.K_F3)
    assert "Tarnish seat (F3)" in desk.words
    person.key(pygame.K_F3)
    person.press("hold")
    assert "Tarnish seat (F3)" in desk.words, "the table turns to who must move"
    person.press("hold")
    assert len(desk.line) == 2

    desk.edit("  title: Two Ports", "  titel: Two Ports").look()
    assert "■ 1 error" in desk.words
    person.key(pygame.K_F2)
    assert person.flow.screen is Screen.CORNER
    assert "unknown field 'titel'" in desk.words
    person.press("copy:0")
    assert pasted().endswith("scenario.yaml:5")
    person.go("fault:0")
    person.ask()
    assert "An error: the scenario cannot be played until it is mended." in desk.words
    assert "N101 in general: unknown field '…' in …." in desk.words
    person.key(pygame.K_ESCAPE)

    desk.edit("  titel: Two Ports", "  title: Two Havens").look()
    assert "No fault" in desk.words
    person.press("page:diagram")
    assert "here now" in desk.words
    person.go("node:round_envoys")
    person.ask()
    assert "Round: The envoys" in desk.words
    person.key(pygame.K_ESCAPE)
    person.press("page:state")
    assert "Secret of Vale" in desk.words
    assert "Secret of Tarn" in desk.words
    person.key(pygame.K_F2)
    assert person.flow.screen is not Screen.CORNER
    assert len(desk.line) == 2
    person.key(pygame.K_z, pygame.KMOD_CTRL)
    assert len(desk.line) == 1
    person.key(pygame.K_F1)
    assert "In a preview, the instructor's corner and back" in desk.words


def test_a_window_that_nobody_saves_for_draws_nothing_and_reads_nothing(desk: Desk) -> None:
    desk.look(2)
    frames, reads, looks = desk.person.app.frames, desk.preview.reads, desk.preview.looks
    desk.look(5)
    assert (desk.person.app.frames, desk.preview.reads) == (frames, reads)
    assert desk.preview.looks == looks + 5


def test_outside_a_preview_its_keys_do_nothing(tmp_path: Path) -> None:
    with keyboard(tmp_path) as person:
        person.key(pygame.K_F2)
        person.key(pygame.K_F3)
        assert person.flow.screen is Screen.TITLE
        assert person.flow.strip is None
        person.key(pygame.K_F1)
        assert "in a preview" not in person.said()


def typed(*words: str) -> int:
    """Carry out a command line, nobody at the keyboard."""
    return carry_out(words, SAY, io.StringIO(), io.StringIO())


def test_the_command_opens_the_table_from_the_side_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Flow] = []
    monkeypatch.setattr("game.ui.window.run", shown.append)
    monkeypatch.setenv("PLENIPOTENTIARY_HOME", str(tmp_path))
    assert typed("preview", PORTS, "--side", "tarn", "--seed", "7", "--chance", "off") == DONE
    (flow,) = shown
    assert flow.screen is Screen.TABLE
    assert flow.sitting is not None
    assert flow.sitting.seat.party == 1
    header = flow.sitting.game.session.header
    assert (header.seed, header.chance_on) == (7, False)
    flow.close()


def test_the_command_says_what_it_cannot_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("preview", "no-such-talks") == FAILED
    assert capsys.readouterr().err.startswith("error T19: There is no scenario 'no-such-talks'")
    assert typed("preview", PORTS, "--side", "crown") == FAILED
    assert "crown" in capsys.readouterr().err
