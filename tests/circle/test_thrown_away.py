"""What is over is thrown away in its time: meetings, hulpvragen, cards, buddies and logs; what still counts stays."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.storage.circle_tables import (
    cards,
    case_asks,
    cases,
    guests,
    intakes,
    meetings,
    pairs,
    profiles,
    signers,
    talks,
)
from bot.storage.retention import Retention
from bot.storage.tables import requests, sessions
from bot.storage.unit import Unit
from tests.circle.living import lived
from tests.circle.town import Town

DAY = timedelta(days=1)
COUNTED = (cards, case_asks, cases, guests, intakes, meetings, pairs, profiles, requests, signers, talks)


async def rows(town: Town) -> dict[str, int]:
    """How many rows there are in each of these tables."""

    def count(unit: Unit) -> dict[str, int]:
        return {
            table.name: unit.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in COUNTED
        }

    return await town.database.read(count)


async def purged(town: Town, what: Callable[[Retention, datetime], int], before: datetime) -> int:
    """What one kind of purge takes, bite by bite."""
    total = 0
    while taken := await town.database.write(lambda unit: what(unit.retention, before)):
        total += taken
    return total


async def test_what_lies_ahead_or_is_open_is_not_touched(both: Town) -> None:
    await lived(both)
    before = await rows(both)
    for what in (Retention.meetings, Retention.cases, Retention.requests, Retention.pairs, Retention.cards):
        assert await purged(both, what, both.clock() - 90 * DAY) == 0
    assert await rows(both) == before
    assert all(before[one.name] for one in COUNTED if one.name != "signers")


async def test_past_meetings_go_with_their_guests(both: Town) -> None:
    one = await lived(both)
    await both.later(days=30)
    assert await purged(both, Retention.meetings, both.clock() - DAY) > 0
    left = await rows(both)
    assert (left["meetings"], left["guests"]) == (0, 0)
    assert await both.database.read(lambda unit: unit.meetings.all_of(one.karin.id)) == []
    assert "niets in je agenda" in (await one.anja.says("agenda"))[0]


async def test_a_closed_hulpvraag_goes_and_the_open_one_stays(both: Town) -> None:
    one = await lived(both)
    assert await purged(both, Retention.cases, both.clock() + DAY) == 1
    assert [case.state for case in await both.database.read(lambda unit: unit.cases.of(one.karin.id))] == ["open"]
    assert await purged(both, Retention.requests, both.clock() + DAY) > 0
    open_now = await both.database.read(lambda unit: unit.requests.open_for([one.karin.id]))
    assert {request.done_at for request in open_now} == {None}
    assert await purged(both, Retention.requests, both.clock() + DAY) == 0


async def test_ended_buddies_keep_apart_until_their_time_and_then_go(both: Town) -> None:
    one = await lived(both)
    assert await purged(both, Retention.pairs, both.clock() + DAY) == 0, "they are buddies"
    await one.karin.says("buddy")
    for label in ("Meer", "Stop met deze buddy", "Ja, ik stop", "Nee, nu niet"):
        await one.karin.presses(label)
    assert await purged(both, Retention.pairs, both.clock() - DAY) == 0
    assert await purged(both, Retention.pairs, both.clock() + DAY) == 1


async def test_cards_go_with_who_signed_them(both: Town) -> None:
    one = await lived(both)
    assert await purged(both, Retention.cards, both.clock() + DAY) == 2
    assert await both.database.read(lambda unit: unit.cards.of(one.karin.id)) == []


async def test_logs_of_talks_and_the_intake_stay_as_long_as_the_journey_and_go_after_it(both: Town) -> None:
    one = await lived(both)
    ahead = both.clock() + DAY
    assert await purged(both, Retention.answers, ahead) == 0, "nobody stopped"
    await both.database.write(lambda unit: unit.people.set_status(one.karin.id, "stopped"))
    assert await purged(both, Retention.answers, ahead) == 1
    left = await both.database.read(lambda unit: [*unit.talks.of(one.karin.id), unit.intakes.get(one.karin.id)])
    assert left == [None]
    assert await both.database.read(lambda unit: unit.pairs.profile_of(one.henk.id)) is not None
    kept = await both.database.read(lambda unit: unit.connection.execute(select(sessions.c.person_id)).scalars().all())
    assert one.karin.id not in kept
