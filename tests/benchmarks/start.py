"""From the start of the process to the first prompt of the text mode, beside a bare Python."""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.benchmarks.timing import median_seconds

ROOT = Path(__file__).resolve().parents[2]
GAME = ["main.py", "play", "the-deletion", "--text", "--side", "japan", "--seed", "1"]
SILENCE = 0.6
"""Seconds without output after which the game is taken to be waiting for an answer."""


def run() -> None:
    """Print the median of seven starts of each."""
    bare = median_seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    libraries = median_seconds(
        lambda: subprocess.run([sys.executable, "-c", "import yaml, transitions"], check=True)
    )
    print(f"python -c pass                      {bare * 1e3:7.0f} ms")
    print(f"the same, importing the libraries   {libraries * 1e3:7.0f} ms")
    prompts = [until_prompt() for _ in range(8)][1:]
    prompt = statistics.median(prompts)
    print(f"text mode, to its first prompt      {prompt * 1e3:7.0f} ms")
    print(f"  = {prompt / bare:.1f} x bare Python, {prompt / libraries:.1f} x its libraries")


def until_prompt() -> float:
    """Return the seconds from the start of the process to the last sign before it waits."""
    with tempfile.TemporaryDirectory() as saves:
        begun = time.perf_counter()
        game = subprocess.Popen(
            [sys.executable, *GAME, "--saves", saves],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert game.stdout is not None
        signs: list[tuple[float, bytes]] = []
        reader = threading.Thread(target=_listen, args=(game.stdout.fileno(), signs))
        reader.start()
        while reader.is_alive() and (not signs or time.perf_counter() - signs[-1][0] < SILENCE):
            time.sleep(0.02)
        waits = game.poll() is None
        game.kill()
        reader.join()
        game.communicate()
    said = b"".join(text for _, text in signs).decode("utf-8", "replace")
    if not waits or not signs:
        raise SystemExit(f"The text mode did not wait for an answer; it said: {said.strip()[-300:]}")
    return signs[-1][0] - begun


def _listen(output: int, signs: list[tuple[float, bytes]]) -> None:
    while text := os.read(output, 65536):
        signs.append((time.perf_counter(), text))


if __name__ == "__main__":
    run()
