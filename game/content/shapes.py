"""The file format as data: the shape of every mapping and what each of its fields may be.

Made of what the readers asked for while they read the scenarios that are shipped. Which of them have every
feature is no matter of luck: a test holds every field that a reader can ask for against these shapes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.content.effects import VERBS
from game.content.load import SCENARIO_FILE, load, scenario_names
from game.content.names import Names
from game.content.notes import KEYED_BY, Ask, Notes, Opened
from game.content.reader import UNITS
from game.content.source import ListNode, MapNode, Node, ScalarNode
from game.rules.scenario import FactForm, Run

TEMPLATES: Final = "_templates"
"""The folder, in that of the scenarios, whose folders are what `new` begins with."""


class Style:
    """How a section lies in the file."""

    ONE: Final = "one"  # fields
    BY_ID: Final = "by id"
    LIST: Final = "list"
    BY_PARTY: Final = "by party"  # a list for each party


SECTIONS: Final[dict[str, tuple[str, str]]] = {
    "scenario": ("scenario", Style.ONE),
    "parties": ("party", Style.BY_ID),
    "meters": ("meter", Style.BY_ID),
    "flags": ("flag", Style.BY_ID),
    "issues": ("issue", Style.BY_ID),
    "declaration": ("declaration", Style.ONE),
    "points": ("points", Style.BY_ID),
    "linkages": ("linkage", Style.LIST),
    "mandates": ("order", Style.BY_PARTY),
    "conduct": ("conduct", Style.ONE),
    "homes": ("home", Style.BY_ID),
    "constituencies": ("constituency", Style.BY_ID),
    "rounds": ("round", Style.BY_ID),
    "delegates": ("delegate", Style.BY_ID),
    "documents": ("document", Style.BY_ID),
    "actions": ("action", Style.BY_ID),
    "decisions": ("decision", Style.BY_ID),
    "events": ("event", Style.BY_ID),
    "endings": ("ending", Style.BY_ID),
    "personas": ("persona", Style.BY_ID),
    "opening": ("opening", Style.ONE),
    "briefing": ("briefing", Style.ONE),
    "roles": ("role", Style.BY_ID),
    "cast": ("person", Style.BY_ID),
    "glossary": ("word", Style.BY_ID),
    "contested": ("contested", Style.BY_ID),
    "timeline": ("moment", Style.BY_ID),
    "disputes": ("dispute", Style.BY_ID),
    "lessons": ("lesson", Style.BY_ID),
    "teaching": ("teaching", Style.ONE),
    "history": ("line", Style.BY_ID),
    "calibration": ("fact", Style.BY_ID),
    "silence": ("silence", Style.LIST),
    "map": ("map_rule", Style.LIST),
}
"""Every section but `format`, `include` and `sources`, with the shape of what stands in it."""

ONE_OF: Final[dict[str, tuple[str, ...]]] = {
    "effect": tuple(VERBS),
    "decision.choices.runs": tuple(run.value for run in Run),
    "fact": tuple(form.value for form in FactForm),
    "way": ("to", "otherwise"),
    "order": ("on", "when"),
    "declaration.articles.parts": ("issue", "words"),
    "persona": ("margins", "seats"),
}
"""Shapes that have exactly one of some fields, which says what the others are."""

_ALSO: Final[dict[tuple[str, str], str]] = {
    ("delegation", "issues"): "all",
    ("delegate", "issues"): "all",
    ("fact", "this"): "nothing",
    ("fact", "over"): "nothing",
    ("fact.whatever", "<issue>"): "any",
    ("decision.choices.runs", "accept"): "any",
}
"""Single words that a field may be besides what it is read as."""

_READ_ALIKE: Final = (("delegate", "delegation"), ("conduct", "conduct.sounding"))
"""Shapes read by the code of another too; not each of its fields need be written in some scenario."""

_LONGEST_EXAMPLE: Final = 70


@dataclass(frozen=True, slots=True)
class Form:
    """One thing that a field may be."""

    form: str
    low: int | None = None
    high: int | None = None
    words: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape."""

    name: str
    forms: tuple[Form, ...]
    required: bool
    default: str
    example: str

    @property
    def unit(self) -> str:
        """What its numbers count, "" where it has none or they count nothing."""
        numeric = any(form.form in ("number", "count", "numbers") for form in self.forms)
        return UNITS.get(self.name, "") if numeric else ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a kind of mapping."""

    name: str
    fields: tuple[Field, ...]
    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For each of the fields of which there is exactly one, what must be beside it."""


