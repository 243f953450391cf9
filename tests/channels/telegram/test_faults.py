"""Trouble on the way: too busy, broken, not known what arrived, twice, out of order, away for a while."""

import asyncio
from pathlib import Path

import pytest

from bot.channels.telegram.pacing import Rates
from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.telegram.home import Mode, TelegramHome, eventually
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.household import Clock

CRY = "i will end my life"


async def words(home: TelegramHome, name: str = "Fatima") -> tuple[Phone, str]:
    """Someone who is asked for a word."""
    phone, person = await home.agreed(name)
    phone.presses("Words")
    await phone.reads("A word?")
    return phone, person


async def test_one_chat_that_must_wait_long_holds_up_nobody_else(home: TelegramHome) -> None:
    slow, _ = await words(home)
    quick, _ = await words(home, "Ruud")
    home.fake.faults.add(Fault(kind="busy", chat=slow.chat.id, method="sendMessage", seconds=600))
    slow.says("one")
    quick.says("two")
    await quick.reads("Which door?")
    assert slow.texts[-1] == "A word?"


async def test_a_keyboard_that_must_wait_long_holds_up_no_other_keyboard(home: TelegramHome) -> None:
    assert home.telegram is not None
    home.telegram.settler._slots = asyncio.Semaphore(1)
    slow, _ = await home.come_in()
    quick, _ = await home.come_in("Ruud")
    busy = Fault(kind="busy", chat=slow.chat.id, method="editMessageReplyMarkup", seconds=600)
    home.fake.faults.add(busy)
    slow.presses("Yes")
    await eventually(lambda: home.fake.refused["editMessageReplyMarkup"] == 1)
    asked = quick.with_button("Yes")
    assert asked is not None
    quick.presses("Yes")
    await eventually(lambda: asked.labels == ["✓ Yes"])


async def test_help_in_a_crisis_passes_what_must_wait(home: TelegramHome) -> None:
    phone, person = await words(home)
    home.fake.faults.add(Fault(kind="busy", chat=phone.chat.id, method="sendMessage", seconds=600))
    phone.says("one")
    await eventually(lambda: home.fake.count["sendMessage"] > 0 and not home.fake.faults._waiting)
    phone.says(CRY)
    await phone.reads("Call 112.", seconds=5)
    states = await home.states(person)
    assert "waiting" in states.values(), "the question before it still waits"


