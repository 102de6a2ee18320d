"""Bytes of strangers -> plain JSON values, or one coded fault; nothing here knows what they mean.

Stricter than `json.loads`, which takes NaN, keeps the last of two equal keys, lets lone surrogates
through and overflows the stack on deep nesting. What passes here can be written, hashed and shown.
"""

from __future__ import annotations

import json
import re
import unicodedata
from enum import Enum

Json = bool | int | str | list["Json"] | dict[str, "Json"]
"""What a command or record may consist of: no null and no fractions, the game has neither."""

DEPTH_LIMIT = 8
"""Lists and objects within one another."""

INTEGER_LIMIT = 2**53 - 1
"""The largest integer, either sign, that every JSON reader keeps exactly."""


class Flaw(Enum):
    """What is wrong with a text that should be a command, a record or a header."""

    NOT_UTF8 = "C101"
    NOT_JSON = "C102"
    TOO_LONG = "C103"
    TOO_DEEP = "C104"
    TWO_EQUAL_KEYS = "C105"
    NOT_WHOLE = "C106"  # a fraction, an exponent, NaN or Infinity
    TOO_LARGE = "C107"
    LONE_SURROGATE = "C108"
    NULL = "C109"
    WRONG_TYPE = "C110"
    UNKNOWN_KEY = "C111"
    MISSING_KEY = "C112"
    UNKNOWN_KIND = "C113"
    UNKNOWN_NAME = "C114"
    FORBIDDEN_SIGN = "C115"
    TOO_MANY = "C116"
    NAMED_TWICE = "C117"
    NOT_A_MOVE = "C118"
    BROKEN_CHAIN = "C119"


class CodecFault(ValueError):
    """A text or value from outside that is not what it should be."""

    def __init__(self, flaw: Flaw, sentence: str) -> None:
        super().__init__(f"{flaw.value}: {sentence}")
        self.flaw = flaw
        self.sentence = sentence


# A string that never ends counts to the end of the text, or looking for its end again from each of
# its own quotes would take quadratic time.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")

_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\u2028\u2029\ufeff")


def parse(text: bytes, *, limit: int) -> Json:
    """Return the value that `text` stands for.

    Args:
        limit: the most bytes that are looked at.

    Raises:
        CodecFault: anything but one JSON value of objects with different keys, lists, strings of whole
            signs, true, false and integers up to `INTEGER_LIMIT`, at most `DEPTH_LIMIT` deep.
    """
    if len(text) > limit:
        raise CodecFault(Flaw.TOO_LONG, f"{len(text)} bytes are more than the {limit} allowed here")
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise CodecFault(Flaw.NOT_UTF8, f"byte {fault.start + 1} is not UTF-8") from None
    _refuse_depth(decoded)  # before json, whose scanner recurses
    try:
        value: Json = _DECODER.decode(decoded)
    except CodecFault:
        raise
    except (ValueError, RecursionError) as fault:
        message = getattr(fault, "msg", "it cannot be read")
        raise CodecFault(Flaw.NOT_JSON, f"this is not JSON: {message}") from None
    _refuse_leaves(value)
    return value


def canonical(value: Json) -> bytes:
    """Return the bytes of `value`: no spaces, keys in the order given, UTF-8.

    Raises:
        CodecFault: a string in it holds half a sign (a lone surrogate).
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise CodecFault(Flaw.LONE_SURROGATE, "a text holds half a sign (a lone surrogate)") from None


def forbidden_sign(text: str) -> str | None:
    """Return the first sign that a sentence of a person may not hold, or None.

    Control signs and line breaks could forge lines on a screen, signs of writing direction could turn
    a sentence round, lone surrogates cannot be written down.

    >>> forbidden_sign("two islands") is None, forbidden_sign("a\u202eb") == "\u202e"
    (True, True)
    """
    for sign in text:
        if sign in _DIRECTIONS or sign in _BREAKS or unicodedata.category(sign) in ("Cc", "Cs"):
            return sign
    return None


def _refuse_depth(text: str) -> None:
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        first = text[match.start()]
        if first in "[{":
            depth += 1
            if depth > DEPTH_LIMIT:
                raise CodecFault(
                    Flaw.TOO_DEEP, f"more than {DEPTH_LIMIT} lists or objects within one another"
                )
        elif first in "]}":
            depth -= 1


def _refuse_leaves(value: object) -> None:
    match value:
        case dict():
            for item in value.values():
                _refuse_leaves(item)
        case list():
            for item in value:
                _refuse_leaves(item)
        case str():
            _refuse_halves(value)
        case None:
            raise CodecFault(Flaw.NULL, "null stands where a value should be")
        case _:
            pass


def _refuse_halves(text: str) -> None:
    if _SURROGATE.search(text):
        raise CodecFault(Flaw.LONE_SURROGATE, "a text holds half a sign (a lone surrogate)")


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result: dict[str, Json] = {}
    for key, value in pairs:
        _refuse_halves(key)
        if key in result:
            raise CodecFault(Flaw.TWO_EQUAL_KEYS, f"the key {key[:40]!r} stands twice in one object")
        result[key] = value
    return result


def _integer(digits: str) -> int:
    # The length first: turning a million digits into a number takes quadratic time.
    if len(digits) > 17 or abs(value := int(digits)) > INTEGER_LIMIT:
        raise CodecFault(Flaw.TOO_LARGE, f"the number {digits[:20]} has too many digits")
    return value


def _fraction(digits: str) -> int:
    raise CodecFault(Flaw.NOT_WHOLE, f"{digits[:20]} is not a whole number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_fraction
)
