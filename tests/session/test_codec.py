import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.moves import (
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Move,
    Pause,
    Propose,
    Reject,
    Reopen,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.transcript import Made, Rewound
from game.session.codec import decode_move, decode_record, encode_move, encode_record
from game.session.strict import CodecFault, Flaw, canonical, forbidden_sign, parse
from tests.session.tables import random_moves, table

TEXTS = st.text(max_size=200).filter(lambda text: forbidden_sign(text) is None)


def moves(scenario: Scenario) -> st.SearchStrategy[Move]:
    """Every move that `scenario` has words for, legal or not."""
    issues = st.integers(0, len(scenario.issues) - 1)
    packages = st.tuples(*(st.integers(-1, len(issue.options) - 1) for issue in scenario.issues))
    parties, truths = st.integers(0, 1), st.booleans()
    events = st.integers(0, len(scenario.events) - 1)
    drawn = [
        Draw(event, outcome)
        for event, item in enumerate(scenario.events)
        for outcome in range(len(item.outcomes))
    ]
    taken = [
        Decide(decision, choice)
        for decision, item in enumerate(scenario.decisions)
        for choice in range(len(item.choices))
    ]
    actions = st.integers(0, len(scenario.actions) - 1)
    return st.one_of(
        st.builds(Propose, st.lists(packages, max_size=3).map(tuple), truths, truths, TEXTS),
        st.builds(Accept, st.integers(0, 2), st.lists(issues, unique=True).map(tuple), truths),
        st.builds(Reject, TEXTS),
        st.builds(Hold, TEXTS),
        st.builds(Reopen, issues),
        st.builds(Act, actions, st.none() | issues, st.none() | packages),
        st.sampled_from([*drawn, *taken, Sign(), WalkOut(), Expire(), Pause(), Resume()]),
        st.builds(Answer, parties, truths),
        st.builds(Vote, parties),
        st.builds(Inject, events),
        st.builds(Broadcast, TEXTS),
    )


@given(data=st.data())
def test_every_move_is_read_as_it_was_written(ports: Scenario, data: st.DataObject) -> None:
    move = data.draw(moves(ports))
    text = canonical(encode_move(ports, move))
    assert decode_move(ports, parse(text, limit=10_000)) == move


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_every_record_of_a_game_is_read_as_it_was_written(ports: Scenario, seed: int) -> None:
    at_table = table(ports, seed=seed)
    random_moves(at_table.session, seed, limit=15)
    at_table.session.undo("vale", id="back")
    for record in at_table.session.records:
        text = canonical(encode_record(ports, record))
        assert decode_record(ports, parse(text, limit=10_000)) == record


def test_names_stand_outside_and_indices_inside(ports: Scenario) -> None:
    offer = Propose((ports.package(ferry="weekly", dues="half"),), words="fair?")
    assert encode_move(ports, offer) == {
        "kind": "propose",
        "packages": [{"ferry": "weekly", "dues": "half"}],
        "linked": False,
        "ad_referendum": False,
        "words": "fair?",
    }


HOLD = {"kind": "hold", "reason": ""}
ACCEPT = {"kind": "accept", "which": 0, "issues": [], "ad_referendum": False}
PROPOSE = {"kind": "propose", "packages": [], "linked": False, "ad_referendum": False, "words": ""}

REFUSED = [
    ([], Flaw.WRONG_TYPE),
    ("hold", Flaw.WRONG_TYPE),
    ({}, Flaw.MISSING_KEY),
    ({"kind": "hold"}, Flaw.MISSING_KEY),
    ({"kind": "HOLD", "reason": ""}, Flaw.UNKNOWN_KIND),
    ({"kind": 3}, Flaw.WRONG_TYPE),
    ({"kind": "__class__"}, Flaw.UNKNOWN_KIND),
    ({**HOLD, "more": 1}, Flaw.UNKNOWN_KEY),
    ({**HOLD, "reason": 1}, Flaw.WRONG_TYPE),
    ({**HOLD, "reason": "x" * 201}, Flaw.TOO_LONG),
    ({**HOLD, "reason": "a\nb"}, Flaw.FORBIDDEN_SIGN),
    ({**HOLD, "reason": "a\u202eb"}, Flaw.FORBIDDEN_SIGN),
    ({**HOLD, "reason": "\ud800"}, Flaw.FORBIDDEN_SIGN),
    ({**ACCEPT, "which": True}, Flaw.WRONG_TYPE),
    ({**ACCEPT, "which": -1}, Flaw.TOO_LARGE),
    ({**ACCEPT, "which": 3}, Flaw.TOO_LARGE),
    ({**ACCEPT, "which": "0"}, Flaw.WRONG_TYPE),
    ({**ACCEPT, "issues": ["ferry", "ferry"]}, Flaw.NAMED_TWICE),
    ({**ACCEPT, "issues": ["bridge"]}, Flaw.UNKNOWN_NAME),
    ({**ACCEPT, "issues": [0]}, Flaw.WRONG_TYPE),
    ({**ACCEPT, "issues": ["ferry"] * 99}, Flaw.TOO_MANY),
    ({**ACCEPT, "ad_referendum": 1}, Flaw.WRONG_TYPE),
    ({**PROPOSE, "packages": {}}, Flaw.WRONG_TYPE),
    ({**PROPOSE, "packages": [[]]}, Flaw.WRONG_TYPE),
    ({**PROPOSE, "packages": [{}] * 4}, Flaw.TOO_MANY),
    ({**PROPOSE, "packages": [{"bridge": "weekly"}]}, Flaw.UNKNOWN_NAME),
    ({**PROPOSE, "packages": [{"ferry": "hourly"}]}, Flaw.UNKNOWN_NAME),
    ({**PROPOSE, "packages": [{"ferry": 1}]}, Flaw.WRONG_TYPE),
    ({"kind": "reopen", "issue": True}, Flaw.WRONG_TYPE),
    ({"kind": "act", "action": "dance"}, Flaw.UNKNOWN_NAME),
    ({"kind": "act", "action": "toast", "issue": 3}, Flaw.WRONG_TYPE),
    ({"kind": "decide", "decision": "v_two_ways", "choice": "show"}, Flaw.UNKNOWN_NAME),
    ({"kind": "draw", "event": "fog", "outcome": "sinks"}, Flaw.UNKNOWN_NAME),
    ({"kind": "vote", "party": "home"}, Flaw.UNKNOWN_NAME),
    ({"kind": "sign", "reason": ""}, Flaw.UNKNOWN_KEY),
]


@pytest.mark.parametrize(("value", "flaw"), REFUSED, ids=lambda item: str(item)[:40])
def test_what_is_no_move_is_refused_with_a_code(ports: Scenario, value: object, flaw: Flaw) -> None:
    with pytest.raises(CodecFault) as caught:
        decode_move(ports, value)
    assert caught.value.flaw is flaw
    assert str(caught.value).startswith(flaw.value)


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["ferry", "hold", "kind"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "packages", "issues", "which", "x"]), inner, max_size=4)
    ),
    max_leaves=6,
)


@given(value=JUNK, kind=st.sampled_from(["propose", "accept", "hold", "act", "decide", "draw", "vote", "x"]))
def test_any_value_is_a_move_or_refused(ports: Scenario, value: object, kind: str) -> None:
    for tried in (value, {**value, "kind": kind} if isinstance(value, dict) else value):
        for decode in (decode_move, decode_record):
            with contextlib.suppress(CodecFault):
                decode(ports, tried)


@pytest.mark.parametrize(
    "record",
    [
        Made(0, Hold(), "a\nb"),
        Made(0, Hold(), "x" * 41),
        Made(0, Hold(), "a", "wall\x00"),
        Made(NATURE, Draw(0, 99)),
        Rewound(-1),
    ],
    ids=repr,
)
def test_a_record_that_could_not_be_read_is_not_written(ports: Scenario, record: Made | Rewound) -> None:
    with pytest.raises(CodecFault):
        encode_record(ports, record)


def test_every_author_of_a_record_keeps_its_name(ports: Scenario) -> None:
    for author in (0, 1, NATURE, HOME, INSTRUCTOR):
        record = Rewound(3, "a", "noon", author)
        assert decode_record(ports, encode_record(ports, record)) == record
