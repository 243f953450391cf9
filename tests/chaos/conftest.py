"""People for the tests with many of them."""

from collections.abc import AsyncIterator

import pytest

from bot.content.models.library import Library
from tests.chaos.people import Crowd


@pytest.fixture
async def crowd(library: Library) -> AsyncIterator[Crowd]:
    """People who hang up when the test is over, however it ended."""
    one = Crowd(library)
    yield one
    await one.close()
