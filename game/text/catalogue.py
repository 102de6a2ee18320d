"""The catalogue of sentences of one language: a key and values in, a sentence out; no wording here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from game.content.diagnostics import Report
from game.content.source import MapNode, Node, ScalarNode, read_text, read_tree

Sentence = str | Mapping[str, str]
"""A sentence with `{names}`, or its plural forms `one` and `other`."""

PLURAL_FORMS = frozenset({"one", "other"})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language; calling it says one."""

    language: str
    sentences: Mapping[str, Sentence]

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence called `key` with `values` filled in.

        A sentence with plural forms takes the number from the value `n`.

        Raises:
            KeyError: no sentence has that key, or a name in it has no value.

        >>> say = Catalogue("en", {"left": {"one": "{n} meeting left", "other": "{n} meetings left"}})
        >>> say("left", n=1), say("left", n=3)
        ('1 meeting left', '3 meetings left')
        """
        sentence = self.sentences.get(key)
        if sentence is None:
            raise KeyError(f"the catalogue {self.language!r} has no sentence called {key!r}")
        if isinstance(sentence, str):
            return sentence.format_map(values)
        return sentence["one" if values["n"] in (1, -1) else "other"].format_map(values)

    def has(self, key: str) -> bool:
        """Say whether there is a sentence called `key`."""
        return key in self.sentences

    def names(self, key: str) -> frozenset[str]:
        """Return the names that the sentence called `key` needs values for."""
        sentence = self.sentences[key]
        forms = (sentence,) if isinstance(sentence, str) else tuple(sentence.values())
        return frozenset(
            name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None
        )


def load(path: Path) -> Catalogue:
    """Return the catalogue in the file at `path`, whose name is the language.

    Raises:
        ValueError: the file is no tree of sentences; the message names the fault.
    """
    report = Report()
    source = read_text(path, report)
    tree = read_tree(source, report) if source is not None else None
    if len(report) or tree is None:
        raise ValueError(f"the sentences cannot be read: {report.render()}")
    sentences: dict[str, Sentence] = {}
    _gather(tree, "", sentences)
    return Catalogue(path.stem, sentences)


def _gather(node: Node, key: str, into: dict[str, Sentence]) -> None:
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
