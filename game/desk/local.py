"""A session at this very machine, as the text mode asks for it: views, news, moves, the bots' replies."""

from game.analysis.notebook import SIGNS, Guess, latest, written
from game.analysis.space import bargained_issues
from game.desk.beside import keep_beside, kept_beside
from game.desk.finding import shown
from game.desk.frames import is_open, whole
from game.desk.news import News
from game.desk.notebook import as_kept, from_kept
from game.rules.happenings import Happening
from game.rules.legality import refusal
from game.rules.moves import PartyMove
from game.rules.refusals import Refusal, Why
from game.rules.transcript import Made, Replay, Rewound, replay
from game.rules.view import PartyView, seen_by
from game.session.answers import Accepted, Command, Denial, Refused
from game.session.session import Session
from game.session.store import FileStore
from game.text.catalogue import Catalogue
from game.text.wording import Wording


class NotKept(Exception):
    """A move could not be saved; the sentence says why."""


def _kept(answer: Accepted | Refused) -> bool:
    """Say whether what was asked for was done; raise `NotKept` where the disk alone stood against it."""
    if isinstance(answer, Refused) and answer.why is Denial.NOT_SAVED:
        raise NotKept(answer.sentence)
    return isinstance(answer, Accepted)


class LocalGame:
    """One session, whose bots answer at once."""

    def __init__(self, session: Session, say: Catalogue) -> None:
        self.session = session
        self._say = say
        self._replay: tuple[int, Replay] | None = None  # for so many records
        self._guesses: dict[int, tuple[Guess, ...]] = {}  # by party; for that seat alone

    def view(self, party: int) -> PartyView:
        """Return what a party may know now."""
        return self.session.view(self._seat(party))

    def begin(self) -> None:
        """Open the talks.

        Raises:
            NotKept: the save could not be written; they are not opened.
        """
        _kept(self.session.begin())

    def make(self, party: int, move: PartyMove) -> Refusal | None:
        """Make a move for a party, or say why not.

        Raises:
            NotKept: the save could not be written; nothing was done.
        """
        view = self.view(party)
        refused = refusal(view.scenario, view.state, party, move)
        if refused is not None:  # the rules name more than the codec, which comes first in a session
            return refused
        seat = self._seat(party)
        id = f"text:{len(self.session.records)}"
        answer = self.session.submit(Command(id, seat, self.session.number(seat), move))
        _kept(answer)
        if isinstance(answer, Refused):
            if answer.refusal is not None:
                return answer.refusal
            if answer.why is Denial.NOT_A_MOVE:
                return Refusal(Why.NO_SUCH_THING)
            raise RuntimeError(f"the table is asked in turn; got {answer.why} {answer.sentence}")
        return None

    def advance(self) -> None:
        """Let the bots move until a person must, or all is over.

        Raises:
            NotKept: the save could not be written.
        """
        for answer in self.session.bot_moves():
            _kept(answer)

    def step(self) -> bool:
        """Let one bot make one move; False where none could: a person must, or all is over.

        Raises:
            NotKept: the save could not be written.
        """
        answer = self.session.bot_move()
        return answer is not None and _kept(answer)

    def undo(self, party: int) -> bool:
        """Take back the party's last move and what followed it; False where there is none.

        Raises:
            NotKept: the save could not be written; nothing was taken back.
        """
        return _kept(self.session.undo(self._seat(party)))

    def replayed(self) -> Replay:
        """Return the course of the game so far, for its results."""
        count = len(self.session.records)
        if self._replay is None or self._replay[0] != count:
            self._replay = (count, replay(self.session.scenario, self.session.mainline))
        return self._replay[1]

    def news(self, party: int | None) -> tuple[News, ...]:
        """Return everything told to a party since the start, rewound records left out.

        Args:
            party: None for somebody who watches and may know all.
        """
        course = self.replayed()
        scenario = self.session.scenario
        found = []
        for made, position, happenings in zip(
            (None, *course.moves), (-1, *self._positions()), course.happenings, strict=False
        ):
            seen = whole(happenings) if party is None else seen_by(scenario, happenings, party)
            if made is None:
                found.append(News(seen))
            elif seen:
                found.append(News(seen, self._reasons(party, made, position, seen)))
        return tuple(found)

    def guesses(self, party: int) -> tuple[Guess, ...]:
        """Return the notebook of a party; its own seat alone may be shown it before the game is over."""
        if party not in self._guesses:
            kept = kept_beside(self.session, party).get("notebook")
            self._guesses[party] = from_kept(self.session.scenario, kept)
        return self._guesses[party]

    def guess(
        self, party: int, issue: int, *, band: int | None = None, words: str | None = None
    ) -> tuple[Guess, ...]:
        """Write into the notebook of a party and return it; once the game is over nothing is written.

        Args:
            band: how much the question matters to them; None leaves what stands.
            words: what they want; None leaves what stands.
        """
        now, scenario = self.guesses(party), self.session.scenario
        if self.session.state.outcome is not None or issue not in bargained_issues(scenario):
            return now
        before, step = latest(now, issue) or Guess(0, issue), len(self.replayed().moves)
        new = Guess(
            step,
            issue,
            before.band if band is None else band,
            before.words if words is None else words[:SIGNS],
        )
        self._guesses[party] = written(now, new)
        keep_beside(self.session, party, {"notebook": as_kept(scenario, self._guesses[party])})
        return self._guesses[party]

    def where_saved(self) -> str:
        """Return the path of the save, as short as it may be typed from here."""
        store = self.session.store
        return shown(store.path) if isinstance(store, FileStore) else store.name

    def _seat(self, party: int) -> str:
        return self.session.scenario.parties[party].id

    def _positions(self) -> list[int]:
        """Return the place in `records` of every move of the mainline."""
        line: list[int] = []
        for position, record in enumerate(self.session.records):
            if isinstance(record, Rewound):
                del line[record.to :]
            else:
                line.append(position)
        return line

    def _reasons(
        self, party: int | None, made: Made, position: int, seen: tuple[Happening, ...]
    ) -> tuple[str, ...]:
        """Return the reasons of a bot for a move that `party` saw, as far as it may hear them."""
        chosen = self.session.reasons.get(position)
        if chosen is None or made.author == party or not is_open(seen, made.author):
            return ()
        scenario = self.session.scenario if party is None else self.view(party).scenario
        wording = Wording(self._say, scenario, party)
        told = [wording.reason(each.ground.value, each.issue, each.index) for each in chosen.reasons]
        return tuple(dict.fromkeys(sentence for sentence in told if sentence))
