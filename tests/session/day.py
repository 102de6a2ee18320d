"""A day at the table: all that the game writes, one after the other, tried again where the disk refuses."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from game.desk.beside import keep_beside, kept_with
from game.desk.finding import Trouble
from game.desk.outgoing import write_whole
from game.rules.legal_moves import LegalMoves
from game.rules.moves import Move
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.transcript import Record
from game.session.answers import Accepted, Command, Refused
from game.session.faults import SaveFault
from game.session.lifecycle import Phase
from game.session.saves import continue_save, new_save, open_save, saves_in
from game.session.seats import name_of
from game.session.session import Session
from game.session.store import FileStore
from game.text.catalogue import Catalogue
from tests.session.power import Dead, Machine
from tests.session.tables import header_of

REPORTS = (b"the first report\n" * 60, b"the second report\n" * 70)
PLANS = ({"most": "ferry", "best": "x" * 700}, {"notebook": ["y" * 500]})


@dataclass
class Day:
    """One day, which comes to the same whatever the disk does in the meantime."""

    scenario: Scenario
    files: Mapping[str, str]
    machine: Machine
    say: Catalogue
    moves: int = 4  # made at a stretch
    session: Session | None = None
    records: dict[str, tuple[Record, ...]] = field(default_factory=dict)  # of each save, at the end
    refusals: int = 0
    _made: int = 0
    _wish: tuple[str, str, Move] | None = None

    @property
    def folder(self) -> Path:
        return self.machine.root / "home" / "saves"

    def live(self) -> None:
        """Play, write down, take back, go on, recover and fork, and show each result."""
        self._done(self._folder)
        self._done(self._new)
        self._play()
        self._done(lambda: self._keep(PLANS[0]))
        self._done(self._undo)
        self._play()
        self._done(lambda: self._keep(PLANS[1]))
        for report in REPORTS:
            self._done(partial(self._write, report))
        self._done(self._go_on)
        self._play()
        self._done(self._fork)
        self._play()
        self._done(self._recover)
        self._play()
        self._close()

    def _done(self, step: Callable[[], bool]) -> None:
        """Carry out a step; where it is refused make room and try again, then from the save anew."""
        for attempt in range(4):
            try:
                if step():
                    return
            except Dead:
                self.machine.restart()
                self._open_again()
                continue
            except (SaveFault, Trouble, OSError):
                pass
            self.refusals += 1
            self.machine.fails_at = -1
            if attempt:
                self._go_on()
        raise AssertionError("what was refused must be possible once there is room")

    def _open_again(self) -> None:
        if self.session is not None:
            self._begin(Session.resume(open_save(_store(self.session).path, self.load)))

    def load(self, files: Mapping[str, str]) -> Scenario:
        return self.scenario

    def _show(self) -> None:
        """Note that the present position was shown."""
        assert self.session is not None
        self.machine.show(_store(self.session).name, len(self.session.records))

    def _close(self) -> None:
        assert self.session is not None
        self.records[_store(self.session).name] = self.session.records
        self.session.close()

    def _folder(self) -> bool:
        self.folder.mkdir(parents=True, exist_ok=True)
        return True

    def _new(self) -> bool:
        for path in saves_in(self.folder):  # from before the program was killed
            with suppress(SaveFault):
                return self._begin(Session.resume(open_save(path, self.load)))
        header = header_of(self.scenario, 7, self.files)
        return self._begin(Session(self.scenario, header, new_save(self.folder, "a day", header)))

    def _begin(self, session: Session) -> bool:
        """Sit down at a new game or one that was left, and look at it."""
        if session.phase is Phase.LOBBY and isinstance(session.begin(), Refused):
            session.close()
            return False
        self.session = session
        self._show()
        return True

    def _play(self) -> None:
        for _ in range(self.moves):
            self._wish = None
            self._done(self._move)

    def _move(self) -> bool:
        session = self.session
        assert session is not None
        if self._wish is None:
            party = to_move(session.state)
            if party not in (0, 1):
                return True
            self._made += 1
            rolls = random.Random(self._made)
            move = LegalMoves(self.scenario, session.state, party).sample(rolls.randrange)
            self._wish = (f"d{self._made}", name_of(self.scenario, party), move)
        id, seat, wished = self._wish
        return self._answered(session.submit(Command(id, seat, session.number(seat), wished)))

    def _undo(self) -> bool:
        assert self.session is not None
        return self._answered(self.session.undo(self.scenario.parties[0].id, id="back"))

    def _answered(self, answer: Accepted | Refused) -> bool:
        if isinstance(answer, Refused):
            assert answer.sentence.startswith("error S21"), answer
            return False
        self._show()
        return True

    def _keep(self, told: Mapping[str, object]) -> bool:
        assert self.session is not None
        keep_beside(self.session, 0, dict(told))
        path, party = _store(self.session).path, self.scenario.parties[0].id
        kept = kept_with(path, party)
        if not told.items() <= kept.items():
            return False
        self.machine.show("beside " + path.name, kept)
        return True

    def _write(self, body: bytes) -> bool:
        write_whole(self.say, self.folder / "report.html", body)
        self.machine.show("report", body)
        return True

    def _go_on(self) -> bool:
        if self.session is not None:
            self.session.close()
        self._open_again()
        return True

    def _fork(self) -> bool:
        assert self.session is not None
        header = header_of(self.scenario, 7, self.files)
        store = new_save(self.folder, "a fork", header)
        try:
            forked = self.session.fork(3, store, header)
        except SaveFault:
            store.close()
            raise
        self._close()
        return self._begin(forked)

    def _recover(self) -> bool:
        """Go on as from a save of which a line in the middle is damaged."""
        assert self.session is not None
        save = open_save(_store(self.session).path, self.load)
        save = save.up_to(len(save.records) - 2, "for the sake of argument")
        recovered = Session.resume(save, store=continue_save(save))
        self._close()
        return self._begin(recovered)


def _store(session: Session) -> FileStore:
    assert isinstance(session.store, FileStore)
    return session.store
