"""An excerpt of a game: what one seat knew, position by position, made from its own view."""

from game import __version__
from game.desk.frames import frames
from game.desk.game_json import position_json
from game.desk.positions import board_lines, told_lines
from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.session.excerpt import Entry, Excerpt
from game.text.catalogue import Catalogue


def excerpt_of(say: Catalogue, scenario: Scenario, course: Replay, party: int) -> Excerpt:
    """Return the game of `course` as the seat of `party` knew it."""
    entries = tuple(
        Entry(
            number=frame.number,
            view=0 if frame.view is None else frame.view.number,
            told=told_lines(say, frame, party),
            board=board_lines(say, frame, party),
            data=position_json(frame, party),
        )
        for frame in frames(scenario, course, party)
    )
    seat = scenario.parties[party]
    return Excerpt(scenario.id, scenario.title, seat.id, seat.name, entries, __version__)
