"""Draws assets/paper by code: grey tiles without a seam, with which a colour is multiplied.

Run by hand from the folder of the game: `python assets/build/paper.py`.

Every layer repeats with the tile: noise on a lattice that wraps round, smoothed so that the lattice is not
seen, and fibres that leave at one edge and come in at the other. No layer is coarser than a sixteenth of the
tile, for what is coarse is what the eye finds again in the next tile.
"""

import math
import os
import random
import struct
import zlib
from pathlib import Path

SIDE = 512
PAPER = Path(__file__).resolve().parents[1] / "paper"
Octaves = tuple[tuple[int, float], ...]
"""Cells across the tile and how far each octave darkens, in steps of 255."""


def noise(chance: random.Random, cells: int) -> list[float]:
    """Return a tile of smooth noise, -1 to 1, that wraps round."""
    lattice = [[chance.uniform(-1, 1) for _ in range(cells)] for _ in range(cells)]
    found: list[float] = []
    places = []
    for n in range(SIDE):
        whole, part = divmod(n * cells / SIDE, 1)
        places.append((int(whole), (int(whole) + 1) % cells, part * part * (3 - 2 * part)))
    for upper, lower, down in places:
        above, below = lattice[upper], lattice[lower]
        row = [a + (b - a) * down for a, b in zip(above, below, strict=True)]
        found += [row[left] + (row[right] - row[left]) * over for left, right, over in places]
    return found


def fibres(chance: random.Random, total: list[float], count: int, depth: float, length: int) -> None:
    """Lay short bent hairs over the tile, some lighter and some darker."""
    for _ in range(count):
        x, y, angle = chance.uniform(0, SIDE), chance.uniform(0, SIDE), chance.uniform(0, math.pi)
        strength, bend = chance.uniform(-depth, depth), chance.uniform(-0.09, 0.09)
        for _ in range(chance.randrange(length // 3, length)):
            # Shared between the four pixels around it, or a hair is a flight of stairs.
            left, top = math.floor(x), math.floor(y)
            for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
                share = (1 - abs(x - left - dx)) * (1 - abs(y - top - dy))
                total[(top + dy) % SIDE * SIDE + (left + dx) % SIDE] += strength * share
            angle += bend + chance.uniform(-0.12, 0.12)
            x, y = x + math.cos(angle), y + math.sin(angle)


def tile(seed: int, mean: float, octaves: Octaves, hairs: tuple[int, float, int]) -> bytes:
    """Return a tile as bytes of grey, a row after the other, around `mean`."""
    chance = random.Random(seed)
    total = [mean] * (SIDE * SIDE)
    for cells, depth in octaves:
        for n, value in enumerate(noise(chance, cells)):
            total[n] += depth * value
    fibres(chance, total, *hairs)
    shift = mean - sum(total) / len(total)
    return bytes(max(0, min(255, round(value + shift))) for value in total)


def png(grey: bytes) -> bytes:
    """Return a tile as a PNG of one grey channel; each row is kept as the difference to the one above."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = bytearray()
    above = bytes(SIDE)
    for y in range(SIDE):
        row = grey[y * SIDE : (y + 1) * SIDE]
        rows.append(2)
        rows += bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        above = row
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def main() -> None:
    os.makedirs(PAPER, exist_ok=True)
    tiles = {
        "paper": tile(11, 248, ((32, 1.2), (64, 1.0), (128, 1.2), (256, 1.6)), (700, 5.0, 36)),
        "baize": tile(5, 216, ((32, 4.0), (64, 4.0), (128, 9.0), (256, 17.0)), (5200, 15.0, 12)),
    }
    for name, grey in tiles.items():
        data = png(grey)
        (PAPER / f"{name}.png").write_bytes(data)
        print(f"paper/{name}.png: {len(data)} bytes")


if __name__ == "__main__":
    main()
