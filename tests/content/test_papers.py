"""What cannot be read is told: a paper (N905), a paragraph (N906), a sign that no face has (N908)."""

import pytest

from game.content.load import Loaded, load_sources
from game.content.room import ROOM, SCREENFUL, SCREENFUL_ELSEWHERE
from game.desk.reading_time import PAPER_WORDS
from game.desk.reviewing import review
from tests.conftest import ROOT

PORTS = (ROOT / "tests" / "scenarios" / "two-ports" / "scenario.yaml").read_text("utf-8")
PUBLIC = "  public: Two towns, one estuary, one week."
VALE = "    vale: The quay is half paid. Bring home a ferry that the boatmen survive.\n"
OWN = "    vale: |\n"
QUOTED = 'text: "No crossing in fog."'


def told(old: str, new: str) -> tuple[str, ...]:
    assert PORTS.count(old) == 1
    text = PORTS.replace(old, new).replace("minutes: 10", "minutes: 60")
    loaded: Loaded = load_sources({"two-ports/scenario.yaml": text})
    review(loaded)
    return loaded.report.codes()


def words(count: int) -> str:
    return " ".join(["word"] * count)


def paragraphs(total: int, indent: str) -> str:
    """Papers of so many words in paragraphs of fifty."""
    whole, rest = divmod(total, 50)
    sizes = [50] * whole + [rest] * bool(rest)
    return "".join(f"{indent}{words(size)}\n\n" for size in sizes)


@pytest.mark.parametrize(("more", "codes"), [(0, ()), (1, ("N906",))])
def test_a_paragraph_of_the_public_briefing_fits_a_screen(more: int, codes: tuple[str, ...]) -> None:
    assert told(PUBLIC, f"  public: {words(SCREENFUL_ELSEWHERE + more)}") == codes


def test_a_paragraph_of_the_instructions_has_less_room() -> None:
    fits = SCREENFUL["briefing.confidential"]
    assert told(VALE, f"{OWN}      {words(fits)}\n\n") == ()
    assert told(VALE, f"{OWN}      {words(fits + 1)}\n\n") == ("N906",)


def test_a_line_break_alone_parts_no_paragraph() -> None:
    half = SCREENFUL["briefing.confidential"] // 2 + 1
    assert told(VALE, f"{OWN}      {words(half)}\n      {words(half)}\n\n") == ("N906",)
    assert told(VALE, f"{OWN}      {words(half)}\n\n      {words(half)}\n\n") == ()


def test_what_is_quoted_may_be_as_long_as_it_is() -> None:
    assert told(QUOTED, f"text: {words(SCREENFUL_ELSEWHERE * 2)}") == ()


def test_a_paper_that_one_side_reads_alone_has_its_limit() -> None:
    assert told(VALE, OWN + paragraphs(PAPER_WORDS, "      ")) == ()
    assert told(VALE, OWN + paragraphs(PAPER_WORDS + 1, "      ")) == ("N905",)


LABELS = {
    ("document", "title"): "title: The quay ledger",
    ("round", "title"): "title: The envoys",
    ("meter", "label"): "label: Trust",
}


@pytest.mark.parametrize("field", LABELS, ids=".".join)
def test_a_label_may_have_as_many_signs_as_there_is_room_for(field: tuple[str, str]) -> None:
    name = LABELS[field].partition(":")[0]
    for more, codes in ((0, ()), (1, ("N907",))):
        assert told(LABELS[field], f"{name}: {'m' * (ROOM[field].signs + more)}") == codes


@pytest.mark.parametrize(
    ("sign", "codes"), [("ū", ()), ("樺", ()), ("№", ()), ("☃", ("N908",)), ("ŵ", ("N908",))]
)
def test_a_sign_must_be_in_every_face_that_a_text_may_be_drawn_in(sign: str, codes: tuple[str, ...]) -> None:
    assert told(PUBLIC, f"{PUBLIC} {sign} and {sign}") == codes


def test_a_translation_is_drawn_too() -> None:
    german = "format: 1\ninstrument: no\ntexts:\n  scenario.title: {from: Two Ports, to: Zwei Häfen ☃}\n"
    loaded = load_sources({"two-ports/scenario.yaml": PORTS, "two-ports/i18n/de.yaml": german})
    review(loaded)
    found = [each for each in loaded.report if each.code.id == "N908"]
    assert [(each.place.file, each.place.line) for each in found] == [("two-ports/i18n/de.yaml", 4)]
