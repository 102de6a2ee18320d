"""The package in hand, with its points before and after, home's faces and why it cannot be tabled; and
the alternatives that the other side has on the table."""

from game.desk.composition import MOST_ALTERNATIVES
from game.desk.homefront import verdict
from game.desk.status import changed_lines, talked_issues
from game.rules.delegations import delegation
from game.rules.happenings import OfferTabled
from game.rules.legality import refusal
from game.rules.moves import WORDS_LIMIT, Accept, Hold
from game.rules.package import OPEN, Package, decided, merged
from game.rules.reasoned import most_reasoned
from game.rules.reasons import stated
from game.rules.refusals import Refusal, Why
from game.rules.scenario import RoundKind
from game.rules.utility import points, reservation
from game.text.explain import refusal_lines
from game.text.wording import LETTERS, capital
from game.ui.screens.home_presenter import own_faces
from game.ui.screens.parts import Control, Field, Said
from game.ui.screens.table_model import Composer, TheirAlternative
from game.ui.seat import Facts
from game.ui.wishes import (
    AcceptOffer,
    AddAlternative,
    BeginFromBest,
    BeginFromMine,
    BeginFromTheirs,
    ClearOffer,
    DropAlternative,
    Go,
    Screen,
    SetLinked,
    SetReferendum,
    TableOffer,
    TakeAlternative,
    WriteWords,
)


def worth(facts: Facts, package: Package) -> int:
    """Return one's own points of what stands agreed with `package` laid upon it."""
    view = facts.view
    return points(view.scenario, view.party, merged(view.state.provisional, package))


def composer(facts: Facts) -> Composer | None:
    """Return the composer, None where the talks are over and the homes decide, or nothing is open."""
    view, say, seat = facts.view, facts.wording.say, facts.seat
    talks = view.scenario.rounds[view.state.round].kind is RoundKind.TALKS
    if not talks or not talked_issues(view):
        return None
    made, blocked = seat.made, refusal(view.scenario, view.state, view.party, Hold())
    last = view.state.last_packages[view.party]
    before = worth(facts, last[0]) if last else worth(facts, (OPEN,) * len(made.package))
    after = worth(facts, made.package)
    refused = refusal(view.scenario, view.state, view.party, made.move())
    nothing = all(option == OPEN for option in made.package)
    problem = _problem(facts, refused) if refused is not None and not nothing and blocked is None else ()
    # What lies beyond the mandate may be pressed: the refusal offers the ways beyond it.
    beyond = refused is not None and refused.why is Why.BEYOND_MANDATE
    able = blocked is None and not nothing and (refused is None or beyond)
    why_not = blocked or refused
    without = reservation(view.scenario, view.state, view.party)
    return Composer(
        heading=say("ui.composer.heading"),
        alternatives=tuple(
            Control(
                f"alternative:{letter}",
                say("ui.composer.alternative", letter=letter),
                TakeAlternative(which),
                on=which == made.at,
                does=say("ui.about.alternative"),
            )
            for which, (letter, _) in enumerate(zip(LETTERS, made.packages, strict=False))
        ),
        items=tuple(
            Said(
                capital(facts.wording.item(issue, option)),
                f"option:{view.scenario.issues[issue].id}:{view.scenario.issues[issue].options[option].id}",
            )
            for issue, option in decided(made.package)
        ),
        before=before,
        after=after,
        reservation=without,
        most=most_reasoned(view.scenario, view.party).value,
        points=Said(say("ui.composer.points", before=before, after=after, without=without), "points"),
        now=say("ui.composer.now", after=after),
        earlier=say("ui.composer.before", before=before),
        without=say("ui.composer.without", without=without),
        faces=own_faces(facts.wording, view, made.package),
        verdict=Said(verdict(facts.wording, view, made.package), "home"),
        theirs=Said(
            capital(say("ui.composer.theirs", home=view.scenario.homes[1 - view.party].name)), "their_home"
        ),
        leeway=Control("leeway", say("ui.leeway.open"), Go(Screen.LEEWAY), does=say("ui.leeway.open_does")),
        linked=Control(
            "linked", say("ui.composer.linked"), SetLinked(True), say("compose.linked"), made.linked
        ),
        severable=Control(
            "severable",
            say("ui.composer.severable"),
            SetLinked(False),
            say("compose.severable"),
            not made.linked,
        ),
        referendum=_referendum(facts),
        words=Field("words", say("ui.composer.words"), made.words, WriteWords, WORDS_LIMIT),
        presets=_presets(facts),
        table=Control(
            "table_offer",
            say("ui.composer.table"),
            TableOffer(),
            note=say("ui.composer.beyond") if beyond and able else "",
            enabled=able,
            reason="" if able or why_not is None else facts.wording.refusal(why_not),
            why="points",
        ),
        problem=problem,
    )


def _problem(facts: Facts, refused: Refusal) -> tuple[str, ...]:
    view = facts.view
    lines = refusal_lines(facts.wording, view.state, view.party, refused)
    return (facts.wording.say("compose.not_yet"), *lines)


