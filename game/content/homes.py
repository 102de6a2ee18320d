"""The sections `homes:` and `constituencies:`: what carries at home, and what asking and yielding cost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.meters import HIGHEST, LOWEST
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import ListNode, Node
from game.content.vocabulary import Context
from game.rules.expressions import SupportOf, nodes
from game.rules.scenario import Alternative, Constituency, Home, Seen, Term

_MOST_VOTES: Final = 1000
_MOST_SLOTS: Final = 20
_MOST_POINTS: Final = 1000
_MUST: Final = {"nothing": "", "for": "for", "not_against": "not_against"}


def read_homes(reading: Reading, nodes: Iterable[Node]) -> tuple[Home, ...]:
    """Return the homes in the order of the parties."""
    found: dict[int, Home] = {}
    for name, fields in all_named(reading, nodes, "home"):
        party = reading.names.parties.get(name)
        if party is None:
            reading.unknown(reading.at("home", name), "party", name, reading.names.parties)
            continue
        fields.what = f"the home of '{name}'"
        found[party] = _home(reading, fields, party)
        fields.close()
    return tuple(found[party] for party in sorted(found))


def _home(reading: Reading, fields: Fields, party: int) -> Home:
    alone_cost = fields.number("alone_cost", 0, HIGHEST)
    batna, alternatives = _batna(fields, party)
    return Home(
        party=party,
        name=fields.label("name"),
        body=fields.label("body"),
        quorum=fields.number("quorum", 0, _MOST_VOTES),
        unity=fields.maybe_reference("unity", reading.names.meters, "meter"),
        alone_cost=alone_cost,
        alone_cost_after_no=fields.number("alone_cost_after_no", 0, HIGHEST, alone_cost),
        answers_in=fields.number("answers_in", 0, _MOST_SLOTS),
        asked_answers_in=fields.number("asked_answers_in", 0, _MOST_SLOTS),
        refused_cost=fields.number("refused_cost", 0, _MOST_POINTS),
        batna=batna,
        alternatives=alternatives,
        reservation=_terms(fields, "reservation", _only(party), Context.TALKS),
        basis=fields.basis,
    )


def _batna(fields: Fields, party: int) -> tuple[str, tuple[Alternative, ...]]:
    """Return the course of action without an agreement, and what it is while a condition holds.

    Either one text, or a list of texts with conditions whose last has none.
    """
    if not isinstance(fields.at("batna"), ListNode):
        return fields.text("batna"), ()
    found: list[Alternative] = []
    last = ""
    for each in fields.each("batna", f"a course of action of {fields.what}", needed=True):
        when = each.condition("when", _only(party))
        words = each.text("words")
        if when is None:
            last = last or words
        else:
            found.append(Alternative(when, words))
        each.close()
    if not last:
        fields.reading.report.add(
            codes.N102, fields.at("batna"), what="the last course of action", field="words without 'when'"
        )
    return last, tuple(found)


def read_constituencies(reading: Reading, nodes: Iterable[Node]) -> tuple[Constituency, ...]:
    """Return the groups at home of both parties."""
    found: list[Constituency] = []
    for id, fields in all_named(reading, nodes, "constituency"):
        found.append(_constituency(reading, fields, id))
        fields.close()
    return tuple(found)


def _constituency(reading: Reading, fields: Fields, id: str) -> Constituency:
    party = fields.party()
    must = fields.one_of("must", _MUST, "")
    carries_at = fields.number("carries_at", LOWEST, HIGHEST)
    blocks_at = fields.number("blocks_at", LOWEST - 1, HIGHEST)
    if blocks_at >= carries_at and fields.has("carries_at") and fields.has("blocks_at"):
        reason = f"'carries_at' is {carries_at}: it must lie above"
        reading.report.add(
            codes.N119, fields.at("blocks_at"), field="blocks_at", value=blocks_at, reason=reason
        )
    asked_first_at = fields.number("asked_first_at", LOWEST, HIGHEST, -1)
    return Constituency(
        id=id,
        label=fields.label("label"),
        party=party,
        votes=fields.number("votes", 0, _MOST_VOTES, 0),
        gate=fields.flag("gate", default=False),
        must_be_for=must == "for",
        must_not_be_against=must == "not_against",
        carries_at=carries_at,
        blocks_at=blocks_at,
        asked_first_at=None if asked_first_at < LOWEST else asked_first_at,
        start=fields.number("start", LOWEST, HIGHEST),
        terms=_ordered_terms(reading, fields, id, _only(party)),
        note=fields.prose("note", ""),
        basis=fields.basis,
    )


def _terms(fields: Fields, name: str, seen: Seen, context: Context) -> tuple[Term, ...]:
    found: list[Term] = []
    for term in fields.each(name, f"a term of {fields.what}", shape="term"):
        found.append(
            Term(
                add=term.amount("add", seen, context),
                when=term.condition("when", seen, context),
                why=term.prose("why"),
                basis=term.basis,
            )
        )
        term.close()
    return tuple(found)


def _ordered_terms(reading: Reading, fields: Fields, id: str, seen: Seen) -> tuple[Term, ...]:
    """Return the terms of a support, which may read the support only of what stands further up."""
    known = list(reading.names.constituencies)
    found = _terms(fields, "terms", seen, Context.HOME)
    for term in found:
        for tree in (term.add.tree, *(() if term.when is None else (term.when.tree,))):
            for node in nodes(tree):
                if isinstance(node, SupportOf) and node.constituency >= known.index(id):
                    name = known[node.constituency]
                    reading.report.add(codes.N518, fields.at("terms"), owner=id, name=name)
    return found


def _only(party: int) -> Seen:
    return party == 0, party == 1
