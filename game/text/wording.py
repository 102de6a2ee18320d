"""Facts, moves and levels as sentences with the names of the scenario; one match statement for each.

The sentences themselves stand in the catalogue. `you` is the party that reads; None for a reader who
sits in neither chair.
"""

from dataclasses import dataclass
from typing import assert_never

from game.rules import happenings as fact
from game.rules import moves as made
from game.rules.happenings import Happening
from game.rules.package import OPEN, Package, decided
from game.rules.refusals import Refusal, Why
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Level, Scenario
from game.rules.state import Known, KnownKind, Offer, Question, QuestionKind, Standing, Tally
from game.text.catalogue import Catalogue

_UNTOLD = frozenset({"card", "widening", "awaiting_home"})
# Grounds that would tell the other side a secret: a card, an order overstepped, a question to home.

LETTERS = "ABCDEFGHIJ"
"""The names of the alternatives of an offer, as a reader sees them."""


def capital(text: str) -> str:
    """Return `text` as the beginning of a sentence.

    >>> capital("the Presidium answers")
    'The Presidium answers'
    """
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Wording:
    """How this scenario is told to one reader."""

    say: Catalogue
    scenario: Scenario
    you: int | None

    # Names

    def who(self, author: int) -> str:
        """Return the author as the subject of a sentence: `You`, `The Soviet delegation`, ..."""
        return self._name(author, inside=False)

    def whom(self, author: int) -> str:
        """Return the author inside a sentence: `you`, `the Soviet delegation`, ..."""
        return self._name(author, inside=True)

    def _name(self, author: int, *, inside: bool) -> str:
        if author in (0, 1):
            place = "_inside" if inside else ""
            if author == self.you:
                return self.say(f"who.you{place}")
            return self.say(f"who.they{place}", adjective=self.scenario.parties[author].adjective)
        names = {NATURE: "nature", HOME: "home", INSTRUCTOR: "instructor"}
        word = self.say(f"who.{names.get(author, 'nobody')}")
        return word if inside else capital(word)

    def issue(self, issue: int) -> str:
        """Return the label of an issue."""
        return self.scenario.issues[issue].label

    def option(self, issue: int, option: int) -> str:
        """Return the label of an option, or the word for open."""
        return self.scenario.issues[issue].options[option].label if option >= 0 else self.say("option.open")

    def item(self, issue: int, option: int) -> str:
        """Return `Islands: two after a treaty`."""
        return self.say("package.item", issue=self.issue(issue), option=self.option(issue, option))

    def items(self, package: Package) -> tuple[str, ...]:
        """Return one line for every issue that the package decides."""
        return tuple(capital(self.item(issue, option)) for issue, option in decided(package))

    def package(self, package: Package) -> str:
        """Return the package in one line."""
        items = (self.item(issue, option) for issue, option in decided(package))
        return self.say("package.joined").join(items) or self.say("package.empty")

    def talked(self, package: Package) -> str:
        """Return the package in one line without what stood agreed before the talks began."""
        agreed = self.scenario.opening.agreed
        return self.package(
            tuple(o if o != stood else OPEN for o, stood in zip(package, agreed, strict=True))
        )

    def listed(self, words: tuple[str, ...] | list[str], last: str = "list.and") -> str:
        """Return `a, b and c`."""
        if not words:
            return self.say("package.empty")
        if len(words) == 1:
            return words[0]
        return self.say(last, first=", ".join(words[:-1]), last=words[-1])

    def issues(self, issues: tuple[int, ...]) -> str:
        """Return the labels of several issues as a list."""
        return self.listed([self.issue(issue) for issue in issues])

    def slot(self, round: int, slot: int) -> str:
        """Return the label of a meeting."""
        return self.scenario.rounds[round].slots[slot].label

    # Levels, bands, standings

    def level(self, level: int) -> str:
        """Return what a mandate says of an option, in words."""
        return self.say(f"level.{Level(level).name.lower()}")

    def standing(self, standing: Standing) -> str:
        """Return for, away or against, in words."""
        match standing:
            case Standing.FOR:
                return self.say("standing.for")
            case Standing.AWAY:
                return self.say("standing.away")
            case Standing.AGAINST:
                return self.say("standing.against")
        assert_never(standing)

    def band(self, low: int, high: int) -> str:
        """Return how much an issue weighs, in words; a range where trust allows no better."""
        if low == high:
            return self.say(f"band.{low}")
        return self.say("band.range", low=self.say(f"band.{low}"), high=self.say(f"band.{high}"))

    def room(self, room: int) -> str:
        """Return how much room the other side has on an issue: 0 free, 1 on request, 2 closed, -1 untold."""
        return self.say(f"room.{('free', 'ask', 'closed')[room] if room >= 0 else 'unknown'}")

    def cause(self, cause: str) -> str:
        """Return why a meter or an order moved: a rule, or what the author called the thing."""
        kind, _, id = cause.partition(":")
        if not kind:  # a cause hidden from this reader
            return ""
        if not id:
            known = self.say.has(f"cause.{kind}")
            return self.say(f"cause.{kind}") if known else self.say("cause.other", name=kind)
        named: dict[str, dict[str, str]] = {
            "action": {item.id: item.label for item in self.scenario.actions},
            "event": {item.id: item.label for item in self.scenario.events},
            "decision": {item.id: item.title for item in self.scenario.decisions},
        }
        name = named.get(kind, {}).get(id, "")
        return self.say(f"cause.{kind}", name=name) if name else ""

    # Happenings

    def happening(self, happening: Happening) -> tuple[str, ...]:
        """Return the lines that tell a happening: the first is the fact, the others belong to it.

        None where it left no trace that could be told.
        """
        return tuple(capital(line) for line in self._happening(happening))

    def _happening(self, happening: Happening) -> tuple[str, ...]:
        match happening:
            case fact.OfferTabled(party, offer):
                return (self._told("offer_tabled", party), *self.offer(offer))
            case fact.OfferAccepted(party, which, issues, ad_referendum):
                lines = [self._accepted(party, issues)]
                if which:
                    lines.append(self.say("happening.accepted_which", letter=LETTERS[which]))
                if ad_referendum:
                    lines.append(self.say("happening.accepted_referendum"))
                return tuple(lines)
            case fact.OfferRejected(party, reason):
                return (self._told("rejected", party), *self._reason(reason))
            case fact.OfferFell(party, lapsed):
                return (self._told("fell_lapsed" if lapsed else "fell_withdrawn", party),)
            case fact.Held(party, reason, expired):
                return (self._told("expired" if expired else "held", party), *self._reason(reason))
            case fact.IssueClosed(issue, option):
                return (
                    self.say(
                        "happening.closed",
                        issue=capital(self.issue(issue)),
                        option=self.option(issue, option),
                    ),
                )
            case fact.IssueReopened(party, issue):
                if party < 0:
                    return (self.say("happening.reopened_round", issue=self.issue(issue)),)
                return (self._told("reopened", party, issue=self.issue(issue)),)
            case fact.AgendaChanged(issue, on):
                key = "happening.agenda_on" if on else "happening.agenda_off"
                return (self.say(key, issue=self.issue(issue)),)
            case fact.ActionTaken(party, action, issue, package):
                return self._acted(party, action, issue, package)
            case fact.ActionFelt(_, action, issue):
                footprint = self.scenario.actions[action].footprint.strip()
                if not footprint:
                    return ()
                if issue is None:
                    return (self.say("happening.action_felt", footprint=footprint),)
                return (
                    self.say("happening.action_felt_issue", footprint=footprint, issue=self.issue(issue)),
                )
            case fact.DecisionPut(party, decision):
                return (self._told("decision_put", party, title=self.scenario.decisions[decision].title),)
            case fact.DecisionTaken(party, decision, choice):
                label = self.scenario.decisions[decision].choices[choice].label
                return (self._told("decision_taken", party, choice=label),)
            case fact.SignedBy(party):
                return (self._told("signed", party),)
            case fact.SignatureCleared(party):
                return (self._told("signature_cleared", party),)
            case fact.WalkedOut(party):
                return (self._told("walked_out", party),)
            case fact.MeterChanged(meter, before, after, cause):
                way = "up" if after > before else "down" if after < before else "same"
                line = self.say(
                    f"happening.meter_{way}",
                    meter=self.scenario.meters[meter].label,
                    before=before,
                    after=after,
                    cause=self.cause(cause),
                )
                return (line.strip(),)
            case fact.FlagChanged(flag, value):
                key = "happening.flag_yes" if value else "happening.flag_no"
                return (self.say(key, flag=self.scenario.flags[flag].label),)
            case fact.DelegateChanged(party, delegate):
                if delegate < 0:
                    return (self._told("delegation_back", party),)
                head = self.scenario.delegates[delegate].delegation.head
                return (self._told("delegate_sent", party, head=head),)
            case fact.OrderChanged(order, level, cause):
                changed = self.scenario.orders[order]
                line = self._told(
                    "order",
                    changed.party,
                    order=capital(self.order_name(order)),
                    level=self.level(level),
                    cause=self.cause(cause),
                )
                return (line.strip(),)
            case fact.ReservationMoved(party, amount):
                key = "happening.reservation_up" if amount >= 0 else "happening.reservation_down"
                return (self.say(key, n=abs(amount), inside=self.whom(party)),)
            case fact.EventHappened(event):
                happened = self.scenario.events[event]
                if happened.text:
                    return (self.say("happening.event", text=happened.text),)
                return (self.say("happening.event_label", label=happened.label),)
            case fact.EventFelt(event):
                trace = self.scenario.events[event].footprint.strip()
                return (self.say("happening.event_felt", footprint=trace),) if trace else ()
            case fact.Drawn(event, outcome):
                drawn = self.scenario.events[event]
                turned = drawn.outcomes[outcome]
                # What chance did is told with its odds, and never before: a draw is no reason to wait for it.
                odds = self.say("happening.odds", n=turned.odds)
                if turned.text:
                    return self.say("happening.drawn", text=turned.text), odds
                return self.say("happening.drawn_label", event=drawn.label, outcome=turned.id), odds
            case fact.Learnt(party, known):
                return (self.learnt(party, known),)
            case fact.DocumentCited(party, document, counter):
                title = self.scenario.documents[document].title
                return (self._told("countered" if counter else "cited", party, document=title),)
            case fact.DocumentPublished(document):
                return (self.say("happening.published", document=self.scenario.documents[document].title),)
            case fact.HomeAsked(question):
                key = f"happening.home_asked_{question.kind.value}{self._unasked(question)}"
                return (self.say(key, home=self.scenario.homes[question.party].name, n=max(1, question.due)),)
            case fact.HomeAnswered(question, yes):
                answer = "yes" if yes else "no"
                kind = "permission" if question.kind is QuestionKind.PERMISSION else "confirmation"
                key = f"happening.home_{answer}_{kind}{self._unasked(question)}"
                return (self.say(key, home=self.scenario.homes[question.party].name),)
            case fact.Disowned(party, issues):
                home = self.scenario.homes[party].name
                return (self.say("happening.disowned", home=home, issues=self.issues(issues)),)
            case fact.SlotOpened(round, slot):
                return (self.say("happening.slot_opened", slot=self.slot(round, slot)),)
            case fact.RoundEntered(round):
                entered = self.scenario.rounds[round]
                named = entered.place in entered.title
                title = entered.title if named else f"{entered.title}, {entered.place}"
                first = self.say("happening.round_entered", title=title)
                return (first, entered.setting.strip()) if entered.setting.strip() else (first,)
            case fact.Concluded():
                return (self.say("happening.concluded"),)
            case fact.Voted(tally):
                return self.vote(tally)
            case fact.Announced(words):
                return (self.say("happening.announced", words=words),)
            case fact.Ended(outcome):
                return (self.say("happening.ended", ending=self.scenario.endings[outcome.ending].title),)
        assert_never(happening)

    def offer(self, offer: Offer) -> tuple[str, ...]:
        """Return the lines of an offer: its alternatives, how it may be taken, its words."""
        lines: list[str] = []
        if len(offer.packages) == 1:
            lines.append(self.package(offer.packages[0]))
        else:
            for letter, package in zip(LETTERS, offer.packages, strict=False):
                lines.append(f"{self.say('happening.offer_letter', letter=letter)} {self.package(package)}")
        lines.append(self.say("happening.offer_linked" if offer.linked else "happening.offer_severable"))
        if offer.ad_referendum:
            lines.append(self.say("happening.offer_referendum"))
        if offer.words:
            lines.append(self.say("happening.offer_words", words=offer.words))
        return tuple(lines)

    def learnt(self, party: int, known: Known) -> str:
        """Return what a party learnt of the other side, as a sentence."""
        issue = self.issue(known.issue)
        match known.kind:
            case KnownKind.BAND:
                band, room = self.band(known.low, known.high), self.room(known.room)
                return self._told("learnt_band", party, issue=issue, band=band, room=room).strip()
            case KnownKind.INTEREST:
                interest = self.scenario.issues[known.issue].interests[1 - party]
                return self._told("learnt_interest", party, issue=issue, interest=interest)
        assert_never(known.kind)

    def vote(self, tally: Tally) -> tuple[str, ...]:
        """Return the lines of a home's vote: the result, each group, who stood in the way."""
        home = self.scenario.homes[tally.party].name
        key = "happening.voted_carried" if tally.carried else "happening.voted_refused"
        lines = [self.say(key, home=home, votes_for=tally.votes_for, votes_against=tally.votes_against)]
        for constituency, standing, _ in tally.standings:
            label = self.scenario.constituencies[constituency].label
            lines.append(self.say("package.item", issue=label, option=self.standing(standing)))
        if tally.blockers and not tally.carried:
            names = [self.scenario.constituencies[blocker].label for blocker in tally.blockers]
            lines.append(self.say("happening.voted_blockers", blockers=self.listed(names, "list.or")))
        return tuple(lines)

    def _unasked(self, question: Question) -> str:
        """Return how a key ends for a reader who did not ask for leave and is told of it all the same."""
        return "_told" if question.kind is QuestionKind.PERMISSION and question.party != self.you else ""

    def order_name(self, order: int) -> str:
        """Return what an order is about: an option, or its own sentence where it binds several issues."""
        bound = self.scenario.orders[order]
        if bound.issue is not None and bound.option is not None:
            return self.item(bound.issue, bound.option)
        return bound.sentence.strip().rstrip(".")

    def _told(self, key: str, party: int, **values: object) -> str:
        voice = "you" if party == self.you else "they"
        return self.say(f"happening.{key}.{voice}", who=self.who(party), inside=self.whom(party), **values)

    def _accepted(self, party: int, issues: tuple[int, ...]) -> str:
        if not issues:
            return self._told("accepted_whole", party)
        return self._told("accepted_part", party, issues=self.issues(issues))

    def _reason(self, reason: str) -> tuple[str, ...]:
        return (self.say("happening.reason", reason=reason),) if reason else ()

    def _acted(self, party: int, action: int, issue: int | None, package: Package | None) -> tuple[str, ...]:
        label = self.scenario.actions[action].label
        if issue is None:
            first = self._told("action", party, action=label)
        else:
            first = self._told("action_issue", party, action=label, issue=self.issue(issue))
        return (first,) if package is None else (first, self.talked(package))

    # Moves

    def move(self, author: int, move: made.Move) -> str:
        """Return a move as one sentence, for a record of the game."""
        if isinstance(move, made.Answer | made.Vote):
            return capital(self.say("move.told_home", move=self._move(move)))
        return self.say("move.told", who=self.who(author), move=self._move(move))

    def _move(self, move: made.Move) -> str:
        match move:
            case made.Propose(packages, linked):
                key = "move.propose_linked" if linked else "move.propose"
                return self.say(key, packages=self.say("move.or").join(map(self.package, packages)))
            case made.Accept(which, issues):
                if not issues:
                    return self.say("move.accept", letter=LETTERS[which])
                return self.say("move.accept_part", letter=LETTERS[which], issues=self.issues(issues))
            case made.Reject():
                return self.say("move.reject")
            case made.Hold():
                return self.say("move.hold")
            case made.Reopen(issue):
                return self.say("move.reopen", issue=self.issue(issue))
            case made.Act(action, about):
                label = self.scenario.actions[action].label
                if about is None:
                    return self.say("move.act", action=label)
                return self.say("move.act_issue", action=label, issue=self.issue(about))
            case made.Decide(decision, choice):
                card = self.scenario.decisions[decision]
                return self.say("move.decide", decision=card.title, choice=card.choices[choice].label)
            case made.Sign():
                return self.say("move.sign")
            case made.WalkOut():
                return self.say("move.walk_out")
            case made.Draw(event, outcome):
                drawn = self.scenario.events[event]
                return self.say("move.draw", event=drawn.label, outcome=drawn.outcomes[outcome].id)
            case made.Expire():
                return self.say("move.expire")
            case made.Answer(party, yes):
                key = "move.answer_yes" if yes else "move.answer_no"
                return self.say(key, home=self.scenario.homes[party].name)
            case made.Vote(party):
                return self.say("move.vote", home=self.scenario.homes[party].name)
            case made.Inject(event):
                return self.say("move.inject", event=self.scenario.events[event].label)
            case made.Broadcast(words):
                return self.say("move.broadcast", words=words)
            case made.Pause():
                return self.say("move.pause")
            case made.Resume():
                return self.say("move.resume")
        assert_never(move)

    # Reasons

    def reason(self, ground: str, issue: int = -1, index: int = -1) -> str:
        """Return why a bot made its move, as far as the other side may hear it; "" for nothing.

        Args:
            ground: the name of the ground, as `ai.bot.Ground` has it.
            issue: what it is about, -1 for nothing.
            index: the document of `cited`, -1 for none.
        """
        if ground in _UNTOLD:
            return ""
        if ground == "cited" and index >= 0:
            title = self.scenario.documents[index].title
            return self.say("reason.cited", document=title) if title else self.say("reason.cited_unread")
        if self.you is None and self.say.has(f"reason.{ground}_watched"):
            return self.say(f"reason.{ground}_watched")
        if issue >= 0 and self.say.has(f"reason.{ground}_issue"):
            return self.say(f"reason.{ground}_issue", issue=self.issue(issue))
        return self.say("reason.cited_unread" if ground == "cited" else f"reason.{ground}")

    # Refusals

    def refusal(self, refusal: Refusal) -> str:
        """Return why a move is refused, as a sentence or two; the ways beyond a mandate are `explain`'s."""
        return capital(self._refusal(refusal))

    def _refusal(self, refusal: Refusal) -> str:
        say = self.say
        issue = "" if refusal.issue is None else self.issue(refusal.issue)
        match refusal.why:
            case Why.ENDED:
                return say("refusal.ended")
            case Why.NOT_YOUR_TURN:
                return say("refusal.not_your_turn")
            case Why.WRONG_AUTHOR:
                return say("refusal.wrong_author")
            case Why.NOT_DUE:
                return say("refusal.not_due")
            case Why.DECISION_FIRST:
                return say("refusal.decision_first")
            case Why.NOT_HERE:
                return say("refusal.not_here")
            case Why.NO_SUCH_THING:
                return say("refusal.no_such_thing")
            case Why.WORDS_TOO_LONG:
                return say("refusal.words_too_long", limit=made.WORDS_LIMIT)
            case Why.ALTERNATIVES:
                return say("refusal.alternatives")
            case Why.EMPTY_OFFER:
                return say("refusal.empty_offer")
            case Why.NOT_ON_AGENDA:
                return say("refusal.not_on_agenda", issue=issue)
            case Why.ISSUE_CLOSED:
                return say("refusal.issue_closed", issue=issue)
            case Why.NEEDS:
                return say("refusal.needs", item=self._refused_item(refusal), because=self._need(refusal))
            case Why.BEYOND_MANDATE:
                orders = [self.scenario.orders[order].sentence.strip() for order in refusal.orders]
                return say("refusal.beyond_mandate", orders=" ".join(orders))
            case Why.NOT_AD_REFERENDUM:
                return say("refusal.not_ad_referendum")
            case Why.SAME_OFFER:
                return say("refusal.same_offer")
            case Why.NOTHING_TABLED:
                return say("refusal.nothing_tabled")
            case Why.NO_SUCH_ALTERNATIVE:
                return say("refusal.no_such_alternative")
            case Why.NOT_IN_OFFER:
                return say("refusal.not_in_offer", issue=issue)
            case Why.LINKED_OFFER:
                return say("refusal.linked_offer")
            case Why.NOT_AGREED:
                return say("refusal.not_agreed", issue=issue)
            case Why.ALREADY_SIGNED:
                return say("refusal.already_signed")
            case Why.REQUIRED_OPEN:
                return say("refusal.required_open", issues=self.issues(refusal.issues))
            case Why.ANSWER_AWAITED:
                return say("refusal.answer_awaited")
            case Why.NO_FULL_POWERS:
                if refusal.issues:
                    return say("refusal.no_full_powers_for", issues=self.issues(refusal.issues))
                return say("refusal.no_full_powers")
            case Why.ALREADY_ACTED:
                return say("refusal.already_acted")
            case Why.NOT_YOUR_ACTION:
                return say("refusal.not_your_action")
            case Why.ACTION_CLOSED:
                return say("refusal.action_closed")
            case Why.ACTION_USED:
                return say("refusal.action_used")
            case Why.ACTION_NEEDS_ISSUE:
                return say("refusal.action_needs_issue")
            case Why.ACTION_NEEDS_PACKAGE:
                return say("refusal.action_needs_package")
            case Why.ALREADY_KNOWN:
                return say("refusal.already_known", issue=issue)
            case Why.TRUST_TOO_LOW:
                least = self.scenario.conduct.sound_least
                meter = self.scenario.meters[self.scenario.conduct.meter].label
                return say("refusal.trust_too_low", meter=meter, least=least)
            case Why.WITHIN_MANDATE:
                return say("refusal.within_mandate")
            case Why.QUESTION_OPEN:
                return say("refusal.question_open")
            case Why.ALREADY_CITED:
                return say("refusal.already_cited")
            case Why.NOTHING_TO_COUNTER:
                return say("refusal.nothing_to_counter")
            case Why.NOT_PENDING:
                return say("refusal.not_pending")
            case Why.CHOICE_CLOSED:
                if refusal.because is None:
                    return say("refusal.choice_closed")
                return say("refusal.choice_closed_because", because=self.refusal(refusal.because))
        assert_never(refusal.why)

    def _refused_item(self, refusal: Refusal) -> str:
        if refusal.issue is None or refusal.option is None:
            return self.say("package.empty")
        return self.item(refusal.issue, refusal.option)

    def _need(self, refusal: Refusal) -> str:
        if refusal.issue is None or refusal.option is None or refusal.need is None:
            return ""
        option = self.scenario.issues[refusal.issue].options[refusal.option]
        return option.needs[refusal.need].sentence.strip()
