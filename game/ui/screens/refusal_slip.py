"""A move was refused: the rule in words, the place, why, and the ways on with their price."""

from game.ui.kit import Column, Dialog, Grow, Paragraph, Row, Rule, Widget
from game.ui.screens.frame import bold, slanted
from game.ui.screens.pieces import button, noted
from game.ui.screens.stationery import Stamp
from game.ui.screens.table_model import RefusalBox


def refusal_dialog(refusal: RefusalBox) -> Dialog:
    """Return the slip; what has the focus first is the first way on, or to leave it."""
    sentence = Paragraph(bold(refusal.sentence.text), "lead", colour="red", id=refusal.sentence.why)
    rows: list[Widget] = [Row(Stamp(refusal.code), Grow(sentence), gap=18)]
    if refusal.place:
        rows.append(Paragraph(slanted(refusal.place), "label", colour="faded"))
    rows += [Paragraph(line, "label") for line in refusal.lines]
    if refusal.ways:
        rows += [Rule(), *(noted(way, "brass") for way in refusal.ways)]
    dialog = Dialog(refusal.heading, Column(*rows, gap=9), (button(refusal.back),), max_width=700)
    dialog.begin = refusal.ways[0].id if refusal.ways else refusal.back.id
    return dialog
