"""A real server over the desk of these tests, real requests, and a real browser."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, async_playwright

from bot.channels.web.app import build
from bot.channels.web.guard import csrf_of
from bot.channels.web.hub import Hub
from bot.channels.web.server import Server
from tests.channels.web.media import make_media
from tests.channels.web.room import ScriptedDesk
from tests.chromium import launched

MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


class Site:
    """A running web chat: where it is, and the desk behind it."""

    def __init__(self, media: Path, *, demo: bool) -> None:
        self.hub = Hub()
        self.desk = ScriptedDesk(self.hub, lambda: datetime.now(UTC), media)
        app = build(self.desk, self.hub, clock=self.desk.clock, demo=self.desk if demo else None, heartbeat_seconds=0.2)
        self.server = Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"), self.hub)
        self.running: asyncio.Task[None] | None = None
        self.url = ""

    async def open(self) -> None:
        """Start, and wait until the door is open."""
        self.running = asyncio.create_task(self.server.serve())
        while not self.server.started:  # noqa: ASYNC110  # the server offers no event to wait for
            await asyncio.sleep(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"

    async def close(self) -> None:
        """Stop as a signal would."""
        self.server.should_exit = True
        if self.running:
            await self.running

    def client(self) -> httpx.AsyncClient:
        """A visitor without a session."""
        return httpx.AsyncClient(base_url=self.url, timeout=10)

    def inside(self, handle: str = "samira") -> httpx.AsyncClient:
        """A visitor with a session, whose requests look like those of our own page."""
        token = self.desk.let_in(handle)
        headers = {"cookie": f"opstap={token}", "origin": self.url, "x-opstap-csrf": csrf_of(token)}
        return httpx.AsyncClient(base_url=f"{self.url}/c/{handle}", headers=headers, timeout=10)


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture and a film."""
    return make_media(tmp_path_factory.mktemp("media"))


@pytest_asyncio.fixture(loop_scope="module")
async def site(media: Path) -> AsyncIterator[Site]:
    """The web chat."""
    one = Site(media, demo=False)
    await one.open()
    yield one
    await one.close()


@pytest_asyncio.fixture(loop_scope="module")
async def demo_site(media: Path) -> AsyncIterator[Site]:
    """The web chat with the demo at its front door."""
    one = Site(media, demo=True)
    await one.open()
    yield one
    await one.close()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with async_playwright() as playwright:
        one = await launched(playwright, *MICROPHONE)
        yield one
        await one.close()
