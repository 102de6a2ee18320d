"""What lies in assets: all credited, readable, of the size that is said, with a glyph for every letter."""

import ast
import json
import re
import struct
from pathlib import Path

import pytest

from game.ui.kit import fonts

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
CREDITS = (ASSETS / "CREDITS.md").read_text("utf-8")
LISTED = json.loads((ASSETS / "fonts/coverage.json").read_text("utf-8"))
COVERAGE = LISTED["files"]

ICON_SIDE = 96  # pixels
TILE_SIDE = 512
MOST = 6_000_000  # bytes of everything that is committed
ALPHABET = "ABCabcxyz0189 .,;:!?'\"()-"
LATIN = "ŌōŪūĀāĪīĒēÉéßÄäÖöÜüÇçñ“”‘’–—…«»§·°×£"  # noqa: RUF001
CYRILLIC = "АБВЯабвяЁёЪъЫыЭэЩщ"
JAPANESE = "日本国とソヴィエト社会主義共和国連邦、歯舞群島。「択捉島」国後島・重光葵樺太"
SIGNS = "→←↑↓✓★●○■□▲▼№"


def ranges(has: str) -> frozenset[int]:
    """The code points of `20-7e 3a9`."""
    ends = [[int(end, 16) for end in part.split("-")] for part in has.split()]
    return frozenset(code for end in ends for code in range(end[0], end[-1] + 1))


HAS = {name: ranges(font["has"]) for name, font in COVERAGE.items()}


def credited() -> set[str]:
    """The files that the credits name: paragraphs that begin "In FOLDER/"."""
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", CREDITS):
        if place := re.match(r"In (?:([\w/]+/)|this folder)", paragraph):
            names = re.findall(r"[\w-]+\.(?:png|ttf|ogg|json|txt|yaml)\b", paragraph)
            found += [f"{place[1] or ''}{name}" for name in names]
    assert len(found) == len(set(found))
    return set(found)


def shipped() -> set[str]:
    there = (file.relative_to(ASSETS) for file in ASSETS.rglob("*") if file.is_file())
    files = (file for file in there if "__pycache__" not in file.parts)  # made, as from modules
    return {file.as_posix() for file in files if file.parts[0] != "build" and file.name != "CREDITS.md"}


def drawn() -> str:
    """Every character of the sentences, the scenarios and the map."""
    files = [*ASSETS.glob("text/**/*.yaml"), *ASSETS.glob("map/*.json"), *ROOT.glob("scenarios/**/*.yaml")]
    assert len(files) > 5
    return "".join(sorted(set("".join(file.read_text("utf-8") for file in files)) - {"\n", "\t", "\r"}))


def chain(role: str, bold: bool, italic: bool) -> list[Path]:
    """The files that the toolkit asks for a character, in order."""
    asked = (fonts.file_for(family, bold, italic) for family in fonts.FACES[role])
    return [file for file in asked if file]


STYLES = [(role, bold, italic) for role in fonts.FACES for bold in (False, True) for italic in (False, True)]


def test_the_credits_name_every_asset_and_nothing_else() -> None:
    assert credited() == shipped()


def test_every_asset_but_the_drawn_ones_has_the_script_that_builds_it() -> None:
    scripts = {file.stem for file in (ASSETS / "build").glob("*.py")}
    assert {"fonts", "icons", "map", "pictures", "sounds"} <= scripts


def test_the_assets_stay_small() -> None:
    assert sum((ASSETS / file).stat().st_size for file in shipped()) < MOST


def test_every_font_is_in_the_coverage_list_with_exactly_the_characters_it_has() -> None:
    assert set(HAS) == {file.name for file in (ASSETS / "fonts").glob("*.ttf")}
    for name, has in HAS.items():
        assert fonts.coverage(ASSETS / "fonts" / name) - {0xFFFF} == has, name


def test_no_font_keeps_the_family_name_it_came_with() -> None:
    for name, font in COVERAGE.items():
        assert font["family"].startswith("Plenipotentiary "), name
        assert font["family"].encode("utf-16-be") in (ASSETS / "fonts" / name).read_bytes(), name


@pytest.mark.parametrize(("role", "bold", "italic"), STYLES)
def test_every_role_finds_its_own_face_before_the_japanese_one(role: str, bold: bool, italic: bool) -> None:
    files = [file.name for file in chain(role, bold, italic)]
    assert len(files) >= 2
    assert files[-1].startswith("noto")
    assert not files[0].startswith("noto")


@pytest.mark.parametrize(("role", "bold", "italic"), STYLES)
def test_every_character_that_is_shown_has_a_glyph(role: str, bold: bool, italic: bool) -> None:
    has = frozenset().union(*(HAS[file.name] for file in chain(role, bold, italic)))
    wanted = drawn() + ALPHABET + LATIN + CYRILLIC + JAPANESE + SIGNS
    assert {char for char in wanted if ord(char) not in has} == set()


