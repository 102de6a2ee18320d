"""A home that is asked for leave judges the text that there would be."""

from dataclasses import replace

from game.rules.home import answer, would_permit
from game.rules.scenario import Scenario
from game.rules.state import Question, QuestionKind
from tests.rules.playing import package, played
from tests.rules.test_legality import AT_HEADS

VALE, TARN = 0, 1


def test_leave_is_given_for_what_was_stated_together_with_what_is_agreed(ports: Scenario) -> None:
    """The board allows a daily ferry with an accord, and the accord is agreed; naming it again or not is one.

    A persona asks for the open part of a text that home would allow, a person for the whole of it.
    """
    board = replace(ports.constituencies[0], asked_first_at=5)
    tarnish = tuple(item for item in ports.constituencies if item.party == TARN)
    scenario = replace(ports, constituencies=(board, *tarnish))
    state = replace(played(scenario, *AT_HEADS), provisional=package(scenario, "form=accord"))
    part, whole = package(scenario, "ferry=daily"), package(scenario, "ferry=daily", "form=accord")
    assert would_permit(scenario, state, VALE, whole)
    for asked in (part, whole):
        assert answer(scenario, state, Question(VALE, QuestionKind.PERMISSION, asked, 0))
