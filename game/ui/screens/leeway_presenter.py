"""Who at home could live with the draft in hand, and the single steps that would turn those who could not."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.desk.homefront import verdict
from game.desk.planning import Change, Stand, prospect
from game.rules.state import Standing
from game.text.wording import capital
from game.ui.screens.home_presenter import Face, faces_of
from game.ui.screens.parts import Control, Said
from game.ui.seat import Facts
from game.ui.wishes import Back, PutOption


@dataclass(frozen=True, slots=True)
class Steps:
    """Single steps that have the same effect, each a button that puts it into the offer in hand."""

    heading: str
    steps: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class StandCard:
    """A constituency: its face, how it stands, its support, whether it blocks, what would turn it."""

    face: Face
    support: str
    level: int  # 0 to 10
    blocks: str  # "" where it does not
    turns: tuple[Steps, ...]
    unturned: str  # said where no one step would turn it


@dataclass(frozen=True, slots=True)
class LeewayModel:
    """What the own home makes of the draft in hand."""

    title: str
    draft: str
    verdict: Said
    decisive: Steps | None  # the steps that decide whether home carries it
    undecided: str  # said where no one step decides it
    stands: tuple[StandCard, ...]
    note: str
    back: Control


def leeway_model(facts: Facts) -> LeewayModel:
    """Return how one's own constituencies stand to the draft in hand; the other home is not looked at."""
    say, view, wording = facts.wording.say, facts.view, facts.wording
    found = prospect(view, facts.seat.made.package)
    home = view.scenario.homes[view.party].name
    carried = found.tally.carried
    decisive = found.losses if carried else found.gains
    heading = say("ui.leeway.losses" if carried else "ui.leeway.gains", home=home)
    pairs = zip(found.stands, faces_of(wording, found.tally), strict=True)
    # Who is to be won over comes first, and first of all who blocks.
    ordered = sorted(pairs, key=lambda pair: (not pair[0].blocks, pair[1].mood))
    return LeewayModel(
        title=say("ui.leeway.title"),
        draft=say("plan.draft", package=wording.talked(found.package)),
        verdict=Said(verdict(wording, view, facts.seat.made.package), "home"),
        decisive=Steps(capital(heading), _steps(facts, "all", decisive)) if decisive else None,
        undecided="" if decisive else capital(say("plan.no_loss" if carried else "plan.no_gain", home=home)),
        stands=tuple(_card(facts, stand, face) for stand, face in ordered),
        note=say("ui.leeway.note"),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _card(facts: Facts, stand: Stand, face: Face) -> StandCard:
    say = facts.wording.say
    turns = []
    for then, key in ((Standing.FOR, "ui.leeway.turns_for"), (Standing.AWAY, "ui.leeway.turns_away")):
        changes = [turn.change for turn in stand.turns if turn.standing is then]
        if changes:
            turns.append(Steps(say(key), _steps(facts, face.id, changes)))
    stuck = stand.standing is not Standing.FOR and not stand.turns
    return StandCard(
        face=face,
        support=say("ui.leeway.support"),
        level=stand.support,
        blocks=say("ui.leeway.blocks") if stand.blocks else "",
        turns=tuple(turns),
        unturned=say("plan.unturned", who=facts.view.scenario.constituencies[stand.constituency].label)
        if stuck
        else "",
    )


def _steps(facts: Facts, whose: str, changes: Sequence[Change]) -> tuple[Control, ...]:
    """Return changes as buttons; one beyond the orders says so."""
    wording, say = facts.wording, facts.wording.say
    return tuple(
        Control(
            f"step:{whose}:{facts.view.scenario.issues[change.issue].id}:{change.option}",
            capital(
                say(
                    "plan.beyond" if change.orders else "plan.change",
                    item=wording.item(change.issue, change.option),
                )
            ),
            PutOption(change.issue, change.option),
            does=say("ui.leeway.step_does"),
        )
        for change in changes
    )
