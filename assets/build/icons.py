"""Builds the icons in assets/icons: white on nothing, 96 pixels square, to be tinted and shrunk by the game.

Run by hand in throw-away folders; the game needs neither npm nor SVG:

    python3 -m venv build-env && build-env/bin/pip install pygame-ce
    npm install @iconify-json/game-icons
    build-env/bin/python assets/build/icons.py node_modules/@iconify-json/game-icons/icons.json

An icon keeps the name it has in the collection. AUTHORS says who drew it, which the package does not: it is
the folder of the icon in the collection's own repository. assets/CREDITS.md says the same.
"""

import io
import json
import os
import sys
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
import pygame

OUT = Path(__file__).resolve().parents[1] / "icons"
SIDE = 96  # pixels
MARGIN = 4  # of them, kept free on every side

AUTHORS = {
    "Lorc": (
        "anchor capitol cog compass conversation envelope gavel globe hourglass light-bulb linked-rings "
        "magnifying-glass open-book padlock papers quill-ink ringing-bell scales scroll-unfurled "
        "tied-scroll trade wax-seal"
    ),
    "Delapouite": (
        "backward-time calendar check-mark exit-door graduate-cap house human-ear megaphone newspaper "
        "next-button notebook padlock-open peace-dove pencil previous-button prisoner progression "
        "public-speaker radio-tower shaking-hands sound-off sound-on stamper three-friends vote"
    ),
    "Sbed": ("help"),
    "Skoll": ("chess-king"),
}

# Paths drawn by us, because the collection has none that fits: its island has palms.
OWN = {
    "cross": ("M112 64 256 208 400 64l48 48-144 144 144 144-48 48-144-144-144 144-48-48 144-144L64 112z"),
    "fishing-boat": (
        "M28 300h110v-84h30v-40h84v40h30v84h202l-62 104c-22 0-22 18-52 18s-32-18-58-18-28 18-58 18"
        "-30-18-58-18-30 18-58 18-32-18-50-18zM158 240v36h36v-36zm62 0v36h36v-36zM340 60h22v216h-22z"
        "M346 70 478 244l-16 12L338 92zM196 112h22v64h-22zM20 452c28 0 28-18 58-18s30 18 60 18 30-18"
        " 60-18 30 18 60 18 30-18 60-18 30 18 60 18 30-18 60-18 28 18 54 18v28c-26 0-26-18-54-18s-30"
        " 18-60 18-30-18-60-18-30 18-60 18-30-18-60-18-30 18-60 18-30-18-60-18-30 18-58 18z"
    ),
    "islands": (
        "M20 372 150 150c10-16 26-14 34-4l18 22 16-14c10-8 22-4 30 10l52 88 42-54c8-10 20-10 28 0"
        "l122 174zM20 414c28 0 28-18 58-18s30 18 60 18 30-18 60-18 30 18 60 18 30-18 60-18 30 18 60"
        " 18 30-18 60-18 28 18 54 18v28c-26 0-26-18-54-18s-30 18-60 18-30-18-60-18-30 18-60 18-30-18"
        "-60-18-30 18-60 18-30-18-60-18-30 18-58 18z"
    ),
    "warning": (
        "M256 44c14 0 24 6 32 20l190 340c14 26-2 52-32 52H66c-30 0-46-26-32-52L224 64c8-14 18-20 32"
        "-20zm-30 120 10 160h40l10-160zm30 192c-18 0-32 14-32 30s14 30 32 30 32-14 32-30-14-30-32-30z"
    ),
}


def picture(body: str) -> pygame.Surface:
    """The icon in white, drawn large and shrunk once, so that both libraries give the same smooth edge."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">'
    svg = head + body.replace("currentColor", "#ffffff") + "</svg>"
    large = pygame.image.load(io.BytesIO(svg.encode()), "icon.svg")
    inner = pygame.transform.smoothscale(large, (SIDE - 2 * MARGIN,) * 2)
    whole = pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)
    whole.fill((255, 255, 255, 0))
    whole.blit(inner, (MARGIN, MARGIN), special_flags=pygame.BLEND_RGBA_MAX)
    # Where an edge is half covered the colour must stay white, or a tint shows a dark rim.
    whole.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return whole


def main(collection: Path) -> None:
    OUT.mkdir(exist_ok=True)
    icons = json.loads(collection.read_text("utf-8"))["icons"]
    for names in AUTHORS.values():
        for name in names.split():
            pygame.image.save(picture(icons[name]["body"]), OUT / f"{name}.png")
    for name, path in OWN.items():
        body = f'<path fill="currentColor" fill-rule="evenodd" d="{path}"/>'
        pygame.image.save(picture(body), OUT / f"{name}.png")
    print(f"{len(list(OUT.glob('*.png')))} icons")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
