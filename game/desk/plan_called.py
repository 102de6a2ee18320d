"""A plan of a scenario called by its name, and played: a line to step through, or to go on from."""

from pathlib import Path

from game.content.load import Loaded
from game.content.plans import plan_files
from game.desk.assignments import find, near
from game.desk.finding import Trouble
from game.desk.plan_playing import PlannedPlay, plan_played
from game.rules.scenario import INSTRUCTOR
from game.rules.transcript import Made
from game.text.catalogue import Catalogue


def plan_called(say: Catalogue, loaded: Loaded, word: str) -> PlannedPlay:
    """Return the plan that a word means among those beside a scenario, played as far as it goes.

    Raises:
        Trouble: there is none of that name, or it does not come out as it is written.
    """
    scenario = loaded.scenario
    assert scenario is not None, "only a scenario without errors is played"
    assert loaded.reading is not None, "it was read"
    files = plan_files(Path(loaded.reading.main.file), loaded.report)
    names = [(file.stem, file.stem) for file in files]
    if not names:
        raise Trouble(say("error.no_plans", name=scenario.id))
    found = find(word, names)
    if found is None:
        known = ", ".join(id for id, _ in names)
        raise Trouble(say("error.no_plan_called", word=word, nearest=near(say, word, names), known=known))
    play = plan_played(scenario, files[found], loaded.report)
    if not play.is_as_written:
        raise Trouble(say("error.bad_plan", name=play.file), loaded.report.render())
    return play


def free_moves(play: PlannedPlay) -> tuple[Made, ...]:
    """Return the moves of a plan up to where its author let an instructor take a hand."""
    moves = play.moves
    return moves[: next((n for n, made in enumerate(moves) if made.author == INSTRUCTOR), len(moves))]
