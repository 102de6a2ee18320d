"""The conformance catalogue: every deal of `deals.yaml` has the verdicts that were typed for it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.rules.concordance import Subject, is_history, verdicts
from game.rules.package import Package
from game.rules.scenario import Scenario
from tests.concordance.test_deletion import SETTLES, sign

FILE = Path(__file__).with_name("deals.yaml")
DEALS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["deals"]
LEAST = 64


def package_of(scenario: Scenario, deal: dict[str, Any]) -> Package:
    """Return history with the deal's options laid upon it, less what it leaves open."""
    if deal.get("open") == "all":
        return scenario.package()
    agreed = {issue.id: issue.options[issue.history].id for issue in scenario.issues}
    agreed |= deal["options"]
    return scenario.package(**{id: option for id, option in agreed.items() if id not in deal.get("open", ())})


@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: str(deal["id"]))
def test_a_deal_has_the_verdicts_typed_for_it(deletion: Scenario, deal: dict[str, Any]) -> None:
    lines = verdicts(deletion, package_of(deletion, deal))
    found = {
        field: "".join(sign(deletion, line) for line in lines if line.subject is subject)
        for field, subject in (
            ("articles", Subject.ARTICLE),
            ("name", Subject.TITLE),
            ("letters", Subject.LETTERS),
            ("added", Subject.ADDITIONAL),
        )
    }
    assert found == {field: deal[field] for field in found}, f"{deal['title']}: {deal['why']}"
    assert is_history(lines) == (deal["articles"] == "=" * 10 and not deal["added"])


def test_the_catalogue_is_long_enough_and_numbered_in_its_order() -> None:
    assert len(DEALS) >= LEAST
    sections = sorted({deal["id"][0] for deal in DEALS})
    expected = [
        f"{section}.{number}"
        for section in sections
        for number in range(1, 1 + sum(deal["id"][0] == section for deal in DEALS))
    ]
    assert [deal["id"] for deal in DEALS] == expected


def test_no_deal_stands_there_twice(deletion: Scenario) -> None:
    packages = [package_of(deletion, deal) for deal in DEALS]
    assert len(set(packages)) == len(packages)
    assert len({deal["title"] for deal in DEALS}) == len(DEALS)


def test_every_deal_has_ten_verdicts_and_a_reason() -> None:
    for deal in DEALS:
        assert re.fullmatch("[=uj!-]{10}", deal["articles"]), deal["id"]
        assert re.fullmatch("[=uj!-]", deal["name"]), deal["id"]
        assert re.fullmatch("[=uj!-]", deal["letters"]), deal["id"]
        assert re.fullmatch("[uj]*", deal["added"]), deal["id"]
        assert deal["why"].endswith("."), deal["id"]


def test_every_citation_is_a_source_of_the_scenario_or_of_the_dossier(deletion: Scenario) -> None:
    cited = {
        code.strip()
        for deal in DEALS
        for group in re.findall(r"\[([^\]]+)\]", deal["why"])
        for code in group.split(";")
    }
    assert len(cited) > 15
    assert cited <= set(deletion.sources)


def test_the_catalogue_changes_every_question_to_every_option(deletion: Scenario) -> None:
    alone = sorted(
        (issue, option)
        for deal in DEALS
        if len(deal["options"]) == 1 and "open" not in deal and deal["id"].startswith("A.")
        for issue, option in deal["options"].items()
    )
    assert alone == sorted(
        (issue.id, option.id)
        for issue in deletion.issues
        for index, option in enumerate(issue.options)
        if index != issue.history
    )


def test_a_question_alone_touches_no_article_but_its_own() -> None:
    for deal in DEALS:
        if len(deal["options"]) == 1 and "open" not in deal and deal["options"].get("instrument") != "none":
            (issue,) = deal["options"]
            touched = {number for number, mark in enumerate(deal["articles"], start=1) if mark != "="}
            assert touched <= {number for number, issues in SETTLES.items() if issue in issues}, deal["id"]


def test_every_verdict_and_both_sides_occur_in_every_line() -> None:
    for number in range(10):
        assert {"=", "-"} <= {deal["articles"][number] for deal in DEALS}
    assert {deal["name"] for deal in DEALS} == set("=!-")
    assert {deal["letters"] for deal in DEALS} == set("=u!-")
