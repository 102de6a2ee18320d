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

N101 = Code("N101", _ERROR, "unknown field '{field}' in {what}", help="did you mean '{closest}'?")
N102 = Code("N102", _ERROR, "{what} has no '{field}'", help="add '{field}:'")
N103 = Code("N103", _ERROR, "{what} must be {expected}, not {found}")
N104 = Code("N104", _ERROR, "'{field}' is a whole number, not '{value}'")
N105 = Code("N105", _ERROR, "'{field}' is {value}; it must lie within {range}")
N106 = Code("N106", _ERROR, "'{field}' is yes or no, not '{value}'")
N107 = Code("N107", _ERROR, "'{value}' is not a date", help="write year-month-day, as in 1956-10-19")
N108 = Code(
    "N108",
    _ERROR,
    "'{value}' cannot be an id",
    help="small letters, digits and '_', a letter first: '{closest}'",
)
N109 = Code(
    "N109", _ERROR, "'{value}' is none of the values of '{field}': {known}", help="did you mean '{closest}'?"
)
N110 = Code("N110", _ERROR, "'{field}' is empty in {what}", help="write '{help}: ~' or nothing at all")
N111 = Code("N111", _ERROR, "'{field}' has {count} signs, more than the {limit} allowed", help="shorten it")
N112 = Code("N112", _ERROR, "'{field}' has {count} entries; it must have {expected}")
N113 = Code(
    "N113",
    _ERROR,
    "'{field}' and '{other}' stand together in {what}; only one may",
    help="delete one of them",
)
N114 = Code("N114", _ERROR, "'{verb}' is no effect", help="did you mean '{closest}'?")
N115 = Code("N115", _ERROR, "{what} has exactly one of {known}; this one has {count}", help="{help}")
N116 = Code(
    "N116",
    _ERROR,
    "a step has exactly one party as a field; this one has {count}",
    help="begin with one of {known}",
)
N117 = Code("N117", _ERROR, "the scenario has no '{section}' section", help="add '{section}:'")
N118 = Code(
    "N118",
    _ERROR,
    "format {value} is not known; this version reads format {known}",
    help="write 'format: {known}'; what was made for a later format needs a later version of the game",
)
N119 = Code("N119", _ERROR, "'{field}' is {value}, but {reason}")

# N2xx - names and references ----------------------------------------------------------------------------

N201 = Code("N201", _ERROR, "no {kind} is called '{name}'", help="did you mean '{closest}'?")
N202 = Code("N202", _ERROR, "'{name}' is the id of two {kind}s", help="the first one is at {first}")
N203 = Code("N203", _ERROR, "there must be exactly two parties, not {count}")
N204 = Code(
    "N204", _ERROR, "the scenario is called '{id}' but its folder '{folder}'", help="call both '{folder}'"
)
N205 = Code(
    "N205",
    _ERROR,
    "'{name}' names two things that an expression could not tell apart",
    help="rename one of them",
)
N206 = Code("N206", _ERROR, "'{value}' is a word of the language of expressions and cannot be an id")
N207 = Code(
    "N207",
    _ERROR,
    "'{name}' cannot sit here: its own chair changes hands",
    help="name one that has numbers of its own",
)
N208 = Code(
    "N208",
    _ERROR,
    "'{name}' cannot sit here: its chair is another one",
    help="name one of the same 'party:', or one without",
)
N209 = Code(
    "N209",
    _ERROR,
    "the round '{round}' does not come after the one above it",
    help="list the seats in the order of the rounds",
)

# N3xx - expressions -------------------------------------------------------------------------------------

