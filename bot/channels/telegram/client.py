"""The client of the Bot API: python-telegram-bot's own bot, over aiohttp."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import aiohttp
import msgspec
from telegram import Bot, InputFile
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram.leaving import NOW, Form, Leaving, PromptConnector, Words
from bot.channels.telegram.trouble import BusyError, Lockout, NotSentError

DEFAULT_API = "https://api.telegram.org"
CONNECTIONS = 40
IDLE = 15.0
"""Seconds that a connection is kept without use: shorter than any server does, so that none is closed in our face."""
PATIENCE = 20.0
"""Seconds for an ordinary answer; an upload takes longer."""
UPLOAD = 180.0
A_WHILE = 30.0
"""Seconds to wait when the platform says that it is too much, and not for how long."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class AioRequest(BaseRequest):
    """Requests over one aiohttp session. JSON goes out as JSON; files as a form."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds."""
        return self._patience

    async def initialize(self) -> None:
        """Opens the session, once."""
        if self._session is None or self._session.closed:
            connector = PromptConnector(limit=CONNECTIONS, keepalive_timeout=IDLE)
            timeout = aiohttp.ClientTimeout(total=self._patience)
            jar = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(connector=connector, timeout=timeout, cookie_jar=jar)

    async def shutdown(self) -> None:
        """Closes it."""
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer. What cannot be read is not repeated in a log: it may hold what a person wrote."""
        try:
            found: dict[str, Any] = _decode(payload)
        except msgspec.DecodeError:
            raise TelegramError("unreadable answer") from None
        return found

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; raises NotSentError when it surely did not arrive, another NetworkError when it may have."""
        if self._session is None:
            raise NotSentError("the client is not open")
        leaving = NOW.get() or Leaving()
        options: dict[str, Any] = {"data": _body(request_data, leaving)}
        if read_timeout is not BaseRequest.DEFAULT_NONE:
            options["timeout"] = aiohttp.ClientTimeout(total=read_timeout)
        try:
            async with self._session.request(method, url, **options) as answer:
                payload = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            name = type(error).__name__
            if not leaving.left:
                raise NotSentError(name) from error
            raise (TimedOut(name) if isinstance(error, TimeoutError) else NetworkError(name)) from error
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise BusyError(_told(payload))
        return answer.status, payload


def _told(payload: bytes) -> float:
    """The seconds that a refusal asks for; what stands before the platform may refuse in words of its own."""
    try:
        wait = _decode(payload)["parameters"]["retry_after"]
    except (msgspec.DecodeError, TypeError, KeyError):
        return A_WHILE
    return float(wait) if isinstance(wait, int | float) else A_WHILE


def _body(data: RequestData | None, leaving: Leaving) -> Words | Form | None:
    if data is None:
        return None
    if not data.contains_files:
        return Words(_encode(data.parameters), leaving)
    form = Form(leaving)
    for name, value in data.json_parameters.items():
        form.add(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add(name, content, filename=filename, content_type=kind)
    return form


def _parameter(name: str, value: Any) -> RequestParameter:
    if isinstance(value, InputFile):
        return RequestParameter.from_input(name, value)
    return RequestParameter(name, value, None)


class Api(Bot):
    """The bot of one token. `call` takes a method and its fields as they stand in the Bot API's own manual."""

    def __init__(self, token: str, base: str = DEFAULT_API) -> None:
        base = base.rstrip("/")
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=AioRequest(),
            get_updates_request=AioRequest(),
        )
        self._files = f"{base}/file/bot{token}"
        self._lockout = Lockout()

    async def open(self) -> None:
        """Opens the connections; asks the platform nothing yet."""
        await asyncio.gather(*(one.initialize() for one in self._request))

    async def close_connections(self) -> None:
        """Closes them."""
        await asyncio.gather(*(one.shutdown() for one in self._request))

    async def call(
        self,
        method: str,
        fields: dict[str, Any],
        *,
        patience: float | None = None,
        leaving: Callable[[], None] | None = None,
    ) -> Any:
        """One call; gives the `result`. `leaving` is called in the moment before it goes. Raises a TelegramError."""
        # Straight to the request: what the library does before it (defaults, times, entities) we have no use for.
        data = RequestData([_parameter(name, value) for name, value in fields.items()])
        request = self._request[0] if method == "getUpdates" else self._request[1]
        wait = BaseRequest.DEFAULT_NONE if patience is None else patience
        before = NOW.set(Leaving(leaving))
        try:
            result = await request.post(f"{self._base_url}/{method}", data, read_timeout=wait)
        except InvalidToken:
            self._lockout.begins()
            raise
        finally:
            NOW.reset(before)
        self._lockout.over()
        return result

    async def download(self, path: str) -> bytes:
        """A file that `getFile` found."""
        return await self.request.retrieve(f"{self._files}/{path}")


def bot_id(token: str) -> int:
    """The id of the bot, which stands before the colon in its token; 0 when there is none."""
    found = token.partition(":")[0]
    return int(found) if found.isascii() and found.isdecimal() else 0
