"""The text of The Deletion is the published one, word for word, and each question settles what it should.

The verdicts on deals stand in `deals.yaml`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.concordance import Finding, Subject, Verdict, is_history, plain, same_articles, verdicts
from game.rules.instrument import compose
from game.rules.package import Package
from game.rules.scenario import Scenario

PUBLISHED = Path(__file__).with_name("joint_declaration_1956.txt")


SETTLES = {
    1: ("war",),
    2: ("relations",),
    3: ("principles", "alliances", "interference"),
    4: ("un",),
    5: ("missing",),
    6: ("claims",),
    7: ("trade",),
    8: ("fisheries",),
    9: ("rest", "islands", "okinawa"),
    10: ("ratification",),
}
"""Which questions settle which article."""

BESIDE = ("letters", "instrument", "world", "straits", "demilitarisation")
"""Questions that settle no article: letters, the title, and what the Declaration leaves out."""

HISTORY = {
    "islands": "two_after",
    "okinawa": "clause_out",
    "rest": "silent",
    "letters": "published",
    "missing": "tracing",
    "un": "no_link",
    "world": "out",
    "trade": "protocol",
    "war": "on_entry",
    "relations": "embassies",
    "principles": "charter",
    "alliances": "article_51",
    "interference": "any_reason",
    "claims": "mutual",
    "fisheries": "convention",
    "ratification": "on_exchange",
    "instrument": "declaration",
    "straits": "no_clause",
    "demilitarisation": "no_clause",
}
"""What was signed on 19 October 1956."""


def history_but(scenario: Scenario, **changed: str) -> Package:
    return scenario.package(**{**HISTORY, **changed})


def sign(scenario: Scenario, verdict: Verdict) -> str:
    if verdict.finding in (Finding.CLOSER, Finding.ADDITIONAL):
        return "?" if verdict.towards is None else scenario.parties[verdict.towards].id[0]
    return {Finding.SAME: "=", Finding.DIFFERENT: "!", Finding.ABSENT: "-"}[verdict.finding]


def signs(scenario: Scenario, lines: tuple[Verdict, ...], subject: Subject) -> str:
    return "".join(sign(scenario, line) for line in lines if line.subject is subject)


def test_history_is_what_was_signed(deletion: Scenario) -> None:
    assert deletion.historical_package() == history_but(deletion)


def test_each_article_is_settled_by_the_questions_of_the_dependency_table(deletion: Scenario) -> None:
    assert deletion.declaration is not None
    found = {
        article.number: tuple(deletion.issues[issue].id for issue in article.issues)
        for article in deletion.declaration.articles
    }
    assert found == SETTLES
    settled = {issue for issues in SETTLES.values() for issue in issues}
    assert {issue.id for issue in deletion.issues} == settled | set(BESIDE)


def test_nothing_agreed_is_absent_in_every_line(deletion: Scenario) -> None:
    lines = verdicts(deletion, deletion.package())
    assert {line.finding for line in lines} == {Finding.ABSENT}


def test_history_is_the_same_in_every_line(deletion: Scenario) -> None:
    lines = verdicts(deletion, history_but(deletion))
    assert {line.finding for line in lines} == {Finding.SAME}
    assert (same_articles(lines), is_history(lines)) == (10, True)
    assert [line.subject for line in lines[10:]] == [Subject.TITLE, Subject.LETTERS]


def test_the_instrument_of_history_is_the_published_text_word_for_word(deletion: Scenario) -> None:
    """United Nations Treaty Series, vol. 263, no. 3768, paragraphs 1 to 10, in the print's own words."""
    instrument = compose(deletion, history_but(deletion), "19 October 1956")
    ours = "\n\n".join(
        f"{article.number}. " + "\n\n".join(article.paragraphs) for article in instrument.articles
    )
    published = PUBLISHED.read_text(encoding="utf-8")
    assert published.count("[sic]") == 1
    assert plain(ours) == plain(published)


def test_the_official_texts_are_the_published_text(deletion: Scenario) -> None:
    assert deletion.declaration is not None
    official = "\n\n".join(f"{a.number}. {a.official}" for a in deletion.declaration.articles)
    assert plain(official) == plain(PUBLISHED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(1, 11))
def test_one_letter_changed_in_a_clause_turns_its_article_and_no_other(
    deletion: Scenario, number: int
) -> None:
    package = history_but(deletion)
    for name in SETTLES[number]:
        place = deletion.issue_index(name)
        issue = deletion.issues[place]
        option = issue.options[issue.history]
        if not option.clause:
            continue
        for position in [position for position, each in enumerate(option.clause) if each.isalpha()]:
            other = "x" if option.clause[position] != "x" else "y"
            clause = option.clause[:position] + other + option.clause[position + 1 :]
            changed = _with_clause(deletion, place, clause)
            lines = verdicts(changed, package)
            expected = "".join("!" if n == number else "=" for n in range(1, 11))
            assert signs(changed, lines, Subject.ARTICLE) == expected
            assert not is_history(lines)


def _with_clause(scenario: Scenario, place: int, clause: str) -> Scenario:
    issue = scenario.issues[place]
    options = list(issue.options)
    options[issue.history] = replace(options[issue.history], clause=clause)
    issues = list(scenario.issues)
    issues[place] = replace(issue, options=tuple(options))
    return replace(scenario, issues=tuple(issues))
