from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.concordance import (
    PARAGRAPH,
    Finding,
    Ground,
    Mark,
    Subject,
    Verdict,
    changes,
    is_history,
    is_same_text,
    plain,
    same_articles,
    verdicts,
)
from game.rules.instrument import article_paragraphs
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Scenario
from tests.rules.drafting import (
    ARTICLES,
    DUES,
    FERRY,
    FLAG,
    FORCE,
    FORM,
    PILOTS,
    SEAL,
    scenario,
    with_option,
)

BASE = scenario()
VALE, TARN = 0, 1


def history(**changed: str) -> Package:
    over = BASE.package(**changed)
    return tuple(o if o != OPEN else h for o, h in zip(over, BASE.historical_package(), strict=True))


def left_open(issue: int) -> Package:
    package = BASE.historical_package()
    return (*package[:issue], OPEN, *package[issue + 1 :])


def line(package: Package, subject: Subject, number: int | None = None, base: Scenario = BASE) -> Verdict:
    (found,) = (v for v in verdicts(base, package) if v.subject is subject and v.number == number)
    return found


def article(number: int, package: Package) -> Verdict:
    return line(package, Subject.ARTICLE, number)


def judged(verdict: Verdict) -> tuple[Finding, int | None, Ground]:
    return verdict.finding, verdict.towards, verdict.ground


def test_history_is_the_same_throughout() -> None:
    lines = verdicts(BASE, history())
    assert {judged(each) for each in lines} == {(Finding.SAME, None, Ground.AS_IN_HISTORY)}
    assert [each.subject for each in lines] == [Subject.ARTICLE] * 3 + [Subject.TITLE, Subject.LETTERS]
    assert (same_articles(lines), is_history(lines)) == (3, True)


def test_a_deviation_on_the_ladder_is_closer_to_its_side() -> None:
    verdict = article(1, history(ferry="daily"))
    assert judged(verdict) == (Finding.CLOSER, TARN, Ground.ONE_SIDE)
    assert [(d.issue, d.option, d.history, d.towards) for d in verdict.deviations] == [(FERRY, 2, 1, TARN)]
    assert judged(article(1, history(pilots="own"))) == (Finding.CLOSER, VALE, Ground.ONE_SIDE)


def test_deviations_to_one_side_together_are_closer_to_it() -> None:
    verdict = article(1, history(ferry="daily", pilots="shared"))
    assert judged(verdict) == (Finding.CLOSER, TARN, Ground.ONE_SIDE)


def test_deviations_to_both_sides_are_different() -> None:
    verdict = article(1, history(ferry="daily", pilots="own"))
    assert judged(verdict) == (Finding.DIFFERENT, None, Ground.BOTH_SIDES)


def test_a_deviation_on_no_ladder_is_different() -> None:
    assert judged(article(3, history(force="signature"))) == (Finding.DIFFERENT, None, Ground.UNORDERED)


def test_the_same_options_in_other_words_are_different() -> None:
    held = BASE.issues[FORCE].options[1]
    mutant = with_option(BASE, FORCE, 1, replace(held, clause="In force once ratified."))
    verdict = line(history(), Subject.ARTICLE, 3, mutant)
    assert judged(verdict) == (Finding.DIFFERENT, None, Ground.WORDING)
    assert verdict.deviations == ()
    assert not is_history(verdicts(mutant, history()))


def test_an_article_without_words_is_absent_and_still_says_why() -> None:
    verdict = article(1, history(ferry="none"))
    assert judged(verdict) == (Finding.ABSENT, None, Ground.NO_WORDS)
    assert [d.towards for d in verdict.deviations] == [VALE]
    assert verdict.draft == ""


def test_a_paragraph_missing_beside_another_is_no_absence() -> None:
    verdict = article(1, history(ferry="none", pilots="own"))
    assert verdict.finding is Finding.CLOSER
    assert verdict.towards == VALE


def test_an_option_that_changes_only_a_letter_leaves_the_article_as_it_was() -> None:
    package = history(dues="half")
    assert article(2, package).finding is Finding.SAME
    letters = line(package, Subject.LETTERS)
    assert judged(letters) == (Finding.CLOSER, VALE, Ground.ONE_SIDE)
    assert is_history(verdicts(BASE, package))


