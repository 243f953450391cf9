"""After a crisis Opstap asks how it goes: a quarter of an hour later and the next morning, also at night."""

from datetime import UTC, datetime

import pytest

from bot.storage.unit import Unit
from tests.scenarios.chat import COURSE
from tests.scenarios.home import FAR, Guest, Home

FLOW = "crisis-daarna"


async def in_danger(home: Home) -> Guest:
    """Someone in the first course who wrote something that cannot wait."""
    guest = await home.guest("Sanne")
    await guest.until("l1-succes")
    await guest.says(next(one.yes[0] for one in home.house.library.signals if one.kind == "crisis-certain"))
    return guest


async def told(home: Home, guest: Guest, ticks: float) -> list[str]:
    """The steps of what was said while `ticks` minutes passed."""
    before = len(await guest.heard())
    await home.later(minutes=ticks)
    return [one.step for one in (await guest.heard())[before:]]


def first_step(home: Home) -> str:
    return home.house.library.flows[FLOW].steps[0].id


async def test_a_quarter_of_an_hour_later_is_asked_how_it_goes_and_not_before(home: Home) -> None:
    guest = await in_danger(home)
    assert await told(home, guest, 14) == []
    assert await told(home, guest, 1) == [first_step(home)]
    assert await told(home, guest, 60) == []


async def test_the_next_morning_at_ten_is_asked_again(home: Home) -> None:
    guest = await in_danger(home)
    await told(home, guest, 20)
    home.now = datetime(2026, 3, 3, 8, 59, tzinfo=UTC)
    assert await told(home, guest, 0) == []
    assert await told(home, guest, 2) == [first_step(home)]
    home.now = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
    assert await told(home, guest, 0) == []


@pytest.mark.parametrize("moment", [datetime(2026, 3, 2, 22, 40, tzinfo=UTC), datetime(2026, 3, 8, 3, 0, tzinfo=UTC)])
async def test_quiet_hours_and_sundays_do_not_hold_it(home: Home, moment: datetime) -> None:
    home.now = moment
    guest = await in_danger(home)
    assert await told(home, guest, 16) == [first_step(home)]


async def test_ten_in_the_morning_stays_ten_when_the_clock_goes_forward(home: Home) -> None:
    home.now = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    guest = await in_danger(home)
    await told(home, guest, 20)
    home.now = datetime(2026, 3, 29, 7, 59, tzinfo=UTC)
    assert await told(home, guest, 0) == []
    assert await told(home, guest, 2) == [first_step(home)]


async def test_after_hours_of_silence_of_the_server_only_the_next_morning_counts(home: Home) -> None:
    guest = await in_danger(home)
    assert await told(home, guest, 5 * 60) == []
    home.now = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)
    assert await told(home, guest, 0) == [first_step(home)]


async def test_two_crises_on_one_day_are_asked_about_once(home: Home) -> None:
    guest = await in_danger(home)
    await home.later(minutes=10)
    await guest.says(next(one.yes[0] for one in home.house.library.signals if one.kind == "crisis-certain"))
    assert await told(home, guest, 10) == []
    assert await told(home, guest, 6) == [first_step(home)]


async def test_the_question_is_urgent_and_the_course_waits_at_its_bookmark(home: Home) -> None:
    guest = await in_danger(home)
    await home.later(minutes=16)
    assert {one.duty for one in (await guest.heard())[-1:]} == {"crisis"}
    menu = {one.id for one in home.house.library.flows["menu"].steps}
    await guest.answers()
    await guest.says("hallo")
    assert (await guest.question())[1] in menu
    for _ in range(FAR):
        if (await guest.question())[1] == "l1-succes":
            break
        await guest.answers()
    assert (await guest.heard())[-1].place is not None


async def test_who_still_has_it_as_hard_gets_the_numbers_again(home: Home) -> None:
    guest = await in_danger(home)
    await home.later(minutes=16)
    options = home.house.library.flows[FLOW].steps[0].options  # type: ignore[union-attr]
    await guest.presses([one.value for one in options].index("zwaar"))
    said = " ".join(one.text for one in (await guest.heard())[-5:])
    assert "112" in said
    assert "113" in said
    assert await told(home, guest, 16) == [first_step(home)]


async def test_nobody_hears_of_it(home: Home) -> None:
    guest = await in_danger(home)
    await home.later(minutes=16)

    def seen(unit: Unit) -> int:
        return len(unit.requests.open_for([guest.visit.person])) + len(unit.shares.of(guest.visit.person))

    assert await home.house.database.read(seen) == 0
    assert COURSE in home.house.library.flows
