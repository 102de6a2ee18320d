"""`check --slack` says how far each number can move, tightest first, and what nothing holds."""

import json

from tests.terminal.playing import PORTS, run


def test_the_tightest_number_is_told_first_and_the_free_ones_last() -> None:
    told = run(["check", "--slack", PORTS])
    lines = [line.strip() for line in told.text.splitlines()]
    first = next(place for place, line in enumerate(lines) if "one at a time" in line)
    words = " ".join(lines[first:])
    assert told.code == 0
    assert "may not" in lines[first + 2]
    assert words.index("may not") < words.index("may fall by 4") < words.index("numbers are free")


def test_the_same_is_told_as_json() -> None:
    told = json.loads(run(["check", "--slack", "--json", PORTS]).text)
    assert told["diagnostics"] == []
    rows = {row["number"]: row for row in told["slack"][PORTS]}
    assert rows["points.tarn.ferry.daily"]["may_fall"]["then_breaks"] == "fact_2"
    assert rows["points.tarn.ferry.daily"]["may_rise"] is None
