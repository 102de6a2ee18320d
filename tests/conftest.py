"""Scenarios and builders that the tests share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.content.load import load
from game.rules.scenario import Scenario

ROOT = Path(__file__).parent.parent
PORTS = ROOT / "tests" / "scenarios" / "two-ports"
DELETION = ROOT / "scenarios" / "the-deletion"

# No test is a race: a machine with much else to do must not fail one.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def loaded(path: Path) -> Scenario:
    """Return the scenario in `path`; its diagnostics are the failure if it has errors."""
    result = load(path)
    assert result.scenario is not None, result.report.render()
    return result.scenario


@pytest.fixture(scope="session")
def ports() -> Scenario:
    return loaded(PORTS)


@pytest.fixture(scope="session")
def deletion() -> Scenario:
    return loaded(DELETION)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the longer tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        long = [item for item in items if item.get_closest_marker("long")]
        if long:
            config.hook.pytest_deselected(items=long)
            items[:] = [item for item in items if item not in long]
