from dataclasses import replace

from game.rules.instrument import compose, has_instrument, paragraphs, text
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Scenario
from tests.rules.drafting import DUES, FERRY, FLAG, FORM, ISSUES, PILOTS, SEAL, option, scenario, with_option


def history(base: Scenario, **changed: str) -> Package:
    over = base.package(**changed)
    return tuple(o if o != OPEN else h for o, h in zip(over, base.historical_package(), strict=True))


def test_blank_lines_part_paragraphs_and_line_ends_inside_one_do_not() -> None:
    assert paragraphs("  One\n  line.\n \t\n\nTwo.\n") == ("One line.", "Two.")
    assert paragraphs(" \n ") == ()


def test_the_historical_instrument_has_every_article_in_order() -> None:
    base = scenario()
    instrument = compose(base, history(base), "9 May 1931")
    assert [(a.number, a.declaration_article) for a in instrument.articles] == [(1, 1), (2, 2), (3, 3)]
    assert instrument.articles[1].paragraphs == (
        "One half of the dues shall be paid.",
        "They shall be published on the quay.",
        "Boats in distress pay nothing.",
    )
    assert instrument.preamble == ("The two towns, being neighbours,", "have agreed:")
    assert instrument.title == "Accord"


def test_an_article_without_words_is_dropped_and_later_ones_renumbered() -> None:
    base = scenario()
    instrument = compose(base, history(base, ferry="none"))
    assert [(a.number, a.declaration_article) for a in instrument.articles] == [(1, 2), (2, 3)]


def test_fixed_words_appear_only_with_words_of_an_issue() -> None:
    base = with_option(scenario(), DUES, 0, option("full"))
    instrument = compose(base, history(base, dues="full"))
    assert [a.declaration_article for a in instrument.articles] == [1, 3]
    assert "distress" not in text(instrument)


def test_a_part_that_runs_on_continues_the_sentence_before_it() -> None:
    base = scenario()
    instrument = compose(base, history(base, pilots="own"))
    assert instrument.articles[0].paragraphs == (
        "A ferry shall cross the estuary once in every week and each town shall keep its own pilots.",
    )


def test_a_part_that_runs_on_with_a_new_sentence_keeps_the_full_stop() -> None:
    base = scenario()
    instrument = compose(base, history(base, pilots="shared"))
    assert instrument.articles[0].paragraphs == (
        "A ferry shall cross the estuary once in every week. Pilots shall be shared.",
    )


def test_a_part_that_runs_on_from_nothing_opens_the_paragraph() -> None:
    base = scenario()
    instrument = compose(base, history(base, ferry="none", pilots="shared"))
    assert instrument.articles[0].paragraphs == ("Pilots shall be shared.",)
    assert instrument.articles[0].issues == (PILOTS,)


def test_words_of_no_article_follow_as_an_additional_one() -> None:
    base = scenario()
    added = compose(base, history(base, flag="dipped")).articles[-1]
    assert (added.number, added.declaration_article, added.issues) == (4, None, (FLAG,))


def test_an_open_issue_gives_no_words() -> None:
    base = scenario()
    instrument = compose(base, empty(len(base.issues)))
    assert instrument.articles == ()
    assert instrument.letters == ()
    assert instrument.title == ""


def test_letters_stand_beside_the_text_in_the_order_of_the_issues() -> None:
    base = scenario()
    instrument = compose(base, history(base))
    assert [each.issue for each in instrument.letters] == [DUES, SEAL]
    assert "No other town" not in " ".join(p for a in instrument.articles for p in a.paragraphs)


def test_where_there_is_no_instrument_only_letters_are_left() -> None:
    base = scenario()
    package = history(base, form="nothing")
    assert not has_instrument(base, package)
    instrument = compose(base, package)
    assert (instrument.articles, instrument.preamble, instrument.testimonium) == ((), (), ())
    assert len(instrument.letters) == 2


def test_without_a_declaration_there_is_one_article_for_each_issue_with_a_clause() -> None:
    base = scenario(declaration=None)
    instrument = compose(base, history(base, flag="dipped"))
    assert [a.issues[0] for a in instrument.articles] == [FERRY, DUES, 3, FLAG]
    assert [a.number for a in instrument.articles] == [1, 2, 3, 4]
    assert instrument.title == "Drafting"


def test_a_declaration_without_a_title_issue_keeps_its_own_title() -> None:
    base = scenario()
    assert base.declaration is not None
    base = replace(base, declaration=replace(base.declaration, title_issue=None, titles=()))
    assert compose(base, empty(len(ISSUES))).title == "Accord"


def test_the_plain_text_reads_from_title_to_letters() -> None:
    base = scenario()
    assert text(compose(base, history(base, form="treaty"), "9 May 1931")) == (
        "Treaty\n\n"
        "The two towns, being neighbours,\n\nhave agreed:\n\n"
        "1. A ferry shall cross the estuary once in every week.\n\n"
        "2. One half of the dues shall be paid.\n\n"
        "They shall be published on the quay.\n\nBoats in distress pay nothing.\n\n"
        "3. In force when ratified.\n\n"
        "DONE in two copies.\n\n"
        "Gull Island, 9 May 1931.\n\n"
        "The Warden of Vale\n\nThe Provost of Tarn\n\n"
        "Letters\n\nNo other town may claim the same.\n\nBoth seals are set."
    )


def test_the_title_follows_the_question_of_the_instrument() -> None:
    base = scenario()
    package = history(base)
    for position, title in enumerate(("", "Accord", "Treaty")):
        changed = (*package[:FORM], position, *package[FORM + 1 :])
        assert compose(base, changed).title == title
