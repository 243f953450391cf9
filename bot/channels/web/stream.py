"""The stream of new lines to an open page (server-sent events)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.chat import FIRST_LINES, number
from bot.channels.web.desk import Line, Visit
from bot.channels.web.house import House
from bot.channels.web.hub import Feed, News
from bot.channels.web.wire import show
from bot.errors import OpstapError

LOOK_AFTER = timedelta(seconds=20)
"""So long after the last look the session is looked at again, before anything more is told: access that was taken
away ends within a minute, also on a page that stays open."""

HELLO = b"retry: 2000\n\n"
BEAT = b": \n\n"
BYE = b"event: bye\ndata: \n\n"
GONE = b"event: gone\ndata: \n\n"
ELSEWHERE = b"event: elsewhere\ndata: \n\n"


class Stream:
    """Serves the streams."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """The address of the stream."""
        return [Route("/c/{handle}/api/stream", guard.personal(self._house, self.open), methods=["GET"])]

    async def open(self, request: Request, visit: Visit, token: str) -> Response:
        """Everything after `after` (or after the last line that this browser saw), and then what comes."""
        seen = request.headers.get("last-event-id", "")
        after = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 20 else None
        if after is None:
            after = number(request, "after", default=0, most=2**62)
        # The feed starts before the reading does, so that nothing falls between the two.
        feed = self._house.hub.subscribe(visit.person)
        try:
            missed = await self._house.desk.lines(visit, after, FIRST_LINES)
        except BaseException:
            feed.close()
            raise
        reader = _Reader(self._house, feed, visit=visit, token=token, after=after)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(reader.read(missed), media_type="text/event-stream", headers=headers)


class _Reader:
    """Turns one feed into events, until the page, the session or the house closes."""

    def __init__(self, house: House, feed: Feed, *, visit: Visit, token: str, after: int) -> None:
        self._house = house
        self._feed = feed
        self._visit = visit
        self._token = token
        self._last = after
        self._looked = house.clock()
        self._over = False

    async def read(self, missed: list[Line]) -> AsyncIterator[bytes]:
        """The events, each as it goes over the line."""
        with self._feed:
            yield HELLO + self._events(missed)
            try:
                while not self._over:
                    yield await self._next()
            except OpstapError:
                # The page comes back by itself, with the last line that it has.
                yield BYE

    async def _next(self) -> bytes:
        try:
            async with asyncio.timeout(self._house.heartbeat_seconds):
                news = await anext(self._feed, None)
        except TimeoutError:
            return BEAT if await self._may_read() else GONE
        if news is None:
            self._over = True
            return BYE
        # A page where much is said gets no heartbeats.
        late = self._house.clock() - self._looked >= LOOK_AFTER
        if (late or news == "look") and not await self._may_read():
            return GONE
        return await self._tell(news)

    async def _may_read(self) -> bool:
        """Looks at the session again."""
        self._looked = self._house.clock()
        visit = await self._house.desk.visit(self._visit.handle, self._token, self._looked)
        self._over = visit is None
        return visit is not None

    async def _tell(self, news: News) -> bytes:
        if news == "elsewhere":
            return ELSEWHERE
        if news in ("reload", "look"):
            return self._events(await self._house.desk.lines(self._visit, self._last, FIRST_LINES))
        return self._events([line for line in news if isinstance(line, Line)])

    def _events(self, lines: list[Line]) -> bytes:
        self._last = max([self._last, *(line.n for line in lines)])
        return b"".join(
            b"id: %d\nevent: line\ndata: %s\n\n" % (line.n, msgspec.json.encode(show(line, self._house.desk)))
            for line in lines
        )
