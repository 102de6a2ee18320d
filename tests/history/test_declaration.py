"""The Declaration that the historical options compose, held against the print of the United Nations.

`declaration.txt` holds paragraphs 1 to 10 of S-UNTS, typed from the print: "Shikoton" [sic].
"""

from pathlib import Path

from game.rules.instrument import compose, paragraphs
from game.rules.scenario import Scenario

PRINT = paragraphs(Path(__file__).with_name("declaration.txt").read_text(encoding="utf-8"))


def composed(scenario: Scenario) -> tuple[str, ...]:
    found: list[str] = []
    for article in compose(scenario, scenario.historical_package()).articles:
        first, *rest = article.paragraphs
        found += [f"{article.number}. {first}", *rest]
    return tuple(found)


def test_history_composes_the_ten_paragraphs_of_the_print_word_for_word(deletion: Scenario) -> None:
    assert composed(deletion) == PRINT


def test_official_texts_are_the_print(deletion: Scenario) -> None:
    assert deletion.declaration is not None
    official: list[str] = []
    for article in deletion.declaration.articles:
        first, *rest = paragraphs(article.official)
        official += [f"{article.number}. {first}", *rest]
    assert tuple(official) == PRINT


def test_negotiators_and_signatories_are_two_lists(deletion: Scenario) -> None:
    declaration = deletion.declaration
    assert declaration is not None
    soviet, japanese = declaration.signatures
    assert "Khrushchev" in declaration.preamble
    assert "KHRUSHCHEV" not in soviet
    assert "SHEPILOV" in soviet
    assert "Shepilov" not in declaration.preamble
    assert [line.split()[-1] for line in japanese.splitlines()[1:]] == ["HATOYAMA", "KONO", "MATSUMOTO"]


def test_the_slip_of_the_print_is_marked_once_and_not_repeated(deletion: Scenario) -> None:
    islands = deletion.issues[deletion.issue_index("islands")]
    marked = [option.id for option in islands.options if "[sic]" in option.note]
    slipped = [
        (issue.id, option.id)
        for issue in deletion.issues
        for option in issue.options
        if "Shikoton" in option.clause
    ]
    assert marked == ["two_after"]
    assert slipped == [("islands", "two_after")]
