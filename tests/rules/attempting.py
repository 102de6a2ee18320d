"""Moves of every kind and author, drawn with little regard to the rules: many illegal, some absurd."""

from random import Random

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
    Move,
    Pause,
    Propose,
    Reject,
    Reopen,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.state import State, to_move

KINDS = (
    *("propose",) * 6, *("again",) * 2, *("accept",) * 7, "reject", "hold", *("reopen",) * 2, *("act",) * 7,
    *("decide",) * 3, *("sign",) * 3, "walk out", "draw", "expire", "answer", "vote", "inject", "broadcast",
    "pause",
)  # fmt: skip
AUTHORS = {
    Draw: NATURE, Expire: NATURE, Answer: HOME, Vote: HOME, Inject: INSTRUCTOR, Broadcast: INSTRUCTOR,
    Pause: INSTRUCTOR, Resume: INSTRUCTOR,
}  # fmt: skip


def author_of(move: Move, state: State, random: Random) -> int:
    """Return who tries a move: mostly who may, sometimes anybody."""
    if random.random() < 0.07:
        return random.randrange(5)
    who = to_move(state)
    return AUTHORS.get(type(move), who if who in (0, 1) else random.randrange(2))


def attempt(sc: Scenario, state: State, random: Random, party: int) -> Move:
    """Return a move of any kind, as `party` might try it."""
    return Attempt(sc, state, random, party).move(random.choice(KINDS))


class Attempt:
    """What is at hand while a move is drawn."""

    def __init__(self, sc: Scenario, state: State, random: Random, party: int) -> None:
        self.sc, self.state, self.random, self.party = sc, state, random, party

    def once_in(self, share: float) -> bool:
        return self.random.random() < share

    def move(self, kind: str) -> Move:
        random, sc = self.random, self.sc
        match kind:
            case "propose":
                return self.propose()
            case "again":
                return self.again()
            case "accept":
                return self.accept()
            case "reject":
                return Reject(self.sentence())
            case "hold":
                return Hold(self.sentence())
            case "reopen":
                return Reopen(self.issue())
            case "act":
                return self.act()
            case "decide":
                return self.decide()
            case "sign":
                return Sign()
            case "walk out":
                return WalkOut()
            case "draw":
                due = self.state.draws[0] if self.state.draws and self.once_in(0.7) else None
                event = random.randrange(len(sc.events) + 1) if due is None else due
                return Draw(event, random.randrange(-1, 3))
            case "expire":
                return Expire()
            case "answer":
                return Answer(random.randrange(3), self.once_in(0.5))
            case "vote":
                return Vote(random.randrange(-1, 3))
            case "inject":
                return Inject(random.randrange(-1, len(sc.events) + 1))
            case "broadcast":
                return Broadcast("w" * random.choice((3, 200, 201)))
            case "pause":
                return random.choice((Pause(), Resume()))
        raise ValueError(f"no move is called {kind!r}")

    def sentence(self) -> str:
        return "y" * self.random.choice((200, 201)) if self.once_in(0.04) else ""

    def issue(self) -> int:
        on = [issue for issue, is_on in enumerate(self.state.agenda) if is_on]
        if on and self.once_in(0.8):
            return self.random.choice(on)
        return self.random.randrange(-1, len(self.sc.issues) + 1)

    def package(self, likely: float) -> Package:
        """Return a package that speaks mostly of what is open on the agenda, or none at all."""
        random, sc, state = self.random, self.sc, self.state
        if self.once_in(0.03):
            return tuple(random.randrange(-2, 6) for _ in range(len(sc.issues) + random.randrange(-1, 2)))
        found = []
        for index, issue in enumerate(sc.issues):
            is_open = state.agenda[index] and state.provisional[index] == OPEN
            if self.once_in(likely if is_open else 0.05):
                found.append(random.randrange(len(issue.options)))
            elif state.provisional[index] != OPEN and self.once_in(0.05):
                found.append(state.provisional[index])
            else:
                found.append(OPEN)
        return tuple(found)

    def propose(self) -> Propose:
        count = self.random.choice((1, 1, 1, 2, 2, 3, 0, 4)) if self.once_in(0.5) else 1
        likely = self.random.choice((0.3, 0.6, 0.9))
        packages = tuple(self.package(likely) for _ in range(count))
        if self.once_in(0.1):
            return Propose((self.beyond(),), self.once_in(0.2), ad_referendum=True)
        return Propose(packages, self.once_in(0.3), self.once_in(0.35), self.sentence())

    def again(self) -> Propose:
        """Say again what stands, in another order, or almost."""
        own = self.state.offers[self.party]
        if own is None:
            return self.propose()
        packages = list(own.packages)
        self.random.shuffle(packages)
        linked = own.linked != self.once_in(0.1)
        return Propose(tuple(packages), linked, own.ad_referendum != self.once_in(0.1))

    def accept(self) -> Accept:
        random, offer = self.random, self.state.offers[1 - self.party]
        which = (
            random.randrange(len(offer.packages)) if offer and self.once_in(0.9) else random.randrange(-1, 4)
        )
        wanted: tuple[int, ...] = ()
        if self.once_in(0.4):
            known = offer is not None and 0 <= which < len(offer.packages)
            said = [i for i, o in enumerate(offer.packages[which]) if o != OPEN] if offer and known else []
            pool = said if said and self.once_in(0.85) else list(range(len(self.sc.issues)))
            wanted = tuple(random.choice(pool) for _ in range(random.choice((1, 1, 2, 3))))
        return Accept(which, wanted, self.once_in(0.35))

    def act(self) -> Act:
        random, sc = self.random, self.sc
        able = [index for index, action in enumerate(sc.actions) if action.party[self.party]]
        index = (
            random.choice(able) if able and self.once_in(0.92) else random.randrange(-1, len(sc.actions) + 1)
        )
        issue = self.issue() if self.once_in(0.75) else None
        package = self.beyond() if self.once_in(0.4) else self.package(0.6)
        return Act(index, issue, package if self.once_in(0.85) else None)

    def beyond(self) -> Package:
        """Return a package that an order of the party stands against."""
        orders = [order for order in self.sc.orders if order.party == self.party]
        found = list(self.package(0.1))
        if orders and len(found) == len(self.sc.issues):
            order = self.random.choice(orders)
            if order.issue is not None and order.option is not None:
                found[order.issue] = order.option
        return tuple(found)

    def decide(self) -> Decide:
        random, waiting = self.random, self.state.pending[self.party]
        if waiting and self.once_in(0.9):
            decision = random.choice(waiting)
            return Decide(decision, random.randrange(-1, len(self.sc.decisions[decision].choices) + 1))
        return Decide(random.randrange(-1, len(self.sc.decisions) + 1), random.randrange(4))
