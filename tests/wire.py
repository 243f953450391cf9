"""A light HTTP client on bare sockets, one connection each, so that a test measures the server and not itself."""

import asyncio
from contextlib import suppress
from typing import Self

from msgspec import Struct


class Answer(Struct, frozen=True):
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


class Wire:
    """One connection. It is opened when it is needed, and again after it broke; what broke raises OSError."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, headers: str = "", body: bytes = b"") -> Answer:
        """One request and its answer; `headers` are whole lines, each with its line end."""
        where = f"{method} {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n"
        head = f"{where}Content-Length: {len(body)}\r\n{headers}\r\n"
        try:
            reader, writer = await self._open()
            writer.write(head.encode() + body)
            return await self._answer(reader)
        except (OSError, EOFError) as error:
            self.drop()
            raise ConnectionError(type(error).__name__) from error
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Hangs up, as a phone does that loses its connection."""
        if self._writer is not None:
            with suppress(RuntimeError):
                self._writer.close()
        self._reader = self._writer = None

    async def close(self) -> None:
        """Hangs up, and waits until that is done."""
        writer = self._writer
        self.drop()
        if writer is not None:
            with suppress(OSError):
                await writer.wait_closed()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(self._host, self._port, limit=2**22)
        return self._reader, self._writer

    async def _answer(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *rest = head.rstrip().split("\r\n")
        headers = {}
        for line in rest:
            name, _, value = line.partition(": ")
            headers[name.lower()] = value
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection", "").lower() == "close":
            self.drop()
        return Answer(int(first.split()[1]), headers, body)
