"""Settings of the window: a small JSON in the user's place; what cannot be read is as if never set."""

import re
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from game.content.tags import LANGUAGE, PSEUDO
from game.disk import replace_whole
from game.text.catalogue import ORIGINAL
from game.ui.keymap import Keymap, keymap_from

SIZES = (100, 125, 150, 200)
"""Sizes of text, in percent."""

SWITCHES = ("contrast", "motion", "sound", "plain", "aloud")
"""What is on or off."""

FILE = "settings.json"

ID = re.compile(r"[a-z][a-z0-9_]{0,79}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a person wants the window."""

    text: int = 100  # percent, one of SIZES
    contrast: bool = False  # stronger colours
    motion: bool = True
    sound: bool = True
    plain: bool = False  # no textures and shadows
    aloud: bool = False  # the system's voice tells what has the focus, and the news
    language: str = ORIGINAL  # as far as there are translations
    whose: str = ""  # names: the id of the party that calls things so, "" for neutral ones
    keys: Keymap = field(default_factory=Keymap)

    def is_on(self, name: str) -> bool:
        """Say whether the switch called `name` is on; raise `KeyError` for no such switch."""
        return {each: getattr(self, each) is True for each in SWITCHES}[name]

    def switched(self, name: str, on: bool) -> "Settings":
        """Return the settings with a switch put; raise `KeyError` for no such switch."""
        self.is_on(name)
        put: dict[str, Any] = {name: on}
        return replace(self, **put)

    def sized(self, percent: int) -> "Settings":
        """Return the settings with the nearest size of text that there is."""
        return replace(self, text=min(SIZES, key=lambda size: abs(size - percent)))


def read(folder: Path) -> Settings:
    """Return the settings kept in `folder`; each that is missing or no sense is as it comes."""
    if not (folder / FILE).exists():
        return Settings()
    import json  # not met by whoever keeps no settings: it is slow to load

    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    found = Settings()
    if not isinstance(kept, dict):
        return found
    if kept.get("text") in SIZES and not isinstance(kept["text"], bool):
        found = replace(found, text=kept["text"])
    language = kept.get("language")
    if isinstance(language, str) and (LANGUAGE.fullmatch(language) or language == PSEUDO):
        found = replace(found, language=language)
    whose = kept.get("whose")
    if isinstance(whose, str) and (not whose or ID.fullmatch(whose)):
        found = replace(found, whose=whose)
    found = replace(found, keys=keymap_from(kept.get("keys")))
    for name in SWITCHES:
        if isinstance(kept.get(name), bool):
            found = found.switched(name, kept[name])
    return found


def keep(folder: Path, settings: Settings) -> str:
    """Keep the settings in `folder`; return why they could not be, "" where they were."""
    import json

    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = {**asdict(settings), "keys": dict(settings.keys.own)}
        replace_whole(folder / FILE, json.dumps(kept, indent=1).encode())
    except OSError as fault:
        return fault.strerror or str(fault)
    return ""
