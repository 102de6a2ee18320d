"""The models of the instructor's corner: what is wrong, how the scenario goes, where the talks stand."""

from dataclasses import dataclass

from game.ui.preview_wishes import Page
from game.ui.screens.parts import Control
from game.ui.screens.trouble_presenter import Fault


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One diagnostic, with what its code means and a way to its place in an editor."""

    fault: Fault
    ask: Control
    copy: Control | None  # None where no line is meant


@dataclass(frozen=True, slots=True)
class FaultsPage:
    """All that is wrong, the worst first."""

    count: Control  # how many of each kind
    none: str  # said where nothing is wrong, else ""
    rows: tuple[FaultRow, ...]
    more: str  # how many are not listed, "" for none


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow from one box to another."""

    ask: Control  # its label is what it says
    target: str  # the id of the box it leads to
    is_gone: bool  # the line of play went this way


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the diagram, with what leads on from it."""

    id: str
    ask: Control  # its label is the name
    kind: str  # what it is, in a word
    lines: tuple[str, ...]  # what is said of it besides
    mark: str  # "now" or "gone through", in words; "" for neither
    is_now: bool
    ways: tuple[Way, ...] = ()
    below: tuple["Node", ...] = ()  # answers of a decision, turns of an event


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes under one heading."""

    title: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class DiagramPage:
    """The scenario drawn: rounds with the ways between them, then what hangs together in twos and threes."""

    key: str  # how marks are to be read
    rounds: Cluster
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of the table."""

    label: str
    value: str
    ask: Control


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Values under one heading; those that one side must not know are marked."""

    title: str
    secret: str  # whose secret it is, in words; "" for what lies open
    stamp: str  # the same in one word
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """Where the talks stand, both sides' secrets included."""

    note: str
    groups: tuple[FactGroup, ...]


@dataclass(frozen=True, slots=True)
class CornerModel:
    """The corner with one of its pages open."""

    title: str
    whose: str  # the scenario and its file
    status: Control  # whether what was saved last lies on the table; its label says it whole
    tone: str  # sound, stopped or broken
    kept: tuple[Control, ...]  # what can be done with moves that are kept
    tabs: tuple[Control, ...]
    shown: Page
    faults: FaultsPage | None
    diagram: DiagramPage | None
    state: StatePage | None
    none: str  # said in place of a page that there is nothing for yet, else ""
    controls: tuple[Control, ...]  # the way back last