def test_what_is_listed_as_drawn_everywhere_is_what_every_style_of_every_role_has() -> None:
    drawn = [frozenset().union(*(HAS[file.name] for file in chain(*style))) for style in STYLES]
    assert ranges(LISTED["everywhere"]) == frozenset.intersection(*drawn)


def test_a_character_that_no_face_has_is_told() -> None:
    has = frozenset().union(*HAS.values())
    assert ord("\U0001f600") not in has


def test_the_japanese_faces_have_all_kana_and_the_kanji_of_the_first_level() -> None:
    rows = [4, 5, *range(16, 48)]
    cells = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95))
    wanted = {ord(char) for cell in cells for char in cell.decode("euc_jp", "ignore")}
    assert len(wanted) > 3000
    for name in ("notoserifjp-regular.ttf", "notosansjp-regular.ttf"):
        assert wanted <= HAS[name], name


@pytest.mark.parametrize("name", sorted(HAS))
def test_an_accent_over_a_capital_does_not_lower_the_line(name: str) -> None:
    import pygame

    pygame.font.init()
    accented = "".join(char for char in "ŌÉÅЙ" if ord(char) in HAS[name])
    for size in (13, 17, 23, 40):
        font = pygame.font.Font(str(ASSETS / "fonts" / name), size)
        plain = font.render("Hg", True, (0, 0, 0)).get_height()
        assert font.render(f"Hg{accented}", True, (0, 0, 0)).get_height() <= plain, size


def size_of(png: Path) -> tuple[int, int]:
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n"), png.name
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_every_icon_has_the_one_size() -> None:
    icons = sorted((ASSETS / "icons").glob("*.png"))
    assert len(icons) >= 40
    assert {size_of(icon) for icon in icons} == {(ICON_SIDE, ICON_SIDE)}


def asked_icons() -> set[str]:
    """The icons that the window names: `icon="..."`, and the values of every table called ICONS."""
    found: set[str] = set()
    for file in (ROOT / "game/ui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.keyword(arg="icon", value=ast.Constant(value=str(name))):
                    found.add(name)
                case ast.Assign(targets=[ast.Name(id="ICONS")], value=ast.Dict(values=values)):
                    found |= {str(value.value) for value in values if isinstance(value, ast.Constant)}
    return found - {""}


def test_every_icon_that_the_window_asks_for_is_there() -> None:
    there = {file.stem for file in (ASSETS / "icons").glob("*.png")}
    assert asked_icons() - there == set()


def test_the_tiles_are_square_and_the_flags_have_their_proportions() -> None:
    assert {size_of(tile) for tile in (ASSETS / "paper").glob("*.png")} == {(TILE_SIDE, TILE_SIDE)}
    width, height = size_of(ASSETS / "pictures/flag-japan.png")
    assert width * 7 == height * 10
    width, height = size_of(ASSETS / "pictures/flag-ussr.png")
    assert width == height * 2


def test_every_icon_is_white_where_it_shows_so_that_a_tint_is_true() -> None:
    import pygame

    for file in sorted((ASSETS / "icons").glob("*.png")):
        icon = pygame.image.load(str(file))
        colours = {tuple(icon.get_at((x, y))) for x in range(ICON_SIDE) for y in range(0, ICON_SIDE, 2)}
        assert {colour[:3] for colour in colours if colour[3]} == {(255, 255, 255)}, file.name
        cover = {colour[3] for colour in colours}
        assert (min(cover), max(cover) > 240) == (0, True), file.name


def test_every_sound_is_vorbis_in_ogg_one_voice_at_44100() -> None:
    sounds = sorted((ASSETS / "sounds").glob("*.ogg"))
    assert [sound.stem for sound in sounds] == ["bell", "gavel", "key", "morse", "paper", "stamp"]
    for sound in sounds:
        data = sound.read_bytes()
        assert data.startswith(b"OggS"), sound.name
        voices, rate = struct.unpack("<BI", data[39:44])
        assert data[28:35] == b"\x01vorbis", sound.name
        assert (voices, rate) == (1, 44100), sound.name


def test_every_source_of_the_icons_is_credited_by_name() -> None:
    for author in ("Lorc", "Delapouite", "Sbed", "Skoll"):
        assert f"In icons/, by {author}:" in CREDITS
    assert "CC BY 3.0" in CREDITS


def test_the_map_carries_its_notice_and_licence() -> None:
    assert "GNU Lesser General Public License, version 3 or later" in " ".join(CREDITS.split())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (ASSETS / "map/LGPL-3.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ASSETS / "fonts/LICENCES.txt").read_text("utf-8")
