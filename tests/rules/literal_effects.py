"""What an author's effects do at the table of the second engine, and small changes they share with moves."""

from tests.rules.literal_words import amount, holds, meeting, set_options


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


def meter(sc, s, index, to) -> None:
    s["meters"][index] = max(0, min(10, to))


def trust(sc, s, by) -> None:
    meter(sc, s, sc.conduct.meter, s["meters"][sc.conduct.meter] + by)


def clear_signatures(s) -> None:
    s["signed"] = [False, False]


def reopen(sc, s, issues) -> None:
    for issue in issues:
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


def answered(sc, s, party, move) -> None:
    s["pending"][party].remove(move.decision)
    s["taken"][move.decision] = move.choice


def put(sc, s, decision) -> None:
    if decision not in s["put"]:
        s["put"].add(decision)
        s["pending"][sc.decisions[decision].party].append(decision)


def effects(sc, s, items) -> None:
    """Let effects happen one after the other; the condition of each sees those before it."""
    for effect in items:
        if holds(effect.when, s["agreed"], s, sc):
            globals()["_" + type(effect).__name__.lower()](sc, s, effect)


def _add(sc, s, effect):
    meter(sc, s, effect.meter, s["meters"][effect.meter] + amount(effect.amount, s["agreed"], s, sc))


def _setmeter(sc, s, effect):
    meter(sc, s, effect.meter, amount(effect.amount, s["agreed"], s, sc))


def _setflag(sc, s, effect):
    s["flags"][effect.flag] = effect.value


def _instruct(sc, s, effect):
    s["levels"][effect.order] = int(effect.level)


def _putdecision(sc, s, effect):
    put(sc, s, effect.decision)


def _withdraw(sc, s, effect):
    if s["offers"][effect.party] is not None:
        s["changes"] += 1
    s["offers"][effect.party] = None


def _tableoffer(sc, s, effect):
    package = {i: o for i, o in set_options(effect.package).items() if i not in s["agreed"]}
    if package:
        table(sc, s, effect.party, [package], effect.linked, False)


def _movereservation(sc, s, effect):
    s["moved"][effect.party] += amount(effect.amount, s["agreed"], s, sc)


def _reveal(sc, s, effect):
    learn(s, effect.party, ("interest", effect.issue, -1, -1, -1))


def _publish(sc, s, effect):
    if effect.document not in s["published"]:
        s["changes"] += 1
    s["published"].add(effect.document)


def _setagenda(sc, s, effect):
    if (effect.issue in s["agenda"]) != effect.on:
        s["changes"] += 1
    if effect.on:
        s["agenda"].add(effect.issue)
    else:
        s["agenda"].discard(effect.issue)


def _schedule(sc, s, effect):
    s["scheduled"].append((effect.event, meeting(s, sc).ordinal + effect.slots))


def _appoint(sc, s, effect):
    party = sc.delegates[effect.delegate].party
    if s["delegates"][party] != effect.delegate:
        s["changes"] += 1
    s["delegates"][party] = effect.delegate


def _recall(sc, s, effect):
    if s["delegates"][effect.party] != -1:
        s["changes"] += 1
    s["delegates"][effect.party] = -1


def _endtalks(sc, s, effect):
    s["ended"] = s["ended"] or "breakdown"
