"""The address at which the platform brings events, presses and commands when it may reach us by HTTP."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

log = structlog.get_logger(__name__)

LARGEST = 2**20
"""Bytes of a request that are read."""

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Hook:
    """One address, as a bare ASGI application."""

    def __init__(self, app: AsyncApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        status, headers, body = await self._answer(scope, receive)
        told = [(name.encode(), value.encode()) for name, value in headers.items() if name != "content-length"]
        told.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": told})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, dict[str, str], bytes]:
        if scope["method"] != "POST":
            return 405, {}, b""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        body = await _body(receive, headers.get("content-length", ""))
        if body is None:
            return 413, {}, b""
        try:
            request = AsyncBoltRequest(body=body.decode("utf-8"), headers=headers, query="")
        except (ValueError, TypeError, AttributeError) as error:  # no UTF-8, no JSON, or no object
            log.warning("slack.unreadable", error=type(error).__name__, size=len(body))
            return 400, {}, b""
        response = await self._app.async_dispatch(request)
        if response.status == 401:
            log.warning("slack.wrong_signature")
        return response.status, response.first_headers_without_set_cookie(), (response.body or "").encode()


async def _body(receive: Receive, told: str) -> bytes | None:
    """The whole body; None when it is too large."""
    if told.isdigit() and int(told) > LARGEST:
        return None
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b""
        part = message.get("body", b"")
        size += len(part)
        if size > LARGEST:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)
