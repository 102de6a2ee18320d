"""Every number of a page reckoned again from the saves, by code of its own.

What the page is made with is not asked again: packages are counted one by one, points summed term by term,
the edge found by its definition, texts compared word by word, happenings looked up at the move that is named.
The rules of the game are taken as they are, and the rubric of the process is asked of `analysis/process.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import product, takewhile
from math import prod

from game.analysis.process import process
from game.analysis.space import MOST_COMBINATIONS
from game.report.tables import Table
from game.rules import happenings as fact
from game.rules.apply import open_negotiation
from game.rules.home import would_ratify
from game.rules.instrument import article_paragraphs
from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package
from game.rules.scenario import Place, Scenario, Trigger
from game.rules.state import State
from game.rules.utility import reservation

Rest = tuple[str, int | None]
"""A table by its letter, and a move of it."""


class Untold(Exception):
    """A page speaks of what is not in the saves; the text says of what."""


class Recount:
    """The tables of a page, reckoned again."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Begin with the tables by their letters."""
        self._tables = {key: _Again(table) for key, table in tables.items()}

    def number(self, of: str, rests: str) -> int:
        """Return what a number of this meaning must be.

        Raises:
            Untold: there is no such meaning, table or move.
        """
        kind, *about = of.split() or [""]
        where = self._where(rests)
        match kind:
            case "count":
                return len(where)
            case "family":
                reached = {(each.ending, each.package) for each in (self._at(key) for key, _ in where)}
                return len(where) if len(reached) == 1 else -len(where)
            case "common":
                one, other = (self._at(key).moves for key, _ in where)
                return sum(
                    1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
                )
            case "differing":
                one_text, other_text = (self._at(key).package for key, _ in where)
                return sum(a != b for a, b in zip(one_text, other_text, strict=True))
            case "process-most":
                return 16
            case "step":
                return where[-1][1] or 0
        return self._at(where[0][0]).number(kind, about)

    def place(self, of: str, rests: str) -> set[tuple[int, int]]:
        """Return where a sign of this meaning may stand on the chart."""
        again = self._at(self._where(rests)[0][0])
        kind, _, opening = of.partition("-")
        match kind:
            case "standing":
                return {again.standing}
            case "history":
                return {again.worth_both(again.scenario.historical_package())}
            case "possible" | "frontier":
                moment = open_negotiation(again.scenario).state if opening else again.moment
                there = again.could(moment)
                return there if kind == "possible" else _edge(there)
            case "offer":
                return again.offered
        raise Untold(of)

    def claim(self, of: str, rests: str) -> bool:
        """Say whether what is claimed of a table happened there, at the move that is named."""
        kind, *about = of.split()
        where = self._where(rests)
        if kind == "dispute":
            return {key for key, _ in where} == self._touching(about[0], self._at(where[0][0]).scenario)
        return all(self._at(key).claim(kind, about, [s for k, s in where if k == key]) for key, _ in where)

    def _touching(self, dispute: str, scenario: Scenario) -> set[str]:
        """All tables of a scenario that touched a dispute: none too many on the page, none left out."""
        print = scenario.fingerprint
        alike = ((key, each) for key, each in self._tables.items() if each.scenario.fingerprint == print)
        return {key for key, each in alike if each.touches(dispute)}

    def _where(self, rests: str) -> list[Rest]:
        found: list[Rest] = []
        for each in rests.split():
            key, _, step = each.partition("#")
            again = self._at(key)
            if step and not (step.isdigit() and int(step) <= len(again.moves)):
                raise Untold(each)
            found.append((key, int(step) if step else None))
        return found

    def rests(self, rests: str) -> None:
        """Raise `Untold` where a record does not exist."""
        self._where(rests)

    def _at(self, key: str) -> "_Again":
        if key not in self._tables:
            raise Untold(key or "no table")
        return self._tables[key]


