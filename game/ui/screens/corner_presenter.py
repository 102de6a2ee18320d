"""The instructor's corner of a scenario that is being written: one of its three pages, and the way back."""

import string
from collections.abc import Sequence

from game.content.diagnostics import Diagnostic, Severity, shown_name
from game.desk.local import LocalGame
from game.rules.reasons import counted
from game.text.catalogue import Catalogue
from game.ui.keymap import Keymap
from game.ui.preview_wishes import CopyPlace, KeepAsPlan, OpenCorner, Page, ShowPage
from game.ui.previewing import Preview
from game.ui.screens.corner_diagram import diagram_page
from game.ui.screens.corner_model import CornerModel, FaultRow, FaultsPage
from game.ui.screens.corner_state import state_page
from game.ui.screens.key_names import keys_named
from game.ui.screens.parts import Control
from game.ui.screens.preview_presenter import kept_controls, status_asked, tone
from game.ui.screens.trouble_presenter import MOST_FAULTS, fault_of, worst_first
from game.ui.wishes import AskWhy, Go, Screen


def corner_model(say: Catalogue, preview: Preview, game: LocalGame | None, keys: Keymap) -> CornerModel:
    """Return the corner with the page that is open.

    Args:
        game: what lies on the table, None as long as nothing could be laid there.
    """
    shown = preview.page
    name = preview.name if game is None else game.session.scenario.title
    return CornerModel(
        title=say("ui.corner.title"),
        whose=say("ui.corner.whose", name=name, file=shown_name(str(preview.file))),
        status=status_asked(say, preview),
        tone=tone(preview),
        kept=kept_controls(say, preview),
        tabs=tuple(
            Control(
                f"page:{page.value}",
                say(f"ui.corner.{page.value}"),
                ShowPage(page),
                on=page is shown,
                does=say(f"ui.corner.{page.value}_does"),
            )
            for page in Page
        ),
        shown=shown,
        faults=faults_page(say, preview.found) if shown is Page.FAULTS else None,
        diagram=diagram_page(say, game, keys) if shown is Page.DIAGRAM and game is not None else None,
        state=state_page(say, game) if shown is Page.STATE and game is not None else None,
        none=say("ui.corner.no_table") if game is None and shown is not Page.FAULTS else "",
        controls=_controls(say, game, keys_named(say, keys, "corner")),
    )


def faults_page(say: Catalogue, found: Sequence[Diagnostic]) -> FaultsPage:
    """Return what is wrong, errors first, each with its place to be copied."""
    ordered = worst_first(found)
    counts = {kind: sum(each.code.severity is kind for each in ordered) for kind in Severity}
    told = [say(f"severity.count.{kind.value}", n=n) for kind, n in counts.items() if n]
    left = len(ordered) - MOST_FAULTS
    return FaultsPage(
        count=Control(
            "count",
            "  ·  ".join(told) or say("ui.corner.clean"),
            AskWhy("count"),
            does=say("ui.corner.count_does"),
            reasons=tuple(counted(kind.value, "fault", range(n)) for kind, n in counts.items()),
        ),
        none="" if ordered else say("ui.corner.clean_note"),
        rows=tuple(_row(say, n, each) for n, each in enumerate(ordered[:MOST_FAULTS])),
        more=say("ui.trouble.more", n=left) if left > 0 else "",
    )


def _row(say: Catalogue, n: int, each: Diagnostic) -> FaultRow:
    fault, code = fault_of(say, each), each.code
    place = f"{shown_name(each.place.file)}:{each.place.line}"
    lines = (
        each.message,
        say(f"severity.means.{code.severity.value}"),
        say("ui.corner.code", code=code.id, rule=_rule(code.sentence)),
        fault.suggestion,
        say("ui.corner.at", place=fault.where),
    )
    ask = Control(
        f"fault:{n}",
        f"{fault.kind} {code.id}",
        AskWhy(f"fault:{n}"),
        does="\n".join(line for line in lines if line),
    )
    copy = Control(
        f"copy:{n}",
        say("ui.corner.copy"),
        CopyPlace(place),
        does=say("ui.corner.copy_does", place=place),
    )
    return FaultRow(fault, ask, copy if each.place.line else None)


def _rule(sentence: str) -> str:
    """Return the sentence of a code with what differs from case to case left open.

    >>> _rule("no party is called '{name}'")
    "no party is called '…'"
    """
    return "".join(
        text + ("…" if field is not None else "") for text, field, _, _ in string.Formatter().parse(sentence)
    )


def _controls(say: Catalogue, game: LocalGame | None, key: str) -> tuple[Control, ...]:
    has_table = game is not None
    has_moves = game is not None and any(made.author in (0, 1) for made in game.session.mainline)
    plan = Control(
        "keep_plan",
        say("ui.corner.plan"),
        KeepAsPlan(),
        enabled=has_moves,
        reason="" if has_moves else say("ui.corner.plan_nothing"),
        does=say("ui.corner.plan_does"),
    )
    title = Control("title", say("ui.menu.title"), Go(Screen.TITLE), does=say("ui.preview.leave_does"))
    back = Control(
        "to_table",
        say("ui.corner.back", keys=key),
        OpenCorner(),
        enabled=has_table,
        reason="" if has_table else say("ui.corner.no_table"),
        does=say("ui.corner.back_does", keys=key),
    )
    return (title, plan, back)
