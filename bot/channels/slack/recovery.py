"""After a silence of the platform: what people typed meanwhile is read, and what was asked is shown again."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk
from bot.channels.slack.errands import Errands
from bot.channels.slack.listener import Listener
from bot.channels.slack.meanings import Talk
from bot.channels.slack.sender import SlackChannel
from bot.channels.slack.trouble import TROUBLES, code_of, translated
from bot.errors import ChannelError, OpstapError, UnreachableError

log = structlog.get_logger(__name__)

MARGIN = timedelta(minutes=6)
"""An event is brought again for so long: what was on its way before the silence may have been lost too."""
FAR = timedelta(days=3)
EACH = 1.2
"""Seconds between two people: the platform takes fifty of these questions a minute."""
PAGE = 100
TRIES = 5

Span = tuple[datetime, datetime]


class Recovery:
    """Told again and again that the platform is there; a gap in that is a silence."""

    def __init__(
        self,
        api: Api,
        desk: Desk,
        channel: SlackChannel,
        listener: Listener,
        errands: Errands,
        *,
        team: Callable[[], str],
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._api = api
        self._desk = desk
        self._channel = channel
        self._listener = listener
        self._errands = errands
        self._team = team
        self._clock = clock
        self._sleep = sleep
        self._read: Span | None = None
        self._busy = False

    async def there(self) -> None:
        """The platform is there now."""
        try:
            silent = await self._desk.memory.heard(self._clock())
        except OpstapError as error:  # The database is away: the next time tells as much.
            log.info("slack.not_noted", error=type(error).__name__)
            return
        if silent and not self._busy:
            self._busy = True
            self._errands.run(self._catch_up())

    async def _catch_up(self) -> None:
        try:
            span = await self._desk.memory.silence()
            if span is None:
                return
            if span != self._read:
                log.info("slack.catching_up", silent_for=int((span[1] - span[0]).total_seconds()))
                await self._everybody(max(span[0] - MARGIN, self._clock() - FAR))
                self._read = span
            asked = await self._desk.memory.ask_again(self._clock())
            if asked >= 0:
                log.info("slack.asked_again", people=asked)
        except OpstapError as error:  # It is tried again the next time that the platform is there.
            log.warning("slack.not_caught_up", error=type(error).__name__)
        finally:
            self._busy = False

    async def _everybody(self, since: datetime) -> None:
        for at, address in enumerate(await self._desk.memory.members()):
            if at:
                await self._sleep(EACH)
            try:
                await self._missed(address, since)
            except UnreachableError:
                continue

    async def _missed(self, address: str, since: datetime) -> None:
        """Takes what this person typed since then, in order; what was taken before is a repeat."""
        channel = await self._channel.place(address)
        for message in await self._history(channel, since):
            event = {**message, "type": "message", "channel": channel, "channel_type": "im"}
            meaning = self._listener.read({"type": "event_callback", "team_id": self._team(), "event": event})
            if isinstance(meaning, Talk) and meaning.inbound.address == address:
                await self._listener.take(msgspec.structs.replace(meaning, late=True))
        self._listener.caught_up(address, channel)

    async def _history(self, channel: str, since: datetime) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        asked: dict[str, Any] = {"channel": channel, "oldest": f"{since.timestamp():.6f}", "limit": PAGE}
        while True:
            page = await self._page(asked)
            found += page.get("messages") or []
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return sorted(found, key=lambda one: str(one.get("ts", "")))
            asked = {**asked, "cursor": cursor}

    async def _page(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Waits as long as the platform asks for; raises ChannelError."""
        for _ in range(TRIES):
            try:
                return await self._api.ask("conversations.history", asked)
            except TROUBLES as error:
                trouble = translated(error, self._channel.name, str(asked["channel"]))
                if trouble.retry_after is None or code_of(error) not in ("ratelimited", "rate_limited"):
                    raise trouble from error
                await self._sleep(trouble.retry_after)
        raise ChannelError(channel=self._channel.name, why="too many questions")
