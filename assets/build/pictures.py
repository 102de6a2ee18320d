"""Draws assets/pictures by code, and the one icon whose author the collection does not tell.

Run by hand; the game needs none of it:

    python3 -m venv build-env && build-env/bin/pip install pygame-ce
    build-env/bin/python assets/build/pictures.py

Everything is drawn six times as large and shrunk once. People have no faces on purpose: the delegates were
real, and none of them is shown.
"""

import math
import os
import random
from collections.abc import Iterable
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
import pygame

ASSETS = Path(__file__).resolve().parents[1]
K = 6  # how much larger it is drawn
Point = tuple[float, float]
Colour = tuple[int, int, int]

WHITE, GOLD, RED = (255, 255, 255), (232, 188, 66), (190, 22, 34)
INK, PAPER, BAIZE, BRASS = (38, 28, 20), (244, 236, 217), (30, 43, 40), (184, 143, 63)
WAX, WAX_LIGHT, WAX_DARK = (142, 26, 28), (186, 62, 54), (92, 12, 16)


class Sheet:
    """A picture in the making, in units of the finished one."""

    def __init__(self, width: int, height: int, ground: Colour, alpha: int = 0) -> None:
        self.size = width, height
        self.big = pygame.Surface((width * K, height * K), pygame.SRCALPHA)
        self.big.fill((*ground, alpha))

    def polygon(self, colour: Colour, points: Iterable[Point], alpha: int = 255) -> None:
        pygame.draw.polygon(self.big, (*colour, alpha), [(x * K, y * K) for x, y in points])

    def disc(self, colour: Colour, centre: Point, radius: float) -> None:
        pygame.draw.circle(self.big, colour, (centre[0] * K, centre[1] * K), radius * K)

    def ring(self, colour: Colour, centre: Point, radius: float, line: float) -> None:
        pygame.draw.circle(self.big, colour, (centre[0] * K, centre[1] * K), radius * K, round(line * K))

    def ellipse(self, colour: Colour, box: tuple[float, float, float, float]) -> None:
        pygame.draw.ellipse(self.big, colour, [v * K for v in box])

    def box(
        self, colour: Colour, box: tuple[float, float, float, float], line: float = 0, radius: float = 0
    ) -> None:
        pygame.draw.rect(
            self.big, colour, [v * K for v in box], round(line * K), border_radius=round(radius * K)
        )

    def done(self) -> pygame.Surface:
        return pygame.transform.smoothscale(self.big, self.size)

    def white(self) -> pygame.Surface:
        """The picture for tinting: shrinking rounds white down, and a tint would show it."""
        picture = self.done()
        picture.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
        return picture


def star(centre: Point, radius: float) -> list[Point]:
    """A five-pointed star standing on two points."""
    return [
        (
            centre[0] + math.sin(i * math.pi / 5) * radius * (1 if i % 2 == 0 else 0.382),
            centre[1] - math.cos(i * math.pi / 5) * radius * (1 if i % 2 == 0 else 0.382),
        )
        for i in range(10)
    ]


def turned(points: Iterable[Point], centre: Point, degrees: float) -> list[Point]:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (
            centre[0] + (x - centre[0]) * c - (y - centre[1]) * s,
            centre[1] + (x - centre[0]) * s + (y - centre[1]) * c,
        )
        for x, y in points
    ]


def hammer_and_sickle(left: float, top: float, side: float) -> list[list[Point]]:
    """The crossed tools in a square: the blade's two arcs with its handle, the hammer's shaft and head."""
    outer = [(0.5 + 0.40 * math.sin(a), 0.455 - 0.43 * math.cos(a)) for a in _arc(2, 205)]
    inner = [(0.445 + 0.33 * math.sin(a), 0.425 - 0.335 * math.cos(a)) for a in _arc(205, 14)]
    handle = turned([(0.255, 0.70), (0.375, 0.70), (0.39, 0.99), (0.24, 0.99)], (0.315, 0.76), 46)
    shaft = turned([(0.45, 0.20), (0.55, 0.20), (0.56, 1.06), (0.44, 1.06)], (0.5, 0.5), -45)
    head = turned([(0.27, 0.07), (0.68, 0.07), (0.77, 0.17), (0.77, 0.29), (0.27, 0.29)], (0.5, 0.5), -45)
    shapes = [outer + inner, handle, shaft, head]
    return [[(left + x * side, top + y * side) for x, y in shape] for shape in shapes]


