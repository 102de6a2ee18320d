"""One class of eight games for all tests of reports."""

from pathlib import Path

import pytest

from tests.report.classes import class_of_eight, reported


@pytest.fixture(scope="session")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return class_of_eight(tmp_path_factory.mktemp("class") / "eight")


@pytest.fixture(scope="session")
def page(eight: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "class.html"
    assert reported(eight, made).code == 0
    return made
