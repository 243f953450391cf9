"""Long polling: asks for updates, and confirms them only when they are on disk."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec
import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.client import Api
from bot.channels.telegram.ears import Ears
from bot.channels.telegram.listener import Listener
from bot.channels.telegram.payload import KINDS, Update, chat_of
from bot.channels.telegram.trouble import BusyError
from bot.logs import where

log = structlog.get_logger(__name__)

LONG = 25
"""Seconds that the platform holds an empty answer."""
MARGIN = 10.0
AT_ONCE = 100
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0


class Poller:
    """Asks on and on. One alone for each bot: the platform refuses a second one."""

    def __init__(
        self,
        api: Api,
        listener: Listener,
        ears: Ears,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        long: int = LONG,
    ) -> None:
        self._api = api
        self._listener = listener
        self._ears = ears
        self._sleep = sleep
        self._long = long
        self._offset: int | None = None
        self._wait = FIRST_WAIT

    async def run(self) -> None:
        """Until it is cancelled. What was taken and not confirmed comes again, and is then known."""
        while True:
            try:
                await self._round()
            except TelegramError as error:
                await self._rest(error)
            except Exception as error:  # the boundary of the loop: what could not be taken comes again
                log.error("telegram.not_taken", error=type(error).__name__, where=where(error))
                await self._nap()

    async def _round(self) -> None:
        fields = {"timeout": self._long, "limit": AT_ONCE, "allowed_updates": list(KINDS)}
        if self._offset is not None:
            fields["offset"] = self._offset
        updates = await self._api.call("getUpdates", fields, patience=self._long + MARGIN)
        await self._ears.heard()
        if updates:
            await _each_in_order(self._listener, updates)
            self._offset = updates[-1]["update_id"] + 1
        if len(updates) < AT_ONCE:
            await self._ears.caught_up()
        self._wait = FIRST_WAIT

    async def _rest(self, error: TelegramError) -> None:
        """Waits as the trouble asks for."""
        if isinstance(error, InvalidToken):
            await self._sleep(LONGEST_WAIT)
        elif isinstance(error, Conflict):
            log.error("telegram.another_listener", remedy="stop the other program that uses this token")
            await self._sleep(LONGEST_WAIT)
        elif isinstance(error, BusyError):
            await self._sleep(error.seconds)
        else:
            log.warning("telegram.deaf", error=type(error).__name__)
            await self._nap()

    async def _nap(self) -> None:
        await self._sleep(self._wait)
        self._wait = min(self._wait * 2, LONGEST_WAIT)


async def _each_in_order(listener: Listener, updates: Sequence[dict[str, Any]]) -> None:
    """Takes updates: of one chat one after the other, many chats at the same time. Raises when some must come again.

    One that cannot be read is passed over: it would stay unreadable, and it may not hold up that person.
    """
    lanes: dict[int, list[Update]] = {}
    for raw in updates:
        try:
            update = msgspec.convert(raw, Update)
        except msgspec.ValidationError as error:
            log.error("telegram.unreadable", error=type(error).__name__, update=raw.get("update_id"))
            continue
        lanes.setdefault(chat_of(update), []).append(update)
    results = await asyncio.gather(*(_walk(listener, lane) for lane in lanes.values()), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


async def _walk(listener: Listener, lane: Sequence[Update]) -> None:
    for update in lane:
        await listener.take(update)
