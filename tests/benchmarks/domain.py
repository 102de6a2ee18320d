"""A negotiation without history that every engine can play: issues with options, two opposed linear sides.

Seeded and free of any library, so that peers in other environments get the same numbers.
"""

import random
from collections.abc import Iterator

ISSUES, OPTIONS, ROUNDS = 5, 4, 40

Table = list[list[int]]  # per issue, per option: points


def _draws(seed: int) -> Iterator[int]:
    z = (seed * 0x9E3779B97F4A7C15) & (2**64 - 1)
    while True:
        z = (z + 0x9E3779B97F4A7C15) & (2**64 - 1)
        x = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        yield (x ^ (x >> 31)) & 0xFFFFFFFF


def tables(
    issues: int = ISSUES, options: int = OPTIONS, seed: int = 1, scale: int = 1000
) -> tuple[Table, Table]:
    """Return the points of both sides; the first likes early options, the second late ones."""
    draws = _draws(seed)
    first: Table = []
    second: Table = []
    for _ in range(issues):
        for side, falling in ((first, True), (second, False)):
            weight = scale * (50 + next(draws) % 951) // 1000
            cuts = [*sorted(next(draws) % 1000 for _ in range(options - 2)), 1000]
            rising = [0] + [weight * cut // 1000 for cut in cuts]
            side.append(rising[::-1] if falling else rising)
    return first, second


class Plain:
    """A delegate that concedes in a straight line: so cheap that the engine's own cost stays visible."""

    def __init__(self, table: Table, rng: random.Random) -> None:
        self.table = table
        self.best = sum(map(max, table))
        self.order = [sorted(range(len(row)), key=lambda option, row=row: -row[option]) for row in table]
        self.rng = rng

    def aim(self, time: float) -> float:
        """Return the points asked for after this share of the rounds."""
        return self.best * (1.0 - 0.7 * time)

    def offer(self, time: float) -> tuple[int, ...]:
        """Give way on issues in random order, no further than the aim."""
        aim, package, have = self.aim(time), [order[0] for order in self.order], self.best
        for issue in self.rng.sample(range(len(package)), len(package)):
            row = self.table[issue]
            for option in self.order[issue][::-1]:
                change = row[option] - row[package[issue]]
                if have + change >= aim:
                    have += change
                    package[issue] = option
                    break
        return tuple(package)

    def takes(self, package: tuple[int, ...], time: float) -> bool:
        """Say whether the other's package reaches the aim."""
        return sum(row[option] for row, option in zip(self.table, package, strict=True)) >= self.aim(time)
