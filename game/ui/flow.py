"""Which screen follows which: what a person asks for comes in, the model to be drawn comes out.

No pygame, no clock, no thread of its own: the world, the negotiation and the worker stand behind ports,
so that a whole game is played in a test by intents alone. Within a game `Sitting.screen` says which
screen is due; what can be opened over it (a document, the settings) lies on a stack.
"""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any

from game.desk.beginning import told_in
from game.desk.finding import Trouble
from game.desk.local import LocalGame, NotKept
from game.desk.plan_card import Plan
from game.desk.seating import Seating
from game.desk.timing import clock_of
from game.rules.package import Package, empty
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.ui import classing, intents, previewing, wishes
from game.ui.class_wishes import MoreTime, NameTable, NameTeam, OpenTable, PauseClock, ShowWall
from game.ui.doing import WISHES
from game.ui.finding import control, slide, written
from game.ui.key_wishes import PutKey
from game.ui.pages import PAGES
from game.ui.preview_wishes import OpenCorner, TurnTable
from game.ui.previewing import Preview
from game.ui.screens.class_strip_presenter import ClassStripModel, class_strip_model
from game.ui.screens.debrief_presenter import kinds_of
from game.ui.screens.explain_presenter import explanation, slip
from game.ui.screens.key_names import keys_named
from game.ui.screens.new_game_presenter import NewGame, is_seed
from game.ui.screens.parts import Control, Explanation
from game.ui.screens.preview_presenter import StripModel, strip_model
from game.ui.screens.ratification_presenter import voices
from game.ui.screens.trouble_presenter import (
    TroubleModel,
    diagnostics_model,
    folder_model,
    sentence_model,
)
from game.ui.settings import SIZES, Settings
from game.ui.sitting import Sitting
from game.ui.tape import Tape
from game.ui.wishes import Screen, Wish
from game.ui.worker import Worker, one_thread
from game.ui.world import World

PART = "part"
"""The topic of what has no topic of its own; its role tells what can be said of it."""

PARTS = {
    "tab": "ui.why.tab",
    "scroll": "ui.why.scroll",
    "text": "ui.why.text",
    "track": "ui.why.track",
}
"""What is said of parts of a screen that only hold others, by their role."""

ENTERED: dict[Any, Wish] = {
    wishes.WriteFolder: wishes.UseFolder(),
    NameTable: OpenTable(),
    NameTeam: OpenTable(),
}
"""What Enter in a field does, by what is written into it."""

Model = Any
"""One of the models of `screens`; `Flow.screen` tells which."""


