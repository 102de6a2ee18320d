import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.chain import FIRST, chained, read_lines, seal
from game.session.faults import Trouble
from game.session.strict import Json

BODIES: list[dict[str, Json]] = [
    {"format": 1, "files": {"a.yaml": "x: 1\n"}},
    {"n": 1, "id": "a", "by": "vale", "move": {"kind": "hold", "reason": "später"}, "wall": ""},
    {"n": 2, "id": "b", "by": "tarn", "move": {"kind": "sign"}, "wall": "12:30"},
]
RAW = chained(BODIES, FIRST)[0]


def test_a_chain_is_read_as_it_was_written() -> None:
    read = read_lines(RAW)
    assert list(read.bodies) == BODIES
    assert read.damage is None
    assert read.ends[-1] == len(RAW)


def test_every_truncation_within_a_line_is_noticed() -> None:
    ends = {0, *read_lines(RAW).ends}
    for length in set(range(len(RAW))) - ends:
        read = read_lines(RAW[:length])
        assert read.damage is not None
        assert read.damage.trouble is Trouble.TORN
        assert read.damage.line == len(read.bodies) + 1
        assert list(read.bodies) == BODIES[: len(read.bodies)]


def test_a_truncation_between_lines_is_an_earlier_moment_of_the_same_game() -> None:
    for count, end in enumerate(read_lines(RAW).ends, start=1):
        assert list(read_lines(RAW[:end]).bodies) == BODIES[:count]


def test_every_flipped_bit_is_noticed_at_its_line() -> None:
    ends = read_lines(RAW).ends
    for place in range(len(RAW)):
        line = 1 + sum(end <= place for end in ends)
        for bit in range(8):
            damaged = bytearray(RAW)
            damaged[place] ^= 1 << bit
            read = read_lines(bytes(damaged))
            assert read.damage is not None, (place, bit)
            assert read.damage.line == line
            assert f"line {line}" in read.damage.sentence
            assert list(read.bodies) == BODIES[: line - 1]


def test_a_line_left_out_put_twice_or_moved_is_noticed() -> None:
    lines = RAW.splitlines(keepends=True)
    for raw in (lines[0] + lines[2], lines[0] + lines[1] * 2, lines[1] + lines[0], lines[1]):
        assert read_lines(raw).damage is not None


def test_the_format_number_is_under_the_hash() -> None:
    assert read_lines(RAW.replace(b'"format":1', b'"format":2')).bodies == ()


def test_a_line_with_a_good_hash_and_a_bad_text_is_refused() -> None:
    line, _ = seal(FIRST, {"a": 1})
    read = read_lines(line.replace(b'{"a":1', b'{"a":1,"a":1'))
    assert read.damage is not None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_as_far_as_they_go(raw: bytes) -> None:
    assert read_lines(raw).bodies == ()


@given(st.binary(max_size=60), st.integers(0, len(RAW)))
def test_any_bytes_put_into_a_save_leave_what_stands_before(junk: bytes, place: int) -> None:
    read = read_lines(RAW[:place] + junk + RAW[place:])
    sound = sum(end <= place for end in read_lines(RAW).ends)
    assert list(read.bodies[:sound]) == BODIES[:sound]
    assert junk == b"" or read.damage is not None


@pytest.mark.parametrize("tail", [b"\x00" * 4096, b'{"n":3', b"garbage"])
def test_what_a_power_cut_leaves_at_the_end_is_a_torn_line(tail: bytes) -> None:
    read = read_lines(RAW + tail)
    assert list(read.bodies) == BODIES
    assert read.damage is not None
    assert read.damage.trouble is Trouble.TORN
