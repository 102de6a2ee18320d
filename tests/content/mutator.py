"""Spoils one random node of a scenario, and says what came of it.

Files are written anew with one field or item a line, so that a place tells nodes apart as finely as a line
number can.
"""

from __future__ import annotations

import dataclasses
import json
import pickle
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from game.content.diagnostics import Diagnostic, Report
from game.content.load import load, load_sources
from game.content.source import ListNode, MapNode, Node, ScalarNode, Source, read_tree
from game.rules.expressions import Expression
from game.rules.scenario import Scenario
from tests.rules.walking import walk

ROOT = Path(__file__).parents[2]
SCENARIOS = [
    *sorted(path.parent for path in ROOT.glob("scenarios/*/scenario.yaml")),
    ROOT / "tests/scenarios/two-ports",
]
"""Those that are shipped, and the one of the tests."""

NEAR = 2
"""Lines between a change and the place of its diagnostic."""


HELD_TOGETHER = frozenset(("N514",))
"""Codes that hold one text against another: the article's official words against the clauses."""


NO_REASON = "N601"
"""The code of a number whose reason is gone, told at the number, however far above it the reason stood."""


class Shape(Enum):
    TEXT = "text"
    LIST = "list"
    FIELDS = "fields"


@dataclass(eq=False)
class Twig:
    """A node that can be changed, with the name it stands under."""

    shape: Shape
    text: str = ""
    style: str = ""
    key: str = ""
    key_style: str = ""
    children: list[Twig] = field(default_factory=list)
    line: int = 0  # where it was written last


class Fate(Enum):
    """What became of a mutant."""

    NEAR = "reported within two lines"
    OWNER = "reported at what it is part of"
    USED = "reported where it is used"
    FAR = "cannot be played, and is reported elsewhere"
    WARNED = "plays; a warning stands elsewhere"
    SAME = "plays; nothing of the scenario changed"
    WORDS = "plays; only texts changed"
    MODEL = "plays; something else of the model changed"


@dataclass(frozen=True)
class Mutant:
    """One spoilt scenario."""

    seed: int
    change: str
    file: str
    path: tuple[str, ...]
    fate: Fate
    told: str  # the first diagnostic

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.file}: {self.change}: {self.fate.value}\n{self.told}"


def twigs_of(sources: Mapping[str, str]) -> dict[str, Twig]:
    """Return the trees of the files of a sound scenario."""
    found = {}
    for name, text in sources.items():
        report = Report()
        tree = read_tree(Source(name, text), report)
        assert tree is not None, report.render()
        found[name] = _twig(tree)
    return found


def written(tree: Twig) -> str:
    """Return the text of a file, and note in each node its line."""
    lines: list[str] = []
    _write(tree, 0, lines)
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Ground:
    """A sound scenario to spoil, and what is said of it unspoilt."""

    sources: Mapping[str, str]
    scenario: Scenario
    known: frozenset[tuple[str, str]]
    trees: bytes
    """The trees of its files, pickled: reading the files again for each mutant would take half the time."""

    @staticmethod
    def of(path: Path) -> Ground:
        """Load a scenario without errors."""
        result = load(path)
        assert result.scenario is not None, result.report.render()
        trees = twigs_of(result.sources)
        anew = load_sources({name: written(tree) for name, tree in trees.items()})
        known = frozenset((d.code.id, d.message) for d in anew.report)
        return Ground(result.sources, result.scenario, known, pickle.dumps(trees))


@dataclass(frozen=True)
class Slip:
    """A scenario with one node changed."""

    change: str
    file: str
    path: tuple[str, ...]  # of the node as it was, by names and, in lists, #
    gone: set[str]
    lines: set[int]  # that were changed
    owners: set[int]  # lines of what the node is part of
    covered: set[int]  # lines of what it is one of the fields of, to which its reason may have been given
    sources: Mapping[str, str]


