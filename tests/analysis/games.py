"""Short games of the scenario of `tests.rules.drafting`, with something to do besides offering."""

from dataclasses import replace

from game.rules.apply import open_negotiation
from game.rules.expressions import Comparison, Expression, IssueCompare, constant
from game.rules.moves import Move
from game.rules.package import Package
from game.rules.scenario import Action, ActionKind, Document, Level, Order, Scenario, Term
from game.rules.state import State
from game.rules.transcript import Made, Replay, replay
from tests.rules.drafting import DUES, FERRY, GUESS, scenario

VALE, TARN = 0, 1
WHY, SOUND, CITE, COUNTER, HOME_ASKED, ALONE = range(6)


def moment(base: Scenario) -> State:
    """Return the first turn, nothing on the table."""
    return open_negotiation(base).state


def _action(id: str, kind: ActionKind, document: int | None = None, counters: int | None = None) -> Action:
    table = kind in (ActionKind.ASK_WHY, ActionKind.CITE)
    return Action(
        id, id, (True, True), kind, table, None, "", 0, 0, document, counters, (), "", "", "", 0, "ACC"
    )


def _document(id: str) -> Document:
    return Document(id, id, "1931", "", (True, True), FERRY, VALE, 2, "ACC", "attested")


def lively() -> Scenario:
    """Vale must ask before it lets a ferry cross every day; its board is against waived dues.

    The orders of Tarn are free. Both boards start at 8 of 10 and carry at 7.
    """
    daily = Expression.of("ferry == daily", IssueCompare(FERRY, Comparison.EQ, 2))
    waived = Expression.of("dues == waived", IssueCompare(DUES, Comparison.EQ, 3))
    base = scenario(agreed=(-1, -1, -1, 1, 1, 1, 1))
    board = replace(base.constituencies[0], terms=(Term(constant(-6), waived, "unpaid quay", GUESS),))
    return replace(
        base,
        actions=(
            _action("why", ActionKind.ASK_WHY),
            _action("sound", ActionKind.SOUND_OUT),
            _action("cite", ActionKind.CITE, document=0),
            _action("counter", ActionKind.CITE, counters=0),
            _action("ask_home", ActionKind.ASK_HOME),
            _action("alone", ActionKind.DECIDE_ALONE),
        ),
        documents=(_document("log"), _document("accord")),
        orders=(Order("v_daily", VALE, FERRY, 2, daily, Level.ASK, "Ask first.", GUESS),),
        constituencies=(board, base.constituencies[1]),
        points=(
            ((40, 25, 0), (0, 0, 0), (40, 25, 20, 0), (0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
            ((0, 25, 40), (0, 0, 0), (0, 25, 20, 40), (0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
        ),
    )


def talk(ferry: int = -1, pilots: int = -1, dues: int = -1) -> Package:
    """Return a package over the three bargained issues."""
    return (ferry, pilots, dues, -1, -1, -1, -1)


def played(base: Scenario, *moves: tuple[int, Move]) -> Replay:
    """Play `moves` and return the game; fail where one is refused."""
    result = replay(base, [Made(author, move) for author, move in moves])
    assert result.error is None, (result.error, moves[len(result.moves)])
    return result
