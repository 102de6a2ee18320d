"""The new game: which talks, whose chair, who sits opposite, and under "more" the seed and chance."""

from dataclasses import dataclass, replace

from game.ai.registry import PARTNERS, bots_for
from game.desk.beginning import persona_about, persona_name
from game.rules.reasons import Reasoned, counted, stated
from game.rules.scenario import Level, Scenario
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.replay_wishes import ChooseBot, Pace, SetPace, ShowHistory
from game.ui.screens.parts import Control, Field
from game.ui.wishes import (
    Back,
    Begin,
    ChooseOpponent,
    ChooseScenario,
    ChooseSide,
    SetChance,
    ShowMore,
    ShowOthers,
    WriteSeed,
)


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario that may be chosen; a broken one opens its diagnostics."""

    control: Control
    when: str  # place and dates, "" where the file has errors
    minutes: str


@dataclass(frozen=True, slots=True)
class Chair:
    """A delegation that may be taken, or both of them."""

    control: Control
    flags: tuple[str, ...]  # ids of parties
    who: str  # who sits there
    hard: str  # what is hard about it


@dataclass(frozen=True, slots=True)
class Opponents:
    """Some of those who may sit opposite."""

    heading: str
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class NewGameModel:
    """The screen of the new game."""

    title: str
    scenario_heading: str
    scenarios: tuple[ScenarioCard, ...]
    pitch: str  # what the player is in for
    has_map: bool  # the talks are about the islands of the map
    side_heading: str
    chairs: tuple[Chair, ...]  # each party, then both at one screen
    opponent_heading: str
    opponents: tuple[Opponents, ...]  # in hot seat none
    hot_seat: tuple[str, ...]  # how it goes where both chairs are taken, step by step
    paces: tuple[Control, ...]  # where two bots are watched
    pace_heading: str
    history: Control | None  # the documented course of the chosen talks
    others: Control | None  # opens and folds the plain partners
    more: Control
    seed: Field | None  # where "more" is open
    chance: Control | None
    begin: Control
    back: Control


@dataclass(frozen=True, slots=True)
class Offered:
    """A scenario that is there to be chosen; without one where its file has errors."""

    name: str
    scenario: Scenario | None


@dataclass(frozen=True, slots=True)
class NewGame:
    """The new game as it is put together."""

    name: str = ""  # of the scenario
    persons: tuple[int, ...] = ()  # the parties that persons play; none before the screen is opened
    watch: bool = False  # none, on purpose: two bots play
    bots: tuple[str, str] = ("", "")  # who plays each party then, "" for the first that may
    pace: Pace = Pace.SLOW
    against: str = ""  # "" for the first that may sit there
    others: bool = False  # the plain partners are shown
    more: bool = False
    seed: str = ""
    chance_on: bool = True


def new_game_model(say: Catalogue, offered: tuple[Offered, ...], made: NewGame) -> NewGameModel:
    """Return the screen of the new game."""
    scenario = next((each.scenario for each in offered if each.name == made.name), None)
    ready = scenario is not None and (not made.seed or is_seed(made.seed))
    opposite = _opposite(say, scenario, made) if scenario is not None else ()
    return NewGameModel(
        title=say("ui.new.title"),
        scenario_heading=say("ui.new.scenario"),
        scenarios=tuple(_card(say, each, made) for each in offered),
        pitch=" ".join(scenario.summary.split()) if scenario is not None else "",
        has_map=scenario is not None and {each.id for each in scenario.parties} == ON_THE_MAP,
        side_heading=say("ui.new.side"),
        chairs=_chairs(say, scenario, made) if scenario is not None else (),
        opponent_heading=say("ui.new.players" if made.watch else "ui.new.opponent"),
        opponents=opposite,
        hot_seat=tuple(say(f"ui.new.hot_seat.{step}") for step in ("who", "brief", "turns", "end"))
        if len(made.persons) > 1
        else (),
        paces=_paces(say, made) if made.watch else (),
        pace_heading=say("ui.watch.pace"),
        history=_history(say, scenario, made),
        others=_others(say, scenario, made) if scenario is not None else None,
        more=Control("more", say("ui.new.more"), ShowMore(), on=made.more, does=say("ui.new.more_does")),
        seed=Field("seed", say("ui.new.seed"), made.seed, WriteSeed, SEED_SIGNS) if made.more else None,
        chance=Control(
            "chance",
            say("ui.new.chance"),
            SetChance(not made.chance_on),
            on=made.chance_on,
            does=say("ui.new.chance_does"),
        )
        if made.more
        else None,
        begin=Control(
            "begin",
            say("ui.new.begin"),
            Begin(),
            enabled=ready,
            reason="" if ready else say("ui.new.bad_seed" if scenario is not None else "ui.new.choose"),
            does=say("ui.new.begin_watch" if made.watch else "ui.new.begin_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


ON_THE_MAP = {"ussr", "japan"}
"""The parties whose talks are about the islands of the map."""

SEED_SIGNS = 9


def is_seed(text: str) -> bool:
    """Say whether what was typed can be a seed."""
    return text.isascii() and text.isdigit() and len(text) <= SEED_SIGNS


def _card(say: Catalogue, each: Offered, made: NewGame) -> ScenarioCard:
    scenario = each.scenario
    title = scenario.title if scenario is not None else each.name
    summary = " ".join(scenario.summary.split()) if scenario is not None else say("ui.new.broken")
    return ScenarioCard(
        Control(
            f"scenario:{each.name}",
            title,
            ChooseScenario(each.name),
            on=each.name == made.name,
            does=summary,
            reasons=(stated("minutes", scenario.minutes),) if scenario else (),
        ),
        scenario.rounds[scenario.opening.round].title if scenario else "",
        say("play.minutes", n=scenario.minutes) if scenario else say("ui.new.broken"),
    )


def _chairs(say: Catalogue, scenario: Scenario, made: NewGame) -> tuple[Chair, ...]:
    found = [
        Chair(
            Control(
                f"side:{party.id}",
                capital(party.name),
                ChooseSide((index,)),
                on=made.persons == (index,),
                does=say("ui.new.side_does", party=party.name),
                reasons=bound_reasoned(scenario, index),
            ),
            (party.id,),
            party.delegation,
            _hard(say, scenario, index),
        )
        for index, party in enumerate(scenario.parties)
    ]
    both = Control(
        "side:both",
        say("ui.new.both"),
        ChooseSide((0, 1)),
        on=len(made.persons) > 1,
        does=say("ui.new.both_does"),
    )
    watch = Control(
        "side:watch", say("ui.new.watch"), ChooseSide(()), on=made.watch, does=say("ui.new.watch_does")
    )
    return (
        *found,
        Chair(both, (), "", say("ui.new.both_does")),
        Chair(watch, (), "", say("ui.new.watch_does")),
    )


def _paces(say: Catalogue, made: NewGame) -> tuple[Control, ...]:
    return tuple(
        Control(
            f"pace:{pace.value}",
            say(f"ui.watch.{pace.value}"),
            SetPace(pace),
            on=pace is made.pace,
            does=say(f"ui.watch.{pace.value}_does"),
        )
        for pace in Pace
    )


def _history(say: Catalogue, scenario: Scenario | None, made: NewGame) -> Control | None:
    if scenario is None or not scenario.history:
        return None
    does = say("ui.replay.history_does")
    return Control("history", say("ui.replay.history"), ShowHistory(made.name), does=does)


def bound_reasoned(scenario: Scenario, party: int) -> tuple[Reasoned, Reasoned]:
    """Return how many orders bind a party at the opening, and how many of them cannot be widened."""
    levels = {index: order.level for index, order in enumerate(scenario.orders) if order.party == party}
    bound = tuple(index for index, level in levels.items() if level is not Level.FREE)
    never = tuple(index for index in bound if levels[index] is Level.NEVER)
    return counted("bound", "order", bound), counted("never", "order", never)


def _hard(say: Catalogue, scenario: Scenario, party: int) -> str:
    """Return what binds a delegation: its home, its orders, and how it may go beyond them."""
    bound, never = (each.value for each in bound_reasoned(scenario, party))
    told = [say("ui.new.home", body=scenario.homes[party].body)]
    if bound:
        told.append(say("ui.new.orders", n=bound))
        told += [say("ui.new.orders_never", n=never)] if never else []
    if bound > never:
        alone = scenario.rounds[scenario.opening.round].delegations[party].alone
        told.append(say("ui.new.alone" if alone else "ui.new.leave", home=scenario.homes[party].name))
    return " ".join(told)


def chair_of_bot(made: NewGame) -> int | None:
    """Return the chair in which a bot sits, None in hot seat."""
    return 1 - made.persons[0] if len(made.persons) == 1 else None


def _others(say: Catalogue, scenario: Scenario, made: NewGame) -> Control | None:
    """Return what opens the plain partners, None where nobody else is there or one of them sits opposite."""
    chosen = made.bots if made.watch else (made.against,)
    if not made.watch and chair_of_bot(made) is None:
        return None
    if not scenario.personas or set(chosen) & set(PARTNERS):
        return None
    return Control(
        "others", say("ui.new.others"), ShowOthers(), on=made.others, does=say("ui.new.others_does")
    )


def _opposite(say: Catalogue, scenario: Scenario, made: NewGame) -> tuple[Opponents, ...]:
    """Return those who may sit opposite: from history, from the textbook, then the plain partners."""
    if made.watch:
        return tuple(_for_chair(say, scenario, made, party) for party in (0, 1))
    chair = chair_of_bot(made)
    if chair is None:
        return ()
    known = bots_for(scenario, chair)
    chosen = made.against if made.against in known else known[0] if known else ""
    historical = {persona.id for persona in scenario.personas if persona.historical}
    own = {persona.id for persona in scenario.personas}
    groups = [
        ("ui.new.from_history", [id for id in known if id in historical]),
        ("ui.new.from_textbook", [id for id in known if id in own - historical]),
    ]
    if made.others or _others(say, scenario, made) is None:
        groups.append(("ui.new.plain_partners", [id for id in known if id not in own]))
    return tuple(
        Opponents(say(heading), tuple(_opponent(say, scenario, id, chosen) for id in ids))
        for heading, ids in groups
        if ids
    )


def _for_chair(say: Catalogue, scenario: Scenario, made: NewGame, party: int) -> Opponents:
    """Return who may play a party of a game that is watched."""
    known = bots_for(scenario, party)
    chosen = made.bots[party] if made.bots[party] in known else known[0] if known else ""
    own = {persona.id for persona in scenario.personas}
    plain = made.others or _others(say, scenario, made) is None
    controls = []
    for id in known:
        if id in own or plain:
            one = _opponent(say, scenario, id, chosen)
            controls.append(replace(one, id=f"bot:{party}:{id}", wish=ChooseBot(party, id)))
    return Opponents(say("ui.new.for_chair", party=scenario.parties[party].name), tuple(controls))


def _opponent(say: Catalogue, scenario: Scenario, id: str, chosen: str) -> Control:
    about = " ".join(persona_about(scenario, id).split())
    return Control(
        f"opponent:{id}",
        capital(persona_name(say, scenario, id)),
        ChooseOpponent(id),
        note=about or say(f"ui.new.partner.{id}"),
        on=id == chosen,
    )
