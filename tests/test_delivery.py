"""Delivery: everything goes out, in order for each person, and one person's trouble is nobody else's."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from bot.channels.base import Parcel
from bot.delivery import AT_START, MOST_TRIES
from bot.errors import AwayError, ChannelError, UnreachableError
from bot.messages import Outbound
from bot.storage.database import Database
from bot.storage.outbox import NewBubble
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from bot.tally import LONGEST_WAIT
from tests.databases import Reachable
from tests.household import FATIMA, JAN, NOW, WIRE, Household, chatter

SECOND = timedelta(seconds=1)


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one


@pytest.fixture
async def file_home(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Household]:
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one
    database.close()


def bubble(n: int, person: str = JAN, *, crisis: bool = False) -> NewBubble:
    """Something that a turn has committed."""
    body = msgspec.json.encode(Outbound(text=f"bubble {n}"))
    return NewBubble(
        person_id=person, channel=WIRE, address=person, n=n, body=body, due_at=NOW - SECOND,
        duty="crisis" if crisis else "course",
    )  # fmt: skip


async def committed(home: Household, *bubbles: NewBubble) -> list[Parcel]:
    """Bubbles on disk, as a turn hands them over."""
    ids = await home.database.write(lambda unit: unit.outbox.add(bubbles))
    return [
        Parcel(
            id=id, person=one.person_id, channel=one.channel, address=one.address, n=one.n,
            outbound=Outbound(text=f"bubble {one.n}", duty=one.duty),
        )
        for id, one in zip(ids, bubbles, strict=True)
    ]  # fmt: skip


async def sent(home: Household, *bubbles: NewBubble) -> None:
    """Committed, offered, and as far as it goes."""
    home.delivery.offer(await committed(home, *bubbles))
    await home.delivery.drained()


async def test_everybody_gets_all_of_it_in_order_and_it_is_written_down(home: Household) -> None:
    await sent(home, *[bubble(n, person) for n in range(1, 41) for person in (JAN, FATIMA)])
    for person in (JAN, FATIMA):
        assert home.wire.places(person) == list(range(1, 41))
        assert set((await home.states(person)).values()) == {"sent"}


async def test_one_whose_channel_hangs_holds_up_nobody_else(home: Household) -> None:
    gate = home.wire.gates[JAN] = asyncio.Event()
    parcels = await committed(home, bubble(1), bubble(1, FATIMA), bubble(2), bubble(2, FATIMA))
    home.delivery.offer(parcels)
    await home.until(lambda: home.wire.places(FATIMA) == [1, 2])
    assert home.wire.places(JAN) == []
    gate.set()
    await home.delivery.drained()
    assert home.wire.places(JAN) == [1, 2]


async def test_a_failure_is_tried_again_with_longer_waits_and_keeps_the_order(home: Household) -> None:
    home.wire.faults[JAN].extend(ChannelError(channel=WIRE, why="busy") for _ in range(3))
    await sent(home, bubble(1), bubble(2))
    assert home.naps.taken == [1, 2, 4]
    assert home.wire.tries == [(JAN, 1)] * 4 + [(JAN, 2)]
    assert home.wire.places() == [1, 2]
    assert await home.states() == {1: "sent", 2: "sent"}


async def test_the_channel_says_how_long_to_wait(home: Household) -> None:
    fault = ChannelError(channel=WIRE, why="too many")
    fault.retry_after = 600
    home.wire.faults[JAN].append(fault)
    await sent(home, bubble(1))
    assert home.naps.taken == [600]


async def test_after_the_most_tries_a_bubble_is_given_up_and_the_next_goes_out(home: Household) -> None:
    home.wire.faults[JAN].extend(ChannelError(channel=WIRE, why="down") for _ in range(MOST_TRIES))
    await sent(home, bubble(1), bubble(2), bubble(1, FATIMA))
    assert len(home.naps.taken) == MOST_TRIES - 1
    assert max(home.naps.taken) == LONGEST_WAIT
    assert sum(home.naps.taken) > 18 * 60
    assert await home.states() == {1: "failed", 2: "sent"}
    assert home.wire.places(FATIMA) == [1]
    assert [line.n for line in await home.lines()] == [1, 2], "it stays in the history"


async def test_a_platform_that_is_away_altogether_is_waited_for_without_end(home: Household) -> None:
    home.wire.faults[JAN].extend(AwayError(channel=WIRE, why="gone") for _ in range(5 * MOST_TRIES))
    await sent(home, bubble(1), bubble(2))
    assert home.wire.places() == [1, 2]
    assert await home.states() == {1: "sent", 2: "sent"}
    assert sum(home.naps.taken) > 4 * 3600


async def test_what_cannot_succeed_is_not_tried_again(home: Household) -> None:
    fault = ChannelError(channel=WIRE, why="too long")
    fault.retryable = False
    home.wire.faults[JAN].append(fault)
    await sent(home, bubble(1), bubble(2))
    assert (home.naps.taken, await home.states()) == ([], {1: "failed", 2: "sent"})


async def test_a_fault_of_our_own_is_tried_again_and_does_not_silence_a_person(home: Household) -> None:
    home.wire.faults[JAN].append(KeyError("oops"))
    await sent(home, bubble(1), bubble(2))
    assert home.wire.places() == [1, 2]
    await sent(home, bubble(3))
    assert home.wire.places() == [1, 2, 3]


async def test_who_cannot_be_reached_is_marked_and_the_rest_is_dropped(home: Household) -> None:
    home.wire.faults[JAN].append(UnreachableError(address=JAN, channel=WIRE))
    await sent(home, bubble(1), bubble(2), bubble(3), bubble(1, FATIMA))
    assert home.wire.tries == [(JAN, 1), (FATIMA, 1)]
    assert await home.states() == {1: "failed", 2: "failed", 3: "failed"}
    people = await home.database.read(lambda unit: unit.people.by_ids([JAN, FATIMA]))
    assert (people[JAN].unreachable_at, people[FATIMA].unreachable_at) == (NOW, None)
    await sent(home, bubble(4))
    assert home.wire.places() == [4]


async def test_after_a_restart_what_was_committed_and_not_sent_goes_out(home: Household) -> None:
    await committed(home, *[bubble(n, person) for n in (1, 2, 3) for person in (JAN, FATIMA)])
    assert await home.delivery.recover() == 6
    await home.delivery.drained()
    assert (home.wire.places(JAN), home.wire.places(FATIMA)) == ([1, 2, 3], [1, 2, 3])
    assert await home.delivery.recover() == 0
    assert len(home.wire.sent) == 6


async def test_a_restart_finds_more_than_fits_in_one_go(file_home: Household) -> None:
    home = file_home
    await committed(home, *[bubble(n) for n in range(1, AT_START + 31)], *[bubble(n, FATIMA) for n in range(1, 31)])
    assert await home.delivery.recover() == AT_START + 60
    await home.delivery.drained()
    assert home.wire.places() == list(range(1, AT_START + 31))
    assert home.wire.places(FATIMA) == list(range(1, 31))


async def test_after_a_restart_one_whose_channel_hangs_holds_up_nobody_and_loses_nothing(file_home: Household) -> None:
    home = file_home
    gate = home.wire.gates[JAN] = asyncio.Event()
    await committed(home, *[bubble(n) for n in range(1, AT_START + 11)])
    await committed(home, *[bubble(n, FATIMA) for n in range(1, 31)])
    recovering = asyncio.create_task(home.delivery.recover())
    await home.until(lambda: len(home.wire.places(FATIMA)) == 30)
    gate.set()
    assert await recovering == AT_START + 40
    await home.delivery.drained()
    assert home.wire.places() == list(range(1, AT_START + 11))


async def test_what_is_on_its_way_already_is_not_sent_again_by_a_recovery(home: Household) -> None:
    gate = home.wire.gates[JAN] = asyncio.Event()
    home.delivery.offer(await committed(home, bubble(1), bubble(2)))
    recovering = asyncio.create_task(home.delivery.recover())
    await asyncio.sleep(0.05)
    gate.set()
    assert await recovering == 0
    await home.delivery.drained()
    assert home.wire.places() == [1, 2]
    assert await home.states() == {1: "sent", 2: "sent"}


@pytest.mark.parametrize(("crisis", "times"), [(False, 1), (True, 2)])
async def test_a_sender_that_falls_away_while_sending_repeats_only_help_in_a_crisis_and_once(
    home: Household, crisis: bool, times: int
) -> None:
    """Each life claims what waits, sends it, and dies before that is written down."""
    await committed(home, bubble(1, crisis=crisis))
    shown = 0
    for _ in range(4):
        at = home.clock.move(minutes=1)

        def life(unit: Unit) -> int:
            unit.outbox.recover(at, at)  # noqa: B023  # it runs within this round of the loop
            return len(unit.outbox.claim(at, 9, channels=[WIRE]))  # noqa: B023

        shown += await home.database.write(life)
    assert shown == times
    home.clock.move(minutes=1)
    assert await home.delivery.recover() == 0
    await home.delivery.drained()
    assert home.wire.sent == []
    assert await home.states() == {1: "unknown"}


async def test_another_channel_is_left_to_who_has_it(home: Household) -> None:
    [parcel] = await committed(home, bubble(1))
    home.delivery.offer([msgspec.structs.replace(parcel, channel="slack")])
    await home.delivery.drained()
    assert (home.wire.sent, await home.states()) == ([], {1: "waiting"})


async def test_a_database_that_is_away_meanwhile_stops_no_lane_and_loses_no_mark(
    reachable: Reachable, tmp_path: Path
) -> None:
    home = await Household(reachable.database, tmp_path, chatter()).settle(JAN, FATIMA)
    home.wire.faults[JAN].append(ChannelError(channel=WIRE, why="busy"))
    parcels = await committed(home, bubble(1), bubble(2), bubble(1, FATIMA))
    reachable.goes_away()
    home.delivery.offer(parcels)
    await home.until(lambda: len(home.wire.sent) == 3 and len(home.naps.taken) >= 3)
    reachable.comes_back()
    await home.delivery.drained()
    assert (home.wire.places(JAN), home.wire.places(FATIMA)) == ([1, 2], [1])
    assert await home.states() == {1: "sent", 2: "sent"}
    await sent(home, bubble(3))
    assert home.wire.places(JAN) == [1, 2, 3]


async def test_closing_does_not_wait_for_a_lane_that_rests_and_keeps_its_bubbles(
    sqlite_url: str, vault: Vault, tmp_path: Path
) -> None:
    database = Database(sqlite_url, vault)
    home = await Household(database, tmp_path, chatter()).settle(JAN)
    asleep = asyncio.Event()

    async def for_ever(seconds: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    home.delivery._sleep = for_ever
    home.wire.faults[JAN].append(ChannelError(channel=WIRE, why="busy"))
    home.delivery.offer(await committed(home, bubble(1), bubble(2)))
    await asleep.wait()
    async with asyncio.timeout(2):
        await home.delivery.stop()
    assert await home.states() == {1: "waiting", 2: "waiting"}

    after = Household(database, tmp_path, chatter(), clock=home.clock)
    home.clock.move(minutes=1)
    assert await after.delivery.recover() == 2
    await after.delivery.drained()
    assert after.wire.places() == [1, 2]
    database.close()


async def test_lanes_that_are_empty_leave_nothing_in_memory(home: Household) -> None:
    home.wire.faults[JAN].extend([UnreachableError(address=JAN, channel=WIRE), KeyError("oops")])
    await sent(home, *[bubble(n, person) for n in range(1, 9) for person in (JAN, FATIMA)])
    await sent(home, bubble(9))
    left = home.delivery
    assert (left._lanes, left._walks, left._taken, left._resting) == ({}, {}, set(), set())
    assert (left._tally._sent, left._tally._claims) == ([], {})
