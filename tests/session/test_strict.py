import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.strict import DEPTH_LIMIT, CodecFault, Flaw, Json, canonical, forbidden_sign, parse

REFUSED = [
    (b'{"a":1,"a":2}', Flaw.TWO_EQUAL_KEYS),
    (b'{"a":{"b":1,"b":1}}', Flaw.TWO_EQUAL_KEYS),
    (b"[NaN]", Flaw.NOT_WHOLE),
    (b"[Infinity]", Flaw.NOT_WHOLE),
    (b"[-Infinity]", Flaw.NOT_WHOLE),
    (b"[1.0]", Flaw.NOT_WHOLE),
    (b"[1e3]", Flaw.NOT_WHOLE),
    (b"[null]", Flaw.NULL),
    (b"null", Flaw.NULL),
    (b"[9007199254740992]", Flaw.TOO_LARGE),
    (b"[" + b"9" * 100_000 + b"]", Flaw.TOO_LARGE),
    (b'["\\ud800"]', Flaw.LONE_SURROGATE),
    (b'{"\\udfff":1}', Flaw.LONE_SURROGATE),
    (b'["\\ud83d x \\ude00"]', Flaw.LONE_SURROGATE),
    (b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1), Flaw.TOO_DEEP),
    (b"[" * 100_000, Flaw.TOO_DEEP),
    (b'{"a":' * 100_000, Flaw.TOO_DEEP),
    (b'["\xff"]', Flaw.NOT_UTF8),
    (b'["\xed\xa0\x80"]', Flaw.NOT_UTF8),
    (b"\xef\xbb\xbf{}", Flaw.NOT_JSON),
    (b"", Flaw.NOT_JSON),
    (b"{} {}", Flaw.NOT_JSON),
    (b"{'a':1}", Flaw.NOT_JSON),
    (b'["\x00"]', Flaw.NOT_JSON),
    (b'["a\nb"]', Flaw.NOT_JSON),
    (b'"' + b"\\" * 3, Flaw.NOT_JSON),
    (b"[1,]", Flaw.NOT_JSON),
    (b"x" * 2_000_001, Flaw.TOO_LONG),
]


@pytest.mark.parametrize(("text", "flaw"), REFUSED, ids=lambda item: str(item)[:24])
def test_what_json_readers_disagree_on_is_refused(text: bytes, flaw: Flaw) -> None:
    with pytest.raises(CodecFault) as caught:
        parse(text, limit=2_000_000)
    assert caught.value.flaw is flaw


def test_the_deepest_allowed_value_is_read() -> None:
    text = b"[" * DEPTH_LIMIT + b"]" * DEPTH_LIMIT
    assert canonical(parse(text, limit=100)) == text


def test_brackets_within_a_text_are_no_depth() -> None:
    assert parse(b'["[[[[[[[[[[[[\\"[[[[[["]', limit=100) == ['[[[[[[[[[[[["[[[[[[']


def test_a_long_run_of_escaped_quotes_takes_no_quadratic_time() -> None:
    with pytest.raises(CodecFault):
        parse(b'\\"' * 500_000, limit=2_000_000)


def test_pairs_of_surrogates_are_one_sign() -> None:
    assert parse(b'"\\ud83d\\ude00"', limit=100) == "\U0001f600"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(text: bytes) -> None:
    with contextlib.suppress(CodecFault):
        parse(text, limit=1000)


PLAIN: st.SearchStrategy[Json] = st.recursive(
    st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
).filter(lambda value: _depth(value) <= DEPTH_LIMIT)


def _depth(value: object) -> int:
    match value:
        case dict():
            return 1 + max(map(_depth, value.values()), default=0)
        case list():
            return 1 + max(map(_depth, value), default=0)
        case _:
            return 0


@given(PLAIN)
def test_what_is_written_is_read_to_the_same(value: Json) -> None:
    assert parse(canonical(value), limit=100_000) == value


@given(PLAIN)
def test_what_the_plain_reader_finds_we_find(value: Json) -> None:
    assert parse(json.dumps(value, indent=1).encode(), limit=100_000) == value


@pytest.mark.parametrize(
    "sign", ["\n", "\x00", "\x7f", "\x85", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff"]
)
def test_signs_that_could_forge_or_turn_a_line_are_forbidden(sign: str) -> None:
    assert forbidden_sign(f"two{sign}islands") == sign


def test_the_letters_of_any_script_are_allowed() -> None:
    assert forbidden_sign("Шикотан 色丹島 é ñ 👍🏽 नमस्ते ✓") is None
