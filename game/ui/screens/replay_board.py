"""A position drawn for reading only: the board without anything in hand, the meters, the map.

One shape for one party's seat, whose secrets alone are in the scenario it is given, and for a reader who may
know all.
"""

from dataclasses import replace
from datetime import date

from game.desk.frames import Frame
from game.desk.status import distance, said, talked_issues
from game.rules.happenings import MeterChanged
from game.rules.mandate import level_of
from game.rules.package import OPEN
from game.rules.scenario import Level, RoundKind
from game.rules.state import State, today
from game.rules.view import PartyView
from game.text.explain import meter_lines
from game.text.wording import LETTERS, Wording, capital
from game.ui.map_status import facts_of, legend, statuses
from game.ui.screens.explain_reasons import distance_reasoned, time_reasoned
from game.ui.screens.news_reasons import moved_reasoned
from game.ui.screens.parts import Control
from game.ui.screens.replay_model import Scene
from game.ui.screens.replay_reasons import rung_reasoned
from game.ui.screens.table_board import gap, lock_reason, told_marks
from game.ui.screens.table_model import BoardRow, Chart, Gauge, Rung
from game.ui.wishes import AskWhy, Unfold

SIDES = ("ussr", "japan")
"""The signs of party 0 and party 1 on the board."""


def scene(wording: Wording, frame: Frame, before: tuple[MeterChanged, ...], unfolded: set[int]) -> Scene:
    """Return a position.

    Args:
        before: how the meters changed up to here, as far as the reader was told.
        unfolded: settled questions that are shown whole.
    """
    say, scenario, state = wording.say, frame.scenario, frame.state
    round_ = scenario.rounds[state.round]
    slot = round_.slots[state.slot]
    day = say("ui.top.date", slot=slot.label, year=date.fromordinal(today(scenario, state)).year)
    talks = round_.kind is RoundKind.TALKS
    exchange = say("status.exchange", now=state.exchange + 1, of=slot.exchanges).rstrip(".")
    rows = _rows(wording, frame, unfolded)
    chart = _chart(wording, frame)
    asks = [_time_ask(wording, frame)]
    asks += [_meter_ask(wording, state, each, before) for each in _meters(wording, frame)]
    asks += [
        Control(row.why, row.label, AskWhy(row.why), does=row.question) for row in rows if not row.folded
    ]
    if chart is not None:
        asks.append(Control("map", say("ui.part.map"), AskWhy("map"), does=say("ui.about.map")))
    return Scene(
        title=round_.title,
        when="  ·  ".join(each for each in (round_.place, day, exchange if talks else "") if each),
        meters=tuple(
            Gauge(
                scenario.meters[at].id,
                capital(scenario.meters[at].label),
                state.meters[at],
                _meter_id(wording, at),
            )
            for at in _meters(wording, frame)
        ),
        rows=rows,
        board_heading=say("ui.part.board"),
        key=_key(wording, frame),
        chart=chart,
        map_heading=say("ui.part.map"),
        asks=tuple(asks),
    )


def onlooker(frame: Frame) -> PartyView:
    """Return the position as the functions of the table take it: the seat's view, or all there is."""
    return frame.view if frame.view is not None else PartyView(0, frame.number, frame.scenario, frame.state)


def _meter_id(wording: Wording, meter: int) -> str:
    return f"meter:{wording.scenario.meters[meter].id}"


def _meters(wording: Wording, frame: Frame) -> list[int]:
    party = wording.you
    return [n for n, each in enumerate(frame.scenario.meters) if party is None or each.seen[party]]


def _meter_ask(wording: Wording, state: State, meter: int, before: tuple[MeterChanged, ...]) -> Control:
    id = _meter_id(wording, meter)
    told = "\n".join(meter_lines(wording, state, meter, before))
    label = capital(wording.scenario.meters[meter].label)
    reasons = moved_reasoned(wording.scenario, state, meter, before)
    return Control(id, label, AskWhy(id), does=told, reasons=reasons)


def _time_ask(wording: Wording, frame: Frame) -> Control:
    say, state, slots = wording.say, frame.state, frame.scenario.rounds[frame.state.round].slots
    exchanges = slots[state.slot].exchanges
    told = say("why.time", now=state.slot + 1, of=len(slots), at=state.exchange + 1, n=exchanges)
    return Control("time", told, AskWhy("time"), does=told, reasons=time_reasoned(onlooker(frame)))


def _rows(wording: Wording, frame: Frame, unfolded: set[int]) -> tuple[BoardRow, ...]:
    """Return the open questions of the agenda, then what stands agreed, then what is not ripe."""
    state, scenario = frame.state, frame.scenario
    open_now = talked_issues(onlooker(frame))
    agreed = [issue for issue, option in enumerate(state.provisional) if option != OPEN]
    later = [issue for issue in range(len(scenario.issues)) if issue not in (*open_now, *agreed)]
    return tuple(
        _row(
            wording,
            frame,
            issue,
            is_open=issue in open_now,
            folded=(issue in unfolded) is (issue in open_now),
        )
        for issue in (*open_now, *agreed, *later)
    )


