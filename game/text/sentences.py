"""The sentences of a catalogue's file: its tree of YAML, flattened to dotted keys; their translations."""

from collections.abc import Mapping
from pathlib import Path

from game.content.diagnostics import Report
from game.content.source import MapNode, Node, ScalarNode, read_text, read_tree
from game.content.translatable import Text, keys
from game.content.translation import Entry, read_translation
from game.text.languages import forms

Sentences = dict[str, str | Mapping[str, str]]

PLURAL_FORMS = frozenset({"one", "other"})


def sentences_in(path: Path) -> Sentences:
    """Return the sentences in the file at `path` by dotted key, those with plural forms as a mapping.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    sentences: Sentences = {}
    _gather(_tree(path), "", sentences)
    return sentences


def texts_in(path: Path, language: str) -> tuple[Text, ...]:
    """Return what can be translated of the sentences at `path`.

    A sentence with plural forms has those of the other language; each stands for the one it is made from.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    nodes = dict(keys(_tree(path)))
    found: list[Text] = []
    for key, sentence in sentences_in(path).items():
        if isinstance(sentence, str):
            found.append(Text(key, sentence, nodes[key].place))
            continue
        for form in forms(language):
            like = _like(form)
            place = nodes[f"{key}.{like}"].place
            found.append(Text(f"{key}.{form}", sentence[like], place, optional=frozenset({"{n}"})))
    return tuple(found)


def translated_in(path: Path, original: Sentences) -> Sentences:
    """Return those sentences that the translation at `path` has, and has right; none where it has a fault.

    White space around a sentence is that of the original, which may join others.
    """
    source = read_text(path, Report())
    translation = None if source is None else read_translation(source, Report())
    entries = {} if translation is None else {entry.key: entry for entry in translation.entries}
    found: Sentences = {}
    for key, sentence in original.items():
        if isinstance(sentence, str):
            said = _said(entries.get(key), sentence)
            if said:
                found[key] = said
            continue
        said_in = {
            form: _said(entries.get(f"{key}.{form}"), sentence[_like(form)]) for form in forms(path.stem)
        }
        if all(said_in.values()):
            found[key] = said_in
    return found


def _like(form: str) -> str:
    """Return the form of the original that another is made from."""
    return "one" if form == "one" else "other"


def _said(entry: Entry | None, sentence: str) -> str:
    if entry is None or not entry.serves(sentence):
        return ""
    start = sentence[: len(sentence) - len(sentence.lstrip())]
    return start + entry.to.strip() + sentence[len(sentence.rstrip()) :]


def _tree(path: Path) -> Node:
    report = Report()
    source = read_text(path, report)
    tree = read_tree(source, report) if source is not None else None
    if len(report) or tree is None:
        raise ValueError(f"the sentences cannot be read: {report.render()}")
    return tree


def _gather(node: Node, key: str, into: Sentences) -> None:
    """Put the sentences below `node` into `into`, under dotted keys."""
    match node:
        case ScalarNode(text):
            into[key] = text
        case MapNode(entries):
            forms = {name: entry.value for name, entry in entries.items()}
            if forms.keys() == PLURAL_FORMS and all(isinstance(form, ScalarNode) for form in forms.values()):
                into[key] = {name: form.text for name, form in forms.items() if isinstance(form, ScalarNode)}
                return
            for name, value in forms.items():
                _gather(value, f"{key}.{name}" if key else name, into)
        case _:
            raise ValueError(f"{key or 'the catalogue'} is neither a sentence nor a group of sentences")
