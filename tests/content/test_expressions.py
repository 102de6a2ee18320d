"""Conditions and amounts are checked before play: names, types, hostile forms, visibility."""

import ast
import datetime
import operator
import sys
import warnings
from types import SimpleNamespace

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from game.content.diagnostics import Place, Report
from game.content.expressions import (
    NODES_LIMIT,
    condition,
    hidden_uses,
    report_hidden,
    report_unordered,
)
from game.content.source import ScalarNode
from game.content.tokens import LENGTH_LIMIT, first_fault, misplaced
from game.content.vocabulary import FUNCTIONS, RESERVED, Context, Kind, ambiguous
from game.rules.expressions import nodes
from tests.content.wording import DAYS, NAMES, moment, read_amount, read_condition


def fault(text, context=Context.TALKS, read=read_condition):
    """The code of the one fault and the word that is marked."""
    parsed, report = read(text, context)
    assert parsed is None
    (found,) = report
    line = f"when: {text}"
    return found.code.id, line[found.place.column - 1 : found.place.end - 1]


@pytest.mark.parametrize(
    ("text", "marked", "help"),
    [
        ("trust hurry", "hurry", "write 'and', 'or', '==' or another sign between them"),
        ("agreed(islands) trust > 3", "trust", "write 'and', 'or', '==' or another sign between them"),
        ("trust > 3 not hurry > 2", "not", "write 'and', 'or', '==' or another sign between them"),
        ("trust >", ">", "write what comes after that, or take it away"),
        ("trust > 3 and", "and", "write what comes after that, or take it away"),
        ("trust > > 3", ">", "write it, or take '>' away"),
        ("and trust > 3", "and", "write it, or take 'and' away"),
        ("(trust > ) and hurry > 2", ")", "write it, or take ')' away"),
        ("trust == not hurry", "trust == not hurry", "write it as in 'trust >= 3 and agreed(islands)'"),
        ("(trust > 5", "(", "write the ')' that it needs"),
        ("trust > 5)", ")", "take it away, or write the '(' that it belongs to"),
        ("trust > 'x", "'", "write it once more at the end of the text"),
    ],
)
def test_words_that_make_no_sentence_are_marked_with_what_may_help(text: str, marked: str, help: str) -> None:
    parsed, report = read_condition(text)
    assert parsed is None
    (found,) = report
    assert found.code.id == "N304"
    assert f"when: {text}"[found.place.column - 1 : found.place.end - 1] == marked
    assert found.suggestion == help


