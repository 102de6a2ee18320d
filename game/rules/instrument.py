"""From a package to the instrument that would be signed: title, preamble, articles, letters, names.

Every word is the author's. Which clause goes where is the declaration's affair; what is said of the
result, and how it compares with the real one, is the business of `concordance.py` and of the texts.
"""

import re
from dataclasses import dataclass

from game.rules.package import OPEN, Package
from game.rules.scenario import Article, Part, Scenario
from game.rules.state import State

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class InstrumentArticle:
    """A numbered article of the instrument."""

    number: int  # as printed: an article without words is dropped and the later ones move up
    declaration_article: int | None  # its number in the real declaration, None for an additional one
    issues: tuple[int, ...]  # those whose words it prints, in the order of the words
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentLetter:
    """What one issue puts into the letters exchanged beside the instrument."""

    issue: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """The text as it would be signed; parts that have no words are empty."""

    title: str
    preamble: tuple[str, ...]
    articles: tuple[InstrumentArticle, ...]
    testimonium: tuple[str, ...]
    place: str
    date: str  # as the caller writes it
    signatures: tuple[str, str]  # per party
    letters_title: str
    letters: tuple[InstrumentLetter, ...]


def paragraphs(words: str) -> tuple[str, ...]:
    """Return the paragraphs of an author's text, which blank lines part; line ends inside one are spaces.

    >>> paragraphs("One\\nline.\\n\\nTwo.")
    ('One line.', 'Two.')
    """
    parted = (" ".join(piece.split()) for piece in _BLANK_LINE.split(words))
    return tuple(piece for piece in parted if piece)


def clause(scenario: Scenario, package: Package, issue: int) -> str:
    """Return the words that `issue` puts into the text of the instrument, "" while it is open."""
    option = package[issue]
    return "" if option == OPEN else scenario.issues[issue].options[option].clause


def letter(scenario: Scenario, package: Package, issue: int) -> str:
    """Return the words that `issue` puts into the letters, "" while it is open."""
    option = package[issue]
    return "" if option == OPEN else scenario.issues[issue].options[option].letter


def has_instrument(scenario: Scenario, package: Package) -> bool:
    """Say whether there is an instrument at all: the option that says "none" has no title.

    While the question of the instrument is open there is a draft without a title.
    """
    declaration = scenario.declaration
    if declaration is None or declaration.title_issue is None or package[declaration.title_issue] == OPEN:
        return True
    return declaration.titles[package[declaration.title_issue]] != ""


def title(scenario: Scenario, package: Package) -> str:
    """Return the title of the instrument, "" while the question of the instrument is open."""
    declaration = scenario.declaration
    if declaration is None:
        return scenario.title
    if declaration.title_issue is None:
        return declaration.title
    option = package[declaration.title_issue]
    return "" if option == OPEN else declaration.titles[option]


def additional_issues(scenario: Scenario) -> tuple[int, ...]:
    """Return the issues that belong to no article, in the scenario's order."""
    articles = () if scenario.declaration is None else scenario.declaration.articles
    settled = {issue for article in articles for issue in article.issues}
    return tuple(issue for issue in range(len(scenario.issues)) if issue not in settled)


def article_paragraphs(scenario: Scenario, article: Article, package: Package) -> tuple[str, ...]:
    """Return the words of one article of the declaration under `package`, () where it has none.

    Fixed words appear only where some issue of the article has words. A part that runs on continues
    the paragraph before it, or opens one where nothing stands before it.
    """
    if not has_instrument(scenario, package) or not _issues_with_words(scenario, article, package):
        return ()
    composed: list[str] = []
    for part in article.parts:
        pieces = paragraphs(_words(scenario, part, package))
        if part.run_on and composed and pieces:
            composed[-1] = _continued(composed[-1], pieces[0])
            pieces = pieces[1:]
        composed.extend(pieces)
    return tuple(composed)


def compose(scenario: Scenario, package: Package, date: str = "") -> Instrument:
    """Return the instrument of `package`, open issues giving no words.

    Without a declaration to follow there is one article for each issue with a clause, in the
    scenario's order. Words of issues that belong to no article follow the others as further articles.

    Args:
        date: the day of signing as it is to be printed, "" for a draft.
    """
    declaration = scenario.declaration
    letters = tuple(
        InstrumentLetter(issue, words)
        for issue in range(len(scenario.issues))
        if (words := paragraphs(letter(scenario, package, issue)))
    )
    if not has_instrument(scenario, package):
        beside = "" if declaration is None else declaration.letters_title
        return Instrument("", (), (), (), "", date, ("", ""), beside, letters)
    return Instrument(
        title=title(scenario, package),
        preamble=() if declaration is None else paragraphs(declaration.preamble),
        articles=_articles(scenario, package),
        testimonium=() if declaration is None else paragraphs(declaration.testimonium),
        place="" if declaration is None else declaration.place,
        date=date,
        signatures=("", "") if declaration is None else declaration.signatures,
        letters_title="" if declaration is None else declaration.letters_title,
        letters=letters,
    )


def draft(scenario: Scenario, state: State, date: str = "") -> Instrument:
    """Return the instrument of what is provisionally agreed, as it stands."""
    return compose(scenario, state.provisional, date)


def text(instrument: Instrument) -> str:
    """Return the instrument as plain text, paragraphs parted by blank lines; the letters come last."""
    pieces = [instrument.title, *instrument.preamble]
    for article in instrument.articles:
        first, *rest = article.paragraphs
        pieces += [f"{article.number}. {first}", *rest]
    pieces += [*instrument.testimonium, _place_and_date(instrument)]
    pieces += [signature.strip() for signature in instrument.signatures]
    if instrument.letters:
        pieces.append(instrument.letters_title)
        pieces += [words for each in instrument.letters for words in each.paragraphs]
    return "\n\n".join(piece for piece in pieces if piece)


def _articles(scenario: Scenario, package: Package) -> tuple[InstrumentArticle, ...]:
    articles: list[InstrumentArticle] = []
    for article in () if scenario.declaration is None else scenario.declaration.articles:
        words = article_paragraphs(scenario, article, package)
        if words:
            issues = _issues_with_words(scenario, article, package)
            articles.append(InstrumentArticle(len(articles) + 1, article.number, issues, words))
    for issue in additional_issues(scenario):
        words = paragraphs(clause(scenario, package, issue))
        if words:
            articles.append(InstrumentArticle(len(articles) + 1, None, (issue,), words))
    return tuple(articles)


def _issues_with_words(scenario: Scenario, article: Article, package: Package) -> tuple[int, ...]:
    return tuple(issue for issue in article.issues if clause(scenario, package, issue).strip())


def _words(scenario: Scenario, part: Part, package: Package) -> str:
    return part.words if part.issue is None else clause(scenario, package, part.issue)


def _continued(paragraph: str, piece: str) -> str:
    """Join a part that runs on. One that goes on with the sentence (a small letter, a comma) takes the
    full stop off what stands before it, so that the historical clause can keep its own."""
    if piece[0].islower() or piece[0] in ",;:":
        paragraph = paragraph.removesuffix(".")
    return paragraph + ("" if piece[0] in ",;:." else " ") + piece


def _place_and_date(instrument: Instrument) -> str:
    line = ", ".join(item for item in (instrument.place, instrument.date) if item)
    return f"{line}." if line else ""
