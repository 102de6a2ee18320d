"""Settings are kept in a small JSON, and no file can break the window."""

import json
from pathlib import Path

import pytest

from game.ui.settings import FILE, Settings, keep, read
from tests.session.power import watched


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    wanted = Settings(text=150, contrast=True, sound=False)
    assert keep(tmp_path / "new", wanted) == ""
    assert read(tmp_path / "new") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"text": 137, "motion": "no"}',
        '{"text": true}',
        '{"text": [100]}',
        "\x00",
        "{}",
        "[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_as_if_never_set(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read(tmp_path) == Settings()


def test_each_sound_setting_is_taken(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"text": 125, "plain": True, "contrast": 1, "colour": "red"}))
    assert read(tmp_path) == Settings(text=125, plain=True)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert keep(tmp_path / "file" / "inside", Settings())


def test_settings_that_could_not_be_written_leave_those_before(tmp_path: Path) -> None:
    wanted = Settings(text=150)
    keep(tmp_path, wanted)
    with watched(tmp_path) as machine:
        machine.fails_at, machine.fails_partly = 1, True  # the disk is full in the middle of it
        assert keep(tmp_path, Settings(text=200)) == "No space left on device"
    assert read(tmp_path) == wanted


def test_the_nearest_size_of_text_is_taken() -> None:
    assert [Settings().sized(wanted).text for wanted in (0, 110, 140, 180, 900)] == [100, 100, 150, 200, 200]