@example(["(", ")", "(", ")"])
@given(st.lists(st.sampled_from(["trust", "3", "'a'", "and", "not", "in", "==", "-", "+", "(", ")", ","])))
def test_what_makes_a_sentence_is_not_said_to_be_misplaced(words: list[str]) -> None:
    text = " ".join(["trust", *words])
    assume(first_fault(text) is None)  # else the parser is not asked
    found = misplaced(text)
    assert 0 <= found.start < found.end <= len(text)
    assert found.values["help"]
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return
    assert found.values["what"] == "its words do not make a sentence"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("tust > 5", "tust"),
        ("trust > 5 and warnd", "warnd"),
        ("not (hurry + uniti > 3)", "uniti"),
    ],
)
def test_an_unknown_name_is_marked_and_the_closest_suggested(text, marked):
    parsed, report = read_condition(text)
    assert parsed is None
    (found,) = report
    assert found.code.id == "N309"
    assert f"'{marked}'" in found.message
    assert found.place.column == len("when: ") + text.index(marked) + 1
    assert found.suggestion


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("trust", "N310", "trust"),
        ("trust + 1", "N310", "trust + 1"),
        ("not holds(japan)", "N310", "holds(japan)"),
        ("trust + (hurry > 5) > 3", "N311", "hurry > 5"),
        ("min(trust, warned) > 3", "N311", "warned"),
        ("trust == 'high'", "N312", "'high'"),
        ("rest == 'final'", "N312", "'final'"),
        ("foo(trust)", "N313", "foo"),
        ("agreed(islands, rest)", "N314", "agreed(islands, rest)"),
        ("min(trust) > 1", "N314", "min(trust)"),
        ("done(visits)", "N315", "visits"),
        ("slot >= october", "N315", "october"),
        ("holds(poland) > 1", "N315", "poland"),
        ("rest == nothing", "N316", "nothing"),
        ("chose(j1, both)", "N316", "both"),
        ("warned == true", "N318", "warned"),
        ("trust // hurry > 1", "N319", "hurry"),
        ("trust // 0 > 1", "N319", "0"),
        ("trust // -2 > 1", "N319", "-2"),
        ("days_since('1956-02-30') > 1", "N320", "'1956-02-30'"),
        ("days_since('30 October') > 1", "N320", "'30 October'"),
        ("islands == nothing == rest", "N323", "islands == nothing == rest"),
        ("islands", "N324", "islands"),
        ("slot", "N324", "slot"),
        ("trust in (1, 2)", "N325", "trust in (1, 2)"),
        ("islands in ()", "N325", "islands in ()"),
        ("final == rest", "N327", "rest"),
        ("offered(ussr, offered(japan, true))", "N328", "offered(japan, true)"),
        ("islands == 1", "N329", "1"),
        ("agreed(islands == nothing)", "N329", "islands == nothing"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_column(text, code, marked):
    assert fault(text) == (code, marked)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9 ** 9 ** 9 ** 9 > 1", "N308"),
        ("1 << 1000000000 > 1", "N308"),
        ("trust / 2 > 1", "N308"),
        ("trust % 2 == 1", "N308"),
        ("trust | hurry", "N308"),
        ("trust.__class__", "N308"),
        ("(lambda: trust)()", "N308"),
        ("[x for x in trust]", "N308"),
        ("{trust}", "N308"),
        ("trust[0] > 1", "N308"),
        ("(x := 3) > 1", "N308"),
        ("trust if warned else hurry", "N308"),
        ("await trust", "N308"),
        ("trust is 3", "N308"),
        ("True", "N308"),
        ("None", "N308"),
        ("trust = 3", "N308"),
        ("warned && warned", "N308"),
        ("min(*trust) > 1", "N314"),
        ("f'{trust}' > 1", "N304"),
        ("'a' 'b' == 1", "N304"),
        ("trust() > 1", "N313"),
        ("__import__(trust)", "N313"),
        ("(trust)(hurry) > 1", "N313"),
        ("(trust, hurry) > 1", "N308"),
        ("trust > 1e999", "N307"),
        ("trust > 0x10", "N307"),
        ("trust > 1.5", "N307"),
        ("trust > 1_0", "N307"),
        ("trust > 010", "N307"),
        ("trust > 5j", "N307"),
        ("trust > 1000000000001", "N307"),
        ("trust > " + "9" * 1_900, "N307"),
        ("\uff54rust > 5", "N303"),
        ("trust \u2265 5", "N303"),
        ("trust\u00a0> 5", "N303"),
        ("trust; hurry", "N303"),
        ("trust \\ 5", "N303"),
        ("", "N301"),
        ("   ", "N301"),
        ("trust >", "N304"),
        ("(trust > 5", "N304"),
        ("trust > 5)", "N304"),
        ("trust > 'x", "N304"),
        ("trust hurry", "N304"),
        ("x" * (LENGTH_LIMIT + 1), "N302"),
        ("(" * 900 + "1" + ")" * 900 + " > 1", "N305"),
        ("not " * 60 + "true", "N305"),
        ("-" * 700 + "1 > 1", "N306"),
        ("-" * 1_900 + "1 > 1", "N306"),
        ("+".join(["trust"] * 150) + " > 1", "N306"),
        (" or ".join(["1<2"] * 220), "N306"),
    ],
)
def test_hostile_and_foreign_forms_are_refused(text, code):
    report = Report()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        node = ScalarNode(text, Place("x.yaml", 1, 1, len(text) + 1))
        assert condition(node, NAMES, report) is None
    assert set(report.codes()) == {code}


