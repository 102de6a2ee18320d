"""The clauses of history, put together, must give the official text of the declaration word for word."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from game.content import codes
from game.content.reading import Reading
from game.rules.concordance import PARAGRAPH, plain
from game.rules.instrument import article_paragraphs
from game.rules.scenario import Scenario

_END: Final = "[the end]"
_SHOWN: Final = 6  # words of each text from the first that differs


def check_declaration(reading: Reading, scenario: Scenario) -> None:
    """Report every article whose clauses differ from its official text, with the first word that does."""
    if scenario.declaration is None:
        return
    history = scenario.historical_package()
    for article in scenario.declaration.articles:
        found = plain("\n\n".join(article_paragraphs(scenario, article, history)))
        wanted = plain(article.official)
        for position, (one, other) in enumerate(zip_longest(found, wanted, fillvalue=_END)):
            if one == other:
                continue
            reading.report.add(
                codes.N514,
                reading.at("article", str(article.number)),
                number=article.number,
                found=_shown(found[position:]),
                expected=_shown(wanted[position:]),
            )
            break


def _shown(words: tuple[str, ...]) -> str:
    """Return the first of some words, a paragraph break in brackets."""
    shown = ["[a new paragraph]" if word == PARAGRAPH else word for word in words[:_SHOWN]]
    return " ".join(shown) or _END
