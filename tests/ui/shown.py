"""One of each of the screens around the table, made by the presenters from what comes with the game."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.analysis.notebook import Guess
from game.analysis.space import bargained_issues
from game.content.classroom import ClassFile, example_file, read_class_file
from game.content.codes import N001
from game.content.diagnostics import Diagnostic, Report
from game.content.load import Loaded, load
from game.content.pseudo import pseudo
from game.content.source import Place
from game.desk.lines import play_line
from game.desk.local import LocalGame
from game.desk.lookout import Lookout
from game.desk.plan_card import Plan
from game.desk.rehearsal import Luck, Rehearsed, Step, Stop, rehearse
from game.desk.seating import known, seated
from game.desk.shelf import Shelved
from game.desk.timing import standing
from game.rules.concordance import verdicts
from game.rules.scenario import Scenario
from game.rules.transcript import Replay, replay
from game.rules.view import view_for
from game.session.answers import Command
from game.session.clock import TableClock
from game.session.placed import Placed, Timing
from game.session.saves import Header
from game.session.seats import Sitter
from game.session.session import Session
from game.session.store import MemoryStore
from game.text.catalogue import Catalogue
from game.text.catalogue import load as load_text
from game.text.wording import Wording
from game.ui.keymap import Keymap
from game.ui.preview_wishes import Page
from game.ui.previewing import Preview
from game.ui.replay_wishes import ChooseForkSide, Fork, NameFork, Pace
from game.ui.screens.briefing_presenter import briefing_model
from game.ui.screens.briefing_screen import BriefingScreen
from game.ui.screens.class_strip_presenter import ClassStripModel, class_strip_model
from game.ui.screens.corner_presenter import corner_model
from game.ui.screens.corner_screen import CornerScreen
from game.ui.screens.credits_presenter import credits_model
from game.ui.screens.credits_screen import CreditsScreen
from game.ui.screens.debrief_presenter import StepKind, debrief_model
from game.ui.screens.debrief_screen import DebriefScreen
from game.ui.screens.declare_presenter import declare_model
from game.ui.screens.declare_screen import DeclareScreen
from game.ui.screens.keys_presenter import keys_model
from game.ui.screens.keys_screen import KeysScreen
from game.ui.screens.leeway_presenter import leeway_model
from game.ui.screens.leeway_screen import LeewayScreen
from game.ui.screens.load_presenter import in_a_line, load_model
from game.ui.screens.load_screen import LoadScreen
from game.ui.screens.new_game_presenter import NewGame, Offered, new_game_model
from game.ui.screens.new_game_screen import NewGameScreen
from game.ui.screens.parts import Control, Field
from game.ui.screens.planning_presenter import planning_model
from game.ui.screens.planning_screen import PlanningScreen
from game.ui.screens.preview_presenter import StripModel, strip_model
from game.ui.screens.ratification_presenter import ratification_model
from game.ui.screens.ratification_screen import RatificationScreen
from game.ui.screens.replay_model import ForkCard
from game.ui.screens.replay_presenter import replay_model
from game.ui.screens.replay_screen import ReplayScreen
from game.ui.screens.replay_watch_presenter import watch_model
from game.ui.screens.replay_watch_screen import WatchScreen
from game.ui.screens.seating_presenter import seating_model
from game.ui.screens.seating_screen import SeatingScreen
from game.ui.screens.settings_presenter import settings_model
from game.ui.screens.settings_screen import SettingsScreen
from game.ui.screens.signing_presenter import signing_model
from game.ui.screens.signing_screen import SigningScreen
from game.ui.screens.title_presenter import title_model
from game.ui.screens.title_screen import TitleScreen
from game.ui.screens.trouble_presenter import diagnostics_model, folder_model
from game.ui.screens.trouble_screen import TroubleScreen
from game.ui.screens.verdict_presenter import article_verdicts
from game.ui.screens.wall_presenter import wall_model
from game.ui.screens.wall_screen import WallScreen
from game.ui.seat import Facts, seat_of
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.ui.tape import Tape
from game.ui.wishes import Back
from game.ui.worker import AtOnce, Worker

ROOT = Path(__file__).parent.parent.parent
# Strings of models that nobody reads.
QUIET = {"id", "why", "finding", "mark", "voice", "topic", "tone", "target"}


@lru_cache(maxsize=1)
def say() -> Catalogue:
    return load_text(ROOT / "assets/text/en.yaml")


@lru_cache(maxsize=2)
def scenario(name: str = "scenarios/the-deletion") -> Scenario:
    result = load(ROOT / name)
    assert result.scenario is not None, result.report.render()
    return result.scenario


@lru_cache(maxsize=1)
def course() -> Replay:
    """The second reading of history: it leaves the first one's line, signs and is ratified."""
    found = scenario()
    return replay(found, play_line(found, found.history[-1]).moves)