def shapes(scenarios: Path) -> dict[str, Shape]:
    """Return every shape by its name, made of the scenarios and templates in a folder."""
    opened: dict[str, list[tuple[Opened, Names]]] = {}
    folders = [scenarios / name for name in scenario_names(scenarios)]
    folders.sort(key=lambda folder: folder.name != "two-towns")  # the example of everything
    folders += sorted(file.parent for file in (scenarios / TEMPLATES).glob(f"*/{SCENARIO_FILE}"))
    for folder in folders:
        notes = Notes()
        loaded = load(folder, notes=notes)
        if loaded.reading is None:
            continue
        for each in notes.opened:
            opened.setdefault(each.where, []).append((each, loaded.reading.names))
    made = {name: _shape(name, found) for name, found in opened.items()}
    for name, like in _READ_ALIKE:
        own = {field.name for field in made[name].fields}
        more = tuple(
            replace(field, required=field.required and name != "conduct")
            for field in made[like].fields
            if field.name not in own
        )
        made[name] = replace(made[name], fields=(*made[name].fields, *more))
    return made


def _shape(name: str, opened: list[tuple[Opened, Names]]) -> Shape:
    instances = [_asks(name, each, names) for each, names in opened]
    order = dict.fromkeys(field for asks in instances for field in asks)
    fields = [_field(name, field, instances, [each for each, _ in opened]) for field in order]
    needs = []
    for tag in ONE_OF.get(name, ()):
        with_tag = [asks for asks in instances if tag in asks and asks[tag][0].value is not None]
        beside = [each for each in order if with_tag and all(_is_needed(asks.get(each)) for asks in with_tag)]
        always = [each.name for each in fields if each.required]
        needs.append((tag, tuple(each for each in beside if each != tag and each not in always)))
    return Shape(name, tuple(fields), tuple(needs))


def _asks(where: str, opened: Opened, names: Names) -> dict[str, list[Ask]]:
    """Return what was asked of one mapping, by field; a field called by an id stands under its kind."""
    kind = KEYED_BY.get(where)
    found: dict[str, list[Ask]] = {}
    for ask in opened.asks:
        name = ask.name
        if kind is not None and (where != "line.steps" or name in names.parties):
            name = f"<{kind}>"
            ask = replace(ask, words=() if ask.form == "words" else ask.words, required=False)
        if ask.name in opened.looked_for:
            ask = replace(ask, required=False)
        found.setdefault(name, []).append(ask)
    return found


def _is_needed(asks: Iterable[Ask] | None) -> bool:
    return any(ask.required for ask in asks or ())


def _field(where: str, name: str, instances: list[dict[str, list[Ask]]], opened: list[Opened]) -> Field:
    asks = [ask for each in instances for ask in each.get(name, ())]
    forms = dict.fromkeys(_form(ask) for ask in asks)
    if (where, name) in _ALSO:
        forms[Form("word", words=(_ALSO[where, name],))] = None
    defaults = dict.fromkeys(_default(ask) for ask in asks if not ask.required)
    written = [_written(ask.value) for ask in asks if ask.value is not None]
    fitting = sorted(filter(None, written), key=lambda text: len(text) > _LONGEST_EXAMPLE)
    return Field(
        name=name,
        forms=tuple(forms),
        required=all(_is_needed(each.get(name)) for each in instances),
        # A default that is not always the same hangs on other fields; the meaning of the field says how.
        default=next(iter(defaults), "") if len(defaults) == 1 else "",
        example=_short(next(iter(fitting), "")),
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else text[: _LONGEST_EXAMPLE - 3].rstrip() + "..."


def _form(ask: Ask) -> Form:
    of = "" if ask.form not in ("fields", "list", "entries", "reference", "references") else ask.of
    if ask.form in ("reference", "references"):
        of = of.partition(" of ")[0]  # whose option it must be depends on the scenario
    words = ask.words
    return Form("text" if ask.form == "label" else ask.form, ask.low, ask.high, words, of)


def _default(ask: Ask) -> str:
    """Return a default as an author would write it, "" for none."""
    if ask.form == "numbers" or (isinstance(ask.default, int) and ask.default < (ask.low or 0)):
        return ""
    match ask.default:
        case True:
            return "yes"
        case False:
            return "no"
        case int() | str():
            return str(ask.default)
        case _:
            return ""


def _written(node: Node | None) -> str:
    """Return a value on one line."""
    match node:
        case ScalarNode():
            text = " ".join(node.text.split())
            return f'"{text}"' if node.style in ("'", '"') else text
        case ListNode(items=items):
            return "[" + ", ".join(map(_written, items)) + "]"
        case MapNode(entries=entries):
            inside = (f"{name}: {_written(entry.value)}" for name, entry in entries.items())
            return "{" + ", ".join(inside) + "}"
        case _:
            return ""
