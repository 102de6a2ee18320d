"""How time passes at the table of the second engine, and what follows by itself until somebody must speak."""

from tests.rules import literal_effects as effects
from tests.rules import literal_home as home
from tests.rules import literal_law as law
from tests.rules.literal_words import holds, meeting


def fire(sc, s, index, now) -> None:
    """Let an event happen; what chance decides of it waits for nature."""
    event = sc.events[index]
    now.add(index)
    s["fired"][index] = s["fired"].get(index, 0) + 1
    if any(event.seen):
        effects.tell(s, "EventHappened", index)
    if all(event.seen):
        s["changes"] += 1
    elif event.footprint:
        effects.tell(s, "EventFelt", index)
    effects.effects(sc, s, event.effects, f"event:{event.id}")
    if event.outcomes:
        s["draws"].append(index)


def events(sc, s, now) -> None:
    """Scan the events in the order of the file until none happens any more, each once in this move."""
    again = True
    while again:
        again = False
        for index, event in enumerate(sc.events):
            if index in now or (s["fired"].get(index, 0) and not event.repeats):
                continue
            here = meeting(s, sc).ordinal
            planned = [item for item in s["scheduled"] if item[0] == index and item[1] <= here]
            if planned:
                s["scheduled"].remove(planned[0])
            if planned or (event.when is not None and holds(event.when, s["agreed"], s, sc)):
                fire(sc, s, index, now)
                again = True


def settle(sc, s, now) -> None:
    """Let all happen that follows by itself, until somebody must speak."""
    while s["outcome"] is None:
        events(sc, s, now)
        for index, decision in enumerate(sc.decisions):
            asked = decision.when is not None and index not in s["put"]
            if asked and holds(decision.when, s["agreed"], s, sc):
                effects.put(sc, s, index)
        talks = sc.rounds[s["round"]].kind.value == "talks"
        if talks and s["meters"][sc.conduct.meter] <= sc.conduct.breaks_at:
            s["ended"] = s["ended"] or "breakdown"
        if s["draws"]:
            return
        if s["ended"] is not None:
            leave(sc, s)
        elif meeting(s, sc).exchanges == 0 and not s["voting"] and not any(s["pending"]):
            if law.due(s) is not None:
                return
            next_meeting(sc, s)
        else:
            return


def leave(sc, s) -> None:
    """Go where the first way whose guard holds leads, or to the end."""
    trigger = s["left by"] = s["ended"]
    edges = next(
        edges for (index, t), edges in sc.protocol.items() if (index, t.value) == (s["round"], trigger)
    )
    target = next(edge.target for edge in edges if holds(edge.guard, s["agreed"], s, sc))
    if target >= 0:
        enter(sc, s, target)
        return
    package = s["signed_package"]
    ending = next(
        index
        for index, item in enumerate(sc.endings)
        if trigger in {t.value for t in item.after} and holds(item.when, s["agreed"], s, sc)
    )
    value = s["signed_reservation"] if package is not None else [home.reservation(sc, s, p) for p in (0, 1)]
    worth = list(value)
    in_force = package is not None and trigger in ("ratified", "concluded")
    if in_force:
        worth = [home.points(sc, party, package) for party in (0, 1)]
    elif package is not None:
        worth = [value[party] - sc.homes[party].refused_cost for party in (0, 1)]
    s["pending"], s["questions"], s["draws"], s["ended"] = [[], []], [], [], None
    s["outcome"] = {
        "trigger": trigger,
        "ending": ending,
        "package": dict(package or {}),
        "signed": package is not None,
        "ratified": in_force,
        "points": worth,
        "reservation": list(value),
    }
    effects.tell(s, "Ended", trigger, ending)


def enter(sc, s, index, first=False) -> None:
    """Begin a round: the text persists, standing offers fall."""
    round_ = sc.rounds[index]
    s["round"], s["slot"], s["ended"], s["voting"] = index, 0, None, False
    s["holds"], s["signed"] = [0, 0], [False, False]
    s["agenda"], s["acted"] = set(round_.agenda), False
    for party in (0, 1):
        effects.fall(s, party, False)
        chosen = s["delegates"][party]
        if chosen >= 0 and not sc.delegates[chosen].stays:
            s["delegates"][party] = -1
    effects.tell(s, "RoundEntered", index)
    effects.reopen(sc, s, {issue for issue in round_.reopens if issue in s["agreed"]}, -1)
    s["votes"] = [None, None]
    if round_.kind.value == "talks":
        s["signed_package"] = None
    if not first:
        level, to = s["meters"][sc.conduct.meter], sc.conduct.drift_to
        by = min(sc.conduct.drift_by, abs(to - level))
        effects.trust(sc, s, by if to > level else -by, "drift")
    open_meeting(sc, s)


def open_meeting(sc, s) -> None:
    s["exchange"], s["lost"], s["passes"] = 0, 0, 0
    s["turn"] = sc.rounds[s["round"]].opens
    effects.tell(s, "SlotOpened", s["round"], s["slot"])
    for question in s["questions"]:
        question["due"] -= 1
    for party in (0, 1):
        offer = s["offers"][party]
        lapse = sc.conduct.lapse_after
        if offer is not None and lapse and meeting(s, sc).ordinal - offer["slot"] >= lapse:
            effects.fall(s, party, True)


def next_meeting(sc, s) -> None:
    round_ = sc.rounds[s["round"]]
    if s["slot"] + 1 < len(round_.slots):
        s["slot"] += 1
        open_meeting(sc, s)
        return
    s["exchange"] = max(0, meeting(s, sc).exchanges - 1)  # the last stays the present one
    if round_.kind.value == "ratification":
        s["voting"] = True
    else:
        s["ended"] = s["ended"] or "deadline"


def pass_turn(sc, s, party, held) -> None:
    """Let the other speak; after the second of an exchange, count it, and what actions took with it."""
    slot = meeting(s, sc)
    if slot.exchanges == 0:
        return
    opens = sc.rounds[s["round"]].opens
    s["acted"] = False
    s["passes"] = s["passes"] + 1 if held else 0
    s["turn"] = 1 - party
    if party != opens:
        s["exchange"] += 1 + s["lost"]
        s["lost"] = 0
    if s["passes"] >= 2 or s["exchange"] >= slot.exchanges:
        next_meeting(sc, s)