UNPLANNED = Plan()


def facts(at: int, plan: Plan = UNPLANNED) -> Facts:
    found = scenario()
    party = next(n for n, each in enumerate(found.parties) if each.id == "japan")
    view = view_for(found, course().states[at], party)
    seat = seat_of(view)
    seat.plan = plan
    return Facts(Wording(say(), found, party), view, seat)


def _before_signing() -> int:
    return next(n for n, state in enumerate(course().states) if any(state.signed))


def _debrief(step: StepKind) -> Any:
    seat = facts(0, Plan(2, "ask_home", 70, True)).seat
    bargained = bargained_issues(scenario())
    seat.guesses = tuple(Guess(n, issue, (n + 2) % 4, "Face") for n, issue in enumerate(bargained))
    made = debrief_model(say(), scenario(), course(), seat, list(StepKind).index(step), more_seats=False)
    if step is StepKind.TEXT:
        # The game above signs history's text; a changed one shows what is marked.
        judged = verdicts(scenario(), changed())
        made = replace(made, verdicts=article_verdicts(Wording(say(), scenario(), 0), judged))
    return DebriefScreen(made)


def changed() -> tuple[int, ...]:
    """History's package with every second answer the last of its ladder."""
    found = scenario()
    return tuple(
        len(issue.options) - 1 if n % 2 else option
        for n, (issue, option) in enumerate(zip(found.issues, found.historical_package(), strict=True))
    )


def _briefing() -> Any:
    told = facts(0)
    told.seat.answers.add(0)
    return BriefingScreen(briefing_model(told, begun=False))


def _offered() -> tuple[Offered, ...]:
    return (
        Offered("the-deletion", scenario()),
        Offered("two-ports", scenario("tests/scenarios/two-ports")),
        Offered("broken-talks", None),
    )


def tape(party: int | None, place: int) -> Tape:
    """History told again for a seat, or with both sides' secrets."""
    found = Tape(say(), scenario(), party=party)
    found.to(place)
    return found


def fork_asked() -> Any:
    model = replay_model(say(), tape(None, 6))
    card = ForkCard(
        "A new game from move 6",
        "It begins with the moves up to here.",
        Field("fork_name", "What is it to be called?", "the other road", NameFork),
        "Which chair is yours?",
        tuple(
            Control(f"fork_side:{n}", label, ChooseForkSide((n,)), on=n == 0)
            for n, label in enumerate(("The Soviet Union", "Japan"))
        ),
        Control("fork_make", "Begin here", Fork()),
        Control("fork_back", "Back", Back()),
    )
    return ReplayScreen(replace(model, forking=card))


def watched(moves: int) -> Sitting:
    """A game of two bots after some moves of history, so that the picture is always the same."""
    found = scenario()
    seats = tuple((each.id, Sitter("linear", "Linear")) for each in found.parties)
    header = Header(found.id, (), found.fingerprint, seats, 1, False, "", "")
    session = Session(found, header, MemoryStore())
    sitting = Sitting(LocalGame(session, say()), say(), Worker(AtOnce()), pace=Pace.STEP)
    sitting.sit({}, resumed=False)
    for made in play_line(found, found.history[0]).moves:
        if len(session.records) >= moves:
            break
        if made.author in (0, 1):
            seat = found.parties[made.author].id
            session.submit(Command(f"{len(session.records)}", seat, session.number(seat), made.move))
    return sitting


def leeway(party: int) -> Any:
    """What a home makes of a draft in hand."""
    view = view_for(scenario(), course().states[6], party)
    seat = seat_of(view)
    return LeewayScreen(leeway_model(Facts(Wording(say(), view.scenario, party), view, seat)))


def found() -> tuple[Diagnostic, ...]:
    line, name = "  - {on: island.two_after, level: free}", "scenarios/broken-talks/scenario.yaml"
    found = tuple(
        Diagnostic(
            N001, Place(name, at, 10, 16), "There is no issue called island", "did you mean islands?", line
        )
        for at in (12, 47)
    )
    found += (Diagnostic(N001, Place(name), "The file does not end with a line break", "", ""),)
    return found


