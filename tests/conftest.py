"""What all tests can ask for: the real content, and servers that are gone when the test is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.bootstrap import CONTENT
from bot.content.loader import load
from bot.content.models.library import Library
from tests.databases import *  # noqa: F403  (fixtures are found by name)
from tests.serving import Server

# How long something may take is measured by the benchmarks; a busy machine makes no test fail.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


HERE = Path(__file__).parent
LONG = ("browser", "chaos", "guides", "doctor", "contract", "linking", "content", "test_commands.py")
"""Where a test takes long. Those go first: at the end nobody waits for the last of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what takes long first; the rest stays as it was."""
    items.sort(key=lambda item: item.path.relative_to(HERE).parts[0] not in LONG)


@pytest.fixture(scope="session")
def library() -> Library:
    """The words that people get, found good."""
    return load(CONTENT)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A real server over an empty data folder; the test starts it."""
    with Server(tmp_path / "server") as one:
        yield one


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server that runs for all tests of a module."""
    with Server(tmp_path_factory.mktemp("running")) as one:
        yield one.start()
