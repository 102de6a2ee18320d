"""Which actions the second engine refuses, and why."""

from tests.rules import literal_home as home
from tests.rules.literal_words import holds, is_package, set_options


def act(sc, s, party, move):
    """Return why an action is refused."""
    if not 0 <= move.action < len(sc.actions):
        return "NO_SUCH_THING", None
    action = sc.actions[move.action]
    kind = action.kind.value
    if not action.party[party]:
        return "NOT_YOUR_ACTION", None
    if s["acted"]:
        return "ALREADY_ACTED", None
    if sc.rounds[s["round"]].kind.value == "ratification" and kind != "plain":
        return "NOT_HERE", None
    if not holds(action.when, s["agreed"], s, sc):
        return "ACTION_CLOSED", None
    per_issue = kind in ("sound_out", "ask_why")
    if action.times and not per_issue and s["uses"].get((party, move.action), 0) >= action.times:
        return "ACTION_USED", None
    if per_issue:
        return _asks(sc, s, party, move, action)
    if kind in ("ask_home", "decide_alone"):
        return _widens(sc, s, party, move, kind)
    if kind == "cite":
        if action.document is not None and action.document in s["cited"]:
            return "ALREADY_CITED", None
        answers = action.counters
        if answers is not None and (answers not in s["cited"] or answers in s["countered"]):
            return "NOTHING_TO_COUNTER", None
    return None


def _asks(sc, s, party, move, action):
    if move.issue is None or not 0 <= move.issue < len(sc.issues):
        return "ACTION_NEEDS_ISSUE", None
    if action.kind.value == "ask_why":
        known = any(k[0] == "interest" and k[1] == move.issue for k in s["known"][party])
        return ("ALREADY_KNOWN", move.issue) if known else None
    if move.issue not in s["agenda"]:
        return "NOT_ON_AGENDA", move.issue
    if s["meters"][sc.conduct.meter] < sc.conduct.sound_least:
        return "TRUST_TOO_LOW", None
    if action.times and s["issue_uses"].get((party, move.action, move.issue), 0) >= action.times:
        return "ALREADY_KNOWN", move.issue
    return None


def _widens(sc, s, party, move, kind):
    if move.package is None or len(move.package) != len(sc.issues):
        return "ACTION_NEEDS_PACKAGE", None
    if not is_package(sc, move.package):
        return "NO_SUCH_THING", None
    if kind == "decide_alone" and not home.delegation(sc, s, party).alone:
        return "NO_FULL_POWERS", ()
    orders = home.broken(sc, s, party, set_options(move.package))
    if not orders:
        return "WITHIN_MANDATE", None
    barred = tuple(order for order in orders if s["levels"][order] == home.NEVER)
    if barred:
        return "BEYOND_MANDATE", barred
    asked = any(q["kind"] == "permission" and q["party"] == party for q in s["questions"])
    if kind == "ask_home" and asked:
        return "QUESTION_OPEN", None
    return None
