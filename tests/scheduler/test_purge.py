"""The purge: what was promised to be thrown away is gone, to the last byte, and nothing else is."""

from datetime import timedelta
from pathlib import Path

import pytest
import structlog

from bot.channels.web.desk import Visit
from bot.keeping import check_ins
from bot.messages import Inbound
from bot.storage.cases import NewCase
from bot.storage.meetings import NewMeeting
from bot.storage.requests import NewRequest
from bot.storage.shares import NewShare
from bot.storage.unit import Unit
from scheduler.jobs import purge
from tests.scheduler.conftest import Lived
from tests.storage.spy import raw_bytes

OLD, FRESH = "kanarie in maart", "kanarie in juli"


async def says(lived: Lived, name: str, text: str, id: str) -> str:
    """A person types; gives the outcome."""
    handle = lived.handles[name]
    one = Inbound(
        channel="web", address=handle, external_id=f"{handle}:{id}", kind="text", at=lived.clock(), text=text
    )  # fmt: skip
    result = await lived.house.turns.submit(one)
    await lived.house.delivery.drained()
    return result.outcome


def visit(lived: Lived, name: str) -> Visit:
    return Visit(lived.people[name], lived.handles[name], name)


async def read(lived: Lived, name: str) -> str:
    """All that is kept of a person, as text."""
    return str(await lived.house.desk.export(visit(lived, name)))


async def stops(lived: Lived, name: str) -> None:
    """As when the person pressed stop, with an answer and a share of before."""
    person, now = lived.people[name], lived.clock()

    def write(unit: Unit) -> None:
        unit.people.set_status(person, "stopped")
        unit.shares.add([NewShare(person_id=person, whom="coach", flow="welkom", text="gedeeld", shared_at=now)])

    await lived.house.database.write(write)


async def test_old_messages_go_and_young_ones_stay(lived: Lived) -> None:
    await says(lived, "Samira", OLD, "1")
    lived.clock.move(days=60)
    await says(lived, "Samira", FRESH, "2")
    lived.clock.move(days=29, hours=23)
    assert (await purge.run(lived.house))["lines"] == 0
    lived.clock.move(hours=2)
    assert (await purge.run(lived.house))["lines"] > 0
    kept = await read(lived, "Samira")
    assert FRESH in kept
    assert OLD not in kept
    assert (await purge.run(lived.house))["lines"] == 0


async def test_a_message_that_was_thrown_away_is_still_known_when_it_comes_again(lived: Lived) -> None:
    assert await says(lived, "Samira", OLD, "1") == "done"
    lived.clock.move(days=91)
    await purge.run(lived.house)
    assert await says(lived, "Samira", OLD, "1") == "repeat"


async def test_recordings_go_with_the_messages_and_leave_no_file(lived: Lived, tmp_path: Path) -> None:
    desk = lived.house.desk
    old = await desk.keep_media(visit(lived, "Samira"), "audio/ogg", b"OggS old", lived.clock())
    lived.clock.move(days=60)
    young = await desk.keep_media(visit(lived, "Samira"), "audio/ogg", b"OggS young", lived.clock())
    lived.clock.move(days=31)
    assert (await purge.run(lived.house))["recordings"] == 1
    assert await desk.media(visit(lived, "Samira"), old) is None
    assert await desk.media(visit(lived, "Samira"), young) == ("audio/ogg", b"OggS young")
    assert len(list((tmp_path / "data" / "media").iterdir())) == 1


async def test_half_a_year_after_the_end_answers_shares_and_session_go(lived: Lived) -> None:
    for name in ("Samira", "Ruud"):
        await says(lived, name, OLD, "1")
    await stops(lived, "Samira")
    lived.clock.move(days=182)
    assert (await purge.run(lived.house))["answers"] == 0
    lived.clock.move(days=2)
    assert (await purge.run(lived.house))["answers"] == 1
    sessions = await lived.house.database.read(lambda unit: unit.sessions.load(lived.people.values(), lock=False))
    assert list(sessions) == [lived.people["Ruud"]], "who did not stop keeps the bookmark for ever"
    assert "gedeeld" not in await read(lived, "Samira")
    assert await says(lived, "Samira", "ik ben er weer", "2") == "done"


async def test_what_still_must_happen_is_kept(lived: Lived) -> None:
    person = lived.people["Samira"]
    lived.clock.move(days=1)
    later = check_ins(person, lived.clock() + timedelta(days=200))
    await lived.house.database.write(lambda unit: unit.timers.set(later))
    lived.clock.move(days=190)
    await purge.run(lived.house)
    waiting = await lived.house.database.read(lambda unit: unit.timers.of(person))
    assert [one.purpose for one in waiting] == ["crisis-soon", "crisis-next-day"]