N301 = Code("N301", _ERROR, "an expression is wanted and nothing is written")
N302 = Code("N302", _ERROR, "the expression has more than {limit} signs")
N303 = Code(
    "N303",
    _ERROR,
    "the sign {sign} is not part of an expression",
    help="use plain ASCII letters, digits and signs",
)
N304 = Code("N304", _ERROR, "the expression cannot be read here: {what}", help="{help}")
N305 = Code("N305", _ERROR, "the expression is nested more than {limit} levels deep")
N306 = Code("N306", _ERROR, "the expression has more than {limit} parts", help="split it into several")
N307 = Code("N307", _ERROR, "the number {number} {why}", help="{help}")
N308 = Code("N308", _ERROR, "'{what}' is not part of the language of expressions", help="{help}")
N309 = Code("N309", _ERROR, "nothing is called '{name}'", help="did you mean '{closest}'?")
N310 = Code(
    "N310",
    _ERROR,
    "a condition is wanted here; '{what}' is an amount",
    help="compare it, as in '{what} >= 5'",
)
N311 = Code("N311", _ERROR, "an amount is wanted here; '{what}' is true or false")
N312 = Code("N312", _ERROR, "a text in quotes may stand only in days_since and days_until", help="{help}")
N313 = Code("N313", _ERROR, "there is no function '{name}'", help="did you mean '{closest}'?")
N314 = Code("N314", _ERROR, "'{name}' is given {wanted}", help="{help}")
N315 = Code("N315", _ERROR, "no {kind} is called '{name}'", help="did you mean '{closest}'?")
N316 = Code("N316", _ERROR, "the {kind} '{owner}' has no {part} '{name}'", help="did you mean '{closest}'?")
N317 = Code("N317", _ERROR, "the options of '{issue}' have no order", help="use '==', '!=' or 'in'")
N318 = Code(
    "N318", _ERROR, "'{what}' is true or false and needs no comparison", help="write '{what}' or 'not {what}'"
)
N319 = Code("N319", _ERROR, "the divisor must be a whole number above 0, written out")
N320 = Code("N320", _ERROR, "'{text}' is not a date", help="write it like '1956-10-19'")
N321 = Code("N321", _ERROR, "'{name}' may not be read here: {why}")
N322 = Code("N322", _ERROR, "'{name}' may not be read here: {party} does not see it")
N323 = Code("N323", _ERROR, "only amounts may be compared in a row", help="join two comparisons with 'and'")
N324 = Code("N324", _ERROR, "'{name}' must be compared", help="as in '{name} == {example}'")
N325 = Code(
    "N325",
    _ERROR,
    "'in' stands between an issue and a list of its options",
    help="as in 'issue in (one_option, another)'",
)
N327 = Code("N327", _ERROR, "'{name}' must stand on the left of the comparison")
N328 = Code("N328", _ERROR, "'offered' may not stand inside 'offered'")
N329 = Code("N329", _ERROR, "the name of the {kind} must stand here")

# N4xx - rounds and their machine ------------------------------------------------------------------------

N401 = Code("N401", _ERROR, "no round may be called 'end'", help="that word is where the talks are over")
N402 = Code(
    "N402",
    _ERROR,
    "the round '{round}' has no way out on '{trigger}'",
    help="add '{trigger}: [{{to: end}}]' to 'exits'",
)
N403 = Code(
    "N403",
    _ERROR,
    "no way is left where none of these conditions holds",
    help="add '{{otherwise: end}}' as the last",
)
N404 = Code("N404", _WARNING, "this way is never taken: {reason}", help="move it up or delete it")
N405 = Code(
    "N405", _WARNING, "no way leads to the round '{round}'", help="name it in an exit of an earlier round"
)
N406 = Code(
    "N406",
    _ERROR,
    "the round '{round}' leads back to '{target}'",
    help="time runs on: lead to a later round or to the end",
)
N407 = Code("N407", _WARNING, "a round of the kind '{kind}' never ends with '{trigger}'", help="delete it")
N421 = Code(
    "N421",
    _ERROR,
    "nothing stands agreed on and off the agenda at once: '{issue}' does",
    help="take it off 'agenda' or out of 'agreed'",
)
N422 = Code(
    "N422",
    _ERROR,
    "meeting '{slot}' is dated before the one above it",
    help="meetings run in the order of time",
)
N423 = Code(
    "N423",
    _ERROR,
    "nothing can be signed without '{issue}', which is on no agenda and not agreed at the opening",
    help="put it on an agenda, or into 'agreed' of the opening",
)

# N5xx - the sense of the model --------------------------------------------------------------------------

