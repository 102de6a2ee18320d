"""A position of a replay as lines: the move, what followed, and where the talks then stood.

One shape for a game from a save, for a documented line and for an excerpt, whose file holds these lines
and no more than its seat may know. Terminal and window both step through them.
"""

from dataclasses import dataclass, replace

from game.desk.frames import Frame, frames
from game.desk.lines import play_line
from game.rules.package import merged
from game.rules.scenario import HistoryLine, Scenario
from game.rules.state import State
from game.rules.transcript import Made, mainline, replay
from game.rules.utility import points, reservation
from game.rules.view import PartyView
from game.session.excerpt import Excerpt
from game.session.saves import Save
from game.session.strict import forbidden_sign
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a game that is told again."""

    number: int  # 0 is the opening
    move: str  # the move in a sentence, for a reader who may know all; else ""
    told: tuple[str, ...]  # what followed, or what the seat was told
    board: tuple[str, ...]  # where the talks then stood
    note: str = ""  # of a documented line: what is known of this step
    step: int | None = None  # moves of the saved game up to here; None where it cannot be forked
    view: PartyView | None = None  # the seat's, for a screen that draws the table; None in an excerpt
    frame: Frame | None = None  # what all this is told from; None in an excerpt


@dataclass(frozen=True, slots=True)
class Reel:
    """A game to be stepped through."""

    title: str
    whose: str  # the party for whose seat it is told, "" for a reader who may know all
    positions: tuple[Position, ...]
    is_over: bool
    damage: str = ""  # where the save stops making sense, "" where it is sound

    @property
    def last(self) -> int:
        """The number of the last position."""
        return len(self.positions) - 1


def reel_of_save(say: Catalogue, save: Save, party: int | None) -> Reel:
    """Return a saved game, what was taken back left out, as far as it is sound and legal."""
    course = replay(save.scenario, mainline(save.records))
    damage = "" if save.damage is None else str(save.damage)
    if course.error is not None:
        damage = f"{damage} {say('replay.damaged', n=len(course.moves))}".strip()
    found = frames(save.scenario, course, party)
    return _reel(say, save.scenario, party, found, damage, course.final.outcome is not None)


def reel_of_line(say: Catalogue, scenario: Scenario, line: HistoryLine, party: int | None) -> Reel:
    """Return a documented course of the talks, with what is known of each step."""
    played = play_line(scenario, line)
    course = replay(scenario, played.moves)
    steps = iter(line.steps)
    notes = []
    for made in played.moves:
        step = next(steps) if made.author in (0, 1) else None
        bare = step is not None and not step.source
        key = "history.step_note_bare" if bare else "history.step_note"
        told = step is not None and step.note
        notes.append(say(key, note=step.note, source=step.source) if step is not None and told else "")
    found = frames(scenario, course, party, notes)
    return _reel(say, scenario, party, found, "", course.final.outcome is not None)


def reel_of_plan(
    say: Catalogue, scenario: Scenario, moves: tuple[Made, ...], title: str, party: int | None
) -> Reel:
    """Return a line of play that an author wrote down, under the title that it has."""
    course = replay(scenario, moves)
    found = _reel(say, scenario, party, frames(scenario, course, party), "", course.final.outcome is not None)
    return replace(found, title=_line(f"{scenario.title}: {title.rstrip('.')}")) if title else found


def reel_of_excerpt(excerpt: Excerpt) -> Reel:
    """Return a game as its file tells it."""
    return Reel(
        title=excerpt.title,
        whose=excerpt.name,
        positions=tuple(Position(each.number, "", each.told, each.board) for each in excerpt.entries),
        is_over="ended" in excerpt.entries[-1].data,
        damage="" if excerpt.damage is None else str(excerpt.damage),
    )


def _reel(
    say: Catalogue,
    scenario: Scenario,
    party: int | None,
    found: tuple[Frame, ...],
    damage: str,
    is_over: bool,
) -> Reel:
    whose = "" if party is None else scenario.parties[party].name
    positions = tuple(_position(say, frame, party) for frame in found)
    return Reel(scenario.title, whose, positions, is_over, damage)


def _position(say: Catalogue, frame: Frame, party: int | None) -> Position:
    return Position(
        number=frame.number,
        move=move_sentence(say, frame, party) if party is None else "",
        told=told_lines(say, frame, party),
        board=board_lines(say, frame, party),
        note=_line(frame.note),
        step=frame.step if party is None else None,
        view=frame.view,
        frame=frame,
    )


def move_sentence(say: Catalogue, frame: Frame, party: int | None) -> str:
    """Return the move that led here, "" at the opening and where the reader's seat did not make it."""
    if frame.made is None:
        return ""
    return _line(Wording(say, frame.scenario, party).move(frame.made.author, frame.made.move))


