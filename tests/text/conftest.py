import pytest

from game import places
from game.text.catalogue import Catalogue, load


@pytest.fixture(scope="session")
def say() -> Catalogue:
    return load(places.assets_folder() / "text" / "en.yaml")
