"""The desk of the web chat: who comes in, how long they stay, and that nobody sees what is somebody else's."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web.desk import Line, Visit
from bot.channels.web.hub import Hub
from bot.doors import ALL, EACH, Doors
from bot.errors import DatabaseUnreachableError, PersonGoneError
from bot.messages import Inbound, InboundKind
from bot.newcomers import VALID, Newcomer, add_organisation, add_person, make_invite
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from bot.webdesk import LASTS, REMEMBERED, WebChannel, WebDesk
from tests.databases import PostgresServer
from tests.household import NOW, Clock, Household, chatter

HERE = "192.0.2.1"
HOUR = timedelta(hours=1)


class Desk:
    """A desk over a real database, and people who were invited."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.clock = Clock()
        self.hub = Hub()
        self.home = Household(database, folder, chatter(), clock=self.clock, channel=WebChannel(self.hub, self.clock))
        self.media = self.home.media
        self.desk = WebDesk(
            database, self.home.turns, chatter(), hub=self.hub, media=folder / "studio", folder=self.media
        )
        self.home.turns.announce = self.desk.announce
        self._count = 0

    async def invite(self, name: str) -> str:
        """A new person; gives the code."""

        def add(unit: Unit) -> str:
            where = add_organisation(unit, "Works", self.clock())
            person, _ = add_person(unit, Newcomer(organisation_id=where, name=name, facts={}), self.clock())
            return make_invite(unit, person, self.clock())

        return await self.home.database.write(add)

    async def come_in(self, name: str) -> tuple[Visit, str]:
        """A new person who came in; gives the visit and the token."""
        entered = await self.desk.enter(await self.invite(name), f"phone of {name}", self.clock())
        assert not isinstance(entered, str)
        return entered

    async def say(self, visit: Visit, text: str = "", kind: InboundKind = "text", data: str = "") -> list[Line]:
        """What comes back on what a person does."""
        self._count += 1
        one = Inbound(
            channel="web", address=visit.handle, external_id=f"page-{self._count:012}", kind=kind, at=self.clock(),
            text=text, data=data,
        )  # fmt: skip
        return list((await self.desk.take(visit, one)).lines)


