"""What the table says of each place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.rules.apply import open_negotiation
from game.rules.scenario import Scenario
from game.rules.state import Offer
from game.rules.view import view_for
from game.text.catalogue import load
from game.ui.map_status import (
    UNTOUCHED,
    Stage,
    Status,
    TableFacts,
    Term,
    facts_of,
    legend,
    rules_of,
    statuses,
)
from tests.conftest import DELETION, ROOT, loaded

PLACES = ("habomai", "shikotan", "kunashiri", "etorofu")
RULES = rules_of(loaded(DELETION))

Options = Mapping[str, str]


def found(
    agreed: Options, first: Sequence[Options] = (), second: Sequence[Options] = ()
) -> dict[str, Status]:
    return statuses(TableFacts(agreed, (first, second), RULES))


def test_an_empty_table_leaves_every_place_untouched() -> None:
    assert found({}) == dict.fromkeys(PLACES, UNTOUCHED)


def test_one_offer_colours_what_it_speaks_of_and_nothing_else() -> None:
    now = found({}, [{"islands": "two_after"}])
    assert now["habomai"] == now["shikotan"] == Status(((Term.AFTER_TREATY,), ()))
    assert now["habomai"].stage is Stage.ONE
    assert now["kunashiri"] == now["etorofu"] == UNTOUCHED


def test_offers_that_differ_are_both_shown_the_first_party_first() -> None:
    now = found(
        {}, [{"islands": "two_after", "rest": "final"}], [{"islands": "two_at_once", "rest": "words"}]
    )
    assert (now["shikotan"].stage, now["shikotan"].terms) == (Stage.APART, (Term.AFTER_TREATY, Term.AT_ONCE))
    assert now["etorofu"].terms == (Term.CLOSED, Term.WORDS)


def test_offers_that_meet_are_not_yet_agreed() -> None:
    now = found({}, [{"rest": "named"}], [{"rest": "named"}])
    assert (now["kunashiri"].stage, now["kunashiri"].terms) == (Stage.SAME, (Term.NAMED,))


def test_what_is_agreed_outweighs_what_was_offered() -> None:
    now = found({"islands": "two_after"}, [{"islands": "nothing", "rest": "silent"}])
    assert (now["habomai"].stage, now["habomai"].terms) == (Stage.AGREED, (Term.AFTER_TREATY,))
    assert now["etorofu"].terms == (Term.SILENT,)


def test_with_nothing_handed_over_the_words_on_territory_decide_for_the_pair() -> None:
    assert found({"islands": "nothing"})["habomai"].stage is Stage.NONE
    assert found({"islands": "nothing", "rest": "words"})["habomai"].agreed is Term.WORDS
    assert found({"islands": "nothing", "rest": "silent"})["habomai"].agreed is Term.SILENT


def test_naming_two_other_islands_does_not_name_the_pair() -> None:
    now = found({"islands": "nothing", "rest": "named"})
    assert (now["shikotan"].agreed, now["kunashiri"].agreed) == (Term.SILENT, Term.NAMED)


def test_alternatives_of_one_side_are_all_heard_once() -> None:
    two = [{"islands": "nothing", "rest": "silent"}, {"islands": "two_after", "rest": "final"}]
    now = found({}, [*two, two[0]])
    assert now["habomai"].voices == ((Term.SILENT, Term.AFTER_TREATY), ())
    assert now["etorofu"].voices == ((Term.SILENT, Term.CLOSED), ())


def test_an_option_of_another_scenario_changes_nothing() -> None:
    assert found({"rest": "a_conference"}, [{"fisheries": "convention"}]) == dict.fromkeys(PLACES, UNTOUCHED)


def test_talks_about_no_place_on_the_map_colour_none(ports: Scenario) -> None:
    view = view_for(ports, open_negotiation(ports).state, 0)
    assert statuses(facts_of(view)) == {}


def test_both_seats_get_the_same_facts_from_their_views(deletion: Scenario) -> None:
    state = open_negotiation(deletion).state
    issues = [issue.id for issue in deletion.issues]
    at = issues.index("islands")
    option = [each.id for each in deletion.issues[at].options].index("two_after")
    package = tuple(option if index == at else -1 for index in range(len(issues)))
    offer = Offer((package,), False, False, "", 0, 0)
    state = replace(state, offers=(offer, None))
    first, second = (facts_of(view_for(deletion, state, party)) for party in (0, 1))
    assert first == second
    assert first.offers == ([{"islands": "two_after"}], [])
    assert statuses(first)["habomai"].voices == ((Term.AFTER_TREATY,), ())


def test_the_legend_has_a_sentence_for_every_term_at_every_stage() -> None:
    say = load(ROOT / "assets/text/en.yaml")
    for term in set(Term) - {Term.UNTOUCHED}:
        for status in (Status(((term,), ())), Status(((term,), (term,))), Status(agreed=term)):
            rows = legend({"etorofu": status}, ("USSR", "Japan"), say)
            assert len(rows) == 2
            assert rows[-1].text == "Not on the table"


def test_sides_that_differ_have_a_line_each_in_the_legend() -> None:
    say = load(ROOT / "assets/text/en.yaml")
    status = Status(((Term.AFTER_TREATY,), (Term.AT_ONCE,)))
    rows = [row.text for row in legend({"habomai": status}, ("USSR", "Japan"), say)]
    assert rows == ["USSR: after a treaty", "Japan: handed over at once", "Not on the table"]
