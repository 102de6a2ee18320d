"""The tables of a class: the saves and paper agreements of a folder, read, in order, each with a letter.

Whatever lies there is told: what cannot be read, what is not over, what is there twice. A damaged save counts
as far as it is sound.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from game.analysis.findings import PointsFinding, points_finding
from game.analysis.process import Mark, process
from game.content.load import load
from game.desk.beginning import persona_name
from game.desk.declared import DECLARED, Declared, read_declared
from game.desk.duration import minutes_sat
from game.desk.finding import stored
from game.report.seats import Kept, Sat, kept_of, sat_of
from game.rules.apply import open_negotiation
from game.rules.concordance import Verdict, verdicts
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.rules.state import Outcome, State
from game.rules.transcript import Replay, mainline, replay
from game.rules.utility import points, reservation
from game.session.faults import SaveFault
from game.session.names import SUFFIX
from game.session.saves import Save, open_save
from game.session.strict import CodecFault
from game.text.catalogue import Catalogue


@dataclass(frozen=True)
class Table:
    """A table whose talks are over. Without slots: what is reckoned of it is kept with it."""

    key: str  # A, B, ... AA
    file: str  # the name of the file that it was read from
    label: str  # what the page calls it
    digest: str  # of what was read; tells a checker which file is meant
    scenario: Scenario
    course: Replay | None  # None: agreed on paper
    package: Package  # what was signed; open throughout where nothing was
    seats: tuple[str, str]
    kept: tuple[Kept, Kept] = (Kept(), Kept())
    note: str = ""  # what is damaged
    name: str = ""  # what the table was called, "" where it had no name
    sat: tuple[Sat, Sat] = (Sat(), Sat())
    minutes: int | None = None  # how long they sat, None where the save does not tell

    @property
    def outcome(self) -> Outcome | None:
        """How the talks ended; None for an agreement on paper, which no home was asked about."""
        return None if self.course is None else self.course.final.outcome

    @property
    def signed(self) -> bool:
        """Whether there is a text."""
        return any(option != OPEN for option in self.package)

    @property
    def last(self) -> int:
        """The number of the last move, 0 on paper."""
        return 0 if self.course is None else len(self.course.moves)

    def rests(self, *steps: int) -> str:
        """Return the records of some moves, or of the whole table where none is named."""
        return " ".join(f"{self.key}#{step}" for step in steps) if steps else self.key

    @cached_property
    def final(self) -> State:
        """The last position. Of an agreement on paper it is the opening, with that text signed: of the way
        there nothing is known.
        """
        if self.course is not None:
            return self.course.final
        opening = open_negotiation(self.scenario).state
        return replace(opening, signed_package=self.package) if self.signed else opening

    @cached_property
    def standing(self) -> tuple[int, int]:
        """The place on the chart: the points of what was signed, else what having no agreement is worth."""
        if self.signed:
            return (points(self.scenario, 0, self.package), points(self.scenario, 1, self.package))
        if self.outcome is not None:
            return self.outcome.reservation
        return (reservation(self.scenario, self.final, 0), reservation(self.scenario, self.final, 1))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The concordance of what was signed, or, where nothing was, of nothing."""
        return verdicts(self.scenario, self.package)

    @cached_property
    def points(self) -> tuple[PointsFinding, PointsFinding] | None:
        """The points of each side; None on paper, where there is no hour of signing."""
        if self.course is None:
            return None
        return (points_finding(self.scenario, self.course, 0), points_finding(self.scenario, self.course, 1))

    @cached_property
    def process(self) -> tuple[tuple[Mark, ...], tuple[Mark, ...]] | None:
        """The rubric of each side; None on paper."""
        if self.course is None:
            return None
        return (process(self.scenario, self.course, 0), process(self.scenario, self.course, 1))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the report, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Class:
    """What a folder holds, tables in the order of their letters."""

    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...]


