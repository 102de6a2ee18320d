"""The whole debrief as plain text, to be kept, printed or handed in: each step, with plan and exit ticket."""

from collections.abc import Iterator, Sequence

from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.text.catalogue import Catalogue
from game.ui.screens.debrief_model import Believed, DebriefModel, kinds_of
from game.ui.screens.debrief_presenter import debrief_model
from game.ui.screens.verdict_presenter import ArticleVerdict
from game.ui.seat import Seat


def debrief_text(
    say: Catalogue, scenario: Scenario, course: Replay, seats: Sequence[Seat], *, watched: bool
) -> str:
    """Return the debrief of each seat, one after the other.

    Args:
        watched: nobody played; there is no plan to tell of.
    """
    lines = [scenario.title, ""]
    for seat in seats:
        for step in range(len(kinds_of(scenario, watched=watched))):
            model = debrief_model(say, scenario, course, seat, step, more_seats=False, watched=watched)
            head = f"{model.party[:1].upper()}{model.party[1:]}: {model.title}"
            lines += [head, "=" * len(head), "", *_step(say, model), ""]
    return "\n".join(lines).rstrip() + "\n"


def _step(say: Catalogue, model: DebriefModel) -> Iterator[str]:
    yield from (line for line in model.lines)
    for ask in model.asks:
        yield ask.label
        yield from (f"  {line}" for line in ask.note.split("\n") if line.strip())
    yield from (f"{each.number}  {each.text}" for each in model.figures)
    for asked, told in model.plan:
        yield from (asked, f"  {told}")
    if model.believed is not None:
        yield from _believed(model.believed)
    yield from ("  " * (1 + entry.indent) + entry.text for entry in model.story)
    for verdict in model.verdicts:
        yield from _verdict(verdict)
    yield from (mark.ask.label for mark in model.marks)
    if model.departure is not None:
        yield model.departure.sentence
        for moment in model.departure.timeline:
            yield f"  {model.departure.history_head}: {moment.history}"
            yield f"  {model.departure.here_head}: {moment.here}"
    for way in model.ways:
        yield from ("", way.title, way.plausibility, *way.lines, *way.sources)
    for dispute in model.disputes:
        yield from ("", dispute.title, dispute.text)
        for text, sources in dispute.readings:
            yield from (f"- {text}", *(f"    {source}" for source in sources))
        yield dispute.question
    if model.prompts:
        yield from ("", model.prompts_title, *(f"{n}. {each}" for n, each in enumerate(model.prompts, 1)))
    for field in model.ticket:
        yield from ("", field.label, field.text.strip() or say("ui.export.no_answer"))
    yield from model.sources


def _believed(believed: Believed) -> Iterator[str]:
    yield from ("", believed.heading, believed.counted)
    for mark in believed.marks:
        yield mark.ask.label
        yield from (f"  {line}" for line in mark.ask.note.split("\n") if line.strip())
    if believed.score is not None:
        yield f"{believed.score.label}  {believed.score_told}"
        yield from (f"  {line}" for line in believed.score.note.split("\n"))
        yield believed.question


def _verdict(verdict: ArticleVerdict) -> Iterator[str]:
    yield verdict.ask.label
    yield from (f"  {line}" for line in (verdict.ground, *verdict.deviations))
    if verdict.finding != "same":
        yield f"  {verdict.official_head}: {' '.join(verdict.official)}"
        yield f"  {verdict.draft_head}: {' '.join(verdict.draft)}"
