"""What an exploration finds is a saved game: it opens in the window, where the line of play ends."""

from itertools import count
from pathlib import Path

from game.analysis.explore import explore
from game.analysis.things import Kind
from game.content.load import load
from game.desk.witnesses import keep_witnesses
from game.session.names import SUFFIX
from game.ui.wishes import LoadGame, Screen
from tests.conftest import PORTS
from tests.ui.windows import SAY, Person


def test_witnesses_open_in_the_window(tmp_path: Path) -> None:
    loaded = load(PORTS)
    assert loaded.scenario is not None
    ticks = count()
    found = explore(loaded.scenario, 0.1, lambda: next(ticks) / 1000)
    kept = keep_witnesses(SAY, loaded, found, tmp_path / "saves", lambda: "2026-01-01T00:00:00")
    assert len(kept) == len(found.lines) > 30
    lines = {line.thing: line for line in found.lines}
    endings = {thing for thing in kept if thing.kind is Kind.ENDING}
    assert endings
    for thing, name in list(kept.items())[::8]:
        person = Person(tmp_path)
        person.do("go:load", LoadGame(name.removesuffix(SUFFIX)))
        over = thing in endings
        shown = {Screen.RATIFICATION, Screen.DEBRIEF} if over else set(Screen) - {Screen.LOAD}
        assert person.flow.screen in shown, name
        records = person.flow.sitting.game.session.records
        moves = [each.move for each in lines[thing].moves]  # chance goes on by itself
        assert [each.move for each in records][: len(moves)] == moves
        person.flow.close()