def told_lines(say: Catalogue, frame: Frame, party: int | None) -> tuple[str, ...]:
    """Return what happened as its reader is told it, each a line without breaks."""
    wording = Wording(say, frame.scenario, party)
    lines = (line for each in frame.happenings for line in wording.happening(each))
    return tuple(line for line in map(_line, lines) if line)


def board_lines(say: Catalogue, frame: Frame, party: int | None) -> tuple[str, ...]:
    """Return where the talks stand: the meeting, what is agreed, the offers, the meters, the points."""
    wording, scenario, state = Wording(say, frame.scenario, party), frame.scenario, frame.state
    here = scenario.rounds[state.round]
    title = here.title if here.place in here.title else f"{here.title}, {here.place}"
    lines = [
        say("status.where", slot=here.slots[state.slot].label, title=title),
        say("replay.agreed", package=wording.talked(state.provisional)),
    ]
    for author, offer in enumerate(state.offers):
        if offer is not None:
            packages = say("move.or").join(map(wording.talked, offer.packages))
            manner = say("status.linked" if offer.linked else "status.severable")
            key = "replay.offer_yours" if author == party else "replay.offer"
            lines.append(say(key, inside=wording.whom(author), packages=packages, manner=manner))
    for author, signed in enumerate(state.signed):
        if signed:
            lines.append(
                say("replay.signed_you" if author == party else "replay.signed", who=wording.who(author))
            )
    shown = [
        say("status.meter", meter=meter.label, n=level)
        for meter, level in zip(scenario.meters, state.meters, strict=True)
        if party is None or meter.seen[party]
    ]
    if shown:
        lines.append(say("status.meters", meters=", ".join(shown)))
    lines += [_worth_line(wording, frame, each) for each in (0, 1) if party in (None, each)]
    return tuple(map(_line, lines))


@dataclass(frozen=True, slots=True)
class Worth:
    """What a position is worth to a party, in its own points."""

    agreed: int
    offers: tuple[tuple[int, ...], tuple[int, ...]]  # per author, of each alternative laid upon the agreed
    without: int  # no agreement


def worth(scenario: Scenario, state: State, party: int) -> Worth:
    """Return what is agreed, on offer and without agreement worth to `party` now."""
    if state.outcome is not None:
        return Worth(state.outcome.points[party], ((), ()), state.outcome.reservation[party])
    first, second = (
        ()
        if offer is None
        else tuple(points(scenario, party, merged(state.provisional, each)) for each in offer.packages)
        for offer in state.offers
    )
    agreed = points(scenario, party, state.provisional)
    return Worth(agreed, (first, second), reservation(scenario, state, party))


def _worth_line(wording: Wording, frame: Frame, party: int) -> str:
    say, found = wording.say, worth(frame.scenario, frame.state, party)
    ended = frame.state.outcome is not None
    parts = [say("replay.worth_result" if ended else "replay.worth_agreed", n=found.agreed)]
    for author, values in enumerate(found.offers):
        whose = "yours" if author == wording.you else "theirs"
        adjective = frame.scenario.parties[author].adjective
        parts += [say(f"replay.worth_{whose}", adjective=adjective, n=n) for n in values]
    parts.append(say("replay.worth_without", n=found.without))
    key = "replay.worth_you" if party == wording.you else "replay.worth"
    return capital(say(key, party=frame.scenario.parties[party].name, parts=", ".join(parts)))


def _line(text: str) -> str:
    """Return a text on one line, without signs that could forge one."""
    return "".join(sign for sign in " ".join(text.split()) if forbidden_sign(sign) is None)
