"""Run all or the named: `python3 main.py bench [moves] [campaign] [start] [reading] [window]`.

`--without-negmas` leaves out the peer that has to be installed.
"""

import sys

from tests.benchmarks import campaign, moves, reading, start, window

BENCHMARKS = {
    "moves": moves.run,
    "campaign": campaign.run,
    "start": start.run,
    "reading": reading.run,
    "window": window.run,
}


def main(words: list[str]) -> int:
    negmas = "--without-negmas" not in words
    names = [word for word in words if word != "--without-negmas"] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark '{unknown[0]}'; there are {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    for name in names:
        print(f"== {name}", flush=True)
        moves.run(negmas) if name == "moves" else BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
