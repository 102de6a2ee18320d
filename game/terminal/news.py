"""What has happened since a chair was last told, in sentences; changed options first."""

from collections.abc import Mapping, Sequence

from game.desk.news import News
from game.desk.status import changed_lines
from game.rules.happenings import (
    DecisionPut,
    EventHappened,
    FlagChanged,
    Happening,
    OfferTabled,
    RoundEntered,
    SlotOpened,
)
from game.rules.package import Package
from game.terminal.chair import Chair
from game.terminal.console import Console
from game.text.wording import LETTERS, Wording

# A card is shown whole when it is answered; flags are the author's bookkeeping and open with `log`.
_SILENT = (DecisionPut, FlagChanged)


def tell(chair: Chair) -> None:
    """Tell the chair what it has not been told yet."""
    news = chair.game.news(chair.party)
    reasons = narrate(chair.console, chair.wording, news, chair.told)
    chair.reasons = reasons or chair.reasons
    chair.told = len(news)


def narrate(console: Console, wording: Wording, news: Sequence[News], told: int) -> tuple[str, ...]:
    """Tell news from the place `told` on; return the reasons of the last move that showed any.

    Args:
        wording: of the seat that is told; of nobody for those who watch.
    """
    before: dict[int, Package] = {}  # the last single package of each party
    last: tuple[str, ...] = ()
    for position, each in enumerate(news):
        if position >= told:
            last = _tell_one(console, wording, each, before) or last
        for happening in each.happenings:
            if isinstance(happening, OfferTabled):
                before.pop(happening.party, None)
                if len(happening.offer.packages) == 1:
                    before[happening.party] = happening.offer.packages[0]
    return last


def _tell_one(
    console: Console, wording: Wording, news: News, before: Mapping[int, Package]
) -> tuple[str, ...]:
    """Tell one record and return the reasons that were told with it."""
    reasons = news.reasons
    for happening in news.happenings:
        if isinstance(happening, _SILENT):
            continue
        if isinstance(happening, SlotOpened | RoundEntered):
            console.line()
        if isinstance(happening, OfferTabled):
            _tell_offer(console, wording, happening, before.get(happening.party))
            reasons = _tell_reasons(console, wording, happening, reasons)
            continue
        told = wording.happening(happening)
        if not told:
            continue
        first, *rest = told
        if isinstance(happening, EventHappened):
            console.paragraphs(first)
        else:
            console.line(first)
        console.lines(rest, indent=2)
        reasons = _tell_reasons(console, wording, happening, reasons)
    return () if reasons else news.reasons


def _tell_reasons(
    console: Console, wording: Wording, happening: Happening, reasons: tuple[str, ...]
) -> tuple[str, ...]:
    """Tell the reasons of a move right after the move itself; return those still to be told."""
    if not reasons or getattr(happening, "party", wording.you) == wording.you:
        return reasons
    console.line(wording.say("news.reasons", n=len(reasons), reasons=" ".join(reasons)), indent=2)
    return ()


def _tell_offer(console: Console, wording: Wording, happening: OfferTabled, before: Package | None) -> None:
    """Tell an offer: one's own in a line, the other's with what moved since its last one first."""
    offer, party = happening.offer, happening.party
    first, *rest = wording.happening(happening)
    console.line(first)
    if party == wording.you:
        return
    several = len(offer.packages) > 1
    if several:
        console.line(wording.say("news.alternatives", n=len(offer.packages)), indent=2)
    for letter, package in zip(LETTERS, offer.packages, strict=False):
        if several:
            console.line(wording.say("happening.offer_letter", letter=letter), indent=2)
        console.lines(changed_lines(wording, package, before), indent=4 if several else 2)
    console.lines(rest[len(offer.packages) :], indent=2)
