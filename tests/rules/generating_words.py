"""Random conditions and amounts for generated scenarios, that read only what their audience sees."""

from dataclasses import dataclass, field
from random import Random

NOBODY: frozenset[str] = frozenset()
PARTIES = ("north", "south")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


@dataclass
class Names:
    """What a generated scenario has, with who sees it: a set of parties."""

    issues: dict[str, list[str]] = field(default_factory=dict)
    unordered: set[str] = field(default_factory=set)
    meters: dict[str, frozenset[str]] = field(default_factory=dict)
    flags: dict[str, frozenset[str]] = field(default_factory=dict)
    slots: list[str] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)
    actions: dict[str, frozenset[str]] = field(default_factory=dict)
    decisions: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    events: dict[str, frozenset[str]] = field(default_factory=dict)
    constituencies: list[tuple[str, str]] = field(default_factory=list)  # with their party, in file order
    day: str = "2001-03-05"


class Words:
    """Writes expressions over `names`."""

    def __init__(self, random: Random, names: Names) -> None:
        self.random = random
        self.names = names

    def seen(self, things, audience) -> list[str]:
        return [id for id, by in things.items() if set(audience) <= set(by)]

    def package(self, depth: int = 2) -> str:
        """Return a condition on options alone."""
        random = self.random
        if depth and random.random() < 0.45:
            joint = random.choice((" and ", " or "))
            return f"({self.package(depth - 1)}{joint}{self.package(depth - 1)})"
        if depth and random.random() < 0.15:
            return f"not {self.package(0)}"
        return self.issue()

    def issue(self) -> str:
        random = self.random
        issue, options = random.choice(list(self.names.issues.items()))
        if random.random() < 0.2:
            some = random.sample(options, random.randint(1, len(options)))
            return f"{issue} in ({', '.join(some)})" if len(some) > 1 else f"{issue} == {some[0]}"
        signs = COMPARISONS[:2] if issue in self.names.unordered else COMPARISONS
        return f"{issue} {random.choice(signs)} {random.choice(options)}"

    def condition(self, audience=NOBODY, depth: int = 2, *, home: str = "", upto: int = 99) -> str:
        """Return a condition on anything that all of `audience` see.

        `home`: the party whose support is being written; `upto`: how many of its groups stand above.
        """
        random = self.random
        if depth and random.random() < 0.4:
            joint = random.choice((" and ", " or "))
            parts = [self.condition(audience, depth - 1, home=home, upto=upto) for _ in range(2)]
            return f"({joint.join(parts)})"
        if depth and random.random() < 0.12:
            return f"not ({self.condition(audience, 0, home=home, upto=upto)})"
        return random.choice(self._plain(audience, home, upto))()

    def _plain(self, audience, home: str, upto: int):
        random, names = self.random, self.names
        flags = self.seen(names.flags, audience)
        found = [
            self.issue,
            self.issue,
            lambda: f"agreed({random.choice(list(names.issues))})",
            lambda: f"offered({random.choice(PARTIES)}, {self.package(1)})",
            lambda: f"slot {random.choice(COMPARISONS)} {random.choice(names.slots)}",
            lambda: f"round {random.choice(COMPARISONS)} {random.choice(names.rounds)}",
            lambda: f"signed({random.choice(PARTIES)})",
            lambda: self._compared(audience, home, upto),
            lambda: self._compared(audience, home, upto),
            lambda: random.choice(("true", "exchange >= 2", "holds(north) >= 2", "exchange == 1")),
        ]
        if flags:
            found += [lambda: random.choice(flags)] * 2
        actions = self.seen(names.actions, audience)
        if actions:
            found.append(lambda: f"done({random.choice(actions)})")
        events = self.seen(names.events, audience)
        if events:
            found.append(lambda: f"happened({random.choice(events)})")
        decisions = [
            (id, choices) for id, (party, choices) in names.decisions.items() if {party} >= set(audience)
        ]
        if decisions:
            id, choices = random.choice(decisions)
            found.append(lambda: f"chose({id}, {random.choice(choices)})")
        if not home and len(set(audience)) < 2:
            party = next(iter(audience), random.choice(PARTIES))
            found.append(lambda: f"would_ratify({party})")
        return found

    def _compared(self, audience, home: str, upto: int) -> str:
        left = self.amount(audience, home=home, upto=upto)
        return f"{left} {self.random.choice(COMPARISONS)} {self.random.randint(0, 8)}"

    def amount(self, audience=NOBODY, depth: int = 1, *, home: str = "", upto: int = 99) -> str:
        """Return an amount over what all of `audience` see."""
        random, names = self.random, self.names
        meters = self.seen(names.meters, audience)
        if depth and random.random() < 0.35:
            one, two = (self.amount(audience, depth - 1, home=home, upto=upto) for _ in range(2))
            least, divisor = random.choice(("min", "max")), random.randint(2, 3)
            sums = (f"({one} + {two})", f"({one} - {two})", f"{least}({one}, {two})")
            return random.choice((*sums, f"({one} * 2)", f"({one} // {divisor})"))
        found = [str(random.randint(0, 6)), f"holds({random.choice(PARTIES)})", "exchange"]
        found += [random.choice(meters)] * 4 if meters else []
        found.append(f"days_{random.choice(('since', 'until'))}('{names.day}')")
        own = [id for id, party in names.constituencies if not audience or {party} >= set(audience)]
        if home:
            above = [id for id, party in names.constituencies[:upto] if party == home]
            own = [id for id in own if id in above]
        if own and len(set(audience)) < 2:
            found.append(f"support({random.choice(own)})")
        return random.choice(found)
