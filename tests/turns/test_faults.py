"""When something breaks in a turn: it is set apart, nobody else waits for it, and nothing is half written."""

import asyncio
from pathlib import Path

import structlog

from bot.batch import Result
from bot.errors import DatabaseUnreachableError, DataFolderError
from bot.storage.unit import Unit
from tests.databases import Reachable
from tests.household import FATIMA, JAN, Household, chatter, typed
from tests.turns.posting import at_once, own_words, spoil


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
    reachable: Reachable, tmp_path: Path
) -> None:
    async with await Household(reachable.database, tmp_path, chatter()).settle(JAN) as home:
        await home.says_all(["hello", "Yes"])
        reachable.goes_away()
        late = [home.inbound("sun"), home.inbound("moon")]
        for _ in range(2):
            results = await asyncio.gather(*(home.turns.submit(one) for one in late), return_exceptions=True)
            assert [type(result) for result in results] == [DatabaseUnreachableError] * 2
        reachable.comes_back()
        assert await own_words(home) == ["hello", "Yes"]
        again = await asyncio.gather(*(home.turns.submit(one) for one in late))
        assert [result.outcome for result in again] == ["done", "done"]
        assert await own_words(home) == ["hello", "Yes", "sun", "moon"]


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
