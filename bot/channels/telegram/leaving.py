"""The moment in which a request leaves: known to the caller, and as close to the wire as it can be."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import BytesPayload


class Leaving:
    """One request: whether it left yet, and who wants to hear of it just before it does."""

    __slots__ = ("_tell", "left")

    def __init__(self, tell: Callable[[], None] | None = None) -> None:
        self._tell = tell
        self.left = False

    def now(self) -> None:
        """It leaves."""
        if not self.left and self._tell is not None:
            self._tell()
        self.left = True


NOW: ContextVar[Leaving | None] = ContextVar("leaving", default=None)
"""The request that this task is about to make."""


class Words(BytesPayload):
    """A body of JSON. The library writes it, with the headers before it, in one go, in a task of its own."""

    def __init__(self, body: bytes, leaving: Leaving) -> None:
        super().__init__(body, content_type="application/json")
        self._leaving = leaving

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        """Writes it."""
        self._leaving.now()
        await super().write_with_length(writer, content_length)


class Form(aiohttp.MultipartWriter):
    """A body with files."""

    def __init__(self, leaving: Leaving) -> None:
        super().__init__("form-data")
        self._leaving = leaving

    def add(self, name: str, value: Any, *, filename: str | None = None, content_type: str | None = None) -> None:
        """One field, or a file."""
        headers = {"Content-Type": content_type} if content_type else None
        part = self.append(value, headers)
        about = {"name": name, "filename": filename} if filename else {"name": name}
        part.set_content_disposition("form-data", quote_fields=True, **about)

    async def write_with_length(self, writer: AbstractStreamWriter, content_length: int | None) -> None:
        """Writes it."""
        self._leaving.now()
        await super().write_with_length(writer, content_length)

    async def write(self, writer: AbstractStreamWriter, close_boundary: bool = True) -> None:
        """Writes it."""
        self._leaving.now()
        await super().write(writer, close_boundary)


class PromptConnector(aiohttp.TCPConnector):
    """Lets what is written leave at once, and not when the loop comes round."""

    async def connect(self, req: aiohttp.ClientRequest, traces: list[Any], timeout: Any) -> Any:  # noqa: ASYNC109  # the library's own
        """A connection for a request."""
        connection = await super().connect(req, traces, timeout)
        if connection.transport is not None:
            # Without a buffer each write goes to the system at once.
            connection.transport.set_write_buffer_limits(high=0)
        return connection