class Flow:
    """The screens of one window."""

    say: Catalogue
    world: World
    settings: Settings
    new: NewGame
    folder: str  # for the saves, as typed
    load_trouble: str  # why a save could not be opened
    kept: str  # where the settings are kept
    document: str
    search: str
    trouble: Callable[[], TroubleModel]
    again: Callable[[], None]  # what is tried once more from the screen of trouble
    declared: tuple[Scenario, Package] | None
    tape: Tape | None  # what is told again
    keyed: str  # the deed whose key is asked for, "" for none
    key_told: str  # why the last key struck could not be taken
    judged: str  # the part of the instrument that is looked at on the declare screen, "" for any

    def __init__(self, world: World, executor: Executor | None = None) -> None:
        """Begin at the title.

        Args:
            executor: where bots think; one thread of its own by default.
        """
        self.world = world
        self.say = world.say
        self.worker = Worker(executor if executor is not None else one_thread())
        self.settings = world.settings()
        self.sitting: Sitting | None = None
        self.over = False  # the window is to close
        self.notice = ""  # a sentence to be shown in passing, "" for none
        self.why = ""  # the topic that is being explained
        self.part = ("", "")  # the role and the label of what was asked
        self._stack: list[Screen] = []
        self.new = NewGame(name=world.scenarios()[0])
        self.trouble = lambda: sentence_model(self.say, "")
        self.again = lambda: None
        self.folder = ""  # as typed
        self.load_trouble = ""
        self.kept = ""
        self.keyed, self.key_told = "", ""
        self.document, self.search = "", ""
        self.declared = None
        self.team = ""  # whose agreement is declared, as typed
        self.judged = ""
        self.tape = None
        self.preview: Preview | None = None  # a scenario that its author works on
        self.seating: Seating | None = None  # a table of a class, while it is asked who sits there
        self.fresh = False  # that table begins anew, whatever game it left
        self.wall: classing.Wall | None = None  # a saved game that is shown to all
        self.rung = False  # the clock has just announced something
        self.copied = ""  # for the clipboard, "" for nothing new
        self._model: tuple[Screen, Model] | None = None

    # What is shown

    @property
    def screen(self) -> Screen:
        """The screen to be shown."""
        if self._stack:
            return self._stack[-1]
        if self.sitting is not None:
            return self.sitting.screen
        return Screen.TITLE if self.preview is None else Screen.CORNER

    @property
    def model(self) -> Model:
        """The model of the screen, made anew after every change, with the explanation that is asked for."""
        if self._model is None or self._model[0] is not self.screen:
            bare = PAGES[self.screen](self)
            self._model = (self.screen, bare)
            told = self._explained(bare)
            if told is not None and hasattr(bare, "explanation"):
                self._model = (self.screen, replace(bare, explanation=told))
        return self._model[1]

    @property
    def explanation(self) -> Explanation | None:
        """The answer to the last "why?" on whatever screen, None where nothing is asked."""
        return self._explained(self.model)

    def _explained(self, model: Model) -> Explanation | None:
        if not self.why:
            return None
        found = control(model, self.why) or control(self.strip, self.why)
        close = Control("close_why", self.say("ui.why.close"), wishes.Back())
        # Nobody's seat: controls say all there is.
        told_here = self.screen in (Screen.REPLAY, Screen.WATCH, Screen.CORNER)
        if self.sitting is not None and not told_here and (found is None or found.why):
            topic = self.why if found is None else found.why
            told = explanation(self.sitting.facts(), topic)
            if told is not None and (found is not None or told.lines != (self.say("ui.why.nothing"),)):
                closed = found.reason if found is not None else ""
                lines = told.lines if closed in ("", *told.lines) else (closed, *told.lines)
                return replace(told, lines=lines, close=close)
        role, label = self.part
        title = found.label if found is not None else label or self.say("ui.why.unknown")
        part = self.say(PARTS[role]) if role in PARTS else ""
        notes = (found.reason, found.note, found.does) if found is not None else (part,)
        told = slip(self.say, self.why, title, tuple(each for each in notes if each), close)
        return replace(told, reasons=found.reasons if found is not None else ())

    @property
    def strip(self) -> StripModel | ClassStripModel | None:
        """What stands over every screen of a preview but the corner, or of a table of a class; else None."""
        if self.sitting is None or self.screen is Screen.CORNER:
            return None
        session = self.sitting.game.session
        if self.preview is None and session.header.placed.name:
            on_wall = self.screen is Screen.WALL
            seat = self.sitting.expected if self.screen is Screen.PRIVACY else self.sitting.seat.party
            whose, keys, clock = None if on_wall else seat, self.settings.keys, self.sitting.clock
            return class_strip_model(self.say, keys, session, whose, clock, on_wall=on_wall)
        if self.preview is None:
            return None
        seat = self.sitting.seat.party
        scenario = self.sitting.game.session.scenario
        return strip_model(self.say, self.preview, scenario, seat, self.settings.keys)

    # What is asked

    def handle(self, asked: intents.Intent | Wish) -> None:
        """Do what a person asked for at the window; what cannot be done now changes nothing."""
        self.notice = ""
        match asked:
            case intents.Pressed(id):
                self._press(id)
            case intents.Chosen(id, int(where)) if (track := slide(self.model, id)) is not None:
                self._do(track.kind(where))
            case intents.Chosen(id, value):
                found = next(
                    (each for each in (value, f"{id}:{value}", id) if control(self.model, each)), None
                )
                self._press(found)
            case intents.Typed(id, text):
                place = written(self.model, id)
                if place is not None:
                    at = () if place.at is None else (place.at,)
                    self._do(place.kind(*at, text[: place.limit]))
            case intents.Why(id, role, label):
                asked_of = id[-1] if isinstance(id, tuple) and id else id  # a rung of a ladder, say
                self.part = (role, label)
                self._do(wishes.AskWhy(asked_of if isinstance(asked_of, str) else PART if role else ""))
            case intents.Back():
                self._do(wishes.Back())
            case intents.Corner():
                self._do(OpenCorner())
            case intents.Turn():
                self._do(TurnTable())
            case intents.Clock():
                self._do(PauseClock())
            case intents.More():
                self._do(MoreTime())
            case intents.Wall():
                self._do(ShowWall())
            case intents.Undo():
                self._do(wishes.Undo())
            case intents.Save():
                self.notice = self.where_saved()
            case intents.Larger(steps):
                size = SIZES.index(self.settings.text) + steps
                self._do(wishes.SetText(SIZES[max(0, min(len(SIZES) - 1, size))]))
            case intents.Leave():
                self._do(wishes.Quit())
            case intents.Struck(_, chord):
                self._do(PutKey(chord))
            case intents.Scrolled() | intents.Help() | intents.Full() | intents.Read():
                return
            case _:
                self._do(asked)

    def _press(self, id: Any) -> None:
        found = control(self.model, id) or control(self.explanation, id) or control(self.strip, id)
        if found is None:
            place = written(self.model, id)
            if place is not None and place.kind in ENTERED:
                self._do(ENTERED[place.kind])
        elif found.enabled:
            self._do(found.wish)
        else:
            self._do(wishes.AskWhy(found.id))

    def _do(self, wish: Wish) -> None:
        if not isinstance(wish, wishes.AskWhy | wishes.Back):
            self.why = ""
        try:
            WISHES[type(wish)](self, wish)
        except NotKept as fault:
            self.fail(str(fault))
        except Trouble as fault:
            self.fail(str(fault))
        self._refresh()

    def tick(self) -> bool:
        """Take what has been thought meanwhile; call it between frames. Say whether anything changed."""
        answers = self.worker.answers()
        changed = False
        for answer in answers:
            if self.preview is not None and previewing.is_for(answer):
                changed |= previewing.hear(self, self.preview, answer)
            elif self.sitting is not None:
                self.sitting.hear(answer)
                changed = True
        if self.sitting is not None:
            if changed and self.sitting.stopped:
                self.fail(self.sitting.stopped)
            if not self._stack:
                self.sitting.wait()
        if self.preview is not None:
            previewing.wait(self, self.preview)
        changed |= classing.tick(self)
        if changed:
            self._refresh()
        return changed

    def close(self) -> None:
        """Let go of the save and of the thread."""
        self.leave()
        self.worker.close()

    def _refresh(self) -> None:
        self._model = None
        if self.sitting is not None and not self.over:
            self.sitting.think()

    # Between screens

    def open(self, screen: Screen) -> None:
        """Show a screen over the present one."""
        if screen in self._stack:
            del self._stack[self._stack.index(screen) :]
        self._stack.append(screen)

    def shut(self, screen: Screen) -> None:
        """Close a screen that was opened over another, with all that lies over it."""
        if screen in self._stack:
            del self._stack[self._stack.index(screen) :]

    def drop(self, screens: tuple[Screen, ...]) -> None:
        """Close some screens wherever they lie; what lies over them stays open."""
        self._stack = [each for each in self._stack if each not in screens]

    def fail(self, sentence: str) -> None:
        """Show a coded sentence on a screen of its own."""
        self.trouble = lambda: sentence_model(self.say, sentence, in_game=self.sitting is not None)
        self.open(Screen.TROUBLE)

    def go(self, screen: Screen) -> None:
        """Open a screen that was asked for by name."""
        in_game = (Screen.BRIEFING, Screen.SIGNING, Screen.LEEWAY)
        if screen is Screen.TITLE:
            self.leave()
        elif screen not in in_game or (self.sitting is not None and self.sitting.screen is Screen.TABLE):
            self.load_trouble = self.search = ""
            if screen is Screen.NEW_GAME and not self.new.persons and not self.new.watch:
                self.new = replace(self.new, persons=(self._first_to_speak(),))
            self.open(screen)

    def _first_to_speak(self) -> int:
        """Return the chair that a new game offers: of those who open the talks."""
        scenario = self.world.load(self.new.name).scenario
        return 0 if scenario is None else scenario.rounds[scenario.opening.round].opens

    def back(self) -> None:
        """Leave what is open: an explanation, what an action or refusal asks, a screen."""
        if self.why:
            self.why = ""
        elif self.keyed:
            self.keyed = self.key_told = ""
        elif self.screen is Screen.REPLAY and self.tape is not None and self.tape.forking:
            self.tape.forking = False
        elif self.wall is not None and self.screen is Screen.WALL:
            self.over = True
        elif self._stack:
            if self._stack.pop() is Screen.TROUBLE and self.sitting is not None:
                self.sitting.stopped = ""  # the disk may have room by now: the bots try again
        elif self.sitting is not None:
            if self.sitting.screen is Screen.BRIEFING and self.sitting.solo:
                self.go(Screen.TITLE)
            elif self.sitting.screen is Screen.WATCH:
                self.sitting.paused = True
            else:
                self.sitting.seat.clear()
        elif self.preview is not None:
            self.leave()

    def leave(self) -> None:
        """Leave the game or the preview, and all that lies open over it: the title is shown."""
        self.worker.forget_all()
        self._stack.clear()
        self.preview = None
        if self.sitting is not None:
            for seat in (*self.sitting.seats.values(), *self.sitting.lookers.values()):
                if any(seat.tickets):
                    self.world.keep_plan(self.sitting.game, seat.party, seat.plan, seat.tickets)
            self.sitting.game.session.close()
            self.sitting = None

    def where_saved(self) -> str:
        """Return in a sentence where the game is saved, "" where none is played."""
        if self.preview is not None:
            key = keys_named(self.say, self.settings.keys, "corner")
            return self.say("ui.preview.not_saved", keys=key)
        return "" if self.sitting is None else self.say("save.already", where=self.sitting.game.where_saved())

    def speak(self, language: str, whose: str = "") -> None:
        """Go on in another language or with other names, whatever is shown; the game stays as it is."""
        self.say = self.world.speak(language, whose)
        if self.sitting is not None:
            self.sitting.speak(told_in(self.sitting.game, self.say), self.say)
        if self.tape is not None:
            self.tape.speak(self.say)
        if self.declared is not None:
            again = self.world.again(self.declared[0])
            self.declared = None if again is None else (again, self.declared[1])

    # A game begun, loaded, read on

    def sit(self, game: LocalGame, *, resumed: bool) -> None:
        """Sit down to a game."""
        self.leave()
        sitting = Sitting(game, self.say, self.worker, pace=self.new.pace)
        parties = range(2) if resumed else ()
        sitting.sit({party: self.world.plan(game, party) for party in parties}, resumed=resumed)
        sitting.clock = clock_of(game.session, self.world.now_s)
        self.sitting = sitting
        self.notice = self.where_saved()
        if resumed and game.session.damage is not None:
            self.notice = str(game.session.damage)

    def begin(self) -> None:
        """Begin the game that was put together, or say first that it could not be saved."""
        fault = self.world.folder_fault()
        if fault:
            self.trouble = lambda: folder_model(self.say, fault, self.folder)
            self.again = self.begin
            self.open(Screen.TROUBLE)
            return
        new = self.new
        if new.seed and not is_seed(new.seed):
            return
        seed = int(new.seed) if new.seed else None
        loaded = self.world.load(new.name)
        game = self.world.begin(loaded, new.persons, new.against, seed, new.chance_on, new.bots)
        self.sit(game, resumed=False)

    def use_folder(self) -> None:
        """Keep the saves elsewhere."""
        fault = self.world.use_folder(self.folder)
        if fault:
            self.trouble = lambda: folder_model(self.say, fault, self.folder)
        else:
            self.shut(Screen.TROUBLE)

    def check_again(self) -> None:
        """Try once more what was in trouble; say so if it still is."""
        self.shut(Screen.TROUBLE)
        self.again()
        if self.screen is Screen.TROUBLE:
            self.notice = self.say("ui.trouble.still")

    def resume(self, name: str) -> None:
        """Go on with a saved game; where it cannot be opened, say so among the saves."""
        try:
            self.sit(self.world.resume(name), resumed=True)
        except Trouble as trouble:
            self.load_trouble = str(trouble)
            self.open(Screen.LOAD)

    def choose_scenario(self, name: str) -> None:
        """Choose the talks of the new game or of what is declared; a broken file shows what is wrong."""
        loaded = self.world.load(name)
        if loaded.scenario is None:
            found = loaded.diagnostics
            self.trouble = lambda: diagnostics_model(self.say, name, found)
            self.again = lambda: self.choose_scenario(name)
            self.open(Screen.TROUBLE)
        elif self.screen is Screen.DECLARE:
            self.declared, self.judged = (loaded.scenario, empty(len(loaded.scenario.issues))), ""
        else:
            self.new = replace(self.new, name=name, against="", bots=("", ""))

    def read_on(self) -> None:
        """Go on from a page that is only read."""
        if self._stack:
            self._stack.pop()
            return
        sitting = self.sitting
        if sitting is None:
            return
        match sitting.screen:
            case Screen.PRIVACY:
                sitting.seated = sitting.expected
            case Screen.BRIEFING:
                sitting.seat.briefed = True
            case Screen.ROUND_CARD:
                sitting.seat.round = sitting.game.session.state.round
            case Screen.RATIFICATION:
                sitting.told += 1
                sitting.voted = sitting.told > voices(sitting.game.session.state.votes)
            case Screen.DEBRIEF:
                self._next_step(sitting)
            case _:
                return

    def _next_step(self, sitting: Sitting) -> None:
        sitting.step += 1
        if sitting.step < len(kinds_of(sitting.game.session.scenario, watched=sitting.watched)):
            return
        later = [party for party in sitting.debriefed if party > sitting.seat.party]
        if later:  # the game is over: nothing is secret, no privacy screen
            sitting.seated, sitting.step = later[0], 0
        elif self.preview is None:
            self.go(Screen.TITLE)
        else:
            sitting.step = 0
            self.open(Screen.CORNER)

    def lock(self, plan: Plan) -> None:
        """Lock the plan of the seat, keep it, and open the talks where nobody else has to plan."""
        sitting = self.sitting
        if sitting is None or sitting.screen is not Screen.PLANNING:
            return
        seat = sitting.seat
        seat.plan = replace(plan, locked=True)
        self.world.keep_plan(sitting.game, seat.party, seat.plan)
        sitting.begin()

    def skip_plan(self) -> None:
        """Go without a plan."""
        self.lock(Plan())