def test_each_side_of_and_and_or_reports_its_own_fault():
    _, report = read_condition("trust and hurry > tust or rest == noting")
    assert report.codes() == ("N310", "N309", "N316")


def test_a_long_sum_is_read():
    parsed, report = read_amount(" + ".join(["trust"] * 90))
    assert parsed is not None, report.render()
    assert parsed.expression.evaluate((), *moment(meters=(2, 0, 0))) == 180


def test_a_read_tree_stays_within_the_limit_of_parts():
    parsed, _ = read_condition(" and ".join(["0 <= trust <= 9"] * 28))
    assert parsed is not None
    assert sum(1 for _ in nodes(parsed.expression.tree)) <= 2 * NODES_LIMIT


OF_THE_MOMENT = """
trust > 3; warned; slot >= october_17; round == vote; exchange > 1; signed(ussr); holds(ussr) > 1; done(visit)
offered(ussr, islands == nothing); days_since('1956-10-16') > 1; would_ratify(ussr); happened(warsaw)
chose(j1, take)
"""


@pytest.mark.parametrize(
    "text", [text.strip() for text in OF_THE_MOMENT.replace("\n", ";").split(";") if text.strip()]
)
def test_what_a_package_is_worth_depends_on_options_alone(text):
    assert fault(text, Context.PACKAGE)[0] == "N321"


def test_options_may_be_read_everywhere():
    for context in Context:
        parsed, _ = read_condition(
            "islands == nothing and rest in (words, final) or not agreed(form)", context
        )
        assert parsed is not None


def test_support_may_not_depend_on_the_vote_that_it_decides():
    assert fault("would_ratify(japan)", Context.HOME) == ("N321", "would_ratify(japan)")
    assert read_condition("trust > 3 and signed(ussr)", Context.HOME)[0] is not None


def test_a_name_that_a_party_does_not_see_is_found_with_its_column():
    seen = {(Kind.METER, 1): (True, False), (Kind.FLAG, 1): (False, True)}
    parsed, report = read_condition("trust > hurry and not warned")
    assert parsed is not None
    assert [(use.name, party) for use, party in hidden_uses(parsed, (False, True), seen)] == [("hurry", 1)]
    assert [(use.name, party) for use, party in hidden_uses(parsed, (True, False), seen)] == [("warned", 0)]
    assert len(hidden_uses(parsed, (True, True), seen)) == 2
    assert hidden_uses(parsed, (False, False), seen) == ()
    assert report_hidden(parsed, (False, True), seen, ("ussr", "japan"), report)
    (found,) = report
    assert found.code.id == "N322"
    assert (found.place.column, found.place.end) == (15, 20)
    assert "japan does not see it" in found.message


def test_a_name_inside_an_offer_is_looked_at_too():
    parsed, _ = read_condition("offered(ussr, islands == nothing and warned)")
    assert parsed is not None
    assert hidden_uses(parsed, (True, False), {(Kind.FLAG, 1): (False, True)})


def test_a_home_vote_is_seen_by_its_own_party_alone():
    parsed, _ = read_condition("would_ratify(japan)")
    assert parsed is not None
    assert hidden_uses(parsed, (True, False), {})
    assert not hidden_uses(parsed, (False, True), {})


def test_actions_decisions_and_events_can_be_hidden():
    parsed, _ = read_condition("done(visit) or chose(s1, both) or happened(warsaw)")
    assert parsed is not None
    for kind, index in ((Kind.ACTION, 0), (Kind.DECISION, 1), (Kind.EVENT, 0)):
        ((use, _),) = hidden_uses(parsed, (False, True), {(kind, index): (True, False)})
        assert use.kind is kind


def test_options_without_order_are_not_compared_by_order():
    parsed, report = read_condition("form == treaty and rest >= words and form < declaration")
    assert parsed is not None
    assert not report_unordered(parsed, frozenset({0}), report)
    assert report_unordered(parsed, frozenset({2}), report)
    (found,) = report
    assert (found.code.id, found.place.column) == ("N317", 44)


