"""A moment of the small scenario of `tests.rules.drafting`, in its one meeting."""

from game.rules.package import empty
from game.rules.scenario import Scenario
from game.rules.state import State


def moment(scenario: Scenario) -> State:
    """Return the first turn, nothing on the table."""
    nothing = empty(len(scenario.issues))
    closed = (False, False)
    return State(
        round=0,
        slot=0,
        exchange=0,
        turn=0,
        acted=False,
        agenda=(True,) * len(scenario.issues),
        provisional=nothing,
        referendum=(closed,) * len(scenario.issues),
        offers=(None, None),
        last_packages=((), ()),
        signed=closed,
        meters=(),
        flags=(),
        levels=(),
        pending=((), ()),
        taken=(),
        put=(),
        uses=(),
        issue_uses=frozenset(),
        fired=(),
        draws=(),
        questions=(),
        no_from_home=closed,
        scheduled=(),
        known=((), ()),
        cited=(),
        countered=(),
        published=(),
        holds=(0, 0),
        passes=0,
        moved_reservation=(0, 0),
        changes=0,
        voting=False,
        votes=(None, None),
        signed_package=None,
        signed_weight=(0, 0),
        signed_reservation=(0, 0),
        ended=None,
        outcome=None,
    )
