"""The flow of screens in a window: which class draws which model, with explanations, keys and passing words
over it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.content.tags import PSEUDO
from game.text.catalogue import ORIGINAL
from game.ui import intents
from game.ui.aloud import heard, log_lines, whole
from game.ui.app import App, play
from game.ui.app import Screen as Shown
from game.ui.flow import Flow
from game.ui.intents import Intent
from game.ui.kit import Button, Dialog, Overlay, Span, Table, Theme, Widget
from game.ui.kit.account import Account, account
from game.ui.kit.widgets.text_field import copy
from game.ui.opening import app_for, dressed
from game.ui.screens.briefing_screen import BriefingScreen
from game.ui.screens.corner_screen import CornerScreen
from game.ui.screens.credits_screen import CreditsScreen
from game.ui.screens.debrief_screen import DebriefScreen
from game.ui.screens.decision_screen import DecisionScreen
from game.ui.screens.declare_screen import DeclareScreen
from game.ui.screens.document_screen import DocumentScreen
from game.ui.screens.explain_screen import explanation_dialog
from game.ui.screens.key_names import key_list
from game.ui.screens.keys_screen import KeysScreen
from game.ui.screens.leeway_screen import LeewayScreen
from game.ui.screens.load_screen import LoadScreen
from game.ui.screens.new_game_screen import NewGameScreen
from game.ui.screens.planning_screen import PlanningScreen
from game.ui.screens.preview_strip import Under
from game.ui.screens.privacy_screen import PrivacyScreen
from game.ui.screens.ratification_screen import RatificationScreen
from game.ui.screens.replay_screen import ReplayScreen
from game.ui.screens.replay_watch_screen import WatchScreen
from game.ui.screens.round_card_screen import RoundCardScreen
from game.ui.screens.seating_screen import SeatingScreen
from game.ui.screens.settings_screen import SettingsScreen
from game.ui.screens.signing_screen import SigningScreen
from game.ui.screens.table_screen import TableScreen
from game.ui.screens.table_side import entries
from game.ui.screens.title_screen import TitleScreen
from game.ui.screens.trouble_screen import TroubleScreen
from game.ui.screens.wall_screen import WallScreen
from game.ui.voice import Voice, engine
from game.ui.wishes import Screen

VIEWS: dict[Screen, Callable[[Any], Shown]] = {
    Screen.TITLE: TitleScreen,
    Screen.NEW_GAME: NewGameScreen,
    Screen.TROUBLE: TroubleScreen,
    Screen.BRIEFING: BriefingScreen,
    Screen.PLANNING: PlanningScreen,
    Screen.PRIVACY: PrivacyScreen,
    Screen.ROUND_CARD: RoundCardScreen,
    Screen.TABLE: TableScreen,
    Screen.DECISION: DecisionScreen,
    Screen.DOCUMENT: DocumentScreen,
    Screen.SIGNING: SigningScreen,
    Screen.RATIFICATION: RatificationScreen,
    Screen.DEBRIEF: DebriefScreen,
    Screen.DECLARE: DeclareScreen,
    Screen.LOAD: LoadScreen,
    Screen.SETTINGS: SettingsScreen,
    Screen.KEYS: KeysScreen,
    Screen.CREDITS: CreditsScreen,
    Screen.REPLAY: ReplayScreen,
    Screen.WATCH: WatchScreen,
    Screen.LEEWAY: LeewayScreen,
    Screen.CORNER: CornerScreen,
    Screen.SEATING: SeatingScreen,
    Screen.WALL: WallScreen,
}
SOUNDS = {
    Screen.SIGNING: "stamp",
    Screen.RATIFICATION: "gavel",
    Screen.ROUND_CARD: "bell",
    Screen.DECISION: "morse",
}
CLOSE_KEYS = "close_keys"


class View:
    """A screen as shown: what its class builds, and over it what was asked (why, the keys) and a passing
    word."""

    def __init__(self, flow: Flow, *, keys: bool = False) -> None:
        self.flow, self.keys = flow, keys
        self.inner = VIEWS[flow.screen](flow.model)
        if flow.strip is not None:
            self.inner = Under(self.inner, flow.strip)
        self.name = self.inner.name

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        root = self.inner.build(theme, size)
        dialog = root.dialog if isinstance(root, Overlay) else None
        base = root.base if isinstance(root, Overlay) else root
        told = self.flow.explanation
        if self.keys:
            dialog = self._keys()
        elif told is not None and (dialog is None or not hasattr(self.flow.model, "explanation")):
            dialog = explanation_dialog(told)
        if self.flow.notice or dialog is not None:
            return Overlay(base, dialog, self.flow.notice)
        return root

    def _keys(self) -> Dialog:
        say = self.flow.say
        sitting, preview = self.flow.sitting, self.flow.preview is not None
        timed = sitting is not None and sitting.clock is not None
        played = sitting is not None and not preview
        listed = key_list(say, self.flow.settings.keys, preview=preview, game=played, timed=timed)
        keys = tuple(((Span(key, bold=True),), does) for key, does in listed)
        close = Button(CLOSE_KEYS, say("ui.keys.close"), "brass")
        return Dialog(say("ui.keys.title"), Table((), keys, weights=(0, 1)), (close,), max_width=560)


class Window:
    """A flow and the window it is shown in."""

    def __init__(self, flow: Flow, app: App) -> None:
        self.flow, self.app = flow, app
        self.keys = False
        self.over = False
        self._screen = flow.screen
        self.voice = None if (found := engine()) is None else Voice(found)
        self._told: Account | None = None  # what was said aloud last
        self._log: tuple[str, ...] = ()
        self._hear()

    def handle(self, asked: Intent) -> None:
        """Pass on what was asked; only the list of keys is the window's own."""
        if self.keys:
            self.keys = not (asked == intents.Pressed(CLOSE_KEYS) or isinstance(asked, intents.Back))
            if not isinstance(asked, intents.Leave):
                return
        if isinstance(asked, intents.Help):
            self.keys = True
        elif isinstance(asked, intents.Read):
            self._read()
        elif not isinstance(asked, intents.Scrolled):
            self.flow.handle(asked)
        self._hear()

    def tick(self) -> bool:
        changed = self.flow.tick()
        if self.voice is not None:
            self.voice.tick()
        if changed:
            self._hear()
        return changed

    def _hear(self) -> None:
        self.over = self.flow.over
        self.app.sounds.on = self.flow.settings.sound
        self.app.stage.keys = self.flow.settings.keys
        self.app.listener = self.tell if self.flow.settings.aloud else None
        if self.voice is not None and not self.flow.settings.aloud:
            self.voice.hush()
        if self.flow.rung:
            self.flow.rung = False
            self.app.sounds.play("bell")
        if self.flow.copied:
            copy(self.flow.copied)
            self.flow.copied = ""
        if not self.over and self.flow.screen is not self._screen:
            self._screen = self.flow.screen
            self.app.sounds.play(SOUNDS.get(self._screen, "paper"))

    def tell(self, told: Account, acted: bool) -> None:
        """Say aloud what changed since the last time something was drawn; at once where a person did it."""
        if self.voice is None:
            return
        log, before = self._log_now(), self._log
        news = log[len(before) :] if log and before and log[: len(before)] == before else ()
        words = heard(self.flow.say, self._told, told, news)
        self._told, self._log = told, log or before
        self._speak(words, queued=not acted)

    def _log_now(self) -> tuple[str, ...]:
        """Return the log of who sits here, on whatever screen; nothing while the seat changes hands."""
        sitting = self.flow.sitting
        if sitting is None or sitting.watched:
            return log_lines(self.flow.model)
        if self.flow.screen is Screen.PRIVACY:
            return ()
        facts = sitting.facts()
        return tuple(each.text for each in entries(facts.wording, facts.news, whole=True, id="log"))

    def _read(self) -> None:
        """Say the whole screen aloud, whether what changes is said or not."""
        if self.voice is None:
            self.flow.notice = self.flow.say("ui.settings.no_voice")
        elif self.app.canvas is not None:
            self._speak(whole(self.flow.say, account(self.app.stage, self.app.canvas)))

    def _speak(self, words: str, *, queued: bool = False) -> None:
        if self.voice is not None and words:
            spoken = self.flow.say.language
            self.voice.speak(words, ORIGINAL if spoken == PSEUDO else spoken, queued=queued)

    def close(self) -> None:
        """Fall silent."""
        if self.voice is not None:
            self.voice.close()

    def view(self) -> Shown:
        return View(self.flow, keys=self.keys)

    def theme(self) -> Theme:
        return replace(dressed(self.flow.settings), scale=self.app.theme.scale)


def run(flow: Flow, opened: App | None = None) -> None:
    """Show a flow in a window until it is over.

    Args:
        opened: the window, where it is open already.

    Raises:
        NoDisplay: there is no display to open a window on; nothing has been changed then.
    """
    app = opened if opened is not None else app_for(flow.say, flow.settings)
    window = Window(flow, app)
    try:
        play(window, window.view, window.theme, app)
    finally:
        window.close()
        flow.close()
        app.close()