async def test_logins_that_ended_and_old_quarantine_go(lived: Lived) -> None:
    person, now = lived.people["Samira"], lived.clock()
    odd = Inbound(channel="web", address="x", external_id="odd", kind="text", at=now, text=OLD)

    def write(unit: Unit) -> None:
        unit.web_sessions.open("token", person, now=now, lasts=timedelta(days=14))
        unit.quarantine.put(odd, person_id=person, error="KeyError", body=OLD.encode(), at=now)

    await lived.house.database.write(write)
    lived.clock.move(days=91)
    done = await purge.run(lived.house)
    assert (done["logins"], done["quarantine"]) == (1, 1)


async def test_what_is_over_between_people_goes_in_its_own_time(lived: Lived) -> None:
    samira, ruud = lived.people["Samira"], lived.people["Ruud"]

    def write(unit: Unit) -> None:
        now = lived.clock()
        unit.meetings.add(NewMeeting(maker_id=ruud, kind="talk", at=now, minutes=5, made_at=now, guests=(samira,)))
        unit.cases.close(unit.cases.opened(NewCase(person_id=samira, opened_at=now)).id, now)
        unit.requests.add([NewRequest(person_id=samira, kind="want_talk", flow="", asked_at=now)])
        unit.requests.done(unit.requests.open_for([samira])[0].id, now)
        pair = unit.pairs.propose(samira, ruud, now)
        assert pair is not None
        unit.pairs.end(pair.id, "refused", now)

    await lived.house.database.write(write)
    over = ("meetings", "cases", "requests", "pairs")
    lived.clock.move(days=89)
    assert [(await purge.run(lived.house))[one] for one in over] == [0, 0, 0, 0]
    lived.clock.move(days=2)
    done = await purge.run(lived.house)
    assert [done[one] for one in over] == [1, 1, 1, 0]
    lived.clock.move(days=93)
    assert (await purge.run(lived.house))["pairs"] == 1


async def test_nothing_that_was_thrown_away_is_left_in_the_files(lived: Lived, tmp_path: Path) -> None:
    """Names and texts are sealed, so this looks for the sealed bytes themselves."""
    await says(lived, "Samira", OLD, "1")

    def sealed(unit: Unit) -> list[bytes]:
        rows = unit.connection.exec_driver_sql("SELECT body_sealed FROM inbox UNION ALL SELECT body_sealed FROM outbox")
        return [row[0] for row in rows if row[0] is not None]

    before = await lived.house.database.read(sealed)
    await lived.house.database.scrub()
    stored = raw_bytes(tmp_path / "data")
    assert before
    assert all(body in stored for body in before)
    lived.clock.move(days=91)
    await purge.run(lived.house)
    await lived.house.database.scrub()
    assert not [body for body in before if body in raw_bytes(tmp_path / "data")]


async def test_an_erasure_that_was_cut_short_is_finished(lived: Lived, tmp_path: Path) -> None:
    kept = await lived.house.desk.keep_media(visit(lived, "Samira"), "audio/ogg", b"OggS", lived.clock())
    assert kept
    person, now = lived.people["Samira"], lived.clock()
    await lived.house.database.write(lambda unit: unit.erasures.begin(person, now))
    assert (await purge.run(lived.house))["erasures"] == 1
    assert list((tmp_path / "data" / "media").iterdir()) == []


async def test_a_fault_is_logged_without_words_and_does_not_stop_the_scheduler(lived: Lived) -> None:
    await lived.house.database.write(lambda unit: unit.connection.exec_driver_sql("DROP TABLE timers").close())
    with structlog.testing.capture_logs() as log:
        assert await purge.run(lived.house) == {}
    assert [event["event"] for event in log] == ["purge.failed"]


@pytest.mark.parametrize("many", [1200])
async def test_it_goes_bite_by_bite_until_nothing_is_left(lived: Lived, many: int) -> None:
    at = lived.clock()

    def write(unit: Unit) -> None:
        for one in range(many):
            odd = Inbound(channel="web", address="x", external_id=str(one), kind="text", at=at)
            unit.quarantine.put(odd, person_id=None, error="KeyError", body=b"", at=at)

    await lived.house.database.write(write)
    lived.clock.move(days=91)
    assert (await purge.run(lived.house))["quarantine"] == many
