"""A guide that was followed to the point at which somebody comes in: what was typed, what was said, and a code."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, TypeVar

from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, SECRET, FakeSlack
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.guides.guide import Block, Guide
from tests.guides.terminal import Terminal

F = TypeVar("F", FakeTelegram, FakeSlack)
WEBHOOK = "With a webhook instead"
WAYS = {"socket": "A. Opstap connects itself (Socket Mode)", "http": "B. Slack comes to Opstap (HTTP)"}
Hearing = Literal["socket", "http"]
ADDRESS = "https://opstap.example.nl"


@dataclass(frozen=True, kw_only=True)
class Followed(Generic[F]):
    """`said` is all that the terminal said, `code` of who was invited last, and `listen` where the house is.

    In `typed` more can be typed.
    """

    fake: F
    typed: Terminal
    said: str
    code: str
    listen: str
    folder: Path


def free_listen() -> str:
    """A port of this machine at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


@asynccontextmanager
async def telegram(
    folder: Path, mode: Literal["polling", "webhook"] = "polling", *, address: str = ""
) -> AsyncIterator[Followed[FakeTelegram]]:
    """The guide for Telegram; where the platform is and the port are all that its reader does not need to say.

    With an `address` the house says that it is there, and nobody looks whether it is.
    """
    blocks = Guide("telegram").blocks
    mine = [one for one in blocks if one.section != WEBHOOK]
    if mode == "webhook":
        first = next(at for at, one in enumerate(mine) if one.kind == "sh")
        mine[first:first] = [one for one in blocks if one.section == WEBHOOK]
    listen = free_listen()
    instead = {"123456789:AAE-the-line-that-BotFather-gave": TOKEN, ADDRESS: address or f"http://{listen}"}
    if address:
        instead["opstap doctor"] = "true"
    async with FakeTelegram() as fake:
        fake.bot.joins_groups = False
        more = {"OPSTAP_TELEGRAM_API": fake.url, "OPSTAP_LISTEN": listen}
        async with Terminal(folder, instead=instead, more=more) as typed:
            code = await _typed(typed, mine)
            yield Followed(fake=fake, typed=typed, said=typed.said, code=code, listen=listen, folder=folder)


@asynccontextmanager
async def slack(folder: Path, mode: Hearing = "socket") -> AsyncIterator[Followed[FakeSlack]]:
    """The guide for Slack, with one of its two ways of hearing."""
    others = {title for way, title in WAYS.items() if way != mode}
    mine = [one for one in Guide("slack").blocks if one.section not in others]
    listen = free_listen()
    instead = {
        ADDRESS: f"http://{listen}",
        "xoxb-the-token-of-step-2": BOT_TOKEN,
        "xapp-the-token-of-step-2": APP_TOKEN,
        "the-secret-of-step-2": SECRET,
    }
    async with FakeSlack() as fake:
        more = {"OPSTAP_SLACK_API": fake.url, "OPSTAP_LISTEN": listen}
        async with Terminal(folder, instead=instead, more=more) as typed:
            code = await _typed(typed, mine)
            if mode == "http":
                fake.post.url = f"http://{listen}/slack"
            async with asyncio.timeout(30):
                while mode == "socket" and not fake.post.connected:  # noqa: ASYNC110  # it has no event
                    await asyncio.sleep(0.02)
            yield Followed(fake=fake, typed=typed, said=typed.said, code=code, listen=listen, folder=folder)


async def _typed(typed: Terminal, blocks: Sequence[Block]) -> str:
    """Types all of it; gives the code of who was invited last."""
    for block in blocks:
        await typed.does(block)
    found: list[str] = re.findall(r"^Code: (\S+)$", typed.said, re.MULTILINE)
    return found[-1]
