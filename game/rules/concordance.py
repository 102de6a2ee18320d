"""How an instrument compares with the real declaration, article by article.

One verdict for each article of the declaration, one for each piece of text that belongs to none, and
two further lines that are not articles: the title and the letters. Every verdict carries its reason as
data; the sentences about it are written elsewhere.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from game.rules.instrument import (
    additional_issues,
    article_paragraphs,
    clause,
    has_instrument,
    letter,
    paragraphs,
    title,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import Article, Declaration, Option, Place, Scenario


class Subject(Enum):
    """What a verdict is about."""

    ARTICLE = "article"
    ADDITIONAL = "additional"
    TITLE = "title"
    LETTERS = "letters"


class Finding(Enum):
    """The verdict itself."""

    SAME = "same"
    CLOSER = "closer"  # to the party of `Verdict.towards`
    DIFFERENT = "different"
    ABSENT = "absent"
    ADDITIONAL = "additional"


class Ground(Enum):
    """The rule a verdict rests on."""

    AS_IN_HISTORY = "as_in_history"  # the same options and, word for word, the same text
    ONE_SIDE = "one_side"  # every deviation lies to one side of history on its ladder
    BOTH_SIDES = "both_sides"  # the deviations pull both ways
    UNORDERED = "unordered"  # a deviation lies on no ladder
    WORDING = "wording"  # the same options, and yet other words
    NO_WORDS = "no_words"  # the instrument says nothing on it
    NO_INSTRUMENT = "no_instrument"  # there is nothing that could say it
    NOT_IN_HISTORY = "not_in_history"  # words of which the declaration has none


class Mark(Enum):
    """What became of a run of words of the official text."""

    KEPT = "kept"
    STRUCK = "struck"  # official words that the draft lacks
    ADDED = "added"  # words of the draft that are not official


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words and what became of it; a paragraph break counts as the word `PARAGRAPH`."""

    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """An issue whose words are not history's."""

    issue: int
    option: int  # OPEN where it was left open
    history: int
    towards: int | None  # the party to whose side of the ladder it lies; None where there is no telling


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one article or further line, with its reason."""

    subject: Subject
    number: int | None  # of the article in the real declaration
    issue: int | None  # of an additional text
    finding: Finding
    towards: int | None  # the party it is closer to
    ground: Ground
    deviations: tuple[Deviation, ...]
    draft: str  # paragraphs parted by blank lines
    official: str
    changes: tuple[Change, ...]  # the official text turned into the draft
    citation: str


PARAGRAPH = "\u00b6"
"""The word that stands for a paragraph break in `Change.words`."""

_SIC = re.compile(r"\s*\[sic\]")


def verdicts(scenario: Scenario, package: Package) -> tuple[Verdict, ...]:
    """Return the concordance of `package`: articles, additional texts, the title, the letters.

    An issue left open counts as no text for its part. A package that no one could sign, or whose
    options do not fit together, is judged all the same. Empty where the scenario has no declaration.
    """
    declaration = scenario.declaration
    if declaration is None:
        return ()
    lines = [_article(scenario, article, package) for article in declaration.articles]
    lines += _additional(scenario, declaration, package)
    if declaration.title_issue is not None:
        lines.append(_title(scenario, declaration, declaration.title_issue, package))
    if any(_writes_letters(option) for issue in scenario.issues for option in issue.options):
        lines.append(_letters(scenario, declaration, package))
    return tuple(lines)


def same_articles(lines: tuple[Verdict, ...]) -> int:
    """Return how many articles of the declaration are the same."""
    return sum(line.subject is Subject.ARTICLE and line.finding is Finding.SAME for line in lines)


def is_history(lines: tuple[Verdict, ...]) -> bool:
    """Say whether the text is the real one: every article the same and nothing added.

    Title and letters are no articles and are reported apart. False where there is nothing to compare.
    """
    text = [line for line in lines if line.subject in (Subject.ARTICLE, Subject.ADDITIONAL)]
    return bool(text) and all(line.finding is Finding.SAME for line in text)


def plain(words: str) -> tuple[str, ...]:
    """Return the words of a text, `PARAGRAPH` between paragraphs, without the printer's "[sic]".

    >>> plain("the island of Shikoton [sic] to\\nJapan.\\n\\nThen.")
    ('the', 'island', 'of', 'Shikoton', 'to', 'Japan.', '¶', 'Then.')
    """
    result: list[str] = []
    for paragraph in paragraphs(_SIC.sub("", words)):
        result += [PARAGRAPH, *paragraph.split()] if result else paragraph.split()
    return tuple(result)


def is_same_text(one: str, another: str) -> bool:
    """Say whether two texts have the same words, line ends and "[sic]" apart."""
    return plain(one) == plain(another)


def changes(official: str, draft: str) -> tuple[Change, ...]:
    """Return the words of `official` turned into those of `draft`, in runs.

    >>> [(change.mark.value, change.words) for change in changes("a b c", "a x c")]
    [('kept', 'a'), ('struck', 'b'), ('added', 'x'), ('kept', 'c')]
    """
    old, new = plain(official), plain(draft)
    result: list[Change] = []
    # without the junk heuristic: in a long article "the" is frequent, and still a word
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            result.append(Change(Mark.KEPT, " ".join(old[a:b])))
            continue
        if b > a:
            result.append(Change(Mark.STRUCK, " ".join(old[a:b])))
        if d > c:
            result.append(Change(Mark.ADDED, " ".join(new[c:d])))
    return tuple(result)


def _article(scenario: Scenario, article: Article, package: Package) -> Verdict:
    draft = "\n\n".join(article_paragraphs(scenario, article, package))
    deviations = tuple(
        _deviation(scenario, package, issue, _without_clause(scenario, issue))
        for issue in article.issues
        if not _gives_the_same(scenario, package, issue)
    )
    finding, towards, ground = _judged(deviations)
    if not draft:
        none_at_all = not has_instrument(scenario, package)
        finding, towards = Finding.ABSENT, None
        ground = Ground.NO_INSTRUMENT if none_at_all else Ground.NO_WORDS
    elif finding is Finding.SAME and not is_same_text(draft, article.official):
        finding, ground = Finding.DIFFERENT, Ground.WORDING
    return Verdict(
        subject=Subject.ARTICLE,
        number=article.number,
        issue=None,
        finding=finding,
        towards=towards,
        ground=ground,
        deviations=deviations,
        draft=draft,
        official=article.official,
        changes=changes(article.official, draft),
        citation=article.source,
    )


def _additional(scenario: Scenario, declaration: Declaration, package: Package) -> list[Verdict]:
    lines = []
    for issue in additional_issues(scenario) if has_instrument(scenario, package) else ():
        draft = clause(scenario, package, issue)
        if not draft.strip():
            continue
        silent = _without_clause(scenario, issue)
        same = _gives_the_same(scenario, package, issue)
        deviations = () if same else (_deviation(scenario, package, issue, silent),)
        option = scenario.issues[issue].options[package[issue]]
        lines.append(
            Verdict(
                subject=Subject.ADDITIONAL,
                number=None,
                issue=issue,
                finding=Finding.ADDITIONAL,
                towards=_judged(deviations)[1],
                ground=Ground.NOT_IN_HISTORY,
                deviations=deviations,
                draft=draft,
                official="",
                changes=changes("", draft),
                citation=option.evidence or declaration.source,
            )
        )
    return lines


def _title(scenario: Scenario, declaration: Declaration, issue: int, package: Package) -> Verdict:
    history = scenario.issues[issue].history
    official, draft = declaration.titles[history], title(scenario, package)
    untitled = frozenset(option for option, words in enumerate(declaration.titles) if not words)
    deviates = package[issue] != history
    deviations = (_deviation(scenario, package, issue, untitled),) if deviates else ()
    finding, towards, ground = _judged(deviations)
    if not draft:
        finding, towards, ground = Finding.ABSENT, None, Ground.NO_WORDS
        if not has_instrument(scenario, package):
            ground = Ground.NO_INSTRUMENT
    return Verdict(
        subject=Subject.TITLE,
        number=None,
        issue=issue,
        finding=finding,
        towards=towards,
        ground=ground,
        deviations=deviations,
        draft=draft,
        official=official,
        changes=changes(official, draft),
        citation=declaration.source,
    )


def _letters(scenario: Scenario, declaration: Declaration, package: Package) -> Verdict:
    deviations = tuple(
        _deviation(scenario, package, index, _without_letter(scenario, index))
        for index, issue in enumerate(scenario.issues)
        if package[index] != issue.history
        and (_puts_into_letters(scenario, package, index) or _writes_letters(issue.options[issue.history]))
    )
    draft = _letters_text(scenario, package)
    official = _letters_text(scenario, scenario.historical_package())
    finding, towards, ground = _judged(deviations)
    if finding is not Finding.SAME and official and not draft:
        finding, towards, ground = Finding.ABSENT, None, Ground.NO_WORDS
    return Verdict(
        subject=Subject.LETTERS,
        number=None,
        issue=None,
        finding=finding,
        towards=towards,
        ground=ground,
        deviations=deviations,
        draft=draft,
        official=official,
        changes=changes(official, draft),
        citation=declaration.source,
    )


def _deviation(scenario: Scenario, package: Package, index: int, silent: frozenset[int]) -> Deviation:
    """Return on whose side of history the option of an issue lies.

    An issue left open says what the options that put no words there (`silent`) say, and so lies where
    they lie: no transfer of islands is the Soviet side's wish, whether agreed upon or not reached. Where
    there are none, or on both sides of history, there is no telling.
    """
    issue, option = scenario.issues[index], package[index]
    sides = {_side(each, issue.history) for each in (silent if option == OPEN else (option,))}
    towards = sides.pop() if issue.ordered and len(sides) == 1 else None
    return Deviation(index, option, issue.history, towards)


def _side(option: int, history: int) -> int | None:
    return None if option == history else int(option > history)


def _judged(deviations: tuple[Deviation, ...]) -> tuple[Finding, int | None, Ground]:
    sides = {deviation.towards for deviation in deviations}
    if not sides:
        return Finding.SAME, None, Ground.AS_IN_HISTORY
    if None in sides:
        return Finding.DIFFERENT, None, Ground.UNORDERED
    if len(sides) > 1:
        return Finding.DIFFERENT, None, Ground.BOTH_SIDES
    return Finding.CLOSER, sides.pop(), Ground.ONE_SIDE


def _gives_the_same(scenario: Scenario, package: Package, issue: int) -> bool:
    """Say whether an issue puts history's words into the text.

    Judged by the words and not by the option: an option that differs only in a letter or a protocol
    beside the text (support for the United Nations, without the sentence on third countries) leaves
    the article as it was.
    """
    ours = clause(scenario, package, issue)
    return is_same_text(ours, clause(scenario, scenario.historical_package(), issue))


def _writes_letters(option: Option) -> bool:
    return option.place is Place.LETTERS or bool(option.letter.strip())


def _without_clause(scenario: Scenario, issue: int) -> frozenset[int]:
    options = scenario.issues[issue].options
    return frozenset(index for index, option in enumerate(options) if not option.clause.strip())


def _without_letter(scenario: Scenario, issue: int) -> frozenset[int]:
    options = scenario.issues[issue].options
    return frozenset(index for index, option in enumerate(options) if not _writes_letters(option))


def _puts_into_letters(scenario: Scenario, package: Package, issue: int) -> bool:
    option = package[issue]
    return option != OPEN and _writes_letters(scenario.issues[issue].options[option])


def _letters_text(scenario: Scenario, package: Package) -> str:
    words = (letter(scenario, package, issue).strip() for issue in range(len(scenario.issues)))
    return "\n\n".join(each for each in words if each)
