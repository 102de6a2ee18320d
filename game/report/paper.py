"""What is written of a page: HTML, a PDF, or both."""

import sys
from importlib.metadata import PackageNotFoundError, version

from game.desk.finding import Trouble
from game.report.html import Inside, node, page
from game.terminal.outgoing import hand_over
from game.terminal.world import World


def write(world: World, title: str, body: Inside, *, style: str, file: str | None, pdf: str | None) -> None:
    """Write a page.

    Args:
        style: a style sheet of ours.
        file: where the HTML goes, None for the screen, or for nowhere where a PDF is wanted.
        pdf: where a PDF goes, None where none is wanted.

    Raises:
        Trouble: a file cannot be written, or what makes PDFs is not installed.
    """
    main, language = node("main", body), world.say.language
    if pdf is not None:
        _check_fpdf2(world)
    if pdf is None or file is not None:
        hand_over(world, page(title, list(main), style=style, language=language), file)
    if pdf is not None:
        # Met here and not above: it needs what not everybody has.
        from game.report.pdf import pdf as made

        hand_over(world, made(title, main, style=style, language=language), pdf)


def _check_fpdf2(world: World) -> None:
    try:
        version("fpdf2")  # by its own name: an older package lies in the same folder, fpdf
    except PackageNotFoundError:
        raise Trouble(world.say("report.error.no_fpdf2", python=sys.executable)) from None
