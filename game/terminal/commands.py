"""The words that may be typed at the table, and what a typed line means."""

from dataclasses import dataclass

from game.content.suggest import closest

NAMES = (
    "board", "offer", "alternatives", "accept", "reject", "hold", "reopen", "act", "decide", "sign",
    "walk out", "why", "undo", "draft", "home", "plan", "log", "documents", "read", "notebook", "guess",
    "points", "briefing", "role", "cast", "glossary", "timeline", "status", "clock", "save", "help", "quit",
)  # fmt: skip
"""Every command, in the order of the help."""

_OTHER_WORDS = {
    "b": "board", "propose": "offer", "o": "offer", "counter": "offer", "table": "status", "a": "accept",
    "refuse": "reject", "pass": "hold", "h": "hold", "actions": "act", "action": "act", "leave": "walk out",
    "walk": "walk out", "walkout": "walk out", "w": "why", "?": "help", "u": "undo", "text": "draft",
    "treaty": "draft", "docs": "documents", "papers": "documents", "notes": "notebook", "exit": "quit",
    "q": "quit", "live": "plan",
    "who": "cast", "people": "cast", "words": "glossary", "dates": "timeline", "roles": "role",
    "time": "clock", "choose": "decide", "believe": "guess", "look": "status", "where": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what was typed after it."""

    name: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A line that is no command, with the nearest one, "" where none is near."""

    word: str
    nearest: str


def parse(line: str) -> Command | Unknown:
    """Return the command that a typed line means.

    >>> parse("accept 2")
    Command(name='accept', rest='2')
    >>> parse("acept")
    Unknown(word='acept', nearest='accept')
    """
    words = line.split()
    if len(words) > 1 and f"{words[0]} {words[1]}".casefold() == "walk out":
        return Command("walk out", " ".join(words[2:]))
    word = words[0].casefold() if words else ""
    rest = line.strip()[len(word) :].strip()
    if word in NAMES:
        return Command(word, rest)
    if word in _OTHER_WORDS:
        return Command(_OTHER_WORDS[word], rest)
    return Unknown(word, closest(word, NAMES))
