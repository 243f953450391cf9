"""A house with people in it for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.household import FATIMA, JAN, Household, chatter


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one


@pytest.fixture
async def file_home(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Household]:
    """Over SQLite only, for what has nothing to do with the database."""
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one
    database.close()
