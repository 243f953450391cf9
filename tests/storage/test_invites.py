"""Invites: they work once, for a while, and a wrong one tells nothing."""

import asyncio

import pytest

from bot.storage.database import Database
from bot.storage.invites import Claimed, NewInvite
from bot.storage.unit import Unit
from tests.storage.cast import FATIMA, JAN, MINUTE, NOW, settle_in
from tests.storage.spy import everything

CODE = "10AB-CD10-10"


async def invited(database: Database, code: str = CODE) -> None:
    """Jan has an open invite."""

    def put(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        invite = NewInvite(code=code, person_id=JAN, purpose="enter", created_at=NOW, expires_at=NOW + MINUTE)
        unit.invites.make(invite)

    await database.write(put)


async def test_an_invite_works_once(database: Database) -> None:
    await invited(database)
    assert await database.write(lambda unit: unit.invites.claim("ioab cdlo lo", NOW)) == Claimed(JAN, "enter")
    assert await database.write(lambda unit: unit.invites.claim(CODE, NOW)) is None


async def test_of_ten_who_claim_an_invite_at_once_one_wins(database: Database) -> None:
    await invited(database)
    claims = [database.write(lambda unit: unit.invites.claim(CODE, NOW)) for _ in range(10)]
    assert sorted(claimed is not None for claimed in await asyncio.gather(*claims)) == [False] * 9 + [True]


async def test_an_invite_whose_claim_was_rolled_back_still_works(database: Database) -> None:
    def broken(unit: Unit) -> None:
        assert unit.invites.claim(CODE, NOW)
        raise LookupError

    await invited(database)
    with pytest.raises(LookupError):
        await database.write(broken)
    assert await database.write(lambda unit: unit.invites.claim(CODE, NOW)) is not None


async def test_expired_unknown_used_and_withdrawn_look_the_same(database: Database) -> None:
    await invited(database)
    assert await database.write(lambda unit: unit.invites.claim(CODE, NOW + MINUTE)) is None
    assert await database.write(lambda unit: unit.invites.claim("nonsense", NOW)) is None
    assert await database.write(lambda unit: unit.invites.withdraw(JAN, NOW)) == 1
    assert await database.write(lambda unit: unit.invites.claim(CODE, NOW)) is None
    assert await database.write(lambda unit: unit.invites.withdraw(JAN, NOW)) == 0


async def test_whose_code_was_tried_is_known_to_warn_them(database: Database) -> None:
    await invited(database)
    await database.write(lambda unit: unit.invites.claim(CODE, NOW))
    assert await database.read(lambda unit: unit.invites.owner(CODE)) == JAN
    assert await database.read(lambda unit: unit.invites.owner("nonsense")) is None


async def test_the_code_itself_is_not_stored(database: Database) -> None:
    await invited(database)
    dump = await database.read(lambda unit: everything(unit.connection))
    assert "10AB" not in dump
    assert "enter" in dump
