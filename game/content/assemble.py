"""The sections of a scenario, read in their order and put together.

All sections are read even where one has faults, so that ten faults take one round trip; but what spans
several sections is checked only where none of them has a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from game.content import codes
from game.content.actions import read_actions
from game.content.briefing import read_briefing, read_opening
from game.content.calibration import read_calibration
from game.content.chart import read_map
from game.content.checks import check
from game.content.conduct import read_conduct
from game.content.contested import read_contested
from game.content.decisions import read_decisions
from game.content.declaration import read_declaration
from game.content.diagnostics import Place, Report, Severity, Silence
from game.content.documents import read_documents
from game.content.dossier import (
    Teaching,
    read_cast,
    read_disputes,
    read_glossary,
    read_lessons,
    read_roles,
    read_teaching,
    read_timeline,
)
from game.content.endings import read_endings
from game.content.events import read_events
from game.content.history import read_history
from game.content.homes import read_constituencies, read_homes
from game.content.include import Sections
from game.content.issues import read_issues
from game.content.machine import protocol
from game.content.mandates import read_mandates
from game.content.meters import read_flags, read_meters
from game.content.names import PARTIES, collected
from game.content.notes import Notes
from game.content.parties import read_parties
from game.content.personas import read_personas
from game.content.points import read_linkages, read_points
from game.content.reader import Fields
from game.content.reading import Reading, as_written, shape
from game.content.rounds import read_delegates, read_rounds
from game.content.sections import Keys
from game.content.silence import read_silences
from game.content.source import MapNode, Node, ScalarNode
from game.content.vocabulary import ambiguous
from game.rules.dossier import Dossier
from game.rules.scenario import Basis, Declaration, Fact, Home, Protocol, Scenario

T = TypeVar("T")

_MOST_MINUTES: Final = 600
_SCENARIO_ID: Final = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", re.ASCII)
_VERSION: Final = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+", re.ASCII)


def assembled(
    sections: Sections,
    keys: Keys,
    fingerprint: str,
    report: Report,
    notes: Notes | None = None,
    tongue: Callable[[ScalarNode], str] = as_written,
) -> tuple[Scenario | None, Reading]:
    """Return the scenario of its sections and what the reading noted.

    The scenario is to be thrown away where `report` has errors; it is None where there are not two parties.
    """
    full = {name: tuple(map(_present, nodes)) for name, nodes in sections.items()}
    names = collected(full)
    main = Place(keys["scenario"].place.file)
    reading = Reading(report, names, citations(full, report), main, notes, tongue=tongue)
    if notes is not None:
        notes.keys("source", full.get("sources", ()))
    assembly = _Assembly(reading, full, keys)
    if len(names.parties) < PARTIES:
        assembly.each("parties", read_parties)
        return None, reading
    for id in ambiguous(names):
        report.add(codes.N205, _second_key(full, id), name=id)
    scenario = assembly.scenario(fingerprint)
    check(reading, scenario, frozenset(assembly.failed))
    report.silence(assembly.silences)  # not before, for the checks ask what those before them found
    return scenario, reading


def citations(sections: Sections, report: Report) -> dict[str, str]:
    """Return the section `sources:`, code by code."""
    found: dict[str, str] = {}
    for node in sections.get("sources", ()):
        for entry in node.entries.values() if isinstance(node, MapNode) else ():
            if isinstance(entry.value, ScalarNode) and not entry.value.is_empty:
                found[entry.key.text] = entry.value.text.strip()
                continue
            what = f"the source '{entry.key.text}'"
            found[entry.key.text] = ""
            report.add(codes.N103, entry.key, what=what, expected="text", found=shape(entry.value))
    return found


def _present(node: Node) -> Node:
    """Return a section left empty as one without entries."""
    return MapNode({}, node.place) if isinstance(node, ScalarNode) else node


def _second_key(sections: Sections, id: str) -> ScalarNode:
    """Return where an id stands for the last time among what expressions name by itself."""
    return [
        node.entries[id].key
        for section in ("meters", "flags", "issues")
        for node in sections.get(section, ())
        if isinstance(node, MapNode) and id in node.entries
    ][-1]


class _Assembly:
    """The reading of one scenario, section by section; `failed` are those with a fault."""

    def __init__(self, reading: Reading, sections: Sections, keys: Keys) -> None:
        self.failed: set[str] = set()
        self.silences: tuple[Silence, ...] = ()
        self._reading = reading
        self._sections = sections
        self._keys = keys

    def each(self, section: str, read: Callable[[Reading, tuple[Node, ...]], T]) -> T:
        """Read a section whose parts may stand in several files."""
        before = self._reading.report.count(Severity.ERROR)
        found = read(self._reading, self._sections.get(section, ()))
        if self._reading.report.count(Severity.ERROR) > before:
            self.failed.add(section)
        return found

    def one(self, section: str, read: Callable[[Reading, Fields], T]) -> T:
        """Read a section that is one mapping."""

        def opened(reading: Reading, nodes: tuple[Node, ...]) -> T:
            what, key = f"the section '{section}'", self._keys[section]
            return read(reading, Fields(reading, nodes[0], what, key=key, where=section))

        return self.each(section, opened)

    def scenario(self, fingerprint: str) -> Scenario:
        """Read everything. The order is that of the file format, but for what others look at first."""
        head = self.one("scenario", _read_head)
        parties = self.each("parties", read_parties)
        meters = self.each("meters", read_meters)
        flags = self.each("flags", read_flags)
        issues = self.each("issues", read_issues)
        declaration: Declaration | None = None
        if "declaration" in self._sections:
            declaration = self.one("declaration", read_declaration)
        points = self.each("points", read_points)
        linkages = self.each("linkages", read_linkages)
        orders = self.each("mandates", read_mandates)
        conduct = self.one("conduct", read_conduct)
        homes = self.each("homes", read_homes)
        constituencies = self.each("constituencies", read_constituencies)
        rounds = self.each("rounds", read_rounds)
        delegates = self.each("delegates", read_delegates)
        documents = self.each("documents", read_documents)
        actions = self.each("actions", read_actions)
        decisions = self.each("decisions", read_decisions)
        events = self.each("events", read_events)
        endings = self.each("endings", read_endings)
        personas = self.each("personas", read_personas)
        opening = self.one("opening", read_opening)
        briefing = self.one("briefing", read_briefing)
        history = self.each("history", read_history)
        self._reading.contested = self.each("contested", read_contested)
        teaching = self.one("teaching", read_teaching) if "teaching" in self._sections else Teaching()
        dossier = Dossier(
            roles=self.each("roles", read_roles),
            cast=self.each("cast", read_cast),
            glossary=self.each("glossary", read_glossary),
            timeline=self.each("timeline", read_timeline),
            disputes=self.each("disputes", read_disputes),
            lessons=self.each("lessons", read_lessons),
            questions=teaching.questions,
            sensitivity=teaching.sensitivity,
        )

        def calibration(reading: Reading, nodes: tuple[Node, ...]) -> tuple[Fact, ...]:
            return read_calibration(reading, nodes, issues.issues, constituencies)

        facts = self.each("calibration", calibration)

        def silences(reading: Reading, nodes: tuple[Node, ...]) -> tuple[Silence, ...]:
            return read_silences(reading, nodes, self._sections)

        map_rules = self.each("map", read_map)
        self.silences = self.each("silence", silences)
        table: Protocol = {}
        if not self.failed & {"rounds", "opening"} and rounds.rounds:
            report = self._reading.report
            before, errors = len(report), report.count(Severity.ERROR)
            table = protocol(rounds.exits, opening.round, report)
            if len(report) > before:
                self.failed.add("ways")
            if report.count(Severity.ERROR) > errors:
                self.failed.add("protocol")
        return Scenario(
            id=head.id,
            title=head.title,
            version=head.version,
            minutes=head.minutes,
            summary=head.summary,
            parties=(parties[0], parties[1]),
            issues=issues.issues,
            declaration=declaration,
            requires=issues.required,
            points=points.points,
            points_basis=points.basis,
            linkages=linkages,
            orders=orders,
            meters=meters,
            flags=flags,
            constituencies=constituencies,
            homes=self._both(homes),
            rounds=rounds.rounds,
            delegates=delegates,
            protocol=table,
            actions=actions,
            decisions=decisions,
            events=events,
            endings=endings,
            documents=documents,
            personas=personas,
            conduct=conduct,
            opening=opening,
            briefing=briefing,
            history=history,
            facts=facts,
            sources=self._reading.citations,
            fingerprint=fingerprint,
            dossier=dossier,
            map_rules=map_rules,
        )

    def _both(self, homes: tuple[Home, ...]) -> tuple[Home, Home]:
        """Return the two homes; one that is missing is reported and stood in for."""
        reading = self._reading
        written = {home.party for home in homes}
        for party, index in reading.names.parties.items():
            if index not in written:
                self.failed.add("homes")
                reading.report.add(codes.N102, self._keys["homes"], what="the section 'homes'", field=party)
        both = (*homes, *(_NO_HOME for _ in range(PARTIES)))
        return both[0], both[1]


_NO_HOME: Final = Home(0, "", "", 0, None, 0, 0, 0, 0, 0, "", (), (), Basis("", is_source=False))


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    title: str
    version: str
    minutes: int
    summary: str


def _read_head(reading: Reading, fields: Fields) -> _Head:
    reading.places["scenario", "id"] = fields.at("id")
    reading.places["scenario", "minutes"] = fields.at("minutes")
    head = _Head(
        id=fields.pattern("id", _SCENARIO_ID, "small letters, digits and hyphens"),
        title=fields.label("title"),
        version=fields.pattern("version", _VERSION, "three numbers, as in 1.0.0"),
        minutes=fields.count("minutes", 1, _MOST_MINUTES),
        summary=fields.prose("summary"),
    )
    fields.close()
    return head