class _Again:
    """One table, reckoned again."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.scenario: Scenario = table.scenario
        course = table.course
        self.states: Sequence[State] = () if course is None else course.states
        self.facts = () if course is None else course.happenings
        self.moves = () if course is None else tuple((made.author, made.move) for made in course.moves)
        final = self.states[-1] if self.states else None
        signed = final.signed_package if final is not None else table.package
        self.package: Package = (OPEN,) * len(self.scenario.issues) if signed is None else signed
        outcome = None if final is None else final.outcome
        self.ending = -1 if outcome is None else outcome.ending
        # Where nobody votes, what both signed holds by that.
        held = outcome is not None and outcome.trigger in (Trigger.RATIFIED, Trigger.CONCLUDED)
        self.ratified = held and signed is not None
        self.outcome = outcome

    def worth(self, party: int, package: Package) -> int:
        total = 0
        for issue, option in zip(self.scenario.points[party], package, strict=True):
            total += issue[option] if option != OPEN else 0
        moment = self.states[-1] if self.states else open_negotiation(self.scenario).state
        for linkage in self.scenario.linkages:
            held = linkage.party == party and linkage.when.evaluate(package, moment, self.scenario)
            total += linkage.points if held else 0
        return total

    def worth_both(self, package: Package) -> tuple[int, int]:
        return (self.worth(0, package), self.worth(1, package))

    def touches(self, dispute: str) -> bool:
        """Whether the condition of a dispute holds of what was signed, or else of what stood agreed."""
        found = [each for each in self.scenario.dossier.disputes if each.id == dispute]
        if not found:
            raise Untold(dispute)
        signed, when = any(option != OPEN for option in self.package), found[0].when
        text = self.package if signed else self.table.final.provisional
        return when is None or bool(when.evaluate(text, self.table.final, self.scenario))

    @cached_property
    def moment(self) -> State:
        """The state before the record with which both had signed, else the last."""
        if not self.states:
            return open_negotiation(self.scenario).state
        for step, facts in enumerate(self.facts):
            if any(isinstance(each, fact.Concluded) for each in facts):
                return self.states[step - 1]
        return self.states[-1]

    def without(self, party: int) -> int:
        """What no agreement was worth, as the rules say at the signing or the end."""
        if self.outcome is None:
            return reservation(self.scenario, self.moment, party)
        return self.outcome.reservation[party]

    @property
    def standing(self) -> tuple[int, int]:
        if any(option != OPEN for option in self.package):
            return self.worth_both(self.package)
        return (self.without(0), self.without(1))

    def reached(self, party: int) -> int:
        if self.ratified:
            return self.worth(party, self.package)
        cost = self.scenario.homes[party].refused_cost if any(o != OPEN for o in self.package) else 0
        return self.without(party) - abs(cost)

    def could(self, state: State) -> set[tuple[int, int]]:
        """Every package that both homes would carry, valued: over the questions open at the start, or in long
        talks over those of the round, the others as they stood."""
        agreed = self.scenario.opening.agreed
        sizes = [len(issue.options) for issue in self.scenario.issues]
        free = [option == OPEN for option in agreed]
        if prod(size for size, is_free in zip(sizes, free, strict=True) if is_free) > MOST_COMBINATIONS:
            free, agreed = list(state.agenda), state.provisional
        ways = (
            range(size) if is_free else (option,)
            for size, is_free, option in zip(sizes, free, agreed, strict=True)
        )
        found = set()
        for package in product(*ways):
            if any(needs_failed(self.scenario, state, package, final=False)):
                continue
            if all(would_ratify(self.scenario, state, party, package) for party in (0, 1)):
                found.add(self.worth_both(package))
        return found

    @cached_property
    def had(self) -> set[tuple[int, int]]:
        return self.could(self.moment)

    @property
    def offered(self) -> set[tuple[int, int]]:
        found = set()
        for step, facts in enumerate(self.facts):
            agreed = self.states[max(0, step - 1)].provisional
            for each in facts:
                if isinstance(each, fact.OfferTabled):
                    for package in each.offer.packages:
                        pairs = zip(agreed, package, strict=True)
                        found.add(self.worth_both(tuple(a if p == OPEN else p for a, p in pairs)))
        return found

    def number(self, kind: str, about: Sequence[str]) -> int:
        party = self._party(about[-1]) if about else 0
        match kind:
            case "moves":
                return len(self.moves)
            case "same":
                return self._same()
            case "articles":
                return len(self.scenario.declaration.articles) if self.scenario.declaration else 0
            case "points":
                return self.reached(party)
            case "worth":
                return self.worth(party, self.package)
            case "reservation":
                return self.without(party)
            case "surplus":
                return self.reached(party) - self.without(party)
            case "left" | "best":
                return self._left(party) if kind == "left" else self._best(party)
            case "share":
                room = self._best(party) - self.without(party)
                return (200 * (self.reached(party) - self.without(party)) + room) // (2 * room)
            case "mark":
                return self._marks(party)[about[0]]
            case "process":
                return sum(self._marks(party).values())
            case "prediction":
                chance = self.table.kept[party].plan.prediction or 0
                missed = chance - (100 if self._came() else 0)
                return 100 - round(missed * missed / 100)
            case "notebook":
                return self._notebook(party)
        raise Untold(kind)

    def claim(self, kind: str, about: Sequence[str], steps: Sequence[int | None]) -> bool:
        """Say whether something happened: at the last of `steps`, or at all where it is about the whole."""
        if kind == "verdict":
            return self._verdict(about)
        party = self._party(about[-1])
        step = steps[-1] if steps and steps[-1] is not None else 0
        facts = self.facts[step] if step < len(self.facts) else ()

        def seen(test: Callable[[fact.Happening], bool]) -> bool:
            return any(map(test, facts))

        match kind:
            case "walked":
                return seen(lambda f: isinstance(f, fact.WalkedOut) and f.party == party)
            case "refused":
                return seen(
                    lambda f: isinstance(f, fact.Voted) and f.tally.party == party and not f.tally.carried
                )
            case "disowned":
                return seen(lambda f: isinstance(f, fact.Disowned) and f.party == party)
            case "alone" | "overruled":
                return seen(
                    lambda f: (
                        isinstance(f, fact.OrderChanged)
                        and f.cause == "alone"
                        and self.scenario.orders[f.order].party == party
                    )
                )
            case "answered":
                return seen(lambda f: isinstance(f, fact.DocumentCited) and f.counter and f.party == party)
            case "below":
                return self.worth(party, self.package) < self.without(party)
            case "left":
                return self._left(party) > 0
            case "history":
                articles = self.number("articles", ())
                return seen(lambda f: isinstance(f, fact.Concluded)) and self._same() == articles
            case "deadline" | "unsigned":
                late = self.outcome is not None and self.outcome.trigger is Trigger.DEADLINE
                return late and (OPEN in self.table.final.provisional) is (kind == "deadline")
            case "prediction":
                return self._came() is not ((self.table.kept[party].plan.prediction or 0) > 50)
            case "belief":
                return self._notebook(party) < 100
        raise Untold(kind)

    def _party(self, id: str) -> int:
        ids = [party.id for party in self.scenario.parties]
        if id not in ids:
            raise Untold(id)
        return ids.index(id)

    def _best(self, party: int) -> int:
        other = 1 - party
        return max(each[party] for each in self.had if each[other] >= self.without(other))

    def _left(self, party: int) -> int:
        mine, theirs = self.reached(party), self.reached(1 - party)
        return max([0, *(each[party] - mine for each in self.had if each[1 - party] >= theirs)])

    def _marks(self, party: int) -> dict[str, int]:
        if self.table.course is None:
            raise Untold("process")
        return {mark.line.value: mark.score for mark in process(self.scenario, self.table.course, party)}

    def _came(self) -> bool:
        agreed = self.scenario.opening.agreed
        places = [{option.place for option in issue.options} for issue in self.scenario.issues]
        asked = [i for i, option in enumerate(agreed) if option == OPEN] or [*range(len(places))]
        issue = next((i for i in asked if {Place.TEXT, Place.NOWHERE} <= places[i]), asked[0])
        option = self.package[issue]
        return option != OPEN and self.scenario.issues[issue].options[option].place is Place.TEXT

    def _notebook(self, party: int) -> int:
        """The mean of 1 - miss / 3, in percent, the truth read from the points of the other side."""
        kept = self.table.kept[party].notebook
        if kept is None or not kept.beliefs:
            raise Untold("notebook")
        misses = []
        for each in kept.beliefs:
            values = self.scenario.points[1 - party][each.issue]
            spread = max(values) - min(values)
            truth = sum(spread >= bound for bound in self.scenario.conduct.bands)
            misses.append(abs(truth - each.band))
        return round(100 * (3 * len(misses) - sum(misses)) / (3 * len(misses)))

    def _same(self) -> int:
        declaration = self.scenario.declaration
        articles = declaration.articles if declaration else ()
        return sum(self._reads_the_same(number) for number in range(len(articles)))

    def _reads_the_same(self, number: int) -> bool:
        assert self.scenario.declaration is not None
        article = self.scenario.declaration.articles[number]
        words = " ".join(article_paragraphs(self.scenario, article, self.package)).split()
        return words == article.official.replace("[sic]", " ").split()

    def _verdict(self, about: Sequence[str]) -> bool:
        """Of an article, whether it is the same is read from the words; the rest must not be history's."""
        subject, number, _, shade = about
        if subject != "article" or self.scenario.declaration is None:
            return True
        numbers = [article.number for article in self.scenario.declaration.articles]
        if int(number) not in numbers:
            raise Untold(number)
        return self._reads_the_same(numbers.index(int(number))) is (shade == "same")


def _edge(values: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those than which none is at least as good for both and better for one."""
    return {
        each for each in values if not any(o != each and o[0] >= each[0] and o[1] >= each[1] for o in values)
    }
