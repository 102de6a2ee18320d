"""A state in the making: one move's working copy, private to `apply` until it is published."""

from game.rules.happenings import FlagChanged, Happening, MeterChanged, OrderChanged
from game.rules.home import LEAST, MOST
from game.rules.scenario import Level, Scenario
from game.rules.state import State

_NAMES = State.__dataclass_fields__
_FIELDS = len(_NAMES)


class Draft:
    """A copy of a state that may still change, and the happenings so far.

    `State` is immutable for everyone else: a move touches a dozen of its forty fields, and a dozen
    `dataclasses.replace` would cost more than the rest of the move.
    """

    __slots__ = ("happenings", "scenario", "state")

    def __init__(self, scenario: Scenario, state: State) -> None:
        copy = object.__new__(State)
        # One copy of the mapping of its fields: forty assignments would cost as much as all the rest.
        object.__setattr__(copy, "__dict__", state.__dict__.copy())
        self.scenario = scenario
        self.state = copy
        self.happenings: list[Happening] = []

    def set(self, **values: object) -> None:
        """Change fields of the state; a name it has not raises `AttributeError`."""
        held = self.state.__dict__
        held.update(values)
        if len(held) != _FIELDS:
            raise AttributeError(f"a state has no {', '.join(sorted(set(held) - set(_NAMES)))}")

    def set_pair(self, name: str, party: int, value: object) -> None:
        """Change the entry of `party` in a field that holds one value per party."""
        held = self.state.__dict__
        pair = held[name]
        held[name] = (value, pair[1]) if party == 0 else (pair[0], value)

    def set_entry(self, name: str, index: int, value: object) -> None:
        """Change one entry of a field that is a longer tuple."""
        held = self.state.__dict__
        values = held[name]
        held[name] = (*values[:index], value, *values[index + 1 :])

    def tell(self, happening: Happening) -> None:
        """Add a happening."""
        self.happenings.append(happening)

    def bump(self) -> None:
        """Count a visible change at the table, after which an offer may be repeated."""
        self.set(changes=self.state.changes + 1)

    def set_meter(self, meter: int, value: int, cause: str) -> None:
        """Put a meter at `value`, clamped to 0 to 10, and tell it if it moved."""
        before = self.state.meters[meter]
        after = max(LEAST, min(MOST, value))
        if after != before:
            self.set_entry("meters", meter, after)
            self.tell(MeterChanged(meter, before, after, cause))

    def add_meter(self, meter: int, amount: int, cause: str) -> None:
        """Move a meter by `amount`."""
        self.set_meter(meter, self.state.meters[meter] + amount, cause)

    def set_flag(self, flag: int, value: bool) -> None:
        """Raise or lower a flag, and tell it if it changed."""
        if self.state.flags[flag] != value:
            self.set_entry("flags", flag, value)
            self.tell(FlagChanged(flag, value))

    def set_level(self, order: int, level: Level, cause: str) -> None:
        """Give an order of a mandate another level, and tell it if it changed."""
        if self.state.levels[order] != level:
            self.set_entry("levels", order, level)
            self.tell(OrderChanged(order, level, cause))
