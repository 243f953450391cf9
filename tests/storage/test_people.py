"""People: found by where they write from, never mixed up, never taken over."""

import asyncio
from functools import partial

import pytest

from bot.errors import SealBrokenError
from bot.storage.database import Database
from bot.storage.tables import people
from bot.storage.unit import Unit
from tests.storage.cast import FATIMA, JAN, MINUTE, NOW, settle_in


async def test_people_are_found_by_their_addresses_and_strangers_are_not(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    wanted = [("telegram", JAN), ("telegram", "stranger"), ("slack", FATIMA), ("telegram", FATIMA), ("telegram", JAN)]
    found = await database.read(lambda unit: unit.people.by_addresses(wanted))
    assert {address: person.id for address, person in found.items()} == {
        ("telegram", JAN): JAN,
        ("telegram", FATIMA): FATIMA,
    }
    assert found["telegram", JAN].facts == b'{"coach": "Mo"}'
    assert await database.read(lambda unit: unit.people.by_addresses([])) == {}


async def test_two_channels_can_lead_to_one_person(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    assert await database.write(lambda unit: unit.people.link("slack", "U1", JAN))
    found = await database.read(lambda unit: unit.people.by_addresses([("slack", "U1"), ("telegram", JAN)]))
    assert {person.id for person in found.values()} == {JAN}
    assert await database.read(lambda unit: unit.people.addresses_of(JAN)) == [("slack", "U1"), ("telegram", JAN)]
    await database.write(lambda unit: unit.people.unlink("slack", "U1"))
    assert await database.read(lambda unit: unit.people.addresses_of(JAN)) == [("telegram", JAN)]


async def test_an_address_is_never_taken_over(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    assert not await database.write(lambda unit: unit.people.link("telegram", JAN, FATIMA))
    found = await database.read(lambda unit: unit.people.by_addresses([("telegram", JAN)]))
    assert found["telegram", JAN].id == JAN


def take(person: str, unit: Unit) -> bool:
    """Claims one address for a person."""
    return unit.people.link("web", "x", person)


async def test_of_two_people_who_claim_an_address_at_once_one_wins(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    won = await asyncio.gather(*(database.write(partial(take, who)) for who in (JAN, FATIMA) * 5))
    assert sum(won) == 1


async def test_what_is_known_of_a_person_can_change(database: Database) -> None:
    def change(unit: Unit) -> None:
        settle_in(unit, JAN)
        unit.people.set_status(JAN, "stopped")
        unit.people.set_facts(JAN, b'{"coach": "Els"}')
        unit.people.set_name(JAN, "Jan de Wit")
        unit.people.set_unreachable(JAN, NOW)

    await database.write(change)
    person = (await database.read(lambda unit: unit.people.by_ids([JAN, "stranger"])))[JAN]
    assert (person.status, person.facts, person.unreachable_at) == ("stopped", b'{"coach": "Els"}', NOW)
    assert await database.read(lambda unit: unit.people.names([JAN, FATIMA])) == {JAN: "Jan de Wit"}
    await database.write(lambda unit: unit.people.set_unreachable(JAN, None))
    assert (await database.read(lambda unit: unit.people.by_ids([JAN])))[JAN].unreachable_at is None


async def test_a_person_is_found_by_the_public_handle(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    handle = (await database.read(lambda unit: unit.people.by_ids([JAN])))[JAN].handle
    found = await database.read(lambda unit: unit.people.by_handle(handle))
    assert found is not None
    assert found.id == JAN
    assert await database.read(lambda unit: unit.people.by_handle("nobody")) is None


async def test_the_people_of_an_organisation_are_listed(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN, FATIMA))
    assert [person.id for person in await database.read(lambda unit: unit.people.of("works"))] == [FATIMA, JAN]
    assert await database.read(lambda unit: unit.people.of("elsewhere")) == []
    assert [one.id for one in await database.read(lambda unit: unit.organisations.all())] == ["works"]


@pytest.mark.parametrize("column", ["name_sealed", "facts_sealed"])
async def test_what_was_moved_to_another_person_does_not_open(database: Database, column: str) -> None:
    def swap(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        taken = unit.connection.execute(people.select().where(people.c.id == FATIMA)).mappings().one()[column]
        unit.connection.execute(people.update().where(people.c.id == JAN), {column: taken})

    await database.write(swap)
    with pytest.raises(SealBrokenError, match=JAN):
        await database.read(lambda unit: (unit.people.by_ids([JAN]), unit.people.names([JAN])))


async def test_a_key_that_was_moved_to_another_person_does_not_open(database: Database) -> None:
    def swap(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        taken = unit.connection.execute(people.select().where(people.c.id == FATIMA)).mappings().one()["wrapped_key"]
        unit.connection.execute(people.update().where(people.c.id == JAN), {"wrapped_key": taken})

    await database.write(swap)
    with pytest.raises(SealBrokenError, match=JAN):
        await database.read(lambda unit: unit.people.by_addresses([("telegram", JAN)]))


async def test_a_web_session_lives_while_it_is_used(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    lasts = 10 * MINUTE
    await database.write(lambda unit: unit.web_sessions.open("secret", JAN, now=NOW, lasts=lasts))
    found = await database.read(lambda unit: unit.web_sessions.find("secret", NOW + 9 * MINUTE))
    assert found is not None
    assert (found.person_id, found.wants_touch(NOW), found.wants_touch(NOW + MINUTE)) == (JAN, False, True)
    touch = NOW + 9 * MINUTE
    assert await database.write(lambda unit: unit.web_sessions.touch("secret", now=touch, lasts=lasts))
    assert await database.read(lambda unit: unit.web_sessions.find("secret", NOW + 18 * MINUTE)) is not None


async def test_a_web_session_that_ended_is_never_revived(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    await database.write(lambda unit: unit.web_sessions.open("secret", JAN, now=NOW, lasts=MINUTE))
    end = NOW + MINUTE
    assert await database.read(lambda unit: unit.web_sessions.find("secret", end)) is None
    assert not await database.write(lambda unit: unit.web_sessions.touch("secret", now=end, lasts=MINUTE))
    assert await database.write(lambda unit: unit.web_sessions.sweep(end)) == 1
    assert await database.write(lambda unit: unit.web_sessions.sweep(end)) == 0


async def test_logging_out_ends_one_session_or_all_of_them(database: Database) -> None:
    def log_in(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        for token, person in (("a", JAN), ("b", JAN), ("c", JAN), ("d", FATIMA)):
            unit.web_sessions.open(token, person, now=NOW, lasts=MINUTE)

    async def alive() -> str:
        return await database.read(
            lambda unit: "".join(token for token in "abcdx" if unit.web_sessions.find(token, NOW))
        )

    await database.write(log_in)
    await database.write(lambda unit: unit.web_sessions.close("b"))
    assert await alive() == "acd"
    await database.write(lambda unit: unit.web_sessions.close_all(JAN))
    assert await alive() == "d"
