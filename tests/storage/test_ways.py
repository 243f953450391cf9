"""The ways by which somebody comes in: each has a name of its own, and only one's own can be closed."""

from datetime import timedelta

from bot.storage.database import Database
from bot.storage.invites import PAGE, NewInvite
from bot.storage.unit import Unit
from bot.storage.ways import Way
from tests.storage.cast import DAY, FATIMA, JAN, MINUTE, NOW, settle_in

CODE = "10AB-CD10-10"


async def lived_in(database: Database) -> None:
    """Jan is on Telegram and has two devices, of which the login of one has ended; Fatima is on Telegram too."""

    def put(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        unit.people.link("web", "jan-handle", JAN)
        unit.web_sessions.open("a-token", JAN, now=NOW, lasts=DAY)
        unit.web_sessions.open("an-old-token", JAN, now=NOW - 2 * DAY, lasts=DAY)

    await database.write(put)


async def ways(database: Database, person: str = JAN) -> list[Way]:
    return await database.read(lambda unit: unit.ways.of(person, NOW))


async def test_accounts_and_live_logins_are_ways_and_the_web_address_itself_is_none(database: Database) -> None:
    await lived_in(database)
    found = await ways(database)
    assert [(one.channel, one.address, one.since) for one in found] == [("telegram", JAN, None), ("web", "", NOW)]
    assert all(one.id.isalnum() and len(one.id) == 16 and JAN not in one.id for one in found)


async def test_two_people_never_have_a_way_of_one_name(database: Database) -> None:
    await lived_in(database)
    names = [one.id for person in (JAN, FATIMA) for one in await ways(database, person)]
    assert len(set(names)) == 3


async def test_a_closed_login_is_over_and_the_account_stays(database: Database) -> None:
    await lived_in(database)
    account, login = await ways(database)
    await database.write(lambda unit: unit.ways.close(JAN, login))
    assert await ways(database) == [account]
    assert await database.read(lambda unit: unit.web_sessions.find("a-token", NOW)) is None


async def test_a_closed_account_leads_to_nobody_and_can_be_linked_anew(database: Database) -> None:
    await lived_in(database)
    account, login = await ways(database)
    await database.write(lambda unit: unit.ways.close(JAN, account))
    assert await ways(database) == [login]
    assert await database.write(lambda unit: unit.people.link("telegram", JAN, FATIMA))


async def test_nobody_closes_the_way_of_somebody_else(database: Database) -> None:
    await lived_in(database)
    for way in await ways(database):
        await database.write(lambda unit, way=way: unit.ways.close(FATIMA, way))  # type: ignore[misc]
    assert len(await ways(database)) == 2


async def test_a_code_for_a_page_shows_it_until_it_expires_and_lets_nobody_in(database: Database) -> None:
    await lived_in(database)
    until = NOW + MINUTE
    invite = NewInvite(code=CODE, person_id=JAN, purpose=f"{PAGE}afspraak/1.ics", created_at=NOW, expires_at=until)
    await database.write(lambda unit: unit.invites.make(invite))
    assert await database.write(lambda unit: unit.invites.claim(CODE, NOW)) is None
    for _ in range(2):
        found = await database.read(lambda unit: unit.invites.page(CODE, NOW))
        assert found is not None
        assert (found.person_id, found.purpose) == (JAN, "afspraak/1.ics")
    assert await database.read(lambda unit: unit.invites.page(CODE, until)) is None


async def test_a_code_that_lets_somebody_in_shows_no_page(database: Database) -> None:
    await lived_in(database)
    invite = NewInvite(code=CODE, person_id=JAN, purpose="web", created_at=NOW, expires_at=NOW + MINUTE)
    await database.write(lambda unit: unit.invites.make(invite))
    assert await database.read(lambda unit: unit.invites.page(CODE, NOW)) is None


async def test_ending_the_codes_of_one_purpose_leaves_the_others_good(database: Database) -> None:
    await lived_in(database)

    def make(unit: Unit) -> int:
        for at, purpose in enumerate(("web", "link", "link")):
            code, until = f"10AB-CD10-1{at}", NOW + timedelta(hours=1)
            unit.invites.make(
                NewInvite(code=code, person_id=JAN, purpose=purpose, created_at=NOW, expires_at=until)
            )  # fmt: skip
        return unit.invites.withdraw(JAN, NOW, purpose="link")

    assert await database.write(make) == 2
    assert await database.write(lambda unit: unit.invites.claim("10AB-CD10-10", NOW)) is not None
    assert await database.write(lambda unit: unit.invites.claim("10AB-CD10-11", NOW)) is None
