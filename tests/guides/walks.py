"""What people do on their phones when they follow the guide of their own."""

import re

import aiohttp

from tests.channels.telegram.walker import Walker
from tests.fakes.telegram.chats import Bubble
from tests.fakes.telegram.phone import Phone
from tests.fakes.telegram.server import FakeTelegram
from tests.guides.followed import Followed

AGREED = "Start de eerste les"
PATIENCE = 60


async def on_telegram(at: Followed[FakeTelegram]) -> Phone:
    """Karin came in on Telegram, and agreed to everything that she was asked."""
    phone = Phone(at.fake, name="Karin")
    phone.says(f"/start {at.code}")
    await _shows(phone, "Hier, in Telegram")
    walker = Walker(phone)
    while AGREED not in phone.labels:
        await walker.answer()
    return phone


async def presses(phone: Phone, *labels: str) -> None:
    """One button after another, each as soon as it is there."""
    for label in labels:
        await _shows(phone, label)
        phone.presses(label)


async def _shows(phone: Phone, label: str) -> None:
    await phone.until(lambda one: label in one.labels, PATIENCE)


async def one_more_place(phone: Phone) -> list[Bubble]:
    """Asks for a code for another device; gives what was said and shown from then on."""
    before = len(phone.chat.shown())
    phone.says("koppelen")
    await presses(phone, "Een plek erbij", "Op een ander apparaat")
    await _shows(phone, "Ja, het is gelukt")
    return phone.chat.shown()[before:]


def code_in(bubbles: list[Bubble]) -> str:
    """The code that was given last."""
    return next(found[1] for one in reversed(bubbles) if (found := re.fullmatch(r"De code: (\S+)", one.text)))


async def opens_the_web(at: Followed[FakeTelegram], code: str) -> int:
    """Presses 'Open het gesprek' behind a link; gives the status of the chat that it leads to."""
    origin = f"http://{at.listen}"
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": origin}) as web:
        async with web.get(f"{origin}/k/{code}") as page:
            assert "Open het gesprek" in await page.text()
        async with web.post(f"{origin}/in", data={"code": code}) as answer:
            assert answer.url.path.startswith("/c/")
            return answer.status
