"""Questions after they were answered: their buttons make place for the choice, and only the newest has buttons."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog

from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block
from bot.channels.slack.client import Api
from bot.channels.slack.meanings import Press
from bot.channels.slack.trouble import TROUBLES, code_of

log = structlog.get_logger(__name__)

REMEMBERED = 20_000
"""Questions that are remembered: of who talks now. The engine itself refuses an old button."""
AT_ONCE = 8


class Settler:
    """Changes messages beside the conversation: what fails here is only how it looks."""

    def __init__(self, api: Api, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._api = api
        self._sleep = sleep
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._open: OrderedDict[str, tuple[str, str, list[Block]]] = OrderedDict()
        self._settled: OrderedDict[tuple[str, str], bool] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def shown(self, channel: str, ts: str, text: str, shown: list[Block]) -> None:
        """A new question stands in this chat; what is left of the one before it can no longer be pressed."""
        before = self._open.pop(channel, None)
        _remember(self._open, channel, (ts, text, shown))
        if before is not None:
            fields = {"channel": channel, "ts": before[0], "text": before[1], "blocks": blocks.settled(before[2], "")}
            self._begin(self._quietly(self._api.call("chat.update", fields)))

    def settle(self, press: Press, *, chosen: bool) -> None:
        """Shows what was chosen; a button that no longer counted goes away with its neighbours."""
        if press.channel in self._open and self._open[press.channel][0] == press.ts:
            del self._open[press.channel]
        place = (press.channel, press.ts)
        if place in self._settled or blocks.stands(press.blocks):
            return
        if chosen:
            _remember(self._settled, place, True)
        left = {"text": press.text, "blocks": blocks.settled(press.blocks, press.label if chosen else "")}
        self._begin(self._quietly(self._replace(press, left)))

    def answer(self, reply: str, channel: str, user: str, fields: dict[str, Any]) -> None:
        """Says something that only this person sees, and that nothing keeps."""
        self._begin(self._quietly(self._whisper(reply, channel, user, fields)))

    def run(self, work: Awaitable[object]) -> None:
        """Does something beside the conversation."""
        self._begin(self._quietly(work))

    async def _replace(self, press: Press, left: dict[str, Any]) -> None:
        """By the address of the press itself, for which the platform counts no limit; without it by the front door."""
        if press.url:
            await self._api.respond(press.url, {"replace_original": True, **left})
        else:
            await self._api.call("chat.update", {"channel": press.channel, "ts": press.ts, **left})

    async def _whisper(self, reply: str, channel: str, user: str, fields: dict[str, Any]) -> None:
        if reply:
            await self._api.respond(reply, {"response_type": "ephemeral", "replace_original": False, **fields})
        elif channel:
            await self._api.call("chat.postEphemeral", {"channel": channel, "user": user, **fields})

    async def drained(self) -> None:
        """Until every change is made, or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self, seconds: float = 2.0) -> None:
        """Finishes what it can in a short time."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.drained(), timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _quietly(self, work: Awaitable[object]) -> None:
        async with self._slots:
            try:
                await work
            except TROUBLES as error:
                log.info("slack.not_settled", error=type(error).__name__, code=code_of(error))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name="settle")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _remember(known: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > REMEMBERED:
        known.popitem(last=False)
