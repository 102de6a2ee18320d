"""The faces: which file draws which character, in which style. A character goes to the first face of its
chain
that has it; coverage is read from the file's own table, because SDL draws a box for what is missing and
says nothing.
"""

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pygame

from game import places

# Each role names families in order of preference, as file names begin (letters and digits only, small).
FACES: dict[str, tuple[str, ...]] = {
    "heading": ("oldstandard", "ptserif", "notoserifjp"),
    "reading": ("ptserif", "notoserifjp"),
    "control": ("ibmplexsans", "plexsans", "notosansjp"),
    "typed": ("courierprime", "ptmono", "notoserifjp"),
    "soviet": ("gnutypewriter", "ptmono", "courierprime", "notoserifjp"),
    "map": ("oldstandard", "ptserif", "notoserifjp"),
}
FAMILIES: dict[str, tuple[str, ...]] = {  # how the built files may be called
    "ptserif": ("ptserif", "talksserif", "serif"),
    "oldstandard": ("oldstandard", "talksold"),
    "ibmplexsans": ("ibmplexsans", "plexsans", "talkssans"),
    "courierprime": ("courierprime", "talkstyped"),
    "gnutypewriter": ("gnutypewriter", "typewriter"),
}


@dataclass(eq=False, slots=True)
class Face:
    """One opened font at one size. Which characters it has is read from its file when one beyond ASCII is
    asked for."""

    font: pygame.font.Font
    file: Path | None  # None: pygame's own, taken to have all
    ascent: int
    height: int

    @property
    def has(self) -> frozenset[int] | None:
        """The code points it has glyphs for; None: not known."""
        return None if self.file is None else coverage(self.file)

    def draws(self, char: str) -> bool:
        """Say whether it has a glyph for a character; all of ours have ASCII, which a test holds them to."""
        if char.isascii() or self.file is None:
            return True
        return ord(char) in coverage(self.file)


@lru_cache(maxsize=1)
def files() -> dict[str, Path]:
    """Return the font files that came with the game, by stem in small letters and digits."""
    folder = places.assets_folder() / "fonts"
    found = sorted(folder.glob("*.ttf")) + sorted(folder.glob("*.otf")) if folder.is_dir() else []
    return {"".join(c for c in file.stem.lower() if c.isalnum()): file for file in found}


def file_for(family: str, bold: bool, italic: bool) -> Path | None:
    """Return the file of a family nearest to the style, or None if the family is not there."""
    named = [
        (stem, file)
        for start in FAMILIES.get(family, (family,))
        for stem, file in files().items()
        if stem.startswith(start)
    ]

    def distance(stem: str) -> tuple[int, str]:
        wrong = 2 * (("bold" in stem or "700" in stem or "600" in stem) != bold)
        return wrong + (("italic" in stem or "oblique" in stem) != italic), stem

    return min(named, key=lambda pair: distance(pair[0]))[1] if named else None


@lru_cache(maxsize=64)
def coverage(file: Path) -> frozenset[int]:
    """Return the code points a TrueType file has glyphs for, from its `cmap` (formats 4 and 12)."""
    data = file.read_bytes()
    tables = struct.unpack(">H", data[4:6])[0]
    start = 0
    for n in range(tables):
        tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * n : 28 + 16 * n])
        if tag == b"cmap":
            start = offset
    found: set[int] = set()
    for n in range(struct.unpack(">H", data[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">HHI", data[start + 4 + 8 * n : start + 12 + 8 * n])[2]
        kind = struct.unpack(">H", data[at : at + 2])[0]
        if kind == 4:
            segments = struct.unpack(">H", data[at + 6 : at + 8])[0] // 2
            ends = struct.unpack(f">{segments}H", data[at + 14 : at + 14 + 2 * segments])
            first = at + 16 + 2 * segments
            starts = struct.unpack(f">{segments}H", data[first : first + 2 * segments])
            for low, high in zip(starts, ends, strict=True):
                found.update(range(low, high + 1) if high != 0xFFFF else range(low, high))
        elif kind == 12:
            groups = struct.unpack(">I", data[at + 12 : at + 16])[0]
            for g in range(groups):
                low, high, _ = struct.unpack(">III", data[at + 16 + 12 * g : at + 28 + 12 * g])
                found.update(range(low, high + 1))
    return frozenset(found)


@lru_cache(maxsize=256)
def chain(face: str, bold: bool, italic: bool, size: int) -> tuple[Face, ...]:
    """Return the opened faces of a role in the order in which they are asked for a character."""
    opened = []
    for family in FACES[face]:
        file = file_for(family, bold, italic)
        if file:
            font = pygame.font.Font(str(file), size)
            stem = file.stem.lower()
            # A style that the family lacks is made by the library, so that bold is never silently plain.
            if bold and "bold" not in stem and "700" not in stem and "600" not in stem:
                font.set_bold(True)
            if italic and "italic" not in stem and not family.startswith("noto"):
                font.set_italic(True)
            opened.append(Face(font, file, font.get_ascent(), font.get_height()))
    if not opened:
        # pygame's own face has a larger body for the same size; this brings it near to the bundled ones.
        font = pygame.font.Font(None, round(size * 1.25))
        font.set_bold(bold)
        font.set_italic(italic)
        opened.append(Face(font, None, font.get_ascent(), font.get_height()))
    return tuple(opened)


def forget() -> None:
    """Drop every opened font: after the fonts module was closed, or the files changed."""
    for cache in (chain, files, coverage):
        cache.cache_clear()
