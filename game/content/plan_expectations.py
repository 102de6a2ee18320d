"""What a plan expects, as its author writes it: `ending broken`, `article 9 closer to ussr`, `trust >= 4`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.content.plan import (
    AgreedOn,
    Carried,
    Compared,
    Ended,
    Expectation,
    InRound,
    Refused,
    Stands,
    Waits,
    Worth,
)
from game.content.plan_words import SIGNS, Words
from game.content.source import LARGEST_INTEGER
from game.rules.concordance import Finding
from game.rules.refusals import Why
from game.rules.scenario import Scenario
from game.rules.state import Standing

_FINDINGS: Final = (Finding.CLOSER, Finding.SAME, Finding.DIFFERENT, Finding.ABSENT)

USAGE: Final = (
    "expect ending, round, agreed, decision, article, carries, blocks, stands, points, or a condition"
)


def read_refused(words: Words) -> Refused:
    """Return the refusal that comes after `expect refused`."""
    words.usage = "expect refused CODE [order]"
    why = tuple(Why)[words.one_of({each.value: index for index, each in enumerate(Why)}, "refusal code")]
    order = words.reference(words.names.orders, "order") if words.are_left else None
    words.close()
    return Refused(why, order)


def read_expectation(words: Words, scenario: Scenario) -> Expectation:
    """Return what the words after `expect` say; anything that begins otherwise is a condition."""
    form = _FORMS.get(words.peek())
    if form is None or words.peek(1) in SIGNS:  # a meter may be called `points`
        words.usage = USAGE
        return words.condition()
    words.take("an expectation")
    words.usage, read = form
    found = read(words, scenario)
    words.close()
    return found


def _ending(words: Words, scenario: Scenario) -> Expectation:
    return Ended(words.reference({each.id: i for i, each in enumerate(scenario.endings)}, "ending"))


def _round(words: Words, scenario: Scenario) -> Expectation:
    return InRound(words.reference(words.names.rounds, "round"))


def _agreed(words: Words, scenario: Scenario) -> Expectation:
    return AgreedOn(words.package())


def _decision(words: Words, scenario: Scenario) -> Expectation:
    return Waits(words.reference(words.names.decisions, "decision"))


def _article(words: Words, scenario: Scenario) -> Expectation:
    articles = scenario.declaration.articles if scenario.declaration is not None else ()
    article = words.one_of({str(each.number): i for i, each in enumerate(articles)}, "article")
    finding = _FINDINGS[words.one_of({each.value: i for i, each in enumerate(_FINDINGS)}, "verdict")]
    if finding is not Finding.CLOSER:
        return Compared(article, finding, None)
    words.takes("to")
    return Compared(article, finding, words.party())


def _carries(words: Words, scenario: Scenario) -> Expectation:
    if words.peek() in words.names.constituencies:
        return Stands(_constituency(words), Standing.FOR, words.maybe_package())
    return Carried(words.party(), True, words.maybe_package())


def _blocks(words: Words, scenario: Scenario) -> Expectation:
    if words.peek() in words.names.constituencies:
        return Stands(_constituency(words), Standing.AGAINST, words.maybe_package())
    return Carried(words.party(), False, words.maybe_package())


def _stands(words: Words, scenario: Scenario) -> Expectation:
    constituency = _constituency(words)
    stands = tuple(Standing)
    standing = stands[words.one_of({each.value: i for i, each in enumerate(stands)}, "standing")]
    return Stands(constituency, standing, words.maybe_package())


def _constituency(words: Words) -> int:
    return words.reference(words.names.constituencies, "constituency")


def _points(words: Words, scenario: Scenario) -> Expectation:
    party, comparison = words.party(), words.comparison()
    points = words.count("a number of points", -LARGEST_INTEGER, LARGEST_INTEGER)
    return Worth(party, comparison, points, words.maybe_package())


_Read = tuple[str, Callable[[Words, Scenario], Expectation]]

_FORMS: Final[Mapping[str, _Read]] = {
    "ending": ("expect ending ID", _ending),
    "round": ("expect round ID", _round),
    "agreed": ("expect agreed issue=option ...", _agreed),
    "decision": ("expect decision ID", _decision),
    "article": ("expect article NUMBER same|different|absent|closer to PARTY", _article),
    "carries": ("expect carries PARTY|CONSTITUENCY [issue=option ...]", _carries),
    "blocks": ("expect blocks PARTY|CONSTITUENCY [issue=option ...]", _blocks),
    "stands": ("expect stands CONSTITUENCY for|away|against [issue=option ...]", _stands),
    "points": ("expect points PARTY >= NUMBER [issue=option ...]", _points),
}
