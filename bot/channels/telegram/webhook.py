"""The webhook: an address where the platform brings each update, answered with 200 when it is on disk."""

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import msgspec
import structlog

from bot.channels.telegram.listener import Listener
from bot.channels.telegram.payload import decode
from bot.channels.telegram.reading import Pressed, Tick
from bot.errors import OpstapError
from bot.logs import where

log = structlog.get_logger(__name__)

LARGEST = 2**20
"""Bytes of an update that are read."""
AGAIN_IN = b"5"
"""Seconds after which the platform may try again when the house is not well."""
_SECRET = b"x-telegram-bot-api-secret-token"

_encode = msgspec.json.Encoder().encode

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Webhook:
    """One address, as a bare ASGI application: it is on the way of every message."""

    def __init__(self, listener: Listener, secret: str) -> None:
        self._listener = listener
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        status, reply = await self._answer(scope, receive)
        headers = [(b"content-length", str(len(reply)).encode())]
        if reply:
            headers.append((b"content-type", b"application/json"))
        if status == 503:
            headers.append((b"retry-after", AGAIN_IN))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": reply})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        if scope["method"] != "POST":
            return 405, b""
        headers = dict(scope["headers"])
        if not hmac.compare_digest(headers.get(_SECRET, b""), self._secret):
            log.warning("telegram.wrong_secret")
            return 401, b""
        body = await _body(receive, headers.get(b"content-length", b""))
        return (413, b"") if body is None else await self._taken(body)

    async def _taken(self, body: bytes) -> tuple[int, bytes]:
        """What cannot be read stays unreadable, so it is accepted and set aside: it may not hold up that person.

        A press is answered in the same breath: the platform takes one call in the answer to its own.
        """
        try:
            meaning = self._listener.read(decode(body))
        except msgspec.DecodeError as error:
            log.error("telegram.unreadable", error=type(error).__name__, size=len(body))
            return 200, b""
        try:
            await self._listener.do(meaning)
        except OpstapError as error:
            log.warning("telegram.not_taken", error=type(error).__name__)
            return 503, b""
        except Exception as error:  # the boundary of the request: the platform brings it again
            log.error("telegram.not_taken", error=type(error).__name__, where=where(error))
            return 503, b""
        if isinstance(meaning, Pressed | Tick):
            return 200, _encode({"method": "answerCallbackQuery", "callback_query_id": meaning.press.query})
        return 200, b""


async def _body(receive: Receive, told: bytes) -> bytes | None:
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
