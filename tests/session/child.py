"""A program that plays: JSON commands in, one answer a line out, each only after `submit` has returned.

The test kills it. It starts light: no window, no persona, nothing but the session and the scenario.
"""

import json
import sys
from pathlib import Path

from game.session.answers import Accepted, Command
from game.session.codec import decode_move
from game.session.kept import load_kept
from game.session.saves import open_save
from game.session.session import Session
from game.session.strict import parse


def main(path: str) -> None:
    session = Session.resume(open_save(Path(path), load_kept))
    session.begin()
    say({"records": len(session.records), "torn": session.damage is not None})
    for line in sys.stdin.buffer:
        asked = parse(line, limit=10_000)
        assert isinstance(asked, dict)
        if "undo" in asked:
            answer = session.undo(str(asked["undo"]), id=str(asked["id"]))
        else:
            move = decode_move(session.scenario, asked["move"])
            at = session.number(str(asked["seat"])) if asked["at"] is True else asked["at"]
            assert isinstance(at, int)
            answer = session.submit(Command(str(asked["id"]), str(asked["seat"]), at, move))
        say(
            {
                "id": asked["id"],
                "number": answer.number if isinstance(answer, Accepted) else -1,
                "saw": repr(answer),
                "records": len(session.records),
                "numbers": [session.number(party.id) for party in session.scenario.parties],
            }
        )


def say(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