def slip(ground: Ground, seed: int) -> Slip:
    """Change one node of a scenario."""
    rng = random.Random(seed)
    trees: dict[str, Twig] = pickle.loads(ground.trees)
    name = rng.choices(list(trees), weights=[sum(1 for _ in _below(tree)) for tree in trees.values()])[0]
    tree = trees[name]
    parent, place = rng.choice([(p, i) for p in _below(tree) for i in range(len(p.children))])
    path = _path(tree, parent.children[place])
    change, gone, changed = _spoil(parent, place, rng)
    sources = {file: written(each) for file, each in trees.items()}
    owners = {twig.line for twig in _below(tree) if parent in _below(twig) and twig is not tree}
    covered = {twig.line for twig in _below(parent)}
    return Slip(change, name, path, gone, {each.line for each in changed}, owners, covered, sources)


def mutant(ground: Ground, seed: int) -> Mutant:
    """Change one node of a scenario and say what came of it; raise what the game raises."""
    made = slip(ground, seed)
    result = load_sources(made.sources)
    told = [d for d in result.report if (d.code.id, d.message) not in ground.known]
    if result.scenario is not None:
        for _ in walk(result.scenario, seed):
            pass
    if told or result.scenario is None:
        fate = _told(told, made)
        if fate is Fate.FAR and result.scenario is not None:
            fate = Fate.WARNED
    else:
        fate = _difference(ground.scenario, result.scenario)
    return Mutant(seed, made.change, made.file, made.path, fate, told[0].render() if told else "")


def _told(told: list[Diagnostic], made: Slip) -> Fate:
    """Say how near the diagnostics are to the change."""
    here = [d.place.line for d in told if d.place.file.endswith(made.file)]
    if any(abs(at - line) <= NEAR for at in here for line in made.lines):
        return Fate.NEAR
    if made.owners.intersection(here):
        return Fate.OWNER
    gone = made.gone
    if any(d.code.id in HELD_TOGETHER or gone.intersection(re.findall(r"[\w-]+", d.message)) for d in told):
        return Fate.USED
    if any(d.code.id == NO_REASON and d.place.line in made.covered for d in told):
        return Fate.USED
    return Fate.FAR


def _path(tree: Twig, wanted: Twig) -> tuple[str, ...]:
    """Return the way from the top of a file to one of its nodes."""
    for child in tree.children:
        if child is wanted or wanted in _below(child):
            rest = () if child is wanted else _path(child, wanted)
            return (child.key if tree.shape is Shape.FIELDS else "#", *rest)
    raise LookupError("the node is not in this file")


def _twig(node: Node) -> Twig:
    match node:
        case ScalarNode():
            return Twig(Shape.TEXT, node.text, node.style)
        case ListNode():
            return Twig(Shape.LIST, children=[_twig(item) for item in node.items])
        case MapNode():
            children = []
            for entry in node.entries.values():
                child = _twig(entry.value)
                child.key, child.key_style = entry.key.text, entry.key.style
                children.append(child)
            return Twig(Shape.FIELDS, children=children)


def _below(tree: Twig) -> Iterator[Twig]:
    yield tree
    for child in tree.children:
        yield from _below(child)


def _scalar(text: str, style: str) -> str:
    plain = not style and "\n" not in text
    return text if plain else json.dumps(text, ensure_ascii=False)


def _write(tree: Twig, indent: int, lines: list[str]) -> None:
    for child in tree.children:
        head = "-" if tree.shape is Shape.LIST else f"{_scalar(child.key, child.key_style)}:"
        child.line = len(lines) + 1
        head = " " * indent + head
        if child.shape is Shape.TEXT:
            lines.append(f"{head} {_scalar(child.text, child.style)}".rstrip())
        elif not child.children:
            lines.append(f"{head} {'[]' if child.shape is Shape.LIST else '{}'}")
        else:
            lines.append(head)
            _write(child, indent + 2, lines)


