"""Telegram away for minutes, an hour, a day; slow, busy, or shut: nothing is lost, nothing comes twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.telegram.home import Mode, TelegramHome, eventually
from tests.channels.telegram.hours import Hours, living
from tests.channels.telegram.talks import HARD, LONG
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.household import Clock

CRY, HELP = "i will end my life", "Call 112."
AWAY = [timedelta(minutes=3), timedelta(hours=1), timedelta(hours=23)]
A_WHILE = timedelta(minutes=6)
"""Longer than anything here waits between two tries."""
TURNS = 20
"""How often that is waited for at most."""
PATIENCE, TOO_LONG = 2.0, 3
"""Seconds that an answer is waited for, and that it takes."""


@pytest.fixture
def hours(clock: Clock) -> Hours:
    """The time of the house."""
    return Hours(clock)


@pytest.fixture
async def house(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, hours: Hours, mode: Mode
) -> AsyncIterator[TelegramHome]:
    """A house in which nobody really waits, by polling and by webhook."""
    async with living(sqlite_url, vault, tmp_path, fake, hours, mode) as one:
        yield one


@pytest.fixture
async def hasty(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, hours: Hours
) -> AsyncIterator[TelegramHome]:
    """One that waits only so long for an answer."""
    async with living(sqlite_url, vault, tmp_path, fake, hours, "polling", patience=PATIENCE) as one:
        yield one


async def words(house: TelegramHome, name: str = "Ruud") -> tuple[Phone, str]:
    """Someone who is asked for a word."""
    phone, person = await house.agreed(name)
    phone.presses("Words")
    await phone.reads("A word?")
    return phone, person


def typed(house: TelegramHome, phone: Phone, text: str) -> Inbound:
    """Words that were taken just before the platform fell away."""
    return house.inbound(text, str(phone.chat.id), channel="telegram", external_id=f"typed-{text}-{phone.chat.id}")


async def rises(house: TelegramHome, hours: Hours, away: timedelta) -> None:
    """The platform is gone for so long, and then there is time enough for everything that was waited for."""
    await hours.go(away)
    await house.fake.rise()
    await hours.go(A_WHILE)


async def in_time(hours: Hours, phone: Phone, holds: Callable[[Phone], bool]) -> None:
    """Until this holds; meanwhile the time goes on, because a line that was busy begins to wait a little later."""
    for _ in range(TURNS):
        if holds(phone):
            return
        await hours.go(A_WHILE)
    await phone.until(holds)


@pytest.mark.parametrize("away", AWAY, ids=str)
async def test_what_people_did_while_the_platform_was_gone_is_answered_and_a_lost_press_is_asked_again(
    house: TelegramHome, hours: Hours, away: timedelta
) -> None:
    presser, _ = await house.agreed("Fatima")
    writer, person = await words(house)
    await falls(house, writer)
    presser.presses("Words")
    writer.says("still here")
    seen = {one: len(one.said) for one in (presser, writer)}
    await rises(house, hours, away)
    await writer.until(lambda one: one.texts[seen[one] :] == ["Which door?"])
    assert (await house.where(person)).answers["welkom/word"].value == "still here"
    await presser.until(lambda one: one.texts[seen[one] :] == ["<resumed>", "Which door?"])
    presser.presses("Words")
    await presser.reads("A word?")


@pytest.mark.parametrize("away", AWAY, ids=str)
async def test_what_was_to_be_said_while_the_platform_was_gone_comes_once_and_in_order(
    house: TelegramHome, hours: Hours, away: timedelta
) -> None:
    phone, person = await house.agreed()
    seen = await falls(house, phone)
    await house.turns.submit(await pressed(house, phone, person, "Odd"))
    await rises(house, hours, away)
    await in_time(hours, phone, lambda one: one.texts[-1] == "Which door?")
    first, second, third, *rest = phone.texts[seen:]
    assert (first, f"{second} {third}") == (HARD, LONG)
    assert rest == ["<download>", "Which door?"], "and it is not asked once more"
    assert await fates(house, person) == {"sent"}


@pytest.mark.parametrize("away", AWAY, ids=str)
async def test_help_in_a_crisis_that_could_not_leave_comes_before_all_else_and_once(
    house: TelegramHome, hours: Hours, away: timedelta
) -> None:
    phone, person = await words(house)
    seen = await falls(house, phone)
    await house.turns.submit(typed(house, phone, "one"))
    await house.turns.submit(typed(house, phone, CRY))
    await rises(house, hours, away)
    await in_time(hours, phone, lambda one: len(one.said) == seen + 3)
    assert phone.texts[seen:] == [HELP, "Is someone there?", "Which door?"]
    assert await fates(house, person) == {"sent"}


async def test_a_platform_that_stays_away_over_a_restart_of_the_house_gets_everything_later(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, hours: Hours, mode: Mode
) -> None:
    database = Database(sqlite_url, vault)

    def house() -> TelegramHome:
        return TelegramHome(database, tmp_path, fake, clock=hours.clock, mode=mode, sleep=hours.sleep)

    async with house() as one:
        phone, person = await words(one)
        seen = await falls(one, phone)
        await one.turns.submit(typed(one, phone, "one"))
        await hours.go(timedelta(hours=2))
    async with house() as one:
        phone.says("two")
        await hours.go(timedelta(hours=2))
        await fake.rise()
        await hours.go(A_WHILE)
        await in_time(hours, phone, lambda phone: len(phone.said) > seen + 1)
        assert (await one.heard(person))[-2:] == ["one", "two"]
        assert phone.texts[seen:][0] == "Which door?"
    database.close()


async def test_a_chat_that_must_wait_ten_minutes_waits_ten_minutes_and_nobody_else_does(
    house: TelegramHome, hours: Hours
) -> None:
    slow, person = await words(house, "Fatima")
    quick, _ = await words(house)
    seen = len(slow.said)
    house.fake.faults.add(Fault(kind="busy", chat=slow.chat.id, method="sendMessage", seconds=600))
    slow.says("one")
    await eventually(lambda: house.fake.refused["sendMessage"] == 1)
    quick.says("two")
    await quick.reads("Which door?")
    await hours.go(timedelta(seconds=590))
    assert slow.texts[seen:] == []
    slow.says(CRY)
    await slow.until(lambda one: one.texts[seen:] == [HELP, "Is someone there?"])
    await hours.go(timedelta(seconds=30))
    await slow.until(lambda one: one.texts[seen:] == [HELP, "Is someone there?", "Which door?"])
    assert house.fake.refused["sendMessage"] == 1, "nobody knocked before it was time"
    assert await fates(house, person) == {"sent"}


async def test_a_refusal_without_a_time_is_waited_for_a_while_and_nothing_is_lost(
    house: TelegramHome, hours: Hours
) -> None:
    phone, person = await words(house)
    seen = len(phone.said)
    house.fake.faults.add(Fault(kind="choked", chat=phone.chat.id, method="sendMessage"))
    phone.says("one")
    await eventually(lambda: house.fake.refused["sendMessage"] == 1)
    await hours.go(timedelta(seconds=20))
    assert phone.texts[seen:] == []
    await hours.go(timedelta(seconds=20))
    await in_time(hours, phone, lambda one: one.texts[seen:] == ["Which door?"])
    assert await fates(house, person) == {"sent"}


async def test_a_question_that_fell_in_an_hour_of_502_may_have_arrived_and_is_asked_again_after_it(
    house: TelegramHome, hours: Hours
) -> None:
    phone, person = await house.agreed()
    other = house.phone("Wim")
    await house.quiet()
    await house.desk.heard(hours.clock())
    house.fake.down = True
    house.fake.bot.hang_up()
    seen = len(phone.said)
    await house.turns.submit(await pressed(house, phone, person, "Words"))
    await hours.go(timedelta(hours=1))
    assert list((await house.states(person)).values())[-1] == "unknown"
    house.fake.down = False
    other.says("hello")
    await hours.go(A_WHILE)
    await in_time(hours, phone, lambda one: one.texts[seen:] == ["<resumed>", "A word?"])
    phone.says("star")
    await phone.reads("Which door?")
    assert (await house.where(person)).answers["welkom/word"].value == "star"


async def test_an_answer_that_takes_too_long_counts_as_arrived_and_is_not_sent_again(
    hasty: TelegramHome, hours: Hours
) -> None:
    phone, person = await words(hasty)
    hasty.fake.faults.add(Fault(kind="slow", method="sendMessage", chat=phone.chat.id, seconds=TOO_LONG))
    phone.says("one")
    await phone.reads("Which door?")
    await hasty.quiet()
    await hours.go(A_WHILE)
    assert phone.texts.count("Which door?") == 2
    assert list((await hasty.states(person)).values())[-1] == "unknown"
    phone.presses("Numbers")
    await phone.reads("How much?")


async def test_help_whose_answer_takes_too_long_is_shown_once_more_and_never_a_third_time(
    hasty: TelegramHome, hours: Hours
) -> None:
    phone, _ = await words(hasty)
    slow = Fault(kind="slow", method="sendMessage", chat=phone.chat.id, seconds=TOO_LONG, times=2)
    hasty.fake.faults.add(slow)
    phone.says(CRY)
    await phone.reads(HELP)
    await asyncio.sleep(PATIENCE + 0.5)
    await hours.go(A_WHILE)
    await phone.reads(HELP)
    await hasty.quiet()
    await hours.go(A_WHILE)
    assert phone.texts.count(HELP) == 2


async def test_the_same_press_ten_times_at_once_is_one_answer(house: TelegramHome) -> None:
    phone, person = await house.agreed()
    phone.presses("Words")
    updates = house.fake.bot.updates
    [press] = [one for one in updates.waiting() if "callback_query" in one.update]
    for at in range(10):
        updates.again(910_000_000 + at, press.update, phone.chat.id)
    await phone.reads("A word?")
    await eventually(lambda: not updates.waiting())
    await house.quiet()
    assert phone.texts.count("A word?") == 1
    assert (await house.heard(person)).count("Words") == 1


async def test_a_text_that_overtakes_a_press_and_one_that_is_overtaken_are_both_answered(house: TelegramHome) -> None:
    phone, _ = await house.agreed()
    asked = phone.with_button("Words")
    assert asked is not None
    data = asked.rows[0][0]["callback_data"]
    phone.presses_data(data, asked)
    phone.says("star")
    await phone.until(lambda one: one.texts[-2:] == ["A word?", "Which door?"])
    door = phone.said[-1]
    phone.says("numbers")
    phone.presses_data(door.rows[0][0]["callback_data"], door)
    await phone.until(lambda one: one.texts[-2:] == ["<stale_button>", phone.said[-3].text])
    assert phone.said[-1].text.startswith("How much?")


async def test_a_revoked_token_is_told_once_and_everything_goes_on_when_it_is_good_again(
    house: TelegramHome, hours: Hours, capsys: pytest.CaptureFixture[str]
) -> None:
    phones = [(await words(house, name))[0] for name in ("Fatima", "Ruud", "Wim")]
    seen = [len(one.said) for one in phones]
    capsys.readouterr()
    house.fake.revoked.add(TOKEN)
    for one in phones:
        await house.turns.submit(typed(house, one, "one"))
    await hours.go(timedelta(minutes=1))
    assert capsys.readouterr().out.count("telegram.token_refused") == 1, "within a minute"
    await hours.go(timedelta(hours=3))
    assert capsys.readouterr().out.count("telegram.token_refused") == 0, "and not again"
    house.fake.revoked.clear()
    await hours.go(A_WHILE)
    for at, one in zip(seen, phones, strict=True):
        await one.until(lambda phone, at=at: phone.texts[at:][:1] == ["Which door?"])  # type: ignore[misc]  # a default binds
    assert "telegram.token_accepted" in capsys.readouterr().out
    house.fake.revoked.add(TOKEN)
    house.fake.bot.hang_up()
    await hours.go(timedelta(minutes=1))
    assert capsys.readouterr().out.count("telegram.token_refused") == 1, "a second time is told anew"


async def test_who_blocks_the_bot_is_marked_nobody_is_told_and_who_writes_again_is_answered(
    house: TelegramHome, capsys: pytest.CaptureFixture[str]
) -> None:
    phone, person = await words(house, "Fatima")
    other, _ = await words(house)
    seen, sent = len(other.said), house.fake.refused["sendMessage"]
    phone.chat.blocked = True
    await house.turns.submit(typed(house, phone, "one"))
    await house.turns.submit(typed(house, phone, "two"))
    await house.quiet()
    assert await unreachable(house, person)
    assert house.fake.refused["sendMessage"] == sent + 1, "what waited behind it was not tried"
    assert len(other.said) == seen
    phone.unblocks()
    phone.says("numbers")
    await phone.reads("How much?")
    assert not await unreachable(house, person)
    assert "Fatima" not in capsys.readouterr().out


async def fates(house: TelegramHome, person: str) -> set[str]:
    """How the sending of everything that was said to this person went."""
    await house.quiet()
    return set((await house.states(person)).values())


async def unreachable(house: TelegramHome, person: str) -> bool:
    """Whether it is noted that this person cannot be reached."""
    found = await house.database.read(lambda unit: unit.people.by_ids([person])[person])
    return found.unreachable_at is not None


async def falls(house: TelegramHome, phone: Phone) -> int:
    """The platform is gone when all was quiet; gives how much this phone has read."""
    await house.quiet()
    await house.desk.heard(house.clock())
    await house.fake.fall()
    return len(phone.said)


async def pressed(house: TelegramHome, phone: Phone, person: str, label: str) -> Inbound:
    """A press that was taken just before the platform fell away."""
    asked = (await house.where(person)).asked
    assert asked is not None, "nothing is asked"
    at = next(at for at, one in enumerate(asked.choices) if one.label == label)
    return house.inbound(
        "",
        str(phone.chat.id),
        channel="telegram",
        external_id=f"pressed-{label}",
        kind="press",
        data=f"{asked.seq}:{at}",
    )
