"""One question to another server: its answer, or in plain words why there is none."""

import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from msgspec import Struct

from bot.doctor.threads import aside
from bot.errors import OpstapError

PATIENCE = 8.0
"""Seconds for one answer."""
LARGEST = 2**20


class Answer(Struct, frozen=True, kw_only=True):
    """What came back; `told` is its JSON object, empty when it is none, and `headers` have small letters."""

    status: int
    told: dict[str, Any]
    headers: dict[str, str]

    @property
    def at(self) -> datetime | None:
        """The time over there."""
        with suppress(ValueError, TypeError):
            return parsedate_to_datetime(self.headers["date"]).astimezone(UTC) if "date" in self.headers else None
        return None


class AwayError(OpstapError):
    """There is no answer: {why}."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why=why)


class Names(AbstractResolver):
    """Looks names up in a thread that nobody has to wait for: the library's own would be waited for at the end."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host; raises OSError."""
        rows = await aside(lambda: socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM))
        return [
            ResolveResult(hostname=host, host=str(row[4][0]), port=port, family=row[0], proto=row[2], flags=0)
            for row in rows
        ]

    async def close(self) -> None:
        """Holds nothing."""


def session() -> aiohttp.ClientSession:
    """What questions are asked with; the caller closes it."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=Names()),
        timeout=aiohttp.ClientTimeout(total=PATIENCE),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


async def ask(
    web: aiohttp.ClientSession,
    url: str,
    *,
    fields: dict[str, Any] | None = None,
    token: str = "",
    post: bool = False,
    patience: float = PATIENCE,
) -> Answer:
    """The answer to one request, whatever its status; raises AwayError."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    wait = aiohttp.ClientTimeout(total=patience)
    method = "POST" if post or fields is not None else "GET"
    try:
        async with web.request(
            method, url, json=fields, headers=headers, allow_redirects=False, timeout=wait
        ) as answer:
            body = await answer.content.read(LARGEST)
            kept = {name.lower(): value for name, value in answer.headers.items()}
            return Answer(status=answer.status, told=_object(body), headers=kept)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise AwayError(_plain(error, patience)) from error


def _object(body: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(body)
        return found if isinstance(found, dict) else {}
    return {}


def _plain(error: Exception, patience: float) -> str:
    """Why, for somebody who looks after a server."""
    match error:
        case aiohttp.InvalidURL():
            return "it is no address"
        case aiohttp.ClientConnectorDNSError():
            return "its name is not known here"
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not valid"
        case aiohttp.ClientSSLError():
            return "it does not speak HTTPS"
        case TimeoutError():
            return f"no answer within {patience:.0f} seconds"
        case aiohttp.ClientConnectorError():
            return os.strerror(error.os_error.errno).lower() if error.os_error.errno else "no connection"
        case aiohttp.ServerDisconnectedError():
            return "it hung up without an answer"
    return f"the connection failed ({type(error).__name__})"
