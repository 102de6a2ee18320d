"""The ways beyond a mandate, offered to the person whose move was refused for it."""

from game.desk.assignments import number_typed
from game.desk.beyond import ways_on
from game.rules.moves import PartyMove
from game.terminal.chair import Chair


def offer_ways(chair: Chair, move: PartyMove) -> bool:
    """Let the person choose a way beyond the mandate; say whether any move was made."""
    ways = ways_on(chair.wording, chair.view, move)
    console, say = chair.console, chair.say
    if not ways:
        return False
    for number, way in enumerate(ways, start=1):
        console.line(f"{number}. {way.label}")
    console.line(f"{len(ways) + 1}. {say('beyond.back')}")
    while True:
        typed = console.ask(say("beyond.prompt", n=len(ways) + 1))
        if typed in ("", "back", "cancel", str(len(ways) + 1)):
            return False
        which = number_typed(typed)
        if which is not None and 1 <= which <= len(ways):
            return all(chair.make(each) for each in ways[which - 1].moves)
        console.line(say("problem.number", n=len(ways) + 1))
