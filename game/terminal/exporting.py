"""`export`: a saved game as an excerpt for one seat, as a table, or as JSON."""

from game.desk.exporting import excerpt_of
from game.desk.finding import Trouble, save_called, seat_called
from game.desk.game_csv import game_csv
from game.desk.game_json import seat_game_json, whole_game_json
from game.desk.outgoing import MARK, json_file
from game.rules.transcript import mainline, replay
from game.session.excerpt import encode_excerpt
from game.terminal.outgoing import aside, hand_over
from game.terminal.world import DONE, NO, World


def export(world: World, name: str, *, seat: str, form: str, file: str | None) -> int:
    """Write a saved game as far as it is sound; exit 1 where the rest is damaged.

    Args:
        seat: the party for whose seat it is, "" for a reader who may know all.
        form: `excerpt`, `csv` or `json`; an excerpt is always of a seat.
    """
    say = world.say
    save = save_called(say, name, world.saves)
    party = seat_called(say, save.scenario, seat) if seat else None
    course = replay(save.scenario, mainline(save.records))
    match form:
        case "csv":
            body = game_csv(say, save.scenario, course, party)
            hand_over(world, body if file is None else MARK + body, file)
        case "json":
            if party is None:
                value = whole_game_json(say, save, course)
            else:
                value = seat_game_json(say, save.scenario, course, party)
            hand_over(world, json_file(value), file)
        case _:
            if party is None:
                known = ", ".join(each.id for each in save.scenario.parties)
                raise Trouble(say("error.whose_excerpt", known=known))
            hand_over(world, encode_excerpt(excerpt_of(say, save.scenario, course, party)), file)
    if save.damage is None and course.error is None:
        return DONE
    aside(say("replay.damaged", n=len(course.moves)) if save.damage is None else str(save.damage))
    return NO
