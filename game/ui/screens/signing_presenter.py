"""The signing: the instrument as a treaty page."""

from dataclasses import dataclass

from game.desk.homefront import verdict
from game.rules.instrument import compose
from game.rules.legality import refusal
from game.rules.moves import Sign
from game.rules.package import OPEN, empty
from game.rules.refusals import Why
from game.text.wording import capital
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
class Hand:
    """The place where a delegation signs."""

    id: str  # of the party, for its seal
    party: str
    lines: tuple[str, ...]  # who signs, as printed
    signed: bool
    told: str  # whether it has


@dataclass(frozen=True, slots=True)
class SigningModel:
    """The treaty page, or the empty table where there is nothing to sign."""

    title: str  # of the instrument
    preamble: tuple[str, ...]
    articles: tuple[TreatyArticle, ...]
    testimonium: tuple[str, ...]
    place: str
    date: str
    hands: tuple[Hand, ...]
    letters_title: str
    letters: tuple[tuple[str, ...], ...]
    left_out: Said  # what is open and would be left out
    verdict: Said | None  # whether one's own home would carry it; None where too much is open to tell
    empty: str  # said over the empty table, "" where there is a text
    draft: str  # the stamp on what cannot be signed as it stands, "" on what can
    sign: Control
    back: Control
    explanation: Explanation | None


def signing_model(facts: Facts) -> SigningModel:
    """Return the treaty page of what stands agreed, with why it cannot be signed where it cannot."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    stands = view.state.provisional
    text = compose(view.scenario, stands)
    refused = refusal(view.scenario, view.state, view.party, Sign())
    is_open = refused is not None and refused.why is Why.REQUIRED_OPEN
    left = tuple(issue for issue, option in enumerate(stands) if option == OPEN)
    return SigningModel(
        title=text.title or say("draft.no_title"),
        preamble=text.preamble,
        articles=tuple(TreatyArticle(each.number, each.paragraphs) for each in text.articles),
        testimonium=text.testimonium,
        place=text.place,
        date=date_line(wording, view),
        hands=tuple(
            Hand(
                party.id,
                capital(party.name),
                tuple(lines.splitlines()),
                signed,
                say("ui.signing.signed" if signed else "ui.signing.not_signed"),
            )
            for party, lines, signed in zip(
                view.scenario.parties, text.signatures, view.state.signed, strict=True
            )
        ),
        letters_title=text.letters_title if text.letters else "",
        letters=tuple(each.paragraphs for each in text.letters),
        left_out=Said(
            say("sign.left_out", issues=wording.issues(left)) if left else say("draft.complete"), "mandate"
        ),
        # Where the heart of it is open there is nothing yet that a home could carry.
        verdict=None if is_open else Said(verdict(wording, view, empty(len(stands))), "home:agreed"),
        empty="" if text.articles else say("ui.signing.empty"),
        draft=say("ui.signing.draft") if is_open else "",
        sign=Control(
            "sign",
            say("ui.signing.sign"),
            SignText(),
            enabled=refused is None,
            reason="" if refused is None else wording.refusal(refused),
            why="home:agreed",
        ),
        back=Control("back", say("ui.signing.wait"), Back(), does=say("ui.signing.wait_does")),
        explanation=explanation(facts, facts.why),
    )
