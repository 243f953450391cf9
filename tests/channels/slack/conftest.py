"""The platform, and a house on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import CONTENT
from bot.content.models.library import Library
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import Mode, SlackHome
from tests.channels.slack.people import Drawn
from tests.fakes.slack.server import FakeSlack
from tests.household import Clock


@pytest.fixture
def clock() -> Clock:
    """One clock for the house and the platform."""
    return Clock()


@pytest.fixture
async def fake(clock: Clock) -> AsyncIterator[FakeSlack]:
    """The platform."""
    async with FakeSlack(clock=lambda: clock().timestamp()) as one:
        yield one


@pytest.fixture(params=["http", "socket"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """Both ways of hearing."""
    found: Mode = request.param
    return found


@pytest.fixture
async def home(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock
) -> AsyncIterator[SlackHome]:
    """A house to which the platform brings its messages."""
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock) as one:
        yield one
    database.close()


@pytest.fixture
async def any_home(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock, mode: Mode
) -> AsyncIterator[SlackHome]:
    """The same, also over a connection of our own."""
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock, mode=mode) as one:
        yield one
    database.close()


@pytest.fixture
async def hall(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock, library: Library
) -> AsyncIterator[SlackHome]:
    """A house with the real words and pictures."""
    database = Database(sqlite_url, vault)
    async with SlackHome(
        database, tmp_path, fake, clock=clock, library=library, shelf=Drawn(library, tmp_path), media=CONTENT / "media"
    ) as one:
        yield one
    database.close()