N501 = Code(
    "N501",
    _ERROR,
    "no ending is certain after '{trigger}', which can end the talks",
    help="end with an ending 'after: [{trigger}]' without 'when:'",
)
N502 = Code("N502", _WARNING, "the ending '{ending}' can never be taken: {reason}")
N503 = Code(
    "N503",
    _ERROR,
    "no choice of '{decision}' is always open",
    help="let one have neither 'when:' nor 'runs:', or 'runs: {{hold: yes}}'",
)
N505 = Code(
    "N505", _ERROR, "this changes {target}, which {party} sees, by way of {name}, which {party} does not"
)
N506 = Code(
    "N506",
    _ERROR,
    "the back-room action '{action}' changes {target}, which the other side sees",
    help="add a 'footprint:' that says what they notice",
)
N507 = Code("N507", _ERROR, "the odds of '{event}' sum to {sum}, not 100")
N508 = Code("N508", _WARNING, "nobody can ever agree to '{option}': both mandates say never")
N509 = Code("N509", _WARNING, "neither party has points on '{issue}'", help="give it points, or leave it out")
N510 = Code("N510", _WARNING, "'{word}' is contested; this text should be neutral", help="{note}")
N511 = Code(
    "N511",
    _WARNING,
    "nothing ever puts the decision '{decision}'",
    help="give it 'when:', or an effect 'put: {decision}'",
)
N512 = Code(
    "N512",
    _WARNING,
    "nothing ever fires the event '{event}'",
    help="give it 'when:', an effect 'schedule: {event}', or 'inject: yes' if it is kept for an instructor",
)
N513 = Code("N513", _WARNING, "no package within both mandates ever reaches both reservation values")
N514 = Code(
    "N514",
    _WARNING,  # it can be played, and `history` says which article is no longer the same
    "article {number} under the options of history does not give the official text",
    help="from '{found}' on it should go '{expected}'",
)
N515 = Code(
    "N515",
    _ERROR,
    "'{option}' has its words {place}, but no '{field}'",
    help="add '{field}:' or change 'in:'",
)
N516 = Code("N516", _WARNING, "'{option}' is history's, and what it needs is not: {sentence}")
N517 = Code(
    "N517",
    _WARNING,
    "by their points the options of '{issue}' do not run from the ideal of '{first}' to that of '{second}'",
    help="put them in that order, or write 'ordered: no'",
)
N518 = Code(
    "N518",
    _ERROR,
    "the support of '{owner}' depends on that of '{name}', which does not stand before it",
    help="put '{name}' further up, so that support never turns in a circle",
)
N519 = Code(
    "N519",
    _ERROR,
    "'{event}' is left to chance and repeats: while its condition holds it would be drawn without end",
    help="write one event for each time",
)
N520 = Code(
    "N520",
    _ERROR,
    "the home of '{party}' can never carry: it needs {quorum} votes and has {votes}",
    help="lower its 'quorum:', or give its constituencies votes",
)

# N52x to N54x - what no course of play can come to, or what nobody would want ----------------------------

N521 = Code("N521", _WARNING, "the round '{round}' is never entered: {reason}")
N522 = Code("N522", _WARNING, "the decision '{decision}' is never put: {reason}")
N523 = Code("N523", _WARNING, "the option '{option}' can stand in no text: {reason}")
N524 = Code("N524", _WARNING, "the action '{action}' can never be taken: {reason}")
N525 = Code("N525", _WARNING, "the event '{event}' never happens: {reason}")
N526 = Code("N526", _WARNING, "the choice '{choice}' is never open: {reason}")
N527 = Code(
    "N527", _WARNING, "this condition never fails: {follows}", help="leave it out, or write what was meant"
)
N528 = Code(
    "N528", _WARNING, "this condition never holds: {follows}", help="write what was meant, or leave it out"
)
N529 = Code(
    "N529", _WARNING, "the issue '{issue}' is never on the table", help="put it on the agenda of a round"
)
N530 = Code(
    "N530",
    _WARNING,
    "in the round '{round}' both sides can only hold: nothing can be offered, agreed, signed or done there",
    help="put an issue on its agenda, or let its meetings have no exchanges",
)
N531 = Code("N531", _WARNING, "in the round '{round}' the two sides can never both sign: {reason}")
N532 = Code(
    "N532",
    _WARNING,
    "the home of '{party}' would carry no text, even if each of its constituencies thought its best of it",
    help="look at 'start:', 'carries_at:' and the terms of its constituencies",
)
N533 = Code("N533", _WARNING, "no text is one that both homes would carry, whatever happens")
N534 = Code(
    "N534",
    _WARNING,
    "nobody would choose '{option}': '{other}' is as good for both sides and at home, or better",
    help="let '{option}' be worth more to one of them, or leave it out",
)
N535 = Code("N535", _WARNING, "the order '{order}' forbids nothing: {reason}")
N536 = Code(
    "N536",
    _WARNING,
    "in no round may both sides sign",
    help="write 'signs: full' or 'signs: ad_referendum' for both delegations of a round",
)
N537 = Code("N537", _WARNING, "nothing ever sends '{delegate}'", help="add an effect 'appoint: {delegate}'")
N538 = Code(
    "N538",
    _HINT,
    "no action cites '{document}', so that its weight counts for nothing",
    help="add an action of 'kind: cite', or leave out 'weight:'",
)
N539 = Code("N539", _HINT, "nothing ever changes '{name}'", help="add an effect '{verb}: {name}'")
N540 = Code(
    "N540",
    _WARNING,
    "the round opens '{issue}' again, which is not on its agenda and on none after it",
    help="put it on 'agenda:' too",
)

