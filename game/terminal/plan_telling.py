"""`plan`: a plan of an author told line by line, with what follows by itself and what comes otherwise."""

from pathlib import Path

from game.content.load import SCENARIO_FILE
from game.content.plan import Fix, Make, Plan, Sit
from game.desk.beginning import persona_name
from game.desk.finding import Trouble, scenario_called, shown
from game.desk.plan_playing import PlannedPlay, Step, plan_played
from game.desk.witnesses import keep_line
from game.rules.moves import Inject
from game.rules.scenario import INSTRUCTOR
from game.terminal.world import DONE, NO, World
from game.text.wording import Wording


def plan(world: World, name: str, *, scenario: str, folder: str | None) -> int:
    """Play the plan in a file and tell it; exit 1 unless everything comes as written.

    Args:
        scenario: the one that it is for, "" for the one in whose folder of plans it lies.
        folder: where the line of play is kept as a saved game, None for nowhere.

    Raises:
        Trouble: there is no such plan, or no such scenario.
    """
    say, file = world.say, Path(name)
    if not file.is_file():
        raise Trouble(say("error.no_plan", name=name))
    home = file.absolute().parent.parent / SCENARIO_FILE
    if not scenario and not home.is_file():
        raise Trouble(say("error.plan_of_nothing", name=name))
    meant, loaded = scenario_called(say, scenario or shown(home))
    before = len(loaded.report)
    play = plan_played(meant, file, loaded.report)
    if play.plan is not None:
        _tell(world, Wording(say, meant, None), play.plan, play)
    for each in loaded.report:
        if each.place.file == play.file:
            for line in each.render().splitlines():
                world.console.raw(line)
    if folder is not None:
        called = (f"{meant.id} {file.stem}", say("plan_file.origin", name=file.name))
        kept = keep_line(say, loaded, play.moves, Path(folder), called, world.wall)
        world.console.line(say("export.written", where=shown(Path(folder) / kept)))
    return DONE if len(loaded.report) == before else NO


def _tell(world: World, wording: Wording, plan: Plan, play: PlannedPlay) -> None:
    """Write what came of each line, and below a line what followed by itself."""
    say, console = world.say, world.console
    if plan.title:
        console.line(plan.title)
    for made in play.before:
        console.line(wording.move(made.author, made.move), indent=5)
    for step in play.steps:
        console.line(say("plan_file.line", number=step.line.place.line, told=_told(wording, step)))
        for made in step.moves if isinstance(step.line.says, Sit) else step.moves[1:]:
            console.line(wording.move(made.author, made.move), indent=5)
    left = len(plan.lines) - len(play.steps)
    if left:
        console.line(say("plan_file.left", n=left))
    elif play.is_as_written:
        console.line(say("plan_file.as_written", n=plan.expectations))


def _told(wording: Wording, step: Step) -> str:
    """Return a line in a sentence: the move and what became of it, or what was expected."""
    says, say = step.line.says, wording.say
    match says:
        case Make(party, move) if step.refused is not None:
            return say("plan_file.refused", move=wording.move(party, move), why=step.refused.why.value)
        case Make(party, move):
            return wording.move(party, move)
        case Inject():
            return wording.move(INSTRUCTOR, says)
        case Fix(event, outcome):
            item = wording.scenario.events[event]
            return say("plan_file.fixed", event=item.label, outcome=item.outcomes[outcome].id)
        case Sit(party, persona):
            who = wording.scenario.parties[party].name
            return say("plan_file.sits", party=who, persona=persona_name(say, wording.scenario, persona))
        case _:
            return say("plan_file.met" if step.is_met else "plan_file.unmet", what=step.line.text)
