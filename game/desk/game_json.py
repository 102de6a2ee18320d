"""A game as JSON for other programs: `export SAVE --json`, documented here and held to it by tests.

With a seat the game is what that party knew: the marked keys are left out, and nothing in the rest
depends on them. Keys that have nothing to say are left out. Ids are the scenario's; points are each
party's own and must never be compared; `{}` stands for a key that is an id.

    format                          integer   1
    kind                            text      "game"
    program                         text      version of the game that wrote this
    scenario.id                     text
    scenario.title                  text
    scenario.version                text      the author's
    scenario.fingerprint            text      whole game only: SHA-256 of its files
    parties[].id                    text
    parties[].name                  text
    seat                            text      of one seat only: the party's id
    seed                            integer   whole game only
    chance                          boolean   whole game only: false where chance turned as usual
    created                         text      whole game only: when it was begun
    origin                          text      whole game only: the save it was forked from, and where
    seats{}.persona                 text      whole game only: who played, "" for a person
    seats{}.name                    text      whole game only: an opponent's, or what a team calls itself
    table.name                      text      whole game only: of a class, what the table is called
    table.roles{}[]                 text      whole game only: who does what in a delegation
    damage                          text      why the rest of the save could not be read
    positions[].number              integer   0 for the opening
    positions[].view                integer   of one seat only: its view number
    positions[].author              text      a party's id, nature, home, instructor; if it can be known
    positions[].move                object    as in a save; of one seat, its own alone
    positions[].wall                text      whole game only: when it was made
    positions[].told[]              text      what followed, in sentences
    positions[].happenings[]        object    what followed: `kind`, and fields by ids
    positions[].round               text
    positions[].meeting             text
    positions[].date                text      of the meeting, year-month-day
    positions[].turn                text      who is to move: a party's id
    positions[].agreed{}            text      per issue, the option provisionally agreed
    positions[].offers{}.packages[] object    per party, what it has on the table: issue to option
    positions[].offers{}.linked     boolean
    positions[].offers{}.ad_referendum boolean
    positions[].offers{}.words      text
    positions[].signed[]            text      the parties that have signed
    positions[].meters{}            integer   0 to 10
    positions[].points{}.agreed     integer   per party: what is agreed; after the end, the result
    positions[].points{}.offers{}[] integer   of each alternative, per party that offers it
    positions[].points{}.without    integer   no agreement
    positions[].ended.trigger       text      how it ended
    positions[].ended.ending        text
    positions[].ended.package{}     text      what was signed, per issue
    positions[].ended.signed        boolean
    positions[].ended.ratified      boolean
"""

import datetime

from game import __version__
from game.desk.frames import Frame, frames
from game.desk.positions import told_lines, worth
from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.session.codec import encode_move
from game.session.happening_json import (
    happenings_to_json,
    offer_to_json,
    outcome_to_json,
    package_to_json,
)
from game.session.saves import Save
from game.session.seats import name_of
from game.session.strict import Json
from game.text.catalogue import Catalogue

FORMAT = 1
"""The format of the JSON written; a change that a reader would notice raises it."""


def whole_game_json(say: Catalogue, save: Save, course: Replay) -> dict[str, Json]:
    """Return a saved game with everything in it, both sides' secrets included."""
    header = save.header
    body = _head(save.scenario, None)
    body["scenario"] = {**_named(save.scenario), "fingerprint": save.scenario.fingerprint}
    body |= {"seed": header.seed, "chance": header.chance_on}
    body |= {key: text for key, text in (("created", header.created), ("origin", header.origin)) if text}
    body["seats"] = {seat: {"persona": who.persona, "name": who.name} for seat, who in header.seats}
    if header.placed.name:
        body["table"] = _table(save)
    if save.damage is not None:
        body["damage"] = str(save.damage)
    found = frames(save.scenario, course, None)
    body["positions"] = [_with_words(say, frame, None) for frame in found]
    return body


def seat_game_json(say: Catalogue, scenario: Scenario, course: Replay, party: int) -> dict[str, Json]:
    """Return a game as the seat of `party` knew it."""
    body = _head(scenario, party)
    found = frames(scenario, course, party)
    body["positions"] = [_with_words(say, frame, party) for frame in found]
    return body


def position_json(frame: Frame, party: int | None) -> dict[str, Json]:
    """Return a position by ids, without sentences."""
    scenario, state = frame.scenario, frame.state
    here = scenario.rounds[state.round]
    meeting = here.slots[state.slot]
    found: dict[str, Json] = {}
    if frame.author is not None:
        found["author"] = name_of(scenario, frame.author)
    if frame.made is not None:
        found["move"] = encode_move(scenario, frame.made.move)
        if party is None and frame.made.wall:
            found["wall"] = frame.made.wall
    if frame.happenings:
        found["happenings"] = happenings_to_json(scenario, frame.happenings)
    found |= {
        "round": here.id,
        "meeting": meeting.id,
        "date": datetime.date.fromordinal(meeting.date).isoformat(),
        "agreed": package_to_json(scenario, state.provisional),
        "offers": {
            scenario.parties[author].id: offer_to_json(scenario, offer)
            for author, offer in enumerate(state.offers)
            if offer is not None
        },
        "signed": [scenario.parties[author].id for author in (0, 1) if state.signed[author]],
        "meters": {
            meter.id: level
            for meter, level in zip(scenario.meters, state.meters, strict=True)
            if party is None or meter.seen[party]
        },
        "points": {
            scenario.parties[each].id: _points(frame, each) for each in (0, 1) if party in (None, each)
        },
    }
    if state.outcome is not None:
        found["ended"] = outcome_to_json(scenario, state.outcome)
    elif state.turn in (0, 1):
        found["turn"] = scenario.parties[state.turn].id
    return {key: value for key, value in found.items() if value != [] and value != {}}


def _with_words(say: Catalogue, frame: Frame, party: int | None) -> dict[str, Json]:
    numbered: dict[str, Json] = {"number": frame.number}
    if frame.view is not None:
        numbered["view"] = frame.view.number
    told = told_lines(say, frame, party)
    if told:
        numbered["told"] = list(told)
    return numbered | position_json(frame, party)


def _points(frame: Frame, party: int) -> dict[str, Json]:
    found = worth(frame.scenario, frame.state, party)
    body: dict[str, Json] = {"agreed": found.agreed, "without": found.without}
    offers: dict[str, Json] = {
        frame.scenario.parties[author].id: list(values)
        for author, values in enumerate(found.offers)
        if values
    }
    return body | {"offers": offers} if offers else body


def _head(scenario: Scenario, party: int | None) -> dict[str, Json]:
    body: dict[str, Json] = {"format": FORMAT, "kind": "game", "program": __version__}
    body["scenario"] = _named(scenario)
    body["parties"] = [{"id": each.id, "name": each.name} for each in scenario.parties]
    if party is not None:
        body["seat"] = scenario.parties[party].id
    return body


def _table(save: Save) -> dict[str, Json]:
    placed = save.header.placed
    seats = zip(save.scenario.parties, placed.roles, strict=True)
    roles: dict[str, Json] = {party.id: list(roles) for party, roles in seats if roles}
    return {"name": placed.name, "roles": roles} if roles else {"name": placed.name}


def _named(scenario: Scenario) -> dict[str, Json]:
    return {"id": scenario.id, "title": scenario.title, "version": scenario.version}
