"""The outbox: everything goes out, in order for each person, and nothing twice but help in a crisis."""

import asyncio
from datetime import datetime
from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.messages import Duty
from bot.storage.database import Database
from bot.storage.outbox import BubbleToSend, NewBubble
from bot.storage.unit import Unit
from tests.storage.cast import DAY, FATIMA, JAN, MINUTE, NOW, SECOND, bubble, settle_in
from tests.storage.spy import analyze, plan, statements

PERSONS = count(1)


async def queued(database: Database, *bubbles: NewBubble) -> list[int]:
    """Jan and Fatima, and bubbles that wait for them."""

    def put(unit: Unit) -> list[int]:
        if not unit.organisations.all():
            settle_in(unit, JAN, FATIMA)
        return unit.outbox.add(bubbles)

    return await database.write(put)


async def claimed(database: Database, now: datetime = NOW, limit: int = 100) -> list[BubbleToSend]:
    """What a sender gets now."""
    return await database.write(lambda unit: unit.outbox.claim(now, limit, channels=["telegram"]))


async def places(database: Database, now: datetime = NOW, limit: int = 100) -> list[int]:
    """The places in the conversation of what a sender gets now."""
    return [one.n for one in await claimed(database, now, limit)]


async def arrived(database: Database, id: int) -> None:
    """The channel took this bubble."""
    await database.write(lambda unit: unit.outbox.mark_sent([id], NOW))


async def test_a_bubble_goes_out_as_it_came_in(database: Database) -> None:
    [id] = await queued(database, bubble(1, body=b'{"text":"hi"}'))
    [sent] = await claimed(database)
    assert sent == BubbleToSend(
        id=id,
        person_id=JAN,
        channel="telegram",
        address=JAN,
        n=1,
        duty="course",
        body=b'{"text":"hi"}',
        tries=1,
    )


async def test_ids_come_in_the_order_of_the_bubbles(database: Database) -> None:
    bubbles = [bubble(n, person=person) for n in range(150, 0, -1) for person in (JAN, FATIMA)]
    ids = await queued(database, *bubbles)
    by_id = {one.id: (one.person_id, one.n) for one in await claimed(database, limit=400)}
    assert [by_id[id] for id in ids] == [(one.person_id, one.n) for one in bubbles]


async def test_a_place_in_a_conversation_is_given_once(database: Database) -> None:
    await queued(database, bubble(1))
    with pytest.raises(IntegrityError):
        await queued(database, bubble(1))


async def test_bubbles_go_out_in_order_and_once(database: Database) -> None:
    await queued(database, bubble(1), bubble(2), bubble(3))
    assert await places(database, limit=2) == [1, 2]
    assert await places(database) == []


async def test_what_follows_a_bubble_that_is_being_sent_waits(database: Database) -> None:
    ids = await queued(database, bubble(1), bubble(2))
    assert await places(database, limit=1) == [1]
    assert await places(database) == []
    await database.write(lambda unit: unit.outbox.mark_sent(ids[:1], NOW))
    assert await places(database) == [2]


async def test_what_follows_a_bubble_that_must_be_tried_again_waits(database: Database) -> None:
    ids = await queued(database, bubble(1), bubble(2), bubble(1, person=FATIMA))
    assert await places(database, limit=1) == [1]
    await database.write(lambda unit: unit.outbox.mark_failed(ids[0], "ChannelError", NOW + MINUTE))
    assert [(one.person_id, one.n) for one in await claimed(database)] == [(FATIMA, 1)]
    again = await claimed(database, NOW + MINUTE)
    assert [(one.n, one.tries) for one in again] == [(1, 2), (2, 1)]


async def test_a_tried_bubble_still_goes_first_when_only_one_fits(database: Database) -> None:
    ids = await queued(database, bubble(1), bubble(2))
    await claimed(database, limit=1)
    await database.write(lambda unit: unit.outbox.mark_failed(ids[0], "ChannelError", NOW + SECOND))
    assert (await places(database, NOW + DAY, limit=1))[0] == 1


async def test_a_bubble_never_passes_one_that_waits_behind_another(database: Database) -> None:
    """The first was tried and comes late, the second was due at once, the third is due later than both."""
    ids = await queued(database, bubble(1), bubble(2), bubble(3, due_at=NOW + 2 * MINUTE))
    await claimed(database, limit=1)
    await database.write(lambda unit: unit.outbox.mark_failed(ids[0], "ChannelError", NOW + MINUTE))
    assert await places(database, NOW + DAY) == [1, 2, 3]


