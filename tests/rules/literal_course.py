"""What a legal move does in the second engine, and all that follows by itself."""

from game.rules.moves import (
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Pause,
    Propose,
    Reject,
    Reopen,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from tests.rules import literal_effects as effects
from tests.rules import literal_home as home
from tests.rules import literal_law as law
from tests.rules import literal_table_law as table_law
from tests.rules import literal_time as time
from tests.rules.literal_words import set_options


def begun(sc):
    """Return the table as it stands before the first move."""
    s = {
        "round": sc.opening.round,
        "slot": 0,
        "exchange": 0,
        "turn": 0,
        "acted": False,
        "lost": 0,
        "delegates": [-1, -1],
        "agenda": set(),
        "agreed": set_options(sc.opening.agreed),
        "marks": set(),
        "offers": [None, None],
        "last": [[], []],
        "signed": [False, False],
        "meters": [meter.start for meter in sc.meters],
        "flags": [flag.start for flag in sc.flags],
        "levels": [int(order.level) for order in sc.orders],
        "pending": [[], []],
        "taken": {},
        "put": set(),
        "uses": {},
        "issue_uses": {},
        "fired": {},
        "draws": [],
        "questions": [],
        "no_from_home": [False, False],
        "scheduled": [],
        "known": [[], []],
        "cited": [],
        "countered": [],
        "published": {index for index, document in enumerate(sc.documents) if all(document.seen)},
        "holds": [0, 0],
        "passes": 0,
        "moved": [0, 0],
        "changes": 0,
        "voting": False,
        "votes": [None, None],
        "signed_package": None,
        "signed_weight": [0, 0],
        "signed_reservation": [0, 0],
        "ended": None,
        "left by": "",
        "told": [],
        "outcome": None,
    }
    time.enter(sc, s, sc.opening.round, first=True)
    time.settle(sc, s, set())
    return s


def play(sc, s, author, move) -> None:
    """Make a legal move at the table `s`, and let all follow that follows."""
    now: set[int] = set()  # the events of this move
    s["told"], s["left by"] = [], ""
    match move:
        case Pause() | Resume():
            return
        case Broadcast():
            effects.tell(s, "Announced", move.words)
            return
        case Decide():
            effects.answered(sc, s, author, move)
            decision = sc.decisions[move.decision]
            choice = decision.choices[move.choice]
            effects.effects(sc, s, choice.effects, f"decision:{decision.id}")
            if choice.runs is not None and s["ended"] is None:
                make(sc, s, author, law.run(sc, s, author, choice.runs))
        case Act():
            take(sc, s, author, move)
        case Draw():
            s["draws"].pop(0)
            event = sc.events[move.event]
            effects.tell(s, "Drawn", move.event, move.outcome)
            effects.effects(sc, s, event.outcomes[move.outcome].effects, f"event:{event.id}")
        case Expire():
            make(sc, s, law.mover(sc, s), Hold(), expired=True)
        case Answer():
            heard(sc, s, move)
        case Vote():
            package = s["agreed"] if s["signed_package"] is None else s["signed_package"]
            s["votes"][move.party] = home.vote(sc, s, move.party, package)
            effects.tell(s, "Voted", home.told(s["votes"][move.party]))
            if None not in s["votes"]:
                s["voting"] = False
                both = all(vote["carried"] for vote in s["votes"])
                s["ended"] = "ratified" if both else "refused"
        case Inject():
            time.fire(sc, s, move.event, now)
        case _:
            make(sc, s, author, move)
    time.settle(sc, s, now)


def make(sc, s, party, move, expired=False) -> None:
    """Make a table move; it ends the turn."""
    talks = sc.rounds[s["round"]].kind.value == "talks"
    held = isinstance(move, Hold)
    if held:
        effects.tell(s, "Held", party, move.reason, expired)
        s["holds"][party] += 1
        if talks and s["holds"][party] % sc.conduct.holds_running == 0:
            effects.trust(sc, s, sc.conduct.holds_add, "holds")
    elif not isinstance(move, WalkOut):
        s["changes"] += 1
    match move:
        case Propose():
            propose(sc, s, party, move)
        case Accept():
            accept(sc, s, party, move)
        case Reject():
            s["offers"][1 - party] = None
            effects.tell(s, "OfferRejected", party, move.reason)
        case Reopen():
            effects.reopen(sc, s, {move.issue}, party)
            effects.trust(sc, s, sc.conduct.reopen_add, "reopened")
        case Sign():
            sign(sc, s, party)
        case WalkOut():
            effects.tell(s, "WalkedOut", party)
            s["ended"] = s["ended"] or "walk_out"
    if s["ended"] is None:
        s["holds"][party] = s["holds"][party] if held else 0
        time.pass_turn(sc, s, party, held)


def propose(sc, s, party, move) -> None:
    packages = [set_options(package) for package in move.packages]
    packages = [
        {issue: option for issue, option in package.items() if issue not in s["agreed"]}
        for package in packages
    ]
    nearer = None
    if s["last"][party]:
        text = s["agreed"]  # both the old and the new offer mean a whole text
        nearer = max(
            min(steps(sc, party, {**text, **old}, {**text, **new}) for old in s["last"][party])
            for new in packages
        )
    effects.table(sc, s, party, packages, move.linked, move.ad_referendum)
    if nearer is not None and nearer >= sc.conduct.better_steps:
        effects.trust(sc, s, sc.conduct.better_add, "better_offer")
    elif nearer is not None and -nearer >= sc.conduct.worse_steps:
        effects.trust(sc, s, sc.conduct.worse_add, "worse_offer")
    s["offers"][party]["changes"] = s["changes"]


def steps(sc, party, old, new) -> int:
    """Return how many rungs `new` lies nearer than `old` to the ideal of the other side."""
    up = sum(new[issue] - old[issue] for issue in new if issue in old and sc.issues[issue].ordered)
    return up if party == 0 else -up


def accept(sc, s, party, move) -> None:
    offer = s["offers"][1 - party]
    taken = table_law.taken_of(offer, move)
    beyond = []
    for who, referred in ((1 - party, offer["adref"]), (party, move.ad_referendum)):
        if referred:
            issues = set()
            for order in home.broken(sc, s, who, taken):
                named = {sc.orders[order].issue} - {None} or sc.orders[order].when.reads_issues()
                issues |= set(named) & set(taken)
            if issues:
                beyond.append((who, issues))
    effects.clear_signatures(s)
    effects.tell(s, "OfferAccepted", party, move.which, tuple(sorted(taken)), move.ad_referendum)
    for issue, option in taken.items():
        effects.tell(s, "IssueClosed", issue, option)
    s["agreed"].update(taken)
    s["agreed"] = dict(sorted(s["agreed"].items()))
    offer["packages"] = [offer["packages"][move.which]]
    title = None if sc.declaration is None else sc.declaration.title_issue
    if title is not None and title in taken:
        effects.reopen(sc, s, set(home.unmet(sc, s, s["agreed"])) - set(taken), -1)
    for who, issues in beyond:
        s["marks"] |= {(issue, who) for issue in issues}
        s["questions"].append(
            {
                "party": who,
                "kind": "confirmation",
                "package": dict(s["agreed"]),
                "due": sc.homes[who].answers_in,
                "issues": sorted(issues),
            }
        )
        effects.tell(s, "HomeAsked", *effects.asked(s["questions"][-1]))
    for who in (0, 1):
        trim(s, who)


def trim(s, party) -> None:
    """Take out of an offer what is agreed; a linked alternative that was agreed otherwise falls whole."""
    offer = s["offers"][party]
    if offer is None:
        return
    left = []
    for alternative in offer["packages"]:
        against = any(s["agreed"].get(issue, option) != option for issue, option in alternative.items())
        rest = {issue: option for issue, option in alternative.items() if issue not in s["agreed"]}
        if rest and rest not in left and not (offer["linked"] and against):
            left.append(rest)
    if left:
        offer["packages"] = left
    else:
        s["offers"][party] = None


def sign(sc, s, party) -> None:
    s["signed"][party] = True
    effects.tell(s, "SignedBy", party)
    if all(s["signed"]):
        s["signed_weight"] = [home.delegation(sc, s, who).weight for who in (0, 1)]
        s["signed_reservation"] = [home.reservation(sc, s, who) for who in (0, 1)]
        s["signed_package"] = dict(s["agreed"])
        s["ended"] = s["ended"] or "concluded"
        effects.tell(s, "Concluded", effects.items(s["agreed"]))


def take(sc, s, party, move) -> None:
    """Take an action: what its kind does, then what its author wrote."""
    action = sc.actions[move.action]
    s["acted"] = True
    s["lost"] += action.takes
    s["uses"][party, move.action] = s["uses"].get((party, move.action), 0) + 1
    effects.tell(s, "ActionTaken", party, move.action, move.issue, move.package)
    if action.table:
        s["changes"] += 1
    elif action.footprint:
        effects.tell(s, "ActionFelt", party, move.action, move.issue)
    match action.kind.value:
        case "sound_out" | "ask_why":
            if action.kind.value == "ask_why":
                effects.learn(s, party, ("interest", move.issue, -1, -1, -1))
            else:
                key = (party, move.action, move.issue)
                s["issue_uses"][key] = s["issue_uses"].get(key, 0) + 1
                effects.learn(s, party, sounded(sc, s, party, move.issue))
        case "ask_home":
            s["questions"].append(
                {
                    "party": party,
                    "kind": "permission",
                    "package": set_options(move.package),
                    "due": sc.homes[party].asked_answers_in,
                    "issues": [],
                }
            )
            effects.tell(s, "HomeAsked", *effects.asked(s["questions"][-1]))
        case "decide_alone":
            own = sc.homes[party]
            orders = home.broken(sc, s, party, set_options(move.package))
            for order in orders:
                effects.order(s, order, home.FREE, "alone")
            cost = own.alone_cost_after_no if s["no_from_home"][party] else own.alone_cost
            if own.unity is not None:
                effects.meter(sc, s, own.unity, s["meters"][own.unity] - cost * len(orders), "alone")
        case "cite":
            if action.document is not None:
                s["cited"].append(action.document)
                s["published"].add(action.document)
                effects.tell(s, "DocumentCited", party, action.document, False)
            if action.counters is not None:
                s["countered"].append(action.counters)
                effects.tell(s, "DocumentCited", party, action.counters, True)
    effects.effects(sc, s, action.effects, f"action:{action.id}")


def sounded(sc, s, party, issue):
    """Return the band of the other side's weight, or the half it lies in, and the room it has."""
    them = 1 - party
    low = high = home.band(sc, them, issue)
    if s["meters"][sc.conduct.meter] < sc.conduct.sound_free:
        low, high = (0, 1) if low < 2 else (2, 3)
    return ("band", issue, low, high, room(sc, s, party, issue))


def room(sc, s, party, issue) -> int:
    """Return what the other's mandate says of one rung nearer to the asker than its last offer had it,
    or than its own ideal where it has made none: the level of the strictest order in the way."""
    them = 1 - party
    ideal = 0 if them == 0 else len(sc.issues[issue].options) - 1
    base = next((package for package in s["last"][them] if issue in package), {})
    nearer = base.get(issue, ideal) + (1 if them == 0 else -1)
    if not 0 <= nearer < len(sc.issues[issue].options):
        return home.FREE
    orders = home.broken(sc, s, them, {**base, issue: nearer})
    return max((s["levels"][order] for order in orders), default=home.FREE)


def heard(sc, s, move) -> None:
    """Take in the answer of a home to the oldest question that is due."""
    question = law.due(s)
    s["questions"] = [other for other in s["questions"] if other is not question]
    party = question["party"]
    effects.tell(s, "HomeAnswered", *effects.asked(question), move.yes)
    if question["kind"] == "permission":
        if move.yes:
            for order in home.broken(sc, s, party, question["package"]):
                if s["levels"][order] == home.ASK:
                    effects.order(s, order, home.FREE, "home")
        else:
            s["no_from_home"][party] = True
    elif move.yes:
        s["marks"] -= {(issue, party) for issue in question["issues"]}
    else:
        s["changes"] += 1
        effects.tell(s, "Disowned", party, tuple(question["issues"]))
        for issue in question["issues"]:
            effects.agenda(s, issue, True)
        effects.reopen(sc, s, set(question["issues"]), -1)
        effects.trust(sc, s, sc.conduct.disowned_add, "disowned")
