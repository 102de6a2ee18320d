"""The families that the READMEs of the cuts tell: each text has one, and each rule can be missed."""

import pytest

from tests.history.families import HISTORICAL, family, judged, misses

SIGNED = {
    "signed": "1",
    "ratified": "1",
    "islands": "two_after",
    "okinawa": "clause_out",
    "rest": "silent",
    "instrument": "declaration",
    "surplus_ussr": "3",
    "surplus_japan": "0",
}


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, HISTORICAL),
        ({"signed": "0", "ratified": "0"}, "nothing signed"),
        ({"ratified": "0"}, "refused"),
        ({"okinawa": "clause_in", "rest": "words"}, "Okinawa stands"),
        ({"islands": "nothing", "rest": "words"}, "the first solution"),
        ({"rest": "words"}, "the words stay"),
        ({"islands": "two_by_treaty", "rest": "border", "instrument": "treaty"}, "closed"),
        ({"islands": "two_by_treaty", "instrument": "treaty"}, "another text"),
        ({"islands": "two_at_once"}, "another text"),
    ],
)
def test_a_text_has_its_family(changed: dict[str, str], name: str) -> None:
    assert family(SIGNED | changed) == name


def test_each_rule_can_be_missed() -> None:
    kept = {HISTORICAL: 50.0, "refused": 50.0}
    assert not misses(kept, {"ussr": 25.0, "japan": 95.0})
    assert len(misses({HISTORICAL: 40.0, "refused": 60.0}, {})) == 1
    assert len(misses({HISTORICAL: 60.0, "refused": 40.0}, {})) == 1
    assert len(misses(kept, {"ussr": 24.9, "japan": 95.1})) == 2


def test_shares_are_of_all_games() -> None:
    shares, above = judged([SIGNED, SIGNED | {"rest": "words"}])
    assert shares == {HISTORICAL: 50.0, "the words stay": 50.0}
    assert above == {"surplus_ussr": 100.0, "surplus_japan": 0.0}
