"""The sections of a generated scenario in which something is done: actions, decisions, events, effects."""

from tests.rules.generating_plan import BOTH, GUESS, Plan, shown, yes
from tests.rules.generating_words import PARTIES


class Acts:
    """Draws actions, decisions and events over a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.random, self.names, self.words = plan, plan.random, plan.names, plan.words

    def actions(self) -> dict:
        found = {}
        for id, act in self.plan.acts.items():
            seen = BOTH if act["table"] or act["footprint"] else None
            item: dict = {
                "label": id,
                "party": shown(act["takers"]),
                "kind": act["kind"],
                "table": yes(act["table"]),
                "times": self.random.choice((0, 0, 1, 2)),
                "effects": self._effects(act["takers"], hidden=seen is None),
                "note": "An act.",
                "evidence": "LOG",
                "assumption": GUESS,
            }
            if act["footprint"]:
                item["footprint"] = "They were seen."
            if self.plan.maybe(30) and (act["table"] or act["footprint"]):
                item["takes"] = self.random.randint(1, 2)
            if self.plan.maybe(35):
                item["when"] = self.words.condition(act["takers"], 1)
                item["closed"] = "Not now."
            if act["kind"] == "cite":
                cited = [other["document"] for other in found.values() if "document" in other]
                item["document"] = self.random.choice(self.plan.documents)
                if self.plan.maybe(70):
                    item["counters"] = self.random.choice(cited or self.plan.documents)
            found[id] = item
        return found

    def decisions(self) -> dict:
        found = {}
        for id, (party, choices) in self.names.decisions.items():
            found[id] = {"party": party, "title": id, "text": "Well?", "choices": {}}
            found[id]["assumption"] = GUESS
            if self.plan.maybe(80):
                cards = sorted(self.plan.cards)
                at_cards = cards and self.plan.maybe(45)
                when = f"slot == {self.random.choice(cards)}" if at_cards else self._occasion({party})
                found[id]["when"] = when
            for number, choice in enumerate(choices):
                found[id]["choices"][choice] = self._choice(party, always=number == 0)
        return found

    def _choice(self, party: str, *, always: bool) -> dict:
        found: dict = {"label": "So", "effects": self._effects({party}), "note": "So.", "evidence": "LOG"}
        if always:
            if self.plan.maybe(25):
                found["runs"] = {"hold": "yes"}
            return found
        if self.plan.maybe(40):
            found["when"] = self.words.condition({party}, 1)
            found["closed"] = "Not now."
        match self.random.choice(("propose", "propose", "accept", "reject", "hold", "nothing")):
            case "propose":
                packages = [self._package(2) for _ in range(self.random.choice((1, 1, 2, 3)))]
                upon = self.random.choice(("own", "theirs", "nothing"))
                found["runs"] = {"propose": packages, "upon": upon, "linked": yes(self.plan.maybe(40))}
            case "accept":
                found["runs"] = {"accept": "any" if self.plan.maybe(50) else self.words.condition({party}, 1)}
            case "nothing":
                pass
            case verb:
                found["runs"] = {verb: "yes"}
        return found

    def _package(self, most: int = 3) -> dict:
        issues = self.plan.some(self.names.issues, 1, most)
        return {issue: self.random.choice(self.names.issues[issue]) for issue in issues}

    def events(self) -> dict:
        found = {}
        for id, seen in self.names.events.items():
            item: dict = {
                "label": id,
                "seen_by": shown(seen),
                "text": "It happens.",
                "assumption": GUESS,
            }
            if self.plan.maybe(85):
                item["when"] = self._occasion()
            if self.plan.maybe(40):
                item["footprint"] = "Something happens."
            item["effects"] = self._effects(BOTH)
            if self.plan.maybe(30):
                odds = self.random.randint(1, 99)
                item["outcomes"] = {
                    "heads": {"odds": odds, "text": "So.", "effects": self._effects(BOTH)},
                    "tails": {"odds": 100 - odds, "text": "Else.", "effects": self._effects(BOTH)},
                }
                item["usual"] = self.random.choice(("heads", "tails"))
            elif self.plan.maybe(25):
                item["repeats"] = "yes"
            found[id] = item
        return found

    def _occasion(self, audience=frozenset()) -> str:
        here = f"round == {self.random.choice(self.names.rounds)}"
        return self.random.choice(
            (
                lambda: f"slot {self.random.choice(('==', '>='))} {self.random.choice(self.names.slots)}",
                lambda: f"{here} and {self.words.condition(audience, 0)}",
                lambda: self.words.condition(audience, 1),
                lambda: self._woken(audience),
            )
        )()

    def _woken(self, audience=frozenset()) -> str:
        """Return a condition that an event or a flag brings about, so that one thing leads to another."""
        events = self.words.seen(self.names.events, audience)
        flags = self.words.seen(self.names.flags, audience)
        found = [f"happened({event})" for event in events] + flags or [self.words.condition(audience, 1)]
        woken = self.random.choice(found)
        return f"{woken} and {self.words.condition(audience, 0)}" if self.plan.maybe(50) else woken

    def _effects(self, causers, *, hidden: bool = False) -> list:
        """Return a few effects; of a hidden action only such as the other side does not see."""
        count = self.random.choice((0, 1, 1, 2, 3))
        found = [self._effect(frozenset(causers), hidden) for _ in range(count)]
        return [effect for effect in found if effect]

    def _effect(self, causers, hidden: bool) -> dict:
        random, names = self.random, self.names
        own = random.choice(sorted(causers))
        alone = hidden and len(causers) == 1
        meters = [m for m, by in names.meters.items() if not hidden or (alone and by == causers)]
        flags = [f for f, by in names.flags.items() if not hidden or (alone and by == causers)]
        options: list = []
        if meters:
            options += [lambda: self._move_meter(random.choice(meters))] * 3
        if flags:
            options += [lambda: self._set_flag(random.choice(flags))] * 2
        if not hidden or alone:
            order = random.choice(self.plan.orders[own])
            options += [lambda: self._iffy({random.choice(("allow", "ask", "forbid")): order}, {own})] * 2
            options.append(lambda: self._iffy({"reserve": own, "by": self.words.amount({own})}, {own}))
            options.append(
                lambda: self._iffy({"reveal": own, "issue": random.choice(list(names.issues))}, {own})
            )
            mine = [id for id, (party, _) in names.decisions.items() if party == own]
            if mine:
                options.append(lambda: self._iffy({"put": random.choice(mine)}, {own}))
        options.append(lambda: {"schedule": random.choice(list(names.events)), "in": random.randint(0, 2)})
        if not hidden:
            options += [
                lambda: self._iffy({"withdraw": random.choice(PARTIES)}),
                lambda: self._iffy(
                    {
                        "table": random.choice(PARTIES),
                        "package": self._package(),
                        "linked": yes(self.plan.maybe(40)),
                    }
                ),
                lambda: self._iffy({"publish": random.choice(self.plan.documents)}),
                lambda: self._iffy(
                    {random.choice(("open", "open", "close")): random.choice(list(names.issues))}
                ),
                lambda: self._iffy({"recall": random.choice(PARTIES)}),
            ]
            if self.plan.delegates:
                options += [lambda: self._iffy({"appoint": random.choice(list(self.plan.delegates))})] * 2
            if self.plan.maybe(12):
                options.append(lambda: self._iffy({"end": "talks"}))
        return random.choice(options)()

    def _set_flag(self, flag: str) -> dict:
        return self._iffy({"set": flag, "to": yes(self.plan.maybe(70))}, self.names.flags[flag])

    def _move_meter(self, meter: str) -> dict:
        by = self.names.meters[meter]
        if self.plan.maybe(25):
            return self._iffy({"set": meter, "to": self.words.amount(by)}, by)
        amount = self.random.choice(("1", "-1", "2", "-2", self.words.amount(by)))
        return self._iffy({"add": meter, "by": amount}, by)

    def _iffy(self, effect: dict, seen=BOTH) -> dict:
        return {**effect, "if": self.words.condition(seen, 1)} if self.plan.maybe(30) else effect
