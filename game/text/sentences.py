"""The sentences of a catalogue's file: its tree of YAML, flattened to dotted keys."""

from collections.abc import Mapping
from pathlib import Path

from game.content.diagnostics import Report
from game.content.source import MapNode, Node, ScalarNode, read_text, read_tree

PLURAL_FORMS = frozenset({"one", "other"})


def sentences_in(path: Path) -> dict[str, str | Mapping[str, str]]:
    """Return the sentences in the file at `path` by dotted key, those with plural forms as a mapping.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    report = Report()
    source = read_text(path, report)
    tree = read_tree(source, report) if source is not None else None
    if len(report) or tree is None:
        raise ValueError(f"the sentences cannot be read: {report.render()}")
    sentences: dict[str, str | Mapping[str, str]] = {}
    _gather(tree, "", sentences)
    return sentences


def _gather(node: Node, key: str, into: dict[str, str | Mapping[str, str]]) -> None:
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
