"""A page read again: every number, sign and statement on it is held against the saves that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from game.report.recount import Recount, Untold
from game.report.tables import Table
from game.text.catalogue import Catalogue

_WHOLE = ("possible", "frontier")
"""Begin the meanings of points that are held against the saves all together: none too many, none left out."""

_EMPTY = frozenset({"meta", "br", "hr", "link"})


@dataclass
class Piece:
    """An element that says what it rests on."""

    given: dict[str, str]
    inside: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.inside).strip()


class _Pieces(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Piece] = []
        self._open: list[tuple[str, Piece]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        piece = Piece({key: value or "" for key, value in attrs})
        if any(key.startswith("data-") for key in piece.given):
            self.found.append(piece)
        if tag not in _EMPTY:
            self._open.append((tag, piece))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, _ = self._open.pop()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        for _, piece in self._open:
            piece.inside.append(data)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check."""

    numbers: int
    statements: int
    mismatches: tuple[str, ...]


def check(say: Catalogue, page: str, tables: Iterable[Table]) -> Checked:
    """Return how many numbers and statements a page makes, and which are not so.

    Args:
        tables: the tables of the folder as it is now; the page names its own by their hashes.
    """
    reader = _Pieces()
    reader.feed(page)
    reader.close()
    by_digest = {table.digest: table for table in tables}
    named: dict[str, Table] = {}
    wrong: list[str] = []
    for piece in reader.found:
        if "data-record" in piece.given:
            key = piece.given["data-record"]
            table = by_digest.get(piece.given.get("data-digest", ""))
            if table is None:
                wrong.append(say("report.check.no_save", table=key))
            else:
                named[key] = table
    again = Recount(named)
    numbers = statements = 0
    groups: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for piece in reader.found:
        of, rests = piece.given.get("data-of"), piece.given.get("data-rests", "")
        numbers += of is not None
        statements += of is None and "data-rests" in piece.given
        try:
            wrong += _wrong(say, again, piece)
        except (Untold, ValueError, KeyError, IndexError) as fault:
            wrong.append(
                say("report.check.untold", what=of or piece.given.get("data-claim", rests), why=fault)
            )
        at = _at(piece)
        if at is not None and of is not None and of.startswith(_WHOLE):
            groups.setdefault((of, rests), set()).add(at)
    for (of, rests), shown in groups.items():
        if shown != again.place(of, rests):
            wrong.append(say("report.check.points", of=of))
    return Checked(numbers, statements, tuple(wrong))


def _wrong(say: Catalogue, again: Recount, piece: Piece) -> Iterator[str]:
    of, rests = piece.given.get("data-of"), piece.given.get("data-rests", "")
    again.rests(rests)
    claimed = piece.given.get("data-claim")
    if claimed is not None and not again.claim(claimed, rests):
        yield say("report.check.claim", claim=claimed, rests=rests)
    if of is None:
        return
    at = _at(piece)
    if at is not None:
        if not of.startswith(_WHOLE) and at not in again.place(of, rests):
            yield say("report.check.place", of=of, rests=rests, at=piece.given["data-at"])
        return
    number = again.number(of, rests)
    if piece.text != str(number) or piece.given.get("value", str(number)) != str(number):
        yield say("report.check.number", of=of, rests=rests, shown=piece.text, reckoned=number)


def _at(piece: Piece) -> tuple[int, int] | None:
    if "data-at" not in piece.given:
        return None
    x, y = piece.given["data-at"].split()
    return (int(x), int(y))
