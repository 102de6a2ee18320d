"""Every kind of fault an author's file can have, each declared once: number, severity, sentence, help.

A sentence says what is wrong with this file; a help says what to do. Each code has an example file under
`tests/content/bad/`.
"""

from typing import Final

from game.content.diagnostics import Code, Severity

_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

# N0xx - the file itself: reading it, its signs, its YAML ------------------------------------------------

N001 = Code("N001", _ERROR, "there is no such file", help="did you mean '{closest}'?")
N002 = Code("N002", _ERROR, "this is not a file that can be read as text", help="{what}")
N003 = Code("N003", _ERROR, "the file cannot be read: {reason}")
N004 = Code(
    "N004", _ERROR, "the file is too large: more than {limit} bytes", help="split it and use 'include:'"
)
N005 = Code("N005", _ERROR, "the file is not UTF-8 text", help="save it again with the encoding UTF-8")
N006 = Code(
    "N006", _ERROR, "the sign {sign} is not allowed in a scenario", help="delete it; it cannot be seen"
)
N007 = Code("N007", _ERROR, "the line has more than {limit} signs", help="break the line")
N008 = Code("N008", _ERROR, "this is nested more than {limit} levels deep")
N009 = Code("N009", _ERROR, "the file has more than {limit} parts", help="split it and use 'include:'")
N010 = Code("N010", _ERROR, "this text has more than {limit} signs")
N011 = Code(
    "N011", _ERROR, "a second document begins here", help="one file holds one document; delete the '---'"
)
N012 = Code(
    "N012",
    _ERROR,
    "anchors and aliases are not allowed",
    help="write the value out, or put '{text}' in quotes",
)
N013 = Code("N013", _ERROR, "tags are not allowed", help="put '{text}' in quotes if it is text")
N014 = Code("N014", _ERROR, "merge keys are not allowed", help="write the fields out")
N015 = Code("N015", _ERROR, "'{name}' is written twice in one place", help="the first one is in line {line}")
N016 = Code("N016", _ERROR, "a field's name must be one word or short text")
N017 = Code("N017", _ERROR, "the file is empty", help="it should begin with 'format: 1'")
N018 = Code("N018", _ERROR, "a tab stands where only spaces may", help="indent with spaces")
N019 = Code("N019", _ERROR, "a second ': ' stands in this line", help="put the text in quotes")
N020 = Code("N020", _ERROR, "this {what} is never closed", help="close it with {sign}")
N021 = Code(
    "N021",
    _ERROR,
    "the line does not fit what stands above it",
    help="is the indentation right, and is there a ':' after the name?",
)
N022 = Code("N022", _ERROR, "this is not valid YAML: {problem}")
N023 = Code("N023", _ERROR, "a text cannot begin with {sign}", help="put the text in quotes")

# N1xx - fields and their types --------------------------------------------------------------------------

# N2xx - names and references ----------------------------------------------------------------------------

# N3xx - expressions -------------------------------------------------------------------------------------

# N4xx - rounds and their machine ------------------------------------------------------------------------

# N5xx - the sense of the model --------------------------------------------------------------------------

# N6xx - citations ---------------------------------------------------------------------------------------

# N7xx - history and calibration -------------------------------------------------------------------------

ALL: Final[dict[str, Code]] = {code.id: code for code in tuple(globals().values()) if isinstance(code, Code)}
"""Every code by its number."""