def _faults() -> Any:
    return TroubleScreen(diagnostics_model(say(), "broken-talks", found()))


def _step(seat: str, **move: Any) -> Step:
    return Step(seat, move, f"The {seat.capitalize()} delegation makes a move.")


WALKED = (
    _step("skerry", kind="decide", decision="s_letter", choice="quietly"),
    _step("lowick", kind="decide", decision="l_first", choice="bank_first"),
    _step("skerry", kind="hold", reason=""),
    _step(
        "lowick",
        kind="propose",
        packages=[{"bank": "season", "light": "skerry_pays"}],
        linked=False,
        ad_referendum=False,
        words="",
    ),
)
"""The first moves of two towns."""


@lru_cache(maxsize=2)
def rehearsed(name: str = "scenarios/two-towns") -> Rehearsed:
    """A table on which an author has moved: through two rounds, with a card taken on either side."""
    loaded = load(ROOT / name)
    assert loaded.scenario is not None
    made = rehearse(say(), loaded.scenario, loaded, WALKED, Luck())
    assert made.stop is None, made.stop
    return made


def corner(page: Page, *, stopped: bool = False, broken: bool = False) -> Any:
    """The instructor's corner of a scenario with faults, at one of its pages."""
    preview = Preview("two-towns", ROOT / "scenarios/two-towns/scenario.yaml", Lookout(()), Luck(), None)
    preview.page, preview.found, preview.is_sound = page, found(), not broken
    preview.sound = Loaded(None, Report(), {})
    if stopped:
        preview.stop = Stop(3, "The Skerry delegation holds.", "It is not your turn.")
        preview.kept = WALKED[:3]
    return CornerScreen(corner_model(say(), preview, rehearsed().game, Keymap()))


@lru_cache(maxsize=1)
def class_file() -> ClassFile:
    """The class file that comes with the game."""
    found = read_class_file(example_file(), Report(), known())
    assert found is not None
    return found


def at_class(moves: int = 0) -> tuple[Session, TableClock]:
    """A table of a class whose turn is over, after some moves of the second reading of history."""
    found = scenario()
    placed = Placed("Table 7", (("Head", "Note-taker"), ("Head", "Adviser", "Scribe")), Timing(4, 40))
    seats = tuple(
        (party.id, Sitter(name=name)) for party, name in zip(found.parties, ("Bears", "Cranes"), strict=True)
    )
    header = Header(found.id, (), found.fingerprint, seats, 1, False, placed=placed)
    session = Session.following(found, header, course().moves[:moves])
    times = iter((0.0, *(25.0 * n for n in range(1, 100))))
    clock = TableClock(session, placed.clock, persons=(0, 1), now_s=lambda: next(times))
    for _ in range(9):
        clock.tick()
    return session, clock


def class_strip() -> ClassStripModel:
    """The strip over a table of a class."""
    session, clock = at_class(1)
    return class_strip_model(say(), Keymap(), session, 1, clock)


def wall(moves: int) -> Any:
    """What both sides know after some moves."""
    session, clock = at_class(moves)
    back = Control("back", say()("project.back"), Back())
    course_so_far = replay(session.scenario, session.mainline)
    told = standing(say(), clock)
    return WallScreen(wall_model(say(), session.scenario, session.header, course_so_far, back, told))


def strip() -> StripModel:
    """The strip over the table of an author whose line of play has stopped."""
    preview = Preview("two-towns", ROOT / "scenarios/two-towns/scenario.yaml", Lookout(()), Luck(), None)
    preview.is_sound, preview.kept = True, WALKED
    preview.stop = Stop(12, "The Skerry delegation holds.", "It is not your turn.")
    return strip_model(say(), preview, scenario(), 0, Keymap())


PORTS = Shelved("ports", 1_795_000_000, "Two Ports", round="The envoys", slot="3 March", moves=3)
SHELF = (
    Shelved(
        "the-deletion-japan",
        1_795_132_800,
        "The Deletion",
        persons=("Japan",),
        chairs=("japan",),
        opponent="Khrushchev",
        round="Moscow, 16-19 October 1956",
        slot="17 October, evening",
        moves=14,
    ),
    replace(PORTS, name="both", persons=("Vale", "Tarn"), over=True),
    replace(PORTS, name="witness", persons=("Vale", "Tarn"), line="explore: ending another_paper"),
    replace(PORTS, name="torn", persons=("Vale",), opponent="Linear", fault="line 5 was cut"),
    Shelved("odd", 1_794_800_000, fault="odd.negotiation.jsonl is no save"),
)
"""Saves of every kind."""


