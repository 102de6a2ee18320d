"""A game at this window: the negotiation behind its port, the seats of the persons, who thinks beside it.

Every move goes through the same `LocalGame` as in text mode, so that log and saves are the same.
"""

from dataclasses import dataclass, field, replace

from game.ai.bot import Chosen, keyed
from game.ai.registry import bot_for, bots_for
from game.desk.beyond import ways_on
from game.desk.local import LocalGame, NotKept
from game.desk.plan_card import Plan
from game.rules.moves import PartyMove
from game.rules.refusals import Why
from game.rules.state import has_the_word, to_move
from game.session.answers import Denial, Refused
from game.session.clock import TableClock
from game.session.lifecycle import Phase
from game.text.catalogue import Catalogue
from game.text.wording import Wording
from game.ui.replay_wishes import Pace
from game.ui.screens.ratification_presenter import voices
from game.ui.seat import Facts, Seat, seat_of
from game.ui.wishes import Screen
from game.ui.worker import Answer, Worker

RESTS = {Pace.SLOW: 240, Pace.QUICK: 40, Pace.STEP: 0}
"""Looks at the clock, of which there are sixty a second, between two moves of a watched game."""

Moment = tuple[int, int]
"""A party and how many records there were: when advice was asked for."""


@dataclass(slots=True)
class Sitting:
    """One game at this window."""

    game: LocalGame
    say: Catalogue
    worker: Worker
    seats: dict[int, Seat] = field(default_factory=dict)
    seated: int | None = None  # the seat whose person looks at the screen; None: nobody has said so
    advice: tuple[Moment, Chosen] | None = None
    told: int = 0  # constituencies that have spoken on the ratification screen
    voted: bool = False  # all have been heard
    step: int = 0  # of the debrief
    stopped: str = ""  # why the bots do not move: their moves cannot be kept
    lookers: dict[int, Seat] = field(default_factory=dict)  # places of nobody: where two bots are watched
    pace: Pace = Pace.SLOW
    paused: bool = False
    asked: bool = False  # for the next move, whatever the pace
    rest: int = 0  # looks at the clock until the next move
    clock: TableClock | None = None  # None where nothing is timed
    clock_told: tuple[str, ...] = ()  # what was said last of the time left
    is_open: bool = False  # an author tries it: no seat is hidden, and who must move is looked at

    @property
    def persons(self) -> tuple[int, ...]:
        """The parties that persons play."""
        return tuple(self.seats)

    @property
    def solo(self) -> bool:
        """Whether one person plays alone."""
        return len(self.seats) == 1

    @property
    def watched(self) -> bool:
        """Whether two bots play and nobody else."""
        return not self.seats

    @property
    def debriefed(self) -> tuple[int, ...]:
        """The parties that a debrief is for."""
        return self.persons or tuple(self.lookers)

    def sit(self, plans: dict[int, Plan], *, resumed: bool) -> None:
        """Put the persons in their seats; a game that goes on has been briefed and planned."""
        session = self.game.session
        for party, (_, sitter) in enumerate(session.header.seats):
            if sitter.is_person:
                seat = seat_of(self.game.view(party))
                seat.plan = plans.get(party, Plan())
                seat.guesses = self.game.guesses(party)
                self.seats[party] = seat
                if resumed:
                    seat.briefed, seat.plan = True, _locked(seat.plan)
                    seat.round = session.state.round
                    seat.told = len(self.game.news(party))
        if self.solo:
            self.seated = self.persons[0]
        if not resumed:
            session.brief()
        if self.watched:
            self.lookers = {party: seat_of(self.game.view(party)) for party in (0, 1)}
            self.seated = 0
            self.begin()

    @property
    def expected(self) -> int:
        """The seat whose person the game waits for: the papers first, then whoever must move."""
        for party, seat in self.seats.items():
            if not seat.briefed or not seat.plan.locked:
                return party
        party = to_move(self.game.session.state)
        if party in self.seats:
            return party
        return self.seated if self.seated is not None else self.persons[0]

    @property
    def seat(self) -> Seat:
        """The seat whose person looks at the screen."""
        if self.watched:
            return self.lookers[self.seated or 0]
        return self.seats[self.seated if self.seated is not None else self.expected]

    @property
    def screen(self) -> Screen:
        """The screen that is due now; this alone decides which follows which in a game."""
        state, seat = self.game.session.state, self.seat
        if state.outcome is not None:
            heard = self.voted or not voices(state.votes)
            return Screen.DEBRIEF if heard else Screen.RATIFICATION
        if self.watched:
            return Screen.WATCH
        if self.seated != self.expected and not self.is_open:
            return Screen.PRIVACY
        if not seat.briefed:
            return Screen.BRIEFING
        if not seat.plan.locked:
            return Screen.PLANNING
        if seat.round != state.round:
            return Screen.ROUND_CARD
        if has_the_word(state, seat.party) and state.pending[seat.party]:
            return Screen.DECISION
        return Screen.TABLE

    def facts(self, why: str = "") -> Facts:
        """Return all that the screen of the seat may draw from."""
        seat = self.seat
        view = self.game.view(seat.party)
        seat.freshen(view)
        advice = self.advice
        fresh = advice is not None and advice[0] == (seat.party, len(self.game.session.records))
        return Facts(
            wording=Wording(self.say, view.scenario, seat.party),
            view=view,
            seat=seat,
            news=self.game.news(seat.party),
            advice=advice[1] if advice is not None and fresh else None,
            thinking=self.thinking,
            opposite=self.game.session.header.seats[1 - seat.party][1].name,
            solo=self.solo or self.is_open,
            why=why,
            adviser=self.game.session.header.placed.adviser,
        )

    @property
    def thinking(self) -> str:
        """Who is thinking, "" for nobody."""
        session = self.game.session
        party = to_move(session.state)
        if session.phase is not Phase.NEGOTIATING or party not in (0, 1) or party in self.seats:
            return ""
        return session.header.seats[party][1].name or session.scenario.parties[party].name

    def begin(self) -> None:
        """Open the talks once every person has read their papers and made or left their plan.

        Raises:
            NotKept: the save could not be written.
        """
        session = self.game.session
        ready = all(seat.briefed and seat.plan.locked for seat in self.seats.values())
        if ready and session.phase in (Phase.LOBBY, Phase.BRIEFING):
            self.game.begin()

    def make(self, move: PartyMove) -> bool:
        """Make a move of the seat and say whether it was made; a refusal is kept with the ways beyond it.

        Raises:
            NotKept: the save could not be written; nothing was done.
        """
        seat = self.seat
        if not has_the_word(self.game.session.state, seat.party):
            return False
        before = len(self.game.news(seat.party))
        refused = self.game.make(seat.party, move)
        seat.clear()
        if refused is None:
            seat.told = before
            seat.made.words = ""
            self.stopped = ""
            if self.is_open:
                self.seated = self.expected
            return True
        seat.refused, seat.tried = refused, move
        self._find_ways(seat)
        return False

    def _find_ways(self, seat: Seat) -> None:
        """Tell the ways beyond the mandate, where that is why a move was refused."""
        if seat.refused is not None and seat.refused.why is Why.BEYOND_MANDATE and seat.tried is not None:
            view = self.game.view(seat.party)
            seat.ways = tuple(ways_on(Wording(self.say, view.scenario, seat.party), view, seat.tried))

    def undo(self) -> bool:
        """Take the seat's last move back; solo only. Say whether there was one."""
        seat = self.seat
        if not self.solo or not self.game.undo(seat.party):
            return False
        self.worker.forget_all()
        seat.clear()
        seat.told = min(seat.told, len(self.game.news(seat.party)))
        seat.round = self.game.session.state.round
        self.told, self.voted, self.step, self.stopped = 0, False, 0, ""
        return True

    def speak(self, game: LocalGame, say: Catalogue) -> None:
        """Go on with the same game told in another language; who thinks begins anew, nothing else does."""
        self.game, self.say = game, say
        if self.clock is not None:
            self.clock.session = game.session
        self.worker.forget_all()
        self.advice = None
        for seat in self.seats.values():
            self._find_ways(seat)

    # Thinking

    def think(self) -> None:
        """Let the bot that must move think, or the adviser of the seat; in the worker, not here."""
        session = self.game.session
        turn = session.next_bot()
        if self.watched and not self._goes_on():
            return
        if turn is not None:
            if not self.stopped and not self.worker.is_busy(("bot", turn.ply)):
                self.worker.ask(("bot", turn.ply), turn.think)
            return
        if self.watched or not session.header.placed.adviser:
            return
        party = self.seat.party
        moment = (party, len(session.records))
        known = self.advice is not None and self.advice[0] == moment
        if session.phase is not Phase.NEGOTIATING or to_move(session.state) != party or known:
            return
        if self.worker.is_busy(("advice", moment)):
            return
        advisers = bots_for(session.scenario, party)
        if not advisers:
            return
        adviser, view = bot_for(session.scenario, advisers[0], party), self.game.view(party)
        draw = keyed(session.header.seed, session.header.game, session.ply, party)
        self.worker.ask(("advice", moment), lambda: adviser.choose(view, draw))

    def _goes_on(self) -> bool:
        """Say whether the next move of a watched game is due."""
        if self.asked:
            return True
        return self.pace is not Pace.STEP and not self.paused and self.rest == 0

    def wait(self) -> None:
        """Let a look at the clock pass: the next move of a watched game comes nearer."""
        if self.rest and not self.paused:
            self.rest -= 1
            if not self.rest:
                self.think()

    def hear(self, answer: Answer) -> None:
        """Take what the worker has finished: a bot's move, or advice; what is stale is dropped."""
        match answer.key:
            case ("bot", int(ply)):
                self._move_bot(ply, answer)
            case ("advice", (int(party), int(records))) if answer.fault is None:
                self.advice = ((party, records), answer.value)

    def _move_bot(self, ply: int, answer: Answer) -> None:
        session = self.game.session
        turn = session.next_bot()
        if turn is None or turn.ply != ply:
            return
        if answer.fault is None:
            done = session.play(turn, answer.value)
            self.asked, self.rest = False, RESTS[self.pace]
            if not isinstance(done, Refused):
                return
            if done.why is Denial.NOT_SAVED:
                self.stopped = done.sentence
                return
        # A bot that fails must not end the game: the session enters its fault and moves plainly for it.
        try:
            self.game.advance()
        except NotKept as fault:
            self.stopped = str(fault)


def _locked(plan: Plan) -> Plan:
    return replace(plan, locked=True)
