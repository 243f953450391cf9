"""A town for the tests of the circle: over SQLite, and (`both`) over PostgreSQL too."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.content.models.library import Library
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.circle.town import Town, town_in
from tests.databases import url_of


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The store's own tests run over both each time; these run over PostgreSQL with the long ones."""
    yield from url_of(request)


@pytest.fixture
async def town(sqlite_url: str, vault: Vault, tmp_path: Path, library: Library) -> AsyncIterator[Town]:
    database = Database(sqlite_url, vault)
    async with town_in(database, tmp_path, library) as one:
        yield one
    database.close()


@pytest.fixture
async def both(database: Database, tmp_path: Path, library: Library) -> AsyncIterator[Town]:
    """Once on each database."""
    async with town_in(database, tmp_path, library) as one:
        yield one