def test_letters_further_along_the_ladder_are_closer_to_that_side() -> None:
    assert judged(line(history(seal="gilded"), Subject.LETTERS))[:2] == (Finding.CLOSER, TARN)
    mixed = line(history(seal="gilded", dues="half"), Subject.LETTERS)
    assert judged(mixed) == (Finding.DIFFERENT, None, Ground.BOTH_SIDES)


def test_letters_that_say_nothing_are_absent() -> None:
    verdict = line(history(seal="unsealed", dues="half"), Subject.LETTERS)
    assert judged(verdict) == (Finding.ABSENT, None, Ground.NO_WORDS)


def test_options_without_letters_on_either_hand_do_not_touch_the_letters() -> None:
    assert line(history(ferry="daily"), Subject.LETTERS).finding is Finding.SAME


def test_another_title_is_judged_on_its_ladder() -> None:
    package = history(form="treaty")
    title = line(package, Subject.TITLE)
    assert judged(title) == (Finding.CLOSER, TARN, Ground.ONE_SIDE)
    assert (title.official, title.draft) == ("Accord", "Treaty")
    assert is_history(verdicts(BASE, package))


def test_without_an_instrument_every_article_and_the_title_are_absent() -> None:
    lines = verdicts(BASE, history(form="nothing", flag="dipped"))
    found = {(each.finding, each.ground) for each in lines if each.subject is not Subject.LETTERS}
    assert found == {(Finding.ABSENT, Ground.NO_INSTRUMENT)}


def test_words_of_no_article_are_additional_and_not_history() -> None:
    lines = verdicts(BASE, history(flag="dipped"))
    (added,) = (each for each in lines if each.subject is Subject.ADDITIONAL)
    assert (added.issue, added.number) == (FLAG, None)
    assert judged(added) == (Finding.ADDITIONAL, VALE, Ground.NOT_IN_HISTORY)
    assert [change.mark for change in added.changes] == [Mark.ADDED]
    assert same_articles(lines) == 3
    assert not is_history(lines)


def test_an_open_issue_is_judged_as_the_options_that_say_nothing() -> None:
    both = tuple(OPEN if i == FERRY else o for i, o in enumerate(history(pilots="own")))
    assert judged(article(1, both)) == (Finding.CLOSER, VALE, Ground.ONE_SIDE)


def test_an_open_issue_that_history_left_unsaid_is_no_deviation() -> None:
    assert article(1, left_open(PILOTS)).finding is Finding.SAME


def test_an_open_issue_of_which_every_option_speaks_is_different_where_words_remain() -> None:
    base = with_option(BASE, FERRY, 0, replace(BASE.issues[FERRY].options[0], clause="No ferry shall cross."))
    package = tuple(OPEN if i == FERRY else o for i, o in enumerate(history(pilots="own")))
    verdict = line(package, Subject.ARTICLE, 1, base)
    assert judged(verdict) == (Finding.DIFFERENT, None, Ground.UNORDERED)
    assert verdict.deviations[0].option == OPEN


def test_nothing_agreed_is_absent_in_every_line() -> None:
    lines = verdicts(BASE, empty(len(BASE.issues)))
    assert {each.finding for each in lines} == {Finding.ABSENT}


def test_without_a_declaration_there_is_nothing_to_compare() -> None:
    lines = verdicts(scenario(declaration=None), history())
    assert lines == ()
    assert not is_history(lines)


def test_texts_are_compared_by_words_and_the_printers_sic_is_ignored() -> None:
    assert is_same_text("the island of\n Shikoton [sic] and", "the island  of Shikoton and")
    assert not is_same_text("the island of Shikoton", "the island of Shikotan")
    assert not is_same_text("One. Two.", "One.\n\nTwo.")


def test_changed_words_are_marked() -> None:
    verdict = article(2, history(dues="waived"))
    struck = " ".join(c.words for c in verdict.changes if c.mark is Mark.STRUCK)
    assert "One half of the" in struck
    assert "Boats in distress pay nothing." in verdict.changes[-1].words
    assert verdict.citation == "ACC, art. 2"


words = st.lists(st.sampled_from(["a", "b", "c", "the", "\n\n"]), max_size=12).map(" ".join)


@given(words, words)
def test_marked_words_give_both_texts_back(official: str, draft: str) -> None:
    runs = changes(official, draft)
    old = " ".join(run.words for run in runs if run.mark is not Mark.ADDED).split()
    new = " ".join(run.words for run in runs if run.mark is not Mark.STRUCK).split()
    assert (tuple(old), tuple(new)) == (plain(official), plain(draft))
    assert PARAGRAPH not in plain(official.replace("\n\n", ""))


