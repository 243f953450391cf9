"""Sound: spoken messages that are kept and given back, and the conversation read aloud."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import Part, Visit
from bot.channels.web.house import House

VOICE_MOST = 5 * 1024 * 1024
N_MOST = 2**31 - 1
"""Places in a conversation that a database can hold."""
PARTS: dict[str, Part] = {"line": "line", "answers": "answers"}


def kind_of(body: bytes) -> str | None:
    """The kind of sound, read from its first bytes (never from what the sender calls it)."""
    if body.startswith(b"\x1a\x45\xdf\xa3"):
        return "audio/webm"
    if body.startswith(b"OggS"):
        return "audio/ogg"
    if body[4:8] == b"ftyp":
        return "audio/mp4"
    if body.startswith(b"RIFF") and body[8:12] == b"WAVE":
        return "audio/wav"
    return None


class Voice:
    """Takes and gives spoken messages."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """The addresses of sound."""
        keep = guard.personal(self._house, guard.ours(self.keep))
        return [
            Route("/c/{handle}/api/voice", keep, methods=["POST"]),
            Route("/c/{handle}/media/{id}", guard.personal(self._house, self.give), methods=["GET"]),
            Route("/c/{handle}/aloud/{n:int}/{part}.ogg", guard.personal(self._house, self.read), methods=["GET"]),
        ]

    async def keep(self, request: Request, visit: Visit, token: str) -> Response:
        """Keep a spoken message; the page then says it with the id that it gets here."""
        body = await guard.body_of(request, VOICE_MOST)
        kind = kind_of(body)
        if kind is None:
            raise HTTPException(415, "not_sent")
        kept = await self._house.desk.keep_media(visit, kind, body, self._house.clock())
        return JSONResponse({"media": kept}, status_code=201)

    async def give(self, request: Request, visit: Visit, token: str) -> Response:
        """A spoken message."""
        found = await self._house.desk.media(visit, request.path_params["id"])
        if found is None:
            raise HTTPException(404, "page_not_found")
        return _sound(request, *found)

    async def read(self, request: Request, visit: Visit, token: str) -> Response:
        """A bubble of the person's own conversation, or the answers below it, read aloud."""
        n, part = request.path_params["n"], PARTS.get(request.path_params["part"])
        body = await self._house.desk.read_aloud(visit, n, part) if part and 0 < n <= N_MOST else None
        if body is None:
            raise HTTPException(404, "page_not_found")
        return _sound(request, "audio/ogg", body)


def _sound(request: Request, kind: str, body: bytes) -> Response:
    """The sound, or the part of it that the player asks for (some phones play nothing without parts)."""
    part = part_of(request.headers.get("range", ""), len(body))
    if part is None:
        return Response(body, media_type=kind, headers={"Accept-Ranges": "bytes"})
    start, end = part
    headers = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {start}-{end - 1}/{len(body)}"}
    return Response(body[start:end], status_code=206, media_type=kind, headers=headers)


def part_of(header: str, size: int) -> tuple[int, int] | None:
    """The [start, end) that a Range header names; None when it names no single part that exists."""
    unit, _, wanted = header.partition("=")
    first, dash, last = wanted.strip().partition("-")
    if unit.strip() != "bytes" or not dash or not (first + last).isdecimal() or len(first + last) > 30:
        return None
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    return (start, end) if start < end else None