async def test_what_someone_gets_elsewhere_holds_up_nothing(database: Database) -> None:
    web = NewBubble(person_id=JAN, channel="web", address="w", n=1, body=b"", due_at=NOW)
    await queued(database, web, bubble(2))
    await database.write(lambda unit: unit.outbox.claim(NOW, 9, channels=["web"]))
    assert await places(database) == [2]


async def test_a_bubble_that_was_given_up_holds_up_nothing(database: Database) -> None:
    ids = await queued(database, bubble(1), bubble(2))
    await claimed(database, limit=1)
    await database.write(lambda unit: unit.outbox.mark_failed(ids[0], "ChannelError", None))
    assert await places(database) == [2]


async def test_a_bubble_for_later_stays(database: Database) -> None:
    await queued(database, bubble(1, due_at=NOW + MINUTE))
    assert await places(database, NOW + MINUTE - SECOND) == []
    assert await places(database, NOW + MINUTE) == [1]


async def test_help_in_a_crisis_passes_everything_else(database: Database) -> None:
    many = [bubble(n, person=FATIMA) for n in range(1, 51)]
    await queued(database, *many, bubble(1), bubble(2, duty="crisis"))
    first, *_ = await claimed(database, limit=1)
    assert (first.person_id, first.n) == (JAN, 2)


async def test_help_in_a_crisis_passes_a_bubble_that_must_be_tried_again(database: Database) -> None:
    ids = await queued(database, bubble(1), bubble(2, duty="crisis"), bubble(3, duty="crisis"))
    assert await places(database, limit=3) == [2, 3, 1]
    await database.write(lambda unit: unit.outbox.mark_failed(ids[2], "ChannelError", NOW + MINUTE))
    ids += await queued(database, bubble(4, duty="crisis"), bubble(5))
    await database.write(lambda unit: unit.outbox.mark_sent(ids[:2], NOW))
    assert await places(database) == []
    assert await places(database, NOW + MINUTE) == [3, 4]
    await arrived(database, ids[2])
    assert await places(database, NOW + MINUTE) == []
    await arrived(database, ids[3])
    assert await places(database, NOW + MINUTE) == [5]


async def test_a_sender_gets_only_its_own_channels(database: Database) -> None:
    await queued(database, bubble(1))
    assert await database.write(lambda unit: unit.outbox.claim(NOW, 9, channels=["slack", "web"])) == []
    assert await database.write(lambda unit: unit.outbox.claim(NOW, 9, channels=[])) == []
    assert len(await database.write(lambda unit: unit.outbox.claim(NOW, 9, channels=["web", "telegram"]))) == 1


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(["course", "crisis"]), st.integers(0, 3)),
        st.tuples(st.just("send"), st.just(""), st.integers(1, 4)),
        st.tuples(st.just("fail"), st.just(""), st.integers(1, 5)),
        st.tuples(st.just("wait"), st.just(""), st.integers(1, 5)),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_whatever_happens_nobody_gets_the_second_before_the_first(
    database: Database, steps: list[tuple[str, str, int]]
) -> None:
    """Help in a crisis may pass; among themselves neither help nor the rest ever change places."""
    person = f"person{next(PERSONS):010d}"
    await database.write(lambda unit: settle_in(unit, person))
    now, added, held, sent = NOW, 0, list[BubbleToSend](), list[BubbleToSend]()

    async def take(limit: int) -> None:
        held.extend(one for one in await claimed(database, now, limit) if one.person_id == person)

    for what, duty, number in [*steps, *[("wait", "", 9), ("send", "", 9), ("send", "", 9)] * 25]:
        if what == "add":
            added += 1
            new = bubble(added, person=person, due_at=now + number * SECOND, duty=lane_of(duty))
            await database.write(partial(put, new))
        elif what == "wait":
            now += number * SECOND
        elif what == "send":
            await take(number)
            sent += held
            await database.write(partial(mark, [one.id for one in held]))
            held.clear()
        else:
            await take(number)
            for one in held:
                await database.write(partial(fail, one.id, now + number * SECOND))
            held.clear()
    assert sorted(one.n for one in sent) == list(range(1, added + 1))
    for lane in ("course", "crisis"):
        places = [one.n for one in sent if one.duty == lane]
        assert places == sorted(places)


def lane_of(duty: str) -> Duty:
    """The duty that a generated word means."""
    return "crisis" if duty == "crisis" else "course"


def put(new: NewBubble, unit: Unit) -> None:
    """Queues one bubble."""
    unit.outbox.add([new])


def mark(ids: list[int], unit: Unit) -> None:
    """These arrived."""
    unit.outbox.mark_sent(ids, NOW)


def fail(id: int, retry_at: datetime, unit: Unit) -> None:
    """This one must be tried again."""
    unit.outbox.mark_failed(id, "ChannelError", retry_at)


