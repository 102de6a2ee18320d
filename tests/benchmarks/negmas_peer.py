"""The same negotiation in NegMAS, by its own mechanism and protocol; run in an environment that has it.

Prints one JSON object. Imports nothing of the game.
"""

import json
import random
from importlib.metadata import version

from negmas import LinearAdditiveUtilityFunction, ResponseType, SAOMechanism, make_issue, make_os
from negmas.sao import SAONegotiator

from tests.benchmarks.domain import ISSUES, OPTIONS, ROUNDS, Plain, tables
from tests.benchmarks.timing import median_rate


class Delegate(SAONegotiator):
    """Hands every question to the same plain delegate that plays in our engine."""

    plain: Plain

    def propose(self, state, dest=None):
        return self.plain.offer(state.relative_time)

    def respond(self, state, source=None):
        takes = self.plain.takes(state.current_offer, state.relative_time)
        return ResponseType.ACCEPT_OFFER if takes else ResponseType.REJECT_OFFER


def main() -> None:
    issues = [make_issue(OPTIONS, f"i{number}") for number in range(ISSUES)]
    space, sides = make_os(issues), tables()
    worths = [
        LinearAdditiveUtilityFunction(
            {
                f"i{i}": {option: float(row[option]) for option in range(OPTIONS)}
                for i, row in enumerate(side)
            },
            issues=issues,
            reserved_value=0.0,
        )
        for side in sides
    ]
    rng = random.Random(1)
    counts = {"negotiations": 0, "agreed": 0}

    def one() -> int:
        mechanism = SAOMechanism(outcome_space=space, n_steps=ROUNDS)
        for name, side, worth in zip("ab", sides, worths, strict=True):
            delegate = Delegate(name=name)
            delegate.plain = Plain(side, rng)
            mechanism.add(delegate, ufun=worth)
        end = mechanism.run()
        counts["negotiations"] += 1
        counts["agreed"] += end.agreement is not None
        return len(mechanism.extended_trace) + (end.agreement is not None)

    rate = median_rate(one, seconds=5.0)
    print(json.dumps({"version": version("negmas"), "moves_per_s": rate, **counts}))


if __name__ == "__main__":
    main()
