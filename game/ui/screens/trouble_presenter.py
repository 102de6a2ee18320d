"""What went wrong outside the game: a scenario's diagnostics, a folder or save that cannot be used."""

from dataclasses import dataclass

from game.content.diagnostics import Diagnostic, Severity, shown_name
from game.text.catalogue import Catalogue
from game.ui.screens.parts import Control, Field
from game.ui.wishes import Back, UseFolder, WriteFolder

MOST_FAULTS = 40
"""Faults listed at most; an author mends the first ones first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One diagnostic: its code and place, what is wrong, what may help."""

    where: str
    code: str
    message: str
    suggestion: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class TroubleModel:
    """What is wrong, in sentences, and what can be done."""

    title: str
    sentence: str
    faults: tuple[Fault, ...]
    more: str  # how many faults are not listed, "" for none
    folder: Field | None  # another place for the saves
    controls: tuple[Control, ...]


def diagnostics_model(say: Catalogue, name: str, found: tuple[Diagnostic, ...]) -> TroubleModel:
    """Return what is wrong with a scenario that cannot be played, errors first."""
    ordered = sorted(found, key=lambda each: each.code.severity is not Severity.ERROR)
    shown = ordered[:MOST_FAULTS]
    left = len(ordered) - len(shown)
    return TroubleModel(
        title=say("ui.trouble.scenario", name=name),
        sentence=say("ui.trouble.scenario_text"),
        faults=tuple(_fault(each) for each in shown),
        more=say("ui.trouble.more", n=left) if left else "",
        folder=None,
        controls=(Control("back", say("ui.back"), Back()),),
    )


def _fault(each: Diagnostic) -> Fault:
    place = each.place
    where = shown_name(place.file) + (f":{place.line}:{place.column}" if place.line else "")
    return Fault(where, each.code.id, each.message, each.suggestion, each.code.severity is Severity.ERROR)


def sentence_model(say: Catalogue, sentence: str) -> TroubleModel:
    """Return what a coded sentence says, with the way back."""
    return TroubleModel(
        title=say("ui.trouble.title"),
        sentence=sentence,
        faults=(),
        more="",
        folder=None,
        controls=(Control("back", say("ui.back"), Back()),),
    )


def folder_model(say: Catalogue, sentence: str, typed: str) -> TroubleModel:
    """Return that nothing can be saved, before the first move, with another place offered."""
    return TroubleModel(
        title=say("ui.trouble.folder"),
        sentence=sentence,
        faults=(),
        more="",
        folder=Field("folder", say("ui.trouble.elsewhere"), typed, WriteFolder),
        controls=(
            Control("use_folder", say("ui.trouble.use"), UseFolder(), enabled=bool(typed.strip())),
            Control("back", say("ui.back"), Back()),
        ),
    )
