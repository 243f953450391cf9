"""The platform, and a house on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.telegram.home import Mode, TelegramHome
from tests.fakes.telegram.server import FakeTelegram
from tests.household import Clock


@pytest.fixture
def clock() -> Clock:
    """One clock for the house and the platform."""
    return Clock()


@pytest.fixture
async def fake(clock: Clock) -> AsyncIterator[FakeTelegram]:
    """The platform."""
    async with FakeTelegram(clock=lambda: clock().timestamp()) as one:
        yield one


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """Both ways of hearing."""
    found: Mode = request.param
    return found


@pytest.fixture
async def home(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, clock: Clock
) -> AsyncIterator[TelegramHome]:
    """A house that asks for its messages."""
    database = Database(sqlite_url, vault)
    async with TelegramHome(database, tmp_path, fake, clock=clock) as one:
        yield one
    database.close()


@pytest.fixture
async def any_home(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, clock: Clock, mode: Mode
) -> AsyncIterator[TelegramHome]:
    """The same, also with a webhook."""
    database = Database(sqlite_url, vault)
    async with TelegramHome(database, tmp_path, fake, clock=clock, mode=mode) as one:
        yield one
    database.close()