def test_a_folded_text_is_read_and_its_fault_marked_in_its_own_line():
    parsed, report = read_condition(">\n  trust > 3\n  and tust > 4")
    assert parsed is None
    (found,) = report
    assert (found.place.line, found.place.column) == (3, 7)
    parsed, _ = read_condition(">\n  trust > 3\n  and hurry > 4")
    assert parsed is not None
    assert parsed.expression.text == "trust > 3 and hurry > 4"


def test_every_word_of_the_language_is_reserved():
    assert {*FUNCTIONS, "slot", "and", "true", "lambda"} <= RESERVED


def test_a_name_of_two_things_is_ambiguous():
    twice = SimpleNamespace(**{**vars(NAMES), "flags": {"trust": 0, "warned": 1}})
    assert ambiguous(NAMES) == ()
    assert ambiguous(twice) == ("trust",)


# What an expression means, said a second time: descriptions of expressions, their texts, and a plain
# interpreter of the descriptions, which shares nothing with the reader.

COMPARED = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SIGNS = st.sampled_from(sorted(COMPARED))
ISSUES = [(issue, option) for i, issue in enumerate(NAMES.issues) for option in NAMES.options[i]]


def amounts():
    leaf = (
        st.integers(0, 10**12).map(lambda n: ("number", n))
        | st.sampled_from(sorted(NAMES.meters)).map(lambda m: ("meter", m))
        | st.sampled_from(sorted(NAMES.parties)).map(lambda p: ("holds", p))
        | st.sampled_from(["1956-10-16", "1956-10-19", "1955-06-03"]).map(lambda d: ("since", d))
        | st.sampled_from(["1956-10-16", "1956-12-31"]).map(lambda d: ("until", d))
        | st.just(("exchange",))
    )
    return st.recursive(
        leaf,
        lambda a: st.one_of(
            st.tuples(st.sampled_from(["+", "-", "*"]), a, a),
            st.tuples(st.just("//"), a, st.integers(1, 50)),
            st.tuples(st.just("neg"), a),
            st.tuples(st.sampled_from(["min", "max"]), st.lists(a, min_size=2, max_size=3)),
        ),
        max_leaves=6,
    )


