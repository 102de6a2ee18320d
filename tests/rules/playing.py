"""Short ways to write positions: `played(scenario, "vale propose ferry=weekly", ...)`."""

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import (
    Accept,
    Act,
    Decide,
    Hold,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)
from game.rules.package import Package
from game.rules.refusals import Refusal
from game.rules.scenario import Scenario
from game.rules.state import State


def package(scenario: Scenario, *options: str) -> Package:
    """Return the package written as `ferry=weekly dues=half`."""
    return scenario.package(**dict(option.split("=") for option in options))


def parsed(scenario: Scenario, line: str) -> tuple[int, PartyMove]:
    """Return the author and move of a line such as `tarn accept 0 ferry` or `vale act toast`.

    Alternatives of an offer are parted by `|`; `linked` and `adref` may end an offer or acceptance.
    """
    who, verb, *words = line.split()
    flags = {word for word in words if word in ("linked", "adref")}
    words = [word for word in words if word not in flags]
    linked, adref = "linked" in flags, "adref" in flags
    move: PartyMove
    match verb:
        case "propose":
            parts = " ".join(words).split("|")
            packages = tuple(package(scenario, *part.split()) for part in parts)
            move = Propose(packages, linked, adref)
        case "accept":
            which = int(words[0]) if words else 0
            move = Accept(which, tuple(scenario.issue_index(word) for word in words[1:]), adref)
        case "reject":
            move = Reject()
        case "hold":
            move = Hold()
        case "reopen":
            move = Reopen(scenario.issue_index(words[0]))
        case "act":
            action = next(i for i, item in enumerate(scenario.actions) if item.id == words[0])
            rest = words[1:]
            if rest and "=" in rest[0]:
                move = Act(action, package=package(scenario, *rest))
            else:
                move = Act(action, issue=scenario.issue_index(rest[0]) if rest else None)
        case "decide":
            decision = next(i for i, item in enumerate(scenario.decisions) if item.id == words[0])
            choices = [choice.id for choice in scenario.decisions[decision].choices]
            move = Decide(decision, choices.index(words[1]))
        case "sign":
            move = Sign()
        case "walk_out":
            move = WalkOut()
        case _:
            raise ValueError(f"no move is called {verb!r}")
    return scenario.party_index(who), move


def settled(scenario: Scenario, state: State) -> State:
    """Return `state` after all that nature (its usual outcome) and the homes have to say."""
    for ply in range(50):
        due = automatic(scenario, state, 0, 0, ply, chance_on=False)
        if due is None:
            return state
        state = apply(scenario, state, *due).state
    raise AssertionError("nature and the homes do not come to an end")


def played(scenario: Scenario, *lines: str, start: State | None = None) -> State:
    """Return the state after `lines`, each of which must be legal."""
    state = start or open_negotiation(scenario).state
    state = settled(scenario, state)
    for line in lines:
        author, move = parsed(scenario, line)
        found = refusal(scenario, state, author, move)
        assert found is None, f"{line!r} is refused: {found}"
        state = settled(scenario, apply(scenario, state, author, move).state)
    return state


def refused(scenario: Scenario, state: State, line: str) -> Refusal | None:
    """Return why the move in `line` is refused now, or None."""
    return refusal(scenario, state, *parsed(scenario, line))
