"""The list of saved games, the last played first: which talks, which chair, how far, and what is damaged."""

import time
from dataclasses import dataclass

from game.desk.shelf import Shelved
from game.rules.reasons import stated
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.replay_wishes import ShowReplay
from game.ui.screens.parts import Control
from game.ui.tape import seats_open
from game.ui.wishes import Back, LoadGame


@dataclass(frozen=True, slots=True)
class SaveRow:
    """One saved game; pressing it goes on with it."""

    control: Control  # its label: the talks, or the name of a file that cannot be opened
    again: Control | None  # to look at it move by move; None where it cannot be opened
    flags: tuple[str, ...]  # ids of the parties that persons play
    who: str
    where: str  # the meeting it stands at, or that it is over
    moves: str
    saved: str
    fault: str  # what is damaged, "" for nothing
    over: bool


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Saved games."""

    title: str
    note: str  # that every move is saved; that a save holds both sides' secrets
    trouble: str  # why the one asked for could not be opened, "" for none
    saves: tuple[SaveRow, ...]
    older: str  # how many are not listed, "" for none
    empty: str  # said where there are none
    folder: str
    back: Control


def load_model(
    say: Catalogue, folder: str, shelf: tuple[Shelved, ...], trouble: str = "", older: int = 0
) -> LoadModel:
    """Return the list of saved games.

    Args:
        trouble: why the one asked for could not be opened.
        older: how many there are besides.
    """
    return LoadModel(
        title=say("ui.load.title"),
        note=say("ui.load.note"),
        trouble=trouble,
        saves=tuple(_row(say, each) for each in shelf),
        older=say("ui.load.older", n=older) if older else "",
        empty="" if shelf else say("ui.load.empty"),
        folder=say("ui.load.folder", folder=folder),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _row(say: Catalogue, each: Shelved) -> SaveRow:
    saved = time.strftime("%Y-%m-%d %H:%M", time.localtime(each.saved))
    opens = bool(each.title)
    if not opens:
        fault = say("ui.load.broken", reason=each.fault)
    else:
        fault = say("ui.load.damaged", reason=each.fault) if each.fault else ""
    return SaveRow(
        Control(
            f"save:{each.name}",
            each.title or each.name,
            LoadGame(each.name),
            enabled=opens,
            reason="" if opens else fault,
            does=say("ui.load.over_does" if each.over else "ui.load.open_does"),
            reasons=(stated("moves", each.moves),),
        ),
        again=_again(say, each) if opens else None,
        flags=() if each.line else each.chairs,
        who=_who(say, each),
        where=say("ui.load.over") if each.over else f"{each.round}: {each.slot}" if opens else "",
        moves=say("ui.load.moves", n=each.moves) if opens else "",
        saved=say("ui.load.saved", when=saved),
        fault=fault,
        over=each.over,
    )


def _again(say: Catalogue, each: Shelved) -> Control:
    persons = () if each.line else tuple(range(len(each.persons)))
    open_now = bool(seats_open(persons, each.over))
    return Control(
        f"again:{each.name}",
        say("ui.load.again"),
        ShowReplay(each.name),
        enabled=open_now,
        reason="" if open_now else say("ui.load.both_going_on"),
        does=say("ui.load.again_does"),
    )


def _who(say: Catalogue, each: Shelved) -> str:
    if not each.title:
        return ""
    if each.line:
        return say("ui.load.line", origin=each.line)
    if not each.persons:
        return say("ui.load.watched")
    if not each.opponent:
        return say("ui.load.both")
    return say("ui.load.against", party=capital(", ".join(each.persons)), opponent=each.opponent)


def in_a_line(say: Catalogue, each: Shelved) -> str:
    """Return a save in a line, for what goes on with it."""
    row = _row(say, each)
    return "  ·  ".join(
        part for part in (row.control.label, row.who, row.where if each.over else each.slot) if part
    )
