# ruff: noqa: RUF001 - the marks of Japanese and Russian are meant
"""Text is broken where it may be, nothing of it is lost, and every script has a face."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.kit import plain, rich
from game.ui.kit.fonts import FACES
from game.ui.kit.text import (
    NO_END,
    NO_START,
    Span,
    Style,
    ascent_of,
    itemise,
    missing,
    narrowest,
    tokens,
    width_of,
    wrap,
)

LETTERS = "abc defg  hij,k. (Москва) «передать» 歯舞群島、色丹島。「引き渡す」ゃーッ（重光葵）ōū!?"
TEXTS = st.text(alphabet=LETTERS, max_size=120)
WIDTHS = st.integers(30, 500)


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS, st.sampled_from(sorted(FACES)))
def test_no_character_is_lost_by_breaking_lines(text: str, width: int, face: str) -> None:
    assert squeezed(wrap(text, face, 16, width).text()) == squeezed(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_box_unless_it_is_one_character(text: str, width: int) -> None:
    for line in wrap(text, "reading", 16, width).lines:
        words = "".join(piece.text for piece in line.pieces)
        assert line.width <= width + 1 or len(words) == 1


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 300))
def test_a_box_as_wide_as_the_widest_token_breaks_no_token_and_keeps_the_kinsoku_rules(
    text: str, more: int
) -> None:
    width = narrowest(text, "reading", 16) + more
    lines = [line for line in wrap(text, "reading", 16, max(1, width)).text().split("\n") if line.strip()]
    allowed = {token for token in tokens(text) if not token.isspace()}
    starts, ends = {token[0] for token in allowed}, {token[-1] for token in allowed}
    for line in lines:
        assert line[0] in starts
        assert line[-1] in ends
    for before, after in itertools.pairwise(lines):
        # After a space a mark may begin a line: there the author has parted it from its word.
        joined = before + after
        if joined in text:
            assert after[0] not in NO_START
            assert before[-1] not in NO_END


@settings(max_examples=100, deadline=None)
@given(TEXTS, WIDTHS)
def test_words_fit_again_in_the_size_they_measured(text: str, width: int) -> None:
    block = wrap(text, "control", 16, width)
    if block.width <= width:
        assert wrap(text, "control", 16, max(1, block.width)).height == block.height


@given(TEXTS)
def test_tokens_joined_give_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_a_name_in_brackets_stays_whole() -> None:
    assert "（重光葵）" in tokens("外相（重光葵）は")
    assert "(重光葵)," in tokens("Shigemitsu (重光葵), who")


def test_styles_inside_a_word_do_not_part_it() -> None:
    words = (Span("dis"), Span("owned", bold=True), Span(", they said"))
    width = narrowest("disowned,", "reading", 16, bold=True) + 4
    assert wrap(words, "reading", 16, width).text().split("\n")[0] == "disowned,"


def test_rich_text_is_read_and_nothing_else_is_changed() -> None:
    assert [(s.text, s.bold, s.italic, s.link) for s in rich("a **b** *c* [d](e) * f")] == [
        ("a ", False, False, None),
        ("b", True, False, None),
        (" ", False, False, None),
        ("c", False, True, None),
        (" ", False, False, None),
        ("d", False, False, "e"),
        (" * f", False, False, None),
    ]
    assert plain(rich("**b** and [d](e)")) == "b and d"


@pytest.mark.parametrize("face", sorted(FACES))
def test_every_face_has_three_scripts(face: str) -> None:
    said = "Habomai, Kōno – “words” Малик «передать» 歯舞群島の引き渡し"
    assert missing(Style(face, 16), [said]) == set()


def test_runs_of_different_scripts_are_drawn_by_different_faces_on_one_baseline() -> None:
    style = Style("reading", 18)
    runs = itemise(style, "Kōno 河野")
    assert [run for _, run in runs] == ["Kōno ", "河野"]
    line = wrap("Kōno 河野", "reading", 18, 400).lines[0]
    assert line.ascent >= ascent_of(style)
    assert width_of(style, "Kōno 河野") == sum(width_of(style, run) for _, run in runs)


def test_what_is_no_character_is_drawn_as_a_question_mark() -> None:
    name = b"a\xff\xfe\0".decode("utf-8", "surrogateescape")
    assert wrap(name, "reading", 16, 400).width == wrap("a???", "reading", 16, 400).width