# N6xx - citations ---------------------------------------------------------------------------------------

N601 = Code(
    "N601",
    _ERROR,
    "a number without a reason in {what}",
    help="add 'source:' or 'assumption:' here or above",
)
N602 = Code(
    "N602",
    _WARNING,
    "this sentence is the reason of {count} numbers, more than {limit}",
    help="give the numbers below it reasons of their own",
)
N603 = Code("N603", _ERROR, "no source has the code '{name}'", help="did you mean '{closest}'?")
N604 = Code(
    "N604",
    _WARNING,
    "the option '{option}' has no evidence and is not marked hypothetical",
    help="add 'evidence:' or 'hypothetical: yes'",
)

# N7xx - history and calibration -------------------------------------------------------------------------

N701 = Code("N701", _ERROR, "step {step} of '{line}' is refused: {why}")
N702 = Code("N702", _ERROR, "'{line}' does not end: its last step leaves {whose} to move")
N703 = Code("N703", _ERROR, "'{line}' does not end with the real declaration: article {article} is {verdict}")
N704 = Code("N704", _ERROR, "the numbers break this fact: {found}")
N705 = Code("N705", _WARNING, "the numbers break this disputed fact: {found}")
N706 = Code("N706", _ERROR, "the fact cannot be judged: the line '{line}' never reaches '{slot}'")
N707 = Code(
    "N707",
    _ERROR,
    "no package of this fact holds together: each has an option whose needs fail",
    help="leave under 'whatever' only what the options of the package can stand beside",
)
N708 = Code("N708", _ERROR, "'{line}' ends in '{ending}', which is marked as counterfactual")

# N8xx - libraries and scenarios -----------------------------------------------------------------------
N801 = Code(
    "N801",
    _ERROR,
    "'{name}' cannot be included: only a library folder '_name' or a file of it, '_name/file', can",
    help="it must lie in the scenarios folder",
)
N802 = Code("N802", _ERROR, "there is no library called '{name}'", help="did you mean '{closest}'?")
N803 = Code(
    "N803", _ERROR, "the section '{section}' is written in two files", help="the first one is at {first}"
)
N804 = Code(
    "N804", _ERROR, "a library cannot include another", help="name both in the scenario's own 'include:'"
)
N805 = Code("N805", _ERROR, "there is no scenario called '{name}'", help="did you mean '{closest}'?")

N806 = Code(
    "N806",
    _ERROR,
    "this scenario is made of more than {limit} files",
    help="put the sections of several small library files into one",
)

# N9xx - the author's texts, and what an author says of the checks themselves ----------------------------

