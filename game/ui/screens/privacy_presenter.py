"""The privacy screen of the hot seat: nothing secret is on it."""

from dataclasses import dataclass

from game.rules.scenario import Party
from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control
from game.ui.wishes import Next


@dataclass(frozen=True, slots=True)
class PrivacyModel:
    """Hand over to the other delegation."""

    title: str
    text: str
    ready: Control


def privacy_model(say: Catalogue, party: Party) -> PrivacyModel:
    """Return the screen that stands between the two delegations."""
    return PrivacyModel(
        title=say("ui.privacy.title", party=party.name),
        text=say("ui.privacy.text", delegation=party.delegation, capital=party.capital),
        ready=Control("ready", say("ui.privacy.ready", party=party.name), Next()),
    )
