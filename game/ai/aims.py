"""What a delegation asks for at this hour: how its target falls with time, trust and what it was given."""

from dataclasses import dataclass

from game.ai.appraisal import Desk
from game.ai.bot import Draw
from game.ai.concession import WHOLE, Hours
from game.ai.foresight import reservation_when_signed
from game.rules.package import Package, restricted
from game.rules.scenario import Persona, other
from game.rules.utility import steps_towards
from game.rules.view import PartyView

STEPS_COUNTED = 4
"""Steps received beyond those given that a delegation answers at most."""

CITED_LIMIT = 3
"""Points that documents on the table move a target by at most."""

MIDDLE_OF_TRUST = 5
"""Trust above it softens a target by a point a step."""


@dataclass(frozen=True, slots=True)
class Aims:
    """Values in hundredths of a point: the best within reach, the least it may agree to, what it asks now."""

    top: int
    least: int  # what it may sign now
    limit: int  # what it will be able to sign when an offer made now could be signed
    target: int
    conceded: int  # of the room between them, in thousandths, by time alone
    answered: bool  # it gives way because the other moved
    cited: tuple[int, ...]  # documents that tell against it


def aims_of(desk: Desk, persona: Persona, hours: Hours, curve: tuple[int, ...], draw: Draw) -> Aims:
    """Return the aims of `persona` now; `curve` is its concession by exchange of its `hours`, see
    `concession.curve`.

    The limit is its reservation value, or its floor where that is higher, and a private margin over it
    drawn once a game.
    """
    view = desk.view
    margin = persona.margins[draw("game:margin", len(persona.margins))] if persona.margins else 0
    least = 100 * (max(desk.reservation, persona.floor) + margin)
    limit = 100 * (max(reservation_when_signed(view), persona.floor) + margin)
    best = desk.best()
    top = max(limit, desk.value(best.package)) if best is not None else limit
    conceded = curve[min(hours.now(view.state), len(curve) - 1)]
    cited, weight = _cited(view)
    given = persona.reciprocity * _steps_ahead(view, hours)
    eased = 100 * (given + weight + max(0, _trust(view) - MIDDLE_OF_TRUST))
    target = max(limit, top - (top - limit) * conceded // WHOLE - eased)
    return Aims(top, least, limit, target, conceded, given > 0, cited)


def _trust(view: PartyView) -> int:
    meter = view.scenario.conduct.meter
    seen = view.scenario.meters[meter].seen[view.party]
    return view.state.meters[meter] if seen else MIDDLE_OF_TRUST


def steps_given(view: PartyView, party: int, packages: tuple[Package, ...]) -> int:
    """Return how many rungs from its ideal `party` has come in the furthest of `packages`."""
    agenda = frozenset(issue for issue, on in enumerate(view.state.agenda) if on)
    return max(
        (steps_towards(view.scenario, other(party), restricted(one, agenda)) for one in packages), default=0
    )


def _steps_ahead(view: PartyView, hours: Hours) -> int:
    """Return how many steps further the other has come than we have and than the hour asks, if both are
    to meet half way at the end: 0 to `STEPS_COUNTED`; nothing before both have made an offer.

    Only what still parts the two offers counts: an option that both ask for was no concession.
    """
    scenario, state = view.scenario, view.state
    me, them = view.party, other(view.party)
    last = max(1, hours.exchanges - 1)
    ahead = 0
    for mine in state.last_packages[me]:
        for theirs in state.last_packages[them]:
            apart = frozenset(i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b)
            ladders = sum(len(scenario.issues[i].options) - 1 for i in apart if scenario.issues[i].ordered)
            by_now = ladders * hours.now(state) // (2 * last)
            came = steps_towards(scenario, me, restricted(theirs, apart))
            went = steps_towards(scenario, them, restricted(mine, apart))
            ahead = max(ahead, came - max(by_now, went))
    return min(STEPS_COUNTED, ahead)


def _cited(view: PartyView) -> tuple[tuple[int, ...], int]:
    """Return the documents on the table that speak for the other side and were not answered, and what
    they weigh in points; a disputed one counts half."""
    found = []
    weight = 0
    for index in view.state.cited:
        document = view.scenario.documents[index]
        if document.side == other(view.party) and index not in view.state.countered:
            found.append(index)
            weight += document.weight if document.label != "disputed" else document.weight // 2
    return tuple(found), min(CITED_LIMIT, weight)
