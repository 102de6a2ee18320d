"""What effects do to what an outline keeps, as steps of its commands."""

from collections.abc import Iterator

from game.analysis.folding import PENDING, SCHEDULED
from game.analysis.formula import Formula, Var, below, both, most, negated, plus
from game.analysis.outline import Alternative, Step
from game.analysis.outlook import Outlook, clamped
from game.rules.expressions import Expression
from game.rules.home import MOST
from game.rules.scenario import (
    Add,
    Effect,
    EndTalks,
    Instruct,
    PutDecision,
    Schedule,
    SetFlag,
    SetMeter,
)


def steps_of(look: Outlook, effects: tuple[Effect, ...]) -> tuple[Step, ...]:
    """Return what `effects` may do, one after the other."""
    return tuple(step for effect in effects for step in _effect(look, effect))


def _effect(look: Outlook, effect: Effect) -> Iterator[Step]:
    """Yield what an effect may do to what is kept: nothing where its condition may fail."""
    low, high = look.bounds(effect.when)
    skips = (Alternative(negated(low)),) if low != 1 else ()
    does = tuple(each for each in _does(look, effect, high) if each.when != 0)
    if does:
        yield (*does, *skips)


def _does(look: Outlook, effect: Effect, may: Formula) -> Iterator[Alternative]:
    match effect:
        case Add(meter, amount) if meter in look.kept.meters:
            yield from _moved(look, look.kept.meters[meter], amount, may, Var(look.kept.meters[meter]))
        case SetMeter(meter, amount) if meter in look.kept.meters:
            yield from _moved(look, look.kept.meters[meter], amount, may, 0)
        case SetFlag(flag, value) if flag in look.kept.flags:
            yield Alternative(may, look.kept.flags[flag], int(value))
        case Instruct(order, level) if order in look.kept.orders:
            yield Alternative(may, look.kept.orders[order], int(level))
        case PutDecision(decision) if decision in look.kept.decisions:
            place = look.kept.decisions[decision]
            yield Alternative(may, place, most(Var(place), PENDING))
        case Schedule(event) if event in look.kept.events:
            place = look.kept.events[event]
            yield Alternative(may, place, most(Var(place), SCHEDULED))
        case EndTalks() if look.kept.breaking >= 0:
            yield Alternative(may, look.kept.breaking, 1)
        case _:
            return  # it changes nothing that is kept


def _moved(
    look: Outlook, place: int, amount: Expression, may: Formula, base: Formula
) -> Iterator[Alternative]:
    """Yield a meter moved from `base` by what `amount` may be; limits make the rest needless."""
    low, high = look.bounds(amount)
    if low == high:
        yield Alternative(may, place, clamped(plus(base, low)))
        return
    for each in range(-MOST, MOST + 1):
        from_below = negated(below(each, low)) if each < MOST else 1
        from_above = negated(below(high, each)) if each > -MOST else 1
        yield Alternative(both(may, from_below, from_above), place, clamped(plus(base, each)))


def assigned(place: int, value: Formula) -> Step:
    """Return the step by which a variable gets a value."""
    return (Alternative(1, place, value),)
