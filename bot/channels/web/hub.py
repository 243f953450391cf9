"""The hub: new lines on their way from the house to the open pages of a person."""

import asyncio
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import Literal, Self

from bot.channels.web.desk import Line

ROOM = 64
"""Batches that wait for one slow page before it is told to read them again."""

PAGES = 6
"""Open pages of one person; opening one more sends the oldest away."""

Signal = Literal["reload", "elsewhere", "look"]
News = tuple[Line, ...] | Signal


class Feed:
    """The news for one open page. It counts from the moment it is made, until it is closed.

    It yields batches of lines; `"reload"` when lines were dropped because this page reads too slowly, so
    that it must read on from its last n; `"look"` when a login has ended, maybe the one behind this page; and
    `"elsewhere"`, last of all, when newer pages took its place.
    """

    def __init__(self, hub: "Hub", person: str, room: int) -> None:
        self._hub = hub
        self._person = person
        self._room = room
        self._waiting: deque[News] = deque()
        self._stirred = asyncio.Event()
        self._closed = False

    def put(self, news: News) -> None:
        """Add news; when the room is full the waiting lines make way for one `"reload"`."""
        if self._closed:
            return
        if len(self._waiting) >= self._room:
            if news != "elsewhere":
                news = "look" if "look" in (news, *self._waiting) else "reload"
            self._waiting.clear()
        self._waiting.append(news)
        self._stirred.set()

    def close(self) -> None:
        """Let the reader finish what is waiting, and then end."""
        self._closed = True
        self._stirred.set()
        self._hub.forget(self._person, self)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> News:
        while not self._waiting:
            if self._closed:
                raise StopAsyncIteration
            self._stirred.clear()
            await self._stirred.wait()
        return self._waiting.popleft()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Hub:
    """Everybody's open pages. It lives in one event loop and keeps nothing that a page must not miss."""

    def __init__(self, room: int = ROOM, pages: int = PAGES) -> None:
        self._room = room
        self._pages = pages
        self._feeds: dict[str, list[Feed]] = {}
        self._closed = False

    def publish(self, person: str, lines: Sequence[Line]) -> None:
        """Hand new lines to every open page of a person. It never waits."""
        if lines:
            for feed in tuple(self._feeds.get(person, ())):
                feed.put(tuple(lines))

    def reads(self, person: str) -> bool:
        """Whether a person has a page open."""
        return person in self._feeds

    def look_again(self, person: str) -> None:
        """Let every open page of a person look whether it may still read along."""
        for feed in tuple(self._feeds.get(person, ())):
            feed.put("look")

    def subscribe(self, person: str) -> Feed:
        """A feed for one more open page; use it in a `with`, and read it with `async for`."""
        feed = Feed(self, person, self._room)
        feeds = self._feeds.setdefault(person, [])
        feeds.append(feed)
        for old in feeds[: -self._pages]:
            old.put("elsewhere")
            old.close()
        if self._closed:
            feed.close()
        return feed

    def forget(self, person: str, feed: Feed) -> None:
        """Drop a feed that was closed."""
        feeds = self._feeds.get(person, [])
        if feed in feeds:
            feeds.remove(feed)
        if not feeds:
            self._feeds.pop(person, None)

    def open_pages(self) -> int:
        """How many pages are open now."""
        return sum(len(feeds) for feeds in self._feeds.values())

    def close(self) -> None:
        """End every feed, now and later: the house is closing, and an open stream would keep it waiting."""
        self._closed = True
        for feeds in tuple(self._feeds.values()):
            for feed in tuple(feeds):
                feed.close()