def _arc(start: int, end: int) -> list[float]:
    step = 3 if end > start else -3
    return [math.radians(a) for a in range(start, end + step, step)]


def rosette(centre: Point, radius: float, petals: int = 16) -> list[list[Point]]:
    """Rounded petals round a centre, with gaps between."""
    found = []
    for n in range(petals):
        half = math.pi / petals * 0.86
        across = radius * math.tan(half) * 0.86
        petal = [
            (centre[0] - 0.03 * radius, centre[1] - 0.16 * radius),
            (centre[0] + 0.03 * radius, centre[1] - 0.16 * radius),
        ]
        top = centre[1] - radius + across
        petal += [
            (centre[0] + across * math.cos(a), top - across * math.sin(a))
            for a in map(math.radians, range(0, 181, 12))
        ]
        found.append(turned(petal, centre, n * 360 / petals))
    return found


def flag_japan() -> pygame.Surface:
    """As by the proclamation of 1870: 7 to 10, the disc three fifths of the height, off the middle."""
    sheet = Sheet(300, 210, (250, 248, 242), 255)
    sheet.disc((190, 0, 42), (150 - 3, 105), 63)  # a hundredth of the length towards the hoist
    return sheet.done()


def flag_ussr() -> pygame.Surface:
    """As by the statute of 1955: 1 to 2, tools in a square of a quarter of the height, star above them."""
    sheet = Sheet(400, 200, (200, 16, 24), 255)
    for shape in hammer_and_sickle(200 / 3 - 25, 36, 50):
        sheet.polygon(GOLD, shape)
    sheet.polygon(GOLD, star((200 / 3, 24), 14))
    sheet.polygon((200, 16, 24), star((200 / 3, 24), 9))
    return sheet.done()


def blob(centre: Point, radius: float, seed: int) -> list[Point]:
    """The edge of pressed wax: a circle with slow waves."""
    chance = random.Random(seed)
    waves = [(k, chance.uniform(0.3, 1) / k, chance.uniform(0, 2 * math.pi)) for k in (2, 3, 4, 5, 7)]
    points = []
    for n in range(240):
        a = n * math.pi / 120
        r = radius * (0.93 + 0.085 * sum(size * math.sin(k * a + shift) for k, size, shift in waves))
        points.append((centre[0] + r * math.cos(a), centre[1] + r * math.sin(a)))
    return points


def seal(emblem: list[list[Point]], seed: int) -> pygame.Surface:
    """Red wax with a pressed emblem, lit from the upper left. `emblem` lies in a square of 192."""
    sheet = Sheet(192, 192, WAX_DARK)
    edge = blob((96, 96), 92, seed)
    for colour, shift, shrink in ((WAX_DARK, 2, 1.0), (WAX_LIGHT, -1.5, 0.97), (WAX, 0.5, 0.95)):
        sheet.polygon(
            colour, [(96 + (x - 96) * shrink + shift, 96 + (y - 96) * shrink + shift) for x, y in edge]
        )
    for colour, shift in ((WAX_DARK, -1.6), (WAX_LIGHT, 1.6)):
        sheet.ring(colour, (96 + shift, 96 + shift), 66, 3)
    sheet.disc((134, 23, 26), (96, 96), 64)
    for colour, shift in ((WAX_DARK, 2.0), (WAX_LIGHT, -2.0), ((162, 38, 36), 0.0)):
        for shape in emblem:
            sheet.polygon(colour, [(x + shift, y + shift) for x, y in shape])
    return sheet.done()


def stamp_frame() -> pygame.Surface:
    """A rubber stamp's double frame, worn, in white: to be tinted, filled with words, and turned a little."""
    sheet = Sheet(360, 132, WHITE)
    sheet.box(WHITE, (4, 4, 352, 124), 5, 8)
    sheet.box(WHITE, (14, 14, 332, 104), 2, 4)
    chance = random.Random(19561019)
    for _ in range(2600):
        x, y = chance.uniform(0, 360), chance.uniform(0, 132)
        pygame.draw.circle(sheet.big, (255, 255, 255, 0), (x * K, y * K), chance.uniform(0.15, 0.9) * K)
    return sheet.white()


