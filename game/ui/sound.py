"""Six short sounds. Each has something visible beside it; with no sound device the game is silent, not
broken."""

import pygame

from game import places
from game.ui.quiet import quiet

EFFECTS = ("key", "paper", "stamp", "gavel", "bell", "morse")


class Sounds:
    """Plays by name once `open` found a device; every call is safe without one."""

    def __init__(self, *, on: bool = True, volume: float = 0.6) -> None:
        self.on = on
        self.volume = volume
        self.there = self.sought = False
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    def open(self) -> bool:
        """Open the device and load what came with the game; False means silent."""
        self.sought = True
        try:
            with quiet():  # sound systems complain aloud of devices that are not there
                pygame.mixer.init(44100, -16, 2, 512)
        except (pygame.error, NotImplementedError):
            return False
        self.there = True
        for name in EFFECTS:
            file = places.assets_folder() / "sounds" / f"{name}.ogg"
            try:
                self._loaded[name] = pygame.mixer.Sound(str(file))
            except (pygame.error, FileNotFoundError):
                continue  # one sound less
        return True

    def play(self, name: str) -> None:
        """Play a sound, if there is a device, sound is on and the file was there."""
        sound = self._loaded.get(name)
        if sound is None or not self.on or not pygame.mixer.get_init():
            return
        sound.set_volume(self.volume)
        sound.play()

    def close(self) -> None:
        self._loaded.clear()
        if self.there:
            pygame.mixer.quit()
        self.there = False
