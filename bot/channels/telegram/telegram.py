"""One bot on Telegram, whole: built, started and stopped here."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, Literal

import structlog
from msgspec import Struct
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.client import DEFAULT_API, Api, bot_id
from bot.channels.telegram.commands import Commands
from bot.channels.telegram.desk import Desk, FileIds
from bot.channels.telegram.ears import Ears
from bot.channels.telegram.files import Files
from bot.channels.telegram.listener import Listener
from bot.channels.telegram.pacing import Pace, Rates
from bot.channels.telegram.payload import KINDS
from bot.channels.telegram.polling import LONGEST_WAIT, Poller
from bot.channels.telegram.sender import TelegramChannel
from bot.channels.telegram.settle import Settler
from bot.channels.telegram.webhook import Webhook
from bot.logs import where

log = structlog.get_logger(__name__)

LOOK = 60.0
"""Seconds between two looks at whether the platform still has our address, and we a good token."""
CONNECTIONS = 40
FIRST_WAIT = 1.0

Mode = Literal["polling", "webhook"]


class Place(Struct, frozen=True, kw_only=True):
    """Which bot, and how it hears. `api` is the base address; `url` and `secret` are for a webhook."""

    token: str
    api: str = DEFAULT_API
    mode: Mode = "polling"
    url: str = ""
    secret: str = ""


class Telegram:
    """The bot. `channel` is for delivery; `hook` for the web server, when it hears by a webhook."""

    def __init__(
        self,
        place: Place,
        desk: Desk,
        ids: FileIds,
        *,
        clock: Callable[[], datetime],
        rates: Rates | None = None,
        look: float = LOOK,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        bot = bot_id(place.token)
        self._place = place
        self._desk = desk
        self._sleep = sleep
        self._look = look
        self.api = Api(place.token, place.api)
        self.settler = Settler(self.api, sleep=sleep)
        files = Files(self.api, desk, ids, bot=bot)
        pace = Pace(rates or Rates(), now=time.monotonic)
        self.channel = TelegramChannel(self.api, desk, files=files, settler=self.settler, pace=pace, sleep=sleep)
        self._commands = Commands(self.api, desk)
        self.listener = Listener(
            self.api,
            desk,
            self.channel,
            settler=self.settler,
            files=files,
            commands=self._commands,
            bot=bot,
            clock=clock,
        )
        self._ears = Ears(desk, clock)
        self.hook = Webhook(self.listener, place.secret) if place.mode == "webhook" else None
        self._work: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins; waits for nothing, because the platform may be away."""
        await self.api.open()
        self._work = asyncio.create_task(self._run(), name="telegram")

    async def deafen(self) -> None:
        """Hears nothing more; what is not confirmed comes again after the next start."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def stop(self) -> None:
        """Finishes what is on its way, and closes the connections. Called when nothing is sent any more."""
        await self.settler.stop()
        await self.api.close_connections()

    async def _run(self) -> None:
        await self._introduced()
        if self._place.mode == "polling":
            await Poller(self.api, self.listener, self._ears, sleep=self._sleep).run()
        else:
            await self._watch()

    async def _introduced(self) -> None:
        """Learns our own name, sets the menu and the way of hearing; again and again until the platform is there."""
        wait = FIRST_WAIT
        while True:
            try:
                me = await self.api.call("getMe", {})
                self.listener.name = str(me.get("username", ""))
                self._desk.named(self.listener.name)
                await self._choose_way()
                with suppress(TelegramError):
                    await self._commands.set_up()
            except InvalidToken:
                await self._sleep(LONGEST_WAIT)
            except TelegramError as error:
                log.warning("telegram.away", error=type(error).__name__)
                await self._sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                log.info("telegram.ready", mode=self._place.mode, name=self.listener.name)
                return

    async def _choose_way(self) -> None:
        if self._place.mode == "polling":
            await self.api.call("deleteWebhook", {})
            return
        fields: dict[str, Any] = {
            "url": self._place.url,
            "secret_token": self._place.secret,
            "max_connections": CONNECTIONS,
            "allowed_updates": list(KINDS),
        }
        await self.api.call("setWebhook", fields)

    async def _watch(self) -> None:
        """With a webhook the platform calls us: looks each minute whether it still would."""
        while True:
            try:
                told = await self.api.call("getWebhookInfo", {})
                if told.get("url") != self._place.url:
                    log.error("telegram.webhook_gone", remedy="another program may use this token")
                    await self._choose_way()
                await self._ears.heard()
                if not told.get("pending_update_count"):
                    await self._ears.caught_up()
            except InvalidToken:
                pass  # The client told so; the next look finds out whether it is over.
            except TelegramError as error:
                log.warning("telegram.away", error=type(error).__name__)
            except Exception as error:  # the boundary of the loop: the house itself is not well for a moment
                log.error("telegram.watch_failed", error=type(error).__name__, where=where(error))
            await self._sleep(self._look)
