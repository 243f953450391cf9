"""Times: what goes in comes out, aware and in UTC, and sorts by time on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from bot.storage.columns import Moment
from bot.storage.database import Database
from bot.storage.timers import NewTimer
from tests.storage.cast import JAN, NOW, settle_in

SQLITE = sqlite.dialect()
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001  (hypothesis adds the zone)
    max_value=datetime(9998, 12, 30),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))]),
)


@given(MOMENTS, MOMENTS)
def test_sqlite_sorts_times_by_time(one: datetime, other: datetime) -> None:
    texts = [Moment().process_bind_param(moment, SQLITE) for moment in (one, other)]
    assert (one < other) == (texts[0] < texts[1])


@given(MOMENTS)
def test_a_time_reads_back_in_utc(moment: datetime) -> None:
    back = Moment().process_result_value(Moment().process_bind_param(moment, SQLITE), SQLITE)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


async def test_a_time_of_another_zone_reads_back_in_utc(database: Database) -> None:
    summer = datetime(2026, 7, 1, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    await database.write(lambda unit: settle_in(unit, JAN))
    timer = NewTimer(person_id=JAN, purpose="nudge", due_at=summer, planned_at=NOW)
    await database.write(lambda unit: unit.timers.set([timer]))
    [row] = await database.read(lambda unit: unit.timers.of(JAN))
    assert (row.due_at, row.due_at.utcoffset()) == (summer, timedelta())


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    await database.write(lambda unit: settle_in(unit, JAN))
    with pytest.raises((ValueError, StatementError), match="without a zone"):
        await database.write(lambda unit: unit.people.set_unreachable(JAN, NOW.replace(tzinfo=None)))