def _row(wording: Wording, frame: Frame, issue: int, *, is_open: bool, folded: bool) -> BoardRow:
    state, view = frame.state, onlooker(frame)
    item, stands = frame.scenario.issues[issue], frame.state.provisional[issue]
    question = " ".join(item.question.split())
    told = gap(wording, view, issue) if wording.you is not None else _gap(wording, frame, issue)
    return BoardRow(
        issue=issue,
        id=item.id,
        label=capital(item.label),
        question=question,
        rungs=()
        if folded
        else tuple(_rung(wording, frame, issue, option) for option in range(len(item.options))),
        mine_left=True,  # told of either side alike: the first party's sign is its own
        gap=told if is_open else "",
        steps=distance(view, issue) if is_open and item.ordered else None,
        learnt=_learnt(wording, state, issue),
        agreed=capital(wording.option(issue, stands)) if stands != OPEN else "",
        origin=item.origin.strip() if stands != OPEN else "",
        reopen=None,
        suggested=False,
        folded=folded,
        unfold=replace(
            _unfold(wording, issue, question, is_open=is_open, folded=folded),
            reasons=distance_reasoned(view, issue),
        ),
        why=f"issue:{item.id}",
    )


def _unfold(wording: Wording, issue: int, question: str, *, is_open: bool, folded: bool) -> Control:
    """Return what opens and folds a settled question; an open one is never folded, and its title asked."""
    id = wording.scenario.issues[issue].id
    if is_open and not folded:
        label = capital(wording.issue(issue))
        return Control(f"issue:{id}", label, AskWhy(f"issue:{id}"), does=question)
    label = wording.say("ui.board.unfold" if folded else "ui.board.fold")
    return Control(f"unfold:{id}", label, Unfold(issue), does=question)


def _learnt(wording: Wording, state: State, issue: int) -> tuple[str, ...]:
    party = wording.you
    if party is None:
        return ()
    return tuple(wording.learnt(party, known) for known in state.known[party] if known.issue == issue)


def _gap(wording: Wording, frame: Frame, issue: int) -> str:
    """Return how far apart the sides are on an open question, told to neither of them."""
    say, view, scenario = wording.say, onlooker(frame), frame.scenario
    rungs = distance(view, issue)
    if rungs is None:
        spoken = [party for party in (0, 1) if said(frame.state, party, issue)]
        if not spoken:
            return say("ui.board.nobody_spoke")
        return say("ui.replay.gap.one", capital=scenario.parties[spoken[0]].capital)
    if rungs == 0:
        return say("ui.replay.gap.level")
    if not scenario.issues[issue].ordered:
        return say("ui.replay.gap.differ")
    return say("gap.apart", n=rungs)


def _rung(wording: Wording, frame: Frame, issue: int, option: int) -> Rung:
    say, scenario, state = wording.say, frame.scenario, frame.state
    item, party = scenario.issues[issue], wording.you
    each = item.options[option]
    id = f"put:{item.id}:{each.id}"
    level = level_of(scenario, state, party, issue, option) if party is not None else Level.FREE
    note = " ".join(each.note.split())
    worth = [
        say("ui.replay.worth", n=scenario.points[seat][issue][option], party=scenario.parties[seat].name)
        for seat in ((0, 1) if party is None else (party,))
    ]
    reason = lock_reason(wording, onlooker(frame), issue, option) if level is not Level.FREE else ""
    told = "\n".join(each for each in (note, *worth, reason) if each)
    offered = [_letters(state, seat, issue, option) for seat in (0, 1)]
    marks: dict[str, object] = {
        say("ui.part.theirs", capital=whose.capital): letters
        for whose, letters in zip(scenario.parties, offered, strict=True)
    }
    marks[say("ui.part.agreed")] = state.provisional[issue] == option
    return Rung(
        option=option,
        label=capital(each.label),
        points=None if party is None else scenario.points[party][issue][option],
        put=Control(
            id, capital(each.label), AskWhy(id), does=told, reasons=rung_reasoned(frame, party, issue, option)
        ),
        mine=offered[0],
        theirs=offered[1],
        chosen=False,
        agreed=state.provisional[issue] == option,
        lock=int(level),
        lock_reason=reason,
        note=note,
        why=id,
        signs=told_marks(marks),
    )


def _letters(state: State, party: int, issue: int, option: int) -> str:
    offer = state.offers[party]
    packages = offer.packages if offer is not None else state.last_packages[party]
    if len(packages) == 1:
        return "*" if packages[0][issue] == option else ""
    return "".join(letter for letter, each in zip(LETTERS, packages, strict=False) if each[issue] == option)


def _key(wording: Wording, frame: Frame) -> tuple[tuple[str, str], ...]:
    say, parties = wording.say, frame.scenario.parties
    found = [
        (sign, say("ui.part.theirs", capital=party.capital))
        for sign, party in zip(SIDES, parties, strict=True)
    ]
    found.append(("agreed", say("ui.part.agreed")))
    if wording.you is not None:
        found.append(("locked", say("ui.part.locked")))
    return tuple(found)


def _chart(wording: Wording, frame: Frame) -> Chart | None:
    parties = frame.scenario.parties
    if not frame.scenario.map_rules:
        return None
    found = statuses(facts_of(onlooker(frame)))
    rows = legend(found, (parties[0].capital, parties[1].capital), wording.say)
    return Chart(tuple(found.items()), rows, "map")
