"""A negotiation without history that every engine can play: issues with options, two opposed linear sides.

Seeded and free of any library, so that peers in other environments get the same numbers.
"""

import random
from collections.abc import Iterator
from operator import getitem

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
        """Choose, rung by rung and in random order, the path down from its own ideal."""
        self.table = table
        falling = [sorted(range(len(row)), key=lambda option, row=row: -row[option]) for row in table]
        steps = [issue for issue, row in enumerate(table) for _ in row[1:]]
        rng.shuffle(steps)
        self.best = have = sum(map(max, table))
        package, rungs = [order[0] for order in falling], [0] * len(table)
        self.path = [(have, tuple(package))]
        for issue in steps:
            rungs[issue] += 1
            option = falling[issue][rungs[issue]]
            have += table[issue][option] - table[issue][package[issue]]
            package[issue] = option
            self.path.append((have, tuple(package)))
        self.at = 0

    def aim(self, time: float) -> float:
        """Return the points asked for after this share of the rounds."""
        return self.best * (1.0 - 0.7 * time)

    def offer(self, time: float) -> tuple[int, ...]:
        """Go down the path, no further than the aim."""
        aim, path = self.aim(time), self.path
        while self.at + 1 < len(path) and path[self.at + 1][0] >= aim:
            self.at += 1
        return path[self.at][1]

    def takes(self, package: tuple[int, ...], time: float) -> bool:
        """Say whether the other's package reaches the aim."""
        return sum(map(getitem, self.table, package)) >= self.aim(time)
