"""The sections `opening:` and `briefing:`: where it starts and what a delegation reads first."""

from game.content.reader import Fields
from game.content.reading import Reading
from game.rules.package import empty
from game.rules.scenario import Briefing, Opening


def read_opening(reading: Reading, fields: Fields) -> Opening:
    """Return the opening that `fields` gives."""
    names = reading.names
    round_ = fields.reference("round", names.rounds, "round")
    if fields.has("agreed"):
        agreed = fields.package("agreed", "what stands agreed at the opening")
    else:
        fields.ignore("agreed")
        agreed = empty(len(names.issues))
    fields.close()
    return Opening(agreed, round_)


def read_briefing(reading: Reading, fields: Fields) -> Briefing:
    """Return the briefing that `fields` gives."""
    public = fields.prose("public")
    below = fields.below("confidential", "'confidential' of the briefing")
    first, second = (below.text(party) for party in reading.names.pair)
    below.close()
    checks: list[tuple[str, str]] = []
    for each in fields.each("rules_check", "a question of the rules check"):
        checks.append((each.text("question"), each.text("answer")))
        each.close()
    fields.close()
    return Briefing(public, (first, second), tuple(checks))
