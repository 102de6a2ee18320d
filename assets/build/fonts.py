"""Builds assets/fonts: the game's faces, cut down to the characters it needs, under names of their own.

Run by hand in throw-away folders; the game needs neither fontTools nor npm nor Debian:

    python3 -m venv build-env && build-env/bin/pip install fonttools brotli
    npm install @fontsource/pt-serif @fontsource/ibm-plex-sans @fontsource/old-standard-tt \
        @fontsource/courier-prime @fontsource/pt-mono @fontsource/noto-serif-jp @fontsource/noto-sans-jp
    apt-get download fonts-gnutypewriter && dpkg -x fonts-gnutypewriter_*.deb typewriter
    build-env/bin/python assets/build/fonts.py node_modules typewriter

The recipe: of each script slice of a face keep Latin, Cyrillic and signs (Latin faces) or JIS X 0208 signs,
kana and level 1 (Japanese faces), drop hinting -> join the slices -> name the font anew -> TTF.
coverage.json says which characters each file has, so that a test needs no font library to know, and which can
be drawn wherever a text may stand, so that an author is told of any other. File names
keep the name of the face they come from; the family inside is ours.
"""

import json
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import merge, subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parents[1]
OUT = ASSETS / "fonts"

LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B]))
CYRILLIC = "".join(map(chr, [*range(0x400, 0x460), *range(0x462, 0x464), *range(0x472, 0x476), 0x490, 0x491]))
SIGNS = "".join(map(chr, [*range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x2042, 0x2044])) + (
    "₽€№℠™←↑→↓↔↕↵⏎−∓∕∙√∞≈≠≤≥─│■□▲△▶▷▼▽◀◁◆◇○●★☆☐☑✓✔✕✗✘ﬁﬂ"  # noqa: RUF001
)
BEYOND_LEVEL_1 = "恫"  # kanji of the historical notes that level 1 lacks

# out: (family, style, weight, npm package, slices, weight and slope of the slices)
LATIN_SLICES = ("latin", "latin-ext")
ALL_SLICES = (*LATIN_SLICES, "cyrillic", "cyrillic-ext")
JAPANESE_SLICES = ("japanese", *map(str, range(120)))  # the numbered ones have the arrows and other signs
FACES = {
    "ptserif-regular": ("Reading", "Regular", "pt-serif", ALL_SLICES, "400-normal"),
    "ptserif-bold": ("Reading", "Bold", "pt-serif", ALL_SLICES, "700-normal"),
    "ptserif-italic": ("Reading", "Italic", "pt-serif", ALL_SLICES, "400-italic"),
    "plexsans-regular": ("Control", "Regular", "ibm-plex-sans", ALL_SLICES, "400-normal"),
    "plexsans-semibold": ("Control", "SemiBold", "ibm-plex-sans", ALL_SLICES, "600-normal"),
    "oldstandard-regular": ("Period", "Regular", "old-standard-tt", ALL_SLICES, "400-normal"),
    "oldstandard-bold": ("Period", "Bold", "old-standard-tt", ALL_SLICES, "700-normal"),
    "courierprime-regular": ("Typed", "Regular", "courier-prime", LATIN_SLICES, "400-normal"),
    "courierprime-bold": ("Typed", "Bold", "courier-prime", LATIN_SLICES, "700-normal"),
    "ptmono-regular": ("Mono", "Regular", "pt-mono", ALL_SLICES, "400-normal"),
    "notoserifjp-regular": ("Mincho", "Regular", "noto-serif-jp", JAPANESE_SLICES, "400-normal"),
    "notosansjp-regular": ("Gothic", "Regular", "noto-sans-jp", JAPANESE_SLICES, "400-normal"),
}
ROLES = (  # the families of each role of the window, as game/ui/kit/fonts.py has them
    ("oldstandard", "ptserif", "notoserifjp"),
    ("ptserif", "notoserifjp"),
    ("plexsans", "notosansjp"),
    ("courierprime", "ptmono", "notoserifjp"),
    ("gnutypewriter", "ptmono", "courierprime", "notoserifjp"),
)
TYPEWRITER = "usr/share/fonts/truetype/gnutypewriter/GNUTypewriter.ttf"


def japanese() -> str:
    """The signs, wide Latin, kana and level 1 kanji of JIS X 0208: its rows 1 to 5, 8 and 16 to 47."""
    rows = (*range(1, 6), 8, *range(16, 48))
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95))
    return "".join(cell.decode("euc_jp", "ignore") for cell in cells) + BEYOND_LEVEL_1


def written() -> str:
    """Every character of the texts that come with the game: a place name may lie beyond level 1."""
    files = [
        *ASSETS.glob("text/*.yaml"),
        *ASSETS.glob("map/*.json"),
        *ASSETS.parent.glob("scenarios/**/*.yaml"),
    ]
    return "".join(sorted(set("".join(file.read_text("utf-8") for file in files))))


