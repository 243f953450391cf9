"""Delivery where nothing may be shown twice: it is claimed first, and after a crash only help is repeated."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from bot.channels.base import Parcel
from bot.delivery import Delivery
from bot.errors import ChannelError, OutcomeUnknownError, UnreachableError
from bot.messages import Outbound
from bot.slate import Slate
from bot.storage.database import Database
from bot.storage.outbox import NewBubble
from tests.household import FATIMA, JAN, NOW, WIRE, Household, Wire, chatter


class CarefulWire(Wire):
    """A wire whose bubbles may have to wait, and that says when one leaves. `states` are seen at that moment."""

    def __init__(self, home: Household) -> None:
        super().__init__(home.news)
        self.home = home
        self.pauses: dict[int, float] = {}
        self.left: list[int] = []
        self.begun = self.left.append
        self.states: list[str] = []

    def pause(self, parcel: Parcel) -> float:
        return self.pauses.get(parcel.id, 0.0)

    async def send(self, parcel: Parcel) -> None:
        self.begun(parcel.id)
        self.states.append((await self.home.states(parcel.person))[parcel.n])
        await super().send(parcel)


class CarefulHome(Household):
    """A household with a careful wire and a slate."""

    def __init__(self, database: Database, folder: Path, *, boot: str = "boot") -> None:
        super().__init__(database, folder, chatter())
        self.careful = CarefulWire(self)
        self.boot = boot
        self.delivery = self.fresh()

    def fresh(self) -> Delivery:
        """Delivery after a restart."""
        slate = Slate(self.folder / "slate", self.boot)
        one = Delivery(self.database, {}, self.clock, slate=slate, sleep=self.naps)
        one.add(self.careful)
        return one

    async def committed(self, *given: tuple[int, str, bool]) -> list[Parcel]:
        """Bubbles on disk: place, person, help in a crisis."""
        rows = [_bubble(*one) for one in given]
        ids = await self.database.write(lambda unit: unit.outbox.add(rows))
        return [
            Parcel(
                id=id, person=one.person_id, channel=WIRE, address=one.address, n=one.n,
                outbound=msgspec.json.decode(one.body, type=Outbound),
            )
            for id, one in zip(ids, rows, strict=True)
        ]  # fmt: skip


def _bubble(n: int, person: str = JAN, crisis: bool = False) -> NewBubble:
    duty = "crisis" if crisis else "course"
    body = msgspec.json.encode({"text": f"bubble {n}", "duty": duty})
    return NewBubble(
        person_id=person, channel=WIRE, address=person, n=n, body=body, due_at=NOW,
        duty="crisis" if crisis else "course",
    )  # fmt: skip


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[CarefulHome]:
    one = CarefulHome(database, tmp_path)
    await one.settle(JAN, FATIMA)
    await one.delivery.recover()
    yield one
    await one.delivery.stop()


async def test_a_bubble_is_claimed_before_it_leaves_and_marked_after(home: CarefulHome) -> None:
    home.delivery.offer(await home.committed(*[(n, one, False) for n in (1, 2, 3) for one in (JAN, FATIMA)]))
    await home.delivery.drained()
    assert set(home.careful.states) == {"sending"}
    assert (home.careful.places(JAN), home.careful.places(FATIMA)) == ([1, 2, 3], [1, 2, 3])
    assert set((await home.states()).values()) == {"sent"}


async def test_help_passes_what_waits_and_the_rest_keeps_its_order(home: CarefulHome) -> None:
    late = ChannelError(channel=WIRE, why="too many")
    late.retry_after = 600
    home.careful.faults[JAN].append(late)
    gate = asyncio.Event()
    asleep = asyncio.Event()

    async def for_ever(seconds: float) -> None:
        asleep.set()
        await gate.wait()

    home.delivery._sleep = for_ever
    home.delivery.offer(await home.committed((1, JAN, False), (2, JAN, False)))
    await asleep.wait()
    home.delivery.offer(await home.committed((3, JAN, True), (4, JAN, True), (5, JAN, False)))
    await home.until(lambda: home.careful.places() == [3, 4])
    gate.set()
    await home.delivery.drained()
    assert home.careful.places() == [3, 4, 1, 2, 5]


async def test_one_that_must_wait_its_turn_waits_once_and_help_does_not_wait_for_it(home: CarefulHome) -> None:
    parcels = await home.committed((1, JAN, False), (2, JAN, False))
    home.careful.pauses[parcels[1].id] = 40.0
    home.delivery.offer(parcels)
    await home.delivery.drained()
    assert (home.naps.taken, home.careful.places()) == ([40.0], [1, 2])


@pytest.mark.parametrize(("crisis", "shown", "state"), [(False, 1, "unknown"), (True, 2, "sent")])
async def test_what_may_have_arrived_is_repeated_only_when_it_helps(
    home: CarefulHome, crisis: bool, shown: int, state: str
) -> None:
    home.careful.faults[JAN].append(OutcomeUnknownError(channel=WIRE, why="timeout"))
    home.delivery.offer(await home.committed((1, JAN, crisis), (2, JAN, False)))
    await home.delivery.drained()
    assert home.careful.tries.count((JAN, 1)) == shown
    assert await home.states() == {1: state, 2: "sent"}


async def test_help_that_twice_may_have_arrived_is_not_sent_a_third_time(home: CarefulHome) -> None:
    home.careful.faults[JAN].extend(OutcomeUnknownError(channel=WIRE, why="timeout") for _ in range(3))
    home.delivery.offer(await home.committed((1, JAN, True)))
    await home.delivery.drained()
    assert home.careful.tries == [(JAN, 1)] * 2
    assert await home.states() == {1: "unknown"}


async def test_where_the_last_bubble_is_not_sure_is_known_until_one_arrives_also_after_a_restart(
    home: CarefulHome,
) -> None:
    home.careful.faults[JAN].append(OutcomeUnknownError(channel=WIRE, why="timeout"))
    home.delivery.offer(await home.committed((1, JAN, False), (1, FATIMA, False)))
    await home.delivery.drained()
    assert home.delivery.doubts.unsure == {(WIRE, JAN)}
    await home.delivery.stop()
    home.delivery = home.fresh()
    await home.delivery.recover()
    assert home.delivery.doubts.unsure == {(WIRE, JAN)}
    home.delivery.offer(await home.committed((2, JAN, False)))
    await home.delivery.drained()
    assert home.delivery.doubts.unsure == set()
    home.delivery = home.fresh()
    await home.delivery.recover()
    assert home.delivery.doubts.unsure == set()


async def test_a_bubble_that_was_claimed_and_never_left_goes_out_after_the_process_was_killed(
    home: CarefulHome,
) -> None:
    [left, claimed, waiting] = await home.committed((1, JAN, False), (1, FATIMA, False), (2, JAN, False))
    await home.database.write(lambda unit: unit.outbox.claim_these([left.id, claimed.id], NOW))
    slate = Slate(home.folder / "slate", "boot")
    slate.open()
    slate.begun(left.id)
    home.clock.move(seconds=5)
    home.delivery = home.fresh()
    assert await home.delivery.recover() == 2
    await home.delivery.drained()
    assert sorted(home.careful.tries) == sorted([(FATIMA, 1), (JAN, 2)])
    assert await home.states() == {1: "unknown", 2: "sent"}
    assert (waiting.n, await home.states(FATIMA)) == (2, {1: "sent"})


async def test_after_a_kill_it_is_likely_that_it_arrived_and_after_a_power_cut_nobody_knows(home: CarefulHome) -> None:
    [parcel] = await home.committed((1, JAN, False))
    for boot, likely in (("boot", True), ("another life", False)):
        await home.database.write(lambda unit: unit.outbox.mark_failed(parcel.id, "x", NOW))
        await home.database.write(lambda unit: unit.outbox.claim_these([parcel.id], home.clock()))
        slate = Slate(home.folder / "slate", "boot")
        slate.open()
        slate.begun(parcel.id)
        home.clock.move(seconds=5)
        home.boot = boot
        home.delivery = home.fresh()
        await home.delivery.recover()
        doubts = home.delivery.doubts
        assert ((WIRE, JAN) in doubts.likely, (WIRE, JAN) in doubts.unsure) == (likely, not likely)
        assert (WIRE, JAN) in doubts


async def test_after_a_power_cut_all_that_was_claimed_may_have_arrived(home: CarefulHome) -> None:
    [course, crisis] = await home.committed((1, JAN, False), (1, FATIMA, True))
    await home.database.write(lambda unit: unit.outbox.claim_these([course.id, crisis.id], NOW))
    home.clock.move(seconds=5)
    home.boot = "another life"
    home.delivery = home.fresh()
    assert await home.delivery.recover() == 1
    await home.delivery.drained()
    assert home.careful.tries == [(FATIMA, 1)]
    assert await home.states() == {1: "unknown"}


async def test_a_try_that_surely_failed_counts_for_nothing_when_the_next_one_never_left(home: CarefulHome) -> None:
    """429, and then the process is killed between the claim for the second try and the wire."""
    home.careful.faults[JAN].append(ChannelError(channel=WIRE, why="busy"))
    [parcel] = await home.committed((1, JAN, False))
    asleep = asyncio.Event()

    async def for_ever(seconds: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    home.delivery._sleep = for_ever
    home.delivery.offer([parcel])
    await asleep.wait()
    await home.database.write(lambda unit: unit.outbox.claim_these([parcel.id], home.clock()))
    for walk in home.delivery._walks.values():
        walk.cancel()
    home.clock.move(minutes=1)
    home.delivery = home.fresh()
    assert await home.delivery.recover() == 1
    await home.delivery.drained()
    assert home.careful.places() == [1]


async def test_a_recovery_and_a_turn_that_find_the_same_bubble_send_it_once(home: CarefulHome) -> None:
    for round in range(20):
        parcels = await home.committed((round + 1, JAN, False))
        recovering = asyncio.create_task(home.delivery.recover())
        await asyncio.sleep(0)
        home.delivery.offer(parcels)
        await recovering
        await home.delivery.drained()
    assert home.careful.places() == list(range(1, 21))
    assert set((await home.states()).values()) == {"sent"}


async def test_who_cannot_be_reached_gets_nothing_more_and_the_claims_leave_nothing_behind(home: CarefulHome) -> None:
    home.careful.faults[JAN].append(UnreachableError(address=JAN, channel=WIRE))
    home.delivery.offer(await home.committed((1, JAN, False), (2, JAN, False), (1, FATIMA, False)))
    await home.delivery.drained()
    assert sorted(home.careful.tries) == [(FATIMA, 1), (JAN, 1)]
    assert await home.states() == {1: "failed", 2: "failed"}
    assert (home.delivery._lanes, home.delivery._taken) == ({}, set())


async def test_a_person_in_two_channels_waits_in_neither_for_the_other(home: CarefulHome) -> None:
    gate = home.careful.gates[JAN] = asyncio.Event()
    quick = Wire(home.news)
    quick.name = "web"
    home.delivery._channels["web"] = quick
    [slow] = await home.committed((1, JAN, False))
    row = msgspec.structs.replace(_bubble(2), channel="web")
    [id] = await home.database.write(lambda unit: unit.outbox.add([row]))
    home.delivery.offer([slow, msgspec.structs.replace(slow, id=id, n=2, channel="web")])
    await home.until(lambda: quick.places() == [2])
    assert home.careful.places() == []
    gate.set()
    await home.delivery.drained()
    assert home.careful.places() == [1]
