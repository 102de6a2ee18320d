"""The section `declaration:`: the real instrument, article by article."""

from typing import Final

from game.content.reader import Fields
from game.content.reading import Reading
from game.rules.scenario import Article, Declaration, Part

_MOST_ARTICLES: Final = 100


def read_declaration(reading: Reading, fields: Fields) -> Declaration:
    """Return the declaration that `fields` gives."""
    title_issue = fields.maybe_reference("title_issue", reading.names.issues, "issue")
    found = Declaration(
        title=fields.label("title", "") if title_issue is not None else fields.label("title"),
        title_issue=title_issue,
        titles=_titles(reading, fields, title_issue),
        preamble=fields.text("preamble", ""),
        testimonium=fields.text("testimonium", ""),
        place=fields.label("place", ""),
        signatures=_signatures(reading, fields),
        letters_title=fields.label("letters_title", ""),
        articles=tuple(
            _article(reading, each) for each in fields.each("articles", "an article", needed=True)
        ),
        source=fields.citation("source", None),
    )
    fields.close()
    return found


def _titles(reading: Reading, fields: Fields, issue: int | None) -> tuple[str, ...]:
    if issue is None:
        return ()
    known = reading.names.options[issue]
    below = fields.below("titles", "'titles' of the declaration")
    titles = tuple(below.label(option, "") for option in known)
    below.close()
    return titles


def _signatures(reading: Reading, fields: Fields) -> tuple[str, str]:
    below = fields.below("signatures", "'signatures' of the declaration")
    first, second = (below.text(party) for party in reading.names.pair)
    below.close()
    return first, second


def _article(reading: Reading, fields: Fields) -> Article:
    number = fields.count("number", 1, _MOST_ARTICLES)
    fields.what = f"article {number}"
    reading.places["article", str(number)] = fields.at("official")
    found = Article(
        number=number,
        title=fields.label("title", ""),
        official=fields.text("official"),
        parts=tuple(_part(each) for each in fields.each("parts", f"a part of article {number}", needed=True)),
        source=fields.citation("source", fields.basis.text),
    )
    fields.close()
    return found


def _part(fields: Fields) -> Part:
    issue = None if fields.has("words") else fields.issue("issue")
    words = fields.text("words", "")
    found = Part(issue, words, run_on=fields.flag("run_on", default=False))
    fields.close()
    return found
