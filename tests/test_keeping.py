"""Keeping: whatever a turn can want done is done, or known to need nothing; nothing is written of who is erased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from msgspec import Struct

from bot.content.models.steps import Action
from bot.conversation import Conversation
from bot.errors import UnknownActionError, UnknownEffectError
from bot.flows.effects import Acted, Effect, Kept, Progressed, Relayed, Said, Saved, Shared, Unsaid
from bot.flows.session import Answer, Session
from bot.keeping import Keeping, Moved, check_ins
from bot.messages import Outbound
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.storage.vault import Vault
from tests.flows import small
from tests.household import FATIMA, JAN, NOW, WIRE
from tests.storage.cast import settle_in
from tests.storage.spy import everything

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TALK = Conversation(small.library())
ANSWER = Answer(value="sun", shown="sun", step="woord", at=NOW)
ONE_OF_EACH: tuple[Effect, ...] = (
    Said(1, Outbound(text="hello")),
    Saved("welkom", "word", ANSWER),
    Unsaid("welkom", "other"),
    Shared("welkom", "coach", "sun"),
    Acted("want_talk", "welkom"),
    Progressed("course", "lesson"),
    Relayed("hello"),
    Kept("plan", (("one", "2026-03-05"),)),
)


def session_of(person: str) -> Session:
    """After a turn that said one thing."""
    return Session(person=person, reached=(WIRE, person), asked_about="plan/one", n=1)


def kept(unit: Unit, person: str, *effects: Effect) -> Keeping:
    """One turn of one person, written."""
    keeping = Keeping(unit, NOW, TALK)
    keeping.moved[person] = Moved(session=session_of(person), version=0)
    keeping.effects(keeping.moved[person].session, list(effects))
    keeping.write()
    return keeping


async def test_what_is_taken_away_is_kept_no_longer_and_nothing_else_goes(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN)
        kept(unit, JAN, Saved("welkom", "word", ANSWER), Saved("welkom", "other", ANSWER))

    def take(unit: Unit) -> list[str]:
        keeping = Keeping(unit, NOW, TALK)
        keeping.moved[JAN] = Moved(session=session_of(JAN), version=1)
        keeping.effects(keeping.moved[JAN].session, [Unsaid("welkom", "other")])
        keeping.write()
        return [one.key for one in unit.answers.of(JAN)]

    await database.write(work)
    assert await database.write(take) == ["word"]


async def test_every_effect_is_kept(database: Database) -> None:
    assert {type(one) for one in ONE_OF_EACH} == set(get_args(Effect)), "an effect without an example"

    def work(unit: Unit) -> None:
        settle_in(unit, JAN)
        keeping = kept(unit, JAN, *ONE_OF_EACH)
        assert [parcel.id > 0 for parcel in keeping.parcels] == [True]
        assert [line.n for line in unit.lines.after(JAN, 0, 9)] == [1]
        assert [(one.flow, one.key) for one in unit.answers.of(JAN)] == [("welkom", "word")]
        assert [one.text for one in unit.shares.of(JAN)] == ["sun"]
        assert [one.kind for one in unit.requests.of(JAN)] == ["want_talk"]
        assert [one.lesson for one in unit.progress.of(JAN)] == ["lesson"]
        assert [one.purpose for one in unit.timers.of(JAN)] == ["deed:case-step:1", "task:plan/one"]
        assert JAN in unit.sessions.load([JAN])

    await database.write(work)


@pytest.mark.parametrize("action", [*get_args(Action), "signalled"])
async def test_every_action_that_content_can_name_is_known(sqlite_url: str, vault: Vault, action: str) -> None:
    database = Database(sqlite_url, vault)

    def work(unit: Unit) -> None:
        settle_in(unit, JAN)
        kept(unit, JAN, Acted(action, "welkom"))

    await database.write(work)
    database.close()


@pytest.mark.parametrize(
    ("action", "status"), [("agree", "active"), ("restart", "active"), ("decline", "stopped"), ("stop", "stopped")]
)
async def test_the_status_follows_what_the_person_chose(
    sqlite_url: str, vault: Vault, action: str, status: str
) -> None:
    database = Database(sqlite_url, vault)

    def work(unit: Unit) -> str:
        settle_in(unit, JAN)
        kept(unit, JAN, Acted(action, "welkom"))
        return unit.people.by_ids([JAN])[JAN].status

    assert await database.write(work) == status
    database.close()


class Sung(Struct, frozen=True):
    """An effect that nobody knows."""


async def test_an_unknown_effect_or_action_stops_the_turn(sqlite_url: str, vault: Vault) -> None:
    database = Database(sqlite_url, vault)
    strange: Any = Sung()
    for effect, error in ((strange, UnknownEffectError), (Acted("dance", "welkom"), UnknownActionError)):

        def work(unit: Unit, effect: Effect = effect) -> None:
            kept(unit, JAN, effect)

        with pytest.raises(error):
            await database.write(work)
    database.close()


async def test_an_erasure_comes_last_and_takes_along_what_the_same_turn_wrote(database: Database) -> None:
    def work(unit: Unit) -> str:
        settle_in(unit, JAN, FATIMA)
        keeping = Keeping(unit, NOW, TALK)
        for person in (JAN, FATIMA):
            keeping.moved[person] = Moved(session=session_of(person), version=0)
        keeping.effects(
            keeping.moved[JAN].session, [*ONE_OF_EACH, Acted("erase", "gegevens"), Acted("agree", "welkom")]
        )
        keeping.effects(keeping.moved[FATIMA].session, [*ONE_OF_EACH])
        keeping.write()
        assert [one.person_id for one in keeping.unfinished] == [JAN]
        assert {parcel.person for parcel in keeping.parcels} == {FATIMA}
        return everything(unit.connection)

    found = await database.write(work)
    about_jan = [row for row in found.splitlines() if JAN in row]
    assert sorted(row.split()[0] for row in about_jan) == ["erasures", "people"]
    assert "hello" not in "".join(about_jan)
    assert FATIMA in found


async def test_who_stops_loses_the_check_ins_and_a_later_crisis_sets_them_anew(
    sqlite_url: str, vault: Vault, tmp_path: Path
) -> None:
    database = Database(sqlite_url, vault)

    def work(unit: Unit, *actions: str) -> list[str]:
        if not unit.organisations.all():
            settle_in(unit, JAN)
        keeping = Keeping(unit, NOW, TALK)
        keeping.bring(JAN)
        keeping.effects(keeping.moved[JAN].session, [Acted(action, "welkom") for action in actions])
        keeping.write()
        return sorted(one.purpose for one in unit.timers.of(JAN))

    both = ["crisis-next-day", "crisis-soon"]
    assert await database.write(lambda unit: work(unit, "check_in")) == both
    assert await database.write(lambda unit: work(unit, "stop")) == []
    assert await database.write(lambda unit: work(unit, "check_in", "stop")) == []
    assert await database.write(lambda unit: work(unit, "stop", "check_in")) == both
    database.close()


@pytest.mark.parametrize(
    ("local", "soon", "morning"),
    [
        ("2026-03-02T10:30", "2026-03-02T10:45", "2026-03-03T10:00+01:00"),
        ("2026-03-02T23:50", "2026-03-03T00:05", "2026-03-03T10:00+01:00"),
        ("2026-03-02T00:10", "2026-03-02T00:25", "2026-03-03T10:00+01:00"),
        ("2026-03-28T12:00", "2026-03-28T12:15", "2026-03-29T10:00+02:00"),
        ("2026-03-29T01:50", "2026-03-29T03:05", "2026-03-30T10:00+02:00"),
        ("2026-10-24T12:00", "2026-10-24T12:15", "2026-10-25T10:00+01:00"),
        ("2026-12-31T23:50", "2027-01-01T00:05", "2027-01-01T10:00+01:00"),
        ("2028-02-28T20:00", "2028-02-28T20:15", "2028-02-29T10:00+01:00"),
    ],
)
def test_check_ins_come_a_quarter_later_and_the_next_morning_by_the_clock_on_the_wall(
    local: str, soon: str, morning: str
) -> None:
    now = datetime.fromisoformat(local).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    first, second = check_ins(JAN, now)
    assert first.due_at - now == timedelta(minutes=15)
    assert first.due_at.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M") == soon
    assert second.due_at == datetime.fromisoformat(morning)
    assert (first.planned_at, second.planned_at) == (first.due_at, second.due_at)
    assert (first.purpose, second.purpose) == ("crisis-soon", "crisis-next-day")


def test_in_the_hour_that_comes_twice_the_quarter_is_still_a_quarter() -> None:
    first_pass = datetime(2026, 10, 25, 0, 55, tzinfo=UTC)
    soon, morning = check_ins(JAN, first_pass)
    assert soon.due_at - first_pass == timedelta(minutes=15)
    assert morning.due_at == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)
