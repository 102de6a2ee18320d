"""A small negotiation between Vale and Tarn with a declaration, built by hand for what is drafted.

Three articles: the ferry and pilots (two issues, the second running on), dues with fixed words, and
force. The flag belongs to no article; the title issue may say that there is no instrument.
"""

from dataclasses import replace

from game.rules.expressions import Comparison, Expression, IssueCompare, Node, constant
from game.rules.package import OPEN, Package
from game.rules.scenario import (
    END,
    Article,
    Basis,
    Briefing,
    Conduct,
    Constituency,
    Declaration,
    Delegation,
    Edge,
    Ending,
    Home,
    Issue,
    Meter,
    Need,
    Opening,
    Option,
    Part,
    Party,
    Place,
    Round,
    RoundKind,
    Scenario,
    Signs,
    Slot,
    Term,
    Trigger,
)

GUESS = Basis("Invented for the tests.", is_source=False)
FERRY, PILOTS, DUES, FORCE, FLAG, FORM, SEAL = range(7)


def option(id: str, clause: str = "", letter: str = "", needs: tuple[Need, ...] = ()) -> Option:
    place = Place.TEXT if clause else Place.LETTERS if letter else Place.NOWHERE
    return Option(id, id, clause, letter, place, needs, "ACC", hypothetical=False, note="")


def issue(id: str, options: tuple[Option, ...], history: int, ordered: bool = True) -> Issue:
    index = {each.id: position for position, each in enumerate(options)}
    return Issue(id, id, f"What of {id}?", options, history, ordered, ("", ""), "", index)


def need(issue: int, option: int, sentence: str, *issues: int) -> Need:
    tree: Node = IssueCompare(issue, Comparison.EQ, option)
    return Need(Expression.of(f"issue {issue} == {option}", tree), sentence, frozenset(issues))


def part(issue: int, run_on: bool = False) -> Part:
    return Part(issue, "", run_on)


ISSUES = (
    issue(
        "ferry",
        (
            option("none"),
            option("weekly", "A ferry shall cross the estuary once in every week."),
            option("daily", "A ferry shall cross the estuary every day."),
        ),
        history=1,
    ),
    issue(
        "pilots",
        (
            option("own", "and each town shall keep its own pilots."),
            option("unsaid"),
            option("shared", "Pilots shall be shared."),
        ),
        history=1,
    ),
    issue(
        "dues",
        (
            option("full", "Dues shall be paid in full."),
            option("half", "One half of the dues shall be paid.\n\nThey shall be published on the quay."),
            option(
                "half_by_letter",
                "One half of the dues shall be paid.\n\nThey shall be published\non the quay.",
                "No other town may claim the same.",
            ),
            option("waived", "No dues shall be paid."),
        ),
        history=2,
    ),
    issue(
        "force",
        (option("signature", "In force on signature."), option("ratified", "In force when ratified.")),
        history=1,
        ordered=False,
    ),
    issue(
        "flag",
        (option("dipped", "Flags shall be dipped."), option("no_flag"), option("flown", "Flags fly.")),
        history=1,
    ),
    issue("form", (option("nothing"), option("accord"), option("treaty")), history=1),
    issue(
        "seal",
        (
            option("unsealed"),
            option("sealed", "", "Both seals are set."),
            option("gilded", "", "Both seals are set in gold."),
        ),
        history=1,
    ),
)

DISTRESS = "Boats in distress pay nothing."
ARTICLES = (
    Article(
        1,
        "Ferry",
        "A ferry shall cross the estuary once in every week.",
        (part(FERRY), part(PILOTS, run_on=True)),
        "ACC, art. 1",
    ),
    Article(
        2,
        "Dues",
        f"One half of the dues [sic] shall be paid.\n\nThey shall be published on the quay.\n\n{DISTRESS}",
        (part(DUES), Part(None, DISTRESS, run_on=False)),
        "ACC, art. 2",
    ),
    Article(3, "Force", "In force when ratified.", (part(FORCE),), "ACC, art. 3"),
)

DECLARATION = Declaration(
    title="Accord",
    title_issue=FORM,
    titles=("", "Accord", "Treaty"),
    preamble="The two towns,\nbeing neighbours,\n\nhave agreed:",
    testimonium="DONE in two copies.",
    place="Gull Island",
    signatures=("The Warden of Vale", "The Provost of Tarn"),
    letters_title="Letters",
    articles=ARTICLES,
    source="ACC",
)


def _home(party: int) -> Home:
    term = Term(constant(30), None, "as before", GUESS)
    return Home(party, "home", "board", 1, None, 0, 0, 1, 1, 8, "Row as before.", (), (term,), GUESS)


def _voter(party: int) -> Constituency:
    return Constituency(
        f"board_{party}", "the board", party, 1, True, False, True, 7, 3, None, 8, (), "", GUESS
    )


def scenario(
    issues: tuple[Issue, ...] = ISSUES,
    declaration: Declaration | None = DECLARATION,
    points: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]] | None = None,
    agreed: Package | None = None,
) -> Scenario:
    """Return a scenario of three meetings over `issues`; unless given, points run along the ladders."""
    ladders = tuple(tuple(range(len(each.options))) for each in issues)
    fallen = tuple(tuple(reversed(each)) for each in ladders)
    delegation = Delegation("head", (), Signs.FULL, True, True, 0, None)
    meetings = tuple(Slot(f"day_{day}", f"day {day}", 704_000 + day, day, 2) for day in range(3))
    everything = frozenset(range(len(issues)))
    talks = Round(
        "talks", "Talks", "Gull Island", "", RoundKind.TALKS, meetings, everything, frozenset(), 0,
        (delegation, delegation),
    )  # fmt: skip
    basis = tuple(GUESS for _ in issues)
    return Scenario(
        id="drafting",
        title="Drafting",
        version="1.0.0",
        minutes=5,
        summary="",
        parties=(
            Party("vale", "Vale", "Valish", "Saltmouth", "the Valish delegation"),
            Party("tarn", "Tarn", "Tarnish", "Highquay", "the Tarnish delegation"),
        ),
        issues=issues,
        declaration=declaration,
        requires=frozenset(),
        points=points or (fallen, ladders),
        points_basis=(basis, basis),
        linkages=(),
        orders=(),
        meters=(Meter("trust", "Trust", (True, True), 5, "", GUESS),),
        flags=(),
        constituencies=(_voter(0), _voter(1)),
        homes=(_home(0), _home(1)),
        rounds=(talks,),
        delegates=(),
        protocol={(0, trigger): (Edge(None, END),) for trigger in Trigger},
        actions=(),
        decisions=(),
        events=(),
        endings=(Ending("over", "Over", frozenset(Trigger), None, "", "plausible", False, ()),),
        documents=(),
        personas=(),
        conduct=Conduct(0, 2, 1, 1, -1, 3, -1, -2, -3, 0, 2, 6, 4, (8, 16, 26), 0, 0, GUESS),
        opening=Opening(agreed or (OPEN,) * len(issues), 0),
        briefing=Briefing("", ("", ""), ()),
        history=(),
        facts=(),
        sources={"ACC": "Accord, Gull Island, 1931"},
        fingerprint="",
    )


def with_option(base: Scenario, issue: int, position: int, changed: Option) -> Scenario:
    """Return `base` with one option put in the place of another."""
    options = base.issues[issue].options
    options = (*options[:position], changed, *options[position + 1 :])
    held = replace(base.issues[issue], options=options)
    return replace(base, issues=(*base.issues[:issue], held, *base.issues[issue + 1 :]))