async def test_two_senders_at_once_never_take_the_same_bubble(database: Database) -> None:
    await queued(database, *[bubble(n, person=person) for n in range(1, 41) for person in (JAN, FATIMA)])
    batches = await asyncio.gather(*(claimed(database, limit=30) for _ in range(8)))
    for batch in batches:
        for person in (JAN, FATIMA):
            mine = [one.n for one in batch if one.person_id == person]
            assert mine == sorted(mine)
    # Whoever took someone's first bubbles holds up the rest of them, so that order never depends on luck.
    owners = {(one.person_id, at) for at, batch in enumerate(batches) for one in batch}
    assert len(owners) == 2
    ids = [one.id for batch in batches for one in batch]
    assert len(ids) == len(set(ids)) == 30


@pytest.mark.parametrize(("duty", "again"), [("course", []), ("crisis", [1])])
async def test_an_unknown_outcome_is_tried_again_only_in_a_crisis(
    database: Database, duty: str, again: list[int]
) -> None:
    one = bubble(1, duty="crisis" if duty == "crisis" else "course")
    ids = await queued(database, one)
    await claimed(database)
    await database.write(lambda unit: unit.outbox.mark_unknown(ids, "TimeoutError", NOW + SECOND))
    assert await places(database, NOW) == []
    assert await places(database, NOW + SECOND) == again
    await database.write(lambda unit: unit.outbox.mark_unknown(ids, "TimeoutError", NOW + SECOND))
    assert await places(database, NOW + DAY) == []


async def test_after_a_crash_what_was_being_sent_is_settled(database: Database) -> None:
    await queued(database, bubble(1), bubble(2, duty="crisis"), bubble(3))
    assert await places(database, limit=2) == [2, 1]
    later = NOW + MINUTE
    assert await database.write(lambda unit: unit.outbox.recover(NOW, later)) == 0
    assert await database.write(lambda unit: unit.outbox.recover(later, later)) == 2
    assert [(one.n, one.tries) for one in await claimed(database, later)] == [(2, 2)]
    states = [line.state for line in await database.read(lambda unit: unit.lines.after(JAN, 0, 9))]
    assert states == ["unknown", "sending", "waiting"]


async def test_what_waited_for_its_next_try_goes_out_after_a_restart(database: Database) -> None:
    [first, _] = await queued(database, bubble(1), bubble(2))
    await claimed(database)
    await database.write(lambda unit: unit.outbox.mark_failed(first, "Away", NOW + DAY))
    await database.write(lambda unit: unit.outbox.recover(NOW + SECOND, NOW + SECOND, begun=()))
    assert await places(database, NOW + SECOND) == [1, 2]


async def test_what_was_sent_says_when(database: Database) -> None:
    ids = await queued(database, bubble(1))
    await database.write(lambda unit: unit.outbox.mark_sent(ids, NOW + SECOND))
    [row] = await database.read(lambda unit: unit.outbox.history(JAN, 0, 9))
    assert (row.state, row.at) == ("sent", NOW + SECOND)


async def test_what_waits_for_someone_unreachable_is_given_up(database: Database) -> None:
    await queued(database, bubble(1), bubble(2), bubble(1, person=FATIMA))
    assert await database.write(lambda unit: unit.outbox.drop_waiting(JAN, "UnreachableError")) == 2
    assert [one.person_id for one in await claimed(database)] == [FATIMA]


async def test_a_sender_knows_when_to_wake_up(database: Database) -> None:
    assert await database.read(lambda unit: unit.outbox.next_due(["telegram"])) is None
    await queued(database, bubble(1, due_at=NOW + DAY), bubble(2, due_at=NOW + MINUTE))
    assert await database.read(lambda unit: unit.outbox.next_due(["telegram"])) == NOW + MINUTE
    assert await database.read(lambda unit: unit.outbox.next_due(["slack"])) is None


async def test_claiming_goes_through_indexes_however_long_the_history(database: Database) -> None:
    ids = await queued(database, *[bubble(n) for n in range(5000)])
    await database.write(lambda unit: unit.outbox.mark_sent(ids, NOW))
    await queued(database, bubble(5000), bubble(5001))
    await database.write(lambda unit: analyze(unit.connection))

    def look(unit: Unit) -> str:
        with statements() as ran:
            assert [one.n for one in unit.outbox.claim(NOW, 50, channels=["telegram"])] == [5000, 5001]
        [claim] = [one for one in ran if "UPDATE outbox" in one[0] and "course" in str(one[1])]
        return plan(unit.connection, *claim)

    found = await database.write(look)
    assert "ix_outbox_state_due_at" in found
    assert "SCAN outbox" not in found
    assert "SCAN earlier" not in found
    assert "Seq Scan" not in found
