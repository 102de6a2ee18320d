"""A game told again: where one stands in it, the position there, the log up to it, the ways to wind it."""

from collections.abc import Sequence

from game.desk.frames import Frame
from game.desk.news import News
from game.desk.positions import Position, Reel
from game.rules.happenings import SlotOpened
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital
from game.ui.replay_wishes import AskFork, ChooseForkSide, Fork, NameFork, ShowLine, ShowPlace, ShowSeat
from game.ui.screens.parts import Control, Field, Slide
from game.ui.screens.replay_board import scene
from game.ui.screens.replay_log import changes, log, voice
from game.ui.screens.replay_model import Caption, ForkCard, ReplayModel, Track, TrackMark
from game.ui.screens.replay_reasons import moves_reasoned, step_reasoned, worth_asks
from game.ui.screens.result_reasons import Found
from game.ui.tape import Tape
from game.ui.wishes import AskWhy, Back

NAME_SIGNS = 40


def replay_model(say: Catalogue, tape: Tape) -> ReplayModel:
    """Return what is told again at the place where the tape stands."""
    reel, position = tape.reel, tape.position
    frames = frames_of(reel)
    frame, so_far = frames[tape.place], frames[: tape.place + 1]
    wording = Wording(say, frame.scenario, tape.party)
    return ReplayModel(
        title=tape.scenario.title if tape.save is None else say("ui.replay.title", title=reel.title),
        whose=_whose(say, tape),
        scene=scene(wording, frame, changes(so_far), tape.unfolded),
        caption=_caption(wording, position, so_far, reel.last),
        caption_heading=say("ui.replay.move"),
        log_heading=say("ui.tab.log"),
        log=log(wording, [News(each.happenings) for each in so_far]),
        track=_track(say, tape, frames),
        moves=_moves(say, tape, frames),
        seats_heading=say("ui.replay.seats"),
        seats=_seats(say, tape),
        lines_heading=say("ui.replay.lines"),
        lines=_lines(tape),
        damage=reel.damage,
        fork=_fork(say, tape),
        forking=_fork_card(say, tape) if tape.forking else None,
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def frames_of(reel: Reel) -> tuple[Frame, ...]:
    """Return the positions of a reel as they can be drawn."""
    return tuple(each.frame for each in reel.positions if each.frame is not None)


def _whose(say: Catalogue, tape: Tape) -> str:
    told = say("replay.whose", party=tape.reel.whose) if tape.reel.whose else say("replay.everything")
    if tape.save is not None:
        return told
    line = tape.scenario.history[tape.line]
    return f"{line.label.rstrip('.')}. {told}"


def _caption(wording: Wording, position: Position, so_far: Sequence[Frame], last: int) -> Caption:
    say, told, frame = wording.say, position.told, so_far[-1]
    if not position.number:
        sentence = say("ui.replay.opening")
    else:  # the first line of what followed tells the move, and shorter than the move tells itself
        sentence, *rest = told or (position.move,)
        told = tuple(rest)
    number = say("ui.replay.number", n=position.number, of=last)
    return Caption(
        number=number,
        sentence=sentence,
        voice=voice(frame.author),
        told=told,
        note=position.note.strip(),
        worth=worth_asks(wording, so_far, position.board[-(2 if wording.you is None else 1) :]),
        ask=caption_ask(say, (number, sentence, *told), step_reasoned(frame, last)),
    )


def caption_ask(say: Catalogue, lines: tuple[str, ...], reasons: Found) -> Control:
    """Return the move in focus as something that can be asked why: its number, and what it led to."""
    return Control(
        "caption", say("ui.replay.move"), AskWhy("caption"), does="\n".join(lines), reasons=reasons
    )


def meeting_places(frames: tuple[Frame, ...]) -> tuple[int, ...]:
    """Return the places at which a meeting opens, the opening always one of them."""
    found = [
        n for n, each in enumerate(frames) if any(isinstance(fact, SlotOpened) for fact in each.happenings)
    ]
    return tuple(dict.fromkeys((0, *found)))


def _track(say: Catalogue, tape: Tape, frames: tuple[Frame, ...]) -> Track:
    marks = []
    for place in meeting_places(frames):
        state, rounds = frames[place].state, frames[place].scenario.rounds
        opens = not place or state.round != frames[place - 1].state.round
        round_ = rounds[state.round]
        marks.append(TrackMark(place, round_.slots[state.slot].label, round_.title if opens else ""))
    last = len(frames) - 1
    label = say("ui.replay.track", n=tape.place, of=last)
    return Track(
        Slide("track", label, tape.place, last, ShowPlace),
        tuple(marks),
        tuple(voice(each.author) if each.number else "" for each in frames),
        Control(
            "track",
            label,
            AskWhy("track"),
            does=say("ui.why.track"),
            reasons=(moves_reasoned(tape.place), moves_reasoned(last)),
        ),
    )


def _moves(say: Catalogue, tape: Tape, frames: tuple[Frame, ...]) -> tuple[Control, ...]:
    place, last, meetings = tape.place, len(frames) - 1, meeting_places(frames)
    before = max((each for each in meetings if each < place), default=0)
    after = min((each for each in meetings if each > place), default=last)
    targets = {"meeting_back": before, "move_back": place - 1, "move_on": place + 1, "meeting_on": after}
    found = []
    for id, target in targets.items():
        back = id.endswith("back")
        able = place > 0 if back else place < last
        reason = "" if able else say("replay.first" if back else "replay.last")
        found.append(
            Control(
                id, say(f"ui.replay.{id}"), ShowPlace(target), enabled=able, reason=reason,
                does=say(f"ui.replay.{id}_does"),
            )
        )  # fmt: skip
    return tuple(found)


def _seats(say: Catalogue, tape: Tape) -> tuple[Control, ...]:
    found = []
    for party in tape.seats:
        id = "all" if party is None else tape.scenario.parties[party].id
        seat = tape.scenario.parties[party or 0]
        label = say("ui.replay.seat.all") if party is None else seat.capital
        does = say("ui.replay.seat.all_does" if party is None else "ui.replay.seat.one_does", party=seat.name)
        found.append(Control(f"seat:{id}", label, ShowSeat(party), on=party == tape.party, does=does))
    return tuple(found)


def _lines(tape: Tape) -> tuple[Control, ...]:
    lines = tape.scenario.history
    if tape.save is not None or len(lines) < 2:
        return ()
    return tuple(
        Control(
            f"line:{each.id}", each.label, ShowLine(n), on=n == tape.line, does=" ".join(each.note.split())
        )
        for n, each in enumerate(lines)
    )


def _fork(say: Catalogue, tape: Tape) -> Control:
    does = "ui.replay.fork.does" if tape.save is not None else "ui.replay.fork.line_does"
    return Control("fork", say("ui.replay.fork.ask"), AskFork(), does=say(does))


def _fork_card(say: Catalogue, tape: Tape) -> ForkCard:
    parties = tape.scenario.parties
    single = [(each.id, capital(each.name), (n,)) for n, each in enumerate(parties)]
    both = say("ui.new.both")
    sides: list[tuple[str, str, tuple[int, ...] | None]]
    if tape.save is None:
        sides = [("both", both, None), *single]
    else:
        sides = [("same", say("ui.replay.fork.same"), None)]
        if None in tape.seats:
            sides += [*single, ("both", both, (0, 1))]
    return ForkCard(
        heading=say("ui.replay.fork.heading", n=tape.position.number),
        note=say("ui.replay.fork.note"),
        name=Field("fork_name", say("ui.replay.fork.name_label"), tape.name, NameFork, NAME_SIGNS),
        side_heading=say("ui.new.side"),
        sides=tuple(
            Control(
                f"fork_side:{id}",
                label,
                ChooseForkSide(side),
                on=side == tape.side,
                does=say("ui.replay.fork.side"),
            )
            for id, label, side in sides
        ),
        make=Control(
            "fork_make",
            say("ui.replay.fork.make"),
            Fork(),
            does=say("ui.replay.fork.does"),
            reasons=(moves_reasoned(tape.position.number),),
        ),
        back=Control("fork_back", say("ui.back"), Back(), does=say("ui.back_does")),
    )
