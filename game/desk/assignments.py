"""Typed options, `islands=two_after rest=words`, read into a package; wrong ones get the nearest match.

A name may be an id, a label, or the number that a list gave it. Used by the table and by `declare`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.suggest import closest
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Issue, Scenario
from game.text.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with something typed: a sentence that says what is allowed and what may be meant."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Typed:
    """An offer as typed: its alternatives, whether linked, ad referendum, and its words."""

    packages: tuple[Package, ...]
    linked: bool
    ad_referendum: bool
    words: str


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def number_typed(word: str) -> int | None:
    """Return the number that a person typed in digits, None for any other word.

    Nothing here counts beyond six digits; of very long numbers Python would raise, as of digits like ².
    """
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 6 else None


def find(word: str, names: Sequence[tuple[str, str]]) -> int | None:
    """Return the position of the thing that `word` names among (id, label) pairs, or None.

    An id or label in full wins, then a beginning or else a part that only one of them has.
    """
    wanted = _folded(word)
    if not wanted:
        return None
    number = number_typed(wanted)
    if number is not None and not any(wanted == _folded(id) for id, _ in names):
        return number - 1 if 1 <= number <= len(names) else None
    for position, (id, label) in enumerate(names):
        if wanted in (_folded(id), _folded(label)):
            return position
    begins = [
        position
        for position, (id, label) in enumerate(names)
        if _folded(id).startswith(wanted) or _folded(label).startswith(wanted)
    ]
    if begins:
        return begins[0] if len(begins) == 1 else None
    parts = [position for position, (id, label) in enumerate(names) if wanted in _folded(f"{id} {label}")]
    return parts[0] if len(parts) == 1 and len(wanted) > 2 else None


def near(say: Catalogue, word: str, names: Sequence[tuple[str, str]]) -> str:
    """Return the sentence with the nearest match, "" where none is near."""
    known = [id for id, _ in names] + [label for _, label in names]
    nearest = closest(word, known)
    if not nearest:
        return ""
    position = known.index(nearest) % len(names)
    return say("problem.nearest", nearest=names[position][0])


def issue_names(scenario: Scenario) -> list[tuple[str, str]]:
    """Return id and label of every issue."""
    return [(issue.id, issue.label) for issue in scenario.issues]


def option_names(issue: Issue) -> list[tuple[str, str]]:
    """Return id and label of every option of an issue."""
    return [(option.id, option.label) for option in issue.options]


def read_issue(say: Catalogue, scenario: Scenario, word: str) -> int | Problem:
    """Return the issue that a word names, or what is wrong with it."""
    names = issue_names(scenario)
    found = find(word, names)
    if found is not None:
        return found
    allowed = ", ".join(id for id, _ in names)
    return Problem(say("problem.no_issue", word=word, nearest=near(say, word, names), allowed=allowed))


def read_option(say: Catalogue, issue: Issue, word: str) -> int | Problem:
    """Return the option of `issue` that a word names, or what is wrong with it; `open` leaves it open."""
    if _folded(word) in ("open", ""):
        return OPEN
    names = option_names(issue)
    found = find(word, names)
    if found is not None:
        return found
    allowed = ", ".join(id for id, _ in names)
    nearest = near(say, word, names)
    return Problem(say("problem.no_option", issue=issue.id, word=word, nearest=nearest, allowed=allowed))


def read_package(say: Catalogue, scenario: Scenario, words: Sequence[str]) -> Package | Problem:
    """Return the package that `issue=option` words describe, or the first thing wrong with them."""
    chosen = list(empty(len(scenario.issues)))
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            return Problem(say("problem.no_equals", word=word))
        issue = read_issue(say, scenario, name)
        if isinstance(issue, Problem):
            return issue
        option = read_option(say, scenario.issues[issue], value)
        if isinstance(option, Problem):
            return option
        if chosen[issue] not in (OPEN, option):
            return Problem(say("problem.twice", issue=scenario.issues[issue].id))
        chosen[issue] = option
    return tuple(chosen)


def split(text: str) -> list[str]:
    """Return the words of a typed line; what stands in double quotes is one word that keeps its quotes.

    >>> split('islands=two linked "Let us end this."')
    ['islands=two', 'linked', '"Let us end this."']
    """
    words: list[str] = []
    current, quoted = "", False
    for sign in text.replace("\u201c", '"').replace("\u201d", '"'):
        if sign == '"':
            quoted = not quoted
            current += sign
        elif sign.isspace() and not quoted:
            if current:
                words.append(current)
            current = ""
        else:
            current += sign
    return [*words, current] if current else words


def read_offer(say: Catalogue, scenario: Scenario, text: str) -> Typed | Problem:
    """Return the offer that a typed line describes: `a=b c=d or a=e linked "words"`."""
    alternatives: list[list[str]] = [[]]
    linked = ad_referendum = False
    words = ""
    for word in split(text):
        match word.casefold():
            case "or":
                alternatives.append([])
            case "linked":
                linked = True
            case "severable":
                linked = False
            case "referendum":
                ad_referendum = True
            case _ if word.startswith('"'):
                words = word.strip('"').strip()
            case _:
                alternatives[-1].append(word)
    packages = []
    for alternative in alternatives:
        package = read_package(say, scenario, alternative)
        if isinstance(package, Problem):
            return package
        packages.append(package)
    return Typed(tuple(packages), linked, ad_referendum, words)
