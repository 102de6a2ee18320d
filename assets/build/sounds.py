"""Builds assets/sounds: six short effects made of sines and noise, written as OGG Vorbis.

Run by hand; needs only Python and `oggenc` (Debian: vorbis-tools):

    python3 assets/build/sounds.py

Every effect has a visible twin in the game; none carries meaning by itself.
"""

import array
import math
import random
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "sounds"
RATE = 44100
LOUDEST = 0.7  # of full scale
Sound = list[float]


def seconds(length: float, value: Callable[[float], float]) -> Sound:
    return [value(n / RATE) for n in range(round(length * RATE))]


def noise(length: float, seed: int, smooth: float) -> Sound:
    """Noise through a one-pole low pass; `smooth` 0 is white, near 1 is dull."""
    chance, last, out = random.Random(seed), 0.0, []
    for _ in range(round(length * RATE)):
        last = smooth * last + (1 - smooth) * chance.uniform(-1, 1)
        out.append(last)
    return out


def fading(sound: Sound, speed: float, rise: float = 0.001) -> Sound:
    return [v * min(1, n / RATE / rise) * math.exp(-speed * n / RATE) for n, v in enumerate(sound)]


def mixed(*parts: tuple[float, float, Sound]) -> Sound:
    """Parts of (start in seconds, loudness, sound) laid over each other."""
    out = [0.0] * max(round(at * RATE) + len(sound) for at, _, sound in parts)
    for at, loud, sound in parts:
        first = round(at * RATE)
        for n, v in enumerate(sound):
            out[first + n] += loud * v
    return out


def tone(length: float, hertz: float) -> Sound:
    return seconds(length, lambda t: math.sin(2 * math.pi * hertz * t))


def key() -> Sound:
    """A typewriter: the lever's click, then the type on paper and platen."""
    click, strike = fading(noise(0.03, 1, 0.2), 260), fading(noise(0.09, 2, 0.55), 70)
    ring = fading(tone(0.12, 2350), 60)
    return mixed(
        (0, 0.5, click), (0.022, 1.6, strike), (0.022, 0.12, ring), (0.022, 0.5, fading(tone(0.1, 190), 60))
    )


def stamp() -> Sound:
    """A rubber stamp on a desk: a dull thud, and the lift."""
    thud, pad = fading(tone(0.3, 82), 22, 0.003), fading(noise(0.2, 3, 0.9), 34)
    return mixed(
        (0, 1.0, thud),
        (0, 2.2, pad),
        (0.002, 0.5, fading(tone(0.2, 141), 36)),
        (0.21, 0.3, fading(noise(0.08, 4, 0.6), 60)),
    )


def paper() -> Sound:
    """A sheet turned: rustle that swells and breaks off in small cracks."""
    chance, rustle = random.Random(5), noise(0.55, 6, 0.35)
    swell = [v * math.sin(math.pi * min(1, n / len(rustle))) ** 1.5 for n, v in enumerate(rustle)]
    cracks = [
        (chance.uniform(0.05, 0.45), chance.uniform(0.1, 0.5), fading(noise(0.012, 7 + n, 0.1), 420))
        for n in range(26)
    ]
    return mixed((0, 0.55, swell), *cracks)


def gavel() -> Sound:
    """Wood on wood, twice."""
    knock = mixed(
        (0, 1.0, fading(tone(0.25, 412), 34)),
        (0, 0.6, fading(tone(0.2, 1033), 60)),
        (0, 0.35, fading(tone(0.12, 1876), 90)),
        (0, 0.9, fading(noise(0.04, 8, 0.5), 160)),
    )
    return mixed((0, 1.0, knock), (0.26, 0.8, knock))


def bell() -> Sound:
    """A small desk bell: inharmonic partials, the high ones gone first."""
    partials = (
        (1.0, 1.0, 3.0),
        (2.01, 0.55, 4.2),
        (2.74, 0.42, 5.5),
        (4.07, 0.28, 8.0),
        (5.43, 0.2, 11.0),
        (6.8, 0.1, 16.0),
    )
    parts = [(0.0, loud, fading(tone(1.3, 1244 * ratio), speed)) for ratio, loud, speed in partials]
    return mixed(*parts, (0, 0.5, fading(noise(0.02, 9, 0.1), 300)))


def morse() -> Sound:
    """A telegram arrives: the letter R, which operators send for "received"."""
    unit = 0.07

    def beep(length: float) -> Sound:
        edge = 0.006
        return seconds(
            length, lambda t: math.sin(2 * math.pi * 640 * t) * min(1, t / edge, (length - t) / edge)
        )

    hiss = [v * 0.04 for v in noise(9 * unit, 10, 0.4)]
    return mixed(
        (0, 1, hiss),
        (unit / 2, 0.8, beep(unit)),
        (2.5 * unit, 0.8, beep(3 * unit)),
        (6.5 * unit, 0.8, beep(unit)),
    )


def written(sound: Sound, out: Path) -> None:
    """Level the sound, end it in silence, and encode it."""
    peak, last = max(map(abs, sound)), round(0.01 * RATE)
    level = [v / peak * LOUDEST * min(1, (len(sound) - n) / last) for n, v in enumerate(sound)]
    samples = array.array("h", (round(v * 32767) for v in level))
    if sys.byteorder == "big":
        samples.byteswap()
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "sound.wav"
        with wave.open(str(raw), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
        subprocess.run(["oggenc", "-Q", "-q", "2", "-s", "1956", "-o", str(out), str(raw)], check=True)


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for make in (key, stamp, paper, gavel, bell, morse):
        file = OUT / f"{make.__name__}.ogg"
        sound = make()
        written(sound, file)
        print(f"{file.name}: {len(sound) / RATE:.2f} s, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
