"""Who may sit in the other chair: the scenario's personas and the five simple partners, by id."""

from collections.abc import Callable, Mapping

from game.ai import partners
from game.ai.bot import Bot
from game.ai.personas import PersonaBot
from game.ai.succession import Succession
from game.rules.scenario import Scenario

PARTNERS: Mapping[str, Callable[[Scenario, int], Bot]] = {
    "repeat_best": partners.repeat_best,
    "random_legal": partners.random_legal,
    "linear": partners.linear,
    "always_reject": partners.always_reject,
    "tit_for_tat_steps": partners.tit_for_tat,
}
"""The simple partners; a scenario's persona of the same id comes first."""


def bots_for(scenario: Scenario, party: int) -> tuple[str, ...]:
    """Return the ids of all who may sit in the chair of `party`: personas first, in the file's order."""
    own = tuple(persona.id for persona in scenario.personas if persona.party in (None, party))
    return own + tuple(id for id in PARTNERS if id not in own)


def bot_for(scenario: Scenario, persona_id: str, party: int) -> Bot:
    """Return the bot called `persona_id` for the chair of `party`.

    Raises:
        KeyError: nobody of that id may sit in that chair; the message lists who may.
    """
    for persona in scenario.personas:
        if persona.id == persona_id and persona.party in (None, party):
            seated = Succession if persona.seats else PersonaBot
            return seated(scenario, persona, party)
    if persona_id in PARTNERS and persona_id in bots_for(scenario, party):
        return PARTNERS[persona_id](scenario, party)
    raise KeyError(
        f"nobody called {persona_id!r} sits there; there are {', '.join(bots_for(scenario, party))}"
    )
