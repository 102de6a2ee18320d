"""The sheets of one side alone: instructions, roles, scoring sheet, home, planning card."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.analysis.space import bargained_issues
from game.desk.plan_card import FAILING, PREDICTIONS, predicted
from game.report.html import Inside, node
from game.report.print_pieces import SIDES, box, line, listed, part, passages, sheet, table
from game.report.print_public import comes_later, documents
from game.rules.apply import open_negotiation
from game.rules.delegations import delegation
from game.rules.expressions import Agreed, All, AnyOf, Expression, IssueCompare, IssueIn, Not, Number, nodes
from game.rules.scenario import Constituency, Level, Scenario, Term
from game.rules.utility import batna, reservation
from game.rules.view import PartyView, view_for
from game.text.catalogue import Catalogue
from game.text.conditions import condition
from game.text.explain import binding
from game.text.wording import Wording, capital

_OF_A_TEXT = (All, AnyOf, Not, IssueCompare, IssueIn, Agreed)


def side_sheets(say: Catalogue, scenario: Scenario, party: int) -> Iterator[Element]:
    """Yield what the delegation of `party` reads alone, made of what it sees when the talks open."""
    view = view_for(scenario, open_negotiation(scenario).state, party)
    own = Wording(say, view.scenario, party)
    yield _instructions(own, view)
    for role in view.scenario.dossier.roles:
        head = say("dossier.role_head", label=role.label)
        yield sheet(say, view.scenario, SIDES[party], capital(role.label), _secret(head), passages(role.text))
    yield _scoring(own, view)
    yield _planning(own, view)


def _secret(words: str) -> Element:
    return node("p", words, class_="secret")


def _instructions(wording: Wording, view: PartyView) -> Element:
    say, scenario, party = wording.say, view.scenario, view.party
    own, speaks = scenario.parties[party], delegation(scenario, view.state, party)
    papers = [
        each
        for each in scenario.documents
        if each.title and each.seen[party] and not all(each.seen) and not comes_later(scenario, each)
    ]
    reasons = (
        (capital(issue.label), " ".join(issue.interests[party].split()))
        for issue in scenario.issues
        if issue.interests[party].strip()
    )
    return sheet(
        say,
        scenario,
        SIDES[party],
        say("print.instructions", party=own.name),
        _secret(say("print.secret", delegation=own.delegation)),
        passages(scenario.briefing.confidential[party]),
        node("p", say("briefing.delegation", head=speaks.head, signs=say(f"signs.{speaks.signs.value}"))),
        listed(speaks.members),
        part(say("print.orders"), _orders(wording, view)),
        part(say("print.interests"), listed((node("strong", f"{what}. "), why) for what, why in reasons)),
        part(capital(say("print.home", home=scenario.homes[party].name)), _home(wording, view)),
        part(say("print.own_documents"), documents(say, scenario, papers)),
    )


def _orders(wording: Wording, view: PartyView) -> Element:
    say, scenario = wording.say, view.scenario
    rows = [
        (
            capital(wording.order_name(order)),
            wording.level(view.state.levels[order]),
            " ".join(scenario.orders[order].sentence.split())
            if scenario.orders[order].issue is not None
            else "",
        )
        for order in binding(scenario, view.state, view.party)
    ]
    if not rows:
        return node("p", say("why.no_orders"))
    return table((say("print.column.order"), say("print.column.level"), say("print.column.because")), rows)


def _home(wording: Wording, view: PartyView) -> Inside:
    say, home = wording.say, view.scenario.homes[view.party]
    groups = [each for each in view.scenario.constituencies if each.party == view.party]
    return (
        node("p", capital(say("print.votes", body=home.body, n=home.quorum))),
        [_group(wording, each) for each in groups],
    )


def _group(wording: Wording, group: Constituency) -> Element:
    say = wording.say
    weighs = [say("home.votes", n=group.votes)] if group.votes else []
    if group.gate:
        weighs.append(say("home.gate"))
    elif group.must_be_for:
        weighs.append(say("home.must_be_for"))
    elif group.must_not_be_against:
        weighs.append(say("home.must_not_be_against"))
    terms = listed(_term(wording, each) for each in group.terms if _is_of_a_text(each))
    key = "print.stands_firm" if terms is None else "print.stands"
    stands = say(key, start=group.start, for_at=group.carries_at, against_at=group.blocks_at)
    return node(
        "div",
        node("h3", capital(group.label), f" ({', '.join(weighs) or say('home.no_vote')})"),
        passages(group.note),
        node("p", stands),
        terms,
        class_="keep",
    )


def _is_of_a_text(term: Term) -> bool:
    """Say whether a text alone decides on it: what else may come is not told before it comes."""
    return isinstance(term.add.tree, Number) and term.when is not None and _reads_a_text(term.when)


def _reads_a_text(when: Expression) -> bool:
    return all(isinstance(each, _OF_A_TEXT) for each in nodes(when.tree))


def _term(wording: Wording, term: Term) -> Inside:
    tree, when = term.add.tree, term.when
    amount = tree.value if isinstance(tree, Number) else 0
    case = condition(wording, when) if when is not None else ""
    why = " ".join(term.why.split())
    return node("strong", f"{amount:+d} "), f"{capital(case)}. {why}".rstrip()


def _scoring(wording: Wording, view: PartyView) -> Element:
    say, scenario, party, state = wording.say, view.scenario, view.party, view.state
    without = reservation(scenario, state, party)
    heads = (say("print.column.option"), say("print.column.orders"), say("print.column.points"))
    together = [
        (
            node("strong", f"{each.points:+d} "),
            f"{capital(condition(wording, each.when))}. {each.why.strip()}",
        )
        for each in scenario.linkages
    ]
    return sheet(
        say,
        scenario,
        SIDES[party],
        say("print.scoring", party=scenario.parties[party].name),
        node("p", say("print.scoring_how")),
        [
            node(
                "div",
                node("h3", capital(wording.issue(issue))),
                table(heads, _ladder(wording, view, issue), frozenset({2}), "ladder"),
                class_="keep",
            )
            for issue in bargained_issues(scenario)
        ],
        part(say("print.together"), listed(together)),
        part(
            say("print.without"),
            node("p", say("why.batna", batna=batna(scenario, state, party).strip())),
            node("p", node("strong", say("why.reservation_total", n=without)), " ", say("print.without_how")),
        ),
        line(say("print.sum")),
        line(say("print.above")),
    )


def _ladder(wording: Wording, view: PartyView, issue: int) -> list[tuple[Inside, Inside, Inside]]:
    scenario, party = view.scenario, view.party
    worth = scenario.points[party][issue]
    return [
        (box(capital(option.label)), _bound(wording, view, issue, index), f"{worth[index]:d}")
        for index, option in enumerate(scenario.issues[issue].options)
    ]


def _bound(wording: Wording, view: PartyView, issue: int, option: int) -> str:
    """Return what the orders of the opening say of an option by itself, "" where they leave it free."""
    levels = [
        view.state.levels[index]
        for index, order in enumerate(view.scenario.orders)
        if order.party == view.party and (order.issue, order.option) == (issue, option)
    ]
    level = max(levels, default=Level.FREE)
    return "" if level == Level.FREE else wording.level(level)


def _planning(wording: Wording, view: PartyView) -> Element:
    say, scenario = wording.say, view.scenario
    issues = [capital(wording.issue(issue)) for issue in bargained_issues(scenario)]
    return sheet(
        say,
        scenario,
        SIDES[view.party],
        say("ui.plan.title"),
        node("p", say("print.plan_how")),
        part(say("ui.plan.most"), node("div", (box(each) for each in issues), class_="ticks")),
        part(say("ui.plan.failing"), [box(say(f"ui.plan.if.{each}")) for each in FAILING]),
        part(
            say("ui.plan.predict", issue=wording.issue(predicted(scenario))),
            [box(say(f"ui.plan.sure.p{each}")) for each in PREDICTIONS],
        ),
        part(say("print.plan_first"), line(), line()),
        part(say("print.plan_theirs"), line(), line()),
    )
