"""`report --check`: what is changed on a page, or in a save, is found."""

import re
from pathlib import Path

import pytest

from game.report.checking import check
from game.report.tables import Reader
from game.session.saves import saves_in
from tests.report.classes import SAY, checked, copied, play_bots, reported, taken_apart

NUMBER = re.compile(r'<data data-of="([a-z_-]+)[^>]*>(-?\d+)</data>')


def test_a_page_as_it_was_written_has_no_mismatch(eight: Path, page: Path) -> None:
    printed = checked(eight, page)
    assert printed.code == 0
    assert "rest on the saves as they should" in printed.text


def test_one_wrong_number_is_found_whichever_it_is(eight: Path, page: Path) -> None:
    """One number of each meaning is planted wrong, in its words alone."""
    tables, text = Reader(SAY).folder(eight, names=False).tables, page.read_text("utf-8")
    kinds = {found[1]: found for found in NUMBER.finditer(text)}
    assert {"count", "family", "moves", "same", "surplus", "mark", "process", "process-most"} <= {*kinds}
    for kind, found in kinds.items():
        planted = f"{text[: found.start(2)]}{int(found[2]) + 1}{text[found.end(2) :]}"
        assert len(check(SAY, planted, tables).mismatches) == 1, kind


@pytest.mark.parametrize(
    ("pattern", "planted"),
    [
        (r'data-of="standing" data-at="(\d+) ', 'data-of="standing" data-at="1\\1 '),
        (r'data-of="history" data-at="(\d+) ', 'data-of="history" data-at="1\\1 '),
        (r'data-rests="([A-H])"', 'data-rests="\\1#9999"'),
        (r'data-digest="..', 'data-digest="zz'),
        (r'data-claim="verdict article (\d+) -1 same"', 'data-claim="verdict article \\1 -1 different"'),
        (r'data-of="moves"', 'data-of="weather"'),
    ],
)
def test_a_wrong_sign_record_or_statement_is_found(
    eight: Path, page: Path, tmp_path: Path, pattern: str, planted: str
) -> None:
    text, count = re.subn(pattern, planted, page.read_text("utf-8"), count=1)
    assert count == 1
    (tmp_path / "planted.html").write_text(text, "utf-8")
    printed = checked(eight, tmp_path / "planted.html")
    assert printed.code == 1
    assert " not so." in printed.text


def test_a_save_that_was_changed_or_is_gone_is_missed(eight: Path, page: Path, tmp_path: Path) -> None:
    folder = copied(eight, tmp_path / "class")
    saves_in(folder)[0].unlink()
    printed = checked(folder, page)
    assert printed.code == 1
    assert "it is missing, or was changed" in printed.text


def test_the_page_of_one_game_is_checked_too(eight: Path, tmp_path: Path) -> None:
    for save in saves_in(eight)[:3]:
        assert reported(save, tmp_path / "game.html").code == 0
        assert checked(save, tmp_path / "game.html").code == 0


def test_two_scenarios_in_one_folder_are_two_classes(eight: Path, tmp_path: Path) -> None:
    folder = copied(eight, tmp_path / "class")
    play_bots(folder, 2, ("", ""), scenario="the-deletion")
    assert reported(folder, tmp_path / "class.html").code == 0
    assert checked(folder, tmp_path / "class.html").code == 0
    assert taken_apart(tmp_path / "class.html").tags.count("h1") == 2


def test_a_point_that_could_not_be_had_or_was_not_offered_is_found(tmp_path: Path) -> None:
    play_bots(tmp_path, 2, ("", ""), scenario="the-deletion")
    (save,) = saves_in(tmp_path)
    assert reported(save, tmp_path / "game.html").code == 0
    text, tables = (tmp_path / "game.html").read_text("utf-8"), Reader(SAY).file(save, names=False).tables
    assert check(SAY, text, tables).mismatches == ()
    for of in ("possible", "frontier", "offer", "standing", "history"):
        planted, count = re.subn(
            rf'data-of="{of}" data-at="(\d+) ', rf'data-of="{of}" data-at="1\1 ', text, count=1
        )
        assert count == 1, of
        assert check(SAY, planted, tables).mismatches, of


def test_what_is_no_page_is_a_sentence(
    eight: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.html").write_bytes(b"\xff\xfe")
    for name in ("no.html", "none.html"):
        assert checked(eight, tmp_path / name).code == 2
        assert capsys.readouterr().err.startswith("error T62")
