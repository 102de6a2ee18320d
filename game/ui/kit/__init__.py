"""The toolkit of the window: measured layout, text in three scripts, focus, widgets. For authors of screens.

A screen is anything with `name: str` and `build(theme, size) -> Widget`. The app calls `build` when the
screen is shown, when the window or the text size changes and after every intent; build from a frozen model,
keep no widgets. Offsets, chosen tabs, what is typed and the focus survive by id: use the same ids each time.

    class TitleScreen:
        name = "title"
        def __init__(self, model): self.model = model
        def build(self, theme, size):
            return Column(
                HeaderBar("The Deletion", "1956"),
                Grow(Scroll("body", Paragraph(self.model.text))),
                Row(Button("continue", "Continue", tone="brass"), Button("quit", "Quit")),
                pad=16, gap=12)

Layout: sizes come from the text; numbers are unscaled pixels, the kit scales them.
    Row(*w, gap=8, pad=0, align="top|middle|bottom|fill", wrap=True, spread=False)
        goes on in further lines where the narrowest widths do not fit
    Column(*w, gap=8, pad=0)
    Grow(w, weight=1)                 inside Row or Column: takes what is left
    Grid(*w, min_width=120, gap=8, columns=None)
        as many equal columns as fit; rows of equal height
    Columns(id, Pane(key, title, w, min_width, weight=1), ...)
        side by side, or Tabs when too narrow (min_width grows with the text size)
    Stack(*w)  Pad(w, n, down=None)  Align(w, "left|centre|right", max_width=None)  Space(n)  Rule()
    A root higher than the window scrolls as a whole, so nothing is ever lost; give long parts a Scroll.

Words: a str is shown as it is; rich("**bold** *italic* [shown](link id)") gives Spans, a link gives
    Pressed(link id).
    Label(text, size="body", face="control", colour="ink", bold=False, italic=False, align="left")
        wraps, never clips
    Paragraph(words, size="body", face="reading", colour="ink", align="left", id=None)
        newlines part paragraphs
    sizes: small label body lead title display
    faces: heading, reading, control, typed (Western and Japanese typewriter), soviet (Cyrillic one), map
    colours are roles of Theme: on paper ink faded link green red amber; on dark baize light dim gilt

Widgets; ids are any hashable value. Why(id) is asked of everything: give an id to what can be asked.
    Button(id, text, tone="plain|brass|green|red|quiet", enabled=True, reason="", hint="", shortcut="",
        icon="", size="body")    -> Pressed(id)
    Choice(id, (Option(value, label, note="", enabled=True, reason=""), ...), chosen, title="", down=False)
        items are (id, value)    -> Chosen(id, value)
    Tick(id, label, on, note="")    -> Chosen(id, not on)
    Tabs(id, (Tab(key, title, widget), ...), chosen=None)    -> Chosen(id, key)
        kept by id unless `chosen` is given; items are (id, "tab", key)
    Scroll(id, widget, min_height=120, end=False)
        arrows, PageUp/Down, Home/End, wheel; end: it stays at the end
    TextField(id, text="", label="", lines=1, limit=400)     -> Typed per change, Pressed on Enter (one line)
    Card(id, title, body, cost="", shortcut="1", enabled=True, reason="", tone="baize|brass|red|green",
        icon="", brief=None, hint="", small=False)    -> Pressed(id)
    Meter(id, label, value, most, words="", tone="green|brass|red", dark=True)      pips and words -> Why(id)
    Ladder(id, title, (Rung(value, label, markers=(), state="", locked=False, reason="", note=""), ...),
        gap="", gap_tone="amber|green|faded", icon="", mark="")    -> Chosen(id, value)
        items are (id, value), and id for the title (-> Why); state: "" "draft" "agreed";
        markers: any of "japan" "ussr" "history"
    Fold(id, title, summary="", done=False)            one line that opens    -> Pressed(id)
    Table((head, ...), ((cell, ...), ...), align=("left", "right", ...), weights=None)
        a cell is words or a Widget; too narrow, it becomes a list
    ListView(id, (ListRow(words, id=None, tone="", note="", chosen=False), ...), end=False)
        rows with an id can be focused and pressed; tones: "" green red brass blue
    Panel(w, kind="paper|card|baize|dark", pad=14, title="")      Sheet(w) a typed or printed page
    HeaderBar(title, subtitle="", *widgets)
    Picture(surface or (w, h) -> Surface, label, size=(w, h) or None to fill, id=None, frame=False)
    Dialog(title, body, (Button, ...)), Overlay(base, dialog=None, toast="")
        only the dialog has the focus; Esc is Back

Own widgets: subclass Widget; override minimum(theme), size(theme, width), arrange(theme, rect),
draw(canvas) and, if it can be focused, own_items() and do(id). Draw only through the Canvas (box text image
polygon line), so that the lint sees it. Children are placed with child.set_in(theme, rect) and drawn with
child.paint(canvas).

Tests: stage = Stage(theme, size); stage.show(widget, name); canvas = stage.paint(surface);
faults(canvas) is empty.
stage.items, stage.focused, stage.press(id) -> intents, stage.event(event) -> intents.
"""

from game.ui.kit.canvas import Canvas
from game.ui.kit.focus import Focus, nearest
from game.ui.kit.layout import Align, Column, Columns, Grid, Grow, Pad, Pane, Row, Rule, Space, Stack
from game.ui.kit.lint import faults
from game.ui.kit.stage import Stage
from game.ui.kit.text import Span, Words, plain, rich
from game.ui.kit.theme import TEXT_FACTORS, Theme
from game.ui.kit.widget import Item, Key, Memory, Widget
from game.ui.kit.widgets.button import Button
from game.ui.kit.widgets.card import Card
from game.ui.kit.widgets.choice import Choice, Option, Tick
from game.ui.kit.widgets.dialog import Dialog, Overlay
from game.ui.kit.widgets.fold import Fold
from game.ui.kit.widgets.label import Label
from game.ui.kit.widgets.ladder import Ladder, Rung
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
    "TEXT_FACTORS", "Align", "Button", "Canvas", "Card", "Choice", "Column", "Columns", "Dialog", "Focus",
        "Fold",
    "Grid", "Grow", "HeaderBar", "Item", "Key", "Label", "Ladder", "ListRow", "ListView", "Memory", "Meter",
        "Option",
    "Overlay", "Pad", "Pane", "Panel", "Paragraph", "Picture", "Row", "Rule", "Rung", "Scroll", "Sheet",
        "Space",
    "Span", "Stack", "Stage", "Tab", "Table", "Tabs", "TextField", "Theme", "Tick", "Toast", "Widget",
        "Words",
    "faults", "nearest", "plain", "rich",
]  # fmt: skip
