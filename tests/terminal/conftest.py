import pytest

from game import places
from game.text.catalogue import Catalogue, load


@pytest.fixture(scope="session")
def say() -> Catalogue:
    return load(places.assets_folder() / "text" / "en.yaml")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal without a window: what is typed here must never open one and wait for somebody."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "none-here")
