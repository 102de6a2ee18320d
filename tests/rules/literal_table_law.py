"""Which table moves the second engine refuses, and why."""

from game.rules.moves import TABLE_MOVES, WORDS_LIMIT, Hold
from tests.rules import literal_home as home
from tests.rules.literal_words import holds, is_package, set_options


def table(sc, s, party, move):
    """Return why a table move is refused."""
    assert isinstance(move, TABLE_MOVES)
    talks = sc.rounds[s["round"]].kind.value == "talks"
    if not talks and not isinstance(move, Hold):
        return "NOT_HERE", None
    return globals()["_" + type(move).__name__.lower()](sc, s, party, move)


def _hold(sc, s, party, move):
    return ("WORDS_TOO_LONG", None) if len(move.reason) > WORDS_LIMIT else None


def _walkout(sc, s, party, move):
    return None


def _reject(sc, s, party, move):
    if s["offers"][1 - party] is None:
        return "NOTHING_TABLED", None
    return ("WORDS_TOO_LONG", None) if len(move.reason) > WORDS_LIMIT else None


def _propose(sc, s, party, move):
    if len(move.words) > WORDS_LIMIT:
        return "WORDS_TOO_LONG", None
    if not 1 <= len(move.packages) <= 3:
        return "ALTERNATIVES", None
    if not all(is_package(sc, package) for package in move.packages):
        return "NO_SUCH_THING", None
    packages = [
        {i: o for i, o in set_options(package).items() if s["agreed"].get(i) != o}
        for package in move.packages
    ]
    if any(packages.count(package) > 1 for package in packages):
        return "ALTERNATIVES", None
    if not all(packages):
        return "EMPTY_OFFER", None
    for package in packages:
        for issue in sorted(package):
            if issue in s["agreed"]:
                return "ISSUE_CLOSED", issue
            if issue not in s["agenda"]:
                return "NOT_ON_AGENDA", issue
    for package in packages:
        found = _fits(sc, s, party, package, move.ad_referendum)
        if found is not None:
            return found
    standing = s["offers"][party]
    if standing is not None and standing["changes"] == s["changes"]:
        same = sorted(map(sorted_items, standing["packages"])) == sorted(
            sorted_items(package) for package in packages
        )
        if same and (standing["linked"], standing["adref"]) == (move.linked, move.ad_referendum):
            return "SAME_OFFER", None
    return None


def sorted_items(package):
    return sorted(package.items())


def _fits(sc, s, party, package, ad_referendum):
    """Return whether needs or orders stand against `package` laid upon what is agreed."""
    unmet = home.unmet(sc, s, {**s["agreed"], **package})
    title = None if sc.declaration is None else sc.declaration.title_issue
    if title is not None and title in package:  # such options are reopened by the acceptance
        unmet = [issue for issue in unmet if issue in package]
    if unmet:
        return "NEEDS", unmet[0]
    if ad_referendum and not home.delegation(sc, s, party).ad_referendum:
        return "NOT_AD_REFERENDUM", None
    orders = home.broken(sc, s, party, package)
    if ad_referendum:
        barred = [order for order in orders if s["levels"][order] == home.NEVER]
        return ("BEYOND_MANDATE", tuple(barred)) if barred else None
    return ("BEYOND_MANDATE", tuple(orders)) if orders else None


def taken_of(offer, move):
    """Return what `move` takes of the alternative it names."""
    alternative = offer["packages"][move.which]
    if not move.issues:
        return dict(alternative)
    return {issue: alternative[issue] for issue in alternative if issue in move.issues}


def _accept(sc, s, party, move):
    offer = s["offers"][1 - party]
    if offer is None:
        return "NOTHING_TABLED", None
    if not 0 <= move.which < len(offer["packages"]):
        return "NO_SUCH_ALTERNATIVE", None
    alternative = offer["packages"][move.which]
    for issue in move.issues:
        if issue not in alternative:
            return "NOT_IN_OFFER", issue
    taken = taken_of(offer, move)
    if offer["linked"] and len(taken) < len(alternative):
        return "LINKED_OFFER", None
    for issue in sorted(taken):
        if issue not in s["agenda"]:
            return "NOT_ON_AGENDA", issue
    return _fits(sc, s, party, taken, move.ad_referendum)


def _reopen(sc, s, party, move):
    if not 0 <= move.issue < len(sc.issues):
        return "NO_SUCH_THING", None
    if move.issue not in s["agenda"]:
        return "NOT_ON_AGENDA", move.issue
    if move.issue not in s["agreed"]:
        return "NOT_AGREED", move.issue
    return ("ALREADY_SIGNED", None) if s["signed"][party] else None


def _sign(sc, s, party, move):
    if s["signed"][party]:
        return "ALREADY_SIGNED", None
    powers = home.delegation(sc, s, party)
    if powers.signs.value == "none":
        return "NO_FULL_POWERS", ()
    missing = tuple(sorted(issue for issue in sc.requires if issue not in s["agreed"]))
    if not missing and not s["agreed"]:
        missing = tuple(sorted(s["agenda"])) or tuple(range(len(sc.issues)))
    if missing:
        return "REQUIRED_OPEN", missing
    for issue in sorted(s["agreed"]):  # what is left out of the instrument meets no need
        for need in sc.issues[issue].options[s["agreed"][issue]].needs:
            if not holds(need.when, s["agreed"], s, sc):
                return "NEEDS", issue
    if any(question["kind"] == "confirmation" for question in s["questions"]):
        return "ANSWER_AWAITED", None
    if powers.issues is not None:
        beyond = tuple(sorted(issue for issue in s["agreed"] if issue not in powers.issues))
        if beyond:
            return "NO_FULL_POWERS", beyond
    return None
