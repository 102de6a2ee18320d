"""`i18n`: files begun, renewed, taken back and examined; and what is played in another language."""

import shutil
from pathlib import Path

import pytest

from game import places
from game.content.load import load
from tests.terminal.playing import PORTS, run


@pytest.fixture
def ports(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PORTS, tmp_path / "two-ports"))


def fill(file: Path) -> None:
    """Translate whatever is not: every `to:` gets a word."""
    text = file.read_text("utf-8")
    assert "\n    to:\n" in text
    file.write_text(text.replace("\n    to:\n", "\n    to: Wort\n"), "utf-8")


def test_extract_begins_a_file_check_says_what_is_missing_and_when_nothing_is(ports: Path) -> None:
    assert run(["i18n", "check", str(ports), "de"]).code == 2
    begun = run(["i18n", "extract", str(ports), "de"])
    assert begun.code == 0
    file = ports / "i18n" / "de.yaml"
    assert f"missing {file.read_text('utf-8').count('    from:')}," in begun.text
    assert "instrument: no" in file.read_text("utf-8"), "it has a real declaration, in its own words"
    missing = run(["i18n", "check", str(ports), "de"])
    assert missing.code == 1
    assert "N921" in missing.text
    fill(file)
    assert run(["i18n", "check", str(ports)]).code == 0
    assert run(["i18n", "extract", str(ports), "de"]).text.count("missing 0, stale 0, put by 0") == 1
    assert run(["check", str(ports)]).code == 0


def test_extract_twice_gives_the_same_file(ports: Path) -> None:
    run(["i18n", "extract", str(ports), "de"])
    file = ports / "i18n" / "de.yaml"
    fill(file)
    run(["i18n", "extract", str(ports), "de"])
    once = file.read_bytes()
    run(["i18n", "extract", str(ports), "de"])
    assert file.read_bytes() == once


def test_merge_takes_back_what_is_right_and_keeps_the_rest(ports: Path, tmp_path: Path) -> None:
    run(["i18n", "extract", str(ports), "de"])
    file = ports / "i18n" / "de.yaml"
    sent = tmp_path / "de.yaml"
    shutil.copy(file, sent)
    fill(sent)
    main = ports / "scenario.yaml"
    text = main.read_text("utf-8")
    main.write_text(text.replace("title: Two Ports\n", "title: Two Harbours\n"), "utf-8")
    merged = run(["i18n", "merge", str(ports), str(sent)])
    assert merged.code == 0
    assert "missing 0, stale 1, put by 0" in merged.text
    checked = run(["i18n", "check", str(ports), "de"])
    assert checked.code == 1
    assert "N923" in checked.text
    assert "it was: Two Ports" in checked.text
    scenario = load(ports, language="de").scenario
    assert scenario is not None
    assert (scenario.title, scenario.parties[0].name) == ("Two Harbours", "Wort")


def test_a_faulty_file_is_never_written_over(ports: Path, tmp_path: Path) -> None:
    run(["i18n", "extract", str(ports), "de"])
    file = ports / "i18n" / "de.yaml"
    fill(file)
    file.write_text(file.read_text("utf-8") + "  broken: [\n", "utf-8")
    before = file.read_bytes()
    for words in (["extract", str(ports), "de"], ["merge", str(ports), str(file)]):
        assert run(["i18n", *words]).code == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["extract", "two-towns"], "T47"),
        (["merge", "two-towns"], "T48"),
        (["extract", "two-towns", "../de"], "T49"),
        (["merge", "two-towns", "nowhere/de.yaml"], "T50"),
        (["check", "no-such-thing"], "T51"),
        (["check", "two-towns", "fr"], "T52"),
    ],
)
def test_what_cannot_be_done_is_told(words: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["i18n", *words]).code == 2
    assert f"error {code}" in capsys.readouterr().err


def test_a_library_is_translated_beside_itself(tmp_path: Path) -> None:
    shelf = Path(shutil.copytree(places.scenarios_folder(), tmp_path / "scenarios"))
    done = run(["i18n", "extract", str(shelf / "the-deletion"), "ru"])
    assert done.code == 0
    library, own = shelf / "_october" / "i18n" / "ru.yaml", shelf / "the-deletion" / "i18n" / "ru.yaml"
    assert "issues.islands.options.two_after.label" in library.read_text("utf-8")
    assert "scenario.title" in own.read_text("utf-8")
    assert "issues.islands" not in own.read_text("utf-8")
    text = library.read_text("utf-8")
    key = "  issues.islands.options.two_after.label:\n"
    head, tail = text.split(key)
    library.write_text(head + key + tail.replace("    to:\n", "    to: два после\n", 1), "utf-8")
    scenario = load(shelf / "the-deletion", language="ru").scenario
    assert scenario is not None
    labels = [option.label for issue in scenario.issues for option in issue.options]
    assert "два после" in labels


def test_the_interface_is_extracted_like_a_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(places.assets_folder() / "text", assets / "text")
    monkeypatch.setattr(places, "assets_folder", lambda: assets)
    assert run(["i18n", "extract", "interface", "ru"]).code == 0
    file = assets / "text" / "i18n" / "ru.yaml"
    assert "status.left.few" in file.read_text("utf-8") or ".few:" in file.read_text("utf-8")
    text = file.read_text("utf-8")
    key = "  play.minutes.many:\n" if "  play.minutes.many:\n" in text else "  play.minutes:\n"
    assert key in text
    assert run(["i18n", "check", "interface", "ru"]).code == 1


def test_a_game_is_told_in_the_language_asked_for_and_its_save_in_another(tmp_path: Path) -> None:
    words = ["play", "two-towns", "--side", "skerry", "--seed", "1", "--saves", str(tmp_path), "--text"]
    german = run([*words, "--language", "de"], ["", "1", "quit"])
    assert "Die Bank behalten und die Nachbarn zusehen lassen." in german.text
    assert "Durch einen Jungen mit einem Zettel antworten" in german.text
    (save,) = tmp_path.iterdir()
    back = run(["play", "--resume", str(save), "--text"], ["quit"])
    assert "A letter" in back.text or "On the quay" in back.text
    assert "Heringsbank" not in back.text
    told = run(["replay", str(save), "--all", "--language", "de"])
    assert "Durch einen Jungen mit einem Zettel antworten" in told.text


def test_an_unknown_language_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["play", "two-towns", "--text", "--language", "xx"]).code == 2
    assert "Known: en, de, pseudo." in capsys.readouterr().err


def test_history_is_the_same_in_another_language() -> None:
    done = run(["history", "two-towns", "--language", "de"])
    assert done.code == 0
    assert "Das Leuchtfeuer" in done.text