def joined(sources: list[Path], folder: Path, wanted: str) -> TTFont:
    """One font of all the slices; of each only what is wanted and no slice before it had."""
    parts, left = [], set(map(ord, wanted))
    for source in sources:
        font = TTFont(source, recalcTimestamp=False)
        new = left & set(font.getBestCmap())
        if not new:
            continue
        left -= new
        font.flavor = None
        cut(font, "".join(map(chr, sorted(new))))
        parts.append(folder / f"{len(parts)}.ttf")
        font.save(parts[-1])
    stamp = TTFont(parts[0])["head"].modified  # not the time of building: the same sources, the same file
    font = merge.Merger().merge([str(part) for part in parts]) if len(parts) > 1 else TTFont(parts[0])
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = stamp
    return font


def cut(font: TTFont, text: str) -> None:
    """Keep the glyphs of `text`, pair distances and marks."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)


def name(font: TTFont, family: str, style: str) -> None:
    """Give the font our name: a changed one may not keep a reserved name. Copyright records stay."""
    family = f"Plenipotentiary {family}"
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 16: family, 17: style}
    names[6] = f"{family}-{style}".replace(" ", "")
    table = font["name"]
    kept = {0, 5, 13, 14}
    table.names = [record for record in table.names if record.nameID in kept and record.platformID == 3]
    for number, words in names.items():
        table.setName(words, number, 3, 1, 0x409)
    for table_of_variation in ("STAT", "fvar", "avar", "gvar", "HVAR", "MVAR", "DSIG"):
        if table_of_variation in font:
            del font[table_of_variation]


def room(font: TTFont) -> None:
    """Let every capital with its accent, and every tail, lie between ascent and descent.

    Some faces leave accents out of their ascent. The drawing library then makes the picture of such a line
    higher, and its baseline sinks: HOKKAIDO with its macron stood lower than without.
    """
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    boxes = []
    for code in map(ord, LATIN + CYRILLIC):
        if code in cmap:
            pen = BoundsPen(glyphs)
            glyphs[cmap[code]].draw(pen)
            boxes += [pen.bounds] if pen.bounds else []
    across, os2 = font["hhea"], font["OS/2"]
    spare = font["head"].unitsPerEm // 16  # at small sizes an accent is moved up to the next pixel
    top = max(across.ascent, *(math.ceil(box[3]) + spare for box in boxes))
    bottom = min(across.descent, *(math.floor(box[1]) for box in boxes))
    across.ascent = os2.sTypoAscender = os2.usWinAscent = top
    across.descent = os2.sTypoDescender = bottom
    os2.usWinDescent = -bottom
    across.lineGap = os2.sTypoLineGap = 0


def ranges(codes: set[int]) -> Iterator[str]:
    """The code points as `20-7e` and single `3a9`, in order."""
    ordered = sorted(codes)
    start = last = ordered[0]
    for code in [*ordered[1:], -1]:
        if code != last + 1:
            yield f"{start:x}" if start == last else f"{start:x}-{last:x}"
            start = code
        last = code


def everywhere(has: dict[str, set[int]]) -> set[int]:
    """What every role has, where each file of a family counts: a style may lack what another has."""
    drawn = []
    for role in ROLES:
        families = [[codes for name, codes in has.items() if name.startswith(start)] for start in role]
        drawn.append(set.union(*(set.intersection(*files) for files in families)))
    return set.intersection(*drawn)


def main(packages: Path, typewriter: Path) -> None:
    OUT.mkdir(exist_ok=True)
    latin, far = LATIN + CYRILLIC + SIGNS, japanese() + SIGNS + written()
    jobs = {
        out: (
            family,
            style,
            [packages / f"@fontsource/{package}/files/{package}-{part}-{kind}.woff2" for part in parts],
        )
        for out, (family, style, package, parts, kind) in FACES.items()
    }
    for _, _, sources in jobs.values():
        sources[:] = [source for source in sources if source.is_file()]
    jobs["gnutypewriter-regular"] = ("Soviet Typed", "Regular", [typewriter / TYPEWRITER])
    files, has = {}, {}
    for out, (family, style, sources) in sorted(jobs.items()):
        with tempfile.TemporaryDirectory() as folder:
            font = joined(sources, Path(folder), far if family in ("Mincho", "Gothic") else latin)
            name(font, family, style)
            if not out.startswith("noto"):
                room(font)
            font.save(OUT / f"{out}.ttf")
            codes = has[f"{out}.ttf"] = set(font.getBestCmap())
        files[f"{out}.ttf"] = {
            "family": f"Plenipotentiary {family}",
            "style": style,
            "has": " ".join(ranges(codes)),
        }
        print(f"{out}.ttf: {len(codes)} characters, {(OUT / f'{out}.ttf').stat().st_size} bytes")
    note = (
        "Made by assets/build/fonts.py. has: code points in hexadecimal, ranges with both ends included;"
        " everywhere: those that every role has in every style."
    )
    whole = {"note": note, "everywhere": " ".join(ranges(everywhere(has))), "files": files}
    text = json.dumps(whole, indent=1)
    (OUT / "coverage.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
