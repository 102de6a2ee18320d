"""The signing: the instrument as a treaty page."""

from dataclasses import dataclass

from game.desk.homefront import verdict
from game.rules.instrument import compose
from game.rules.legality import refusal
from game.rules.moves import Sign
from game.rules.package import OPEN, empty
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.parts import Control, Explanation, Said
from game.ui.screens.table_presenter import date_line
from game.ui.seat import Facts
from game.ui.wishes import Back, SignText


@dataclass(frozen=True, slots=True)
class TreatyArticle:
    """A numbered article."""

    number: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SigningModel:
    """The treaty page, or the empty table where there is nothing to sign."""

    title: str  # of the instrument
    preamble: tuple[str, ...]
    articles: tuple[TreatyArticle, ...]
    testimonium: tuple[str, ...]
    place: str
    date: str
    signatures: tuple[tuple[str, tuple[str, ...], bool], ...]  # (party, lines, has signed)
    letters_title: str
    letters: tuple[tuple[str, ...], ...]
    left_out: Said  # what is open and would be left out
    verdict: Said  # whether one's own home would carry it
    sign: Control
    back: Control
    explanation: Explanation | None


def signing_model(facts: Facts) -> SigningModel:
    """Return the treaty page of what stands agreed, with why it cannot be signed where it cannot."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    stands = view.state.provisional
    text = compose(view.scenario, stands)
    refused = refusal(view.scenario, view.state, view.party, Sign())
    left = tuple(issue for issue, option in enumerate(stands) if option == OPEN)
    return SigningModel(
        title=text.title or say("draft.no_title"),
        preamble=text.preamble,
        articles=tuple(TreatyArticle(each.number, each.paragraphs) for each in text.articles),
        testimonium=text.testimonium,
        place=text.place,
        date=date_line(wording, view),
        signatures=tuple(
            (party.name, tuple(lines.splitlines()), signed)
            for party, lines, signed in zip(
                view.scenario.parties, text.signatures, view.state.signed, strict=True
            )
        ),
        letters_title=text.letters_title if text.letters else "",
        letters=tuple(each.paragraphs for each in text.letters),
        left_out=Said(
            say("sign.left_out", issues=wording.issues(left)) if left else say("draft.complete"), "mandate"
        ),
        verdict=Said(verdict(wording, view, empty(len(stands))), "home:agreed"),
        sign=Control(
            "sign",
            say("ui.signing.sign"),
            SignText(),
            enabled=refused is None,
            reason="" if refused is None else wording.refusal(refused),
            why="home:agreed",
        ),
        back=Control("back", say("ui.signing.wait"), Back()),
        explanation=explanation(facts, facts.why),
    )
