"""Whether a series of simulated games keeps what the READMEs of the cuts hold the numbers to.

`python -m tests.history.families FILE.csv ...` reads what `simulate --csv` wrote and tells the families, the
games in which each chair ends above its reservation value, and exits with 1 where a rule is missed.
"""

import csv
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

HISTORICAL = "the deletion"
MOST, LEAST_ABOVE, MOST_ABOVE = 60, 25, 95


def family(row: Mapping[str, str]) -> str:
    """Return the family of a game, as the README of The Deletion tells them."""
    if row["signed"] == "0":
        return "nothing signed"
    if row["ratified"] == "0":
        return "refused"
    if row["okinawa"] == "clause_in":
        return "Okinawa stands"
    if row["islands"] == "nothing":
        return "the first solution"
    if row["rest"] in ("words", "named"):
        return "the words stay"
    if row["rest"] in ("final", "border"):
        return "closed"
    is_late = row["islands"] == "two_after" and row.get("instrument") != "treaty"
    return HISTORICAL if is_late else "another text"


def misses(shares: Mapping[str, float], above: Mapping[str, float]) -> list[str]:
    """Return what is missed, in words; shares are hundredths of the games."""
    found = []
    own = shares.get(HISTORICAL, 0.0)
    if own < max(shares.values()):
        found.append(f"{max(shares, key=lambda each: shares[each])} is commoner than {HISTORICAL}")
    if own >= MOST:
        found.append(f"{HISTORICAL} has {own:.1f} %")
    for chair, share in above.items():
        if not LEAST_ABOVE <= share <= MOST_ABOVE:
            found.append(f"{chair} ends above its reservation value in {share:.1f} %")
    return found


def judged(rows: Sequence[Mapping[str, str]]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the share of each family, the commonest first, and of games above, by chair."""
    counted = Counter(map(family, rows))
    chairs = [name for name in rows[0] if name.startswith("surplus_")]
    above = {chair: 100 * sum(int(row[chair]) > 0 for row in rows) / len(rows) for chair in chairs}
    return {each: 100 * games / len(rows) for each, games in counted.most_common()}, above


def main(files: Sequence[str]) -> int:
    missed = 0
    for name in files:
        with Path(name).open(encoding="utf-8", newline="") as file:
            shares, above = judged(list(csv.DictReader(file)))
        print(name, *(f"{share:5.1f} % {each}" for each, share in (shares | above).items()), sep="\n  ")
        for each in misses(shares, above):
            print("  missed:", each)
            missed += 1
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
