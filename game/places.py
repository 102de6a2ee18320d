"""Where things lie: in a checkout, in an installed copy, and in the folder of the person who plays.

The only file that knows. Standard library only, because main.py asks it before anything is installed.
"""

import os
import sys
import tempfile
from pathlib import Path

HOME_VARIABLE = "PLENIPOTENTIARY_HOME"
"""The environment variable that names a folder for the saves and, in a checkout, for the environment."""

_PACKAGE = Path(__file__).resolve().parent


class UnwritableFolder(OSError):
    """A folder that must be written to cannot be; the text is a coded sentence saying what to do."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"error S09: nothing can be saved in {folder} ({reason}); set {HOME_VARIABLE} to a folder of "
            "yours and start again."
        )
        self.folder = folder


def checkout() -> Path | None:
    """Return the folder that holds `main.py`, `game/` and `scenarios/`, or None for an installed copy."""
    root = _PACKAGE.parent
    return root if (root / "main.py").is_file() else None


def scenarios_folder() -> Path:
    """Return the folder of the scenarios that come with the game."""
    root = checkout()
    return root / "scenarios" if root else _PACKAGE / "_scenarios"


def assets_folder() -> Path:
    """Return the folder of texts, fonts and pictures that come with the game."""
    root = checkout()
    return root / "assets" if root else _PACKAGE / "_assets"


def sentences_file() -> Path:
    """Return the file of every sentence that a person reads, translations in `i18n/` beside it."""
    return assets_folder() / "text" / "en.yaml"


def home_folder() -> Path:
    """Return the folder for what belongs to the person: the one they named, the checkout, or the system's
    usual place for a program's data."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    return checkout() or _system_folder()


def environment_folder() -> Path:
    """Return where main.py keeps the environment of a checkout."""
    return home_folder() / ".venv"


def saves_folder() -> Path:
    """Return the folder of the saves, made if it is not there.

    Raises:
        UnwritableFolder: nothing can be written there.
    """
    return writable(home_folder() / "saves")


def writable(folder: Path) -> Path:
    """Return `folder`, made if it is not there and found to be writable.

    Raises:
        UnwritableFolder: nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Asking the system for permission is not enough: only writing tells (network folders, Windows).
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UnwritableFolder(folder, error.strerror or str(error)) from error
    return folder


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "Plenipotentiary"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Plenipotentiary"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "plenipotentiary"
