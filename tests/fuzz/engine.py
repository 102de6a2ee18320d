"""The process that fuzzes: atheris chooses and counts, the target judges, finds are written down.

Started by `python -m tests.fuzz`, with the interpreter of an environment that has atheris.
"""

from __future__ import annotations

import ast
import os
import re
import sys
import time
import traceback
from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import atheris

SLOW = 0.2
"""Seconds of processor time that no input may take."""

ENDLESS = 5
"""Seconds of processor time after which the work on an input is broken off."""

READ_WITH = {
    "scan": ("game.content.source", "game.content.syntax", "game.content.diagnostics"),
    "reader": ("game.content",),
    "expressions": ("game.content.expressions", "game.content.tokens", "game.rules.expressions"),
    "saves": ("game.session",),
    "plans": ("game.content",),
    "translations": ("game.content",),
}
"""The modules whose branches count, by target."""


class Findings:
    """What was found, each kind of failure once, in its shortest input; and the slowest inputs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kinds: dict[str, int] = {}
        self.slowest = 0.0
        self._began = time.process_time()

    @property
    def has_failed(self) -> bool:
        """Whether something was raised."""
        return bool(self._kinds)

    def failed(self, error: BaseException, data: bytes) -> None:
        """Note an input on which something was raised."""
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "atheris" not in frame.filename
        ]
        inmost = frames[-1]
        message = str(error)[:40] if type(error).__name__ == "BrokenError" else ""
        kind = f"{type(error).__name__} {Path(inmost.filename).name}:{inmost.lineno} {message}"
        if len(data) >= self._kinds.get(kind, sys.maxsize):
            return
        told = "".join(traceback.format_exception(error, limit=-6))
        self._note("fault", kind, data, "" if kind in self._kinds else told)
        self._kinds[kind] = len(data)

    def took(self, seconds: float, data: bytes) -> None:
        """Note the time that an input took, and keep each that took longer than all before."""
        if seconds > self.slowest:
            self.slowest = seconds
            (self._folder / "slowest").write_bytes(data)
            if seconds > SLOW:
                self._note("slow", "slow", data, f"{seconds:.2f} s while it is being watched\n")

    def _note(self, sort: str, kind: str, data: bytes, told: str) -> None:
        (self._folder / f"{sort}-{sha256(kind.encode()).hexdigest()[:8]}").write_bytes(data)
        if told:
            after = time.process_time() - self._began
            with (self._folder / "told").open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"after {after:.0f} s of processor time: {kind}\n{told}\n")


def literals(names: Sequence[str]) -> list[str]:
    """Return the words that stand as texts in the source of modules: what input is compared with, mostly."""
    words: set[str] = set()
    for name in names:
        below = (sys.modules[each] for each in sorted(sys.modules) if f"{each}.".startswith(f"{name}."))
        for file in {str(module.__file__) for module in below if getattr(module, "__file__", None)}:
            for node in ast.walk(ast.parse(Path(file).read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    words.update(re.findall(r"^[\w-]{2,24}$", node.value))
    return sorted(words)


def main() -> None:
    """Fuzz: target, folder of findings, what is planted ("-" for nothing), then the words for libFuzzer."""
    name, folder, planted = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    with atheris.instrument_imports(include=[*READ_WITH[name], "tests.fuzz.planted"]):
        target = import_module(f"tests.fuzz.{name}").TARGET
        if planted != "-":
            import_module("tests.fuzz.planted").plant(name, planted)
    from tests.fuzz.changing import Changer
    from tests.fuzz.guard import broken_off

    findings = Findings(folder)
    modules = [*READ_WITH[name], *(["tests.fuzz.planted"] if planted != "-" else [])]
    changer = Changer(target.words, list(target.seeds().values()), literals(modules))

    def one(data: bytes) -> None:
        began = time.process_time()
        try:
            with broken_off(ENDLESS):
                target.run(data)
        except Exception as error:
            findings.failed(error, data)
        findings.took(time.process_time() - began, data)
        seen = {"raise": findings.has_failed, "slow": findings.slowest > 4 * SLOW}
        if seen.get(planted):
            os._exit(0)

    def changed(data: bytes, largest: int, seed: int) -> bytes:
        if seed % 3 == 0:
            return bytes(atheris.Mutate(data, min(largest, 2 * len(data) + 100)))
        return changer.changed(data, largest, seed)

    atheris.Setup([sys.argv[0], *sys.argv[4:]], one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
