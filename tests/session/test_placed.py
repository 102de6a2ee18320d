from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.classroom import CHANGEABLE, MOST_MINUTES, MOST_ROLES, NAME_LIMIT
from game.rules.scenario import Scenario
from game.session.placed import Placed, Timing, decode_placed, encode_placed
from game.session.saves import decode_header, encode_header
from game.session.strict import CodecFault
from tests.session.tables import header_of

texts = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=NAME_LIMIT)
roles = st.lists(texts, max_size=MOST_ROLES).map(tuple)
minutes = st.integers(0, MOST_MINUTES)
placed = st.builds(
    Placed,
    name=texts,
    roles=st.tuples(roles, roles),
    clock=st.builds(Timing, minutes, minutes, st.booleans()),
    adviser=st.booleans(),
    undo=st.booleans(),
    fixed=st.lists(st.sampled_from(CHANGEABLE), unique=True).map(tuple),
)


@settings(max_examples=20)
@given(placed)
def test_a_save_keeps_what_was_laid_down_for_its_table(ports: Scenario, table: Placed) -> None:
    header = replace(header_of(ports), placed=table)
    assert decode_header(encode_header(header)) == header


def test_a_game_that_belongs_to_no_class_says_nothing_of_it(ports: Scenario) -> None:
    assert "table" not in encode_header(header_of(ports))


@pytest.mark.parametrize(
    "change",
    [
        {"name": "x" * (NAME_LIMIT + 1)},
        {"name": "Table\u202e 7"},
        {"roles": [["Head"]]},
        {"roles": [["Head"] * (MOST_ROLES + 1), []]},
        {"roles": ["Head", "Scribe"]},
        {"roles": [[7], []]},
        {"roles": [["Head\u202e"], []]},
        {"turn": MOST_MINUTES + 1},
        {"turn": -1},
        {"lesson": 2.5},
        {"passes": 1},
        {"fixed": ["seed"]},
        {"fixed": "clock"},
        {"adviser": "no"},
        {"key": "value"},
    ],
    ids=str,
)
def test_what_no_instructor_can_lay_down_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(CodecFault):
        decode_placed({**encode_placed(Placed()), **change})