@pytest.mark.parametrize("issue", range(len(BASE.issues)))
def test_every_deviation_names_the_issue_that_was_changed(issue: int) -> None:
    for position in range(len(BASE.issues[issue].options)):
        package = history()
        changed = (*package[:issue], position, *package[issue + 1 :])
        for verdict in verdicts(BASE, changed):
            assert {deviation.issue for deviation in verdict.deviations} <= {issue}


def test_dues_have_their_fixed_words_in_the_drafted_text() -> None:
    assert article(2, history()).draft.endswith("Boats in distress pay nothing.")
    assert article(2, left_open(DUES)).draft == ""


@pytest.mark.parametrize(
    "package",
    [
        history(),
        history(ferry="daily", dues="waived", form="treaty", seal="gilded", flag="flown"),
        history(form="nothing", flag="dipped"),
        history(dues="half", seal="unsealed"),
        BASE.package(ferry="weekly"),
    ],
)
def test_every_verdict_carries_both_texts_the_changes_between_them_and_its_citation(package: Package) -> None:
    articles = {each.number: each for each in ARTICLES}
    for verdict in verdicts(BASE, package):
        assert verdict.changes == changes(verdict.official, verdict.draft)
        assert all(isinstance(change.mark, Mark) and change.words for change in verdict.changes)
        match verdict.subject:
            case Subject.ARTICLE:
                assert verdict.number is not None
                article = articles[verdict.number]
                assert (verdict.official, verdict.citation) == (article.official, article.source)
                assert verdict.draft == "\n\n".join(article_paragraphs(BASE, article, package))
            case Subject.ADDITIONAL:
                assert (verdict.official, verdict.citation) == ("", "ACC")
                assert verdict.draft in ("Flags shall be dipped.", "Flags fly.")
            case Subject.TITLE:
                assert (verdict.issue, verdict.official, verdict.citation) == (FORM, "Accord", "ACC")
                assert verdict.draft == (
                    "" if package[FORM] == OPEN else ("", "Accord", "Treaty")[package[FORM]]
                )
            case Subject.LETTERS:
                assert (verdict.issue, verdict.citation) == (None, "ACC")
                assert verdict.official == "No other town may claim the same.\n\nBoth seals are set."


def test_letters_are_drafted_one_under_the_other() -> None:
    verdict = line(history(seal="gilded"), Subject.LETTERS)
    assert verdict.draft == "No other town may claim the same.\n\nBoth seals are set in gold."


def test_letters_left_open_lie_where_those_lie_that_write_none() -> None:
    assert judged(line(left_open(SEAL), Subject.LETTERS)) == (Finding.CLOSER, VALE, Ground.ONE_SIDE)
    assert judged(line(left_open(DUES), Subject.LETTERS)) == (Finding.DIFFERENT, None, Ground.UNORDERED)


def test_a_title_left_open_lies_where_those_lie_that_give_none() -> None:
    (deviation,) = line(left_open(FORM), Subject.TITLE).deviations
    assert (deviation.issue, deviation.option, deviation.towards) == (FORM, OPEN, VALE)


def test_additional_words_that_history_too_wrote_beside_its_articles_are_no_deviation() -> None:
    flown = tuple(replace(each, history=2) if i == FLAG else each for i, each in enumerate(BASE.issues))
    base = replace(BASE, issues=flown)
    added = line(base.historical_package(), Subject.ADDITIONAL, base=base)
    assert (added.deviations, added.towards) == ((), None)
    assert line(history(flag="dipped"), Subject.ADDITIONAL, base=base).towards == VALE


def test_additional_words_cite_the_evidence_of_their_option_and_else_the_declaration() -> None:
    dipped = BASE.issues[FLAG].options[0]
    for evidence, citation in (("LOG", "LOG"), ("", "ACC")):
        base = with_option(BASE, FLAG, 0, replace(dipped, evidence=evidence))
        assert line(history(flag="dipped"), Subject.ADDITIONAL, base=base).citation == citation


def test_a_frequent_word_of_a_long_text_is_compared_like_any_other() -> None:
    """A shortcut for files takes words that make up a hundredth of a long text for chaff."""
    official = " ".join(f"the {number}" for number in range(150))
    runs = changes(official, official.replace("the 7 ", "the seven "))
    assert [run.words for run in runs if run.mark is not Mark.KEPT] == ["7", "seven"]
