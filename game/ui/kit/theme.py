"""What everything looks like: colours by role, sizes by role, faces. A theme is a value; caches use it as a
key."""

from dataclasses import dataclass, replace

Colour = tuple[int, int, int]

SMALLEST = 13  # pixels; smaller text is not read from a chair (the Xbox guideline's 18 at 1080 lines)
TEXT_FACTORS = (1.0, 1.25, 1.5, 2.0)

COLOURS: dict[str, Colour] = {
    "paper": (244, 236, 217),  # sheets and boards
    "card": (248, 241, 225),  # what lies on paper: rungs, cards, fields
    "edge": (190, 170, 128),  # borders on paper
    "ink": (38, 28, 20),
    "faded": (98, 82, 62),  # secondary words on paper
    "closed": (225, 214, 190),  # ground of what cannot be used now
    "baize": (40, 62, 55),  # the table under everything
    "felt": (54, 86, 78),  # heads of cards, tabs that are not chosen
    "dark": (22, 31, 29),  # bars on baize
    "light": (245, 236, 214),  # words on baize
    "dim": (196, 184, 154),  # secondary words on baize
    "brass": (184, 143, 63),  # what to do next
    "brass_ink": (33, 23, 10),  # words on brass
    "gilt": (214, 178, 98),  # lines and words of brass on baize
    "green": (42, 94, 69),  # agreed; also words on paper
    "red": (132, 28, 32),  # danger; also words on paper
    "amber": (133, 72, 8),  # a gap, in words on paper
    "link": (27, 76, 110),
    "blue": (63, 127, 166),  # the map's and the charts' first colour
    "orange": (217, 140, 43),  # and second
    "focus": (255, 209, 71),  # inner line of the focus ring; its outer line is ink
    "shadow": (8, 12, 11),
}

# The same roles for those who asked for more contrast.
STRONG: dict[str, Colour] = {
    "paper": (255, 252, 242),
    "card": (255, 255, 250),
    "edge": (92, 74, 44),
    "ink": (0, 0, 0),
    "faded": (58, 46, 30),
    "closed": (228, 222, 206),
    "baize": (12, 26, 22),
    "felt": (24, 52, 46),
    "dark": (0, 0, 0),
    "light": (255, 252, 240),
    "dim": (226, 216, 188),
    "gilt": (255, 214, 120),
    "green": (12, 68, 42),
    "red": (112, 0, 8),
    "amber": (104, 50, 0),
    "link": (0, 48, 96),
}

SIZES = {"small": 14, "label": 15.5, "body": 17, "lead": 19, "title": 23, "display": 40}

GROUNDS = {  # which words may stand on which ground; tests hold every pair to 4.5 to 1
    "paper": ("ink", "faded", "green", "red", "amber", "link"),
    "card": ("ink", "faded", "green", "red", "amber", "link"),
    "closed": ("ink", "faded"),
    "baize": ("light", "dim", "gilt"),
    "dark": ("light", "dim", "gilt"),
    "felt": ("light",),
    "green": ("light",),
    "red": ("light",),
    "brass": ("brass_ink",),
    "gilt": ("brass_ink",),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """How large and in which colours everything is drawn.

    `scale` is of the interface (pixels per unscaled pixel), `text` the person's own factor on words, 1.0 to
    2.0;
    `contrast` asks for the stronger colours, `motion` says whether anything may move by itself, `plain` that
    textures and shadows are left out (slow machines, remote screens).
    """

    scale: float = 1.0
    text: float = 1.0
    contrast: bool = False
    motion: bool = True
    plain: bool = False

    def px(self, n: float) -> int:
        """Return `n` unscaled pixels in pixels; never less than 1 for what is more than nothing."""
        return 0 if n == 0 else max(1, round(n * self.scale))

    def wide(self, n: float) -> int:
        """Return a width in pixels that must hold words: it grows with the text factor too."""
        return max(1, round(n * self.scale * self.text))

    def size(self, role: str) -> int:
        """Return the height of text of a role in pixels, never under 13."""
        # Headings grow less than reading text, or a title at 200 % fills the window.
        factor = self.text if role not in ("title", "display") else 1 + (self.text - 1) * 0.6
        return max(SMALLEST, round(SIZES[role] * self.scale * factor))

    def colour(self, role: str) -> Colour:
        """Return the colour of a role."""
        if self.contrast and role in STRONG:
            return STRONG[role]
        return COLOURS[role]

    def fitted(self, size: tuple[int, int]) -> "Theme":
        """Return this theme with the interface scale that suits a window of `size`."""
        return replace(self, scale=scale_for(size))


def scale_for(size: tuple[int, int]) -> float:
    """Return the interface scale for a window: 1.0 up to 1280 x 800, then with the smaller side, at most
    2.5."""
    return min(2.5, max(1.0, round(min(size[0] / 1280, size[1] / 800) * 20) / 20))


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: WCAG 2.1, definitions of contrast ratio and relative luminance.
    """
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0.0 to 1.0. Source: WCAG 2.1."""
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
