"""Why nothing is said of a mutant that plays: `python -m tests.content.surviving 1000` writes `survivors.md`.

What loads is put through the whole review of `check` too, which plays the written courses and holds the
facts. What then has no new diagnostic is a survivor, and belongs to a class that explains it. A class called
a gap holds what a check could tell.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.content.load import load_sources
from game.desk.reviewing import review
from tests.content.mutator import SCENARIOS, Fate, Ground, Mutant, mutant, slip, twigs_of, written

LIST = Path(__file__).with_name("survivors.md")
SHIPPED = [path for path in SCENARIOS if "tests" not in path.parts[-3:]]
PIECE = 50

CLASSES = {
    "the order of fields": "The fields of a mapping mean the same in any order.",
    "the order of a list": "Things are shown and asked in the order written, and any order is a scenario."
    " Where it has a meaning, as of the options of a ladder, only the author knows which.",
    "another default": "The field, or the entry, says what holds without it.",
    "a fact fewer": "A fact of the record is left out or says less; what is left of it still holds.",
    "another course": "The written course says less or something else, and is as legal as before.",
    "one fewer": "A condition, effect, term, order or entry that nothing else names is gone: a scenario in"
    " which one circumstance fewer counts. That it was meant to be there nobody can see.",
    "an optional field": "What may be left out is left out: a thing may be done as often as one likes, at"
    " any time, by anybody; a text is not shown.",
    "a name of its own": "Nothing refers to that name.",
    "another amount": "It changed within what facts and courses allow: `check --leeway` says how far.",
    "prose": "A word of a text is spelt otherwise, which only a reader sees.",
    "gap: a text of digits": "A label, title or reason that is `7` says nothing. A check could tell.",
    "gap: an article fewer": "The real declaration lacks an article, so that its numbers leave one out."
    " A check of the declaration could tell.",
}
"""Every class of survivors, with why nothing is said of them."""

_FACTS = ("calibration", "contested")


@dataclass(frozen=True)
class Judged:
    """A mutant with what the whole review finds, "" for nothing new."""

    mutant: Mutant
    reviewed: str


def explained(one: Mutant) -> str:
    """Return the class of a survivor; raise `LookupError` for one that nobody thought of."""
    kind, rest, top, last = one.change.split()[0], one.change, one.path[0], one.path[-1]
    is_gone = kind == "delete" or rest.endswith("to nothing")
    match one.fate:
        case Fate.SAME if kind == "swap":
            return "the order of fields"
        case Fate.SAME | Fate.MODEL if top in _FACTS:
            return "a fact fewer"
        case Fate.SAME:
            return "another default"
        case Fate.WORDS if rest.endswith("number or word"):
            return "gap: a text of digits"
        case Fate.WORDS if kind == "rename":
            return "a name of its own"
        case Fate.WORDS if is_gone:
            return "an optional field"
        case Fate.WORDS:
            return "prose"
        case Fate.MODEL if one.path[:2] == ("declaration", "articles") and kind == "delete":
            return "gap: an article fewer"
        case Fate.MODEL if top == "history":
            return "another course"
        case Fate.MODEL if kind == "swap":
            return "the order of a list"
        case Fate.MODEL if is_gone:
            return "an optional field" if last in _OPTIONAL else "one fewer"
        case Fate.MODEL if kind == "rename":
            return "a name of its own"
        case Fate.MODEL if rest.endswith("number or word") or kind == "respell":
            return "another amount"
    raise LookupError(str(one))


_OPTIONAL = frozenset(
    [
        "when",
        "times",
        "alone",
        "required",
        "weight",
        "members",
        "votes",
        "sources",
        "whatever",
        "effects",
        "evidence",
        "appeal",
        "gate",
    ]
)


@lru_cache(maxsize=4)
def _ground(path: Path) -> tuple[Ground, frozenset[tuple[str, str]]]:
    """Return a sound scenario, and what the review says of it before anything is spoilt."""
    ground = Ground.of(path)
    anew = load_sources({name: written(tree) for name, tree in twigs_of(ground.sources).items()})
    review(anew)
    return ground, frozenset((found.code.id, found.message) for found in anew.report)


def judged(path: Path, seeds: range) -> list[Judged]:
    """Return what becomes of the mutants of those seeds; a swap of fields needs no review."""
    ground, known = _ground(path)
    made = []
    for seed in seeds:
        one, told = mutant(ground, seed), ""
        is_swap = one.fate is Fate.SAME and one.change.startswith("swap")
        if one.fate in (Fate.SAME, Fate.WORDS, Fate.MODEL) and not is_swap:
            loaded = load_sources(slip(ground, seed).sources)
            review(loaded)
            new = [each for each in loaded.report if (each.code.id, each.message) not in known]
            told = new[0].code.id if new else ""
        made.append(Judged(one, told))
    return made


def survivors(made: Iterable[Judged]) -> list[Mutant]:
    """Return the mutants of which nothing is said."""
    silent = (Fate.SAME, Fate.WORDS, Fate.MODEL)
    return [each.mutant for each in made if each.mutant.fate in silent and not each.reviewed]


def told(by_scenario: dict[str, list[Judged]]) -> str:
    """Return the page: counts, classes with their reasons, and every survivor."""
    said = ["# Mutants of which nothing is said", "", (__doc__ or "").partition("\n\n")[2]]
    rows: dict[str, Counter[str]] = {}
    listed: dict[str, list[str]] = defaultdict(list)
    for name, made in by_scenario.items():
        rows[name] = Counter()
        for one in survivors(made):
            kind = explained(one)
            rows[name][kind] += 1
            listed[kind].append(f"{name} {one.seed}: {'.'.join(one.path)}: {one.change}")
    for name, made in by_scenario.items():
        fates = Counter(each.mutant.fate for each in made)
        reported = sum(fates[fate] for fate in (Fate.NEAR, Fate.OWNER, Fate.USED, Fate.WARNED, Fate.FAR))
        played = Counter(each.reviewed for each in made if each.reviewed)
        codes = ", ".join(f"{code} {count}" for code, count in played.most_common())
        said.append(
            f"`{name}`, {len(made)} mutants: {reported} are reported when the files are read"
            f" ({fates[Fate.NEAR]} of them within two lines, {fates[Fate.FAR]} far away),"
            f" {played.total()} by the review ({codes});"
            f" {rows[name].total()} survive.\n"
        )
    names = list(by_scenario)
    said.append(f"| class | {' | '.join(names)} | why nothing is said |\n|---|{'---|' * len(names)}---|")
    for kind, why in CLASSES.items():
        said.append(f"| {kind} | {' | '.join(str(rows[name][kind]) for name in names)} | {why} |")
    for kind in CLASSES:
        if listed[kind]:
            said.append(f"\n## {kind[0].upper()}{kind[1:]}\n")
            said.extend(f"- {line}" for line in listed[kind])
    return "\n".join(said) + "\n"


def main(seeds: int, workers: int) -> None:
    """Spoil every shipped scenario with each seed and write the page."""
    pieces = [(path, range(at, min(at + PIECE, seeds))) for path in SHIPPED for at in range(0, seeds, PIECE)]
    with ProcessPoolExecutor(workers) as pool:
        made = list(pool.map(judged, *zip(*pieces, strict=True)))
    by_scenario: dict[str, list[Judged]] = {path.name: [] for path in SHIPPED}
    for (path, _), found in zip(pieces, made, strict=True):
        by_scenario[path.name].extend(found)
    LIST.write_text(told(by_scenario), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