async def test_a_short_wait_is_kept_and_then_everything_comes_in_order(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    home.fake.faults.add(Fault(kind="busy", chat=phone.chat.id, seconds=1))
    phone.presses("Odd")
    await phone.reads("a < b")
    await phone.until(lambda one: one.texts[-1] == "Which door?")
    assert phone.texts[-5].startswith("a < b")
    assert phone.texts[-4].startswith("This is sentence")
    assert phone.texts[-2] == "<download>"


@pytest.mark.parametrize("kind", ["lost", "cut"])
async def test_a_bubble_that_may_have_arrived_is_not_shown_twice(home: TelegramHome, kind: str) -> None:
    phone, person = await words(home)
    home.fake.faults.add(Fault(kind=kind, method="sendMessage", chat=phone.chat.id))  # type: ignore[arg-type]
    phone.says("one")
    await phone.reads("Which door?")
    await home.quiet()
    assert phone.texts.count("Which door?") == 2
    assert list((await home.states(person)).values())[-1] == "unknown"


async def test_words_are_no_answer_to_a_question_that_may_not_have_arrived(home: TelegramHome) -> None:
    phone, person = await home.agreed()
    home.fake.faults.add(Fault(kind="broken", method="sendMessage", chat=phone.chat.id))
    phone.presses("Words")
    await eventually(lambda: not home.fake.faults._waiting)
    await home.quiet()
    phone.says("is anybody there")
    await phone.reads("A word?")
    assert "welkom/word" not in (await home.where(person)).answers
    phone.says("now i know what you ask")
    await phone.reads("Which door?")
    assert (await home.where(person)).answers["welkom/word"].value == "now i know what you ask"


async def test_who_presses_again_because_nothing_came_is_asked_again(any_home: TelegramHome) -> None:
    phone, _ = await any_home.agreed()
    door = phone.with_button("Words")
    assert door is not None
    data = door.rows[0][0]["callback_data"]
    any_home.fake.faults.add(Fault(kind="broken", method="sendMessage", chat=phone.chat.id))
    phone.presses("Words")
    await eventually(lambda: door.labels == ["✓ Words"])
    await any_home.quiet()
    phone.presses("✓ Words", door)
    await phone.reads("A word?")
    any_home.fake.faults.add(Fault(kind="broken", method="sendMessage", chat=phone.chat.id))
    phone.says("star")
    await eventually(lambda: not any_home.fake.faults._waiting)
    await any_home.quiet()
    phone.presses_data(data, door)
    await phone.reads("Which door?")


async def test_a_cry_for_help_is_heard_also_when_nobody_knows_what_arrived(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    home.fake.faults.add(Fault(kind="broken", method="sendMessage", chat=phone.chat.id))
    phone.presses("Words")
    await eventually(lambda: not home.fake.faults._waiting)
    await home.quiet()
    phone.says(CRY)
    await phone.reads("Call 112.")


async def test_a_course_bubble_with_a_broken_platform_is_given_up_for_the_same_reason(home: TelegramHome) -> None:
    """The platform says 502 both when it did it and when it did not."""
    phone, person = await words(home)
    home.fake.faults.add(Fault(kind="broken", method="sendMessage", chat=phone.chat.id))
    phone.says("one")
    await eventually(lambda: not home.fake.faults._waiting)
    await home.quiet()
    assert list((await home.states(person)).values())[-1] == "unknown"
    phone.says("anything")
    await phone.reads("Which door?")


@pytest.mark.parametrize(("times", "shown"), [(1, 2), (2, 2), (5, 2)])
async def test_help_in_a_crisis_is_shown_again_when_it_may_not_have_arrived_and_only_once_more(
    home: TelegramHome, times: int, shown: int
) -> None:
    phone, _ = await words(home)
    home.fake.faults.add(Fault(kind="lost", method="sendMessage", chat=phone.chat.id, times=times))
    phone.says(CRY)
    await phone.until(lambda one: one.texts.count("Call 112.") == shown)
    await asyncio.sleep(0.3)
    assert phone.texts.count("Call 112.") == shown


async def test_a_platform_that_refuses_the_connection_gets_everything_later_and_once(home: TelegramHome) -> None:
    phone, person = await words(home)
    assert home.telegram is not None
    channel = home.telegram.channel
    await home.fake.__aexit__()
    result = await home.turns.submit(_typed(phone, "one", home))
    assert [one.channel for one in result.parcels] == ["telegram"]
    await asyncio.sleep(0.3)
    await home.fake.__aenter__()
    await phone.reads("Which door?")
    await home.quiet()
    assert phone.texts.count("Which door?") == 2
    assert set((await home.states(person)).values()) == {"sent"}
    assert channel.name == "telegram"


async def test_who_blocked_the_bot_is_marked_at_the_first_bubble_that_is_refused(home: TelegramHome) -> None:
    phone, person = await words(home)
    phone.chat.blocked = True
    await home.turns.submit(_typed(phone, "one", home))
    await home.quiet()
    found = await home.database.read(lambda unit: unit.people.by_ids([person])[person])
    assert found.unreachable_at is not None
    assert list((await home.states(person)).values())[-1] == "failed"


async def test_the_same_update_ten_times_at_once_has_one_effect(any_home: TelegramHome) -> None:
    phone, person = await words(any_home)
    bubble = phone.says("one")
    for at in range(10):
        any_home.fake.bot.updates.again(900_000_000 + at, {"message": bubble.wire}, phone.chat.id)
    await phone.reads("Which door?")
    await any_home.quiet()
    assert phone.texts.count("Which door?") == 2
    assert (await any_home.heard(person)).count("one") == 1


async def test_a_double_press_is_one_answer(any_home: TelegramHome) -> None:
    phone, person = await any_home.come_in()
    asked = phone.with_button("Yes")
    assert asked is not None
    data = asked.rows[0][0]["callback_data"]
    for _ in range(3):
        phone.presses_data(data, asked)
    await phone.reads("Which door?")
    await any_home.quiet()
    assert phone.texts.count("Which door?") == 1
    assert (await any_home.heard(person)).count("Yes") == 1
    await eventually(lambda: asked.labels == ["✓ Yes"])


async def test_a_press_and_a_text_in_the_wrong_order_are_both_answered(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    asked = phone.with_button("Words")
    assert asked is not None
    phone.says("numbers")
    phone.presses_data(asked.rows[0][0]["callback_data"], asked)
    await phone.reads("How much?")
    await phone.reads("<stale_button>")
    await phone.reads("How much?")


async def test_an_old_button_is_settled_already_and_if_pressed_all_the_same_shows_the_right_step(
    home: TelegramHome,
) -> None:
    phone, _ = await home.agreed()
    old = phone.with_button("Words")
    assert old is not None
    data = old.rows[0][0]["callback_data"]
    phone.presses("Numbers")
    await phone.reads("How much?")
    await eventually(lambda: old.labels == ["✓ Numbers"])
    home.clock.move(days=31)
    phone.presses_data(data, old)
    await phone.reads("<stale_button>")
    await phone.reads("How much?")


async def test_a_question_that_was_answered_in_words_can_no_longer_be_pressed(home: TelegramHome) -> None:
    phone, _ = await home.agreed()
    asked = phone.with_button("Numbers")
    assert asked is not None
    phone.says("numbers")
    await phone.reads("How much?")
    await eventually(lambda: asked.rows == [])


async def test_ids_that_begin_anywhere_after_a_quiet_week_change_nothing(any_home: TelegramHome) -> None:
    phone, person = await words(any_home)
    any_home.clock.move(days=8)
    any_home.fake.bot.updates.restart_ids(700_000_000 if any_home.mode == "webhook" else 900_000_000)
    phone.says("one")
    await phone.reads("Which door?")
    assert (await any_home.where(person)).answers["welkom/word"].value == "one"


async def test_the_pace_keeps_the_platform_from_refusing(
    sqlite_url: str, vault: Vault, tmp_path: Path, clock: Clock
) -> None:
    database = Database(sqlite_url, vault)
    async with FakeTelegram(burst=4) as fake:
        async with TelegramHome(database, tmp_path, fake, clock=clock, rates=Rates(chat_at_once=3)) as home:
            phone, person = await home.agreed()
            phone.presses("Odd")
            await phone.until(lambda one: one.texts[-2:] == ["<download>", "Which door?"], seconds=30)
            await home.quiet()
            assert set((await home.states(person)).values()) == {"sent"}
        assert fake.refused["sendMessage"] == 0
    database.close()


async def test_a_revoked_token_is_told_to_the_operator_and_nothing_is_lost(
    home: TelegramHome, capsys: pytest.CaptureFixture[str]
) -> None:
    phone, person = await words(home)
    home.fake.revoked.add(TOKEN)
    await home.turns.submit(_typed(phone, "one", home))
    await asyncio.sleep(0.3)
    assert "telegram.token_refused" in capsys.readouterr().out
    assert "waiting" in (await home.states(person)).values()


async def test_a_second_listener_is_told_to_the_operator(
    home: TelegramHome, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.telegram is not None
    await eventually(lambda: home.fake.bot.poll is not None)
    await home.telegram.api.call("getUpdates", {"timeout": 0})
    await asyncio.sleep(0.2)
    assert "telegram.another_listener" in capsys.readouterr().out


@pytest.mark.parametrize("away", [{"minutes": 3}, {"hours": 1}, {"hours": 23}])
async def test_after_a_silence_messages_are_recovered_and_the_open_question_is_shown_again(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, clock: Clock, mode: Mode,
    away: dict[str, float],
) -> None:  # fmt: skip
    database = Database(sqlite_url, vault)
    async with TelegramHome(database, tmp_path, fake, clock=clock, mode=mode) as home:
        presser, person = await home.agreed("Fatima")
        writer, other = await words(home, "Ruud")
        gone, _ = await home.agreed("Wim")
        await home.quiet()
        clock.move(seconds=5)
        assert home.telegram is not None
        await home.desk.heard(clock())
    presser.presses("Words")
    writer.says("still here")
    seen = {one: len(one.said) for one in (presser, writer, gone)}
    clock.move(**away)
    async with TelegramHome(database, tmp_path, fake, clock=clock, mode=mode) as home:
        await writer.reads("Which door?")
        assert (await home.where(other)).answers["welkom/word"].value == "still here"
        await presser.until(lambda one: one.texts[seen[one] :] == ["<resumed>", "Which door?"])
        await home.quiet()
        assert writer.texts.count("<resumed>") == 0, "who was answered is not asked again"
        presser.presses("Words")
        await presser.reads("A word?")
        assert (await home.where(person)).top is not None
    database.close()


def _typed(phone: Phone, text: str, home: TelegramHome) -> Inbound:
    """Words that reached the house, whatever the platform does now."""
    return home.inbound(text, str(phone.chat.id), channel="telegram", external_id=f"typed-{text}-{phone.chat.id}")
