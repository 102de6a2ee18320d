"""A screen at work: lays a widget out in a size, keeps the focus and the memory, turns events into intents.

It knows neither the window nor the clock, so that tests, pictures and a remote seat use it as the app does.
"""

from collections.abc import Hashable, Iterator
from typing import Any

import pygame

from game.ui.intents import (
    Back,
    Clock,
    Corner,
    Full,
    Help,
    Intent,
    Larger,
    Leave,
    More,
    Read,
    Save,
    Scrolled,
    Struck,
    Turn,
    Undo,
    Wall,
    Why,
)
from game.ui.keymap import STAYING, Keymap
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.focus import Focus
from game.ui.kit.keys import chord_of, is_written, key_of
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Key, Memory, Widget
from game.ui.kit.widgets import tooltip
from game.ui.kit.widgets.dialog import Overlay
from game.ui.kit.widgets.scroll import Scroll
from game.ui.kit.widgets.text_field import TextField

ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
DEEDS: dict[str, Intent] = {
    "help": Help(),
    "corner": Corner(),
    "turn": Turn(),
    "clock": Clock(),
    "more": More(),
    "wall": Wall(),
    "undo": Undo(),
    "save": Save(),
    "larger": Larger(1),
    "smaller": Larger(-1),
    "full": Full(),
    "read": Read(),
}
"""What is asked for by the keys that a person may choose."""
WHOLE = "whole screen"  # the id of the scrolling part around a screen that is too high
WHEEL = 60  # unscaled pixels for one notch


