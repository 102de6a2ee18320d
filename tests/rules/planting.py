"""Faults to plant in the rules that are played, to see that the second engine notices them.

A fault swaps a few words of a function for others; as the function stays the same object, all who imported
it play by the fault.
"""

import inspect
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from game.rules import (
    action_legality,
    actions,
    apply,
    calendar,
    draft,
    effects,
    expressions,
    home,
    legality,
    mandate,
    protocol,
    settle,
)
from tests.rules.agreement import Differs, Figures, game
from tests.rules.generating import generated


@dataclass(frozen=True)
class Fault:
    """A rule as somebody might get it wrong."""

    name: str
    function: Callable[..., object]
    words: str  # of the function as it stands
    instead: str
    seed: int = 0  # of a scenario that shows it soon


FAULTS = (
    Fault("meters are not clamped", draft.Draft.set_meter, "max(LEAST, min(MOST, value))", "value", seed=8),
    Fault(
        "offers lapse a meeting late",
        calendar._open_slot,
        "now - offer.slot >= lapse",
        "now - offer.slot > lapse",
        seed=7,
    ),
    Fault("homes answer a meeting late", apply._await_confirmation, ".answers_in", ".answers_in + 1", seed=6),
    Fault(
        "leave comes a meeting late", actions._ask_home, ".asked_answers_in", ".asked_answers_in + 1", seed=7
    ),
    Fault("needs are judged while open", mandate.needs_failed, "if not final and", "if False and"),
    Fault("the quorum must be passed", home.carries, "votes_for >= scenario", "votes_for > scenario"),
    Fault(
        "the gate is passed over",
        home.carries,
        "(item.gate or item.must_not_be_against)",
        "item.must_not_be_against",
        seed=5,
    ),
    Fault("events are scanned once", settle.settle, "moving = _events(", "moving = False and _events("),
    Fault("events are scanned in one pass", settle.settle, "if moving:", "if False:", seed=496),
    Fault("a linked offer is taken in part", legality._accept_refusal, "if offer.linked and", "if False and"),
    Fault("actions take no time", calendar.end_turn, "1 + state.lost", "1"),
    Fault(
        "every delegate stays", calendar._who_stays, "and draft.scenario.delegates[sent].stays", "", seed=12
    ),
    Fault(
        "the instrument reopens nothing",
        mandate.issues_reopened,
        "if title is None or",
        "if True or",
        seed=44,
    ),
    Fault("trust drifts past its mark", calendar._drift, "min(conduct.drift_by, away)", "conduct.drift_by"),
    Fault("an offer is held against the farthest", apply._judge_concession, "max([min([", "max([max(["),
    Fault("a signature weighs with everyone", home.support, "(weight if item.gate else 0)", "weight"),
    Fault(
        "the last way out is taken",
        protocol.next_round,
        "[state.round, trigger]:",
        "[state.round, trigger][::-1]:",
    ),
    Fault(
        "orders broken already are counted",
        mandate.orders_broken,
        "and not when.evaluate(agreed, state, scenario)",
        "",
        seed=3,
    ),
    Fault("a card is put again", effects.put_decision, "if not state.put[decision]", "if True", seed=17),
    Fault(
        "what is disowned leaves the agenda",
        apply._answered,
        "set_agenda(draft, issue, on=True)",
        "pass",
        seed=24,
    ),
    Fault("leave wants more than the threshold", home.would_permit, "< least", "<= least"),
    Fault(
        "the reservation is of the last day",
        calendar._finish,
        "values = state.signed_reservation",
        "pass",
        seed=20,
    ),
    Fault("only who alone could carry it blocks", home._blockers, "return alone or", "return alone and"),
    Fault(
        "an offer is never repeated",
        legality._propose_refusal,
        "standing.changes == state.changes",
        "True",
        seed=3,
    ),
    Fault("a linked offer outlives its terms", apply._accept, "not mine.linked or", "True or", seed=12),
    Fault(
        "an open issue differs", expressions._to_python, "values=[is_open, judged]", "values=[judged, judged]"
    ),
    Fault("events happen again", settle._events, "and not event.repeats", "and False"),
    Fault(
        "sounding wants more trust",
        action_legality._asking_refusal,
        "< scenario.conduct",
        "<= scenario.conduct",
        seed=41,
    ),
    Fault("one order is paid for", actions._decide_alone, "* len(broken)", "", seed=146),
    Fault("a schedule is a meeting late", settle._is_due, "<= slot_ordinal", "< slot_ordinal"),
    Fault("holds run on in a new round", calendar.enter_round, "holds=(0, 0),", ""),
    Fault("an acceptance keeps the signature", apply._accept, "clear_signatures(draft)", "pass", seed=8),
    Fault("a vote is not told", apply._vote, "draft.tell(Voted(result))", "pass"),
    Fault("an offer that lapsed was withdrawn", calendar._open_slot, "lapsed=True", "lapsed=False", seed=7),
    Fault("home opens what it forbade meanwhile", apply._answered, "== Level.ASK", ">= Level.ASK", seed=516),
    Fault("what was signed is broken off", effects._run, "if state.ended is None:", "if True:", seed=530),
    Fault("a meeting for cards ends with a move", calendar.end_turn, "if state.turn == EITHER:", "if False:"),
    Fault(
        "a refused signature costs nothing",
        calendar._finish,
        "values[0] - cost[0].refused_cost",
        "values[0]",
        seed=24,
    ),
)


@contextmanager
def planted(fault: Fault) -> Iterator[None]:
    """Let the rules be wrong in this way for a while."""
    source = textwrap.dedent(inspect.getsource(fault.function))
    if source.count(fault.words) < 1:
        raise LookupError(f"{fault.function.__qualname__} does not say {fault.words!r} any more")
    names: dict[str, object] = {}
    exec(
        compile(source.replace(fault.words, fault.instead), "<planted>", "exec"),
        fault.function.__globals__,
        names,
    )
    right = fault.function.__code__
    fault.function.__code__ = names[fault.function.__name__].__code__  # type: ignore[attr-defined]
    expressions.compiled.cache_clear()
    try:
        yield
    finally:
        fault.function.__code__ = right
        expressions.compiled.cache_clear()


def noticed(fault: Fault, scenarios: int, games: int = 3) -> int | None:
    """Return the seed of the first scenario on which the engines part, None where they never do.

    Without the fault they must not part there.
    """
    for seed in range(fault.seed, fault.seed + scenarios):
        for number in range(seed * 1000, seed * 1000 + games):
            try:
                with planted(fault):
                    game(generated(seed), number, Figures())
            except Differs:
                game(generated(seed), number, Figures())
                return seed
    return None


if __name__ == "__main__":
    for fault in FAULTS:
        print(f"{fault.name}: {noticed(Fault(fault.name, fault.function, fault.words, fault.instead), 400)}")
