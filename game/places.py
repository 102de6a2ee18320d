"""Where things lie: in a checkout, in an installed copy, and in the folder of the person who plays.

The only file that knows. Standard library only, because main.py asks it before anything is installed.
"""

import os
import sys
import tempfile
from pathlib import Path

NAME = "plenipotentiary"
"""What the program is called where it is installed."""

HOME_VARIABLE = "PLENIPOTENTIARY_HOME"
"""The environment variable that names a folder for the saves and, in a checkout, for the environment."""

CLASS_FILE = "class.yaml"
"""The name under which a class file is opened by itself when nothing is typed."""

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


def program() -> str:
    """Return what is typed to start the program as it lies here, in front of its other words."""
    if checkout():
        return "py main.py" if sys.platform == "win32" else "python3 main.py"
    if not getattr(sys, "frozen", False):
        return NAME
    # A folder that was copied here is on no search path: it is called as it was this time.
    called = sys.argv[0]
    return f'"{called}"' if " " in called else called


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
    """Return the system's place for a person's data; saves, settings and notebooks lie there together.

    One folder, so that it can be named, copied and thrown away in one sentence. On Windows the one that goes
    with a person from machine to machine: a school's pupils sit at another one in the next lesson. Elsewhere
    the XDG Base Directory Specification says it, by which a path that is not absolute counts as not given.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "Plenipotentiary"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Plenipotentiary"
    named = os.environ.get("XDG_DATA_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".local/share") / NAME
