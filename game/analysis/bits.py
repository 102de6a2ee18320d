"""Formulas and commands over variables of which some are kept as bits: masks and shifts.

One whole number says of all combinations of those variables at once which are there, so that what a command
does to them is a mask and a shift, whatever their number. The other variables are written out.
"""

from game.analysis.formula import RECKONED, Formula, In, Op, Sign, Var, reads
from game.analysis.outline import Command, Outline, Step

MANY = 2
"""Values from which a variable is kept as bits."""

WIDEST = 1 << 16
"""Combinations that are kept as bits at most; what is beyond is written out."""

VALUES = 1_000
"""Values that an amount may have before it is given up."""

Written = tuple[int, ...]
"""The values of all variables, 0 for those that are kept as bits."""

Bits = int
"""One bit for each combination of the variables kept as bits."""


class Layout:
    """Which variables are kept as bits, and where."""

    def __init__(self, outline: Outline) -> None:
        self.strides: dict[int, int] = {}
        self.sizes = [variable.size for variable in outline.variables]
        width = 1
        numbered = [n for n in range(1, len(self.sizes)) if self.sizes[n] >= MANY]
        for number in sorted(numbered, key=lambda n: (-self.sizes[n], n)):
            if width * self.sizes[number] <= WIDEST:
                self.strides[number] = width
                width *= self.sizes[number]
        self.full = (1 << width) - 1
        self.at = {number: self._values(number, width) for number in self.strides}

    def placed(self, values: tuple[int, ...]) -> tuple[Written, int]:
        """Return where a state is: what is written out of it, and the place of its bit."""
        written = tuple(0 if n in self.strides else value for n, value in enumerate(values))
        return written, sum(values[n] * stride for n, stride in self.strides.items())

    def _values(self, number: int, width: int) -> list[Bits]:
        """Return for each value of a variable the combinations that have it."""
        stride, size = self.strides[number], self.sizes[number]
        period = stride * size
        block = (1 << stride) - 1
        repeated = self.full // ((1 << period) - 1)  # a bit at the beginning of every period
        return [(block << value * stride) * repeated for value in range(size)]


Masks = dict[int, Bits]
"""For each value that a formula may have, where it has it."""


class TooMany(Exception):
    """An amount has too many values to tell them all apart."""


class _Judge:
    """Formulas as masks, once what is written out is given."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._reads: dict[Formula, tuple[int, ...]] = {}
        self._known: dict[tuple[Formula, tuple[int, ...]], Masks] = {}

    def reads(self, formula: Formula) -> tuple[int, ...]:
        """Return the variables written out that `formula` reads."""
        if formula not in self._reads:
            self._reads[formula] = tuple(sorted(reads(formula) - self._layout.strides.keys()))
        return self._reads[formula]

    def holds(self, formula: Formula, written: Written) -> Bits:
        """Return where a condition holds."""
        return self.masks(formula, written).get(1, 0)

    def masks(self, formula: Formula, written: Written) -> Masks:
        """Return where `formula` has which value."""
        full, at = self._layout.full, self._layout.at
        match formula:
            case int():
                return {int(formula): full}
            case Var(index):
                if index not in at:
                    return {written[index]: full}
                return dict(enumerate(at[index]))
            case In(index, values):
                if index not in at:
                    return {int(written[index] in values): full}
                found = 0
                for value in values:
                    found |= at[index][value]
                return _split(found, full)
        key = formula, tuple(written[index] for index in self.reads(formula))
        if key not in self._known:
            self._known[key] = self._joined(formula, written)
        return self._known[key]

    def _joined(self, formula: Op, written: Written) -> Masks:
        full = self._layout.full
        if formula.sign is Sign.BOTH:
            left = self.holds(formula.left, written)
            return _split(left and left & self.holds(formula.right, written), full)
        if formula.sign is Sign.EITHER:
            left = self.holds(formula.left, written)
            return _split(left if left == full else left | self.holds(formula.right, written), full)
        reckon = RECKONED[formula.sign]
        found: Masks = {}
        for one, here in self.masks(formula.left, written).items():
            for two, there in self.masks(formula.right, written).items():
                where = here & there
                if where:
                    value = reckon(one, two)
                    found[value] = found.get(value, 0) | where
            if len(found) > VALUES:
                raise TooMany
        return found


def _split(where: Bits, full: Bits) -> Masks:
    found = {}
    if where:
        found[1] = where
    if where != full:
        found[0] = where ^ full
    return found


Branch = tuple[int, int, Bits, int]
"""A written variable (-1: none) gets a value, where the mask has bits, which move by so many places."""


class Commands:
    """Commands at what is written out: where they are open, and what becomes of the bits."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._judge = _Judge(layout)
        self._steps: dict[tuple[Step, tuple[int, ...]], list[Branch]] = {}
        self._step_reads: dict[Step, tuple[int, ...]] = {}

    def opened(self, command: Command, written: Written) -> Bits:
        """Return where `command` may be taken."""
        return self._judge.holds(command.guard, written)

    def taken(self, command: Command, written: Written, bits: Bits) -> dict[Written, Bits]:
        """Return what a command makes of `bits`, where it is open for all of them."""
        reached = {written: bits}
        for step in command.steps:
            after: dict[Written, Bits] = {}
            for here, there in reached.items():
                self._step(step, here, there, after)
            reached = after
        return reached

    def _step(self, step: Step, written: Written, bits: Bits, after: dict[Written, Bits]) -> None:
        for variable, value, mask, shift in self._branches(step, written):
            here = bits & mask
            if not here:
                continue
            there = here << shift if shift >= 0 else here >> -shift
            target = written
            if variable >= 0 and written[variable] != value:
                target = (*written[:variable], value, *written[variable + 1 :])
            after[target] = after.get(target, 0) | there

    def _branches(self, step: Step, written: Written) -> list[Branch]:
        wanted = self._step_reads.get(step)
        if wanted is None:
            each = [self._judge.reads(a.when) for a in step]
            each += [self._judge.reads(a.value) for a in step if a.value is not None]
            wanted = self._step_reads[step] = tuple(sorted(set().union(*each)))
        key = step, tuple(written[index] for index in wanted)
        if key not in self._steps:
            self._steps[key] = self._branched(step, written)
        return self._steps[key]

    def _branched(self, step: Step, written: Written) -> list[Branch]:
        moved: dict[tuple[int, int, int], Bits] = {}  # (variable, value, shift) -> where
        for alternative in step:
            where = self._judge.holds(alternative.when, written)
            variable = alternative.variable
            if alternative.value is None:
                moved[-1, 0, 0] = moved.get((-1, 0, 0), 0) | where
                continue
            stride = self._layout.strides.get(variable)
            for value, mask in self._judge.masks(alternative.value, written).items():
                if stride is None:
                    key = variable, value, 0
                    moved[key] = moved.get(key, 0) | where & mask
                    continue
                for had, at in enumerate(self._layout.at[variable]):
                    key = -1, 0, (value - had) * stride
                    moved[key] = moved.get(key, 0) | where & mask & at
        return [(*key[:2], mask, key[2]) for key, mask in moved.items() if mask]
