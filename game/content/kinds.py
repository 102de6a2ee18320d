"""What has an id of an author, by kind, and in which section of the files it stands."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "issue": "issues",
    "option": "issues",
    "meter": "meters",
    "flag": "flags",
    "round": "rounds",
    "slot": "rounds",
    "action": "actions",
    "decision": "decisions",
    "choice": "decisions",
    "event": "events",
    "outcome": "events",
    "document": "documents",
    "constituency": "constituencies",
    "order": "mandates",
    "delegate": "delegates",
    "persona": "personas",
    "party": "parties",
    "source": "sources",
    "line": "history",
    "ending": "endings",
    "fact": "calibration",
    "role": "roles",
    "person": "cast",
    "word": "glossary",
    "contested": "contested",
    "moment": "timeline",
    "dispute": "disputes",
    "lesson": "lessons",
}
"""The section in which things of each kind stand."""

OWNED: Final = {"option": "issue", "choice": "decision", "outcome": "event"}
"""Kinds of which an id belongs to something: `bank.season` is the option `season` of the issue `bank`."""

BELOW: Final = {"option": "options", "choice": "choices", "outcome": "outcomes", "slot": "slots"}
"""The field of an entry of the section in which the things of a kind stand, where it is not the entry."""
