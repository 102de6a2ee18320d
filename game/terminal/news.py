"""What has happened since a chair was last told, in sentences; changed options first."""

from collections.abc import Mapping

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
from game.text.wording import LETTERS, Wording

# A card is shown whole when it is answered; flags are the author's bookkeeping and open with `log`.
_SILENT = (DecisionPut, FlagChanged)


def tell(chair: Chair) -> None:
    """Tell the chair what it has not been told yet."""
    news = chair.game.news(chair.party)
    before: dict[int, Package] = {}  # the last single package of each party
    for position, each in enumerate(news):
        if position >= chair.told:
            _tell_one(chair, each, before)
        for happening in each.happenings:
            if isinstance(happening, OfferTabled):
                before.pop(happening.party, None)
                if len(happening.offer.packages) == 1:
                    before[happening.party] = happening.offer.packages[0]
    chair.told = len(news)


def _tell_one(chair: Chair, news: News, before: Mapping[int, Package]) -> None:
    wording, console, reasons = chair.wording, chair.console, news.reasons
    for happening in news.happenings:
        if isinstance(happening, _SILENT):
            continue
        if isinstance(happening, SlotOpened | RoundEntered):
            console.line()
        if isinstance(happening, OfferTabled):
            _tell_offer(chair, wording, happening, before.get(happening.party))
            reasons = _tell_reasons(chair, happening, reasons)
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
        reasons = _tell_reasons(chair, happening, reasons)


def _tell_reasons(chair: Chair, happening: Happening, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Tell the reasons of a move right after the move itself; return those still to be told."""
    if not reasons or getattr(happening, "party", chair.party) == chair.party:
        return reasons
    chair.reasons = reasons
    chair.console.line(chair.say("news.reasons", n=len(reasons), reasons=" ".join(reasons)), indent=2)
    return ()


def _tell_offer(chair: Chair, wording: Wording, happening: OfferTabled, before: Package | None) -> None:
    """Tell an offer: one's own in a line, the other's with what moved since its last one first."""
    offer, party = happening.offer, happening.party
    first, *rest = wording.happening(happening)
    chair.console.line(first)
    if party == chair.party:
        return
    several = len(offer.packages) > 1
    if several:
        chair.console.line(chair.say("news.alternatives", n=len(offer.packages)), indent=2)
    for letter, package in zip(LETTERS, offer.packages, strict=False):
        if several:
            chair.console.line(chair.say("happening.offer_letter", letter=letter), indent=2)
        chair.console.lines(changed_lines(wording, package, before), indent=4 if several else 2)
    chair.console.lines(rest[len(offer.packages) :], indent=2)
