"""The sections of a generated scenario that say what is at stake: issues, points, mandates, homes."""

from tests.rules.generating_plan import GUESS, Plan, yes
from tests.rules.generating_words import PARTIES


class Stakes:
    """Draws issues, what they are worth and to whom, over a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.random, self.names, self.words = plan, plan.random, plan.names, plan.words

    def issues(self) -> dict:
        found = {}
        for issue, options in self.names.issues.items():
            found[issue] = {
                "label": issue,
                "question": f"What of {issue}?",
                "history": self.random.choice(options),
                "ordered": yes(issue not in self.names.unordered),
                "required": yes(self.plan.maybe(10) and any(issue in agenda for agenda in self.plan.agenda)),
                "interests": {party: f"{party} cares for {issue}." for party in PARTIES},
                "options": {option: self._option(issue, option) for option in options},
            }
        return found

    def _option(self, issue: str, option: str) -> dict:
        found: dict = {"label": option, "clause": f"Let it be {option}.", "hypothetical": "yes"}
        chance = 30 if self.plan.title and issue != self.plan.title else 12
        if self.plan.maybe(chance):
            when = self.words.package(1)
            if self.plan.title and issue != self.plan.title and self.plan.maybe(75):
                option = self.random.choice(self.names.issues[self.plan.title])
                when = f"{self.plan.title} {self.random.choice(('==', '!='))} {option}"
            found["needs"] = [{"when": when, "because": "They belong together."}]
        return found

    def declaration(self) -> dict:
        return {
            "title_issue": self.plan.title,
            "titles": {option: option for option in self.names.issues[self.plan.title]},
            "signatures": {party: party for party in PARTIES},
            "source": "LOG",
            "articles": [
                {
                    "number": 1,
                    "official": "Let it be so.",
                    "parts": [{"issue": self.plan.title}],
                    "source": "LOG",
                }
            ],
        }

    def points(self) -> dict:
        found: dict = {}
        for party in PARTIES:
            found[party] = {}
            for issue, options in self.names.issues.items():
                row = sorted(self.random.randint(0, 40) for _ in options)
                row = row[::-1] if party == "north" else row
                found[party][issue] = {**dict(zip(options, row, strict=True)), "assumption": GUESS}
        return found

    def linkages(self) -> list:
        return [
            {
                "party": self.random.choice(PARTIES),
                "when": self.words.package(2),
                "points": self.random.randint(-8, 8),
                "why": "Together.",
                "assumption": GUESS,
            }
            for _ in range(self.random.randint(0, 3))
        ]

    def orders(self, party: str) -> list:
        found = []
        for id in self.plan.orders[party]:
            issue = self.random.choice(list(self.names.issues))
            subject: dict = {"on": f"{issue}.{self.random.choice(self.names.issues[issue])}"}
            if self.plan.maybe(35):
                subject = {"when": f"{self.words.issue()} and {self.words.package(1)}"}
            elif self.plan.maybe(12):
                subject = {"when": f"{self.words.issue()} and {self.words.condition({party}, 0)}"}
            level = self.random.choice(("ask", "ask", "ask", "never", "free"))
            found.append(
                {"id": id, **subject, "level": level, "because": "Home says so.", "assumption": GUESS}
            )
        return found

    def conduct(self) -> dict:
        r = self.random.randint
        least = r(0, 7)
        bands = sorted(self.random.sample(range(1, 40), 3))
        return {
            "meter": "trust", "better_steps": r(1, 3), "better_add": r(0, 2), "worse_steps": r(1, 2),
            "worse_add": -r(0, 2), "holds_running": r(1, 4), "holds_add": -r(0, 2), "reopen_add": -r(0, 3),
            "disowned_add": -r(0, 3), "breaks_at": self.random.choice((-1, 0, 0, 1, 2)),
            "lapse_after": r(0, 3), "sound_least": least, "sound_free": r(least, 9), "bands": bands,
            "drift_to": r(2, 8), "drift_by": r(0, 3), "assumption": GUESS,
        }  # fmt: skip

    def home(self, party: str) -> dict:
        r = self.random.randint
        batna: object = "Go home."
        if self.plan.maybe(40):
            batna = [
                {"when": self.words.condition({party}, 1), "words": "Go home late."},
                {"words": "Go home."},
            ]
        found = {
            "name": f"{party}ton", "body": "a council", "quorum": r(0, 2), "alone_cost": r(0, 2),
            "alone_cost_after_no": r(0, 4), "answers_in": r(0, 3), "asked_answers_in": r(0, 2),
            "refused_cost": r(0, 9), "batna": batna, "assumption": GUESS,
            "reservation": [self._term(party) for _ in range(r(1, 3))],
        }  # fmt: skip
        if party == "north" or self.names.meters["heat"] >= {"south"}:
            found["unity"] = "unity" if party == "north" else "heat"
        return found

    def _term(self, party: str, home: str = "", upto: int = 99) -> dict:
        found = {"add": self.words.amount({party}, home=home, upto=upto), "why": "So it is."}
        if self.plan.maybe(30):
            found["add"] = f"0 - {found['add']}"
        if self.plan.maybe(65):
            found["when"] = self.words.condition({party}, 1, home=home, upto=upto)
        return found

    def constituencies(self) -> dict:
        found: dict = {}
        votes = dict.fromkeys(PARTIES, 0)
        for index, (id, party) in enumerate(self.names.constituencies):
            blocks = self.random.randint(-1, 5)
            weight = self.random.randint(0, 4) if votes[party] else self.random.randint(2, 5)
            votes[party] += weight
            found[id] = {
                "label": id,
                "party": party,
                "votes": weight,
                "gate": yes(self.plan.maybe(35)),
                "must": self.random.choice(("for", "not_against", "nothing", "nothing")),
                "carries_at": self.random.randint(blocks + 1, min(10, blocks + 5)) if blocks >= 0 else 3,
                "blocks_at": blocks,
                "start": self.random.randint(2, 9),
                "note": "A group.",
                "assumption": GUESS,
                "terms": [
                    self._term(party, home=party, upto=index) for _ in range(self.random.randint(0, 3))
                ],
            }
            if self.plan.maybe(35):
                found[id]["asked_first_at"] = self.random.randint(3, 9)
        return found
