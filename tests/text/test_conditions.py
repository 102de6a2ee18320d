"""A condition is told in words: every form of the language, with the names of the scenario."""

import pytest

from game.rules import expressions as tree
from game.rules.expressions import Comparison, Expression, Extreme, Operation
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.conditions import condition
from game.text.wording import Wording

DAILY = tree.IssueCompare(0, Comparison.EQ, 2)
TRUST = tree.Compare(Comparison.GE, tree.MeterValue(0), tree.Number(6))


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (tree.Truth(True), "always"),
        (tree.Truth(False), "never"),
        (TRUST, "Trust is 6 or more"),
        (tree.FlagValue(0), "'A toast was given' holds"),
        (tree.Not(tree.FlagValue(0)), "not: 'A toast was given' holds"),
        (DAILY, "The ferry: every day"),
        (tree.IssueCompare(0, Comparison.NE, 2), "The ferry: anything but every day"),
        (tree.IssueCompare(0, Comparison.LE, 1), "The ferry: once a week or nearer to Vale"),
        (tree.IssueCompare(0, Comparison.GT, 0), "The ferry: nearer to Tarn than no ferry"),
        (tree.IssueIn(0, (0, 1)), "The ferry: no ferry or once a week"),
        (tree.Agreed(0), "The ferry is agreed"),
        (tree.Not(tree.Agreed(0)), "The ferry is open"),
        (tree.Offered(1, DAILY), "the Tarnish delegation has on the table: The ferry: every day"),
        (tree.SlotCompare(Comparison.GE, 2), "it is the meeting Thursday or later"),
        (tree.RoundCompare(Comparison.EQ, 1), "the round is Warden and provost"),
        (tree.DaysSince(704_000, until=False), "days since 1928-06-27"),
        (tree.DaysSince(704_000, until=True), "days until 1928-06-27"),
        (tree.ExchangeNumber(), "number of the exchange"),
        (tree.Chose(0, 2), "Two ways: 'Say nothing yet' was chosen"),
        (tree.Done(0), "'Give a toast' was done"),
        (tree.Happened(0), "'Fog' has happened"),
        (tree.HoldsRunning(0), "holds in a row of the Valish delegation"),
        (tree.HasSigned(1), "the Tarnish delegation has signed"),
        (tree.WouldRatify(1), "Highquay would carry it"),
        (tree.SupportOf(1), "support of The boatmen"),
        (tree.Arithmetic(Operation.SUM, tree.Number(1), tree.MeterValue(0)), "(1 + Trust)"),
        (tree.Extremum(Extreme.MIN, (tree.Number(2), tree.MeterValue(0))), "the least of 2 and Trust"),
        (
            tree.All((TRUST, tree.AnyOf((DAILY, tree.Agreed(1))))),
            "Trust is 6 or more and (The ferry: every day or Harbour dues is agreed)",
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_a_condition_is_told_in_words(say: Catalogue, ports: Scenario, node: tree.Node, words: str) -> None:
    assert condition(Wording(say, ports, None), Expression.of("as written", node)) == words


def test_every_comparison_has_words(say: Catalogue, ports: Scenario) -> None:
    wording = Wording(say, ports, None)
    for comparison in Comparison:
        for node in (
            tree.IssueCompare(0, comparison, 1),
            tree.SlotCompare(comparison, 0),
            tree.RoundCompare(comparison, 0),
            tree.Compare(comparison, tree.Number(1), tree.Number(2)),
        ):
            assert condition(wording, Expression.of("as written", node))
