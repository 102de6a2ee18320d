"""A person at the terminal, for tests: lines typed in, everything printed back."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game import cli

ROOT = Path(__file__).parent.parent.parent
PORTS = str(ROOT / "tests" / "scenarios" / "two-ports")


@dataclass(frozen=True)
class Printed:
    """What a command printed, and its exit code."""

    code: int
    text: str

    def after(self, words: str) -> str:
        """Return what was printed after the first place where `words` stand."""
        assert words in self.text, self.text
        return self.text.partition(words)[2]


def run(words: Sequence[str], typed: Sequence[str] = ()) -> Printed:
    """Carry out a command line with these lines typed."""
    target = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in typed))
    code = cli.main(list(words), source, target)
    return Printed(code, target.getvalue())


def play(
    saves: Path,
    *typed: str,
    side: str = "vale",
    against: str = "linear",
    scenario: str = PORTS,
    seed: int = 1,
) -> Printed:
    """Play a new game; the rules check is left out."""
    words = ["play", scenario, "--side", side, "--seed", str(seed), "--saves", str(saves), "--text"]
    return run([*words, "--against", against] if side != "both" else words, ["", *typed])
