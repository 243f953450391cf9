"""The theatre: one for all scenes, so that each is played on the web only once."""

import pytest

from tests.contract.theatre import Theatre


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Theatre:
    """It remembers what was read."""
    return Theatre(tmp_path_factory.mktemp)
