"""The server of the tests refuses what the real one refuses: otherwise no test here would mean anything."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import TOKEN, Bot, FakeTelegram
from tests.household import Clock

OTHER = "987654321:AAAnotherToken"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def fake(clock: Clock) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(clock=lambda: clock().timestamp(), burst=5) as one:
        one.bots[OTHER] = Bot(OTHER, one.clock)
        yield one


@pytest.fixture
def phone(fake: FakeTelegram) -> Phone:
    return Phone(fake)


async def call(fake: FakeTelegram, method: str, *, token: str = TOKEN, **fields: Any) -> dict[str, Any]:
    """The whole answer to a call with JSON."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{fake.url}/bot{token}/{method}", json=fields) as answer,
    ):
        found: dict[str, Any] = await answer.json()
        assert (answer.status == 200) == found["ok"]
        return found


async def says(fake: FakeTelegram, phone: Phone, **fields: Any) -> dict[str, Any]:
    return await call(fake, "sendMessage", **{"chat_id": phone.chat.id, "text": "hi", **fields})


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[one] for one in buttons]}}


GOOD = {"text": "Yes", "callback_data": "1:0"}
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "message text is empty"),
    ({"text": "  \n "}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "<b>open", "parse_mode": "HTML"}, "can't parse entities"),
    ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
    ({"text": "</b>", "parse_mode": "HTML"}, "can't parse entities"),
    ({"text": "<script>x</script>", "parse_mode": "HTML"}, "can't parse entities"),
    ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "can't parse entities"),
    ({"parse_mode": "markdown"}, "unsupported parse_mode"),
    ({"colour": "red"}, "unknown field colour"),
    (keys({"text": "Yes", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
    (keys({"text": "Yes", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
    (keys({"text": "Yes", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    (keys({"text": " ", "callback_data": "x"}), "must be non-empty"),
    (keys({"text": "Yes"}), "text buttons are unallowed"),
    (keys({"text": "Yes", "url": "javascript:alert(1)"}), "Wrong HTTP URL"),
    (keys({"text": "Yes", "callback_data": "x", "url": "https://x.nl"}), "text buttons are unallowed"),
    (keys(*[GOOD] * 101), "reply markup is too long"),
    ({"reply_markup": {"inline_keyboard": "x"}}, "Array of Arrays"),
    ({"reply_markup": "{"}, "can't parse reply keyboard"),
    ({"chat_id": 404}, "chat not found"),
    ({"chat_id": "me"}, "chat not found"),
]


@pytest.mark.parametrize(("fields", "words"), REFUSED, ids=[words + str(at) for at, (_, words) in enumerate(REFUSED)])
async def test_a_message_that_the_real_one_refuses_is_refused(
    fake: FakeTelegram, phone: Phone, fields: dict[str, Any], words: str
) -> None:
    answer = await says(fake, phone, **fields)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert words in answer["description"]
    assert phone.said == []


ACCEPTED: list[tuple[dict[str, Any], str]] = [
    ({"text": "x" * 4096}, "x" * 4096),
    ({"text": "a < b & c"}, "a < b & c"),
    ({"text": "<b>a</b> &lt; &amp; &#39;", "parse_mode": "HTML"}, "a < & '"),
    ({"text": "<blockquote>" + "x" * 4096 + "</blockquote>", "parse_mode": "HTML"}, "x" * 4096),
    (keys(*[GOOD] * 100), "hi"),
    ({"reply_markup": json.dumps(keys(GOOD)["reply_markup"])}, "hi"),
]


@pytest.mark.parametrize(("fields", "shown"), ACCEPTED)
async def test_a_message_at_the_limits_is_shown(
    fake: FakeTelegram, phone: Phone, fields: dict[str, Any], shown: str
) -> None:
    assert (await says(fake, phone, **fields))["ok"]
    assert phone.texts == [shown]


async def test_a_token_that_is_unknown_or_revoked_and_a_method_that_is_not_there(fake: FakeTelegram) -> None:
    assert (await call(fake, "getMe", token="1:x"))["error_code"] == 401
    assert (await call(fake, "getHappy"))["error_code"] == 404
    fake.revoked.add(TOKEN)
    assert (await call(fake, "getMe"))["error_code"] == 401


async def test_a_file_goes_up_once_and_its_id_is_good_for_this_bot_only(fake: FakeTelegram, phone: Phone) -> None:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(phone.chat.id))
    form.add_field("caption", "Look")
    form.add_field("photo", b"picture", filename="x.webp", content_type="image/webp")
    async with aiohttp.ClientSession() as session, session.post(f"{fake.url}/bot{TOKEN}/sendPhoto", data=form) as got:
        sent = (await got.json())["result"]
    id = sent["photo"][-1]["file_id"]
    again = await call(fake, "sendPhoto", chat_id=phone.chat.id, photo=id)
    assert again["result"]["photo"][-1]["file_id"] == id
    assert fake.bot.desk.uploads == 1
    fake.bots[OTHER].chats.add(phone.chat)
    assert (await call(fake, "sendPhoto", token=OTHER, chat_id=phone.chat.id, photo=id))["error_code"] == 400
    assert (await call(fake, "sendVideo", chat_id=phone.chat.id, video=id))["error_code"] == 400
    long = await call(fake, "sendPhoto", chat_id=phone.chat.id, photo=id, caption="x" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"


async def test_a_press_can_be_answered_for_150_seconds(fake: FakeTelegram, phone: Phone, clock: Clock) -> None:
    await says(fake, phone, **keys(GOOD))
    press = phone.presses("Yes")
    assert (await call(fake, "answerCallbackQuery", callback_query_id=press))["ok"]
    clock.move(seconds=151)
    late = await call(fake, "answerCallbackQuery", callback_query_id=press)
    assert "query is too old" in late["description"]
    assert (await call(fake, "getUpdates", timeout=0))["result"] == [], "and it is not kept longer either"


async def test_messages_are_kept_for_a_day_until_they_are_confirmed(
    fake: FakeTelegram, phone: Phone, clock: Clock
) -> None:
    phone.says("one")
    phone.says("two")
    first = (await call(fake, "getUpdates", timeout=0))["result"]
    assert [one["message"]["text"] for one in first] == ["one", "two"]
    assert (await call(fake, "getUpdates", timeout=0))["result"] == first
    after = (await call(fake, "getUpdates", timeout=0, offset=first[0]["update_id"] + 1))["result"]
    assert [one["message"]["text"] for one in after] == ["two"]
    clock.move(hours=25)
    assert (await call(fake, "getUpdates", timeout=0))["result"] == []


async def test_a_long_poll_waits_for_news_and_only_one_may(fake: FakeTelegram, phone: Phone) -> None:
    first = asyncio.create_task(call(fake, "getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(call(fake, "getUpdates", timeout=20))
    assert (await first)["error_code"] == 409
    phone.says("hello")
    assert len((await second)["result"]) == 1


async def test_with_a_webhook_nothing_can_be_polled(fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url="http://127.0.0.1:1/x", max_connections=40)
    assert (await call(fake, "getUpdates"))["error_code"] == 409
    assert (await call(fake, "setWebhook", url="http://127.0.0.1:1/x", max_connections=101))["error_code"] == 400
    await call(fake, "deleteWebhook")
    assert (await call(fake, "getUpdates", timeout=0))["ok"]


async def test_a_message_can_be_taken_away_for_two_days_and_changed_only_when_it_changes(
    fake: FakeTelegram, phone: Phone, clock: Clock
) -> None:
    mine = phone.says("secret")
    sent = (await says(fake, phone, **keys(GOOD)))["result"]["message_id"]
    here = {"chat_id": phone.chat.id, "message_id": sent}
    same = await call(fake, "editMessageReplyMarkup", **here, **keys(GOOD))
    assert "message is not modified" in same["description"]
    assert (await call(fake, "editMessageReplyMarkup", **here))["ok"]
    assert phone.said[0].rows == []
    other = await call(fake, "editMessageText", chat_id=phone.chat.id, message_id=mine.id, text="x")
    assert other["error_code"] == 400
    clock.move(hours=47)
    assert (await call(fake, "deleteMessage", chat_id=phone.chat.id, message_id=mine.id))["ok"]
    clock.move(hours=2)
    assert (await call(fake, "deleteMessage", **here))["error_code"] == 400


async def test_who_hurries_a_chat_must_wait(fake: FakeTelegram, phone: Phone, clock: Clock) -> None:
    for _ in range(5):
        assert (await says(fake, phone))["ok"]
    hurried = await says(fake, phone)
    assert (hurried["error_code"], hurried["parameters"]) == (429, {"retry_after": 1})
    clock.move(seconds=1)
    assert (await says(fake, phone))["ok"]
    assert not (await says(fake, phone))["ok"]


async def test_trouble_comes_when_it_is_asked_for_and_once(fake: FakeTelegram, phone: Phone) -> None:
    fake.faults.add(Fault(kind="busy", seconds=600, method="sendMessage"))
    fake.faults.add(Fault(kind="broken", code=502))
    fake.faults.add(Fault(kind="lost"))
    assert (await says(fake, phone))["parameters"] == {"retry_after": 600}
    assert ((await says(fake, phone))["error_code"], phone.said) == (502, [])
    assert ((await says(fake, phone))["error_code"], len(phone.said)) == (504, 1)
    fake.faults.add(Fault(kind="cut"))
    with pytest.raises(aiohttp.ClientError):
        await says(fake, phone)
    assert len(phone.said) == 2
    assert (await says(fake, phone))["ok"]


async def test_who_blocked_the_bot_or_moved_away_is_told_so(fake: FakeTelegram, phone: Phone) -> None:
    phone.blocks()
    assert (await says(fake, phone))["error_code"] == 403
    phone.unblocks()
    phone.chat.moved_to = -1001
    assert (await says(fake, phone))["parameters"] == {"migrate_to_chat_id": -1001}


@pytest.mark.parametrize("name", ["Menu", "een menu", "x" * 33, "mijn-gegevens", ""])
async def test_a_command_that_cannot_be_typed_is_refused(fake: FakeTelegram, name: str) -> None:
    command = {"command": name, "description": "words"}
    assert (await call(fake, "setMyCommands", commands=[command]))["error_code"] == 400
