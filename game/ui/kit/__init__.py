"""The toolkit of the window: measured layout, text in three scripts, focus, widgets. For authors of screens:

A screen is anything with `name: str` and `build(theme, size) -> Widget`. The app calls `build` when the screen is
shown, when the window or the text size changes and after every intent; build from a frozen model, keep no widgets.
Scroll offsets, chosen tabs, what is typed and the focus survive by id: use the same ids each time.

    from game.ui.kit import (Theme, Widget, Item, Stage, rich,                       # frame
        Row, Column, Grid, Stack, Columns, Pane, Grow, Pad, Space, Align, Rule,      # layout
        Label, Paragraph, Button, Choice, Option, Tick, Tabs, Tab, Scroll, TextField, Card, Meter,
        Ladder, Rung, Fold, Table, ListView, ListRow, Dialog, Overlay, Panel, Sheet, Picture, HeaderBar)

    class TitleScreen:
        name = "title"
        def __init__(self, model): self.model = model
        def build(self, theme, size):
            return Column(HeaderBar("The Deletion", "1956"), Grow(Scroll("body", Paragraph(self.model.text))),
                          Row(Button("continue", "Continue", tone="brass"), Button("quit", "Quit")), pad=16, gap=12)

Layout (sizes come from the text; n are unscaled pixels, the kit scales them)
  Row(*w, gap=8, pad=0, align="top|middle|bottom|fill", wrap=True, spread=False)  wraps to lines when its minimum does not fit
  Column(*w, gap=8, pad=0)        Grow(w, weight=1) inside Row or Column takes what is left
  Grid(*w, min_width=120, gap=8, columns=None)   as many equal columns as fit; rows of equal height
  Columns(id, Pane(key, title, w, min_width, weight=1), ...)   side by side, or Tabs when too narrow (min_width grows
                                                               with the text size)
  Stack(*w) one over the other    Pad(w, n)    Align(w, "left|centre|right", max_width=None)    Space(n)    Rule()
  A root higher than the window scrolls as a whole, so nothing is ever lost; but give long parts their own Scroll.

Words: a str is shown as it is; rich("**bold** *italic* [shown](link id)") gives Spans; a link gives Pressed(link id).
  Label(text, size="body", face="control", colour="ink", bold=False, italic=False, align="left")    wraps, never clips
  Paragraph(text | rich(..), size="body", face="reading", colour="ink", align="left", id=None)      \\n parts paragraphs
  sizes: small label body title display.   faces: heading reading control typed (Western and Japanese typewriter)
  soviet (Cyrillic typewriter) map.   `colour`s are roles of Theme: ink faded link green red amber brass light dim ...
  On dark baize use colour="light" or "dim"; on paper "ink", "faded", "green", "red", "amber", "link".

Widgets (ids are str or tuples; `why` of everything is the intent Why(id), so give whatever can be asked about an id)
  Button(id, text, tone="plain|brass|green|red|quiet", enabled=True, reason="", hint="", shortcut="", icon="")  -> Pressed
  Choice(id, (Option(value, label, note="", enabled=True, reason=""),..), chosen, title="", down=False) -> Chosen(id, value)
  Tick(id, label, on)                                                                     -> Chosen(id, not on)
  Tabs(id, (Tab(key, title, widget),..), chosen=None)   kept by id unless `chosen` is given; also emits Chosen(id, key)
  Scroll(id, widget, min_height=120, end=False)  keys: arrows, PageUp/Down, Home/End, wheel;  end=True: starts at the end
  TextField(id, text="", label="", lines=1, limit=400)   -> Typed per change, Pressed on Enter (one line)
  Card(id, title, body, cost="", shortcut="1", enabled=True, reason="", tone="baize|brass|red|green", icon="") -> Pressed
  Meter(id, label, value, most, words="", tone="green|brass|red", dark=True)   pips and words, never colour alone
  Ladder(id, title, (Rung(value, label, markers=("mine","theirs"), state="|draft|agreed", locked=False, reason="", note=""),..),
         gap="gap 3", gap_tone="amber|green|faded", subtitle="", icon="")  -> Chosen(id, value); item ids (id, value);
         the title itself is item id (why).   markers: any of "japan", "ussr", "history"
  Fold(id, title, summary)  one line that opens -> Pressed(id)
  Table((head,..), ((cell,..),..), align=("left","right",..), weights=None)   cells: str, Spans or Widget
  ListView(id, (ListRow(text, id=None, tone=""),..), end=True)       rows with an id can be focused and pressed
  Panel(w, kind="paper|card|baize|dark", pad=14, title="")       Sheet(w) a typed document on paper with a shadow
  Picture(surface | (w, h) -> Surface, label, size=(w, h) unscaled or None to fill)   HeaderBar(title, subtitle="", *widgets)
  Dialog(title, body_widget, (Button..)) and Overlay(base, dialog=None, toast="")   only the dialog has focus; Esc -> Back
Own widgets: subclass Widget; override minimum(theme), size(theme, width), arrange(theme, rect), draw(canvas) and, if it can
  be focused, own_items(), do(id). Draw only through the Canvas (box text image polygon line) so that lint sees it.

Tests: stage = Stage(theme, (1280, 800)); stage.show(widget); canvas = stage.paint(surface); faults(canvas) == []
  stage.items, stage.focused, stage.press(id) -> intents, stage.event(pygame event) -> intents; pseudo(text) for pseudo-language.
Intents are in game.ui.intents. Fonts in assets/fonts, icons (white PNG) in assets/icons by name.
"""