def _referendum(facts: Facts) -> Control | None:
    view, made = facts.view, facts.seat.made
    if not delegation(view.scenario, view.state, view.party).ad_referendum:
        return None
    label = facts.wording.say("ui.composer.referendum")
    return Control(
        "referendum",
        label,
        SetReferendum(not made.ad_referendum),
        on=made.ad_referendum,
        does=facts.wording.say("ui.about.referendum"),
    )


def _presets(facts: Facts) -> tuple[Control, ...]:
    view, say, made = facts.view, facts.wording.say, facts.seat.made
    theirs, last = view.state.offers[1 - view.party], view.state.last_packages[view.party]
    found = []
    for which, letter in enumerate(LETTERS[: len(theirs.packages)] if theirs is not None else ""):
        one = theirs is not None and len(theirs.packages) == 1
        label = say("ui.composer.from_theirs" if one else "ui.composer.from_theirs_lettered", letter=letter)
        found.append(
            Control(f"from_theirs:{which}", label, BeginFromTheirs(which), does=say("ui.about.from_theirs"))
        )
    found.append(
        Control("from_best", say("ui.composer.from_best"), BeginFromBest(), does=say("ui.about.from_best"))
    )
    if last:
        found.append(
            Control(
                "from_mine", say("ui.composer.from_mine"), BeginFromMine(), does=say("ui.about.from_mine")
            )
        )
    found.append(Control("clear", say("ui.composer.clear"), ClearOffer(), does=say("ui.about.clear")))
    full = len(made.packages) >= MOST_ALTERNATIVES
    found.append(
        Control(
            "another",
            say("ui.composer.another"),
            AddAlternative(),
            enabled=not full,
            reason=say("compose.full", n=MOST_ALTERNATIVES) if full else "",
            does=say("ui.about.another"),
            reasons=(stated("alternatives", MOST_ALTERNATIVES),) if full else (),
        )
    )
    if len(made.packages) > 1:
        found.append(Control("drop", say("ui.composer.drop"), DropAlternative(), does=say("ui.about.drop")))
    return tuple(found)


def their_alternatives(facts: Facts) -> tuple[TheirAlternative, ...]:
    """Return what the other side has on the table, each with what it would mean here."""
    view, say, wording = facts.view, facts.wording.say, facts.wording
    theirs = view.state.offers[1 - view.party]
    if theirs is None:
        return ()
    several, before = len(theirs.packages) > 1, _before(facts)
    without = reservation(view.scenario, view.state, view.party)
    found = []
    for which, package in enumerate(theirs.packages):
        refused = refusal(view.scenario, view.state, view.party, Accept(which))
        beyond = refused is not None and refused.why is Why.BEYOND_MANDATE
        total = worth(facts, package)
        bearing = say("choice.bearing", n=total, without=without, home=verdict(wording, view, package))
        letter = LETTERS[which] if several else ""
        key = "ui.theirs.accept_lettered" if several else "ui.theirs.accept"
        found.append(
            TheirAlternative(
                letter=letter,
                items=tuple(changed_lines(wording, package, before)),
                points=total,
                bearing=bearing,
                accept=Control(
                    f"accept:{which}",
                    say(key, letter=LETTERS[which]),
                    AcceptOffer(which),
                    note=say("choice.beyond") if beyond else "",
                    enabled=refused is None or beyond,
                    reason="" if refused is None else wording.refusal(refused),
                    why=f"points:theirs:{which}",
                ),
                begin=Control(
                    f"begin:{which}",
                    say(
                        "ui.composer.from_theirs_lettered" if several else "ui.composer.from_theirs",
                        letter=letter,
                    ),
                    BeginFromTheirs(which),
                    does=say("ui.about.from_theirs"),
                ),
                parts=() if theirs.linked else _parts(facts, which, package),
            )
        )
    return tuple(found)


def _parts(facts: Facts, which: int, package: Package) -> tuple[Control, ...]:
    view, wording = facts.view, facts.wording
    found = []
    for issue, option in decided(package):
        refused = refusal(view.scenario, view.state, view.party, Accept(which, (issue,)))
        beyond = refused is not None and refused.why is Why.BEYOND_MANDATE
        found.append(
            Control(
                f"accept:{which}:{view.scenario.issues[issue].id}",
                wording.say("ui.theirs.accept_part", item=wording.item(issue, option)),
                AcceptOffer(which, (issue,)),
                enabled=refused is None or beyond,
                reason="" if refused is None else wording.refusal(refused),
                does=wording.say("ui.about.accept_part"),
            )
        )
    return tuple(found)


def _before(facts: Facts) -> Package | None:
    """Return the single package that the other side had on the table before this one, if it had one."""
    theirs = [
        each.offer.packages
        for news in facts.news
        for each in news.happenings
        if isinstance(each, OfferTabled) and each.party == 1 - facts.view.party
    ]
    return theirs[-2][0] if len(theirs) > 1 and len(theirs[-2]) == 1 else None
