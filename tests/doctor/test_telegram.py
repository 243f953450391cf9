"""The doctor on Telegram, asked over real HTTP of a server that answers as the Bot API does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.content.models.library import Library
from bot.doctor.telegram.check import telegram
from bot.doctor.telegram.listener import listener
from bot.doctor.telegram.menu import ROLE, SCOPE
from bot.doctor.telegram.webhook import webhook
from tests.doctor.conftest import Make, rows
from tests.doctor.web import Site
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import NAME, TOKEN, FakeTelegram

HOOK = "https://opstap.example.nl/telegram"
OTHER = "https://other.example.nl/hook"
NONE = ("good", "Telegram webhook", "There is none, as it must be when Opstap asks for messages itself (polling).")
ALONE = ("good", "Telegram listener", "No other program was heard that asks for the messages of this bot.")


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """The platform, with a bot as BotFather makes it and /setjoingroups turned it."""
    async with FakeTelegram() as one:
        one.bot.joins_groups = False
        yield one


async def call(fake: FakeTelegram, method: str, **fields: Any) -> None:
    """Something that another program does with the same token."""
    async with aiohttp.ClientSession() as web, web.post(f"{fake.url}/bot{TOKEN}/{method}", json=fields) as answer:
        assert answer.status == 200


def menu_of(library: Library) -> list[dict[str, str]]:
    """As the content has it."""
    return [{"command": name, "description": words} for name, words in library.words.menus[ROLE].items()]


# The whole


async def test_without_a_token_nothing_is_asked(make: Make) -> None:
    off = "It is off: OPSTAP_TELEGRAM_TOKEN is empty."
    assert rows(await telegram(make(telegram_api="http://127.0.0.1:1"))) == [("good", "Telegram", off)]


async def test_a_bot_with_which_nothing_is_the_matter(make: Make, fake: FakeTelegram, library: Library) -> None:
    await call(fake, "setMyCommands", commands=menu_of(library), scope=SCOPE)
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=fake.url)))
    assert found == [
        ("good", "Telegram token", f"It is of @{NAME}; people find it at https://t.me/{NAME}"),
        NONE,
        ALONE,
        ("good", "Telegram menu", f"All {len(menu_of(library))} commands are in it."),
    ]


async def test_looking_changes_nothing_and_takes_no_message(make: Make, fake: FakeTelegram) -> None:
    Phone(fake).says("/start")
    await telegram(make(telegram_token=TOKEN, telegram_api=fake.url))
    assert len(fake.bot.updates.waiting()) == 1
    assert set(fake.count) == {"getMe", "getWebhookInfo", "getUpdates", "getMyCommands"}


# The token


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "123456789:AAFakeTokenOfAnotherOpstapBot_9876543210",
            "Telegram does not know this token (any more); ask BotFather with /token and set OPSTAP_TELEGRAM_TOKEN.",
        ),
        (
            "AAFakeToken",
            "OPSTAP_TELEGRAM_TOKEN is no token, such as 123456789:AAE...; copy the whole line that BotFather gave.",
        ),
        (
            "123456789:AAFake",
            "OPSTAP_TELEGRAM_TOKEN is no token, such as 123456789:AAE...; copy the whole line that BotFather gave.",
        ),
    ],
)
async def test_a_token_that_is_not_known_is_wrong_and_is_not_told(
    text: str, said: str, make: Make, fake: FakeTelegram
) -> None:
    found = rows(await telegram(make(telegram_token=text, telegram_api=fake.url)))
    assert found == [("wrong", "Telegram token", said)]


async def test_a_token_that_was_revoked_is_wrong(make: Make, fake: FakeTelegram) -> None:
    fake.revoked.add(TOKEN)
    said = "Telegram does not know this token (any more); ask BotFather with /token and set OPSTAP_TELEGRAM_TOKEN."
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=fake.url)))
    assert found == [("wrong", "Telegram token", said)]


async def test_a_platform_that_is_away_is_not_a_wrong_token(make: Make, fake: FakeTelegram) -> None:
    nowhere = "http://127.0.0.1:1"
    said = f"{nowhere} cannot be reached: connection refused; look at the network and the firewall."
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=nowhere)))
    assert found == [("wrong", "Telegram token", said)]
    fake.down = True
    said = f"{fake.url} answers 502; it is not well itself, so wait and look again."
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=fake.url)))
    assert found == [("wrong", "Telegram token", said)]


async def test_a_platform_that_hangs_up_is_away(make: Make) -> None:
    async with Site() as site:
        site.mute = True
        said = f"{site.url} cannot be reached: it hung up without an answer; look at the network and the firewall."
        found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=site.url)))
    assert found == [("wrong", "Telegram token", said)]


async def test_a_platform_that_goes_away_in_between_is_told(make: Make, fake: FakeTelegram) -> None:
    fake.faults.add(Fault(kind="cut", method="getWebhookInfo"))
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=fake.url)))
    said = "It went away while it was asked (it hung up without an answer); try again."
    assert found[1:] == [("look", "Telegram", said)]


async def test_a_bot_that_others_can_put_in_a_group_is_told(make: Make, fake: FakeTelegram) -> None:
    fake.bot.joins_groups = True
    found = rows(await telegram(make(telegram_token=TOKEN, telegram_api=fake.url)))
    said = "Others can put the bot in a group, which it then leaves; tell BotFather /setjoingroups, Disable."
    assert ("look", "Telegram bot", said) in found


# The webhook


async def test_polling_while_messages_are_brought_elsewhere(make: Make, fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url=OTHER)
    patient = make(telegram_token=TOKEN, telegram_api=fake.url)
    said = (
        f"Messages now go to {OTHER}; `opstap run` takes that away; if it belongs to another program, that hears "
        "nothing from then on."
    )
    assert rows(await webhook(patient, here=False)) == [("look", "Telegram webhook", said)]
    said = f"Messages go to {OTHER} while Opstap asks for them; another program uses this token: stop it."
    assert rows(await webhook(patient, here=True)) == [("wrong", "Telegram webhook", said)]
    assert [row[1] for row in rows(await telegram(patient))] == ["Telegram token", "Telegram webhook", "Telegram menu"]


def hooked(make: Make, fake: FakeTelegram, **more: Any) -> Any:
    settings = {"telegram_mode": "webhook", "telegram_webhook_url": HOOK, **more}
    return make(telegram_token=TOKEN, telegram_api=fake.url, **settings)


async def test_a_webhook_that_is_as_set_is_good(make: Make, fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url=HOOK)
    good = ("good", "Telegram webhook", f"Messages are brought to {HOOK}, as set.")
    assert rows(await webhook(hooked(make, fake), here=False)) == [good]
    assert good in rows(await telegram(hooked(make, fake)))
    assert "getUpdates" not in fake.count


async def test_a_proxy_that_does_not_pass_the_webhook_on_is_wrong(make: Make, fake: FakeTelegram) -> None:
    async with Site(status=405) as proxy:
        url = f"{proxy.url}/telegram"
        await call(fake, "setWebhook", url=url)
        patient = hooked(make, fake, telegram_webhook_url=url)
        good = ("good", "Telegram webhook", f"Messages are brought to {url}, as set.")
        assert rows(await webhook(patient, here=True)) == [good]
        proxy.status = 404
        said = f"{url} answers 404; let the proxy pass it on to OPSTAP_LISTEN."
        assert rows(await webhook(patient, here=True)) == [good, ("wrong", "Telegram webhook", said)]


async def test_a_webhook_that_is_not_set_yet_comes_with_the_start(make: Make, fake: FakeTelegram) -> None:
    patient = hooked(make, fake)
    said = f"It is not set yet; `opstap run` sets it to {HOOK}."
    assert rows(await webhook(patient, here=False)) == [("look", "Telegram webhook", said)]
    said = f"Messages do not go to {HOOK}; another program uses this token: stop it, and restart Opstap."
    assert rows(await webhook(patient, here=True))[:1] == [("wrong", "Telegram webhook", said)]


async def test_a_webhook_of_another_is_told_and_wrong_while_opstap_runs(make: Make, fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url=OTHER)
    said = f"Messages now go to {OTHER}; `opstap run` sets it to {HOOK}."
    assert rows(await webhook(hooked(make, fake), here=False)) == [("look", "Telegram webhook", said)]
    said = f"Messages go to {OTHER}, not to {HOOK}; another program uses this token: stop it, and restart Opstap."
    assert rows(await webhook(hooked(make, fake), here=True))[:1] == [("wrong", "Telegram webhook", said)]


async def test_a_delivery_that_failed_is_wrong_and_long_ago_is_told(make: Make, fake: FakeTelegram) -> None:
    async with Site(status=502) as broken:
        url = f"{broken.url}/telegram"
        await call(fake, "setWebhook", url=url)
        Phone(fake).says("/start")
        hook = fake.bot.hook
        assert hook is not None
        async with asyncio.timeout(10):
            while not hook.last_error:  # noqa: ASYNC110  # the platform offers no event to wait for
                await asyncio.sleep(0.01)
        now = datetime.now(UTC)
        soon = hooked(make, fake, telegram_webhook_url=url, clock=lambda: now)
        found = rows(await webhook(soon, here=True))
        said = (
            "0 minutes ago Telegram could not bring a message ('Wrong response from the webhook: 502 Bad Gateway'); "
            "look at the proxy, its certificate and OPSTAP_TELEGRAM_WEBHOOK_URL."
        )
        assert found[1] == ("wrong", "Telegram webhook", said)
        assert found[-1] == (
            "look",
            "Telegram webhook",
            "1 message waits at Telegram; it should become less while Opstap runs.",
        )
        later = hooked(make, fake, telegram_webhook_url=url, clock=lambda: now + timedelta(hours=2))
        mark, _, said = rows(await webhook(later, here=True))[1]
        assert mark == "look"
        assert said.endswith(
            "('Wrong response from the webhook: 502 Bad Gateway'); it went well since, or nobody wrote."
        )


async def test_what_waits_is_told(make: Make, fake: FakeTelegram) -> None:
    phone = Phone(fake)
    phone.says("/start")
    phone.says("Hoi")
    patient = make(telegram_token=TOKEN, telegram_api=fake.url)
    said = "2 messages wait at Telegram; they come in at the next `opstap run`, within a day."
    assert rows(await webhook(patient, here=False)) == [NONE, ("look", "Telegram webhook", said)]


# Another listener


async def test_another_program_that_listens_is_wrong(make: Make, fake: FakeTelegram) -> None:
    async def listens() -> None:
        async with aiohttp.ClientSession() as web:
            while True:
                async with web.post(f"{fake.url}/bot{TOKEN}/getUpdates", json={"timeout": 20}) as answer:
                    await answer.read()
                await asyncio.sleep(0.3)

    other = asyncio.create_task(listens())
    try:
        async with asyncio.timeout(10):
            while fake.bot.poll is None:  # noqa: ASYNC110  # the platform offers no event to wait for
                await asyncio.sleep(0.01)
        found = rows(await listener(make(telegram_token=TOKEN, telegram_api=fake.url), here=False))
    finally:
        other.cancel()
        await asyncio.gather(other, return_exceptions=True)
    said = "Another program asks for the messages of this bot; stop it, or make a new token with BotFather."
    assert found == [("wrong", "Telegram listener", said)]


async def test_an_opstap_that_runs_is_not_shut_out(make: Make, fake: FakeTelegram) -> None:
    patient = make(telegram_token=TOKEN, telegram_api=fake.url)
    good = ("good", "Telegram listener", "It is the Opstap that runs here.")
    assert rows(await listener(patient, here=True)) == [good]
    assert "getUpdates" not in fake.count


# The menu


async def test_a_menu_that_is_empty_or_another_is_told(make: Make, fake: FakeTelegram) -> None:
    patient = make(telegram_token=TOKEN, telegram_api=fake.url)
    empty = ("look", "Telegram menu", "It is empty; `opstap run` sets it when it starts.")
    assert empty in rows(await telegram(patient))
    await call(fake, "setMyCommands", commands=[{"command": "menu", "description": "Iets anders"}], scope=SCOPE)
    other = ("look", "Telegram menu", "It is not that of this content; `opstap run` sets it when it starts.")
    assert other in rows(await telegram(patient))
