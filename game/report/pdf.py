"""A page as a PDF: the same elements laid out on A4, for who has fpdf2 installed.

fpdf2 is no need of the game: it is under the LGPL, and whoever wants a PDF without it prints the page from a
browser. Its own reading of HTML knows no style sheets, so the elements are laid out here, from the page's own
tree: in one column, without the hyphens and the fine tuning of a browser, and with every word.
"""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from fpdf import FPDF

from game import places
from game.report.pdf_book import JAPANESE, SANS, SERIF, Book
from game.report.pdf_flow import flow
from game.report.pdf_style import Style

_FACES = {
    (SERIF, ""): "ptserif-regular",
    (SERIF, "B"): "ptserif-bold",
    (SERIF, "I"): "ptserif-italic",
    (SERIF, "BI"): "ptserif-bold",
    (SANS, ""): "plexsans-regular",
    (SANS, "B"): "plexsans-semibold",
    (SANS, "I"): "plexsans-regular",
    (SANS, "BI"): "plexsans-semibold",
    (JAPANESE, ""): "notosansjp-regular",
}
"""The faces of the game; only the glyphs that are used go into the file."""


_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""A PDF must have a day on which it was made; with one for all, the same page gives the same bytes."""


def pdf(title: str, main: Element, *, style: str, language: str) -> bytes:
    """Return a page as a PDF; the same page gives the same bytes.

    Args:
        main: the element that holds the page.
        style: its style sheet, of which colours are taken.
        language: the tag of the language of its sentences.
    """
    paper = FPDF(format="A4")
    folder = places.assets_folder() / "fonts"
    for (family, emphasis), face in _FACES.items():
        paper.add_font(family, emphasis, folder / f"{face}.ttf")
    paper.set_title(title)
    paper.set_lang(language)
    paper.set_creation_date(_NO_DAY)
    book = Book(paper, Style(style), title)
    for each in main:
        flow(book, each)
    return book.bytes()
