"""The door of the web chat: whom a code lets in, and how guessing is slowed down."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.doors import ALL, EACH, Doors
from bot.errors import DatabaseUnreachableError
from bot.newcomers import VALID
from tests.databases import Reachable
from tests.household import NOW
from tests.webdesk.house import Desk

HERE = "192.0.2.1"


HOUR = timedelta(hours=1)


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


async def test_a_database_that_is_away_does_not_count_as_a_wrong_code(reachable: Reachable, tmp_path: Path) -> None:
    desk = Desk(reachable.database, tmp_path)
    code = await desk.invite("Sam")
    reachable.goes_away()
    for _ in range(EACH + 1):
        with pytest.raises(DatabaseUnreachableError):
            await desk.desk.enter(code, HERE, NOW)
    reachable.comes_back()
    assert not isinstance(await desk.desk.enter(code, HERE, NOW), str)


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
