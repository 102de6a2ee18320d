"""What an exploration found, for people and programs: names of things, its JSON, witnesses as saved games."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from game import __version__
from game.analysis.asked import GuardKey
from game.analysis.explore import Exploration, OneSided
from game.analysis.shorten import Line
from game.analysis.things import REFUSALS, Kind, Thing
from game.content.load import Loaded
from game.desk.finding import Trouble
from game.rules.moves import Move
from game.rules.scenario import Scenario, Trigger
from game.rules.transcript import Made
from game.session.codec import encode_move, encode_record
from game.session.faults import SaveFault
from game.session.saves import Header, new_save
from game.session.seats import Sitter
from game.session.strict import CodecFault, Json
from game.text.catalogue import Catalogue
from game.text.wording import Wording

FORMAT = 1
"""Of the JSON of an exploration."""


def id_of(scenario: Scenario, thing: Thing) -> str:
    """Return a name of ids, unique in the scenario: `choice.s_fund.promise`, `action.threaten.lowick`."""
    first, second = thing.first, thing.second
    match thing.kind:
        case Kind.ROUND:
            names = [scenario.rounds[first].id]
        case Kind.ENDING:
            names = [scenario.endings[first].id]
        case Kind.DECISION:
            names = [scenario.decisions[first].id]
        case Kind.CHOICE:
            decision = scenario.decisions[first]
            names = [decision.id, decision.choices[second].id]
        case Kind.EVENT:
            names = [scenario.events[first].id]
        case Kind.OUTCOME:
            event = scenario.events[first]
            names = [event.id, event.outcomes[second].id]
        case Kind.ACTION:
            names = [scenario.actions[first].id, scenario.parties[second].id]
        case Kind.OPTION:
            issue = scenario.issues[first]
            names = [issue.id, issue.options[second].id]
        case Kind.REFUSAL:
            names = [REFUSALS[first].value]
    return ".".join([thing.kind.value, *names])


def id_of_guard(scenario: Scenario, key: GuardKey) -> str:
    """Return the name of a condition: `when of choice.s_fund.promise`, `exits of hall.deadline 1`."""
    kind, first, second, third = key
    match kind:
        case "action":
            return f"action.{scenario.actions[first].id}"
        case "choice":
            decision = scenario.decisions[first]
            return f"choice.{decision.id}.{decision.choices[second].id}"
        case "ending":
            return f"ending.{scenario.endings[first].id}"
        case _:
            trigger = list(Trigger)[second].value
            return f"round.{scenario.rounds[first].id}.exits.{trigger}.{third + 1}"


def refused_words(wording: Wording, line: Line) -> str:
    """Return the move that is refused at the end of a line, in words; "" where it is no refusal."""
    if line.refused is None:
        return ""
    if _encoded(wording.scenario, line.refused.move) is None:
        return wording.say("explore.malformed")
    return wording.move(line.refused.author, line.refused.move)


def _encoded(scenario: Scenario, move: Move) -> dict[str, Json] | None:
    """Return a move by ids, None for one that names what is not there: that is refused too."""
    try:
        return encode_move(scenario, move)
    except CodecFault:
        return None


def exploration_json(
    scenario: Scenario,
    found: Exploration,
    files: dict[Thing, str],
    diagnostics: Sequence[dict[str, str | int]],
) -> bytes:
    """Return an exploration as JSON by ids.

    `things` holds for each its `id`, `found` ("met", "proved_unreachable", "not_met"), `games`, the drawn
    games that met it, and of what was met `moves`, the records of its line, and `refused`, the move refused
    at the end of it (null where it names what is not there). `diagnostics` are those of `check`.
    """

    def moves(line: tuple[Made, ...]) -> list[object]:
        return [
            {key: value for key, value in encode_record(scenario, made).items() if key in ("by", "move")}
            for made in line
        ]

    told: dict[Thing, dict[str, object]] = {}
    for line in found.lines:
        told[line.thing] = {"found": "met", "moves": moves(line.moves)}
        if line.refused is not None:
            who = scenario.parties[line.refused.author].id
            told[line.thing]["refused"] = {"by": who, "move": _encoded(scenario, line.refused.move)}
        if line.thing in files:
            told[line.thing]["file"] = files[line.thing]
    told |= {thing: {"found": "proved_unreachable"} for thing in found.proved}
    told |= {thing: {"found": "not_met"} for thing in found.unmet}
    body = {
        "format": FORMAT,
        "scenario": scenario.id,
        "fingerprint": scenario.fingerprint,
        "states": found.states,
        "kept": found.kept,
        "abstract_values": found.facts,
        "outline": {
            "states": found.outline.states,
            "complete": found.outline.complete,
            "folded": found.outline.folded,
        },
        "drawn_games": found.games,
        "seconds": round(found.seconds, 1),
        "things": [
            {"id": id_of(scenario, thing), **value, "games": found.hits[thing]}
            for thing, value in told.items()
        ],
        "one_sided": [
            {
                "condition": id_of_guard(scenario, each.key),
                "always": each.holds,
                "asked": each.asked,
                "proved": each.proved,
            }
            for each in found.one_sided
        ],
        "stuck": [moves(line) for line in found.stuck],
        "diagnostics": list(diagnostics),
    }
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def is_note(each: OneSided) -> bool:
    """Say whether a condition that always gave one answer is no fault.

    An action that is never closed is none, and what never holds is told as a thing that was not met.
    """
    return each.key[0] == "action" or (each.key[0] in ("choice", "ending") and not each.holds)


def keep_witnesses(
    say: Catalogue,
    loaded: Loaded,
    found: Exploration,
    folder: Path,
    wall: Callable[[], str],
) -> dict[Thing, str]:
    """Write a saved game for each witness, which `replay` and `fork` open; return their names.

    Raises:
        Trouble: one of them cannot be written.
    """
    scenario = loaded.scenario
    assert scenario is not None, "only a scenario without errors is explored"
    names = {}
    for line in found.lines:
        id = id_of(scenario, line.thing)
        names[line.thing] = keep_line(
            say, loaded, line.moves, folder, (f"{scenario.id} {id}", say("explore.origin", id=id)), wall
        )
    return names


def keep_line(
    say: Catalogue,
    loaded: Loaded,
    moves: Sequence[Made],
    folder: Path,
    called: tuple[str, str],
    wall: Callable[[], str],
) -> str:
    """Write a line of play as a saved game between two persons and return the name of its file.

    Args:
        called: what the file is called after, and the sentence that says where the game comes from.

    Raises:
        Trouble: it cannot be written.
    """
    scenario = loaded.scenario
    assert scenario is not None, "only a scenario without errors is played"
    name, origin = called
    header = Header(
        scenario=scenario.id,
        files=tuple(loaded.kept.items()),
        fingerprint=scenario.fingerprint,
        seats=tuple((party.id, Sitter()) for party in scenario.parties),
        seed=1,
        created=wall(),
        version=__version__,
        origin=origin,
        line=True,
    )
    records = [{"n": n, **encode_record(scenario, made)} for n, made in enumerate(moves, start=1)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = new_save(folder, name, header)
        try:
            store.append(records)
        finally:
            store.close()
    except (SaveFault, OSError) as fault:
        raise Trouble(say("error.not_written", name=str(folder), reason=fault)) from None
    return store.name
