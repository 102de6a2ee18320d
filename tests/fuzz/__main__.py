"""Fuzz one reader: `python -m tests.fuzz reader [--minutes 5]`.

Needs atheris, in an environment of its own; nothing else of the game does:

    python3 -m venv .fuzz && .fuzz/bin/pip install -r requirements.txt -r tests/fuzz/requirements.txt
    .fuzz/bin/python -m tests.fuzz reader --minutes 5

`--plant raise` and `--plant slow` put a fault into the game first, to see how soon it is found. `--keep`
chooses from what was met few inputs that go nearly everywhere, and puts them into the corpus that the tests
replay.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.guard import broken_off, lines_met
from tests.fuzz.planted import plant
from tests.fuzz.target import CORPUS, Target

NAMES = ("scan", "reader", "expressions", "saves", "plans", "translations")
ROOT = Path(__file__).parents[2]
SLOW = 0.2  # seconds of processor time; the same as in engine.py, which cannot be imported without atheris
MOST_KEPT = 70
LARGEST_KEPT = 12_000
MEMORY = 1_024  # mebibytes of the whole process, the interpreter and the counters among them


def main(words: list[str]) -> int:
    """Fuzz, say what was met and what was found; 1 where something was."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--plant", choices=("raise", "slow"))
    parser.add_argument("--keep", action="store_true")
    parser.add_argument(
        "--work", type=Path, help="where to put what is met and found; a new folder by default"
    )
    asked = parser.parse_args(words)
    if find_spec("atheris") is None:
        print("atheris is not installed here. " + (__doc__ or "").partition("\n\n")[2].partition("\n\n`")[0])
        return 2
    target: Target = import_module(f"tests.fuzz.{asked.target}").TARGET
    work = asked.work or Path(tempfile.mkdtemp(prefix=f"fuzz-{target.name}-"))
    seeds, met, found = work / "seeds", work / "met", work / "found"
    for folder in (seeds, met, found):
        folder.mkdir(parents=True, exist_ok=True)
    for name, data in target.seeds().items():
        (seeds / re.sub(r"[^\w-]", "_", name)).write_bytes(data)
    _words_for(target, work / "words")
    began = time.monotonic()
    log = work / "log"
    with log.open("wb") as out:
        for longest, share in ((target.usual, 0.7), (target.largest, 0.3)):
            if not any(found.glob("*-*")) or not asked.plant:
                seconds = int(60 * asked.minutes * share)
                subprocess.run(
                    _words_of(target, work, asked.plant or "-", seconds, longest),
                    cwd=ROOT,
                    stdout=out,
                    stderr=subprocess.STDOUT,
                    check=False,
                )
    print(f"{target.name}: {time.monotonic() - began:.0f} s, in {work}")
    print(_figures(log.read_text("utf-8", errors="replace")))
    if asked.keep:
        print(f"kept {_keep(target, met)} inputs")
    if asked.plant:
        plant(target.name, asked.plant)  # here too, where slow inputs are timed again
    return _finds(target, found)


def _words_of(target: Target, work: Path, planted: str, seconds: int, longest: int) -> list[str]:
    """Return the command that fuzzes for so many seconds with inputs of at most `longest` bytes."""
    found, kept = work / "found", [str(CORPUS / target.name)] if target.corpus() else []
    return [
        *(sys.executable, "-m", "tests.fuzz.engine", target.name, str(found), planted),
        *(str(work / "met"), str(work / "seeds"), *kept, f"-max_total_time={seconds}", f"-max_len={longest}"),
        *(f"-rss_limit_mb={MEMORY}", f"-dict={work / 'words'}", f"-artifact_prefix={found}/stopped-"),
        *("-timeout=20", "-print_final_stats=1", "-len_control=0", "-use_value_profile=1"),
    ]


def _words_for(target: Target, path: Path) -> None:
    """Write the words of the format as libFuzzer reads them."""
    lines = (
        "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in target.words
    )
    path.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")


def _figures(log: str) -> str:
    """Return the last counts of libFuzzer's own report, of inputs of the usual length and of long ones."""
    return "\n".join(
        line for line in log.splitlines() if re.search(r"^#\d+\s+DONE|^stat::number_of|^stat::peak", line)
    )


def _seconds(target: Target, data: bytes) -> float:
    """Return the least processor time of three tries, unwatched."""
    tries = []
    for _ in range(3):
        began = time.process_time()
        with suppress(Exception), broken_off(10 * SLOW):  # faults are told apart
            target.run(data)
        tries.append(time.process_time() - began)
    return min(tries)


def _finds(target: Target, found: Path) -> int:
    """Say what was found; an input that is slow only while it is watched is none."""
    slowest = found / "slowest"
    if slowest.exists():
        data = slowest.read_bytes()
        print(f"slowest input: {len(data)} bytes, {1000 * _seconds(target, data):.1f} ms unwatched")
    if (found / "told").exists():
        print((found / "told").read_text("utf-8", errors="replace"))
    faults = [path for path in sorted(found.iterdir()) if path.name.startswith(("fault-", "stopped-"))]
    slow = [path for path in found.glob("slow-*") if _seconds(target, path.read_bytes()) > SLOW]
    for path in (*faults, *slow):
        print(f"found: {path}, {path.stat().st_size} bytes")
    return 1 if faults or slow else 0


def _keep(target: Target, met: Path) -> int:
    """Put the smallest inputs that go where no smaller one goes into the corpus."""
    corpus = CORPUS / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    inputs = {path.read_bytes() for folder in (met, corpus) for path in folder.iterdir()}
    seen: set[tuple[str, int]] = set()
    for data in sorted(inputs, key=lambda each: (len(each), each)):
        if len(data) > LARGEST_KEPT or len(target.corpus()) >= MOST_KEPT:
            break
        lines = lines_met(lambda data=data: target.run(data))  # type: ignore[misc]
        if not lines <= seen:
            seen |= lines
            (corpus / sha256(data).hexdigest()[:12]).write_bytes(data)
    return len(target.corpus())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
