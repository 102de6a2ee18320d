"""The negotiation of domain.py as a scenario of ours, written and loaded like any author's."""

import json
import tempfile
from pathlib import Path
from typing import Any

from game.content.load import load
from game.rules.scenario import Scenario
from tests.benchmarks.domain import ROUNDS, Table

PARTIES = ("first", "second")


def generated(sides: tuple[Table, Table]) -> Scenario:
    """Return a scenario with these points in which nothing can happen but offers."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plain-talks/scenario.yaml"
        file.parent.mkdir()
        file.write_text(json.dumps(content(sides), indent=1), "utf-8")  # JSON is YAML too
        result = load(file.parent)
    if result.scenario is None:
        raise SystemExit("The generated scenario is not valid:\n" + result.report.render())
    return result.scenario


def content(sides: tuple[Table, Table]) -> dict[str, Any]:
    """Return the scenario as mappings, to be written or added to."""
    issues = [f"i{number}" for number in range(len(sides[0]))]
    made = {"assumption": "Generated."}
    return {
        "format": 1,
        "scenario": {
            "id": "plain-talks",
            "title": "Plain talks",
            "version": "1.0.0",
            "minutes": 1,
            "summary": "Two sides and some issues.",
        },
        "parties": {
            name: {"name": name, "adjective": name, "capital": name, "delegation": name} for name in PARTIES
        },
        "sources": {"NONE": "No source; this negotiation is generated."},
        "meters": {"trust": {"label": "Trust", "start": 5, "seen_by": "both", "note": "It stays.", **made}},
        "issues": {issue: _issue(issue, len(sides[0][0])) for issue in issues},
        "declaration": _declaration(issues, len(sides[0][0])),
        "points": {
            name: {issue: _worths(row, made) for issue, row in zip(issues, side, strict=True)}
            for name, side in zip(PARTIES, sides, strict=True)
        },
        "mandates": {name: [] for name in PARTIES},
        "conduct": {
            "meter": "trust",
            **dict.fromkeys(("better_steps", "worse_steps", "holds_running", "lapse_after"), 99),
            **dict.fromkeys(("better_add", "worse_add", "holds_add", "reopen_add", "disowned_add"), 0),
            "breaks_at": -1,
            "sound_free": 6,
            "sound_least": 4,
            "bands": [8, 16, 26],
            **made,
        },
        "homes": {name: _home() | made for name in PARTIES},
        "constituencies": {f"board_of_{name}": _board(name) | made for name in PARTIES},
        "rounds": {"talks": _round(issues)},
        "endings": {
            "over": {
                "title": "The end",
                "after": ["concluded", "deadline", "walk_out", "breakdown", "ratified", "refused"],
                "epilogue": "It ended.",
                "plausibility": "possible",
                "counterfactual": True,
                "sources": ["NONE"],
            }
        },
        "opening": {"round": "talks", "agreed": {}},
        "briefing": {"public": "Two sides.", "confidential": dict.fromkeys(PARTIES, "Ask for much.")},
    }


def _issue(issue: str, options: int) -> dict[str, Any]:
    return {
        "label": issue,
        "question": "Which?",
        "origin": "Generated",
        "history": "o0",
        "interests": dict.fromkeys(PARTIES, "As much as can be had."),
        "options": {
            f"o{number}": {
                "label": f"option {number}",
                "note": "One of several.",
                "clause": f"{issue} has option {number}.",
                "hypothetical": True,
            }
            for number in range(options)
        },
    }


def _declaration(issues: list[str], options: int) -> dict[str, Any]:
    return {
        "title_issue": issues[0],
        "titles": {f"o{number}": "Paper" for number in range(options)},
        "preamble": "They agreed.",
        "testimonium": "DONE.",
        "place": "Nowhere",
        "signatures": {name: name for name in PARTIES},
        "letters_title": "Letters",
        "source": "NONE",
        "articles": [
            {
                "number": number,
                "title": issue,
                "source": "NONE",
                "official": f"{issue} has option 0.",
                "parts": [{"issue": issue}],
            }
            for number, issue in enumerate(issues, 1)
        ],
    }


def _worths(row: list[int], made: dict[str, str]) -> dict[str, int | str]:
    return {f"o{number}": points for number, points in enumerate(row)} | made


def _home() -> dict[str, Any]:
    return {
        "name": "Home",
        "body": "the board",
        "quorum": 1,
        "alone_cost": 0,
        "alone_cost_after_no": 0,
        "answers_in": 1,
        "asked_answers_in": 1,
        "refused_cost": 0,
        "batna": "Nothing.",
        "reservation": [{"add": 0, "why": "Nothing is lost."}],
    }


def _board(name: str) -> dict[str, Any]:
    return {
        "label": "The board",
        "party": name,
        "votes": 1,
        "carries_at": 5,
        "blocks_at": 1,
        "start": 9,
        "note": "It agrees.",
    }


def _round(issues: list[str]) -> dict[str, Any]:
    head = {
        "head": "Head",
        "members": [],
        "signs": "full",
        "alone": True,
        "ad_referendum": False,
        "weight": 0,
        "issues": "all",
    }
    return {
        "title": "Talks",
        "place": "Nowhere",
        "setting": "A table.",
        "kind": "talks",
        "opens": PARTIES[0],
        "agenda": issues,
        "slots": {
            name: {"label": name, "date": date, "exchanges": ROUNDS // 2}
            for name, date in (("one", "2000-01-01"), ("two", "2000-01-02"))
        },
        "delegations": dict.fromkeys(PARTIES, head),
        "exits": {why: [{"to": "end"}] for why in ("concluded", "deadline", "walk_out", "breakdown")},
    }