@pytest.fixture
async def desk(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(sqlite_url, vault)
    one = Desk(database, tmp_path)
    async with one.home:
        yield one
    database.close()


@pytest.fixture
async def both(database: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    """On both databases."""
    one = Desk(database, tmp_path)
    async with one.home:
        yield one


# The door


async def test_a_code_lets_its_person_in_once(both: Desk) -> None:
    code = await both.invite("Sam")
    visit, token = await both.come_in("Mo")
    entered = await both.desk.enter(code, HERE, both.clock())
    assert not isinstance(entered, str)
    assert (entered[0].name, visit.name) == ("Sam", "Mo")
    assert entered[1] != token
    assert await both.desk.enter(code, HERE, both.clock()) == "wrong"
    assert await both.desk.visit(entered[0].handle, entered[1], both.clock()) == entered[0]


async def test_of_two_who_try_a_code_at_once_one_comes_in(both: Desk) -> None:
    code = await both.invite("Sam")
    tries = await asyncio.gather(*(both.desk.enter(code, f"phone {at}", NOW) for at in range(10)))
    assert [one for one in tries if one == "wrong"] == ["wrong"] * 9


async def test_a_wrong_an_old_and_a_used_code_get_the_same_answer(desk: Desk) -> None:
    old, used = await desk.invite("Sam"), await desk.invite("Mo")
    await desk.desk.enter(used, "elsewhere", desk.clock())
    desk.clock.at += VALID
    answers = [await desk.desk.enter(code, HERE, desk.clock()) for code in (old, used, "ABCD-EFGH-JK", "", "é" * 60)]
    assert answers == ["wrong"] * 5


async def test_a_code_is_good_until_the_end_of_its_two_weeks(desk: Desk) -> None:
    code = await desk.invite("Sam")
    desk.clock.at += VALID - timedelta(seconds=1)
    assert not isinstance(await desk.desk.enter(code.lower().replace("-", " "), HERE, desk.clock()), str)


async def test_after_five_wrong_codes_the_door_is_shut_for_an_hour_for_this_visitor(desk: Desk) -> None:
    code = await desk.invite("Sam")
    for _ in range(EACH):
        assert await desk.desk.enter("ABCD-EFGH-JK", HERE, desk.clock()) == "wrong"
    assert await desk.desk.enter(code, HERE, desk.clock()) == "too-often"
    desk.clock.at += HOUR - timedelta(seconds=1)
    assert await desk.desk.enter(code, HERE, desk.clock()) == "too-often"
    assert await desk.desk.enter("ABCD-EFGH-JK", "another", desk.clock()) == "wrong"
    desk.clock.at += timedelta(seconds=1)
    assert not isinstance(await desk.desk.enter(code, HERE, desk.clock()), str)


async def test_many_guesses_at_once_are_no_way_round_the_brake(desk: Desk) -> None:
    tries = await asyncio.gather(*(desk.desk.enter(f"ABCD-EFGH-{at:02}", HERE, NOW) for at in range(60)))
    assert (tries.count("wrong"), tries.count("too-often")) == (EACH, 60 - EACH)


async def test_a_whole_class_behind_one_address_comes_in_at_once(desk: Desk) -> None:
    codes = [await desk.invite(f"Sam {at}") for at in range(30)]
    entered = await asyncio.gather(*(desk.desk.enter(code, HERE, desk.clock()) for code in codes))
    assert [one for one in entered if isinstance(one, str)] == []


async def test_a_database_that_is_away_does_not_count_as_a_wrong_code(
    postgres_server: PostgresServer, migrated_postgres: str, vault: Vault, tmp_path: Path
) -> None:
    name = postgres_server.new_database(migrated_postgres)
    database = Database(postgres_server.url(name), vault)
    desk = Desk(database, tmp_path)
    code = await desk.invite("Sam")
    postgres_server.execute(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'")
    postgres_server.execute(f'ALTER DATABASE "{name}" RENAME TO "{name}_away"')
    for _ in range(EACH + 1):
        with pytest.raises(DatabaseUnreachableError):
            await desk.desk.enter(code, HERE, NOW)
    postgres_server.execute(f'ALTER DATABASE "{name}_away" RENAME TO "{name}"')
    assert not isinstance(await desk.desk.enter(code, HERE, NOW), str)
    database.close()
    postgres_server.drop_database(name)


def test_all_visitors_together_have_a_brake_and_what_is_counted_stays_small() -> None:
    doors = Doors()
    for hour in range(6):
        at = NOW + hour * HOUR
        for one in range(ALL):
            assert doors.open_for(f"visitor {hour}-{one}", at)
            doors.wrong(f"visitor {hour}-{one}", at)
        assert not doors.open_for("one more", at)
    assert len(doors._wrong) <= 2 * ALL + 1
    assert len(doors._all) == ALL
    assert doors.one_by_one("visitor") is not None
    assert len(doors._locks) == 0


# The visit


async def test_a_login_ends_two_weeks_after_its_last_use(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    for _ in range(3):
        desk.clock.at += LASTS - timedelta(minutes=1)
        assert await desk.desk.visit(visit.handle, token, desk.clock()) == visit
    desk.clock.at += LASTS
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None


async def test_a_token_opens_only_the_own_chat(desk: Desk) -> None:
    sam, token = await desk.come_in("Sam")
    mo, others = await desk.come_in("Mo")
    assert await desk.desk.visit(mo.handle, token, desk.clock()) is None
    assert await desk.desk.visit(sam.handle, others, desk.clock()) is None
    assert await desk.desk.visit("unknown", token, desk.clock()) is None
    assert await desk.desk.visit(sam.handle, "made up", desk.clock()) is None


async def test_access_that_is_taken_away_ends_within_twenty_seconds(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    assert await desk.desk.visit(visit.handle, token, desk.clock()) == visit
    await desk.home.database.write(lambda unit: unit.web_sessions.close_all(visit.person))
    desk.clock.at += REMEMBERED
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None


async def test_who_leaves_is_out_at_once_and_only_on_this_phone(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    code = await desk.home.database.write(lambda unit: make_invite(unit, visit.person, desk.clock()))
    entered = await desk.desk.enter(code, HERE, desk.clock())
    assert not isinstance(entered, str)
    await desk.desk.visit(visit.handle, token, desk.clock())
    await desk.desk.leave(visit, token)
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None
    assert await desk.desk.visit(visit.handle, entered[1], desk.clock()) == visit


async def test_who_erased_all_is_out_at_once(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "Doors"):
        await desk.say(visit, words)
    await desk.desk.visit(visit.handle, token, desk.clock())
    taken = await desk.desk.take(
        visit, Inbound(channel="web", address=visit.handle, external_id="bye", kind="text", at=NOW, text="Erase")
    )
    assert taken.outcome == "gone"
    assert await desk.desk.visit(visit.handle, token, desk.clock()) is None
    assert await desk.desk.lines(visit, 0, 99) == []
    assert await desk.desk.export(visit) == {}
    again = Inbound(channel="web", address=visit.handle, external_id="more", kind="text", at=NOW, text="hello?")
    assert (await desk.desk.take(visit, again)).outcome == "gone"


async def test_many_visits_do_not_fill_the_memory(desk: Desk) -> None:
    visit, token = await desk.come_in("Sam")
    for at in range(50):
        await desk.desk.visit(visit.handle, f"guess {at}", desk.clock())
    await desk.desk.visit(visit.handle, token, desk.clock())
    assert len(desk.desk._seen) == 1


# The talk


async def test_a_conversation_begins_by_itself_and_once(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    first = await asyncio.gather(*(desk.desk.lines(visit, 0, 99) for _ in range(4)))
    assert [[line.text for line in lines] for lines in first] == [["May I?"]] * 4
    assert first[0][0].who == "opstap"


async def test_the_newest_lines_come_and_only_after_what_the_page_has(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "sun", "moon"):
        await desk.say(visit, words)
    lines = await desk.desk.lines(visit, 0, 99)
    assert [(line.who, line.text) for line in lines] == [
        ("opstap", "May I?"), ("me", "Yes"), ("opstap", "A word?"), ("me", "sun"), ("opstap", "A word?"),
        ("me", "moon"), ("opstap", "A word?"),
    ]  # fmt: skip
    places = [line.n for line in lines]
    assert places == sorted(set(places))
    assert [line.n for line in await desk.desk.lines(visit, 0, 2)] == places[-2:]
    assert [line.n for line in await desk.desk.lines(visit, places[3], 99)] == places[4:]
    assert await desk.desk.lines(visit, places[-1], 99) == []


async def test_what_comes_back_at_once_is_what_is_read_later(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    at_once = await desk.say(visit, "Yes")
    stored = (await desk.desk.lines(visit, 0, 99))[-2:]
    assert at_once == stored
    assert at_once[0].id == "page-000000000001"


async def test_a_repeat_from_the_page_gives_no_new_lines(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    one = Inbound(channel="web", address=visit.handle, external_id="same", kind="text", at=NOW, text="Yes")
    assert (await desk.desk.take(visit, one)).outcome == "done"
    again = await desk.desk.take(visit, one)
    assert (again.outcome, again.lines) == ("repeat", ())


async def test_two_people_may_use_the_same_id(desk: Desk) -> None:
    for name in ("Sam", "Mo"):
        visit, _ = await desk.come_in(name)
        await desk.desk.lines(visit, 0, 99)
        one = Inbound(channel="web", address=visit.handle, external_id="same", kind="text", at=NOW, text="Yes")
        assert (await desk.desk.take(visit, one)).outcome == "done"


async def test_other_pages_see_the_own_line_before_the_answer(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    other, _ = await desk.come_in("Mo")
    await desk.desk.lines(visit, 0, 99)
    await desk.home.delivery.drained()
    with desk.hub.subscribe(visit.person) as feed, desk.hub.subscribe(other.person) as foreign:
        at_once = await desk.say(visit, "Yes")
        await desk.home.delivery.drained()
        feed.close()
        foreign.close()
        heard = [line for news in [one async for one in feed] for line in news]
        assert [line for line in heard if isinstance(line, Line)] == at_once
        assert [one async for one in foreign] == []


async def test_a_page_that_is_empty_because_all_was_thrown_away_shows_the_way_on(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    await desk.say(visit, "Yes")
    later = desk.clock.move(days=120)
    await desk.home.delivery.drained()
    await desk.home.database.write(lambda unit: unit.retention.lines(later))
    pages = await asyncio.gather(*(desk.desk.lines(visit, 0, 99) for _ in range(3)))
    assert [line.text for line in pages[0]] == ["[resume]", "<resumed>", "A word?"]
    assert pages[1] == pages[2] == pages[0]
    assert (await desk.say(visit, "sun"))[-1].text == "A word?"


async def test_who_stopped_is_left_alone_also_when_all_was_thrown_away(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.desk.lines(visit, 0, 99)
    for words in ("Yes", "stop", "Stop now"):
        await desk.say(visit, words)
    later = desk.clock.move(days=120)
    await desk.home.delivery.drained()
    await desk.home.database.write(lambda unit: unit.retention.lines(later))
    assert await desk.desk.lines(visit, 0, 99) == []


# What people send and may have


async def test_a_recording_is_sealed_and_only_its_speaker_gets_it_back(both: Desk) -> None:
    sam, _ = await both.come_in("Sam")
    mo, _ = await both.come_in("Mo")
    kept = await both.desk.keep_media(sam, "audio/ogg", b"OggS my voice", both.clock())
    assert await both.desk.media(sam, kept) == ("audio/ogg", b"OggS my voice")
    assert await both.desk.media(mo, kept) is None
    assert await both.desk.media(sam, "unknown") is None
    [path] = (both.home.folder / "media").iterdir()
    assert b"my voice" not in path.read_bytes()


async def test_a_recording_of_someone_who_is_gone_leaves_no_file(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    await desk.home.eraser.erase(visit.person, desk.clock())
    with pytest.raises(PersonGoneError):
        await desk.desk.keep_media(visit, "audio/ogg", b"OggS", desk.clock())
    assert not list((desk.home.folder).glob("media/*"))


async def test_a_recording_whose_file_is_gone_gives_nothing(desk: Desk) -> None:
    visit, _ = await desk.come_in("Sam")
    kept = await desk.desk.keep_media(visit, "audio/ogg", b"OggS", desk.clock())
    for path in (desk.home.folder / "media").iterdir():
        path.unlink()
    assert await desk.desk.media(visit, kept) is None


async def test_the_copy_of_a_person_is_theirs_alone(desk: Desk) -> None:
    sam, _ = await desk.come_in("Sam")
    mo, _ = await desk.come_in("Mo")
    for visit, words in ((sam, "sun"), (mo, "moon")):
        await desk.desk.lines(visit, 0, 99)
        await desk.say(visit, "Yes")
        await desk.say(visit, words)
    copy = str(await desk.desk.export(sam))
    assert "sun" in copy
    assert "moon" not in copy
    assert mo.person not in copy


def test_pictures_films_and_icons_come_from_the_studio_and_nothing_else_does(desk: Desk) -> None:
    studio = desk.home.folder / "studio"
    assert desk.desk.picture("sun") == (studio / "sun.webp", "A sun")
    assert desk.desk.picture("../master.key") is None
    assert desk.desk.film("film") == (studio / "f.mp4", studio / "f.vtt", studio / "f.webp", "What is told.")
    assert desk.desk.film("sun") is None
    assert desk.desk.icon(192) is None
