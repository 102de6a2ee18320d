"""The verdict on every option of The Deletion, typed by hand from the dossier and the treaty text.

Nothing here is read from the scenario: neither which question settles which article, nor on whose side
an option lies. Each row changes one question of the historical package and leaves the rest as it was,
whatever the parties could in fact have agreed to: any package can be judged.

The ten signs are Articles 1 to 10: `=` same, `u` closer to the Soviet Union, `j` closer to Japan,
`!` different, `-` absent. Beside them: what becomes of the title and of the letters in the same signs
(`=` where not said), and on which side an additional text lies.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from game.rules.concordance import Finding, Subject, Verdict, is_history, plain, same_articles, verdicts
from game.rules.instrument import compose
from game.rules.package import Package
from game.rules.scenario import Scenario

PUBLISHED = Path(__file__).with_name("joint_declaration_1956.txt")


@dataclass(frozen=True)
class Row:
    issue: str
    option: str
    articles: str
    reason: str
    title: str = "="
    letters: str = "="
    additional: str = ""


@dataclass(frozen=True)
class Deal:
    name: str
    articles: str
    changed: dict[str, str]
    title: str = "="
    letters: str = "="
    additional: str = ""


ROWS = (
    Row("islands", "nothing", "========u=",
        "Paragraph 2 of Article 9 is gone, the promise Japan travelled for; paragraph 1 stands, so that the "
        "article is not absent. Option A of 16 October [Z273]."),
    Row("islands", "two_at_once", "========j=",
        "Transfer without waiting for a treaty: Kono's demand of 16 October [INF; Z273]."),
    Row("okinawa", "clause_in", "========u=",
        "A second date, in American hands, before the transfer: the Soviet draft of 17 October [WC1018]."),
    Row("rest", "final", "========u=",
        "Closes the question for good: Khrushchev's condition for option B [K16]."),
    Row("rest", "words", "========j=",
        "The words struck out on 18 October, which keep the question open [WC1018; S-COMP]."),
    Row("rest", "named", "========j=",
        "Names the two larger islands as open: beyond the words, to the same side (hypothetical)."),
    Row("letters", "lapse", "==========",
        "The ten paragraphs do not mention the letters; without them the silence of Article 9 stands alone.",
        letters="u"),
    Row("letters", "stand", "==========",
        "In a drawer they bind less than in print; publication served Japan [S-ENC].", letters="u"),
    Row("missing", "convicted", "====u=====",
        "Without the tracing of the missing: Bulganin's narrower words of 13 September [WJ0913]."),
    Row("missing", "joint", "====j=====",
        "An account of every name on Japan's list, which Moscow denied [T0813] (hypothetical)."),
    Row("un", "with_mongolia", "===u======",
        "The tie of December 1955 again [U239]; and the letter against such a tie falls away.", letters="u"),
    Row("un", "in_text", "==========",
        "Article 4 is word for word the same; only the promise by letter is missing [Z165].", letters="u"),
    Row("world", "passage", "==========",
        "No article speaks of world affairs, so this is an additional one, which the Soviet side wanted and "
        "Hatoyama asked to leave out [Z165].", additional="u"),
    Row("trade", "promise", "==========",
        "Article 7 promises the same talks; the protocol stood beside the text. Both sides gained by it, so "
        "that its want lies on neither's side [S-ENC; F104].", letters="!"),
    Row("war", "not_ended", "-=========",
        "Nothing is said of the war."),
    Row("war", "by_treaty", "!=========",
        "The war would end with a treaty. Both sides wanted it ended now by September 1956 [WJ0911; WJ0913]: "
        "nobody's side."),
    Row("relations", "none", "=-========",
        "Nothing is said of relations."),
    Row("relations", "missions", "=!========",
        "Less than embassies. Moscow wanted an embassy most, Hatoyama wanted relations: nobody's side."),
    Row("relations", "consulates", "=!========",
        "More than was agreed, and again nobody's side (hypothetical)."),
    Row("principles", "none", "==!=======",
        "Two of three parts of Article 3 stand. Both sides accepted the Charter [Z156]: nobody's side."),
    Row("alliances", "neutral", "==u=======",
        "Neutral Japan was the far end of the Soviet demand (hypothetical)."),
    Row("alliances", "no_pacts", "==u=======",
        "The Soviet draft of 14 June 1955 [Z156; T0704]."),
    Row("alliances", "treaty_unaffected", "==j=======",
        "Names the American treaty, which Moscow wanted loosened (hypothetical)."),
    Row("interference", "none", "==u=======",
        "Japan wanted the promise firm, Moscow only granted it; the rest of Article 3 stands."),
    Row("interference", "charter_only", "==u=======",
        "Weaker than 'for any economic, political or ideological reasons'."),
    Row("claims", "kept", "=====-====",
        "Nothing is said of claims."),
    Row("claims", "soviet_only", "=====j====",
        "Moscow renounces, Japan does not: the detainees' claims are kept."),
    Row("claims", "with_compensation", "=====j====",
        "Moscow renounces and pays (hypothetical)."),
    Row("fisheries", "closure", "=======-==",
        "Nothing is said of fisheries; the decree of 21 March stands [D0409]."),
    Row("fisheries", "yearly_licence", "=======u==",
        "Moscow licenses each year, as for 1956 [F77]."),
    Row("fisheries", "unconditional", "=======j==",
        "Fish without relations: the link that made Japan hurry is cut (hypothetical)."),
    Row("ratification", "on_signature", "=========u",
        "No second thoughts in Tokyo: Moscow's interest [dossier 3.13] (hypothetical)."),
    Row("ratification", "after_transfer", "=========j",
        "Nothing is in force until the islands are there (hypothetical)."),
    Row("instrument", "none", "----------",
        "Nothing is signed, so that no article says anything; letters could still be exchanged.", title="-"),
    Row("instrument", "communique", "==========",
        "The ten paragraphs under another name, which binds nobody.", title="!"),
    Row("instrument", "treaty", "==========",
        "The ten paragraphs under another name. Each side had wanted a treaty, of its own kind.", title="!"),
    Row("straits", "closed", "==========",
        "The Declaration says nothing of straits: the Soviet demand of 1955 [T0704].", additional="u"),
    Row("straits", "notice", "==========",
        "Less than closing them, on the same side (hypothetical).", additional="u"),
    Row("demilitarisation", "demilitarised", "==========",
        "Malik's condition of August 1955, not in the Declaration [F52].", additional="u"),
)  # fmt: skip

DEALS = (
    Deal("option A as spoken on 16 October", "========u=",
         {"islands": "nothing", "letters": "stand"}, letters="u"),
    Deal("option A with the words in the text", "========!=",
         {"islands": "nothing", "rest": "words"}),
    Deal("option B", "========u=",
         {"okinawa": "clause_in", "rest": "final", "letters": "lapse"}, letters="u"),
    Deal("the Soviet draft of the evening of 17 October", "========!=",
         {"okinawa": "clause_in", "rest": "words", "letters": "stand", "world": "passage"},
         letters="u", additional="u"),
    Deal("the Japanese draft of 18 October", "========j=",
         {"rest": "words", "letters": "stand"}, letters="u"),
    Deal("as it stood on the evening of 18 October", "==========",
         {"letters": "stand"}, letters="u"),
    Deal("the five points of 13 September", "====u===u=",
         {"islands": "nothing", "letters": "stand", "missing": "convicted", "trade": "promise"}, letters="!"),
    Deal("what the party asked of Hatoyama", "========j=",
         {"islands": "two_at_once", "rest": "words"}),
    Deal("the best for Japan", "==j=jj=jj=",
         {"islands": "two_at_once", "rest": "named", "missing": "joint", "alliances": "treaty_unaffected",
          "claims": "with_compensation", "fisheries": "unconditional"}),
    Deal("the Soviet terms of June 1955, as far as the Declaration has room for them", "!=u=u==uu=",
         {"islands": "nothing", "war": "by_treaty", "alliances": "no_pacts", "missing": "convicted",
          "fisheries": "yearly_licence", "straits": "closed"}, additional="u"),
    Deal("more and less of Article 3 at once", "==!=======",
         {"interference": "charter_only", "alliances": "treaty_unaffected"}),
    Deal("two additions, after islands at once", "========j=",
         {"islands": "two_at_once", "demilitarisation": "demilitarised", "straits": "notice"},
         additional="uu"),
    Deal("no letters at all but the lapse of the old ones", "==========",
         {"letters": "lapse", "un": "in_text", "trade": "promise"}, letters="!"),
)  # fmt: skip
"""Deals of several changes at once, the rest as in history; verdicts typed by the same rules."""

OPEN_QUESTIONS = (
    (("islands",), "========u=", "Not agreed upon, nothing is handed over, as in the Soviet ideal."),
    (("okinawa",), "==========", "History has no such sentence either."),
    (("rest",), "========!=", "Paragraph 1 is missing, which no option of the question leaves out."),
    (("islands", "rest"), "========-=", "Nothing is left of Article 9."),
    (("missing",), "====-=====", "Nothing is left of Article 5."),
    (("principles",), "==!=======", "As where none are named: nobody's side."),
    (("interference",), "==u=======", "As where nothing is said."),
    (("alliances",), "==!=======", "Every option says something, to either side."),
    (("world", "straits", "demilitarisation"), "==========", "History leaves them out as well."),
)
"""Questions left open at the signing: no words for their parts."""

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


def test_the_table_covers_every_option_of_the_scenario_once(deletion: Scenario) -> None:
    table = sorted([(row.issue, row.option) for row in ROWS] + list(HISTORY.items()))
    assert table == sorted((issue.id, option.id) for issue in deletion.issues for option in issue.options)


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


def test_every_row_gives_ten_verdicts_and_a_reason() -> None:
    for row in ROWS:
        assert len(row.articles) == 10
        assert row.reason.endswith(".")
        touched = {number for number, mark in enumerate(row.articles, start=1) if mark != "="}
        settled = {number for number, issues in SETTLES.items() if row.issue in issues}
        assert touched <= settled or (row.issue, row.option) == ("instrument", "none")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.issue}={row.option}")
def test_an_option_has_the_verdicts_of_its_row(deletion: Scenario, row: Row) -> None:
    lines = verdicts(deletion, history_but(deletion, **{row.issue: row.option}))
    assert signs(deletion, lines, Subject.ARTICLE) == row.articles, row.reason
    assert signs(deletion, lines, Subject.TITLE) == row.title, row.reason
    assert signs(deletion, lines, Subject.LETTERS) == row.letters, row.reason
    assert signs(deletion, lines, Subject.ADDITIONAL) == row.additional, row.reason
    assert is_history(lines) == (row.articles == "=" * 10 and not row.additional)


@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: deal.name)
def test_a_deal_of_several_changes_has_the_verdicts_typed_for_it(deletion: Scenario, deal: Deal) -> None:
    lines = verdicts(deletion, history_but(deletion, **deal.changed))
    assert signs(deletion, lines, Subject.ARTICLE) == deal.articles
    assert signs(deletion, lines, Subject.TITLE) == deal.title
    assert signs(deletion, lines, Subject.LETTERS) == deal.letters
    assert signs(deletion, lines, Subject.ADDITIONAL) == deal.additional


@pytest.mark.parametrize(("names", "articles", "reason"), OPEN_QUESTIONS, ids=lambda value: str(value)[:40])
def test_a_question_left_open_gives_no_words(
    deletion: Scenario, names: tuple[str, ...], articles: str, reason: str
) -> None:
    package = deletion.package(**{name: HISTORY[name] for name in HISTORY if name not in names})
    lines = verdicts(deletion, package)
    assert signs(deletion, lines, Subject.ARTICLE) == articles, reason


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
