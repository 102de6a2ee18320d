"""Says in words an author understands what the YAML parser did not."""

from __future__ import annotations

from typing import Any

import yaml

from game.content.codes import N006, N013, N018, N019, N020, N021, N022, N023
from game.content.diagnostics import Place, Report, Text

_NEVER_CLOSED = {"'": "quoted text", '"': "quoted text", "[": "list", "{": "mapping"}
_CLOSING = {"[": "]", "{": "}"}
_CANNOT_BEGIN = {"@": "an at sign", "`": "a backtick", "%": "a percent sign"}


def report_syntax(error: yaml.YAMLError, source: Text, report: Report) -> None:
    """Report what made the parser stop, at the place where it stopped or where the open sign stands.

    Agrees with the wording of PyYAML and of libyaml, which differ; an unknown wording is repeated.
    """
    raised: Any = error
    mark = getattr(raised, "problem_mark", None) or getattr(raised, "context_mark", None)
    if mark is None:  # the reader's own complaint about a sign
        report.add(N006, Place(source.name), sign="that stands somewhere in this file")
        return
    problem = str(getattr(raised, "problem", None) or "it cannot be read")
    context_mark = getattr(raised, "context_mark", None)
    place, line = _at(mark, source), source.line(mark.line + 1)
    opened = _open_sign(context_mark, source)
    if "tab" in problem or "\t" in line[: mark.column + 1]:
        tab = line.find("\t") + 1
        report.add(N018, Place(source.name, mark.line + 1, tab, tab + 1) if tab else place)
    elif "tag" in problem:
        report.add(N013, place, text="")
    elif "cannot start any token" in problem and line[mark.column : mark.column + 1] in _CANNOT_BEGIN:
        report.add(N023, place, sign=_CANNOT_BEGIN[line[mark.column]])
    elif "mapping values are not allowed" in problem:
        report.add(N019, place)
    elif opened and ("end of stream" in problem or "expected ',' or" in problem or "document" in problem):
        report.add(
            N020, _at(context_mark, source), what=_NEVER_CLOSED[opened], sign=_CLOSING.get(opened, opened)
        )
    elif "expected ':'" in problem and context_mark is not None:
        report.add(N021, _at(context_mark, source))
    elif any(
        words in problem
        for words in ("expected key", "block end", "'-' indicator", "entries are not allowed")
    ):
        report.add(N021, place)
    else:
        report.add(N022, place, problem=problem)


def _at(mark: Any, source: Text) -> Place:
    """Return the place of a parser's mark; at the end of the file, of the last line that says anything."""
    line, column = mark.line + 1, mark.column + 1
    while line > 1 and not source.line(line).strip():
        line -= 1
        column = len(source.line(line).rstrip()) or 1
    return Place(source.name, line, column, column + 1)


def _open_sign(mark: Any, source: Text) -> str:
    """Return the quote or bracket at a parser's mark, "" for none."""
    sign = source.line(mark.line + 1)[mark.column : mark.column + 1] if mark is not None else ""
    return sign if sign in _NEVER_CLOSED else ""
