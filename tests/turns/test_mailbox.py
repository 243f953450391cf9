"""The mailbox: each message has its effect once, all of it or nothing, in order."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from bot.errors import ClosingError
from bot.storage.database import Database
from bot.storage.media import MediaRow
from bot.turns import MOST
from tests.household import FATIMA, JAN, NOW, WIRE, Clock, Household, chatter, typed
from tests.turns.posting import MORE, at_once, own_words


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
