"""The privacy screen of the hot seat: nothing secret is on it."""

from dataclasses import dataclass

from game.rules.scenario import Party
from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control
from game.ui.wishes import Next


@dataclass(frozen=True, slots=True)
class PrivacyModel:
    """Hand over to the other delegation."""

    party: str  # its id, for the flag
    talks: str
    title: str
    delegation: str
    text: str
    ready: Control


def privacy_model(say: Catalogue, talks: str, party: Party) -> PrivacyModel:
    """Return the screen that stands between the two delegations.

    Args:
        talks: the title of the scenario.
    """
    return PrivacyModel(
        party=party.id,
        talks=talks,
        title=say("ui.privacy.title", party=party.name),
        delegation=party.delegation,
        text=say("ui.privacy.text", party=party.name),
        ready=Control(
            "ready", say("ui.privacy.ready", party=party.name), Next(), does=say("ui.privacy.ready_does")
        ),
    )
