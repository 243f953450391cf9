"""What a person types stays between them and their own screen: not in a log, not in the clear, not with another."""

import logging

import pytest
from structlog.testing import capture_logs

from bot.content.models.steps import DateStep, TextStep
from bot.storage.unit import Unit
from tests.scenarios.chat import COURSE
from tests.scenarios.home import FAR, Guest, Home

CANARY = "kanarievogel"
NUMBER = "111222333"
"""Passes the check of a citizen service number; it was never given to anybody."""


async def sing(home: Home, guest: Guest) -> int:
    """Types a canary at every question of the welcome and the first course; gives how often."""
    await guest.until("naam")
    await guest.says(f"{CANARY} zelf")
    count = 0
    for _ in range(FAR):
        ask, step = await guest.question()
        kind = type(home.house.library.graph.get((COURSE, step)))
        if ask.free and kind is not DateStep:
            count += 1
            await guest.says(f"{CANARY} {count} bij {step}")
        else:
            await guest.says(f"{CANARY} zomaar")
            await guest.answers()
        if step in {one.id for one in home.house.library.flows["menu"].steps}:
            return count
    raise AssertionError("the course never ended")


async def test_a_canary_is_in_no_log_in_no_clear_column_and_with_nobody_else(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    other = await home.guest("Karin")
    with capture_logs() as logs:
        guest = await home.guest("Fatma")
        sung = await sing(home, guest)
        await home.later(days=1)
    questions = [one for one in home.house.library.flows[COURSE].steps if isinstance(one, TextStep)]
    assert sung > len(questions) // 2
    assert CANARY not in str(logs)
    assert CANARY not in caplog.text
    assert not [one for one in await home.clear_values() if CANARY in one]
    assert CANARY.encode() not in home.on_disk()
    assert not [one for one in await other.heard() if CANARY in one.text]


async def test_the_own_words_are_all_in_the_copy_that_the_person_can_ask_for(home: Home) -> None:
    guest = await home.guest("Fatma")
    await sing(home, guest)
    copy = str(await home.house.desk.export(guest.visit))
    for line in await guest.lines():
        if line.kind == "text" and not line.out:
            assert line.text in copy


async def test_words_that_break_a_turn_are_in_no_log_either(home: Home) -> None:
    guest = await home.guest("Fatma")
    with capture_logs() as logs:
        await guest.says(f"{CANARY}\x00\x1b[31m")
        await guest.says(f"{CANARY} " + "\u202e" * 50)
        await guest.take("press", data=CANARY)
        await guest.take("command", data=CANARY)
        await guest.take("photo", media=CANARY)
        await guest.take("press", data="9" * 4000)
    assert CANARY not in str(logs)
    assert CANARY.encode() not in home.on_disk()
    assert await guest.answers()


async def test_a_coach_sees_that_someone_wants_to_talk_and_nothing_that_was_typed(home: Home) -> None:
    guest = await home.guest("Fatma")
    await sing(home, guest)

    def seen(unit: Unit) -> str:
        return str([unit.requests.open_for([guest.visit.person]), unit.progress.of(guest.visit.person)])

    found = await home.house.database.read(seen)
    assert "want_talk" in found
    assert CANARY not in found


async def test_only_the_shared_text_goes_to_the_coach(home: Home) -> None:
    guest = await home.guest("Fatma")
    await sing(home, guest)
    shares = await home.house.database.read(lambda unit: unit.shares.of(guest.visit.person))
    previews = dict.fromkeys(one.text for one in await guest.heard() if one.kind == "quote")
    assert len(shares) > 1
    assert [one.text for one in shares] == list(previews)


@pytest.mark.parametrize("step", ["naam", "toestemming", "l1-succes"])
async def test_a_citizen_service_number_is_nowhere_on_disk_and_not_in_the_own_copy(home: Home, step: str) -> None:
    guest = await home.guest("Fatma")
    await guest.until(step)
    await guest.says(f"mijn bsn is {NUMBER}")
    await guest.says("111 22 23 33")
    own = [line.text for line in await guest.lines()] + [str(await home.house.desk.export(guest.visit))]
    digits = "".join(one for text in own for one in text if one.isdigit() or one.isalpha())
    assert NUMBER not in digits
    assert NUMBER.encode() not in home.on_disk()


async def test_a_signal_of_danger_leaves_no_trace_for_anybody(home: Home) -> None:
    text = next(one.yes[0] for one in home.house.library.signals if one.kind == "crisis-certain")
    guest = await home.guest("Fatma")
    await guest.says(text)

    def seen(unit: Unit) -> tuple[int, int]:
        return len(unit.requests.open_for([guest.visit.person])), len(unit.shares.of(guest.visit.person))

    assert await home.house.database.read(seen) == (0, 0)
    assert not [one for one in await home.clear_values() if text in one]
