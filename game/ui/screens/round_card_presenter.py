"""The round card: where and when the talks go on, who came, what has changed."""

from dataclasses import dataclass
from datetime import date

from game.rules.instrument import paragraphs
from game.ui.screens.parts import Control, Said
from game.ui.screens.table_side import entries
from game.ui.seat import Facts
from game.ui.wishes import Next


@dataclass(frozen=True, slots=True)
class RoundCardModel:
    """A card between two rounds."""

    title: str
    place: str
    dates: str
    setting: tuple[str, ...]
    delegations: tuple[tuple[str, str], ...]  # (party, who came)
    changes: tuple[Said, ...]  # news, mandate, meters since the round before
    go_on: Control


def round_card_model(facts: Facts) -> RoundCardModel:
    """Return the card of the round that has begun, with what this seat has learnt on the way to it."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    round_ = view.scenario.rounds[view.state.round]
    return RoundCardModel(
        title=round_.title,
        place=round_.place,
        dates=_dates(facts),
        setting=paragraphs(round_.setting),
        delegations=tuple(
            (party.name, wording.listed([each for each in (delegation.head, *delegation.members) if each]))
            for party, delegation in zip(view.scenario.parties, round_.delegations, strict=True)
            if delegation.head
        ),
        changes=tuple(
            Said(entry.text) for entry in entries(wording, facts.news[facts.seat.told :], whole=False)
        ),
        go_on=Control("go_on", say("ui.round.go_on"), Next()),
    )


def _dates(facts: Facts) -> str:
    slots = facts.view.scenario.rounds[facts.view.state.round].slots
    year = date.fromordinal(slots[0].date).year
    first, last = slots[0].label, slots[-1].label
    return facts.wording.say(
        "ui.round.dates" if first != last else "ui.round.date", first=first, last=last, year=year
    )
