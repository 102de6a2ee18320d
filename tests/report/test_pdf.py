"""`--pdf`: a sentence where fpdf2 is not installed; where it is, every word of the page, the same again."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.report.pdf_style import Style, colour
from game.report.style import STYLE
from tests.report.classes import Page, reported
from tests.terminal.playing import run

HAS_FPDF2 = find_spec("fpdf") is not None


@pytest.mark.skipif(HAS_FPDF2, reason="fpdf2 is installed here")
def test_without_fpdf2_a_sentence_says_what_to_do_and_nothing_is_written(
    eight: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["report", str(eight)], ["print", "warm-up"]):
        assert run([*words, "-o", str(tmp_path / "a.html"), "--pdf", str(tmp_path / "a.pdf")]).code == 2
        said = capsys.readouterr().err
        assert said.startswith("error T64")
        assert "-m pip install fpdf2" in said
        assert [*tmp_path.iterdir()] == []


def test_colours_and_lines_are_those_of_the_page() -> None:
    style = Style(STYLE)
    assert colour(style.of("td", ["centre", "closer1"], [])["background"]) == (243, 223, 210)
    assert style.of("circle", [], ["mark", "carried"])["fill"] == "#2d5d86"
    assert style.of("circle", [], ["mark", "refused"])["fill"] == "#fff"
    assert style.of("polyline", [], ["path", "path1"])["stroke-dasharray"] == "3 3"
    assert style.of("polyline", [], ["path", "path0"]).get("stroke-dasharray") is None


needs_both = pytest.mark.skipif(
    not (HAS_FPDF2 and shutil.which("pdftotext")), reason="needs fpdf2 and pdftotext"
)


def read(pdf: Path) -> str:
    """All words in a PDF without the blanks between them."""
    told = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, timeout=60)
    return "".join(told.stdout.decode("utf-8").split())


@pytest.mark.long
@needs_both
def test_every_word_of_a_page_is_in_its_pdf(eight: Path, tmp_path: Path) -> None:
    html, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    for words in (["report", str(eight)], ["print", "the-deletion"], ["print", "two-towns"]):
        assert run([*words, "-o", str(html), "--pdf", str(pdf)]).code == 0
        told = read(pdf)
        found = Page()
        found.feed(html.read_text("utf-8").partition("</style>")[2])
        words_of = found.text.replace("\u202f", " ").split()
        assert len(words_of) > 500
        assert [word for word in words_of if word not in told] == []


@pytest.mark.long
@needs_both
def test_the_same_page_gives_the_same_bytes(eight: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        assert reported(eight, tmp_path / "page.html", "--pdf", str(tmp_path / name)).code == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


@pytest.mark.long
@needs_both
def test_strange_signs_and_words_without_end_are_laid_out(tmp_path: Path) -> None:
    from game.report.html import node
    from game.report.pdf import pdf

    long = "wordwithoutend" * 60
    row = node("tr", node("th", "\u0928\u092e"), node("td", "row " * 9000))
    body = [node("h2", "Kept \u5e38\u7528 \u0416"), node("p", long), node("table", node("tbody", row))]
    file = tmp_path / "odd.pdf"
    file.write_bytes(pdf("Odd", node("main", body), style=STYLE, language="en"))
    told = read(file)
    assert "Kept\u5e38\u7528\u0416" in told
    assert told.count("wordwithoutend") > 50
    assert told.count("\u25a1") == 2
    assert told.count("row") == 9000
