"""Webhook delivery: each chat in order, many chats at once, again and again until it is accepted."""

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiohttp
from msgspec import Struct

from tests.fakes.telegram.updates import Updates, Waiting, wire

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
MOST_CONNECTIONS = 100


class Hook(Struct, kw_only=True):
    """Where to, as the bot set it, and how the last delivery went."""

    url: str
    secret: str = ""
    connections: int = 40
    clock: Callable[[], float] = time.time
    last_error: str = ""
    failed_at: float = 0.0

    def failed(self, why: str) -> None:
        """Remembers the last failure, for ever."""
        self.last_error, self.failed_at = why, self.clock()


class Postman:
    """Delivers the updates of one bot, while the platform is `there`.

    `patience` scales the waits between tries, so that a test need not wait.
    """

    def __init__(
        self,
        updates: Updates,
        hook: Hook,
        *,
        patience: float,
        there: asyncio.Event,
        reply: Callable[[Any], None],
    ) -> None:
        self._updates = updates
        self._hook = hook
        self._patience = patience
        self._there = there
        self._reply = reply
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(hook.connections)
        self._session: aiohttp.ClientSession | None = None
        self._rounds = asyncio.create_task(self._run(), name="fake-postman")
        self.answers: list[int] = []

    async def stop(self) -> None:
        """Delivers nothing more."""
        tasks = [self._rounds, *self._lanes.values()]
        for one in tasks:
            one.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _run(self) -> None:
        limit = aiohttp.TCPConnector(limit=self._hook.connections)
        self._session = aiohttp.ClientSession(connector=limit, timeout=aiohttp.ClientTimeout(total=60))
        while True:
            self._updates.news.clear()
            for one in self._updates.waiting():
                if one.chat not in self._lanes:
                    self._lanes[one.chat] = asyncio.create_task(self._walk(one.chat), name="fake-lane")
            await self._updates.news.wait()

    async def _walk(self, chat: int) -> None:
        wait = FIRST_WAIT
        try:
            while await self._there.wait() and (one := self._next(chat)) is not None:
                async with self._slots:
                    accepted = await self._post(one)
                if accepted:
                    self._updates.drop(one)
                    wait = FIRST_WAIT
                else:
                    await asyncio.sleep(wait * self._patience)
                    wait = min(wait * 2, LONGEST_WAIT)
        finally:
            del self._lanes[chat]
            self._updates.news.set()

    def _next(self, chat: int) -> Waiting | None:
        return next((one for one in self._updates.waiting() if one.chat == chat), None)

    async def _post(self, one: Waiting) -> bool:
        assert self._session is not None, "the round was not begun"
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._hook.secret} if self._hook.secret else {}
        with suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with self._session.post(self._hook.url, json=wire(one), headers=headers) as answer:
                body = await answer.read()
                self.answers.append(answer.status)
                if 200 <= answer.status < 300:
                    if body:
                        self._reply(json.loads(body))
                    return True
                self._hook.failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return False
        self._hook.failed("Connection refused")
        return False


def info(hook: Hook | None, pending: int, kinds: frozenset[str]) -> dict[str, Any]:
    """What getWebhookInfo tells."""
    if hook is None:
        return {"url": "", "has_custom_certificate": False, "pending_update_count": pending}
    told: dict[str, Any] = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": pending,
        "max_connections": hook.connections,
        "ip_address": "127.0.0.1",
        "allowed_updates": sorted(kinds),
    }
    if not hook.last_error:
        return told
    return {**told, "last_error_date": int(hook.failed_at), "last_error_message": hook.last_error}
