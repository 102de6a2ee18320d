"""The strip over a table that its author tries: that it is a preview, what the last save led to, the seat."""

from dataclasses import dataclass

from game.rules.reasons import counted, stated
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.keymap import Keymap
from game.ui.preview_wishes import DropKept, OpenCorner, TryKept, TurnTable
from game.ui.previewing import Preview
from game.ui.screens.key_names import keys_named
from game.ui.screens.parts import Control
from game.ui.screens.result_reasons import Found


@dataclass(frozen=True, slots=True)
class StripModel:
    """What stands over every screen of a preview."""

    title: str
    name: str  # the same in one word
    status: Control
    tone: str  # sound, stopped or broken
    seat: Control
    corner: Control


def strip_model(say: Catalogue, preview: Preview, scenario: Scenario, seat: int, keys: Keymap) -> StripModel:
    """Return the strip over a table looked at from a seat."""
    key = tone(preview)
    counts = _numbers(preview)
    whose, other = scenario.parties[seat], scenario.parties[1 - seat]
    return StripModel(
        title=say("ui.preview.title"),
        name=say("ui.preview.name"),
        status=Control(
            "preview_status",
            say(f"ui.preview.{key}_short", **counts),
            OpenCorner(),
            note=status(say, preview),
            does=say("ui.preview.about"),
            reasons=_reasons(preview),
        ),
        tone=key,
        seat=Control(
            "turn_table",
            say("ui.preview.seat", adjective=capital(whose.adjective), keys=keys_named(say, keys, "turn")),
            TurnTable(),
            does=say("ui.preview.seat_does", party=other.name),
        ),
        corner=Control(
            "corner",
            say("ui.preview.corner", keys=keys_named(say, keys, "corner")),
            OpenCorner(),
            does=say("ui.preview.corner_does"),
        ),
    )


def tone(preview: Preview) -> str:
    """Return what the last save led to: sound, stopped or broken."""
    if not preview.is_sound:
        return "broken"
    return "sound" if preview.stop is None else "stopped"


def status(say: Catalogue, preview: Preview) -> str:
    """Return in sentences what the last save led to."""
    match tone(preview):
        case "broken" if preview.sound is None:
            return say("ui.preview.broken_first", n=preview.errors)
        case "broken":
            return say("ui.preview.broken", n=preview.errors)
        case "stopped" if preview.stop is not None:
            stop = preview.stop
            told = say("ui.preview.stopped", n=stop.number, move=stop.told, why=stop.why)
            after = len(preview.kept) - 1
            return f"{told} {say('ui.preview.kept', n=after) if after else say('ui.preview.kept_one')}"
        case _:
            return say("ui.preview.sound")


def status_asked(say: Catalogue, preview: Preview) -> Control:
    """Return what the last save led to as something that can be asked about."""
    told = status(say, preview)
    return Control("status", told, OpenCorner(), does=say("ui.preview.about"), reasons=_reasons(preview))


def kept_controls(say: Catalogue, preview: Preview) -> tuple[Control, ...]:
    """Return what can be done with moves that are kept, nothing where none are."""
    if not preview.kept:
        return ()
    again = Control("try_kept", say("ui.preview.again"), TryKept(), does=say("ui.preview.again_does"))
    without = Control(
        "try_without",
        say("ui.preview.without"),
        TryKept(1),
        enabled=len(preview.kept) > 1,
        reason="" if len(preview.kept) > 1 else say("ui.preview.without_none"),
        does=say("ui.preview.without_does"),
    )
    drop = Control("drop_kept", say("ui.preview.drop"), DropKept(), does=say("ui.preview.drop_does"))
    return (again, without, drop)


def _numbers(preview: Preview) -> dict[str, int]:
    match tone(preview):
        case "broken":
            return {"n": preview.errors}
        case "stopped" if preview.stop is not None:
            return {"n": preview.stop.number}
        case _:
            return {}


def _reasons(preview: Preview) -> Found:
    """Return the numbers of the status: errors found, the move that stopped the line, and those after it."""
    stopped = 0 if preview.stop is None else preview.stop.number
    after = max(0, len(preview.kept) - 1)
    errors = counted("faults", "fault", range(preview.errors))
    return (errors, stated("stopped", stopped), counted("kept", "move", range(after)))
