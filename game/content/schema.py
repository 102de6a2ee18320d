"""The file format as a JSON Schema (draft 2020-12), so that editors complete and check while one writes.

Made of the shapes, hence of what the readers ask for. It is a little stricter than they are: a number in
quotes is not a number here. What needs more than one place (a name that nothing has, an expression that makes
no sense) is told by `check` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.content.load import FORMAT
from game.content.shapes import ONE_OF, SECTIONS, Field, Form, Shape, Style

_ID: Final = "^[a-z][a-z0-9_]*$"
_SCALAR: Final = ["string", "number", "boolean"]
_REASONS: Final = ("source", "assumption")


def schema(shapes: Mapping[str, Shape], meanings: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of one file of a scenario.

    Args:
        meanings: sentences for people by `shape.field`, as descriptions.
    """
    sections: dict[str, Any] = {
        "format": {"enum": [int(FORMAT), FORMAT]},
        "include": {"type": "array", "items": {"type": "string", "pattern": "^_[a-z0-9]"}},
        "sources": _keyed({"type": _SCALAR}, "^[^ ].*$"),
    }
    for section, (shape, style) in SECTIONS.items():
        sections[section] = _section(shape, style)
    for name in sections:
        if name not in ("format", "include"):
            sections[name] = {"anyOf": [sections[name], {"type": "null"}]}
        if f"sections.{name}" in meanings:
            sections[name]["description"] = meanings[f"sections.{name}"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A negotiation",
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
        "$defs": {name: _shape(shape, meanings) for name, shape in sorted(shapes.items())},
    }


def _section(shape: str, style: str) -> dict[str, Any]:
    one = {"$ref": f"#/$defs/{shape}"}
    match style:
        case Style.ONE:
            return one
        case Style.LIST:
            return {"type": "array", "items": one}
        case Style.BY_PARTY:
            return _keyed({"type": "array", "items": one})
        case _:
            return _keyed(one)


def _keyed(value: dict[str, Any], pattern: str = _ID) -> dict[str, Any]:
    """Return what a mapping by id is; a reason may stand among the ids."""
    return {
        "type": "object",
        "properties": {name: {"type": _SCALAR} for name in _REASONS},
        "patternProperties": {pattern: value} if pattern == _ID else {},
        "additionalProperties": False if pattern == _ID else value,
    }


def _shape(shape: Shape, meanings: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}
    for name in _REASONS:
        made["properties"][name] = {"type": [*_SCALAR, "null"]}
    for field in shape.fields:
        value = _field(field)
        meaning = meanings.get(f"{shape.name}.{field.name}")
        if meaning:
            value["description"] = meaning
        if field.default:
            value["default"] = int(field.default) if field.default.isdigit() else field.default
        if field.name.startswith("<"):
            # A reason is a field like any other; what is named stands before what is called by an id.
            taken = "|".join(each.name for each in shape.fields if not each.name.startswith("<"))
            reasons = "|".join((*_REASONS, taken) if taken else _REASONS)
            made["patternProperties"] = {f"^(?!({reasons})$)[a-z][a-z0-9_]*$": value}
        else:
            made["properties"][field.name] = value
    required = [field.name for field in shape.fields if field.required]
    if required:
        made["required"] = required
    if shape.name in ONE_OF:
        made["oneOf"] = [{"required": [tag]} for tag in ONE_OF[shape.name]]
        made["dependentRequired"] = {tag: list(beside) for tag, beside in shape.needs if beside}
    return made


def _field(field: Field) -> dict[str, Any]:
    found: list[dict[str, Any]] = []
    for form in field.forms:
        value = _form(form)
        if value not in found:
            found.append(value)
    if not field.required:
        found.append({"type": "null"})
    return found[0] if len(found) == 1 else {"anyOf": found}


def _form(form: Form) -> dict[str, Any]:
    match form.form:
        case "flag":
            return {"enum": [True, False, "yes", "no"]}
        case "word":
            plain = {"true": True, "false": False}
            return {"enum": [*form.words, *(plain[word] for word in form.words if word in plain)]}
        case "words":
            items = {"enum": list(form.words)} if form.words else {"type": "string", "pattern": _ID}
            return {"type": "array", "items": items, "minItems": 1}
        case "number" | "count":
            return {"type": "integer", "minimum": form.low, "maximum": form.high}
        case "numbers":
            return {"type": "array", "items": {"type": "integer", "minimum": form.low, "maximum": form.high}}
        case "date":
            return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case "condition" | "amount":
            return {"type": ["string", "integer", "boolean"]}
        case "id" | "reference" | "seen":
            dotted = form.of.startswith("such subject")
            return {"type": "string", "pattern": "^[a-z][a-z0-9_.]*$" if dotted else _ID}
        case "references":
            return {"type": "array", "items": {"type": "string", "pattern": _ID}}
        case "option":
            return {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"}
        case "options":
            return {"type": "array", "items": _form(Form("option"))}
        case "texts":
            return {"type": "array", "items": {"type": _SCALAR}}
        case "pattern":
            return {"type": "string", "pattern": f"^({form.words[0]})$"}
        case "fields":
            return {"$ref": f"#/$defs/{form.of}"}
        case "list":
            return {"type": "array", "items": {"$ref": f"#/$defs/{form.of}"}}
        case "entries":
            return _keyed({"$ref": f"#/$defs/{form.of}"})
        case "package":
            return {
                "type": "object",
                "patternProperties": {_ID: {"type": "string"}},
                "additionalProperties": False,
            }
        case "packages":
            low, high = form.low or 0, form.high
            return {"type": "array", "items": _form(Form("package")), "minItems": low, "maxItems": high}
        case _:
            return {"type": _SCALAR} if form.high is None else {"type": _SCALAR, "maxLength": form.high}
