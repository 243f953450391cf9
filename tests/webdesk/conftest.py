"""A desk for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.webdesk.house import Desk


@pytest.fixture
async def desk(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(sqlite_url, vault)
    one = Desk(database, tmp_path)
    async with one.home:
        yield one
    database.close()


@pytest.fixture
async def both(database: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    """On both databases."""
    one = Desk(database, tmp_path)
    async with one.home:
        yield one