class Reader:
    """Reads files of tables; each scenario is read once."""

    def __init__(self, say: Catalogue) -> None:
        """Begin with nothing read; texts are wanted in the language of `say`."""
        self._say = say
        self._scenarios: dict[tuple[tuple[str, str], ...], Scenario] = {}

    def folder(self, path: Path, *, names: bool) -> Class:
        """Return what lies in the folder at `path`.

        Args:
            names: call the tables what their files are called; else by letters alone, in an order that says
                nothing of the names.
        """
        entries = sorted(each for each in path.iterdir() if each.is_file())
        return self._ordered(
            [each for each in entries if each.name.endswith(SUFFIX)],
            [each for each in entries if each.name.endswith(DECLARED)],
            names=names,
        )

    def file(self, path: Path, *, names: bool) -> Class:
        """Return what lies in one file."""
        paper = path.name.endswith(DECLARED)
        return self._ordered([] if paper else [path], [path] if paper else [], names=names)

    def _ordered(self, saves: list[Path], papers: list[Path], *, names: bool) -> Class:
        found: list[Table] = []
        out: list[LeftOut] = []
        opened = self._opened(saves, out)
        for save in opened:
            read = self._played(save, names=names)
            if isinstance(read, Table):
                found.append(read)
            else:
                out.append(read)
        for path in papers:
            try:
                found.append(_on_paper(self._say, path, read_declared(path, self._known), names=names))
            except (SaveFault, CodecFault) as fault:
                out.append(LeftOut(path.name, fault.sentence))
        found.sort(key=lambda each: (each.file.casefold(), each.file) if names else (each.digest, ""))
        tables = (self._lettered(each, letter(n), names=names) for n, each in enumerate(found))
        return Class(tuple(tables), tuple(sorted(out, key=lambda each: each.file)))

    def _opened(self, paths: list[Path], out: list[LeftOut]) -> list[Save]:
        """Return the saves that can be read; of one game that is there twice, the one that goes further."""
        best: dict[str, Save] = {}
        for path in paths:
            try:
                save = open_save(path, self._scenario)
            except SaveFault as fault:
                out.append(LeftOut(path.name, fault.sentence))
                continue
            begun = save.lines.hashes[0]
            other = best.get(begun)
            if other is None:
                best[begun] = save
                continue
            shorter, longer = sorted((other, save), key=lambda each: len(each.lines.hashes))
            count = len(shorter.lines.hashes)
            if shorter.lines.hashes != longer.lines.hashes[:count]:
                best[save.digest] = save  # two games that parted after the same beginning
                continue
            best[begun] = longer
            why = self._say("report.out.twice", file=longer.path.name)
            out.append(LeftOut(shorter.path.name, why))
        return list(best.values())

    def _scenario(self, files: Mapping[str, str]) -> Scenario:
        key = tuple(sorted(files.items()))
        if key not in self._scenarios:
            self._scenarios[key] = stored(files, self._say.language)
        return self._scenarios[key]

    def _known(self, id: str, fingerprint: str) -> Scenario | None:
        """Return a scenario that a save here holds, or that came with the game, if it is that version."""
        for scenario in self._scenarios.values():
            if (scenario.id, scenario.fingerprint) == (id, fingerprint):
                return scenario
        if not id.replace("-", "").isalnum():
            return None  # a name, never a path
        loaded = load(id, language=self._say.language)
        if loaded.scenario is None or loaded.scenario.fingerprint != fingerprint:
            return None
        return self._scenario(loaded.kept)

    def _played(self, save: Save, *, names: bool) -> Table | LeftOut:
        say, scenario = self._say, save.scenario
        if save.is_line:
            return LeftOut(save.path.name, say("report.out.line"))
        course = replay(scenario, mainline(save.records))
        damage = "" if save.damage is None else save.damage.sentence
        if course.error is not None:
            damage = f"{damage} {say('replay.damaged', n=len(course.moves))}".strip()
        outcome = course.final.outcome
        if outcome is None:
            why = say("report.out.unfinished", n=len(course.moves))
            return LeftOut(save.path.name, f"{why} {damage}".strip())
        return Table(
            key="",
            file=save.path.name,
            label=save.header.placed.name if names else "",
            digest=save.digest,
            scenario=scenario,
            course=course,
            package=outcome.package,
            seats=self._seats(save, names=names),
            kept=(kept_of(save, course, 0), kept_of(save, course, 1)),
            note=damage,
            name=save.header.placed.name,
            sat=(sat_of(save, 0), sat_of(save, 1)),
            minutes=minutes_sat([save.header.created, *(record.wall for record in save.records)]),
        )

    def _seats(self, save: Save, *, names: bool) -> tuple[str, str]:
        def who(seat: int) -> str:
            sitter = save.header.seats[seat][1]
            if not sitter.is_person:
                return persona_name(self._say, save.scenario, sitter.persona)
            return (sitter.name if names else "") or self._say("report.person")

        return (who(0), who(1))

    def _lettered(self, table: Table, key: str, *, names: bool) -> Table:
        label = self._say("report.table", letter=key)
        if names:
            file = table.label or table.file.removesuffix(SUFFIX).removesuffix(DECLARED)
            label = self._say("report.table_named", letter=key, name=file)
        return replace(table, key=key, label=label)


def letter(number: int) -> str:
    """Return the letters of a table, counted from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    above, last = divmod(number, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + last)


def _on_paper(say: Catalogue, path: Path, declared: Declared, *, names: bool) -> Table:
    told = repr((declared.scenario.fingerprint, declared.team, declared.package))
    return Table(
        key="",
        file=path.name,
        label=declared.team if names else "",
        digest=sha256(told.encode("utf-8", "replace")).hexdigest(),
        scenario=declared.scenario,
        course=None,
        package=declared.package,
        seats=(say("report.on_paper"), say("report.on_paper")),
        name=declared.team,
    )