N901 = Code("N901", _ERROR, "no check has the code '{name}'", help="did you mean '{closest}'?")
N902 = Code(
    "N902", _ERROR, "{code} cannot be silenced: only warnings and hints can", help="mend what it tells of"
)
N903 = Code("N903", _WARNING, "there is nothing to silence here: no {code} is found", help="delete it")
N904 = Code(
    "N904",
    _WARNING,
    "{party} may read {words} words and decide {decisions} times, about {needed} minutes; {said} are given",
    help="see 'check --reading': write at least {least}, or shorten what is read",
)
N905 = Code(
    "N905",
    _WARNING,
    "this paper has {count} words, more than {limit}",
    help="shorten it, or put what is looked up later into documents",
)
N906 = Code(
    "N906",
    _WARNING,
    "a paragraph of {count} words begins here; a screen holds {limit}",
    help="part it with a blank line",
)
N907 = Code(
    "N907",
    _WARNING,
    "'{field}' has {count} signs; there is room for {limit} in {place}",
    help="shorten it; what it means can stand in a note",
)
N908 = Code(
    "N908",
    _WARNING,
    "no face has the sign {sign} ({name}, {point})",
    help="write it otherwise; a box would be drawn for it",
)
N910 = Code(
    "N910",
    _WARNING,
    "{what} is called {label} and has no source",
    help="add 'source:', or write 'label: invented'",
)
N911 = Code(
    "N911",
    _WARNING,
    "{what} is told as a fact, and nothing says how it is known",
    help="add 'source:', or 'assumption:' for what is made up",
)
N912 = Code(
    "N912",
    _WARNING,
    "{what} has neither a source nor a note",
    help="add 'source:', or 'note:' with what is filled in",
)
N913 = Code("N913", _WARNING, "no source has the code '{name}'", help="did you mean '{closest}'?")

# N92x - translations --------------------------------------------------------------------------------

N920 = Code(
    "N920",
    _WARNING,
    "'{name}' is the name of no language, so nobody reads this translation",
    help="call it after its language, as in 'de.yaml' or 'pt-BR.yaml'",
)
N921 = Code(
    "N921",
    _WARNING,
    "'{key}' is not translated into '{language}'{more}",
    help="write the translation after 'to:'; 'i18n extract' lists what is missing",
)
N922 = Code(
    "N922",
    _WARNING,
    "this translates a text that is no more: '{key}'",
    help="let 'i18n extract' put it by, or delete it",
)
N923 = Code(
    "N923",
    _WARNING,
    "the text has changed since it was translated; it was: {was}",
    help="change 'to:' as needed and delete 'was:', which 'i18n extract' writes beside the new words",
)
N924 = Code(
    "N924",
    _WARNING,
    "the translation does not have the same marks as the text: {marks}",
    help="carry over as it is what stands in braces or where a link leads",
)
N926 = Code(
    "N926", _WARNING, "the translation has {count} signs; there is place for {limit}", help="say it in less"
)
N927 = Code(
    "N927",
    _WARNING,
    "the instrument is translated in part, so that it stays as it is: '{key}' is missing",
    help="translate all of its words, or write 'instrument: no'",
)

# N93x - plans ---------------------------------------------------------------------------------------

N930 = Code("N930", _ERROR, "no line of a plan begins with '{word}'", help="did you mean '{closest}'?")
N931 = Code("N931", _ERROR, "the line ends too soon: {wanted} is missing", help="write: {usage}")
N932 = Code("N932", _ERROR, "'{word}' cannot stand here", help="write: {usage}")
N933 = Code(
    "N933",
    _ERROR,
    "the move is refused, and the plan stops here: {why}",
    help="if it must be, add below it: expect refused {code}",
)
N934 = Code("N934", _ERROR, "expected {expected}, but {found}")
N935 = Code(
    "N935",
    _WARNING,
    "'{event}' does not happen by chance after this line",
    help="write the line above the move that leads to it",
)
N936 = Code(
    "N936",
    _WARNING,
    "this plan expects nothing",
    help="add what must come of it, as in: expect ending {ending}",
)
N937 = Code("N937", _ERROR, "{what} has more than {limit} {things}")
N938 = Code(
    "N938",
    _ERROR,
    "the line does not say whose move this is",
    help="begin it with {known}, or write 'play' above",
)
N939 = Code(
    "N939",
    _ERROR,
    "a refusal is expected of the move in the line above, and there is none",
    help="write the move, and below it: expect refused CODE",
)

# N94x - class files ---------------------------------------------------------------------------------

N940 = Code(
    "N940",
    _ERROR,
    "this is a scenario and no class file",
    help="play it with 'play', or write a class file that names it",
)
N941 = Code(
    "N941",
    _ERROR,
    "the scenario '{name}' has errors and cannot be played",
    help="see them with: check {name}",
)

ALL: Final[dict[str, Code]] = {code.id: code for code in tuple(globals().values()) if isinstance(code, Code)}
"""Every code by its number."""
