"""What went wrong outside the game: a scenario's diagnostics, a folder or save that cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.diagnostics import Diagnostic, Severity, printable, shown_name
from game.text.catalogue import Catalogue
from game.ui.preview_wishes import StartPreview
from game.ui.screens.parts import Control, Field
from game.ui.wishes import Back, CheckAgain, Go, Screen, UseFolder, WriteFolder

MOST_FAULTS = 40
"""Faults listed at most; an author mends the first ones first."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of an author's file with the stretch that is meant."""

    number: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One diagnostic: its code and place, what is wrong, the line, what may help."""

    where: str
    code: str
    message: str
    excerpt: Excerpt | None  # None where the whole file is meant
    suggestion: str
    is_error: bool
    kind: str  # error, warning or hint, as it is read


@dataclass(frozen=True, slots=True)
class TroubleModel:
    """What is wrong, in sentences, and what can be done."""

    title: str
    sentence: str
    count: str  # how many errors and warnings there are, "" for none
    faults: tuple[Fault, ...]
    more: str  # how many faults are not listed, "" for none
    folder: Field | None  # another place for the saves
    controls: tuple[Control, ...]  # the way back last


def diagnostics_model(say: Catalogue, name: str, found: tuple[Diagnostic, ...]) -> TroubleModel:
    """Return what is wrong with a scenario that cannot be played, errors first."""
    ordered = worst_first(found)
    errors = sum(each.code.severity is Severity.ERROR for each in ordered)
    shown = ordered[:MOST_FAULTS]
    left = len(ordered) - len(shown)
    counted = [say("ui.trouble.errors", n=errors)]
    counted += [say("ui.trouble.warnings", n=len(ordered) - errors)] if len(ordered) > errors else []
    return TroubleModel(
        title=say("ui.trouble.scenario", name=name),
        sentence=say("ui.trouble.scenario_text"),
        count="  ·  ".join(counted),
        faults=tuple(fault_of(say, each) for each in shown),
        more=say("ui.trouble.more", n=left) if left else "",
        folder=None,
        controls=(_again(say), _preview(say, name), _back(say)),
    )


def worst_first(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return errors, then warnings, then hints, each in the order of the files."""
    kinds = list(Severity)
    return tuple(sorted(found, key=lambda each: kinds.index(each.code.severity)))


def fault_of(say: Catalogue, each: Diagnostic) -> Fault:
    """Return a diagnostic as it is shown."""
    place, severity = each.place, each.code.severity
    where = shown_name(place.file) + (f":{place.line}:{place.column}" if place.line else "")
    help = say("ui.trouble.help", help=each.suggestion) if each.suggestion else ""
    kind = say(f"severity.{severity.value}")
    return Fault(where, each.code.id, each.message, _excerpt(each), help, severity is Severity.ERROR, kind)


AROUND = 40
"""Signs of a long line that are shown before the stretch that is meant, and twice as many after it."""


def _excerpt(each: Diagnostic) -> Excerpt | None:
    place = each.place
    if not place.line:
        return None
    line = printable(each.source_line.replace("\t", " "))
    start = max(place.column - 1, 0)
    stop = max(place.end - 1, start + 1)
    return Excerpt(
        str(place.line),
        line[max(0, start - AROUND) : start],
        line[start:stop],
        line[stop : stop + 2 * AROUND],
    )


def _again(say: Catalogue) -> Control:
    return Control("check_again", say("ui.trouble.again"), CheckAgain(), does=say("ui.trouble.again_does"))


def _preview(say: Catalogue, name: str) -> Control:
    return Control(
        "preview", say("ui.trouble.preview"), StartPreview(name), does=say("ui.trouble.preview_does")
    )


def _back(say: Catalogue) -> Control:
    return Control("back", say("ui.back"), Back(), does=say("ui.back_does"))


def sentence_model(say: Catalogue, sentence: str, *, in_game: bool = False) -> TroubleModel:
    """Return what a coded sentence says, with the way back.

    Args:
        in_game: there is a game to go back to, which may be in the same trouble again at once: the way to
            the title is offered too.
    """
    title = Control("title", say("ui.menu.title"), Go(Screen.TITLE), does=say("ui.about.title"))
    return TroubleModel(
        title=say("ui.trouble.title"),
        sentence=sentence,
        count="",
        faults=(),
        more="",
        folder=None,
        controls=(title, _back(say)) if in_game else (_back(say),),
    )


def folder_model(say: Catalogue, sentence: str, typed: str) -> TroubleModel:
    """Return that nothing can be saved, before the first move, with another place offered."""
    return TroubleModel(
        title=say("ui.trouble.folder"),
        sentence=sentence,
        count="",
        faults=(),
        more="",
        folder=Field("folder", say("ui.trouble.elsewhere"), typed, WriteFolder),
        controls=(
            Control(
                "use_folder",
                say("ui.trouble.use"),
                UseFolder(),
                enabled=bool(typed.strip()),
                reason="" if typed.strip() else say("ui.trouble.no_folder"),
                does=say("ui.trouble.use_does"),
            ),
            _again(say),
            _back(say),
        ),
    )
