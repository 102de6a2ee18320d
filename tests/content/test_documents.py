"""How sure a paper is stands on it, in one of a few words."""

from pathlib import Path

import pytest

from game.content.documents import LABELS
from game.content.load import Loaded, load_sources

PORTS = Path(__file__).parents[1] / "scenarios" / "two-ports" / "scenario.yaml"


def labelled(label: str) -> Loaded:
    """Return the scenario of the tests with `label` on its disputed paper."""
    text = PORTS.read_text(encoding="utf-8")
    assert text.count("label: disputed") == 1
    return load_sources({"two-ports/scenario.yaml": text.replace("label: disputed", f"label: {label}")})


@pytest.mark.parametrize("label", LABELS)
def test_a_paper_carries_its_label(label: str) -> None:
    scenario = labelled(label).scenario
    assert scenario is not None
    assert label in [paper.label for paper in scenario.documents]


def test_another_label_is_told_with_those_there_are() -> None:
    report = labelled("rumour").report
    assert report.codes() == ("N109",)
    assert "single source" in report.render()
