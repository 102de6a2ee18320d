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
from game.ui.screens.home_faces import faces_grid
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button, links, noted
from game.ui.screens.points_bar import PointsBar
from game.ui.screens.table_model import Composer, Suggestion, TableModel, TheirAlternative

SEVERAL = "manner"  # the id of the choice between all or nothing and severable


def suggested(advice: Suggestion) -> Widget:
    """Return the one suggested next step, why, and the button that takes it."""
    head = Paragraph(
        (Span(advice.heading, bold=True), Span("  "), Span(advice.text)), "label", "reading", id=advice.why
    )
    why = [Paragraph(line, "small", "reading", "faded") for line in advice.reasons[:2]]
    take = button(advice.take, "brass", size="label", icon="light-bulb")
    return Panel(Column(head, *why, Row(take), gap=4), "card", pad=10)


def step_bar(advice: Suggestion) -> Widget:
    """Return the suggested next step as one bar across a wide window."""
    spans = [Span(advice.heading, bold=True), Span("   "), Span(advice.text)]
    if advice.reasons:
        spans += [Span("   "), Span(" ".join(advice.reasons[:2]), italic=True, colour="faded")]
    words = Paragraph(tuple(spans), "label", "reading", id=advice.why)
    return Panel(
        Row(Grow(words), button(advice.take, "brass", size="label", icon="light-bulb"), gap=12), "card", pad=6
    )


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
            parts.append(Paragraph(entry.text, "label", "reading", colour))
    return Column(*parts, gap=6)


def _theirs(offer: TheirAlternative) -> Widget:
    letter = (Span(f"{offer.letter}  ", bold=True),) if offer.letter else ()
    spans: list[Span] = list(letter)
    for number, item in enumerate(offer.items):
        spans += [Span("  ·  ", bold=True)] if number else []
        spans.append(Span(item))
    bearing = Paragraph(offer.bearing, "small", "reading", "faded")
    deeds = Row(noted(offer.accept, "green"), button(offer.begin, size="label"), gap=8, align="top")
    parts: list[Widget] = [Paragraph(tuple(spans), "label", "control"), bearing, deeds]
    if offer.parts:
        parts.append(links(offer.parts, "link", "small", between="   ·   "))
    return Column(*parts, gap=4)


def composer_summary(made: Composer) -> Widget:
    """Return the foot of the board, always in sight: points before and after, home's faces, the button."""
    bar = PointsBar(made.points, made.before, made.after, made.reservation, made.most)
    table = button(made.table, "brass", icon="quill-ink")
    note = [Label(made.table.note, "small", colour="amber")] if made.table.note else []
    return Column(Rule(gap=0), Row(Grow(bar), table, gap=14), *note, gap=5)


def composer_rest(made: Composer) -> Widget:
    """Return the package in hand: its items, what is in the way, how home stands to it, its words."""
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
    parts.append(Paragraph(made.verdict.text, "label", "reading", id=made.verdict.why))
    parts.append(faces_grid(made.faces))
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
