"""A game as a table for spreadsheets: one row a position, numbers in columns, moves in words.

A cell of text that a spreadsheet would take for a formula gets an apostrophe before it: scenarios, names of
teams and the words that go with an offer are written by strangers.
"""

import csv
import datetime
import io
import re
import unicodedata

from game.desk.frames import Frame, frames
from game.desk.positions import move_sentence, told_lines, worth
from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.text.catalogue import Catalogue
from game.text.wording import Wording

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell may not begin with, blanks and unseen signs before it or not: with these formulas begin, in
full width too."""

_BLANK = ("Zs", "Zl", "Zp", "Cc", "Cf")  # of these kinds are signs that some program drops from the beginning
_PARTED = re.compile(rf";(?=[{re.escape(''.join(FORMULA))}])")


def game_csv(say: Catalogue, scenario: Scenario, course: Replay, party: int | None) -> bytes:
    """Return the table of a game in UTF-8, its first row the names of the columns.

    Args:
        party: whose seat it is told for, its points the only ones; None for a reader who may know all.
    """
    shown = (0, 1) if party is None else (party,)
    text = io.StringIO()
    rows = csv.writer(text)
    head = [say(f"table.{name}") for name in ("number", "round", "meeting", "date", "author", "move")]
    for each in shown:
        name = scenario.parties[each].name
        for column in ("agreed", "own_offer", "their_offer", "without"):
            head.append(say(f"table.{column}", party=name))
    rows.writerow(map(safe_cell, [*head, say("table.told")]))
    for frame in frames(scenario, course, party):
        rows.writerow([safe_cell(cell) for cell in _row(say, frame, party, shown)])
    return text.getvalue().encode("utf-8")


def safe_cell(cell: str | int) -> str | int:
    """Return a cell that no spreadsheet takes for a formula; numbers are ours and stay numbers.

    A cell that begins with an apostrophe or a blank gets one too, so that what is taken away again is always
    the first sign. Where the comma parts decimals, programs part cells at semicolons: no formula may follow
    one.

    Source: OWASP, "CSV Injection".

    >>> safe_cell("=1+1"), safe_cell(" @x"), safe_cell("a;=1"), safe_cell(-3)
    ("'=1+1", "' @x", 'a; =1', -3)
    """
    if not isinstance(cell, str) or not cell:
        return cell
    kept = _PARTED.sub("; ", cell)
    is_risky = kept.startswith((*FORMULA, "'")) or unicodedata.category(kept[0]) in _BLANK
    return f"'{kept}" if is_risky else kept


def _row(say: Catalogue, frame: Frame, party: int | None, shown: tuple[int, ...]) -> list[str | int]:
    scenario, state = frame.scenario, frame.state
    here = scenario.rounds[state.round]
    meeting = here.slots[state.slot]
    told = told_lines(say, frame, party)
    move = move_sentence(say, frame, party)
    row: list[str | int] = [
        frame.number,
        here.title,
        meeting.label,
        datetime.date.fromordinal(meeting.date).isoformat(),
        "" if frame.author is None else _author(say, frame, frame.author),
        move or (told[0] if told and frame.number else ""),
    ]
    for each in shown:
        found = worth(scenario, state, each)
        own, theirs = found.offers[each], found.offers[1 - each]
        row += [found.agreed, max(own, default=""), max(theirs, default=""), found.without]
    return [*row, " ".join(told)]


def _author(say: Catalogue, frame: Frame, author: int) -> str:
    if author in (0, 1):
        return frame.scenario.parties[author].name
    return Wording(say, frame.scenario, None).who(author)
