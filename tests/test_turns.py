"""The mailbox: each message has its effect once, all of it or nothing, and nobody waits for somebody else's fault."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import structlog
from sqlalchemy import text as sql

from bot.batch import Result
from bot.errors import ClosingError, DatabaseUnreachableError, DataFolderError
from bot.storage.database import Database
from bot.storage.media import MediaRow
from bot.storage.sessions import SessionDraft
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from bot.turns import MOST
from tests.databases import PostgresServer
from tests.household import FATIMA, JAN, NOW, WIRE, Clock, Household, chatter, typed

MORE = [f"more{at:012}" for at in range(100)]


@pytest.fixture
async def home(database: Database, tmp_path: Path) -> AsyncIterator[Household]:
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one


@pytest.fixture
async def file_home(sqlite_url: str, vault: Vault, tmp_path: Path) -> AsyncIterator[Household]:
    """Over SQLite only, for what has nothing to do with the database."""
    database = Database(sqlite_url, vault)
    async with await Household(database, tmp_path, chatter()).settle(JAN, FATIMA) as one:
        yield one
    database.close()


async def at_once(home: Household, *texts: tuple[str, str]) -> list[Result]:
    """(person, text) that all came in before the mailbox looked."""
    messages = [home.inbound(words, person) for person, words in texts]
    return list(await asyncio.gather(*(home.turns.submit(one) for one in messages)))


async def own_words(home: Household, person: str = JAN) -> list[str]:
    """What a person typed, as it is stored."""
    return [msgspec.json.decode(line.body)["text"] for line in await home.lines(person) if line.side == "in"]


async def test_a_message_is_answered_after_its_effects_are_on_disk(home: Household) -> None:
    await home.says_all(["hello", "Yes"])
    result = await home.says("sun")
    assert (result.outcome, result.person, result.standing, typed(result)) == ("done", JAN, "welkom/woord", "sun")
    session = await home.session()
    assert session is not None
    assert session.answers["welkom/word"].value == "sun"
    assert await own_words(home) == ["hello", "Yes", "sun"]
    lines = await home.lines()
    assert [line.n for line in lines] == list(range(1, len(lines) + 1))
    assert [parcel.id > 0 for parcel in result.parcels] == [True]
    assert home.wire.places() == [line.n for line in lines if line.side == "out"]
    assert set((await home.states()).values()) == {"sent"}


async def test_all_that_waits_goes_into_one_transaction_and_no_more_than_the_most(home: Household) -> None:
    home.clock.step = timedelta(seconds=1)
    results = await at_once(home, *[(JAN, str(at)) for at in range(MOST + 1)])
    moments = [result.at for result in results]
    assert len(set(moments[:MOST])) == 1
    assert moments[MOST] > moments[0]
    assert await home.version() == 2
    assert await own_words(home) == [str(at) for at in range(MOST + 1)]


async def test_everybody_in_a_group_gets_their_own_answer(home: Household) -> None:
    await home.settle(*MORE[:20])
    for words in ("hello", "Yes"):
        await at_once(home, *[(person, words) for person in MORE[:20]])
    results = await at_once(home, *[(person, f"I am {person}") for person in MORE[:20]])
    assert [(result.person, typed(result)) for result in results] == [(one, f"I am {one}") for one in MORE[:20]]
    assert {await home.version(person) for person in MORE[:20]} == {3}


async def test_what_one_person_sends_at_once_is_taken_in_order_between_that_of_others(home: Household) -> None:
    for person in (JAN, FATIMA):
        await home.says_all(["hello", "Yes"], person)
    await at_once(home, *[(JAN if at % 3 else FATIMA, str(at)) for at in range(150)])
    await home.delivery.drained()
    for person in (JAN, FATIMA):
        mine = [str(at) for at in range(150) if (at % 3 == 0) == (person == FATIMA)]
        assert (await own_words(home, person))[2:] == mine
        session = await home.session(person)
        assert session is not None
        assert session.answers["welkom/word"].value == mine[-1]
        assert home.wire.places(person) == sorted(home.wire.places(person))


async def test_the_same_message_ten_times_at_once_has_one_effect(home: Household) -> None:
    one = home.inbound("hello")
    results = await asyncio.gather(*(home.turns.submit(one) for _ in range(10)))
    assert sorted(result.outcome for result in results) == ["done", *["repeat"] * 9]
    again = await home.turns.submit(one)
    assert (again.outcome, again.person, again.parcels) == ("repeat", JAN, ())
    assert await own_words(home) == ["hello"]


async def test_two_mailboxes_over_one_database_share_the_same_message(home: Household, tmp_path: Path) -> None:
    other = Household(home.database, tmp_path, chatter())
    async with other:
        both = (home, other)
        one = [home.inbound("hello", external_id="same") for _ in range(10)]
        results = await asyncio.gather(*(both[at % 2].turns.submit(message) for at, message in enumerate(one)))
        assert [result.outcome for result in results].count("done") == 1
        for words in ("Yes", "a", "b", "c", "d"):
            await asyncio.gather(*(house.turns.submit(home.inbound(words)) for house in both))
    places = [line.n for line in await home.lines()]
    assert places == list(range(1, len(places) + 1))
    assert len(await own_words(home)) == 11


async def test_a_stranger_and_an_erased_person_get_nothing_and_leave_nothing(home: Household) -> None:
    stranger = await home.turns.submit(home.inbound("hello", "nobody0000000000"))
    assert (stranger.outcome, stranger.person, stranger.own, stranger.parcels) == ("stranger", "", None, ())
    await home.says_all(["hello", "Yes"])
    await home.eraser.erase(JAN, home.clock())
    assert (await home.says("are you there?")).outcome == "stranger"
    assert await home.lines() == []
    assert await home.session() is None


async def test_who_erases_all_is_gone_at_once_also_for_what_came_along(home: Household) -> None:
    await home.says_all(["hello", "Yes", "Doors"])
    await home.database.write(lambda unit: home.media.write("voice-1", unit.media.seal(JAN, "m1", b"sound")))
    row = MediaRow(id="m1", person_id=JAN, content_type="audio/ogg", size=5, file_name="voice-1", created_at=NOW)
    await home.database.write(lambda unit: unit.media.add(row))
    home.wire.sent.clear()
    results = await at_once(home, (JAN, "Erase"), (JAN, "and this"), (FATIMA, "hello"))
    assert [result.outcome for result in results] == ["gone", "gone", "done"]
    assert not (home.folder / "media" / "voice-1").exists()
    assert [entry.person_id for entry in home.ledger.entries()] == [JAN]
    assert await home.database.read(lambda unit: unit.erasures.unfinished()) == []
    assert await home.database.read(lambda unit: unit.people.by_ids([JAN])) == {}
    await home.delivery.drained()
    assert home.wire.places(JAN) == []
    assert home.wire.places(FATIMA) != []


async def test_what_still_waited_for_an_erased_person_is_not_sent(home: Household) -> None:
    await home.says_all(["hello", "Yes"])
    gate = home.wire.gates[JAN] = asyncio.Event()
    before = home.wire.places(JAN)
    await home.turns.submit(home.inbound("Doors"))
    await home.turns.submit(home.inbound("Back"))
    await home.turns.submit(home.inbound("Doors"))
    await home.turns.submit(home.inbound("Erase"))
    gate.set()
    await home.delivery.drained()
    assert len(home.wire.places(JAN)) == len(before) + 1, "only what was already on its way"


async def test_a_failing_turn_is_set_apart_with_an_apology_and_holds_up_nobody(home: Household) -> None:
    await home.says_all(["hello", "Yes", "Doors"])
    await home.says("hello", FATIMA)
    poison = home.inbound("Round")
    results = await asyncio.gather(
        *(home.turns.submit(one) for one in (home.inbound("Yes", FATIMA), poison, home.inbound("sun", FATIMA)))
    )
    assert [result.outcome for result in results] == ["done", "failed", "done"]
    assert [parcel.outbound.text for parcel in results[1].parcels] == ["<apology>"]
    assert results[1].standing == "welkom/deur"
    [apart] = await home.database.read(lambda unit: unit.quarantine.all(9))
    assert (apart.person_id, apart.error, apart.external_id) == (JAN, "FlowLoopError", poison.external_id)
    assert await home.database.read(lambda unit: unit.requests.of(JAN)) == [], "half of the failed turn was kept"
    assert (await home.turns.submit(poison)).outcome == "repeat"
    session = await home.session(FATIMA)
    assert session is not None
    assert session.answers["welkom/word"].value == "sun"


async def test_the_question_stays_open_after_a_failed_turn(home: Household) -> None:
    await home.says_all(["hello", "Yes", "Doors", "Round"])
    assert (await home.says("Talk")).outcome == "done"
    [asked] = await home.database.read(lambda unit: unit.requests.of(JAN))
    assert asked.kind == "want_talk"


async def test_a_quarantined_message_holds_no_citizen_number(file_home: Household) -> None:
    home = file_home
    await home.says_all(["hello", "Yes", "Doors"])
    await home.says("hello", FATIMA)
    await spoil(home, FATIMA)
    assert (await home.says("my number is 111222333 ok", FATIMA)).outcome == "failed"
    [apart] = await home.database.read(lambda unit: unit.quarantine.all(9))
    body = await home.database.read(lambda unit: unit.quarantine.body(apart.id))
    assert body is not None
    assert b"111222333" not in body
    assert b"my number is" in body


async def spoil(home: Household, person: str) -> None:
    """A session that this program cannot read, as after going back to an older version."""
    version = await home.version(person)

    def write(unit: Unit) -> None:
        draft = SessionDraft(
            person_id=person, flow="", step="", status="active", revision="", version=version,
            blob=b'{"person": 5}', updated_at=NOW,
        )  # fmt: skip
        unit.sessions.save([draft])

    await home.database.write(write)


async def test_a_session_that_cannot_be_read_is_set_apart_without_an_apology_and_others_go_on(home: Household) -> None:
    await home.says("hello")
    await home.says("hello", FATIMA)
    await spoil(home, FATIMA)
    results = await at_once(home, (JAN, "Yes"), (FATIMA, "Yes"), (JAN, "sun"))
    assert [(result.outcome, len(result.parcels)) for result in results] == [("done", 1), ("failed", 0), ("done", 1)]
    [apart] = await home.database.read(lambda unit: unit.quarantine.all(9))
    assert apart.error == "ValidationError"


async def test_a_full_disk_gives_the_error_and_leaves_nothing_half_written(file_home: Household) -> None:
    home = file_home
    await home.says_all(["hello", "Yes"])

    def fill(unit: Unit) -> int:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(unit.connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").scalar_one())

    before = await home.lines()
    await home.database.write(fill)
    late = [home.inbound("long " * 700) for _ in range(8)]
    results = await asyncio.gather(*(home.turns.submit(one) for one in late), return_exceptions=True)
    assert [type(result) for result in results] == [DataFolderError] * 8
    assert await home.lines() == before
    assert await home.database.read(lambda unit: unit.quarantine.count()) == 0

    await home.database.write(lambda unit: unit.connection.exec_driver_sql("PRAGMA max_page_count=1000000").scalar())
    again = await asyncio.gather(*(home.turns.submit(one) for one in late))
    assert [result.outcome for result in again] == ["done"] * 8


async def test_a_database_that_is_away_gives_the_error_and_the_repeat_succeeds(
    postgres_server: PostgresServer, migrated_postgres: str, vault: Vault, tmp_path: Path
) -> None:
    name = postgres_server.new_database(migrated_postgres)
    database = Database(postgres_server.url(name), vault)
    async with await Household(database, tmp_path, chatter()).settle(JAN) as home:
        await home.says_all(["hello", "Yes"])
        postgres_server.execute(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
        )
        postgres_server.execute(f'ALTER DATABASE "{name}" RENAME TO "{name}_away"')
        late = [home.inbound("sun"), home.inbound("moon")]
        for _ in range(2):
            results = await asyncio.gather(*(home.turns.submit(one) for one in late), return_exceptions=True)
            assert [type(result) for result in results] == [DatabaseUnreachableError] * 2
        postgres_server.execute(f'ALTER DATABASE "{name}_away" RENAME TO "{name}"')
        assert await own_words(home) == ["hello", "Yes"]
        again = await asyncio.gather(*(home.turns.submit(one) for one in late))
        assert [result.outcome for result in again] == ["done", "done"]
        assert await own_words(home) == ["hello", "Yes", "sun", "moon"]
    database.close()
    postgres_server.drop_database(name)


async def test_stopping_finishes_what_waits_and_refuses_what_comes_later(home: Household) -> None:
    await home.says_all(["hello", "Yes"])
    waiting = [asyncio.create_task(home.turns.submit(home.inbound(str(at)))) for at in range(200)]
    await asyncio.sleep(0)
    await home.turns.stop()
    assert [task.done() for task in waiting] == [True] * 200
    assert {task.result().outcome for task in waiting} == {"done"}
    assert (await own_words(home))[2:] == [str(at) for at in range(200)]
    with pytest.raises(ClosingError):
        await home.turns.submit(home.inbound("too late"))


async def test_a_mailbox_that_never_started_stops(database: Database, tmp_path: Path) -> None:
    await Household(database, tmp_path, chatter()).turns.stop()


async def test_who_stops_waiting_for_the_answer_is_handled_all_the_same(home: Household) -> None:
    impatient = asyncio.create_task(home.turns.submit(home.inbound("hello")))
    await asyncio.sleep(0)
    impatient.cancel()
    await home.says("Yes")
    assert await own_words(home) == ["hello", "Yes"]


async def test_own_lines_are_announced_before_the_answer_goes_out(home: Household) -> None:
    heard: list[tuple[str, int]] = []
    home.turns.announce = lambda result: heard.append((result.outcome, len(home.wire.sent)))
    await home.says("hello")
    assert heard == [("done", 0)]
    assert len(home.wire.sent) == 1


async def test_a_page_that_cannot_be_told_does_not_undo_a_turn(home: Household) -> None:
    def broken(result: Result) -> None:
        raise RuntimeError(typed(result))

    home.turns.announce = broken
    with structlog.testing.capture_logs() as log:
        result = await home.says("hello secret")
    assert result.outcome == "done"
    assert home.wire.places() != []
    assert [event["event"] for event in log] == ["turns.announce_failed"]
    assert "secret" not in str(log)


async def test_files_that_cannot_be_removed_now_do_not_fail_the_turn_and_go_later(file_home: Household) -> None:
    home = file_home
    await home.says_all(["hello", "Yes", "Doors"])
    (home.folder / "erasures.txt").mkdir()
    results = await at_once(home, (JAN, "Erase"), (FATIMA, "hello"))
    assert [result.outcome for result in results] == ["gone", "done"]
    assert len(await home.database.read(lambda unit: unit.erasures.unfinished())) == 1
    (home.folder / "erasures.txt").rmdir()
    assert await home.eraser.resume(home.clock()) == 1
    assert [entry.person_id for entry in home.ledger.entries()] == [JAN]


async def test_who_writes_again_can_be_reached_again(home: Household) -> None:
    await home.database.write(lambda unit: unit.people.set_unreachable(JAN, NOW))
    await home.says("hello")
    people = await home.database.read(lambda unit: unit.people.by_ids([JAN]))
    assert people[JAN].unreachable_at is None


async def test_a_conversation_whose_session_was_thrown_away_goes_on_at_a_new_place(home: Household) -> None:
    await home.says_all(["hello", "Yes"])
    kept = [line.n for line in await home.lines()]
    await home.database.write(lambda unit: unit.connection.execute(sql("DELETE FROM sessions")))
    assert (await home.says("hello again")).outcome == "done"
    fresh = [line.n for line in await home.lines()][len(kept) :]
    assert min(fresh) > max(kept)


async def test_a_crisis_is_noticed_in_the_middle_of_a_group(home: Household) -> None:
    for person in (JAN, FATIMA):
        await home.says_all(["hello", "Yes"], person)
    results = await at_once(home, (FATIMA, "sun"), (JAN, "I will end my life"), (FATIMA, "moon"))
    assert results[1].standing == "crisis/wie"
    assert {parcel.outbound.duty for parcel in results[1].parcels} == {"crisis"}
    assert results[2].standing == "welkom/woord"


async def test_the_channel_that_a_person_used_last_gets_the_answer(home: Household) -> None:
    await home.database.write(lambda unit: unit.people.link(WIRE, "second phone", JAN))
    result = await home.turns.submit(home.inbound("hello", address="second phone"))
    assert {parcel.address for parcel in result.parcels} == {"second phone"}


async def test_a_clock_that_goes_back_loses_nothing(database: Database, tmp_path: Path) -> None:
    clock = Clock(NOW)
    async with await Household(database, tmp_path, chatter(), clock=clock).settle(JAN) as home:
        await home.says("hello")
        clock.move(hours=-1)
        await home.says("Yes")
        assert await own_words(home) == ["hello", "Yes"]
        assert home.wire.places() == sorted(home.wire.places())
