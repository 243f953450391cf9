"""Talks, meetings, and what asks for attention: kept with the person, and asked for many at once."""

from datetime import date, timedelta

from msgspec import structs

from bot.storage.cases import NewCase
from bot.storage.circle import Look
from bot.storage.database import Database
from bot.storage.meetings import NewMeeting
from bot.storage.shares import NewShare
from bot.storage.talks import NewTalk
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, NOW, SECOND, settle_in, settled, typed

MO = "mo00000000000000"


async def test_a_talk_is_read_as_it_was_written_and_only_with_its_own_person(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        talk = NewTalk(
            person_id=JAN, coach_id=FATIMA, kind="call", minutes=20, at=NOW, agreed="één ding", next_on=date(2026, 3, 9)
        )
        first, second = unit.talks.add(talk), unit.talks.add(structs.replace(talk, agreed="", next_on=None))
        assert [one.id for one in unit.talks.of(JAN)] == [first, second]
        found = unit.talks.get(JAN, first)
        assert found is not None
        assert (found.agreed, found.next_on, found.minutes, found.at) == ("één ding", date(2026, 3, 9), 20, NOW)
        assert unit.talks.get(FATIMA, first) is None
        assert unit.talks.of(FATIMA) == []

    await database.write(work)


async def test_a_meeting_is_found_by_maker_and_guest_until_it_is_off_or_declined(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA, MO)
        made = NewMeeting(
            maker_id=FATIMA, kind="group", at=NOW + DAY, minutes=60, made_at=NOW, place="hal 3", guests=(JAN, MO)
        )
        id = unit.meetings.add(made)

        def seen(who: str, since: int = 0, until: int = 2) -> list[int]:
            return [one.id for one in unit.meetings.of([who], since=NOW + since * DAY, until=NOW + until * DAY)]

        assert [seen(one) for one in (JAN, MO, FATIMA)] == [[id]] * 3
        assert (seen(JAN, 1, 2), seen(JAN, 0, 1), seen(JAN, 2, 3)) == ([id], [], [])
        assert unit.meetings.guests_of(id) == {JAN: "asked", MO: "asked"}
        assert unit.meetings.answer(id, JAN, says="no", at=NOW)
        assert not unit.meetings.answer(id, FATIMA, says="no", at=NOW), "who was not asked has nothing to say"
        assert (seen(JAN), seen(MO)) == ([], [id])
        assert [one.place for one in unit.meetings.all_of(JAN)] == ["hal 3"]
        assert unit.meetings.call_off(id)
        assert not unit.meetings.call_off(id)
        assert (seen(MO), seen(FATIMA)) == ([], [])
        off = unit.meetings.get(id)
        assert off is not None
        assert off.state == "off"

    await database.write(work)


async def test_who_waits_is_told_to_their_coach_to_who_took_it_and_to_who_was_asked(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA, MO)
        unit.cases.open(NewCase(person_id=JAN, opened_at=NOW))
        id = unit.cases.of(JAN)[0].id
        assert [one.id for one in unit.attention.waiting(FATIMA, [JAN])] == [id]
        assert unit.attention.waiting(MO, []) == []
        unit.cases.ask(id, MO, NOW)
        assert [one.id for one in unit.attention.waiting(MO, [])] == [id]
        assert unit.cases.claim(id, FATIMA, NOW)
        assert unit.attention.waiting(MO, []) == [], "it is taken"
        assert [one.coach_id for one in unit.attention.waiting(FATIMA, [])] == [FATIMA]
        assert unit.attention.unclaimed([JAN]) == []
        unit.cases.close(id, NOW)
        assert unit.attention.waiting(FATIMA, [JAN]) == []

    await database.write(work)


async def test_the_last_sign_the_last_look_and_the_last_share_of_each(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA, MO)
        unit.inbox.claim([typed("1"), typed("2", person=FATIMA)])
        unit.inbox.settle([settled("1", 1), settled("2", 1, person=FATIMA)])
        assert unit.attention.last_heard([JAN, FATIMA, MO]) == {JAN: NOW, FATIMA: NOW}
        for at, allowed in ((NOW, True), (NOW + SECOND, True), (NOW + DAY, False)):
            unit.circle.looked(JAN, Look(by_id=MO, what="shared", allowed=allowed, at=at))
        assert unit.attention.last_look(MO, "shared") == {JAN: NOW + SECOND}
        assert unit.attention.last_look(MO, "card") == {}
        shares = [
            NewShare(person_id=JAN, whom="coach", flow="f", text="t", shared_at=NOW + at * timedelta(hours=1))
            for at in range(3)
        ]
        unit.shares.add(shares)
        unit.shares.take_back(JAN, unit.shares.of(JAN)[2].id, NOW + DAY)
        assert unit.attention.last_shared("coach", [JAN, FATIMA]) == {JAN: NOW + timedelta(hours=1)}

    await database.write(work)


async def test_a_conversation_that_is_taken_away_leaves_no_line_and_its_messages_stay_known(database: Database) -> None:
    def work(unit: Unit) -> None:
        settle_in(unit, JAN, FATIMA)
        unit.inbox.claim([typed("1"), typed("2", person=FATIMA)])
        unit.inbox.settle([settled("1", 1), settled("2", 1, person=FATIMA)])
        unit.retention.conversation(JAN)
        assert unit.lines.after(JAN, -1, 10) == []
        assert len(unit.lines.after(FATIMA, -1, 10)) == 1
        assert unit.inbox.claim([typed("1")]) == set()

    await database.write(work)
