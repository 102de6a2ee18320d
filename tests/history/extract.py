"""Draws the dated events out of a dossier of the record, with how sure each is.

`python tests/history/extract.py FILE` writes dossier_dates.csv beside itself: date in words, label, and the
codes of the sources. What happened is left out: the timeline tells it in words of its own, and a
test compares the rest.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "dossier_dates.csv"
EN_DASH: Final = "\u2013"
LABELS: Final = ("attested", "disputed", "memoir only", "single source", "inference", "UNCONFIRMED")
_MONTHS: Final = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Aug": "August",
    "Sept": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
_ADDRESS: Final = re.compile(r"https?://[^\s|;,)]+")
_PAPER: Final = re.compile(r"[a-z0-9-]+\.txt")
_CODED: Final = re.compile(r"\| ([A-Z][\w-]*) \|")


def main(path: str) -> None:
    """Write the table of the dossier at `path`."""
    rows = sorted(set(extracted(Path(path).read_text("utf-8"))), key=lambda row: row[0])
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("date", "label", "codes"))
        writer.writerows(rows)


def extracted(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield date, label and codes of each row of the timeline; a row with no label of ours is passed over."""
    known = dict(_codes(text))
    chapter = text.split("## 1. Timeline", 1)[1].split("\n## ", 1)[0]
    for line in chapter.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) not in (4, 5) or cells[0] in ("Date", "---"):
            continue
        source, status = cells[-2], cells[-1]
        label = next((label for label in LABELS if status.startswith(label)), None)
        if label is not None:
            codes = {known[found] for found in _places(source) if found in known}
            yield in_words(cells[0]), label, " ".join(sorted(codes))


def in_words(date: str) -> str:
    r"""Return a date with its months written out and a plain hyphen.

    >>> in_words("8\u201313 Sept 1955")
    '8-13 September 1955'
    """
    months = r"\b(" + "|".join(_MONTHS) + r")\b"
    return re.sub(months, lambda found: _MONTHS[found.group()], date).replace(EN_DASH, "-")


def _codes(text: str) -> Iterator[tuple[str, str]]:
    """Yield each address and each paper of the list of sources, with its code."""
    for line in text.split("## 9. Sources", 1)[1].splitlines():
        code = _CODED.match(line)
        if code:
            yield from ((place, code.group(1)) for place in _places(line))


def _places(text: str) -> list[str]:
    return [place.rstrip(".)") for place in _ADDRESS.findall(text)] + _PAPER.findall(text)


if __name__ == "__main__":
    main(sys.argv[1])
