"""Who erases themselves leaves nothing in any table, also not in the rows of others."""

import re

from sqlalchemy import select

from bot.storage.circle_tables import (
    bonds,
    cards,
    cases,
    guests,
    intakes,
    looks,
    pairs,
    profiles,
    talks,
    yeses,
)
from bot.storage.tables import metadata, people
from bot.storage.unit import Unit
from tests.circle.living import lived
from tests.circle.test_buddies import erase
from tests.circle.town import Neighbour, Town

FILLED = (bonds, cards, cases, guests, intakes, looks, pairs, profiles, talks, yeses)


async def found(town: Town, *marks: str) -> dict[str, int]:
    """The tables (but for the ledger of erasures) in which one of these is readable, and in how many rows."""

    def scan(unit: Unit) -> dict[str, int]:
        count: dict[str, int] = {}
        for table in (one for one in metadata.sorted_tables if one.name != "erasures"):
            rows = [_readable(row) for row in unit.connection.execute(select(table))]
            count[table.name] = sum(any(mark in row for mark in marks) for row in rows)
        return {name: rows for name, rows in count.items() if rows}

    return await town.database.read(scan)


def _readable(row: object) -> str:
    return re.sub(r"\\x[0-9a-f]{2}", "?", str(row))


async def key_of(town: Town, who: Neighbour) -> bytes | None:
    """The key with which all that is sealed of this person can be opened."""
    wanted = select(people.c.wrapped_key).where(people.c.id == who.id)
    return await town.database.read(lambda unit: unit.connection.execute(wanted).scalar())


async def test_nothing_of_who_erased_themselves_is_left_in_any_table(both: Town) -> None:
    one = await lived(both)
    before = await found(both, one.karin.id)
    assert {table.name for table in FILLED} <= before.keys()
    assert await key_of(both, one.karin) is not None
    await erase(one.karin)
    await both.home.eraser.resume(both.clock())
    assert await found(both, one.karin.id, one.karin.handle) == {}
    assert await key_of(both, one.karin) is None


async def test_what_others_have_of_their_own_stays(town: Town) -> None:
    one = await lived(town)
    await erase(one.karin)
    await town.home.eraser.resume(town.clock())
    left = await found(town, one.henk.id)
    assert {"bonds", "people", "profiles", "guests"} <= left.keys()


async def test_no_reminder_of_others_speaks_of_who_is_gone(town: Town) -> None:
    one = await lived(town)
    await erase(one.karin)
    await town.home.eraser.resume(town.clock())
    others = (one.anja, one.wim, one.henk)
    for other in others:
        await other.news()
    for _ in range(12):
        await town.later(days=1)
    heard = [text for other in others for text in await other.news()]
    assert not [text for text in heard if "Karin" in text]


async def test_a_colleague_who_goes_leaves_the_card_and_nothing_else(both: Town) -> None:
    one = await lived(both)
    await one.wim.says("mijn gegevens")
    for label in ("Alles wissen", "Ja, wis alles"):
        await one.wim.presses(label)
    await both.home.eraser.resume(both.clock())
    assert await found(both, one.wim.id, one.wim.handle) == {}
    kept = await both.database.read(lambda unit: unit.cards.of(one.karin.id))
    assert [(card.maker_id, card.names) for card in kept] == [(None, ("Wim",))]