AMOUNTS = amounts()
TRUTHS = st.one_of(
    st.sampled_from([("true",), ("false",)]),
    st.sampled_from(sorted(NAMES.flags)).map(lambda f: ("flag", f)),
    st.tuples(st.just("option"), st.sampled_from(ISSUES), SIGNS),
    st.tuples(
        st.sampled_from(["in", "not in"]),
        st.sampled_from(sorted(NAMES.issues)),
        st.lists(st.integers(0, 1), min_size=1, max_size=3),
    ),
    st.tuples(st.just("agreed"), st.sampled_from(sorted(NAMES.issues))),
    st.tuples(st.just("slot"), SIGNS, st.sampled_from(sorted(NAMES.slots))),
    st.tuples(st.just("round"), SIGNS, st.sampled_from(sorted(NAMES.rounds))),
    st.sampled_from([("chose", "j1", "take"), ("chose", "s1", "none"), ("done", "cite"), ("done", "visit")]),
    st.just(("happened", "warsaw")),
    st.tuples(st.just("signed"), st.sampled_from(sorted(NAMES.parties))),
    st.tuples(st.just("compare"), AMOUNTS, SIGNS, AMOUNTS),
    st.tuples(st.just("row"), AMOUNTS, SIGNS, AMOUNTS, SIGNS, AMOUNTS),
)
PLAIN = st.recursive(
    TRUTHS,
    lambda c: st.one_of(
        st.tuples(st.just("not"), c),
        st.tuples(st.sampled_from(["and", "or"]), st.lists(c, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)
CONDITIONS = PLAIN | st.tuples(st.just("offered"), st.sampled_from(sorted(NAMES.parties)), PLAIN)

BINDING = {"or": 1, "and": 2, "not": 3, "compare": 4, "+": 5, "-": 5, "*": 6, "//": 6, "neg": 7}


def option_names(issue):
    return list(NAMES.options[NAMES.issues[issue]])


def say(what, least=0):
    """The text of a description, in brackets only where binding needs them."""
    kind = what[0]
    match kind:
        case "number":
            text, binding = str(what[1]), 9
        case "meter" | "flag":
            text, binding = what[1], 9
        case "true" | "false" | "exchange":
            text, binding = kind, 9
        case "since" | "until":
            text, binding = f'days_{kind}("{what[1]}")', 9
        case "holds" | "agreed" | "done" | "happened" | "signed":
            text, binding = f"{kind}({what[1]})", 9
        case "chose":
            text, binding = f"chose({what[1]}, {what[2]})", 9
        case "min" | "max":
            text, binding = f"{kind}({', '.join(say(item) for item in what[1])})", 9
        case "offered":
            text, binding = f"offered({what[1]}, {say(what[2])})", 9
        case "neg":
            text, binding = f"-{say(what[1], 7)}", 7
        case "//":
            text, binding = f"{say(what[1], 6)}//{what[2]}", 6
        case "+" | "-" | "*":
            binding = BINDING[kind]
            text = f"{say(what[1], binding)} {kind} {say(what[2], binding + 1)}"
        case "option":
            text, binding = f"{what[1][0]} {what[2]} {what[1][1]}", 4
        case "in" | "not in":
            listed = ", ".join(option_names(what[1])[place] for place in what[2])
            text, binding = f"{what[1]} {kind} ({listed})", 4
        case "slot" | "round":
            text, binding = f"{kind} {what[1]} {what[2]}", 4
        case "compare":
            text, binding = f"{say(what[1], 5)} {what[2]} {say(what[3], 5)}", 4
        case "row":
            text = f"{say(what[1], 5)} {what[2]} {say(what[3], 5)} {what[4]} {say(what[5], 5)}"
            binding = 4
        case "not":
            text, binding = f"not {say(what[1], 3)}", 3
        case "and" | "or":
            binding = BINDING[kind]
            text = f" {kind} ".join(say(item, binding + 1) for item in what[1])
        case _:
            raise AssertionError(what)
    return f"({text})" if binding < least else text


def means(what, package, state):
    """What a description amounts to."""
    kind = what[0]
    today = DAYS[state.round][state.slot]
    match kind:
        case "number":
            return what[1]
        case "meter":
            return state.meters[NAMES.meters[what[1]]]
        case "flag":
            return state.flags[NAMES.flags[what[1]]]
        case "true" | "false":
            return kind == "true"
        case "exchange":
            return state.exchange + 1
        case "since" | "until":
            days = today - datetime.date.fromisoformat(what[1]).toordinal()
            return days if kind == "since" else -days
        case "holds":
            return state.holds[NAMES.parties[what[1]]]
        case "agreed":
            return package[NAMES.issues[what[1]]] != -1
        case "done":
            return any(uses[NAMES.actions[what[1]]] for uses in state.uses)
        case "happened":
            return state.fired[NAMES.events[what[1]]] > 0
        case "signed":
            return state.signed[NAMES.parties[what[1]]]
        case "chose":
            decision = NAMES.decisions[what[1]]
            return state.taken[decision] == NAMES.choices[decision][what[2]]
        case "min" | "max":
            values = sorted(means(item, package, state) for item in what[1])
            return values[0] if kind == "min" else values[-1]
        case "offered":
            offer = state.offers[NAMES.parties[what[1]]]
            return offer is not None and any(
                means(
                    what[2], [b if b != -1 else a for a, b in zip(state.provisional, p, strict=True)], state
                )
                for p in offer.packages
            )
        case "neg":
            return -means(what[1], package, state)
        case "//":
            return means(what[1], package, state) // what[2]
        case "+":
            return means(what[1], package, state) + means(what[2], package, state)
        case "-":
            return means(what[1], package, state) - means(what[2], package, state)
        case "*":
            return means(what[1], package, state) * means(what[2], package, state)
        case "option":
            (issue, option), sign = what[1], what[2]
            taken = package[NAMES.issues[issue]]
            return taken != -1 and COMPARED[sign](taken, option_names(issue).index(option))
        case "in" | "not in":
            taken = package[NAMES.issues[what[1]]]
            return taken != -1 and (taken in what[2]) == (kind == "in")
        case "slot":
            now = state.slot if state.round == 0 else 2
            return COMPARED[what[1]](now, NAMES.slots[what[2]])
        case "round":
            return COMPARED[what[1]](state.round, NAMES.rounds[what[2]])
        case "compare":
            return COMPARED[what[2]](means(what[1], package, state), means(what[3], package, state))
        case "row":
            left, middle, right = (means(what[i], package, state) for i in (1, 3, 5))
            return COMPARED[what[2]](left, middle) and COMPARED[what[4]](middle, right)
        case "not":
            return not means(what[1], package, state)
        case "and":
            return all(means(item, package, state) for item in what[1])
        case "or":
            return any(means(item, package, state) for item in what[1])
    raise AssertionError(what)


PACKAGES = st.tuples(st.integers(-1, 2), st.integers(-1, 2), st.integers(-1, 1))
OFFERS = st.none() | st.lists(PACKAGES, min_size=1, max_size=3).map(
    lambda p: SimpleNamespace(packages=tuple(p))
)
LEVELS = st.integers(0, 10)
MOMENTS = st.builds(
    moment,
    meters=st.tuples(LEVELS, LEVELS, LEVELS),
    flags=st.tuples(st.booleans(), st.booleans()),
    exchange=st.integers(0, 2),
    taken=st.tuples(st.integers(-1, 1), st.integers(-1, 2)),
    uses=st.tuples(*[st.tuples(st.integers(0, 1), st.integers(0, 2))] * 2),
    fired=st.tuples(st.integers(0, 1)),
    holds=st.tuples(st.integers(0, 3), st.integers(0, 3)),
    signed=st.tuples(st.booleans(), st.booleans()),
    provisional=PACKAGES,
    offers=st.tuples(OFFERS, OFFERS),
) | st.builds(moment, round=st.just(1)) | st.builds(moment, slot=st.just(1))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, PACKAGES, MOMENTS)
def test_a_condition_means_what_a_plain_interpreter_says(what, package, now):
    state, scenario = now
    parsed, report = read_condition(say(what))
    if report.codes() in (("N302",), ("N305",), ("N306",)):  # too much of it, which is for others to test
        return
    assert parsed is not None, report.render()
    assert parsed.expression.evaluate(package, state, scenario) == means(what, package, state)


@settings(max_examples=200, deadline=None)
@given(AMOUNTS, MOMENTS)
def test_an_amount_means_what_a_plain_interpreter_says(what, now):
    state, scenario = now
    parsed, report = read_amount(say(what))
    assert parsed is not None, report.render()
    assert parsed.expression.evaluate((-1, -1, -1), state, scenario) == means(what, (-1, -1, -1), state)


WORDS_OF_ALL_SORTS = """
and or not in is if else for lambda await yield true false True None trust hurry warned islands rest nothing
final slot round exchange min max agreed offered days_since chose holds ussr japan october_17 ( ( ( ) ) ) , ,
== != < <= > >= + - * // ** / % << = := . [ ] { } : ; @ ~ ! & | ^ ' " # \\ 0 1 5 007 1e5 1.5 0x1 f'x'
'1956-10-16'
"""
WORDS = st.sampled_from([*WORDS_OF_ALL_SORTS.split(), "\uff54", "\u202e", "\x00", "\n"])


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("".join) | st.text())
def test_any_text_gives_an_expression_or_a_diagnostic(text):
    for how in (read_condition, read_amount):
        parsed, report = how(text)
        assert (parsed is None) == report.has_errors
        report.render()
        for found in report:
            assert found.place.end > found.place.column >= 1


def test_reading_needs_little_of_the_stack():
    """A reader called deep inside a window's loop must not run out of it."""

    def deep(levels):
        if levels:
            return deep(levels - 1)
        return read_condition("not " * 10 + "(" * 10 + "trust > " + "+".join(["hurry"] * 60) + ")" * 10)

    depth = 0
    frame = sys._getframe()
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    parsed, report = deep(sys.getrecursionlimit() - depth - 400)
    assert parsed is not None, report.render()
