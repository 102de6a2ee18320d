"""The commands of the program: each prints what was asked for and returns the exit code.

`check`, `watch`, `replay`, `fork`, `export` and `graph` have files of their own beside this one.
"""

from collections.abc import Sequence

from game.desk.assignments import Problem, read_package
from game.desk.beginning import Wish, begin, persona_about, persona_name, resume
from game.desk.finding import (
    Trouble,
    line_called,
    save_called,
    scenario_called,
    side_called,
)
from game.desk.keeping import keep_declared
from game.desk.lines import declare_lines, history_lines
from game.desk.local import LocalGame
from game.rules.apply import open_negotiation
from game.rules.package import OPEN, empty, merged
from game.rules.scenario import Scenario
from game.session.faults import Damage
from game.session.saves import Save
from game.terminal.play import play
from game.terminal.watching import watch_on
from game.terminal.world import DONE, NO, World
from game.text.wording import Wording


def play_new(world: World, name: str, *, side: str, against: str, seed: int | None, chance_on: bool) -> int:
    """Begin a game and play it."""
    say, console = world.say, world.console
    scenario, loaded = scenario_called(say, name)
    summary = " ".join(scenario.summary.split())
    console.line(say("play.head", title=scenario.title, summary=summary))
    console.line(say("play.minutes", n=scenario.minutes))
    persons = side_called(say, scenario, side) if side else _asked_side(world, scenario)
    wish = Wish(persons, against, world.seed if seed is None else seed, chance_on, world.saves(), world.wall)
    game = begin(say, scenario, loaded, wish)
    for _, sitter in game.session.header.seats:
        if not sitter.is_person:
            about = " ".join(persona_about(scenario, sitter.persona).split())
            against_name = persona_name(say, scenario, sitter.persona)
            console.line(say("play.against", name=against_name, about=about))
    console.line(say("play.seed", seed=wish.seed))
    console.line(say("save.already", where=game.where_saved()))
    console.line(say("play.saved_in_clear"))
    return played(world, game, resumed=False)


def play_on(world: World, name: str) -> int:
    """Take up a saved game and play it."""
    save = save_called(world.say, name, world.saves)
    game = resume(save, world.say, world.wall)
    _damage(world, game.session.damage)
    if _nobody_plays(save):
        return watch_on(world, game)
    return played(world, game, resumed=True)


def is_watched(world: World, name: str) -> bool:
    """Say whether a saved game has nobody to play it: two bots do, and it is told and not played."""
    return _nobody_plays(save_called(world.say, name, world.saves))


def _nobody_plays(save: Save) -> bool:
    return not any(sitter.is_person for _, sitter in save.header.seats)


def played(world: World, game: LocalGame, *, resumed: bool) -> int:
    """Let a game be played until it is over or left."""
    try:
        play(world.console, game, world.say, resumed=resumed)
    except Exception as unexpected:
        # Told here and not above, where nobody knows what was being played.
        unexpected.add_note(world.say("error.unexpected_saved", where=game.where_saved()))
        raise
    finally:
        game.session.close()
    return DONE


def _asked_side(world: World, scenario: Scenario) -> tuple[int, ...]:
    """Ask which chair; leaving the question ends the program politely."""
    say, console = world.say, world.console
    console.line(say("play.chairs"))
    for number, party in enumerate(scenario.parties, start=1):
        console.line(say("play.chair", number=number, party=party.name, delegation=party.delegation))
    console.line(say("play.both", number=3))
    while True:
        typed = console.ask(say("play.chair_prompt", n=3))
        if typed == "3":
            return (0, 1)
        if not typed:
            continue
        try:
            return side_called(say, scenario, typed)
        except Trouble:
            console.line(say("problem.number", n=3))


def history(world: World, name: str, line: str) -> int:
    """Replay a documented line and print its verdicts; exit 1 unless every article is the same."""
    scenario, _ = scenario_called(world.say, name)
    lines, same = history_lines(Wording(world.say, scenario, None), line_called(world.say, scenario, line))
    world.console.lines(lines)
    return DONE if same else NO


def declare(world: World, name: str, options: Sequence[str], source: str, *, keep: str | None = None) -> int:
    """Print the concordance of a package, what was assumed first; exit 1 where it does not hold together.

    Args:
        keep: the name of the team under which it is kept beside the saves, None for nowhere.
    """
    say = world.say
    scenario, _ = scenario_called(say, name)
    if scenario.declaration is None:
        raise Trouble(say("error.no_declaration", name=scenario.id))
    package = read_package(say, scenario, options)
    if isinstance(package, Problem):
        raise Trouble(say("error.bad_option", problem=package.sentence))
    base = {
        "history": scenario.historical_package(),
        "opening": scenario.opening.agreed,
        "nothing": empty(len(scenario.issues)),
    }[source]
    whole = merged(base, package)
    named = {issue for issue, option in enumerate(package) if option != OPEN}
    assumed = [
        issue
        for issue in range(len(scenario.issues))
        if issue not in named and (source == "nothing" or whole[issue] != OPEN)
    ]
    opening = open_negotiation(scenario).state
    lines, holds = declare_lines(Wording(say, scenario, None), opening, whole, assumed, source)
    world.console.lines(lines)
    if keep is not None:
        world.console.line(keep_declared(say, world.saves(), scenario, keep, whole))
    return DONE if holds else NO


def _damage(world: World, damage: Damage | None) -> None:
    if damage is not None:
        world.console.line(str(damage))
