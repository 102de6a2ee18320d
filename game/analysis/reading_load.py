"""How much each side reads in a game, and how many minutes a person alone needs for it and for deciding.

What is counted is what a side may come to see, as if all of it were met: each of its cards, every event, the
longest ending. Of the rounds it is the main course, which is the way from the opening to the end with the
most exchanges. Only what the screens show by themselves is counted, and the papers to be cited: what is kept
for looking up (people, words, dates, single seats of a delegation) is not, nor is what follows the ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from game.rules.package import decided
from game.rules.scenario import END, Issue, Round, Scenario

WORDS_A_MINUTE: Final = 200
"""Words read in a minute by somebody who is to remember them.

Source: Brysbaert (2019), How many words do we read per minute?, Journal of Memory and Language 109: adults
read English non-fiction silently at 238 words a minute, most of them between 175 and 300, and readers of a
second language more slowly.
"""

SECONDS_A_DECISION: Final = 40
"""Seconds from the moment when a turn or a card is there to the answer. An assumption: nobody was timed."""


class Part(Enum):
    """What is read, in the order in which it is met."""

    PUBLIC = "public"  # the summary, the public briefing, what is agreed already, the rules check
    CONFIDENTIAL = "confidential"  # one's own instructions, orders, home and courses without an agreement
    ISSUES = "issues"  # questions, options and what they mean
    ROUNDS = "rounds"  # the cards of the rounds: where, when, who came
    ACTIONS = "actions"
    DECISIONS = "decisions"
    DOCUMENTS = "documents"
    EVENTS = "events"
    EPILOGUE = "epilogue"  # of the longest ending


@dataclass(frozen=True, slots=True)
class ReadingLoad:
    """What one side reads and decides in a game."""

    party: int
    words: Mapping[Part, int]
    turns: int  # moves at the table
    cards: int  # decisions put before it

    @property
    def total(self) -> int:
        """All words."""
        return sum(self.words.values())

    @property
    def minutes(self) -> int:
        """Minutes for reading and deciding, rounded up."""
        needed = Fraction(self.total, WORDS_A_MINUTE) + Fraction(self.decisions * SECONDS_A_DECISION, 60)
        return -(-needed.numerator // needed.denominator)

    @property
    def decisions(self) -> int:
        """Turns and cards."""
        return self.turns + self.cards


def words_in(*texts: str) -> int:
    """Return how many words some texts have together; a word is what stands between white space.

    >>> words_in("Two villages, one footbridge.", "Who pays?")
    6
    """
    return sum(len(text.split()) for text in texts)


def reading_load(scenario: Scenario, party: int) -> ReadingLoad:
    """Return what `party` reads and decides when a game takes its main course."""
    course = main_course(scenario)
    parts = {part: words_in(*texts(scenario, party, course)) for part, texts in _TEXTS.items()}
    return ReadingLoad(
        party=party,
        words=parts,
        turns=sum(_exchanges(each) for each in course),
        cards=sum(decision.party == party for decision in scenario.decisions),
    )


def main_course(scenario: Scenario) -> tuple[Round, ...]:
    """Return the rounds of the way from the opening to the end that has the most exchanges.

    Of two ways with as many it is the one with more rounds. No round leads back, so that there is a longest.
    """
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {END: (0, 0, ())}

    def longest(index: int) -> tuple[int, int, tuple[int, ...]]:
        if index not in best:
            ways = [
                edge for (source, _), edges in scenario.protocol.items() if source == index for edge in edges
            ]
            exchanges, rounds, rest = max((longest(edge.target) for edge in ways), default=best[END])
            own = _exchanges(scenario.rounds[index])
            best[index] = (own + exchanges, 1 + rounds, (index, *rest))
        return best[index]

    return tuple(scenario.rounds[index] for index in longest(scenario.opening.round)[2])


def _exchanges(round_: Round) -> int:
    return sum(slot.exchanges for slot in round_.slots)


def _public(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    yield scenario.summary
    yield scenario.briefing.public
    for issue, option in decided(scenario.opening.agreed):
        yield from (scenario.issues[issue].label, scenario.issues[issue].options[option].label)
    for pair in scenario.briefing.rules_check:
        yield from pair


def _confidential(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    yield scenario.briefing.confidential[party]
    yield scenario.homes[party].batna
    yield from (each.words for each in scenario.homes[party].alternatives)
    for order in scenario.orders:
        if order.party == party:
            yield order.sentence
    for group in scenario.constituencies:
        if group.party == party:
            yield group.label


def _issues(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    tabled = frozenset[int]().union(*(each.agenda | each.reopens for each in course))
    for index in sorted(tabled):
        yield from _issue(scenario.issues[index])


def _issue(issue: Issue) -> Iterator[str]:
    yield from (issue.label, issue.question)
    for option in issue.options:
        yield from (option.label, option.note)


def _rounds(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    for each in course:
        yield from (each.title, each.place, each.setting, *(slot.label for slot in each.slots))
        for delegation in each.delegations:  # who came, of both sides
            yield from (delegation.head, *delegation.members)


def _actions(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    for action in scenario.actions:
        if action.party[party]:
            yield from (action.label, action.note, action.cost)


def _decisions(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    for decision in scenario.decisions:
        if decision.party == party:
            yield from (decision.title, decision.text)
            for choice in decision.choices:
                yield from (choice.label, choice.note)


def _documents(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    for document in scenario.documents:
        if document.seen[party]:
            yield from (document.title, document.text)


def _events(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    for event in scenario.events:
        if event.inject:
            continue  # kept for an instructor
        yield event.text if event.seen[party] else event.footprint
        if event.seen[party]:
            yield max((outcome.text for outcome in event.outcomes), key=words_in, default="")


def _epilogue(scenario: Scenario, party: int, course: tuple[Round, ...]) -> Iterator[str]:
    yield max((f"{ending.title}\n{ending.epilogue}" for ending in scenario.endings), key=words_in, default="")


_TEXTS: Final = {
    Part.PUBLIC: _public,
    Part.CONFIDENTIAL: _confidential,
    Part.ISSUES: _issues,
    Part.ROUNDS: _rounds,
    Part.ACTIONS: _actions,
    Part.DECISIONS: _decisions,
    Part.DOCUMENTS: _documents,
    Part.EVENTS: _events,
    Part.EPILOGUE: _epilogue,
}
