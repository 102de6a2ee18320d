"""A second engine of the negotiation, slow and literal, written from the model and not from `game/rules`.

It reads the loaded `Scenario` and the moves as data and shares no rule with the engine that is played:
the table is one dictionary of plain lists, sets and numbers; conditions are walked node by node
(`literal_words`); homes and mandates are in `literal_home`, refusals in `literal_law`,
`literal_table_law` and `literal_act_law`, what follows from a move in `literal_course`,
`literal_effects` and `literal_time`. `agreement` plays both side by side.

**Readings.** Where the model page is silent, the second engine does as the first does:

Order of refusals. The end, the turn, a pending decision, the ratification; then of an offer: its words,
how many alternatives, things that do not exist, two alike, nothing left, closed and unlisted issues (of
all alternatives), then for each alternative needs, ad referendum, orders; last the repetition. Of an
action: whose, one a turn, the ratification, its condition, how often, then what its kind asks.

Offers. What is agreed in the same sense may be said again in an offer; it counts for nothing. The same
offer: the same alternatives in any order, tied and referred alike. A visible change is one at the table:
a table move, an offer that falls or is tabled, a table action, the agenda, a delegate, a paper, a
disowning, an event that both see; not a meter, a flag, a new meeting or a footprint. Trust weighs an offer
as a whole text: old and new are laid upon what is agreed now. A linked alternative falls when its author
agrees otherwise on a part of it.

Acceptance clears a first signature, as an offer does. The offerer's home is asked before the accepter's;
it is asked about the whole text as it stood, less what of the question is reopened.

Signing. An agreed option whose needs fail because an issue is left out cannot be signed; where nothing is
agreed, everything on the agenda is missing, or where it is empty everything there is. A ratification begins
with the signatures put away: `signed(party)` is false there. Where no instrument was signed the homes vote on
what is agreed.

Time. A meeting that is over by its exchanges or by two holds forgets what was lost of it. When a round's
time is over its last exchange stays the present one. A party that walks out or signs last passes no turn.
A decision is put once a game. Decisions are put, and trust breaks, when no event follows any more. An
answer that is due does not keep the talks in a round that has ended; chance does. A reopened issue is not
on the agenda unless the new round lists it; one that is disowned is.

A meeting for cards. Whoever has a card may answer it; the clock has no say there; the move that a choice
stands for is made and passes no turn, and a hold made so counts as one.

Choices. What is judged is the move that the choice would stand for after its effects, even where they
end the talks. Packages laid upon an offer lose what is closed or unlisted; two that become alike are two
alternatives alike.

Actions. Of the actions only plain ones are for a ratification. Sounding counts per issue, asking why ends
with the answer, wherever the issue stands. Room is the strictest order in the way of one rung more from
the other's last alternative that speaks of the issue, from its own ideal where none does; 0 where there
is no such rung. A cited paper is open to both. What the kind does comes before the author's effects.

Homes. Who has no vote, gate or veto blocks nothing. Blockers are those who alone could have carried it;
where there is none, those against.

The end. An instrument signed and concluded without a vote is in force. One that was signed and is not in
force costs both what a refusal costs, whatever ended the talks. The ending told is judged by what is
agreed. Schedules that were not due stay in the book.

What is told. Each change once, with its cause; a round that begins tells nothing more of its agenda, of
delegates who go and of signatures put away. The order is not compared.
"""

from tests.rules import literal_course, literal_effects, literal_home, literal_law, literal_words
from tests.rules.literal_words import meeting

begun = literal_course.begun
copied = literal_words.copied
mover = literal_law.mover
play = literal_course.play
refused = literal_law.refused


def answer(sc, s) -> bool:
    """Return what the home says whose answer is due."""
    return literal_home.answer(sc, s, literal_law.due(s))


def told(s) -> list:
    """Return what happened with the last move, in no order."""
    return sorted(map(repr, s["told"]))


def projection(sc, s) -> dict:
    """Return all that the table says, in the plain form that `agreement` makes of a `State` too."""
    return {
        "round": s["round"],
        "slot": s["slot"],
        "exchange": s["exchange"],
        "to move": mover(sc, s),
        "acted": s["acted"],
        "lost": s["lost"],
        "delegates": tuple(s["delegates"]),
        "agenda": tuple(sorted(s["agenda"])),
        "agreed": dict(s["agreed"]),
        "ad referendum": tuple(sorted(s["marks"])),
        "offers": tuple(_offer(s, offer) for offer in s["offers"]),
        "last offers": tuple(tuple(map(literal_effects.items, packages)) for packages in s["last"]),
        "signed": tuple(s["signed"]),
        "meters": tuple(s["meters"]),
        "flags": tuple(s["flags"]),
        "levels": tuple(s["levels"]),
        "pending": tuple(map(tuple, s["pending"])),
        "taken": dict(s["taken"]),
        "put": tuple(sorted(s["put"])),
        "uses": {key: count for key, count in s["uses"].items() if count},
        "fired": {key: count for key, count in s["fired"].items() if count},
        "draws": tuple(s["draws"]),
        "questions": tuple(map(literal_effects.asked, s["questions"])),
        "no from home": tuple(s["no_from_home"]),
        "scheduled": tuple(sorted(s["scheduled"])),
        "known": tuple(map(tuple, s["known"])),
        "cited": tuple(s["cited"]),
        "countered": tuple(s["countered"]),
        "published": tuple(sorted(s["published"])),
        "holds": tuple(s["holds"]),
        "passes": s["passes"],
        "voting": s["voting"],
        "votes": tuple(vote and literal_home.told(vote) for vote in s["votes"]),
        "signed package": s["signed_package"] and literal_effects.items(s["signed_package"]),
        "signed weight": tuple(s["signed_weight"]),
        "signed reservation": tuple(s["signed_reservation"]),
        "outcome": s["outcome"]
        and {**s["outcome"], "package": literal_effects.items(s["outcome"]["package"])},
        "points": tuple(literal_home.points(sc, party, s["agreed"]) for party in (0, 1)),
        "reservation": tuple(literal_home.reservation(sc, s, party) for party in (0, 1)),
        "support": tuple(
            literal_home.support(sc, s, index, s["agreed"], 0) for index in range(len(sc.constituencies))
        ),
        "homes": tuple(literal_home.told(literal_home.vote(sc, s, party, s["agreed"])) for party in (0, 1)),
        "leave": tuple(literal_home.permits(sc, s, party, s["agreed"]) for party in (0, 1)),
        "day": meeting(s, sc).date,
        "courses": tuple(literal_home.course_without(sc, s, party) for party in (0, 1)),
    }


def _offer(s, offer):
    if offer is None:
        return None
    packages = tuple(map(literal_effects.items, offer["packages"]))
    return packages, offer["linked"], offer["adref"], offer["slot"], offer["changes"] == s["changes"]