class Stage:
    def __init__(self, theme: Theme, size: tuple[int, int]) -> None:
        self.theme = theme
        self.size = size
        self.keys = Keymap()
        self.focus = Focus()
        self.hover: Hashable | None = None
        self.root: Widget = Widget()
        self.screen = ""
        self.dirty = True
        self.shy = (
            False  # no ring after a click: who points does not need it; the focus is there all the same
        )
        self._held: tuple[Hashable, int] | None = None  # a scroll bar, and where on its thumb
        self._memories: dict[str, Memory] = {}

    @property
    def memory(self) -> Memory:
        return self._memories.setdefault(self.screen, {})

    @property
    def items(self) -> tuple[Item, ...]:
        return self.focus.items

    @property
    def focused(self) -> Hashable | None:
        return self.focus.id

    def show(self, widget: Widget, name: str = "", focus: Hashable | None = None) -> None:
        """Show a widget as the whole screen. The same `name` again keeps the focus; another brings back its
        own."""
        wanted = focus
        if name != self.screen:
            self.memory["focus"] = self.focus.id
            self.screen = name
            self.focus = Focus()
            wanted = focus if focus is not None else self.memory.get("focus")
        # A dialog takes the focus, and gives it back to what had it.
        asks = isinstance(widget, Overlay) and widget.dialog is not None
        if asks and "under dialog" not in self.memory:
            self.memory["under dialog"] = self.focus.id
        elif not asks and "under dialog" in self.memory:
            under = self.memory.pop("under dialog")
            wanted = wanted if wanted is not None else under
        self.root = widget
        self.layout(wanted)

    def forget(self) -> None:
        """Drop what is kept of every screen: where one sat and looked, and what was typed."""
        self._memories.clear()

    def resize(self, size: tuple[int, int], theme: Theme) -> None:
        """Take another size or theme; the caller shows a widget built for it."""
        self.size, self.theme = size, theme
        self.layout()

    def layout(self, wanted: Hashable | None = None) -> None:
        """Measure and place everything; what does not fit the window scrolls as a whole."""
        w, h = self.size
        root = self.root
        # A dialog or a passing word stays in the window while the screen under it scrolls.
        base = root.base if isinstance(root, Overlay) else root
        if isinstance(base, Scroll) and base.id == WHOLE:
            base = base.widget
        for part in root.everything():
            part.adopt(self.memory)
            part.forget_size()  # what is shown may have changed: a tab, typed words
        if base.measure(self.theme, w)[1] > h:
            base = Scroll(WHOLE, base, min_height=1)
            base.adopt(self.memory)
        if isinstance(root, Overlay):
            root.base = base
        else:
            root = base
        root.set_in(self.theme, pygame.Rect(0, 0, w, h))
        self.root = root
        self._take_items(wanted)
        self.dirty = True

    def _take_items(self, wanted: Hashable | None = None) -> None:
        before, items = self.focus.id, tuple(self.root.items())
        if wanted is None and before not in {item.id for item in items}:
            # What a screen begins with; never at the price of scrolling its head away.
            first, window = self.root.first(), pygame.Rect((0, 0), self.size)
            seen = [i.id for i in items if i.id == first and (i.clip or window).contains(i.rect)]
            wanted = next(iter(seen), None)
        self.focus.offer(items, wanted)
        if self.focus.id != before:
            self.reveal()
        if self.hover not in {item.id for item in self.items}:
            self.hover = None

    def reveal(self) -> None:
        """Scroll so that the focused item is seen, from the innermost scrolling part outwards."""
        if self.focus.id is None:
            return
        moved = False
        for widget in reversed(self.root.path(self.focus.id)):
            if not isinstance(widget, Scroll):
                continue  # only they move, and to look for the item again costs much
            item = next((i for i in self.root.items() if i.id == self.focus.id), None)
            if item and item.role != "scroll":
                offset = widget.offset
                widget.reveal(item.rect)
                moved = moved or widget.offset != offset
        if moved:
            self.focus.offer(tuple(self.root.items()))
        self.dirty = True

    # drawing

    def paint(self, surface: pygame.Surface, tips: bool = True, hurried: bool = False) -> Canvas:
        """Draw everything onto a surface of the stage's size and return the canvas with its record.

        A `hurried` frame may leave out what takes long; the stage stays dirty then, for the next one.
        """
        theme = self.theme
        surface.blit(paint.baize(surface.get_size(), theme.colour("baize"), not theme.plain), (0, 0))
        canvas = Canvas(surface, theme, self.focus.id, self.hover, hurried=hurried)
        self.root.paint(canvas)
        item = self.focus.item
        if item is not None and not self.shy:
            radius = 5
            with canvas.clipped((item.clip or surface.get_rect()).inflate(2 * theme.px(6), 2 * theme.px(6))):
                canvas.ring(item.rect, radius)
        told = item if not self.shy else next((i for i in self.items if i.id == self.hover), None)
        if tips and told is not None and (text := told.reason or told.hint) and told.seen().h > 0:
            others = [i.seen() for i in self.items if i.id != told.id and not i.rect.contains(told.rect)]
            tooltip.paint(canvas, text, told.seen(), others)
        self.dirty = canvas.has_put_off
        return canvas

    # acting

    def press(self, id: Hashable) -> tuple[Intent, ...]:
        """Focus an item and act on it, as a click or Enter does."""
        if not self.focus.go(id):
            return ()
        intent = self.root.act(id)
        self.layout()
        return (intent,) if intent is not None else ()

    def ask(self, id: Hashable, *, press: bool) -> tuple[Intent, ...]:
        """Focus an item as a screen reader wishes, and act on it if it is to be pressed."""
        self.shy = False
        if press:
            return self.press(id)
        if self.focus.go(id):
            self.reveal()
        return ()

    def field(self) -> TextField | None:
        """Return the text field that has the focus."""
        for widget in reversed(self.root.path(self.focus.id)) if self.focus.id is not None else ():
            if isinstance(widget, TextField):
                return widget
        return None

    def event(self, event: Any) -> tuple[Intent, ...]:
        """Take one event of pygame and return what the person asked for by it."""
        match event.type:
            case pygame.QUIT:
                return (Leave(),)
            case pygame.KEYDOWN:
                return self.key(key_of(event))
            case pygame.TEXTINPUT | pygame.TEXTEDITING if self.field():
                kind = "text" if event.type == pygame.TEXTINPUT else "editing"
                return self._to_widgets(Key(kind, event.text)) or ()
            case pygame.MOUSEMOTION if self._held is not None:
                return self._drag(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._held = None
                return ()
            case pygame.MOUSEMOTION:
                over = self.item_at(event.pos)
                if (over.id if over else None) != self.hover:
                    self.hover = over.id if over else None
                    self.dirty = True
                return ()
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._hold(event.pos) or self.click(event.pos)
            case pygame.MOUSEWHEEL:
                return self.wheel(getattr(event, "y", 0))
            case _:
                return ()

    def key(self, key: Key) -> tuple[Intent, ...]:
        """Take a key: first the focused widget and what it lies in, then what holds everywhere."""
        self.shy = False
        self.dirty = True
        field = self.field()
        if field and field.typing.composing:
            return ()  # keys belong to the input method until it has finished
        item = self.focus.item
        if item is not None and item.role == "key" and key.name not in ("tab", "escape"):
            return (Struck(item.id, chord),) if (chord := chord_of(key)) else ()
        deed = "" if field and is_written(key) else self._deed(key)
        if deed in STAYING:
            *held, name = STAYING[deed].split("+")
            key = Key(name, shift="shift" in held)
        elif deed:
            return () if deed == "undo" and field else self._do(deed)
        if key.name in ("tab", "escape"):
            return self._everywhere(key)
        answered = self._to_widgets(key)
        if answered is not None:
            return answered
        if field and is_written(key):
            return ()  # the words come as TEXTINPUT
        return self._everywhere(key)

    def _deed(self, key: Key) -> str:
        """Return what a key is for by the keys of the person, "" where it only moves the focus or writes."""
        chord = chord_of(key)
        return next(iter(self.keys.holders(chord)), "") if chord else ""

    def _do(self, deed: str) -> tuple[Intent, ...]:
        if deed in DEEDS:
            return (DEEDS[deed],)
        item = self.focus.item
        return (Why(item.id, item.role, item.label) if item is not None else Why(None),)

    def _to_widgets(self, key: Key) -> tuple[Intent, ...] | None:
        if self.focus.id is None:
            path: list[Widget] = [self.root]
        else:
            path = self.root.path(self.focus.id)
        for widget in reversed(path):
            answer = widget.key(self.focus.id, key)
            if answer is not None and answer is not False:
                if isinstance(answer, Scrolled):
                    self.focus.offer(tuple(self.root.items()))
                else:
                    self.layout()
                self.dirty = True
                return () if isinstance(answer, bool) else (answer,)
        return None if key.name not in ("text", "editing") else ()

    def _everywhere(self, key: Key) -> tuple[Intent, ...]:
        if key.ctrl:
            return ()
        if key.name == "tab":
            self.focus.step(-1 if key.shift else 1)
        elif key.name in ARROWS:
            self.focus.arrow(*ARROWS[key.name])
        elif key.name in ("enter", "space") and self.focus.id is not None:
            return self.press(self.focus.id)
        elif key.name in ("pageup", "pagedown"):
            return self._page(key)
        elif key.name == "escape":
            return (Back(),)
        elif len(key.name) == 1 and key.name.isdigit():
            for item in self.items:
                if item.shortcut == key.name:
                    return self.press(item.id)
            return ()
        else:
            return ()
        self.reveal()
        return ()

    def _page(self, key: Key) -> tuple[Intent, ...]:
        """Scroll the largest part that can be, from wherever the focus is: a button need not be left."""
        parts = [part for part in shown_of(self.root) if isinstance(part, Scroll) and part.most]
        largest = max(parts, key=lambda part: part.rect.w * part.rect.h, default=None)
        answer = largest.key(largest.id, key) if largest is not None else None
        self.focus.offer(tuple(self.root.items()))
        return () if answer is None or isinstance(answer, bool) else (answer,)

    # pointing

    def item_at(self, spot: tuple[int, int]) -> Item | None:
        """Return the smallest item under a point: a link in a row comes before the row."""
        under = [item for item in self.items if item.seen().collidepoint(spot)]
        return min(under, key=lambda item: item.rect.w * item.rect.h, default=None)

    def _hold(self, spot: tuple[int, int]) -> tuple[Intent, ...]:
        """Take hold of the scroll bar at a spot; beside the thumb it comes to the pointer first."""
        for widget in reversed(self.root.at(spot)):
            if isinstance(widget, Scroll) and widget.has_bar_at(spot):
                thumb = widget.thumb()
                within = spot[1] - thumb.y if thumb.y <= spot[1] < thumb.bottom else thumb.h // 2
                self._held = (widget.id, within)
                return self._drag(spot) or (Scrolled(widget.id, widget.offset),)
        return ()

    def _drag(self, spot: tuple[int, int]) -> tuple[Intent, ...]:
        """Scroll by the bar that is held; it is found by its id, since screens are built anew."""
        held, within = self._held or (None, 0)
        for widget in self.root.everything():
            if isinstance(widget, Scroll) and widget.id == held:
                intent = widget.drag(spot[1] - within)
                if intent is not None:
                    self.focus.offer(tuple(self.root.items()))
                    self.dirty = True
                    return (intent,)
        return ()

    def click(self, spot: tuple[int, int]) -> tuple[Intent, ...]:
        item = self.item_at(spot)
        self.shy = True
        self.dirty = True
        if item is None:
            return ()
        self.focus.go(item.id)
        if item.role in ("field", "scroll", "text"):
            if field := self.field():
                field.click(spot)
            return ()
        if item.role == "track":  # where it is pressed says what is asked
            asked = self.root.path(item.id)[-1].point(item.id, spot)
            return (asked,) if asked is not None else ()
        return self.press(item.id)

    def wheel(self, notches: int, spot: tuple[int, int] | None = None) -> tuple[Intent, ...]:
        """Scroll the innermost part under the pointer that can still go that way."""
        if spot is None:
            spot = pygame.mouse.get_pos() if pygame.display.get_init() else (0, 0)
        for widget in reversed(self.root.at(spot)):
            if isinstance(widget, Scroll):
                intent = widget.by(-notches * self.theme.px(WHEEL))
                if intent is not None:
                    self.focus.offer(tuple(self.root.items()))
                    self.dirty = True
                    return (intent,)
        return ()


def shown_of(widget: Widget) -> Iterator[Widget]:
    """Yield a widget and all below it that is on the screen now."""
    yield widget
    for child in widget.shown():
        yield from shown_of(child)
