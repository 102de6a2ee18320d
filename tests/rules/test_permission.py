"""What a home's leave opens, and what it does not."""

from dataclasses import replace

from game.rules.apply import apply, open_negotiation
from game.rules.moves import Answer
from game.rules.scenario import HOME, Level, Scenario
from game.rules.state import Question, QuestionKind


def test_leave_does_not_open_what_was_forbidden_while_home_was_thinking(deletion: Scenario) -> None:
    """On the evening of the 18th the islands may be forbidden after the Presidium was asked."""
    ussr = deletion.party_index("ussr")
    state = open_negotiation(deletion).state
    orders = {order.id: index for index, order in enumerate(deletion.orders)}
    forbidden, asked = orders["s_islands"], orders["s_okinawa"]
    package = deletion.historical_package()
    levels = list(state.levels)
    levels[forbidden] = int(Level.NEVER)
    question = Question(ussr, QuestionKind.PERMISSION, package, 0)
    provisional = tuple(
        option if issue not in (0, 1) else -1 for issue, option in enumerate(deletion.opening.agreed)
    )
    state = replace(state, levels=tuple(levels), questions=(question,), provisional=provisional)
    after = apply(deletion, state, HOME, Answer(ussr, True)).state
    assert after.levels[forbidden] == Level.NEVER
    assert after.levels[asked] == Level.FREE
