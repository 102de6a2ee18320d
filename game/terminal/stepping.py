"""`replay`: a game stepped through forwards and backwards, position by position."""

from dataclasses import dataclass

from game import places
from game.content.suggest import closest
from game.desk.assignments import number_typed
from game.desk.finding import (
    Trouble,
    excerpt_called,
    line_called,
    save_called,
    scenario_called,
    seat_called,
    shown,
)
from game.desk.forking import fork_save
from game.desk.plan_called import plan_called
from game.desk.positions import (
    Position,
    Reel,
    reel_of_excerpt,
    reel_of_line,
    reel_of_plan,
    reel_of_save,
)
from game.session.saves import Save
from game.terminal.console import Leave
from game.terminal.play import typed
from game.terminal.world import DONE, NO, World

_OTHER_WORDS = {
    "": "next", "n": "next", "forward": "next", "on": "next", "b": "back", "previous": "back", "p": "back",
    "g": "go", "exit": "quit", "q": "quit", "start": "first", "end": "last", "?": "help", "h": "help",
}  # fmt: skip
_WORDS = ("next", "back", "go", "first", "last", "all", "fork", "help", "quit")


def replayed(world: World, name: str, *, seat: str, line: str, plan: str, at: int | None, whole: bool) -> int:
    """Step through a saved game, an excerpt, a documented line or a plan; exit 1 where the save is damaged.

    Args:
        seat: the party for whose seat it is told, "" for all that there is.
        line: the documented line; then `name` is a scenario. "" for none.
        plan: the plan of an author; then `name` is a scenario. "" for none.
        at: the position to begin at, the opening by default.
        whole: tell all of it without stopping.
    """
    reel, save = _found(world, name, seat, line, plan)
    place = 0 if at is None else at
    if not 0 <= place <= reel.last:
        raise Trouble(world.say("error.no_position", n=place, last=reel.last))
    _head(world, reel)
    steps = _Steps(world, reel, save)
    if whole:
        steps.rest(place)
    else:
        steps.walk(place)
    if reel.damage:
        world.console.line(reel.damage)
    return NO if reel.damage else DONE


def _found(world: World, name: str, seat: str, line: str, plan: str) -> tuple[Reel, Save | None]:
    say = world.say
    if line or plan:
        scenario, loaded = scenario_called(say, name)
        party = seat_called(say, scenario, seat) if seat else None
        if line:
            return reel_of_line(say, scenario, line_called(say, scenario, line), party), None
        play = plan_called(say, loaded, plan)
        return reel_of_plan(say, scenario, play.moves, play.title, party), None
    excerpt = excerpt_called(say, name)
    if excerpt is not None:
        if seat and seat.casefold() not in (excerpt.seat.casefold(), excerpt.name.casefold()):
            raise Trouble(say("error.other_seat", word=seat, seat=excerpt.seat))
        return reel_of_excerpt(excerpt), None
    save = save_called(say, name, world.saves)
    party = seat_called(say, save.scenario, seat) if seat else None
    return reel_of_save(say, save, party), save


def _head(world: World, reel: Reel) -> None:
    say, console = world.say, world.console
    console.line(say("replay.head", title=reel.title, n=reel.last))
    console.line(say("replay.whose", party=reel.whose) if reel.whose else say("replay.everything"))


@dataclass(slots=True)
class _Steps:
    """A person who steps through a game."""

    world: World
    reel: Reel
    save: Save | None  # where it can be forked from

    def walk(self, place: int) -> None:
        """Show positions as they are asked for, until the person leaves."""
        say, console = self.world.say, self.world.console
        console.line(say("replay.keys"))
        self._show(place)
        while True:
            try:
                typed = console.ask(say("replay.prompt", number=place, last=self.reel.last))
            except Leave:
                return
            after = self._done(typed, place)
            if after is None:
                return
            place = after

    def rest(self, place: int) -> None:
        """Tell everything from a position on, without the boards between."""
        for position in self.reel.positions[place:]:
            self._tell(position)
        if not self.reel.is_over:
            self.world.console.line(self.world.say("replay.unfinished"))

    def _done(self, typed: str, place: int) -> int | None:
        """Do what was typed; return the position to stand at, None to leave."""
        say, console, last = self.world.say, self.world.console, self.reel.last
        word, _, more = typed.partition(" ")
        word = _OTHER_WORDS.get(word.casefold(), word.casefold())
        if number_typed(word) is not None:
            word, more = "go", word
        match word:
            case "quit":
                return None
            case "next" | "back" | "first" | "last":
                target = {"next": place + 1, "back": place - 1, "first": 0, "last": last}[word]
                if target > last or target < 0:
                    console.line(say("replay.last" if target > last else "replay.first"))
                    return place
                self._show(target)
                return target
            case "go":
                wanted = number_typed(more.strip())
                if wanted is None or wanted > last:
                    console.line(say("replay.which", last=last))
                    return place
                self._show(wanted)
                return wanted
            case "all" if place < last:
                self.rest(place + 1)
                return last
            case "all":
                console.line(say("replay.last"))
                return last
            case "fork":
                self._fork(place, more.strip())
                return place
            case "help":
                console.line(say("replay.help"))
                return place
        near = closest(word, _WORDS)
        key = "problem.no_command_near" if near else "problem.no_command"
        console.line(say(key, word=typed[:40], nearest=near))
        return place

    def _show(self, place: int) -> None:
        console, position = self.world.console, self.reel.positions[place]
        console.line()
        self._tell(position)
        console.line(self.world.say("replay.now"))
        console.lines(position.board, indent=2)

    def _tell(self, position: Position) -> None:
        say, console = self.world.say, self.world.console
        if not position.number:
            console.line(say("replay.opening"))
        elif position.move:
            console.line(say("replay.position", number=position.number, move=position.move))
        else:
            console.line(say("replay.seat_position", number=position.number))
        console.lines(position.told, indent=2)
        if position.note:
            console.line(position.note, indent=2)

    def _fork(self, place: int, name: str) -> None:
        say, console, step = self.world.say, self.world.console, self.reel.positions[place].step
        if self.save is None or step is None:
            console.line(say("replay.no_fork", program=places.program()))
            return
        try:
            path = fork_save(say, self.save, step, name=name, folder=self.world.saves(), wall=self.world.wall)
        except Trouble as trouble:
            console.line(str(trouble))
            return
        console.line(say("fork.made", n=step, where=shown(path)))
        console.raw(typed(say, "play.resume_command", shown(path)))
