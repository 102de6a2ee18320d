"""Which model belongs to which screen, and what of the flow each is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.desk.shelf import Shelved
from game.desk.timing import standing
from game.rules.package import empty
from game.rules.transcript import mainline, replay
from game.ui.classing import held
from game.ui.screens.briefing_presenter import BriefingModel, briefing_model
from game.ui.screens.corner_model import CornerModel
from game.ui.screens.corner_presenter import corner_model
from game.ui.screens.credits_presenter import credits_model
from game.ui.screens.debrief_presenter import DebriefModel, debrief_model
from game.ui.screens.decision_presenter import decision_model
from game.ui.screens.declare_presenter import DeclareModel, declare_model
from game.ui.screens.document_presenter import document_model
from game.ui.screens.keys_presenter import keys_model
from game.ui.screens.leeway_presenter import leeway_model
from game.ui.screens.load_presenter import LoadModel, in_a_line, load_model
from game.ui.screens.new_game_presenter import Offered, new_game_model
from game.ui.screens.parts import Control
from game.ui.screens.planning_presenter import planning_model
from game.ui.screens.privacy_presenter import PrivacyModel, privacy_model
from game.ui.screens.ratification_presenter import RatificationModel, ratification_model
from game.ui.screens.replay_model import ReplayModel
from game.ui.screens.replay_presenter import replay_model
from game.ui.screens.replay_watch_presenter import watch_model
from game.ui.screens.round_card_presenter import round_card_model
from game.ui.screens.seating_presenter import SeatingModel, seating_model
from game.ui.screens.settings_presenter import SettingsModel, settings_model
from game.ui.screens.signing_presenter import signing_model
from game.ui.screens.table_presenter import table_model
from game.ui.screens.title_presenter import TitleModel, title_model
from game.ui.screens.trouble_presenter import sentence_model
from game.ui.screens.wall_presenter import WallModel, wall_model
from game.ui.seat import Facts
from game.ui.sitting import Sitting
from game.ui.wishes import Back, Quit, Screen

if TYPE_CHECKING:
    from game.ui.flow import Flow


def last_played(flow: Flow) -> Shelved | None:
    """Return the game that was played last.

    Lines of play that a command wrote down are none. What cannot be opened is returned only where there is
    nothing else: the power may have gone while a new game was begun.
    """
    faulty = None
    for each in map(flow.world.shelved, flow.world.saves()):
        if each.title and not each.line:
            return each
        faulty = faulty or (None if each.line else each)
    return faulty


def _title(flow: Flow) -> TitleModel:
    played = last_played(flow)
    last = "" if played is None else in_a_line(flow.say, played)
    history = flow.world.scenarios()[0]
    return title_model(flow.say, last=last, warning=flow.world.folder_fault(), history=history)


def offered(flow: Flow) -> tuple[Offered, ...]:
    """Return the talks that may be chosen, those with errors too."""
    return tuple(Offered(name, flow.world.load(name).scenario) for name in flow.world.scenarios())


def _declare(flow: Flow) -> Any:
    if flow.declared is None:
        for each in offered(flow):
            if each.scenario is not None and each.scenario.declaration is not None:
                flow.declared = (each.scenario, empty(len(each.scenario.issues)))
                break
    if flow.declared is None:
        return sentence_model(flow.say, flow.say("ui.declare.none"))
    scenario, package = flow.declared
    made: DeclareModel = declare_model(flow.say, offered(flow), scenario, package, flow.judged, flow.team)
    return made


def _sitting(flow: Flow) -> Sitting:
    assert flow.sitting is not None, "a screen of a game is shown in a game only"
    return flow.sitting


def _facts(flow: Flow) -> Facts:
    return _sitting(flow).facts(flow.why)


def _briefing(flow: Flow) -> BriefingModel:
    return briefing_model(_facts(flow), begun=_sitting(flow).seat.briefed)


def _privacy(flow: Flow) -> PrivacyModel:
    sitting = _sitting(flow)
    scenario = sitting.game.session.scenario
    return privacy_model(flow.say, scenario.title, scenario.parties[sitting.expected])


def _ratification(flow: Flow) -> RatificationModel:
    sitting = _sitting(flow)
    session = sitting.game.session
    return ratification_model(flow.say, session.scenario, session.state, sitting.told)


def _debrief(flow: Flow) -> DebriefModel:
    sitting = _sitting(flow)
    later = any(party > sitting.seat.party for party in sitting.debriefed)
    session = sitting.game.session
    return debrief_model(
        flow.say,
        session.scenario,
        sitting.game.replayed(),
        sitting.seat,
        sitting.step,
        more_seats=later,
        watched=sitting.watched,
    )


def _settings(flow: Flow) -> SettingsModel:
    sitting = flow.sitting
    scenario = flow.world.load(flow.new.name).scenario if sitting is None else sitting.game.session.scenario
    spoken = replace(flow.settings, language=flow.say.language, whose=flow.say.whose)
    languages, has_voice = flow.world.languages(), flow.world.has_voice()
    model = settings_model(flow.say, spoken, flow.kept, languages, scenario, has_voice=has_voice)
    return replace(
        model,
        languages=held(flow, model.languages, "language"),
        names=held(flow, model.names, "names"),
    )


def _replay(flow: Flow) -> ReplayModel:
    assert flow.tape is not None, "a replay is shown of something"
    return replay_model(flow.say, flow.tape)


def _corner(flow: Flow) -> CornerModel:
    assert flow.preview is not None, "the corner is that of a preview"
    game = None if flow.sitting is None else flow.sitting.game
    return corner_model(flow.say, flow.preview, game, flow.settings.keys)


def _seating(flow: Flow) -> SeatingModel:
    assert flow.seating is not None, "a table is opened by its class file"
    return seating_model(flow.say, flow.seating)


def _wall(flow: Flow) -> WallModel:
    say, sitting = flow.say, flow.sitting
    if sitting is not None:
        back = Control("back", say("project.back"), Back(), does=say("project.back_does"))
        session, clock = sitting.game.session, sitting.clock
        told = () if clock is None else standing(say, clock)
        return wall_model(say, session.scenario, session.header, sitting.game.replayed(), back, told)
    assert flow.wall is not None, "the wall shows a game"
    save = flow.wall.save
    close = Control("back", say("project.leave"), Quit(), does=say("project.leave_does"))
    return wall_model(say, save.scenario, save.header, replay(save.scenario, mainline(save.records)), close)


LISTED = 60
"""Saves that are looked into for the list; older ones are counted."""


def _load(flow: Flow) -> LoadModel:
    saves = flow.world.saves()
    shelf = tuple(flow.world.shelved(name) for name in saves[:LISTED])
    older = len(saves) - len(shelf)
    return load_model(flow.say, flow.world.folder(), shelf, flow.load_trouble, older)


PAGES: dict[Screen, Callable[[Flow], Any]] = {
    Screen.TITLE: _title,
    Screen.NEW_GAME: lambda flow: new_game_model(flow.say, offered(flow), flow.new),
    Screen.TROUBLE: lambda flow: flow.trouble(),
    Screen.BRIEFING: _briefing,
    Screen.PLANNING: lambda flow: planning_model(_facts(flow)),
    Screen.PRIVACY: _privacy,
    Screen.ROUND_CARD: lambda flow: round_card_model(_facts(flow)),
    Screen.TABLE: lambda flow: table_model(_facts(flow)),
    Screen.DECISION: lambda flow: decision_model(_facts(flow)),
    Screen.DOCUMENT: lambda flow: document_model(_facts(flow), flow.document, flow.search),
    Screen.SIGNING: lambda flow: signing_model(_facts(flow)),
    Screen.RATIFICATION: _ratification,
    Screen.DEBRIEF: _debrief,
    Screen.DECLARE: _declare,
    Screen.LOAD: _load,
    Screen.SETTINGS: _settings,
    Screen.KEYS: lambda flow: keys_model(flow.say, flow.settings.keys, flow.keyed, flow.key_told, flow.kept),
    Screen.REPLAY: _replay,
    Screen.WATCH: lambda flow: watch_model(_sitting(flow)),
    Screen.LEEWAY: lambda flow: leeway_model(_facts(flow)),
    Screen.CORNER: _corner,
    Screen.SEATING: _seating,
    Screen.WALL: _wall,
    Screen.CREDITS: lambda flow: credits_model(flow.say, flow.world.credits()),
}
"""Every screen with the function that makes its model."""
