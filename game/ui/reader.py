"""The bridge to screen readers: the account of each drawn screen as a tree of AccessKit, where that is there.

AccessKit (an extra, never needed) hands the tree to the system: AT-SPI on Linux, UI Automation on Windows,
the accessibility of macOS. A reader may move the focus and press; that comes back as an event of the window,
and goes the way of the keyboard. Its calls come from another thread, and an error there would end it.
"""

import sys
from collections.abc import Callable, Hashable
from itertools import count
from typing import Any

import pygame

from game.ui.kit.account import WORDS, Account, Part

ASKED = pygame.event.custom_type()
"""The event of a reader's wish: `id` of a part, `press` whether it is to be pressed or only focused."""

ROOT, PASSING = 0, 1
"""Nodes that are always there: the window, and the place of passing words."""

ROLES = {
    "button": "BUTTON",
    "choice": "RADIO_BUTTON",
    "tick": "CHECK_BOX",
    "tab": "TAB",
    "link": "LINK",
    "field": "TEXT_INPUT",
    "card": "BUTTON",
    "rung": "RADIO_BUTTON",
    "meter": "METER",
    "row": "LIST_ITEM",
    "scroll": "SCROLL_VIEW",
    "track": "SLIDER",
    "fold": "DISCLOSURE_TRIANGLE",
    "picture": "IMAGE",
    WORDS: "LABEL",
}
"""What the roles of the window are called by AccessKit; others are groups of words."""


class Reader:
    """Keeps the tree of what is shown, and gives it out when a screen reader asks."""

    def __init__(self, kit: Any, title: str) -> None:
        """Make it with the module of AccessKit; `attach` tells the system."""
        self.kit, self.title = kit, title
        self._numbers: dict[Hashable, int] = {}
        self._ids: dict[int, Hashable] = {}
        self._next = count(PASSING + 1)
        self._account: Account | None = None
        self._adapter: Any = None

    def attach(self, adapter: Callable[..., Any]) -> None:
        """Make the adapter of this system; it may ask for the tree at once, from another thread."""
        self._adapter = adapter(self.tree, self.act, _nothing)

    def show(self, account: Account) -> None:
        """Take what is shown now; a reader that listens is told."""
        self._account = account
        self._tell("update_if_active", self.tree)

    def has_focus(self, there: bool) -> None:
        """Take that the window has, or has lost, the focus of the system."""
        self._tell("update_window_focus_state", there)  # of Linux
        self._tell("update_view_focus_state", there)  # of macOS; Windows sees it by itself

    def _tell(self, call: str, told: object) -> None:
        """Call the adapter where it has such a call; where it breaks down, the game goes on without it."""
        try:
            events = getattr(self._adapter, call, lambda _: None)(told)
            if events is not None:  # Windows and macOS want them raised from this thread
                events.raise_events()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # a panic of the library is no Exception
            self._adapter = None

    def number(self, id: Hashable) -> int:
        """Return the number of a part, the same for as long as the window is open."""
        number = self._numbers.setdefault(id, next(self._next))  # at one stroke: two threads ask
        self._ids[number] = id
        return number

    def act(self, request: Any) -> None:
        """Pass on what a reader wishes; called from another thread, so that nothing may be raised here."""
        id = self._ids.get(request.target)
        if id is not None and request.action in (self.kit.Action.CLICK, self.kit.Action.FOCUS):
            press = request.action == self.kit.Action.CLICK
            pygame.event.post(pygame.event.Event(ASKED, id=id, press=press))

    def tree(self) -> Any:
        """Return the whole tree as an update."""
        kit, shown = self.kit, self._account
        parts = () if shown is None else shown.parts
        numbers = [self.number(part.id) for part in parts]
        focus = shown.focused if shown is not None else None
        update = kit.TreeUpdate(ROOT if focus is None else self.number(focus.id))
        update.tree = kit.Tree(ROOT)
        root = kit.Node(kit.Role.WINDOW)
        root.set_label(self.title)
        root.set_children(numbers)
        update.nodes.append((ROOT, root))
        if shown is not None and shown.passing:
            root.push_child(PASSING)
            passing = kit.Node(kit.Role.LABEL)
            passing.set_live(kit.Live.POLITE)
            passing.set_value(shown.passing)
            update.nodes.append((PASSING, passing))
        for number, part in zip(numbers, parts, strict=True):
            update.nodes.append((number, self.node(part)))
        return update

    def node(self, part: Part) -> Any:
        """Return the node of a part."""
        kit = self.kit
        node = kit.Node(getattr(kit.Role, ROLES.get(part.role, "GROUP")))
        node.set_bounds(kit.Rect(*map(float, part.place)))
        if part.role == WORDS:
            node.set_value(part.label)
            return node
        node.set_label(part.label)
        if part.told:
            node.set_description(part.told)
        if part.state:
            node.set_value(part.state) if part.role == "field" else node.set_state_description(part.state)
        if part.on is not None:
            if part.role == "tab":
                node.set_selected(part.on)
            else:
                node.set_toggled(kit.Toggled.TRUE if part.on else kit.Toggled.FALSE)
        if part.shortcut:
            node.set_keyboard_shortcut(part.shortcut)
        if not part.enabled:
            node.set_disabled()
        node.add_action(kit.Action.FOCUS)
        node.add_action(kit.Action.CLICK)
        return node


def screen_readers() -> Any:
    """Return the module of AccessKit, None where it is not installed."""
    try:
        import accesskit
    except ImportError:
        return None
    return accesskit


def hides_first(kit: Any) -> bool:
    """Say whether the window must be opened out of sight, and be shown when it has its adapter."""
    return kit is not None and sys.platform in ("win32", "darwin")


def attached(kit: Any, title: str) -> Reader | None:
    """Return the bridge of the window that is open, None where there is no way to any screen reader."""
    if kit is None:
        return None
    made = Reader(kit, title)
    try:
        made.attach(_adapter(kit))
    except (OSError, RuntimeError, AttributeError, KeyError):
        return None  # the system has no such thing; the game goes on without
    return made


def _adapter(kit: Any) -> Callable[..., Any]:
    """Return what makes the adapter of this system."""
    if sys.platform not in ("win32", "darwin"):
        made: Callable[..., Any] = kit.unix.Adapter
        return made
    window = pygame.display.get_wm_info()["window"]
    if sys.platform == "win32":
        return lambda tree, act, _: kit.windows.SubclassingAdapter(window, tree, act)
    kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
    return lambda tree, act, _: kit.macos.SubclassingAdapter.for_window(window, tree, act)


def _nothing() -> None:
    """Stand where a reader goes away: the tree is made anew when one comes."""