SCREENS: dict[str, Callable[[], Any]] = {
    "title": lambda: TitleScreen(
        title_model(
            say(),
            last=in_a_line(say(), SHELF[0]),
            warning="The folder of the saves cannot be written.",
            history="the-deletion",
        )
    ),
    "new_game": lambda: NewGameScreen(
        new_game_model(say(), _offered(), NewGame("the-deletion", (1,), more=True, others=True))
    ),
    "briefing": _briefing,
    "planning": lambda: PlanningScreen(planning_model(facts(0, Plan(most=2, first=2, give=1)))),
    "signing": lambda: SigningScreen(signing_model(facts(_before_signing()))),
    "signing_nothing": lambda: SigningScreen(signing_model(facts(0))),
    "signing_empty": lambda: SigningScreen(
        replace(signing_model(facts(0)), articles=(), empty="Nothing is agreed. The table is empty.")
    ),
    "ratification": lambda: RatificationScreen(ratification_model(say(), scenario(), course().final, 5)),
    **{f"debrief_{step.value}": (lambda step=step: _debrief(step)) for step in StepKind},
    "declare": lambda: DeclareScreen(declare_model(say(), _offered(), scenario(), changed(), "9")),
    "load": lambda: LoadScreen(load_model(say(), "saves", SHELF, "The save cannot be opened.", older=3)),
    "replay": lambda: ReplayScreen(replay_model(say(), tape(None, 6))),
    "replay_opening": lambda: ReplayScreen(replay_model(say(), tape(None, 0))),
    "replay_seat": lambda: ReplayScreen(replay_model(say(), tape(1, 9))),
    "replay_end": lambda: ReplayScreen(replay_model(say(), tape(0, 99))),
    "watch": lambda: WatchScreen(watch_model(watched(7))),
    "seating": lambda: SeatingScreen(seating_model(say(), seated(say(), class_file(), 7))),
    "wall": lambda: wall(9),
    "leeway_japan": lambda: leeway(1),
    "leeway_ussr": lambda: leeway(0),
    "new_game_watch": lambda: NewGameScreen(
        new_game_model(say(), _offered(), NewGame("the-deletion", (), watch=True, others=True))
    ),
    "settings": lambda: SettingsScreen(
        settings_model(
            say(), Settings(contrast=True), "settings.json", ("en", "de", "ja", "pt-BR", "ru"), scenario()
        )
    ),
    "keys": lambda: KeysScreen(
        keys_model(say(), Keymap((("undo", "ctrl+shift+f9"),)), "", "", "settings.json")
    ),
    "credits": lambda: CreditsScreen(credits_model(say(), (ROOT / "assets/CREDITS.md").read_text("utf-8"))),
    "corner_faults": lambda: corner(Page.FAULTS, broken=True),
    "corner_diagram": lambda: corner(Page.DIAGRAM),
    "corner_state": lambda: corner(Page.STATE, stopped=True),
    "trouble_scenario": _faults,
    "trouble_folder": lambda: TroubleScreen(
        folder_model(say(), "The folder of the saves cannot be written.", "elsewhere")
    ),
}
"""Every screen of this part by a name, with what makes it."""


@lru_cache(maxsize=64)
def screen(name: str, language: str = "en") -> Any:
    """Return a screen, in English or with every sentence of its model in the pseudo-language."""
    made = SCREENS[name]()
    return made if language == "en" else type(made)(in_pseudo(made.model))


def in_pseudo(value: Any) -> Any:
    """Return a model with all that is read aloud or shown put into the pseudo-language."""
    if isinstance(value, str):
        return pseudo(value)
    if isinstance(value, tuple):
        return tuple(in_pseudo(each) for each in value)
    if (
        is_dataclass(value)
        and not isinstance(value, type)
        and type(value).__module__.startswith("game.ui.screens")
    ):
        told = {
            each.name: in_pseudo(getattr(value, each.name))
            for each in fields(value)
            if each.name not in QUIET
        }
        return replace(value, **told)
    return value
