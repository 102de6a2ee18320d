"""What an author's effects do at the table of the second engine, and small changes they share with moves."""

from tests.rules.literal_words import amount, holds, meeting, set_options


def tell(s, what, *facts) -> None:
    """Note what happened, in the terms of `game/rules/happenings.py`."""
    s["told"].append((what, *facts))


def items(package) -> tuple:
    return tuple(sorted(package.items()))


def asked(question) -> tuple:
    """Return a question as it is told and projected."""
    about = question["due"], tuple(question["issues"])
    return question["party"], question["kind"], items(question["package"]), *about


def table(sc, s, party, packages, linked, ad_referendum) -> None:
    clear_signatures(s)
    s["changes"] += 1
    s["last"][party] = packages
    s["offers"][party] = {
        "packages": packages,
        "linked": linked,
        "adref": ad_referendum,
        "changes": s["changes"],
        "slot": meeting(s, sc).ordinal,
    }
    tell(s, "OfferTabled", party, tuple(map(items, packages)), linked, ad_referendum)


def fall(s, party, lapsed) -> None:
    if s["offers"][party] is not None:
        s["offers"][party] = None
        s["changes"] += 1
        tell(s, "OfferFell", party, lapsed)


def meter(sc, s, index, to, cause) -> None:
    before, after = s["meters"][index], max(0, min(10, to))
    if before != after:
        tell(s, "MeterChanged", index, before, after, cause)
    s["meters"][index] = after


def trust(sc, s, by, cause) -> None:
    meter(sc, s, sc.conduct.meter, s["meters"][sc.conduct.meter] + by, cause)


def order(s, index, level, cause) -> None:
    if s["levels"][index] != level:
        tell(s, "OrderChanged", index, level, cause)
    s["levels"][index] = level


def agenda(s, issue, on) -> None:
    if (issue in s["agenda"]) != on:
        s["changes"] += 1
        tell(s, "AgendaChanged", issue, on)
    if on:
        s["agenda"].add(issue)
    else:
        s["agenda"].discard(issue)


def send(s, party, delegate) -> None:
    if s["delegates"][party] != delegate:
        s["changes"] += 1
        tell(s, "DelegateChanged", party, delegate)
    s["delegates"][party] = delegate


def clear_signatures(s) -> None:
    for party in (0, 1):
        if s["signed"][party]:
            tell(s, "SignatureCleared", party)
    s["signed"] = [False, False]


def reopen(sc, s, issues, by) -> None:
    for issue in issues:
        tell(s, "IssueReopened", by, issue)
        s["changes"] += 1
        del s["agreed"][issue]
    if not issues:
        return
    s["marks"] = {(issue, party) for issue, party in s["marks"] if issue not in issues}
    clear_signatures(s)
    left = []
    for question in s["questions"]:
        if question["kind"] == "confirmation" and set(question["issues"]) & issues:
            question["issues"] = [issue for issue in question["issues"] if issue not in issues]
            question["package"] = {i: o for i, o in question["package"].items() if i not in issues}
            if not question["issues"]:
                continue
        left.append(question)
    s["questions"] = left


def learn(s, party, known) -> None:
    if known not in s["known"][party]:
        s["known"][party].append(known)
        tell(s, "Learnt", party, known)


def answered(sc, s, party, move) -> None:
    s["pending"][party].remove(move.decision)
    s["taken"][move.decision] = move.choice
    tell(s, "DecisionTaken", party, move.decision, move.choice)


def put(sc, s, decision) -> None:
    if decision not in s["put"]:
        party = sc.decisions[decision].party
        s["put"].add(decision)
        s["pending"][party].append(decision)
        tell(s, "DecisionPut", party, decision)


def effects(sc, s, written, cause) -> None:
    """Let effects happen one after the other; the condition of each sees those before it."""
    for effect in written:
        if holds(effect.when, s["agreed"], s, sc):
            globals()["_" + type(effect).__name__.lower()](sc, s, effect, cause)


def _add(sc, s, effect, cause):
    by = amount(effect.amount, s["agreed"], s, sc)
    meter(sc, s, effect.meter, s["meters"][effect.meter] + by, cause)


def _setmeter(sc, s, effect, cause):
    meter(sc, s, effect.meter, amount(effect.amount, s["agreed"], s, sc), cause)


def _setflag(sc, s, effect, cause):
    if s["flags"][effect.flag] != effect.value:
        tell(s, "FlagChanged", effect.flag, effect.value)
    s["flags"][effect.flag] = effect.value


def _instruct(sc, s, effect, cause):
    order(s, effect.order, int(effect.level), cause)


def _putdecision(sc, s, effect, cause):
    put(sc, s, effect.decision)


def _withdraw(sc, s, effect, cause):
    fall(s, effect.party, False)


def _tableoffer(sc, s, effect, cause):
    package = {i: o for i, o in set_options(effect.package).items() if i not in s["agreed"]}
    if package:
        table(sc, s, effect.party, [package], effect.linked, False)


def _movereservation(sc, s, effect, cause):
    by = amount(effect.amount, s["agreed"], s, sc)
    s["moved"][effect.party] += by
    tell(s, "ReservationMoved", effect.party, by)


def _reveal(sc, s, effect, cause):
    learn(s, effect.party, ("interest", effect.issue, -1, -1, -1))


def _publish(sc, s, effect, cause):
    if effect.document not in s["published"]:
        s["changes"] += 1
        tell(s, "DocumentPublished", effect.document)
    s["published"].add(effect.document)


def _setagenda(sc, s, effect, cause):
    agenda(s, effect.issue, effect.on)


def _schedule(sc, s, effect, cause):
    s["scheduled"].append((effect.event, meeting(s, sc).ordinal + effect.slots))


def _appoint(sc, s, effect, cause):
    send(s, sc.delegates[effect.delegate].party, effect.delegate)


def _recall(sc, s, effect, cause):
    send(s, effect.party, -1)


def _endtalks(sc, s, effect, cause):
    s["ended"] = s["ended"] or "breakdown"
