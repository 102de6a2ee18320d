"""What a generated scenario will have, by name: drawn first, for any section may speak of any other."""

from random import Random

from tests.rules.generating_words import PARTIES, Names, Words

BOTH = frozenset(PARTIES)
GUESS = "Drawn from a seed."


def yes(value: bool) -> str:
    return "yes" if value else "no"


def shown(by: frozenset[str]) -> str:
    """Return who sees a thing, as the file writes it."""
    return "both" if len(by) == 2 else next(iter(by))


class Plan:
    """The names, and who sees what they stand for."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.names = Names()
        self.words = Words(random, self.names)
        self._name_things()

    def maybe(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def some(self, items, least: int = 0, most: int | None = None) -> list:
        items = list(items)
        most = len(items) if most is None else min(most, len(items))
        return self.random.sample(items, self.random.randint(min(least, most), most))

    def _name_things(self) -> None:
        random, names = self.random, self.names
        for index in range(random.randint(2, 6)):
            count = random.choice((2, 2, 3, 3, 4))
            names.issues[f"issue_{index}"] = [f"o{index}_{option}" for option in range(count)]
        names.unordered = {id for id in names.issues if self.maybe(15)}
        seen = (BOTH, BOTH, frozenset(("north",)), frozenset(("south",)))
        names.meters = {"trust": BOTH, "unity": frozenset(("north",)), "heat": random.choice(seen)}
        names.flags = {f"flag_{index}": random.choice(seen) for index in range(random.randint(2, 4))}
        self.kinds = ["talks"] * random.choice((1, 1, 2, 2, 3))
        if self.maybe(75):
            self.kinds.append("ratification")
            if self.maybe(30):
                self.kinds += ["talks"] + ["ratification"] * self.maybe(60)
        names.rounds = [f"round_{index}" for index in range(len(self.kinds))]
        self.slots: list[list[str]] = []
        for index in range(len(self.kinds)):
            count = random.choice((1, 2, 2, 3))
            self.slots.append([f"slot_{index}_{number}" for number in range(count)])
        names.slots = [slot for own in self.slots for slot in own]
        self.cards = {slot for slot in names.slots if self.maybe(18)}  # meetings without an exchange
        self.orders = {
            party: [f"{party}_order_{n}" for n in range(random.randint(1, 5))] for party in PARTIES
        }
        self.documents = [f"paper_{index}" for index in range(random.randint(1, 3))]
        self.delegates = {f"envoy_{index}": random.choice(PARTIES) for index in range(random.randint(0, 3))}
        for party in PARTIES:
            for index in range(random.randint(1, 3)):
                names.constituencies.append((f"{party}_group_{index}", party))
        random.shuffle(names.constituencies)
        self._name_acts()
        for index in range(random.randint(0, 4)):
            choices = [f"choice_{number}" for number in range(random.randint(2, 4))]
            names.decisions[f"decision_{index}"] = (random.choice(PARTIES), choices)
        for index in range(random.randint(1, 6)):
            names.events[f"event_{index}"] = random.choice(
                (BOTH, BOTH, frozenset(("north",)), frozenset(("south",)))
            )
        first = list(names.issues)
        self.agenda = [set(self.some(first, 2)) if kind == "talks" else set() for kind in self.kinds]
        self.title = random.choice(first) if self.maybe(55) else ""
        if self.title:
            self.agenda[0].add(self.title)
        self.agreed = {
            issue: random.choice(names.issues[issue])
            for issue in first
            if issue not in self.agenda[0] and self.maybe(60)
        }

    def _name_acts(self) -> None:
        """Draw the actions' kinds, takers and whether they are seen."""
        random = self.random
        kinds = ["plain", "plain", "ask_home", "decide_alone", "sound_out", "ask_why", "cite", "cite"]
        self.acts: dict[str, dict] = {}
        for index, kind in enumerate(self.some(kinds, 4)):
            takers = random.choice((BOTH, BOTH, frozenset(("north",)), frozenset(("south",))))
            table = kind in ("cite", "ask_why") or (kind == "plain" and self.maybe(50))
            footprint = not table and self.maybe(50)
            seen = BOTH if table or footprint else takers if len(takers) == 1 else frozenset()
            id = f"act_{index}"
            self.acts[id] = {"kind": kind, "takers": takers, "table": table, "footprint": footprint}
            if seen:
                self.names.actions[id] = seen
