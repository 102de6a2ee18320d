"""The signs of an expression, checked before Python's parser sees them.

Only what the language knows is let through, in bounded length and nesting, so that the parser meets neither
deep brackets nor huge numbers nor the forms that it would warn about.
"""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from typing import Final

from game.content.codes import N301, N302, N303, N304, N305, N306, N307, N308
from game.content.diagnostics import Code
from game.content.source import LARGEST_INTEGER

LENGTH_LIMIT: Final = 2_000
DEPTH_LIMIT: Final = 24
TOKENS_LIMIT: Final = 600

_TOKEN = re.compile(
    r"""(?P<space>[ \n\r\t]+)
      | (?P<number>[0-9][0-9A-Za-z_.]*)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<text>'[^'"\\\n\r]*'|"[^'"\\\n\r]*")
      | (?P<foreign>\*\*|<<|>>|:=|->|&&|\|\||<>|===)
      | (?P<sign>==|!=|<=|>=|//|<|>|\+|-|\*|\(|\)|,)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)

_WORDS: Final = frozenset(("and", "or", "not", "in"))
_LITERALS: Final = {"True": "true", "False": "false"}

# What people write from other languages, with the word for it here.
_INSTEAD: Final = {
    "=": "write '==' to compare",
    "===": "write '==' to compare",
    "<>": "write '!='",
    "&&": "write 'and'",
    "&": "write 'and'",
    "||": "write 'or'",
    "|": "write 'or'",
    "!": "write 'not'",
    "/": "write '//', which rounds down",
    "[": "write the list in round brackets",
}
_FOREIGN: Final = frozenset(
    (*_INSTEAD, "**", "<<", ">>", ":=", "->", "]", "{", "}", "%", "^", "~", "@", ":", ".")
)


_JOINING: Final = frozenset(("==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "//", "and", "or", "in"))
_EXAMPLE: Final = "write it as in 'trust >= 3 and agreed(islands)'"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an expression: a code, the stretch of the text, and the values of the sentence."""

    code: Code
    start: int
    end: int
    values: dict[str, object]


def first_fault(text: str) -> Fault | None:
    """Return what keeps `text` from being handed to the parser, None if it may be; never raises."""
    if not text.strip():
        return Fault(N301, 0, max(len(text), 1), {})
    if len(text) > LENGTH_LIMIT:
        return Fault(N302, LENGTH_LIMIT, LENGTH_LIMIT + 1, {"limit": LENGTH_LIMIT})
    opened: list[int] = []
    before = ""  # the kind of token that ends where this one begins
    count = 0
    for token in _TOKEN.finditer(text):
        kind, word = str(token.lastgroup), token.group()
        fault = _fault_of(kind, word, before)
        count += kind != "space"
        if fault is None and count > TOKENS_LIMIT:
            fault = (N306, {"limit": TOKENS_LIMIT})
        if word == "(":
            opened.append(token.start())
            if fault is None and len(opened) > DEPTH_LIMIT:
                fault = (N305, {"limit": DEPTH_LIMIT})
        elif word == ")" and fault is None:
            if not opened:
                help = "take it away, or write the '(' that it belongs to"
                fault = (N304, {"what": "this ')' closes nothing", "help": help})
            else:
                opened.pop()
        if fault is not None:
            return Fault(fault[0], token.start(), token.end(), fault[1])
        if kind == "name" and text[token.end() : token.end() + 1] in ("'", '"'):
            before = "prefix"  # f'...' and the like
        elif kind != "space":
            before = kind
    if opened:
        values: dict[str, object] = {
            "what": "this '(' is never closed",
            "help": "write the ')' that it needs",
        }
        return Fault(N304, opened[-1], opened[-1] + 1, values)
    return None


def misplaced(text: str) -> Fault:
    """Return where the words of `text`, each of them sound, do not follow each other as a sentence does.

    Names, numbers and texts are parted by signs and the words 'and', 'or' and 'in'; where two of a kind meet,
    one of the other kind is missing.
    """
    last, wants_value = "", True
    words = [word for word in _TOKEN.finditer(text) if word.lastgroup != "space"]
    for word, following in zip(words, [*(each.group() for each in words[1:]), ""], strict=True):
        said = word.group()
        joins = said in _JOINING or (said == "not" and following == "in" and not wants_value)
        if wants_value:
            ends = said == "," or (said == ")" and last not in ("(", ","))
            if ends or (joins and said not in "+-" and last != "not"):
                what = f"a name or a number is missing before '{said}'"
                return _misplaced(word, what, f"write it, or take '{said}' away")
        elif not joins and said not in (")", ",", "("):  # brackets after brackets are words of a call
            what = f"nothing joins '{said}' to what stands before it"
            return _misplaced(word, what, "write 'and', 'or', '==' or another sign between them")
        wants_value = joins or said in (",", "(", "not")
        last = said
    if wants_value and last != ",":
        return _misplaced(words[-1], f"it ends with '{last}'", "write what comes after that, or take it away")
    return Fault(N304, 0, len(text), {"what": "its words do not make a sentence", "help": _EXAMPLE})


def _misplaced(word: re.Match[str], what: str, help: str) -> Fault:
    return Fault(N304, word.start(), word.end(), {"what": what, "help": help})


def _fault_of(kind: str, word: str, before: str) -> tuple[Code, dict[str, object]] | None:
    """Return the fault of one token after another of the kind `before`."""
    match kind:
        case "number":
            return _fault_of_number(word)
        case "name" if word in _LITERALS:
            return N308, {"what": word, "help": f"write '{_LITERALS[word]}'"}
        case "name" if keyword.iskeyword(word) and word not in _WORDS:
            return N308, {"what": word, "help": ""}
        case "text" if before == "text":
            return N304, {
                "what": "two texts follow each other",
                "help": "write ',' between them, in round brackets",
            }
        case "text" if before == "prefix":
            return N304, {
                "what": "a text in quotes follows a name",
                "help": "write a sign between them, as '=='",
            }
        case "other" if word in ("'", '"'):
            return N304, {
                "what": "this quote is never closed",
                "help": "write it once more at the end of the text",
            }
        case "foreign" | "other" if word in _FOREIGN:
            return N308, {"what": word, "help": _INSTEAD.get(word, "")}
        case "other":
            return N303, {"sign": f"U+{ord(word):04X}" if not word.isprintable() else f"'{word}'"}
        case _:
            return None


def _fault_of_number(word: str) -> tuple[Code, dict[str, object]] | None:
    if not word.isdigit() or (len(word) > 1 and word[0] == "0"):
        return N307, {"number": word, "why": "is not a whole number", "help": "write digits only, like 12"}
    if len(word) > len(str(LARGEST_INTEGER)) or int(word) > LARGEST_INTEGER:
        return N307, {"number": word, "why": "is too large", "help": ""}
    return None