def _spoil(parent: Twig, place: int, rng: random.Random) -> tuple[str, set[str], list[Twig]]:
    """Change a node; return what was done, the names that are gone, and the nodes whose lines changed."""
    node = parent.children[place]
    called = node.key or node.text[:30] or f"item {place + 1}"
    kinds = ["delete", "rename", "retype"] + ["reorder"] * (len(parent.children) > 1)
    kind = rng.choice(kinds)
    match kind:
        case "delete":
            del parent.children[place]
            around = parent.children[max(place - 1, 0) : place + 1]
            gone = {word for each in _below(node) for word in (each.key, each.text) if word}
            return f"delete '{called}'", gone, [parent, *parent.children[:1], *around]
        case "rename" if parent.shape is Shape.FIELDS:
            node.key = _misspelt(node.key, rng)
            return f"rename '{called}' to '{node.key}'", {called}, [node, parent]
        case "rename" if node.shape is Shape.TEXT:
            node.text = _misspelt(node.text, rng)
            return f"respell '{called}'", set(), [node]
        case "rename" | "retype":
            return f"retype '{called}' to {_retype(node, rng)}", {called}, [node, parent]
        case _:
            other = rng.choice([i for i in range(len(parent.children)) if i != place])
            siblings = parent.children
            siblings[place], siblings[other] = siblings[other], siblings[place]
            return (
                f"swap '{called}' with its sibling {other + 1}",
                {called},
                [siblings[place], siblings[other]],
            )


def _misspelt(word: str, rng: random.Random) -> str:
    letters = [i for i, sign in enumerate(word) if sign.isalnum()]
    if not letters:
        return "x"
    at = rng.choice(letters)
    return rng.choice(
        [word[:at] + word[at + 1 :], word[: at + 1] + word[at:], word[:at] + "q" + word[at + 1 :]]
    )


def _retype(node: Twig, rng: random.Random) -> str:
    copy = dataclasses.replace(node, key="", key_style="")
    if node.shape is Shape.TEXT:
        to = rng.choice(["list", "fields", "number or word", "nothing"])
    else:
        to = rng.choice(["text", "number", "the other collection"])
    match to:
        case "list":
            node.shape, node.children = Shape.LIST, [copy]
        case "fields":
            copy.key = "a"
            node.shape, node.children = Shape.FIELDS, [copy]
        case "number or word":
            node.text, node.style = ("many" if node.text.lstrip("-").isdigit() else "7"), ""
        case "nothing":
            node.text, node.style = "", ""
        case "text" | "number":
            node.shape, node.children, node.style = Shape.TEXT, [], ""
            node.text = "word" if to == "text" else "7"
        case _:
            if node.shape is Shape.LIST:
                node.shape = Shape.FIELDS
                for number, child in enumerate(node.children):
                    child.key = f"key_{number}"
            else:
                node.shape = Shape.LIST
    return to


def _difference(sound: object, spoilt: object) -> Fate:
    kinds = set(_kinds(sound, spoilt))
    if not kinds:
        return Fate.SAME
    return Fate.WORDS if kinds == {"words"} else Fate.MODEL


def _kinds(a: object, b: object) -> Iterator[str]:
    """Yield "words" for every text that differs and "model" for everything else."""
    if a == b and type(a) is type(b):
        return
    if isinstance(a, Expression) and isinstance(b, Expression):
        yield "model"
    elif dataclasses.is_dataclass(a) and type(a) is type(b):
        for each in dataclasses.fields(a):
            if each.name != "fingerprint":
                yield from _kinds(getattr(a, each.name), getattr(b, each.name))
    elif isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        for one, other in zip(a, b, strict=True):
            yield from _kinds(one, other)
    elif isinstance(a, str) and isinstance(b, str):
        yield "words"
    else:
        yield "model"


def fates(mutants: Iterable[Mutant]) -> str:
    """Return how many came to what, a line each."""
    counts = Counter(each.fate for each in mutants)
    return "\n".join(f"{counts[fate]:>5}  {fate.value}" for fate in Fate)


def main(seeds: int) -> None:
    """Print what becomes of `seeds` mutants of every scenario, those that play through by name."""
    for path in SCENARIOS:
        ground = Ground.of(path)
        mutants = [mutant(ground, seed) for seed in range(seeds)]
        print(f"{path.name}: {seeds} mutants\n{fates(mutants)}")
        for each in mutants:
            if each.fate is not Fate.NEAR:
                print(f"  {each.seed:>4}  {each.file}: {each.change}: {each.fate.value}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
