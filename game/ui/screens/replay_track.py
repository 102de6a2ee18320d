"""The track of a game: a line with a tick for every move, a flag where a meeting opens, a knob where one is.

The first party's moves stand above the line and the second's below it: nothing is told by colour alone.
"""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Chosen, Intent
from game.ui.kit import Canvas, Key, Theme, Widget, paint
from game.ui.kit.text import wrap
from game.ui.kit.widget import Item, Size
from game.ui.screens.replay_board import SIDES
from game.ui.screens.replay_model import Track


def meeting_of(track: Track, by: int) -> int:
    """Return the place of the meeting before or after the present place; past an end, that end."""
    here, places = track.slide.place, [mark.place for mark in track.marks]
    if by < 0:
        return max((each for each in places if each < here), default=0)
    return min((each for each in places if each > here), default=track.slide.last)


def wound(track: Track, key: Key, *, held: bool) -> int | None:
    """Return the place that a key leads to, None where it is no key of the track.

    Args:
        held: the track has the focus; else only keys that move no focus count.
    """
    here, last = track.slide.place, track.slide.last
    if key.name in ("left", "right") and (held or key.ctrl):
        by = -1 if key.name == "left" else 1
        return meeting_of(track, by) if held and key.ctrl else max(0, min(last, here + by))
    if key.name in ("pageup", "pagedown"):
        return meeting_of(track, -1 if key.name == "pageup" else 1)
    if key.name in ("home", "end"):
        return 0 if key.name == "home" else last
    return None


class TrackLine(Widget):
    """The track; with the focus, arrows move a move and page keys a meeting. A click leads to its place."""

    def __init__(self, track: Track, *, named: bool = True) -> None:
        self.track, self.id, self.named = track, track.slide.id, named

    def _side(self, theme: Theme) -> int:
        return theme.px(18)

    def _words(self, theme: Theme) -> int:
        """Return the height of a line of names, nothing where none are written."""
        return wrap("x", "control", theme.size("small"), 1000).height if self.named else 0

    def minimum(self, theme: Theme) -> int:
        return theme.px(220)

    def size(self, theme: Theme, width: int) -> Size:
        return width, 2 * self._words(theme) + theme.px(44)

    def _span(self) -> tuple[int, int]:
        side = self._side(self.theme)
        return self.rect.x + side, max(1, self.rect.w - 2 * side)

    def _x(self, place: int) -> int:
        left, wide = self._span()
        return left + wide * place // max(1, self.track.slide.last)

    def _line(self) -> int:
        return self.rect.y + self._words(self.theme) + self.theme.px(22)

    def draw(self, canvas: Canvas) -> None:
        px, y = canvas.theme.px, self._line()
        canvas.box(self.rect, "dark", "felt", radius=6)
        left, wide = self._span()
        here = self._x(self.track.slide.place)
        canvas.box(pygame.Rect(left, y - px(1), wide, px(3)), "felt", None, radius=1, host=False)
        canvas.box(
            pygame.Rect(left, y - px(2), max(1, here - left), px(5)), "gilt", None, radius=1, host=False
        )
        self._ticks(canvas, y)
        self._meetings(canvas, y)
        knob = pygame.Rect(0, 0, px(15), px(15))
        knob.center = (here, y)
        canvas.box(knob, "brass", "light", radius=15, line=2, host=False)

    def _ticks(self, canvas: Canvas, y: int) -> None:
        px = canvas.theme.px
        for place, voice in enumerate(self.track.voices):
            x, past = self._x(place), place <= self.track.slide.place
            high = px(9)
            colour = "gilt" if past else "dim"
            if voice in ("first", "second"):
                top = y - px(4) - high if voice == "first" else y + px(5)
                tick = pygame.Rect(x - px(1), top, max(2, px(3)), high)
                canvas.box(tick, colour, None, radius=1, host=False)

    def _meetings(self, canvas: Canvas, y: int) -> None:
        """Draw a flag for each meeting and, where they have room, the names of meetings and rounds."""
        px, words = canvas.theme.px, self._words(canvas.theme)
        marks = self.track.marks
        rounds = [mark for mark in marks if mark.round]
        for n, mark in enumerate(marks):
            x = self._x(mark.place)
            pole = pygame.Rect(x - px(1), y - px(17), px(2), px(34))
            canvas.box(pole, "light", None, radius=0, host=False)
            pennant = [(x, y - px(17)), (x + px(9), y - px(13)), (x, y - px(9))]
            canvas.polygon("light", pennant)
            end = self._x(marks[n + 1].place) if n + 1 < len(marks) else self.rect.right - px(4)
            self._label(canvas, mark.meeting, x, end, self.rect.y + px(3), words, "dim")
        for n, mark in enumerate(rounds):
            x = self._x(mark.place)
            end = self._x(rounds[n + 1].place) if n + 1 < len(rounds) else self.rect.right - px(4)
            bar = pygame.Rect(x, self.rect.bottom - words - px(4), px(2), words)
            canvas.box(bar, "gilt", None, radius=0, host=False)
            self._label(canvas, mark.round, x + px(6), end, self.rect.bottom - words - px(4), words, "gilt")

    def _label(self, canvas: Canvas, text: str, x: int, end: int, top: int, high: int, colour: str) -> None:
        """Write a name where it fits into its part of the track in one line; else it is left out."""
        room = min(end, self.rect.right - canvas.theme.px(4)) - x - canvas.theme.px(6)
        if room > 0 and self.named:
            block = wrap(text, "control", canvas.theme.size("small"), room)
            if len(block.lines) == 1 and block.width <= room:
                canvas.block(pygame.Rect(x, top, room, high), block, colour=colour)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self.rect, self.track.slide.label, "track")

    def key(self, id: Hashable, key: Key) -> Intent | bool | None:
        place = wound(self.track, key, held=True)
        return None if place is None else Chosen(self.id, place)

    def point(self, id: Hashable, spot: tuple[int, int]) -> Intent | None:
        """Return what a press of the pointer at a spot asks for."""
        left, wide = self._span()
        share = max(0.0, min(1.0, (spot[0] - left) / wide))
        return Chosen(self.id, round(share * self.track.slide.last))


class Winding(Widget):
    """A screen on which the keys of the track count wherever the focus is, unless it needs them itself."""

    def __init__(self, widget: Widget, track: Track) -> None:
        self.widget, self.track = widget, track

    def children(self) -> tuple[Widget, ...]:
        return (self.widget,)

    def key(self, id: Hashable, key: Key) -> Intent | bool | None:
        place = wound(self.track, key, held=False)
        return None if place is None else Chosen(self.track.slide.id, place)


class VoiceSign(Widget):
    """The sign of the side that moved, beside its sentence; an empty place for nobody's."""

    def __init__(self, voice: str) -> None:
        self.kind = {"first": SIDES[0], "second": SIDES[1]}.get(voice, "")

    def _side(self, theme: Theme) -> int:
        return round(theme.size("body") * 1.25)

    def minimum(self, theme: Theme) -> int:
        return self._side(theme) if self.kind else 1

    def size(self, theme: Theme, width: int) -> Size:
        return self.minimum(theme), self._side(theme)

    def draw(self, canvas: Canvas) -> None:
        if self.kind:
            canvas.image(self.rect, paint.marker(self.kind, self._side(canvas.theme)))
