"""The client of the Web API: slack-sdk's own, over one session, without its tries again and its own words in a log."""

import logging
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

DEFAULT_API = "https://slack.com"
PATIENCE = 20
"""Seconds for an ordinary answer; an upload takes longer."""
UPLOAD = 120
IDLE = 15.0
"""Seconds that a connection is kept without use: shorter than any server does, so that none is closed in our face."""
CONNECTIONS = 50

logger = logging.getLogger("slack.opstap")
logger.setLevel(logging.ERROR)
"""Below this the library tells what people wrote."""


class Api:
    """The app in one workspace. Every call raises a SlackApiError or what aiohttp raises."""

    def __init__(self, token: str, base: str = DEFAULT_API) -> None:
        self.base = f"{base.rstrip('/')}/api/"
        self.client = self.client_for(token)
        self._session: aiohttp.ClientSession | None = None

    def client_for(self, token: str) -> AsyncWebClient:
        """A client with this token."""
        # It may not try again by itself: what may have arrived would be said twice.
        return AsyncWebClient(
            token=token, base_url=self.base, timeout=PATIENCE, retry_handlers=[], logger=logger
        )  # fmt: skip

    async def open(self) -> None:
        """Opens the connections; asks the platform nothing yet."""
        connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=IDLE)
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        self._session = aiohttp.ClientSession(connector=connector, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar())
        self.client.session = self._session

    async def close(self) -> None:
        """Closes them."""
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        """One call with its fields as they stand in the manual of the platform; gives the whole answer."""
        answer = await self.client.api_call(method, json=fields)
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def ask(self, method: str, fields: dict[str, Any]) -> dict[str, Any]:
        """The same for the methods that take no JSON."""
        answer = await self.client.api_call(method, data=fields)
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def upload(self, url: str, content: bytes) -> None:
        """Brings a file to the address that the platform gave."""
        async with self._open().post(url, data=content, timeout=aiohttp.ClientTimeout(total=UPLOAD)) as answer:
            answer.raise_for_status()

    async def respond(self, url: str, fields: dict[str, Any]) -> None:
        """Uses the address that came with a press or a command."""
        async with self._open().post(url, json=fields) as answer:
            answer.raise_for_status()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise aiohttp.ClientConnectionError("the client is not open")
        return self._session
