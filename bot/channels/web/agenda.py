"""A meeting as a file for the agenda of a phone."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import AgendaDesk, Visit
from bot.channels.web.house import House

CODE_MOST = 64
"""Characters of a code that are read; a real one is far shorter."""


class Agenda:
    """Gives a meeting to who has a part in it."""

    def __init__(self, house: House, desk: AgendaDesk) -> None:
        self._house = house
        self._desk = desk

    def routes(self) -> list[Route]:
        """The address of the file; and the one that a link on another platform has, which shows this alone."""
        give = guard.personal(self._house, self.give)
        return [
            Route("/c/{handle}/afspraak/{id}.ics", give, methods=["GET"]),
            Route("/agenda/{code}.ics", self.by_code, methods=["GET"]),
        ]

    async def give(self, request: Request, visit: Visit, token: str) -> Response:
        """The file; 404 for a meeting that is off or over, and for everybody who has no part in it."""
        id = request.path_params["id"]
        return _file(await self._desk.calendar(visit.person, id, self._house.clock()))

    async def by_code(self, request: Request) -> Response:
        """The file for a code: it lets nobody into a conversation, so a preview that opens it does no harm."""
        visitor = request.client.host if request.client else ""
        code = request.path_params["code"][:CODE_MOST]
        return _file(await self._desk.by_code(code, visitor, self._house.clock()))


def _file(body: bytes | None) -> Response:
    if body is None:
        raise HTTPException(404, "page_not_found")
    headers = {"Content-Disposition": 'attachment; filename="afspraak.ics"', "Cache-Control": "no-store"}
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)