from game.ui.kit.canvas import Canvas
from game.ui.kit.focus import Focus, nearest
from game.ui.kit.layout import Align, Column, Columns, Grid, Grow, Pad, Pane, Row, Rule, Space, Stack
from game.ui.kit.lint import faults
from game.ui.kit.pseudo import pseudo
from game.ui.kit.stage import Stage
from game.ui.kit.text import Span, Words, plain, rich
from game.ui.kit.theme import TEXT_FACTORS, Theme
from game.ui.kit.widget import Item, Key, Memory, Widget
from game.ui.kit.widgets.button import Button
from game.ui.kit.widgets.card import Card
from game.ui.kit.widgets.choice import Choice, Option, Tick
from game.ui.kit.widgets.dialog import Dialog, Overlay
from game.ui.kit.widgets.label import Label
from game.ui.kit.widgets.ladder import Fold, Ladder, Rung
from game.ui.kit.widgets.list_view import ListRow, ListView
from game.ui.kit.widgets.meter import Meter
from game.ui.kit.widgets.panel import HeaderBar, Panel, Sheet
from game.ui.kit.widgets.paragraph import Paragraph
from game.ui.kit.widgets.picture import Picture
from game.ui.kit.widgets.scroll import Scroll
from game.ui.kit.widgets.table import Table
from game.ui.kit.widgets.tabs import Tab, Tabs
from game.ui.kit.widgets.text_field import TextField
from game.ui.kit.widgets.toast import Toast

__all__ = [
    "TEXT_FACTORS", "Align", "Button", "Canvas", "Card", "Choice", "Column", "Columns", "Dialog", "Focus", "Fold",
    "Grid", "Grow", "HeaderBar", "Item", "Key", "Label", "Ladder", "ListRow", "ListView", "Memory", "Meter", "Option",
    "Overlay", "Pad", "Pane", "Panel", "Paragraph", "Picture", "Row", "Rule", "Rung", "Scroll", "Sheet", "Space",
    "Span", "Stack", "Stage", "Tab", "Table", "Tabs", "TextField", "Theme", "Tick", "Toast", "Widget", "Words",
    "faults", "nearest", "plain", "pseudo", "rich",
]  # fmt: skip
