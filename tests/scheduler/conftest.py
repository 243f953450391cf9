"""The jobs run over a whole house with the real words and a moved clock."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.content.models.library import Library
from bot.newcomers import Newcomer, add_organisation, add_person
from bot.settings import Settings
from bot.storage.unit import Unit
from tests.household import Clock


class Lived:
    """A house, its clock, and two people who use the web chat."""

    def __init__(self, data: Path) -> None:
        self.clock = Clock()
        self.house = House(Settings(data=data, database_url="", master_key=""), clock=self.clock)
        self.handles: dict[str, str] = {}
        self.people: dict[str, str] = {}

    async def settle(self, *names: str) -> None:
        """Lets people in."""

        def add(unit: Unit) -> None:
            where = add_organisation(unit, "De Werkplaats", self.clock())
            for name in names:
                newcomer = Newcomer(organisation_id=where, name=name, facts={"coach": "Anja"})
                self.people[name], self.handles[name] = add_person(unit, newcomer, self.clock())

        await self.house.database.write(add)


@pytest.fixture
async def lived(tmp_path: Path, library: Library) -> AsyncIterator[Lived]:
    """A house that runs; it stops when the test is over."""
    one = Lived(tmp_path / "data")
    await one.house.start()
    await one.settle("Samira", "Ruud")
    yield one
    await one.house.stop()
