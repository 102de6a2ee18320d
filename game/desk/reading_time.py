"""Whether a scenario can be read and played in the minutes that it promises, and its papers in some."""

from fractions import Fraction
from typing import Final

from game.analysis.reading_load import ReadingLoad, reading_load, words_in
from game.content import codes
from game.content.load import Loaded
from game.rules.scenario import Scenario

MARGIN: Final = Fraction(1, 3)
"""By how much all that can be met in a game may exceed the minutes promised.

Measured: games of the bots take between 68 and 80 hundredths of it (`tests/desk/test_reading_time.py`), for
an agreement comes before the last exchange and not every card is put.
"""

PAPER_WORDS: Final = 700
"""Words of a paper that one side reads alone.

An assumption: three and a half minutes at 200 words a minute, which a lesson can spare beside the public
briefing.
"""

_PAPERS: Final = (("briefing.confidential", None), ("role", "text"))


def reading_loads(scenario: Scenario) -> tuple[ReadingLoad, ReadingLoad]:
    """Return what each side reads and decides in a game."""
    return reading_load(scenario, 0), reading_load(scenario, 1)


def check_reading(loaded: Loaded) -> None:
    """Warn of a game that takes longer than it says, and of papers that nobody reads to the end."""
    scenario, reading = loaded.scenario, loaded.reading
    if scenario is None or reading is None:
        return
    longest = max(reading_loads(scenario), key=lambda each: each.minutes)
    if longest.minutes > scenario.minutes * (1 + MARGIN):
        loaded.report.add(
            codes.N904,
            reading.at("scenario", "minutes"),
            party=scenario.parties[longest.party].id,
            words=longest.total,
            decisions=longest.decisions,
            needed=longest.minutes,
            said=scenario.minutes,
            least=least_minutes(longest),
        )
    for said in reading.said:
        if (said.where, None) in _PAPERS or (said.where, said.name) in _PAPERS:
            count = words_in(said.node.text)
            if count > PAPER_WORDS:
                loaded.report.add(codes.N905, said.node.at(0, 1), count=count, limit=PAPER_WORDS)


def least_minutes(load: ReadingLoad) -> int:
    """Return the minutes that a scenario must promise at least to be believed.

    >>> least_minutes(ReadingLoad(0, {}, turns=45, cards=0))
    23
    """
    least = load.minutes / (1 + MARGIN)
    return -(-least.numerator // least.denominator)
