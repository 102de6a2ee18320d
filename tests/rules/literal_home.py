"""Homes, mandates and worth for the second engine: what would carry, what is beyond orders, what counts."""

from tests.rules.literal_words import amount, holds

FREE, ASK, NEVER = 0, 1, 2


def delegation(sc, s, party):
    """Return who speaks for `party`: the delegate an effect appointed, else the round's own."""
    chosen = s["delegates"][party]
    if chosen >= 0:
        return sc.delegates[chosen].delegation
    return sc.rounds[s["round"]].delegations[party]


def weight(sc, s, party) -> int:
    """Return the signature weight that counts now: that of who signed, once both have."""
    if s["signed_package"] is not None:
        return s["signed_weight"][party]
    return delegation(sc, s, party).weight


def support(sc, s, constituency, package, extra) -> int:
    group = sc.constituencies[constituency]
    total = group.start + extra
    for term in group.terms:
        if holds(term.when, package, s, sc):
            total += amount(term.add, package, s, sc)
    return max(0, min(10, total))


def stands(group, level) -> str:
    if level >= group.carries_at:
        return "for"
    return "against" if level <= group.blocks_at else "away"


def has_a_say(group) -> bool:
    return group.votes > 0 or group.gate or group.must_be_for or group.must_not_be_against


def carries(sc, party, standings) -> bool:
    """Say whether a home with these standings (constituency -> word) carries."""
    votes = {"for": 0, "against": 0, "away": 0}
    for index, word in standings.items():
        group = sc.constituencies[index]
        votes[word] += group.votes
        if group.must_be_for and word != "for":
            return False
        if (group.gate or group.must_not_be_against) and word == "against":
            return False
    return votes["for"] > votes["against"] and votes["for"] >= sc.homes[party].quorum


def vote(sc, s, party, package):
    """Return how the home of `party` would vote on `package` now."""
    levels, standings = {}, {}
    for index, group in enumerate(sc.constituencies):
        if group.party == party:
            extra = weight(sc, s, party) if group.gate else 0
            levels[index] = support(sc, s, index, package, extra)
            standings[index] = stands(group, levels[index])
    carried = carries(sc, party, standings)
    heard = {i: word for i, word in standings.items() if has_a_say(sc.constituencies[i])}
    blockers = []
    if not carried:
        blockers = [i for i in heard if carries(sc, party, {**standings, i: "for"}) and heard[i] != "for"]
        if not blockers:
            blockers = [i for i, word in heard.items() if word == "against"]
    count = {
        word: sum(sc.constituencies[i].votes for i, w in standings.items() if w == word)
        for word in ("for", "against")
    }
    return {
        "party": party,
        "rows": [(i, standings[i], levels[i]) for i in standings],
        "for": count["for"],
        "against": count["against"],
        "carried": carried,
        "blockers": blockers,
    }


def told(vote) -> tuple:
    """Return a vote as it is told and projected."""
    counts = vote["for"], vote["against"], vote["carried"]
    return vote["party"], tuple(vote["rows"]), *counts, tuple(sorted(vote["blockers"]))


def permits(sc, s, party, package) -> bool:
    """Say whether the home of `party`, asked before the table is told, would give leave."""
    own = [(i, g) for i, g in enumerate(sc.constituencies) if g.party == party]
    if all(group.asked_first_at is None for _, group in own):
        return vote(sc, s, party, package)["carried"]
    for index, group in own:
        level = support(sc, s, index, package, 0)
        if group.asked_first_at is not None and level < group.asked_first_at:
            return False
        if group.votes and stands(group, level) == "against":
            return False
    return True


def answer(sc, s, question) -> bool:
    """Return what the home that was asked says."""
    if question["kind"] == "permission":
        return permits(sc, s, question["party"], {**s["agreed"], **question["package"]})
    return vote(sc, s, question["party"], question["package"])["carried"]


def broken(sc, s, party, package) -> list[int]:
    """Return the orders that `package`, laid upon what is agreed, breaks and the agreed text does not."""
    whole = {**s["agreed"], **package}
    return [
        index
        for index, order in enumerate(sc.orders)
        if order.party == party
        and s["levels"][index] != FREE
        and holds(order.when, whole, s, sc)
        and not holds(order.when, s["agreed"], s, sc)
    ]


def unmet(sc, s, package) -> list[int]:
    """Return the issues whose option in `package` has a need that fails; unknown while a name is open."""
    found = []
    for issue in sorted(package):
        for need in sc.issues[issue].options[package[issue]].needs:
            named = set(need.issues) | {issue}
            if named <= set(package) and not holds(need.when, package, s, sc):
                found.append(issue)
    return found


def points(sc, party, package) -> int:
    total = sum(sc.points[party][issue][option] for issue, option in package.items())
    for linkage in sc.linkages:
        if linkage.party == party and holds(linkage.when, package, {}, sc):
            total += linkage.points
    return total


def reservation(sc, s, party) -> int:
    total = s["moved"][party]
    for term in sc.homes[party].reservation:
        if holds(term.when, s["agreed"], s, sc):
            total += amount(term.add, s["agreed"], s, sc)
    return total


def course_without(sc, s, party) -> str:
    """Return what `party` would do without an agreement now."""
    own = sc.homes[party]
    return next((item.words for item in own.alternatives if holds(item.when, s["agreed"], s, sc)), own.batna)


def band(sc, party, issue) -> int:
    """Return the weight band of an issue for `party`: little 0 to most 3."""
    row = sc.points[party][issue]
    return sum(1 for least in sc.conduct.bands if max(row) - min(row) >= least)
