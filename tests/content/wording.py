"""Names to write expressions with, and a moment to judge them in."""

from types import SimpleNamespace

from game.content.diagnostics import Report
from game.content.expressions import Parsed, amount, condition
from game.content.source import ScalarNode, Source, read_tree
from game.content.vocabulary import Context

NAMES = SimpleNamespace(
    parties={"ussr": 0, "japan": 1},
    meters={"trust": 0, "hurry": 1, "unity": 2},
    flags={"words_offered": 0, "warned": 1},
    issues={"islands": 0, "rest": 1, "form": 2},
    options=(
        {"nothing": 0, "two_after": 1, "two_at_once": 2},
        {"silent": 0, "words": 1, "final": 2},
        {"treaty": 0, "declaration": 1},
    ),
    rounds={"moscow": 0, "vote": 1},
    slots={"october_16": 0, "october_17": 1, "october_30": 2},
    actions={"visit": 0, "cite": 1},
    decisions={"j1": 0, "s1": 1},
    choices=({"take": 0, "leave": 1}, {"both": 0, "one": 1, "none": 2}),
    events={"warsaw": 0},
)

DAYS = ((714_338, 714_339), (714_352,))  # 16, 17 and 30 October 1956, by round and slot


def read_condition(text: str, context: Context = Context.TALKS) -> tuple[Parsed | None, Report]:
    """Read `text` as the value of a field of a file of its own."""
    return _read(text, context, condition)


def read_amount(text: str, context: Context = Context.TALKS) -> tuple[Parsed | None, Report]:
    """Read `text` as the value of a field of a file of its own."""
    return _read(text, context, amount)


def _read(text, context, how):
    report = Report()
    tree = read_tree(Source("x.yaml", f"when: {text}\n"), report)
    node = tree.get("when") if tree is not None else None
    if not isinstance(node, ScalarNode):  # not to be written in YAML without quotes
        node = ScalarNode(text, Source("x.yaml", text).place_of(0, len(text)))
        report = Report()
    return how(node, NAMES, report, context), report


def moment(
    meters=(5, 5, 5),
    flags=(False, False),
    round=0,
    slot=0,
    exchange=0,
    taken=(-1, -1),
    uses=((0, 0), (0, 0)),
    fired=(0,),
    holds=(0, 0),
    signed=(False, False),
    provisional=(-1, -1, -1),
    offers=(None, None),
):
    """The parts of a state that expressions read, and of a scenario."""
    rounds = []
    ordinal = 0
    for days in DAYS:
        slots = []
        for day in days:
            slots.append(SimpleNamespace(date=day, ordinal=ordinal))
            ordinal += 1
        rounds.append(SimpleNamespace(slots=tuple(slots)))
    state = SimpleNamespace(
        meters=meters,
        flags=flags,
        round=round,
        slot=slot,
        exchange=exchange,
        taken=taken,
        uses=uses,
        fired=fired,
        holds=holds,
        signed=signed,
        provisional=provisional,
        offers=offers,
    )
    return state, SimpleNamespace(rounds=tuple(rounds))
