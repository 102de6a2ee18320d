"""The rounds of a generated scenario: meetings, delegations, ways out."""

from datetime import date, timedelta

from tests.rules.generating_plan import GUESS, Plan, yes
from tests.rules.generating_words import PARTIES

TRIGGERS = ("concluded", "deadline", "walk_out", "breakdown", "ratified", "refused")


class Stages:
    """Draws rounds and delegates over a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.random, self.names, self.words = plan, plan.random, plan.names, plan.words

    def rounds(self) -> dict:
        found = {}
        day = date(2001, 3, 1)
        for index, kind in enumerate(self.plan.kinds):
            slots = {}
            for slot in self.plan.slots[index]:
                day += timedelta(days=self.random.randint(0, 9))
                exchanges = 0 if slot in self.plan.cards else self.random.choice((1, 2, 2, 3, 4))
                slots[slot] = {"label": slot, "date": day.isoformat(), "exchanges": exchanges}
            tabled = self.plan.agenda[index]
            agreed = [issue for issue in self.names.issues if issue not in tabled or index]
            found[self.names.rounds[index]] = {
                "title": f"Round {index}",
                "place": "Here",
                "kind": kind,
                "opens": self.random.choice(PARTIES),
                "agenda": sorted(tabled),
                "reopens": sorted(self.plan.some(agreed, 0, 2)) if index and self.plan.maybe(35) else [],
                "slots": slots,
                "delegations": {party: self._delegation(index) for party in PARTIES},
                "exits": self._exits(index),
                "assumption": GUESS,
            }
        return found

    def _delegation(self, index: int = 0) -> dict:
        last = "ratification" not in self.plan.kinds[index + 1 : index + 2] and index + 1 < len(
            self.plan.kinds
        )
        signs = self.random.choice(
            ("none", "full")
            if last
            else ("full", "full", "full", "full", "ad_referendum", "ad_referendum", "none")
        )
        return {
            "head": "A head",
            "members": [],
            "signs": signs,
            "alone": yes(self.plan.maybe(50)),
            "ad_referendum": yes(self.plan.maybe(50)),
            "weight": self.random.choice((0, 0, -1, -3, 2)),
            "issues": sorted(self.plan.some(self.names.issues, 1)) if self.plan.maybe(15) else "all",
        }

    def _exits(self, index: int) -> dict:
        talks = self.plan.kinds[index] == "talks"
        later = self.names.rounds[index + 1 :]
        found = {}
        for trigger in TRIGGERS[:4] if talks else (*TRIGGERS[4:], "breakdown"):
            if trigger == "breakdown" and not talks and self.plan.maybe(50):
                continue
            onward = later[0] if later and trigger in ("concluded", "deadline", "refused") else "end"
            if (
                trigger == "deadline"
                and later
                and self.plan.kinds[index + 1] == "ratification"
                and self.plan.maybe(85)
            ):
                onward = "end"
            if trigger in ("walk_out", "breakdown") and later and self.plan.maybe(25):
                onward = self.random.choice(later)
            if trigger == "ratified" and later and self.plan.maybe(20):
                onward = later[0]
            ways = []
            for _ in range(self.random.choice((0, 0, 1, 2))):
                to = self.random.choice([*later, "end"])
                ways.append({"when": self.words.condition(depth=1), "to": to})
            ways.append({"otherwise": onward} if ways else {"to": onward})
            found[trigger] = ways
        return found

    def delegates(self) -> dict:
        return {
            id: {"party": party, **self._delegation(), "stays": yes(self.plan.maybe(50)), "assumption": GUESS}
            for id, party in self.plan.delegates.items()
        }
