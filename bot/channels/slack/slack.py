"""One app on Slack, whole: built, started and stopped here."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

import structlog
from msgspec import Struct
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.channels.pacing import Pace, Rates
from bot.channels.slack.app import Us, build
from bot.channels.slack.client import DEFAULT_API, Api, logger
from bot.channels.slack.desk import Desk
from bot.channels.slack.errands import Errands
from bot.channels.slack.files import Files
from bot.channels.slack.forms import Forms
from bot.channels.slack.homes import Homes
from bot.channels.slack.hook import Hook
from bot.channels.slack.listener import Listener
from bot.channels.slack.previews import Previews
from bot.channels.slack.recovery import Recovery
from bot.channels.slack.sender import SlackChannel
from bot.channels.slack.settle import Settler
from bot.channels.slack.trouble import TROUBLES, TokenRefusedError, code_of, translated
from bot.logs import where

log = structlog.get_logger(__name__)

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
PATIENCE = 30.0
"""Seconds in which a connection must be there."""
RATES = Rates(all_each_second=8, all_at_once=20, chat_each_second=1, chat_at_once=3)
"""One message a second in each chat, with short bursts, and some hundreds a minute for the workspace."""


class Place(Struct, frozen=True, kw_only=True):
    """Which app. `api` is the base address; with an `app_token` it hears over a connection of its own, else by HTTP."""

    bot_token: str
    signing_secret: str = ""
    app_token: str = ""
    api: str = DEFAULT_API


class Slack:
    """The app. `channel` is for delivery; `hook` for the web server, when it hears by HTTP."""

    def __init__(
        self,
        place: Place,
        desk: Desk,
        *,
        clock: Callable[[], datetime],
        rates: Rates | None = None,
        ping: float = 5.0,
        look: float = 15.0,
        beat: float = 20.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._place = place
        self._ping = ping
        self._look = look
        self._beat = beat
        self._sleep = sleep
        self.api = Api(place.bot_token, place.api)
        self.us = Us(place.bot_token)
        self.settler, self.errands = Settler(self.api), Errands()
        files = Files(self.api, desk, lambda: self.us.team)
        pace = Pace(rates or RATES, now=time.monotonic)
        self.channel = SlackChannel(self.api, desk, files=files, settler=self.settler, pace=pace, sleep=sleep)
        homes = Homes(self.api, desk, files, self.errands)
        previews = Previews(self.api, desk, files, self.errands, sleep=sleep)
        forms = Forms(self.api, desk, self.channel, settler=self.settler, previews=previews)
        self.listener = Listener(
            self.api, desk, self.channel, settler=self.settler, forms=forms, homes=homes, clock=clock
        )  # fmt: skip
        self.channel.said, desk.elsewhere = homes.moved, self.listener.elsewhere
        self._recovery = Recovery(
            self.api, desk, self.channel, self.listener, self.errands,
            team=lambda: self.us.team, clock=clock, sleep=sleep,
        )  # fmt: skip
        self.app = build(self.api, self.us, self.listener, secret=place.signing_secret, clock=clock)
        self.hook = Hook(self.app) if not place.app_token else None
        self._socket: AsyncSocketModeHandler | None = None
        self._work: list[asyncio.Task[None]] = []
        self._known = asyncio.Event()

    async def start(self) -> None:
        """Begins; waits for nothing, because the platform may be away."""
        await self.api.open()
        self._work = [asyncio.create_task(self._run(), name="slack"), asyncio.create_task(self._beats(), name="beat")]

    async def deafen(self) -> None:
        """Hears nothing more; what is not answered comes again after the next start."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)
        if self._socket is not None:
            await _closed(self._socket)

    async def stop(self) -> None:
        """Finishes what is on its way, and closes the connections. Called when nothing is sent any more."""
        await self.settler.stop()
        await self.errands.stop()
        await self.api.close()

    async def _run(self) -> None:
        await self._again_and_again(self._introduced)
        if not self._place.app_token:
            log.info("slack.ready", mode="http", team=self.us.team)
            self._known.set()
            return
        while True:
            await self._again_and_again(self._listen)
            self._known.set()
            log.info("slack.ready", mode="socket", team=self.us.team)
            await self._fallen_silent()
            log.warning("slack.silent", remedy="connecting anew")

    async def _beats(self) -> None:
        """Looks again and again whether the platform is there, so that a silence is known when it is over."""
        await self._known.wait()
        while True:
            try:
                if await self._is_there():
                    await self._recovery.there()
            except TROUBLES as error:
                log.info("slack.not_there", error=type(error).__name__, code=code_of(error))
            except Exception as error:  # the boundary of the loop
                log.error("slack.beat_failed", error=type(error).__name__, where=where(error))
            await self._sleep(self._beat)

    async def _is_there(self) -> bool:
        """By HTTP it is there when it answers; over our own connection when that is open."""
        if self._place.app_token:
            return self._socket is not None and await self._socket.client.is_connected()
        await self.api.call("auth.test", {})
        return True

    async def _again_and_again(self, work: Callable[[], Awaitable[None]]) -> None:
        """Until the platform is there."""
        wait = FIRST_WAIT
        while True:
            try:
                await work()
            except TROUBLES as error:
                trouble = translated(error, self.channel.name, "")
                if isinstance(trouble, TokenRefusedError):
                    self.channel.lockout.begins(code_of(error))
                    wait = LONGEST_WAIT
                else:
                    log.warning("slack.away", error=type(error).__name__, code=code_of(error))
                await self._sleep(trouble.retry_after or wait)
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                self.channel.lockout.over()
                return

    async def _introduced(self) -> None:
        """Learns who we are, so that we never answer ourselves."""
        told = await self.api.call("auth.test", {})
        self.us.team = str(told.get("team_id", ""))
        self.us.user, self.us.bot = str(told.get("user_id", "")), str(told.get("bot_id", ""))

    async def _listen(self) -> None:
        """Opens a connection over which everything comes in; the library keeps it open from then on."""
        if self._socket is not None:
            await _closed(self._socket)
        web = self.api.client_for(self._place.app_token)
        self._socket = AsyncSocketModeHandler(
            self.app, self._place.app_token, logger=logger, web_client=web, ping_interval=self._ping
        )
        # Asked by ourselves: the library would try a wrong token for ever, without a word that we can read.
        self._socket.client.wss_uri = await self._socket.client.issue_new_wss_url()
        async with asyncio.timeout(PATIENCE):
            await self._socket.connect_async()  # type: ignore[no-untyped-call]  # the library has no type there

    async def _fallen_silent(self) -> None:
        """Until the connection is gone at two looks in a row: then the library tries an address that is used up."""
        lost = 0
        while lost < 2 and self._socket is not None:
            await self._sleep(self._look)
            lost = 0 if await self._socket.client.is_connected() else lost + 1


async def _closed(socket: AsyncSocketModeHandler) -> None:
    """Closes the connection, and waits until what the library began is over."""
    client = socket.client
    with suppress(*TROUBLES):
        await client.close()  # type: ignore[no-untyped-call]  # the library has no type there
    begun = [client.message_processor, client.current_session_monitor, client.message_receiver]
    tasks = [one for one in begun if one is not None]
    for one in tasks:
        one.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