def person(hat: bool, glasses: bool) -> pygame.Surface:
    """Head and shoulders in a round frame, without a face."""
    sheet = Sheet(160, 160, BRASS)
    sheet.disc(BRASS, (80, 80), 79)
    sheet.disc((216, 200, 160), (80, 80), 74)
    suit, dark = (58, 51, 46), (36, 31, 28)
    body = Sheet(160, 160, suit)
    shoulders = [
        (20, 160),
        (22, 138),
        (34, 120),
        (58, 110),
        (70, 100),
        (90, 100),
        (102, 110),
        (126, 120),
        (138, 138),
    ]
    body.polygon(suit, [*shoulders, (140, 160)])
    body.polygon((236, 230, 216), [(66, 106), (94, 106), (84, 138), (80, 146), (76, 138)])
    body.polygon(WAX, [(76, 110), (84, 110), (83, 116), (86, 140), (80, 148), (74, 140), (77, 116)])
    body.polygon(dark, [(64, 104), (74, 128), (78, 150), (60, 128), (56, 112)])
    body.polygon(dark, [(96, 104), (86, 128), (82, 150), (100, 128), (104, 112)])
    body.box(suit, (68, 84, 24, 26), 0, 10)
    body.ellipse(suit, (53, 34, 54, 66))
    if hat:
        body.ellipse(dark, (32, 42, 96, 20))
        body.polygon(dark, [(52, 50), (54, 26), (62, 18), (80, 22), (98, 18), (106, 26), (108, 50)])
        body.polygon((132, 110, 74), [(53, 44), (107, 44), (108, 50), (52, 50)])
    else:
        body.polygon(
            dark,
            [
                (52, 66),
                (52, 46),
                (62, 32),
                (80, 28),
                (98, 32),
                (108, 46),
                (108, 66),
                (102, 50),
                (88, 44),
                (66, 46),
                (57, 52),
            ],
        )
    if glasses:
        for x in (68, 92):
            body.ring((216, 200, 160), (x, 68), 9.5, 2.2)
        body.box((216, 200, 160), (77, 66.5, 6, 2.2))
    mask = Sheet(160, 160, WHITE)
    mask.disc(WHITE, (80, 80), 74)
    body.big.blit(mask.big, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    sheet.big.blit(body.big, (0, 0))
    return sheet.done()


def window_icon() -> pygame.Surface:
    """A sealed paper on the table."""
    sheet = Sheet(128, 128, BAIZE)
    sheet.box(BAIZE, (0, 0, 128, 128), 0, 22)
    sheet.box(BRASS, (3, 3, 122, 122), 3, 20)
    sheet.polygon(PAPER, turned([(34, 20), (94, 20), (94, 108), (34, 108)], (64, 64), -6))
    for n, width in enumerate((40, 46, 43, 46, 30)):
        y = 34 + n * 10
        sheet.polygon(
            (120, 104, 82), turned([(41, y), (41 + width, y), (41 + width, y + 3), (41, y + 3)], (64, 64), -6)
        )
    sheet.polygon(WAX, [(86 + (x - 96) * 0.22, 94 + (y - 96) * 0.22) for x, y in blob((96, 96), 92, 3)])
    sheet.polygon(WAX_LIGHT, star((86, 94), 11))
    return sheet.done()


def main() -> None:
    for folder in ("pictures", "icons"):
        (ASSETS / folder).mkdir(exist_ok=True)
    seal_star = [star((96, 92), 54)]
    pictures = {
        "pictures/flag-japan": flag_japan(),
        "pictures/flag-ussr": flag_ussr(),
        "pictures/seal-japan": seal(rosette((96, 96), 54), 7),
        "pictures/seal-ussr": seal(seal_star, 12),
        "pictures/stamp-frame": stamp_frame(),
        "pictures/window": window_icon(),
    }
    for hat in (False, True):
        for glasses in (False, True):
            name = "-".join(["person", *["hat"] * hat, *["glasses"] * glasses])
            pictures[f"pictures/{name}"] = person(hat, glasses)
    sheet = Sheet(96, 96, WHITE)
    for shape in hammer_and_sickle(6, 4, 84):
        sheet.polygon(WHITE, shape)
    pictures["icons/hammer-sickle"] = sheet.white()
    sheet = Sheet(96, 96, WHITE)
    for petal in rosette((48, 48), 44):
        sheet.polygon(WHITE, petal)
    sheet.disc(WHITE, (48, 48), 6)
    pictures["icons/rosette"] = sheet.white()
    for name, picture in pictures.items():
        pygame.image.save(picture, ASSETS / f"{name}.png")
        print(f"{name}.png: {picture.get_size()}, {(ASSETS / f'{name}.png').stat().st_size} bytes")


if __name__ == "__main__":
    main()
