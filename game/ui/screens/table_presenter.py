"""The table, the heart of the game: a party's view and what its person has in hand -> one model."""

from game.desk.status import meetings_left, signature_lines
from game.rules.scenario import RoundKind
from game.rules.state import to_move, today
from game.rules.view import PartyView
from game.text.wording import Wording
from game.ui.screens.advice_presenter import suggestion
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.opposite_presenter import opposite
from game.ui.screens.parts import Control
from game.ui.screens.table_board import board_rows, chart
from game.ui.screens.table_composer import composer, their_alternatives
from game.ui.screens.table_model import Gauge, PartNames, TableModel, TopLine
from game.ui.screens.table_side import (
    action_cards,
    entries,
    move_controls,
    picker,
    refusal_box,
    tabs,
)
from game.ui.seat import Facts
from game.ui.wishes import Go, Quit, Screen


def table_model(facts: Facts) -> TableModel:
    """Return the table of one delegation."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    top = top_line(facts)
    advised = suggestion(facts, top.turn)
    theirs = view.state.offers[1 - view.party]
    talks = view.scenario.rounds[view.state.round].kind is RoundKind.TALKS
    heading = say("status.none_theirs" if talks else "ui.vote.begins")
    if theirs is not None:
        manner = say("status.linked" if theirs.linked else "status.severable")
        heading = say("status.theirs", n=len(theirs.packages), manner=manner)
    return TableModel(
        top=top,
        news=entries(wording, facts.news[facts.seat.told :], whole=False, id="news"),
        suggestion=advised,
        rows=board_rows(facts, advised.issue),
        theirs_heading=heading,
        theirs=their_alternatives(facts),
        standing=standing(facts),
        composer=composer(facts),
        refusal=refusal_box(facts),
        picker=picker(facts),
        tabs=tabs(facts),
        actions=action_cards(facts),
        opposite=opposite(facts),
        moves=move_controls(facts),
        menu=menu(wording),
        explanation=explanation(facts, facts.why),
        names=part_names(facts),
        chart=chart(facts),
    )


def standing(facts: Facts) -> tuple[str, ...]:
    """Return what binds the other side's offer, who has signed and what home has been asked."""
    view, wording = facts.view, facts.wording
    theirs = view.state.offers[1 - view.party]
    bound = [wording.say("happening.offer_referendum")] if theirs is not None and theirs.ad_referendum else []
    return (*bound, *signature_lines(wording, view))


def part_names(facts: Facts) -> PartNames:
    """Return what the parts of the table are called."""
    say, parties = facts.wording.say, facts.view.scenario.parties
    return PartNames(
        board=say("ui.part.board"),
        offer=say("ui.part.offer"),
        actions=say("ui.part.actions"),
        map=say("ui.part.map" if facts.view.scenario.map_rules else "ui.part.state"),
        mine=say("ui.part.mine", capital=parties[facts.view.party].capital),
        theirs=say("ui.part.theirs", capital=parties[1 - facts.view.party].capital),
        draft=say("ui.part.draft"),
        agreed=say("ui.part.agreed"),
        locked=say("ui.part.locked"),
        mine_first=facts.view.party == 0,
    )


def top_line(facts: Facts) -> TopLine:
    """Return round, place, date, what is left of the time, the meters, and whose turn it is."""
    view, say = facts.view, facts.wording.say
    round_ = view.scenario.rounds[view.state.round]
    slot, left = round_.slots[view.state.slot], meetings_left(view)
    talks = round_.kind is RoundKind.TALKS
    if facts.thinking:
        turn = say("ui.top.thinking", who=facts.thinking)
    else:
        turn = say("ui.top.yours" if to_move(view.state) == view.party else "ui.top.theirs")
    return TopLine(
        title=round_.title,
        place=round_.place,
        date=date_line(facts.wording, view),
        exchange=say("status.exchange", now=view.state.exchange + 1, of=slot.exchanges) if talks else "",
        left=(say("status.left", n=left) if left else say("status.last_meeting")) if talks else "",
        meetings=(view.state.slot + 1, len(round_.slots)),
        meters=gauges(view),
        turn=turn,
        thinking=bool(facts.thinking),
    )


def date_line(wording: Wording, view: PartyView) -> str:
    """Return the present meeting and its date."""
    from datetime import date

    slot = view.scenario.rounds[view.state.round].slots[view.state.slot]
    year = date.fromordinal(today(view.scenario, view.state)).year
    return wording.say("ui.top.date", slot=slot.label, year=year)


def gauges(view: PartyView) -> tuple[Gauge, ...]:
    """Return the meters that this party sees."""
    return tuple(
        Gauge(meter.id, meter.label[:1].upper() + meter.label[1:], level, f"meter:{meter.id}")
        for meter, level in zip(view.scenario.meters, view.state.meters, strict=True)
        if meter.seen[view.party]
    )


def menu(wording: Wording) -> tuple[Control, ...]:
    """Return what can be opened from the table at any time."""
    say = wording.say
    return (
        Control("briefing", say("ui.menu.briefing"), Go(Screen.BRIEFING), does=say("ui.about.briefing")),
        Control("settings", say("ui.menu.settings"), Go(Screen.SETTINGS), does=say("ui.about.settings")),
        Control("title", say("ui.menu.title"), Go(Screen.TITLE), does=say("ui.about.title")),
        Control("quit", say("ui.menu.quit"), Quit(), does=say("ui.about.quit")),
    )
