"""Target `translations`: a translator's file is read, told what is wrong with it, and written as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.content.diagnostics import Report
from game.content.source import Source, decoded
from game.content.translation import read_translation
from game.content.translation_file import written
from tests.fuzz.target import Target, hold, sound

ROOT = Path(__file__).parents[2]
NAME = "two-towns/i18n/de.yaml"

WORDS = (
    *(
        "format: 1\n",
        "instrument: no\n",
        "texts:\n",
        "unused:\n",
        "from: ",
        "to: ",
        "was: ",
        "note: ",
        "  - key: ",
    ),
    *(
        ">-\n",
        "|\n",
        "|2-\n",
        '"',
        "'",
        "{n}",
        "](document:x)",
        "\\n",
        "\\u202e",
        ": ",
        "# ",
        "[]",
        "{}",
        "~",
        "\t",
    ),
)


def run(data: bytes) -> None:
    """Read a translation, write it, and read it again."""
    report = Report()
    source = decoded(NAME, data, report)
    text = data.decode("utf-8", errors="replace") if source is None else source.text
    found = None if source is None else read_translation(source, report)
    hold(found is not None or report.has_errors, "a translation that is none has a reason")
    sound(report, {NAME: text})
    if found is None or report.has_errors:
        return
    again = Report()
    back = read_translation(Source(NAME, written(found, "Head.", {})), again)
    hold(not again.has_errors, f"what is written cannot be read: {again.codes()}")
    hold(back == found, "what is written reads otherwise")


def seeds() -> Mapping[str, bytes]:
    """Return the shipped translations, cut to pieces that stand for themselves."""
    found = {}
    for file in sorted(ROOT.glob("scenarios/*/i18n/*.yaml")):
        head, _, texts = file.read_text("utf-8").partition("texts:\n")
        lines = texts.split("\n")
        for at in range(0, min(len(lines), 400), 40):
            first = next(
                (n for n in range(at, len(lines)) if lines[n].startswith("  ") and lines[n][2:3] != " "), at
            )
            piece = "\n".join(lines[first : first + 40])
            found[f"{file.parent.parent.name}-{at}"] = f"{head}texts:\n{piece}\n".encode()
    return found


TARGET = Target("translations", run, seeds, WORDS, usual=4_000, largest=1 << 16, lines=(20_000, 120))
