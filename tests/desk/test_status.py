"""What lies on the table, line by line."""

import pytest

from game.desk.status import gap_line, table_lines
from game.places import sentences_file
from game.rules.apply import apply, open_negotiation
from game.rules.moves import Propose
from game.rules.scenario import Scenario
from game.rules.view import view_for
from game.text.catalogue import load
from game.text.wording import Wording


@pytest.mark.parametrize("seat", [0, 1])
def test_who_has_said_nothing_is_told_so(deletion: Scenario, seat: int) -> None:
    state = open_negotiation(deletion).state
    mover = deletion.rounds[state.round].opens
    package = tuple(0 if open_ < 0 else -1 for open_ in state.provisional)
    state = apply(deletion, state, mover, Propose((package,))).state
    wording = Wording(load(sentences_file()), deletion, seat)
    view = view_for(deletion, state, seat, 0)
    for issue in range(len(deletion.issues)):
        assert ": ." not in gap_line(wording, view, issue)
    silent = "You: nothing said." if seat != mover else "They: nothing said."
    assert any(silent in line for line in table_lines(wording, view))
