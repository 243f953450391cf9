"""What waits for a channel goes along with the person who moves on to another, once, also when the power fails."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec
import pytest

from bot.channels.base import Parcel
from bot.delivery import Delivery
from bot.errors import ChannelError
from bot.lanes import along
from bot.slate import Slate
from bot.storage.database import Database
from tests.household import FATIMA, JAN, WIRE, Household, Wire, chatter
from tests.storage.cast import bubble

OTHER = "slack"
THERE = (OTHER, "U-jan")


def _nobody(id: int) -> None:
    """Nobody keeps a slate yet."""


class CarefulWire(Wire):
    """A wire on which nothing may be shown twice. While `away` it refuses everything; `gate` holds what leaves."""

    def __init__(self, home: Household, name: str) -> None:
        super().__init__(home.news)
        self.name = name
        self.away = False
        self.gate: asyncio.Event | None = None
        self.leaving = asyncio.Event()
        self.begun: Callable[[int], None] = _nobody

    def pause(self, parcel: Parcel) -> float:
        return 0.0

    async def send(self, parcel: Parcel) -> None:
        self.begun(parcel.id)
        self.leaving.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.away:
            raise ChannelError(channel=self.name, why="away")
        await super().send(parcel)


class TwoWires(Household):
    """A household on two platforms. A wait between two tries takes until somebody moves on."""

    def __init__(self, database: Database, folder: Path) -> None:
        super().__init__(database, folder, chatter())
        self.first, self.other = CarefulWire(self, WIRE), CarefulWire(self, OTHER)
        self.patience = asyncio.Event()
        self.delivery = self.fresh()

    def fresh(self) -> Delivery:
        """Delivery after a start."""

        async def sleep(seconds: float) -> None:
            self.news.set()
            await self.patience.wait()

        one = Delivery(self.database, {}, self.clock, slate=Slate(self.folder / "slate", "boot"), sleep=sleep)
        one.add(self.first)
        one.add(self.other)
        return one

    async def committed(self, *places: int, person: str = JAN) -> list[Parcel]:
        """Bubbles for the first platform, on disk."""
        rows = [bubble(n, person=person, body=msgspec.json.encode({"text": f"bubble {n}"})) for n in places]
        await self.database.write(lambda unit: unit.outbox.add(rows))
        return await self.waiting(person)

    async def waiting(self, person: str = JAN) -> list[Parcel]:
        """The same, as delivery takes them."""
        here = (WIRE, person)
        found = await self.database.write(lambda unit: unit.outbox.bring_along(person, here, here, self.clock()))
        return [along(one) for one in found]

    async def moves(self) -> None:
        """The person goes on there."""
        old, now = (WIRE, JAN), self.clock()
        found = await self.database.write(lambda unit: unit.outbox.bring_along(JAN, old, THERE, now))
        self.delivery.offer([along(one) for one in found])


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[TwoWires]:
    one = TwoWires(database, tmp_path)
    await one.settle(JAN, FATIMA)
    await one.delivery.recover()
    yield one
    one.patience.set()
    await one.delivery.stop()


async def refused(home: TwoWires, wire: CarefulWire | None = None) -> None:
    """Until the first platform, or this one, refused something."""
    await asyncio.wait_for((wire or home.first).leaving.wait(), 10)
    await home.until(lambda: not any(lane.trying for lane in home.delivery._lanes.values()))


async def test_what_waits_goes_along_in_its_order_and_once(home: TwoWires) -> None:
    home.first.away = True
    home.delivery.offer(await home.committed(1, 2, 3))
    await refused(home)
    await home.moves()
    home.first.away = False
    home.patience.set()
    await home.delivery.drained()
    assert (home.first.places(), home.other.places()) == ([], [1, 2, 3])
    assert {one.address for one in home.other.sent} == {THERE[1]}
    assert set((await home.states()).values()) == {"sent"}


async def test_what_left_already_is_not_sent_a_second_time(home: TwoWires) -> None:
    home.first.gate = asyncio.Event()
    home.delivery.offer(await home.committed(1, 2))
    await asyncio.wait_for(home.first.leaving.wait(), 10)
    await home.moves()
    home.first.gate.set()
    await home.delivery.drained()
    assert (home.first.places(), home.other.places()) == ([1], [2])


async def test_what_waits_for_others_stays_where_it_is(home: TwoWires) -> None:
    home.first.away = True
    home.delivery.offer(await home.committed(1))
    home.delivery.offer(await home.committed(1, person=FATIMA))
    await refused(home)
    await home.moves()
    home.first.away = False
    home.patience.set()
    await home.delivery.drained()
    assert (home.first.places(FATIMA), home.other.places(JAN)) == ([1], [1])


async def test_what_was_picked_up_after_a_power_cut_goes_along_as_well(home: TwoWires) -> None:
    home.first.away = True
    await home.committed(1, 2, 3)
    home.delivery = home.fresh()
    recovering = asyncio.create_task(home.delivery.recover())
    await refused(home)
    await home.moves()
    home.patience.set()
    await recovering
    await home.delivery.drained()
    assert (home.first.places(), home.other.places()) == ([], [1, 2, 3])


async def test_a_power_cut_between_moving_and_sending_loses_nothing_and_repeats_nothing(home: TwoWires) -> None:
    home.first.away = home.other.away = True
    home.delivery.offer(await home.committed(1, 2))
    await refused(home)
    await home.moves()
    await refused(home, home.other)
    for walk in home.delivery._walks.values():
        walk.cancel()
    home.first.away = home.other.away = False
    home.delivery = home.fresh()
    home.patience.set()
    await home.delivery.recover()
    await home.delivery.drained()
    assert (home.first.places(), home.other.places()) == ([], [1, 2])
