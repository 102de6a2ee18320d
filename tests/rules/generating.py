"""Small scenarios drawn from a seed, as the text of a file, that meet every feature of the format.

    python -m tests.rules.generating 17

prints the seventeenth. `generated(seed)` has the game's own loader read it; a text that the loader
refuses (a secret told, a round nobody reaches) is drawn again.
"""

import json
import sys
from random import Random

from game.content.load import load_sources
from game.rules.scenario import Scenario
from tests.rules.generating_acts import Acts
from tests.rules.generating_plan import GUESS, Plan, shown, yes
from tests.rules.generating_rounds import TRIGGERS, Stages
from tests.rules.generating_table import Stakes
from tests.rules.generating_words import PARTIES


class Refused(ValueError):
    """The loader refuses a generated text; what it says."""


def generated(seed: int) -> Scenario:
    """Return the scenario of `seed`."""
    for again in range(60):
        loaded = load_sources({"drawn/scenario.yaml": text(seed, again)})
        if loaded.scenario is not None:
            return loaded.scenario
    raise Refused(f"seed {seed}: {loaded.report.render()}")


def text(seed: int, again: int = 0) -> str:
    """Return the file of `seed`; JSON is YAML in flow style."""
    return json.dumps(sections(Plan(Random(f"{seed}:{again}"))), indent=1)


def sections(plan: Plan) -> dict:
    """Return the sections of one scenario."""
    stakes, acts, stages = Stakes(plan), Acts(plan), Stages(plan)
    sections = {
        "format": 1,
        "scenario": {
            "id": "drawn",
            "title": "Drawn",
            "version": "1.0.0",
            "minutes": 5,
            "summary": "Drawn.",
        },
        "parties": {
            id: {"name": id, "adjective": id, "capital": f"{id}ton", "delegation": f"the {id} delegation"}
            for id in PARTIES
        },
        "sources": {"LOG": "A log"},
        "meters": {
            id: {"label": id, "start": _start(plan, id), "seen_by": shown(by), "assumption": GUESS}
            for id, by in plan.names.meters.items()
        },
        "flags": {
            id: {"label": id, "seen_by": shown(by), "start": yes(plan.maybe(20))}
            for id, by in plan.names.flags.items()
        },
        "issues": stakes.issues(),
        "points": stakes.points(),
        "linkages": stakes.linkages(),
        "mandates": {party: stakes.orders(party) for party in PARTIES},
        "conduct": stakes.conduct(),
        "homes": {party: stakes.home(party) for party in PARTIES},
        "constituencies": stakes.constituencies(),
        "rounds": stages.rounds(),
        "delegates": stages.delegates(),
        "documents": _documents(plan),
        "actions": acts.actions(),
        "decisions": acts.decisions(),
        "events": acts.events(),
        "endings": _endings(plan),
        "opening": {"round": plan.names.rounds[0], "agreed": plan.agreed},
        "briefing": {"public": "Talk.", "confidential": {party: "Talk well." for party in PARTIES}},
    }
    if plan.title:
        sections["declaration"] = stakes.declaration()
    return {key: value for key, value in sections.items() if value not in ({}, [])}


def _start(plan: Plan, meter: str) -> int:
    return plan.random.randint(3, 8) if meter == "trust" else plan.random.randint(0, 10)


def _documents(plan: Plan) -> dict:
    return {
        id: {
            "title": id,
            "date": "1 March 2001",
            "text": "It is written.",
            "seen_by": plan.random.choice(("both", "north", "south")),
            "source": "LOG",
            "label": "attested",
        }
        for id in plan.documents
    }


def _endings(plan: Plan) -> dict:
    found: dict = {}
    rest = {
        "epilogue": "So it ended.",
        "plausibility": "possible",
        "counterfactual": "yes",
        "sources": ["LOG"],
    }
    if plan.maybe(50):
        after = plan.some(TRIGGERS, 1)
        found["told"] = {"title": "Told", "after": after, "when": plan.words.condition(depth=1), **rest}
    for trigger in TRIGGERS:
        found[f"by_{trigger}"] = {"title": trigger, "after": [trigger], **rest}
    return found


if __name__ == "__main__":
    print(text(int(sys.argv[1])))
