"""Offers drawn: the suggested next step, what the other side has on the table, the package in hand."""

from game.ui.kit import (
    Choice,
    Column,
    Grow,
    Label,
    Option,
    Panel,
    Paragraph,
    Row,
    Rule,
    Space,
    Span,
    TextField,
    Tick,
    Widget,
)
from game.ui.screens.home_faces import faces_row
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button, links
from game.ui.screens.points_bar import PointsBar
from game.ui.screens.table_model import Composer, Suggestion, TableModel, TheirAlternative

SEVERAL = "manner"  # the id of the choice between all or nothing and severable


def suggested(advice: Suggestion) -> Widget:
    """Return the one suggested next step in a line, its reason, and the button that takes it."""
    heading = [Span(f"{advice.heading}:  ", bold=True, colour="amber")] if advice.take is not None else []
    spans = [*heading, Span(advice.text, bold=True)]
    if advice.reasons:
        spans += [Span("  "), Span(advice.reasons[0], italic=True, colour="faded")]
    words = Paragraph(tuple(spans), "label", "reading", id=advice.why)
    if advice.take is None:
        return Panel(words, "card", pad=7)
    take = button(advice.take, "brass", size="small", icon="light-bulb")
    return Panel(Row(Space(3), Grow(words), take, gap=8), "card", pad=3)


def their_offers(model: TableModel) -> Widget:
    """Return what has happened since one's last move, what stands signed, and what they have on the table."""
    parts: list[Widget] = [Label(model.theirs_heading, "body", "reading", bold=True)]
    for number, each in enumerate(model.theirs):
        if number:
            parts.append(Rule(gap=1))
        parts.append(_theirs(each))
    parts += [Paragraph(line, "label", "reading", "faded") for line in model.standing]
    if model.news:
        parts.append(Rule(gap=1))
        for entry in model.news:
            colour = "faded" if entry.indent else "ink"
            asked = entry.ask.id if entry.ask is not None else None
            parts.append(Paragraph(entry.text, "label", "reading", colour, id=asked))
    return Column(*parts, gap=6)


def _theirs(offer: TheirAlternative) -> Widget:
    letter = [Label(offer.letter, "lead", "heading", bold=True)] if offer.letter else []
    deeds = Row(
        *letter, button(offer.accept, "green", size="label"), button(offer.begin, size="label"), gap=8
    )
    bearing = " ".join(each for each in (offer.bearing, offer.accept.note) if each)
    parts: list[Widget] = [deeds, Paragraph(bearing, "small", "reading", "faded", id=offer.accept.why)]
    parts += [Paragraph(item, "label", "control") for item in offer.items]
    if offer.parts:
        parts.append(links(offer.parts, "link", "small", between="   ·   "))
    return Column(*parts, gap=4)


def composer_summary(made: Composer) -> Widget:
    """Return the foot of the board, always in sight: points before and after, and the button."""
    table = button(made.table, "brass", size="label", icon="quill-ink")
    return Column(Rule(gap=0), Row(Grow(PointsBar(made)), table, gap=14), gap=4)


def at_home(made: Composer) -> Widget:
    """Return whether home would carry the package in hand, its constituencies as faces, and what is believed
    of the other home."""
    return Column(
        Paragraph(made.verdict.text, "small", "reading", id=made.verdict.why),
        faces_row(made.faces),
        Paragraph(made.theirs.text, "small", "reading", "faded", id=made.theirs.why),
        links((made.leeway,), "link", "small"),
        gap=5,
    )


def composer_rest(made: Composer, *, home: bool = True) -> Widget:
    """Return the package in hand: its items, what is in the way, its words; with `home`, how home stands."""
    heads: list[Widget] = [Label(made.heading, "lead", "reading", bold=True)]
    if len(made.alternatives) > 1:
        heads += [_alternative(each) for each in made.alternatives]
    parts: list[Widget] = [Row(*heads, gap=10)]
    if made.items:
        spans: list[Span] = []
        for number, item in enumerate(made.items):
            spans += [Span("  ·  ")] if number else []
            spans.append(Span(item.text))
        parts.append(Paragraph(tuple(spans), "label", "control"))
    parts.append(Row(*(button(each, size="small") for each in made.presets), gap=7))
    parts += [Paragraph(line, "label", "reading", "amber") for line in made.problem]
    if home:
        parts.append(at_home(made))
    parts.append(_manner(made))
    parts.append(TextField(made.words.id, made.words.text, made.words.label, 2, made.words.limit))
    return Column(Space(2), *parts, gap=8)


def _alternative(control: Control) -> Widget:
    return button(control, "brass" if control.on else "plain", size="small")


def _manner(made: Composer) -> Widget:
    both = (made.linked, made.severable)
    options = tuple(Option(each.id, each.label, each.note, each.enabled, each.reason) for each in both)
    chosen = next((each.id for each in both if each.on), None)
    choice = Choice(SEVERAL, options, chosen, min_width=150)
    if made.referendum is None:
        return choice
    more = made.referendum
    return Column(choice, Tick(more.id, more.label, more.on, more.note, more.enabled, more.reason), gap=6)
