"""The bots of a session: whose turn it is, what they chose and why, and what is done when one fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.ai.bot import Bot, Chosen, keyed
from game.rules.legal_moves import LegalMoves
from game.rules.moves import Hold, Move
from game.rules.scenario import Scenario
from game.rules.state import State, to_move
from game.rules.view import view_for
from game.session.answers import Accepted, Command, Denial, Refused
from game.session.ledger import Ledger
from game.session.saves import Header
from game.session.seats import BotTurn, name_of

Submit = Callable[[Command], Accepted | Refused]


class Bots:
    """Who plays the parties that no person plays. They submit like everybody else."""

    def __init__(self, players: Mapping[int, Bot], ledger: Ledger, header: Header, faults: list[str]) -> None:
        self.players = dict(players)
        self.reasons: dict[int, Chosen] = {}  # position in the records of a bot's move -> why
        self._ledger = ledger
        self._header = header
        self._faults = faults

    def turn(self) -> BotTurn | None:
        """Return the turn of a bot, where one must move now."""
        ledger, party = self._ledger, to_move(self._ledger.state)
        if party not in self.players:
            return None
        number, ply = ledger.numbers[party], ledger.ply
        view = view_for(ledger.scenario, ledger.state, party, number)
        draw = keyed(self._header.seed, self._header.game, ply, party)
        return BotTurn(name_of(ledger.scenario, party), number, ply, view, draw, self.players[party])

    def play(self, turn: BotTurn, chosen: Chosen, submit: Submit) -> Accepted | Refused:
        """Submit what a bot chose; it is stale where the table has changed since its turn began."""
        place = len(self._ledger.records)
        if turn.ply != self._ledger.ply:
            return Refused(Denial.STALE)
        answer = submit(Command(f"bot:{place}", turn.seat, turn.at, chosen.move))
        if isinstance(answer, Accepted):
            self.reasons[place] = chosen
        return answer

    def move(self, turn: BotTurn, submit: Submit) -> Accepted | Refused:
        """Let a bot think and move.

        A bot that fails or breaks a rule must not end a class: its fault is entered, and it holds, or
        takes the first legal move where it may not.
        """
        try:
            answer = self.play(turn, turn.think(), submit)
        except Exception as fault:  # one bot's fault; the table goes on
            why = f"{type(fault).__name__}: {fault}"
        else:
            if isinstance(answer, Accepted) or answer.why is Denial.NOT_SAVED:
                return answer
            why = str(answer.refusal or answer.sentence or answer.why.value)
        self._faults.append(f"the bot of {turn.seat} at ply {turn.ply}: {why}")
        move = plain_move(self._ledger.scenario, self._ledger.state, turn.view.party)
        return submit(Command(f"bot:{len(self._ledger.records)}", turn.seat, turn.at, move))


def plain_move(scenario: Scenario, state: State, party: int) -> Move:
    """Return what is made in the place of a move that a bot may not make: a hold, or the first legal move."""
    legal = LegalMoves(scenario, state, party)
    return Hold() if Hold() in legal else next(iter(legal))
