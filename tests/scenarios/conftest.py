"""A house for the scenarios that need one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenarios.home import Home, home_in


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    """A house over an empty data folder."""
    async with home_in(tmp_path / "data") as one:
        yield one
