"""Session: the authority of one negotiation. Every seat, human or not, here or far away, calls `submit`.

A record is on the disk before anyone is told of it. Calls come from one thread; a bot may think in
another (`next_bot`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.ai.bot import Bot, Chosen
from game.rules.apply import Applied, apply
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import (
    Expire,
    Hold,
    Move,
    Pause,
    Resume,
)
from game.rules.scenario import INSTRUCTOR, NATURE, Scenario
from game.rules.state import State
from game.rules.transcript import Made, Record, Rewound, fork
from game.rules.view import PartyView, view_for
from game.session.answers import Accepted, Command, Denial, Refused
from game.session.bots import Bots
from game.session.codec import encode_record
from game.session.faults import Damage, SaveFault
from game.session.gate import QUIET, is_id, may_come_from, phase_denies
from game.session.herald import Herald, Subscriber
from game.session.ledger import Ledger, Notice
from game.session.lifecycle import Lifecycle, Phase
from game.session.saves import Header, Save, continue_save
from game.session.seats import BotTurn, author_of
from game.session.store import MemoryStore, Store
from game.session.strict import CodecFault, Json


class Session:
    """One negotiation in progress."""

    def __init__(
        self,
        scenario: Scenario,
        header: Header,
        store: Store,
        *,
        bots: Mapping[int, Bot] | None = None,
        wall: Callable[[], str] = lambda: "",
    ) -> None:
        """Begin in the lobby; `begin` opens the talks.

        Args:
            store: keeps the records; the header is in it already.
            bots: who plays the parties that no person plays.
            wall: the time for people, up to 40 signs, written beside each record.
        """
        self.scenario = scenario
        self.header = header
        self.store = store
        self.damage: Damage | None = None  # what was wrong with the save that it was resumed from
        self.faults: list[str] = []  # what went wrong beside the game: a subscriber or bot that failed
        self._ledger = Ledger(scenario)
        self._life = Lifecycle()
        self._bots = Bots(bots or {}, self._ledger, header, self.faults)
        self._wall = wall
        self._herald = Herald(self.faults)

    @classmethod
    def resume(
        cls,
        save: Save,
        *,
        store: Store | None = None,
        bots: Mapping[int, Bot] | None = None,
        wall: Callable[[], str] = lambda: "",
    ) -> Session:
        """Go on where `save` ends: at its first record that is torn, damaged or not legal.

        Args:
            store: where it goes on; the save itself by default, a new one where it is damaged.

        Raises:
            SaveFault: the save cannot be written, is open elsewhere or has changed since it was read.
        """
        made = cls(save.scenario, save.header, _NoStore(), bots=bots, wall=wall)
        for position, record in enumerate(save.records):
            fault = made._replayed(record)
            if fault is not None:
                save = save.up_to(position, fault)
                break
        made.damage = save.damage
        made.store = continue_save(save) if store is None else store
        try:
            if made.phase is not Phase.LOBBY:
                made._settle()
        except SaveFault:
            made.close()
            raise
        return made

    @classmethod
    def following(
        cls, scenario: Scenario, header: Header, moves: Sequence[Made], wall: Callable[[], str] = lambda: ""
    ) -> Session:
        """Return a negotiation kept nowhere in which these moves were made, to be forked.

        Raises:
            ValueError: one of them is against the rules.
        """
        made = cls(scenario, header, MemoryStore(), wall=wall)
        for record in moves:
            against = made._replayed(record)
            if against is not None:
                raise ValueError(against)
        return made

    @property
    def phase(self) -> Phase:
        """Where the session stands."""
        return self._life.phase

    @property
    def state(self) -> State:
        """The whole present state; for the authority alone."""
        return self._ledger.state

    @property
    def states(self) -> tuple[State, ...]:
        """The states of the mainline, the opening first."""
        return tuple(self._ledger.states)

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything that was recorded, what was taken back included."""
        return tuple(self._ledger.records)

    @property
    def mainline(self) -> tuple[Made, ...]:
        """The moves that count."""
        return tuple(self._ledger.line)

    @property
    def reasons(self) -> Mapping[int, Chosen]:
        """Why the bots moved as they did, by the position of the move in `records`."""
        return self._bots.reasons

    @property
    def ply(self) -> int:
        """How many moves led to the present state."""
        return self._ledger.ply

    def number(self, seat: str) -> int:
        """Return the view number of `seat`, what `Command.at` must be; raise `KeyError` for no such seat."""
        return self._ledger.numbers[self._author(seat)]

    def view(self, seat: str) -> PartyView:
        """Return what the party in `seat` may know; raise `KeyError` for a seat that is no party's."""
        party = self._author(seat)
        if party == INSTRUCTOR:
            raise KeyError("the instructor sees the session itself, not a party's view")
        return view_for(self.scenario, self.state, party, self._ledger.numbers[party])

    def subscribe(self, seat: str, subscriber: Subscriber) -> None:
        """Tell `subscriber` whatever `seat` learns from now on; one that fails is dropped."""
        self._herald.add(self._author(seat), subscriber)

    def unsubscribe(self, subscriber: Subscriber) -> None:
        """Tell `subscriber` nothing any more."""
        self._herald.drop(subscriber)

    def brief(self) -> bool:
        """Hand out the papers; say whether this was the time for it."""
        return self._life.brief()

    def begin(self) -> Accepted | Refused:
        """Open the talks, with what nature or a home has to say first."""
        if self.phase not in (Phase.LOBBY, Phase.BRIEFING):
            return Refused(Denial.NOT_NOW)
        try:
            self._settle()
        except SaveFault as fault:
            return Refused(Denial.NOT_SAVED, sentence=str(fault))
        self._life.begin()
        return Accepted(self._ledger.numbers[INSTRUCTOR], self._ledger.opening)

    def submit(self, command: Command) -> Accepted | Refused:
        """Do what `command` asks for, or say why not.

        The id is asked for before `at`: after a lost answer the repeat must meet the same answer, not
        be called late.
        """
        author = author_of(self.scenario, command.seat)
        if author is None:
            return Refused(Denial.NO_SUCH_SEAT)
        if not may_come_from(author, command.move):
            return Refused(Denial.NOT_FROM_THIS_SEAT)
        if not is_id(command.id):
            return Refused(Denial.BAD_ID)
        given = self._ledger.given.get((author, command.id))
        if given is not None:
            return given.answer if given.asked == command.move else Refused(Denial.ID_REUSED)
        if denied := phase_denies(self.phase, author, command.move):
            return Refused(denied)
        if command.at != self._ledger.numbers[author] and not isinstance(command.move, QUIET):
            return Refused(Denial.STALE)
        return self._make(author, command.move, command.id)

    def expire(self, ply: int) -> Accepted | Refused:
        """Let the turn pass because its time ran out.

        Args:
            ply: the session's `ply` when the time ran out; by now the party may have moved.
        """
        if denied := phase_denies(self.phase, NATURE, Expire()):
            return Refused(denied)
        if ply != self.ply:
            return Refused(Denial.STALE)
        return self._make(NATURE, Expire(), f"clock:{len(self._ledger.records)}")

    def undo(self, seat: str, *, id: str = "", at: int | None = None) -> Accepted | Refused:
        """Go back to before the last own move of the party in `seat`; nothing is deleted.

        The same draws fall again, since they depend on the place in the game alone.

        Args:
            id: as a command's; "" for none, then a repeat undoes another move.
            at: the view number that the seat was looking at; None not to compare.
        """
        party = author_of(self.scenario, seat)
        if party is None:
            return Refused(Denial.NO_SUCH_SEAT)
        if party == INSTRUCTOR:
            return Refused(Denial.NOT_FROM_THIS_SEAT)
        if refused := self._rewind_denied(party, id):
            return refused
        if at is not None and at != self._ledger.numbers[party]:
            return Refused(Denial.STALE)
        own = [place for place, made in enumerate(self._ledger.line) if made.author == party]
        return self._rewind(own[-1], id, party) if own else Refused(Denial.NOTHING_TO_UNDO)

    def rewind(self, to: int, *, id: str = "") -> Accepted | Refused:
        """Go back to after the first `to` records of the mainline, as the instructor."""
        if refused := self._rewind_denied(INSTRUCTOR, id):
            return refused
        if not 0 <= to < len(self._ledger.line):
            return Refused(Denial.NOTHING_TO_UNDO)
        return self._rewind(to, id, INSTRUCTOR)

    def fork(self, step: int, store: Store, header: Header) -> Session:
        """Return another negotiation that begins with the first `step` moves of this one's mainline.

        Args:
            store: a new one, that has `header` already.

        Raises:
            SaveFault: the store did not keep them.
        """
        forked = Session(self.scenario, header, store, bots=self._bots.players, wall=self._wall)
        moves = fork(self._ledger.records, step)
        store.append([self._body(place, made) for place, made in enumerate(moves, start=1)])
        for made in moves:
            forked._replayed(made)
        if moves:
            forked._settle()
        return forked

    def told_in(self, scenario: Scenario, header: Header, bots: Mapping[int, Bot]) -> Session:
        """Return this negotiation in another language; this session is not used any more.

        Records hold ids and no sentence, so that they are only entered again.

        Args:
            scenario: the same, of the same files, with its texts in that language.
            header: the same, with the opponents named in it.
            bots: who plays for it.
        """
        told = Session(scenario, header, _NoStore(), bots=bots, wall=self._wall)
        if self.phase is Phase.BRIEFING:
            told.brief()
        elif self.phase is not Phase.LOBBY:
            told._life.begin()
        for record in self._ledger.records:
            told._replayed(record)
        told.store, told.damage = self.store, self.damage
        told.faults.extend(self.faults)
        told._bots.reasons.update(self._bots.reasons)
        return told

    def next_bot(self) -> BotTurn | None:
        """Return the turn of a bot, where one must move now; `BotTurn.think` may run elsewhere."""
        return self._bots.turn() if self.phase is Phase.NEGOTIATING else None

    def play(self, turn: BotTurn, chosen: Chosen) -> Accepted | Refused:
        """Submit what a bot chose; it is stale where the table has changed since its turn began."""
        return self._bots.play(turn, chosen, self.submit)

    def bot_move(self) -> Accepted | Refused | None:
        """Let the bot whose turn it is move and return the answer; None where a person must, or all is over.

        A bot that fails holds, and its fault is entered in `faults`.
        """
        turn = self.next_bot()
        return None if turn is None else self._bots.move(turn, self.submit)

    def bot_moves(self) -> tuple[Accepted | Refused, ...]:
        """Let the bots move until a person must; return the answers, the last of which may be a refusal."""
        answers: list[Accepted | Refused] = []
        while (answer := self.bot_move()) is not None:
            answers.append(answer)
            if isinstance(answer, Refused):
                break
        return tuple(answers)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def _author(self, seat: str) -> int:
        author = author_of(self.scenario, seat)
        if author is None:
            raise KeyError(f"no seat is called {seat!r}")
        return author

    def _make(self, author: int, move: Move, id: str) -> Accepted | Refused:
        """Judge a move, keep it with what nature and the homes say to it, and tell."""
        made = Made(author, move, id, self._wall())
        try:
            encode_record(self.scenario, made)  # before the rules, which trust that it can be looked up
        except CodecFault as fault:
            return Refused(Denial.NOT_A_MOVE, sentence=fault.sentence)
        against = refusal(self.scenario, self.state, author, move)
        if against is not None:
            return Refused(Denial.AGAINST_THE_RULES, against)
        applied = apply(self.scenario, self.state, author, move)
        steps = [(made, applied), *self._automatic(applied.state, self.ply + (not isinstance(move, QUIET)))]
        return self._kept(None, steps, author, id)

    def _rewind_denied(self, author: int, id: str) -> Accepted | Refused | None:
        if id and not is_id(id):
            return Refused(Denial.BAD_ID)
        given = self._ledger.given.get((author, id)) if id else None
        if given is not None:
            return given.answer if given.asked is None else Refused(Denial.ID_REUSED)
        denied = phase_denies(self.phase, author, Hold())
        return Refused(denied) if denied else None

    def _rewind(self, to: int, id: str, author: int) -> Accepted | Refused:
        steps = self._automatic(self._ledger.states[to], self._ledger.ply_at(to))
        return self._kept(Rewound(to, id, self._wall(), author), steps, author, id)

    def _automatic(self, state: State, ply: int) -> list[tuple[Made, Applied]]:
        """Return what nature and the homes do from `state` until a party must move or all is over."""
        steps = []
        header = self.header
        while due := automatic(self.scenario, state, header.seed, header.game, ply, header.chance_on):
            author, move = due
            if wrong := refusal(self.scenario, state, author, move):
                raise AssertionError(f"{move} of the session itself must be legal; got {wrong}")
            applied = apply(self.scenario, state, author, move)
            steps.append((Made(author, move, "", self._wall()), applied))
            state, ply = applied.state, ply + 1
        return steps

    def _settle(self) -> None:
        """Record what nature and the homes have to say now; raise `SaveFault` if it was not kept."""
        steps = self._automatic(self.state, self.ply)
        if steps:
            self._append(None, steps)
            self._enter(None, steps)

    def _kept(
        self, rewound: Rewound | None, steps: list[tuple[Made, Applied]], author: int, id: str
    ) -> Accepted | Refused:
        """Keep records, then enter them, then tell; return the answer to whoever asked."""
        try:
            self._append(rewound, steps)
        except SaveFault as fault:
            return Refused(Denial.NOT_SAVED, sentence=str(fault))
        self._enter(rewound, steps)
        if id:
            return self._ledger.given[author, id].answer
        return Accepted(self._ledger.numbers[author], ())

    def _append(self, rewound: Rewound | None, steps: list[tuple[Made, Applied]]) -> None:
        records: list[Record] = [*([rewound] if rewound else []), *(made for made, _ in steps)]
        first = len(self._ledger.records) + 1
        self.store.append([self._body(place, record) for place, record in enumerate(records, start=first)])

    def _body(self, place: int, record: Record) -> dict[str, Json]:
        return {"n": place, **encode_record(self.scenario, record)}

    def _enter(self, rewound: Rewound | None, steps: list[tuple[Made, Applied]]) -> None:
        notices: list[Notice] = []
        if rewound is not None:
            notices.extend(self._ledger.rewound(rewound))
        for made, applied in steps:
            notices.extend(self._ledger.made(made, applied))
            self._live(made.move)
        self._live(None)
        self._herald.tell(notices, self.phase)

    def _live(self, move: Move | None) -> None:
        """Follow a record with the phase of the session."""
        if isinstance(move, Pause):
            self._life.pause()
        elif isinstance(move, Resume):
            self._life.resume()
        elif self.state.outcome is not None:
            self._life.conclude()
        else:
            self._life.take_back()

    def _replayed(self, record: Record) -> str | None:
        """Enter a record of a save; return why it cannot be one, if it cannot."""
        if self.phase is Phase.LOBBY:
            self._life.begin()
        if isinstance(record, Rewound):
            if record.to > len(self._ledger.line):
                return f"it takes back to move {record.to} of {len(self._ledger.line)}"
            self._ledger.rewound(record)
            self._live(None)
            return None
        against = refusal(self.scenario, self.state, record.author, record.move)
        if against is not None:
            return f"its move is against the rules: {against.why.value}"
        self._ledger.made(record, apply(self.scenario, self.state, record.author, record.move))
        self._live(record.move)
        return None


class _NoStore:
    """What a session has while it is rebuilt from a save; nothing is kept then."""

    name = "not open"

    def append(self, bodies: object) -> None:
        raise AssertionError(f"nothing is recorded while a save is read; got {bodies}")

    def close(self) -> None:
        pass
