"""The planning card: what matters most, what to do if it fails, one prediction. Shown again at the end."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class PlanningModel:
    """The planning card."""

    title: str
    intro: str
    most_heading: str
    most: tuple[Control, ...]  # the issues open at the start
    failing_heading: str
    failing: tuple[Control, ...]
    prediction_heading: str  # the question that is predicted
    prediction: tuple[Control, ...]  # 50, 70, 90 %
    lock: Control
    skip: Control
