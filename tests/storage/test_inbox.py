"""The inbox: what a platform sends twice has one effect, for ever."""

import asyncio
from functools import partial

import pytest

from bot.storage.database import Database
from bot.storage.inbox import InboundKey
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, NOW, settle_in, settled, typed


async def test_a_message_is_claimed_once(database: Database) -> None:
    first = await database.write(lambda unit: unit.inbox.claim([typed("1")]))
    second = await database.write(lambda unit: unit.inbox.claim([typed("1")]))
    assert (first, second) == ({("telegram", "1")}, set())


async def test_a_repeat_within_one_group_is_claimed_once(database: Database) -> None:
    fresh = await database.write(lambda unit: unit.inbox.claim([typed("1"), typed("2"), typed("1")]))
    assert fresh == {("telegram", "1"), ("telegram", "2")}


async def test_of_a_group_only_the_new_ones_are_claimed(database: Database) -> None:
    await database.write(lambda unit: unit.inbox.claim([typed("2")]))
    fresh = await database.write(lambda unit: unit.inbox.claim([typed("1"), typed("2"), typed("3")]))
    assert fresh == {("telegram", "1"), ("telegram", "3")}


async def test_the_same_id_in_two_channels_is_two_messages(database: Database) -> None:
    other = typed("1").__class__(channel="web", address=JAN, external_id="1", kind="text", at=NOW)
    assert len(await database.write(lambda unit: unit.inbox.claim([typed("1"), other]))) == 2


async def test_the_same_update_ten_times_at_once_has_one_effect(database: Database) -> None:
    claims = [database.write(lambda unit: unit.inbox.claim([typed("1")])) for _ in range(10)]
    assert sorted(len(fresh) for fresh in await asyncio.gather(*claims)) == [0] * 9 + [1]


def claim(ids: list[str], unit: Unit) -> set[InboundKey]:
    """Claims messages in this order."""
    return unit.inbox.claim([typed(one) for one in ids])


async def test_overlapping_groups_at_once_claim_each_message_once(database: Database) -> None:
    ids = [str(at) for at in range(40)]
    groups = [ids[start:] + ids[:start] for start in range(8)]
    claims = [database.write(partial(claim, group)) for group in groups]
    claimed = [key for fresh in await asyncio.gather(*claims) for key in fresh]
    assert sorted(claimed) == sorted(("telegram", one) for one in ids)


async def test_a_large_group_is_claimed_whole(database: Database) -> None:
    arrivals = [typed(str(at)) for at in range(1001)]
    assert len(await database.write(lambda unit: unit.inbox.claim(arrivals))) == 1001


async def test_claiming_nothing_is_fine(database: Database) -> None:
    assert await database.write(lambda unit: unit.inbox.claim([])) == set()


async def test_a_claim_that_was_rolled_back_can_be_claimed_again(database: Database) -> None:
    def broken(unit: Unit) -> None:
        unit.inbox.claim([typed("1")])
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(broken)
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == {("telegram", "1")}


async def test_a_purged_message_stays_known(database: Database) -> None:
    def receive(unit: Unit) -> None:
        settle_in(unit, JAN)
        unit.inbox.claim([typed("1")])
        unit.inbox.settle([settled("1", 1)])

    await database.write(receive)
    assert await database.write(lambda unit: unit.retention.lines(NOW + DAY)) == 1
    assert await database.read(lambda unit: unit.inbox.history(JAN, -1, 10)) == []
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == set()


async def test_a_message_of_an_erased_person_stays_known(database: Database) -> None:
    def receive(unit: Unit) -> None:
        settle_in(unit, JAN)
        unit.inbox.claim([typed("1")])
        unit.inbox.settle([settled("1", 1)])
        unit.erasures.begin(JAN, NOW)
        unit.erasures.finish(JAN, NOW)

    await database.write(receive)
    assert await database.write(lambda unit: unit.inbox.claim([typed("1")])) == set()


async def test_what_was_settled_reads_back_with_its_own_id(database: Database) -> None:
    def receive(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        unit.inbox.claim([typed("a"), typed("b", person=FATIMA)])
        unit.inbox.settle([settled("a", 3, body=b"from Jan"), settled("b", 3, person=FATIMA, body=b"from Fatima")])

    await database.write(receive)
    [row] = await database.read(lambda unit: unit.inbox.history(FATIMA, 0, 10))
    assert (row.n, row.external_id, row.kind, row.body, row.at) == (3, "b", "text", b"from Fatima", NOW)
