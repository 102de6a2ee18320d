"""Actions and decisions as numbered lists, with the reason why one is closed, and how they are taken."""

from game.desk.assignments import Problem, find, near, number_typed, read_issue, read_package
from game.desk.deeds import (
    closed_because,
    closed_sentence,
    issues_at_hand,
    needs_issue,
    needs_package,
    own_actions,
    packages_at_hand,
)
from game.rules.legality import refusal
from game.rules.moves import Act, Decide
from game.rules.package import Package, decided, merged
from game.rules.view import PartyView
from game.terminal.chair import Chair
from game.text.explain import refusal_lines
from game.text.wording import Wording, capital


def action_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return the numbered actions, the closed ones with the reason."""
    say = wording.say
    lines = []
    for number, index in enumerate(own_actions(view), start=1):
        action = view.scenario.actions[index]
        refused = closed_because(view, index)
        where = say("deeds.table" if action.table else "deeds.back_room")
        lines.append(say("deeds.action", number=number, action=action.label, where=where))
        if refused is not None:
            lines.append(f"   {say('deeds.closed', because=closed_sentence(wording, view, index, refused))}")
            continue
        if action.note.strip():
            lines.append(f"   {' '.join(action.note.split())}")
        if action.cost.strip():
            lines.append(f"   {say('deeds.cost', cost=' '.join(action.cost.split()))}")
    return lines


def act(chair: Chair, rest: str) -> bool:
    """Take the action that `rest` names, asking for what it lacks; say whether it was taken."""
    view, say, console = chair.view, chair.say, chair.console
    mine = own_actions(view)
    if not mine:
        console.line(say("deeds.none"))
        return False
    names = [(view.scenario.actions[index].id, view.scenario.actions[index].label) for index in mine]
    if not rest:
        console.lines(action_lines(chair.wording, view))
        rest = console.ask(say("deeds.prompt", n=len(mine)))
        rest = rest.removeprefix("act ").strip()
        if not rest or rest in ("back", "cancel"):
            return False
    name, _, about = rest.partition(" on ")
    position = find(name, names)
    if position is None:  # the first word alone may be the action's name
        first, _, about = rest.partition(" ")
        name, position = first, find(first, names)
    if position is None:
        allowed = ", ".join(id for id, _ in names)
        console.line(say("problem.no_action", word=name, nearest=near(say, name, names), allowed=allowed))
        return False
    index = mine[position]
    refused = closed_because(view, index)
    if refused is not None:
        chair.refused = refused
        console.line(closed_sentence(chair.wording, view, index, refused))
        return False
    action = view.scenario.actions[index]
    if needs_issue(action):
        issue = _ask_issue(chair, about.strip())
        return issue is not None and chair.make(Act(index, issue=issue))
    if needs_package(action):
        package = ask_package(chair, about.strip())
        return package is not None and chair.make(Act(index, package=package))
    return chair.make(Act(index))


def _ask_issue(chair: Chair, typed: str) -> int | None:
    """Return the issue the person names, asking for it until it is one or they give it up."""
    view, say, console = chair.view, chair.say, chair.console
    issues = issues_at_hand(view)
    if not typed:
        for number, issue in enumerate(issues, start=1):
            console.line(f"{number}. {capital(chair.wording.issue(issue))}")
        typed = console.ask(say("deeds.issue_prompt", n=len(issues)))
    if not typed or typed == "back":
        return None
    which = number_typed(typed)
    if which is not None:
        if 1 <= which <= len(issues):
            return issues[which - 1]
        console.line(say("problem.number", n=len(issues)))
        return None
    named = read_issue(say, view.scenario, typed)
    if isinstance(named, Problem):
        console.line(named.sentence)
        return None
    return named


def ask_package(chair: Chair, typed: str) -> Package | None:
    """Return a package the person names by number or types, laid upon what is agreed."""
    view, say, console = chair.view, chair.say, chair.console
    choices = packages_at_hand(say, view, chair.composed)
    if not typed:
        for number, (label, package) in enumerate(choices, start=1):
            words = chair.wording.package(package)
            if any(decided(package)):
                console.line(say("deeds.package", number=number, label=label, package=words))
            else:
                console.line(say("deeds.bare", number=number, label=label))
        typed = console.ask(say("deeds.package_prompt", n=len(choices)))
    if not typed or typed == "back":
        return None
    which = number_typed(typed)
    if which is not None:
        if 1 <= which <= len(choices):
            return merged(view.state.provisional, choices[which - 1][1])
        console.line(say("problem.number", n=len(choices)))
        return None
    described = read_package(say, view.scenario, typed.split())
    if isinstance(described, Problem):
        console.line(described.sentence)
        return None
    return merged(view.state.provisional, described)


def card_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return the decision that waits for an answer: title, text, numbered choices with what follows."""
    say, scenario = wording.say, view.scenario
    decision = view.state.pending[view.party][0]
    card = scenario.decisions[decision]
    lines = [say("card.title", title=card.title), " ".join(card.text.split())]
    for number, choice in enumerate(card.choices, start=1):
        lines.append(f"{number}. {choice.label}")
        refused = refusal(scenario, view.state, view.party, Decide(decision, number - 1))
        if refused is not None:
            own = choice.closed.strip() if refused.because is None else ""
            root = refused.because if refused.because is not None else refused
            because, *ways = refusal_lines(wording, view.state, view.party, root)
            lines.append(f"   {say('deeds.closed', because=own or because)}")
            lines += [f"   {way}" for way in ways]
        elif choice.note.strip():
            lines.append(f"   {' '.join(choice.note.split())}")
    return lines
