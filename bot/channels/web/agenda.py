"""A meeting as a file for the agenda of a phone."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import AgendaDesk, Visit
from bot.channels.web.house import House


class Agenda:
    """Gives a meeting to who has a part in it."""

    def __init__(self, house: House, desk: AgendaDesk) -> None:
        self._house = house
        self._desk = desk

    def routes(self) -> list[Route]:
        """The address of the file."""
        give = guard.personal(self._house, self.give)
        return [Route("/c/{handle}/afspraak/{id}.ics", give, methods=["GET"])]

    async def give(self, request: Request, visit: Visit, token: str) -> Response:
        """The file; 404 for a meeting that is off or over, and for everybody who has no part in it."""
        id = request.path_params["id"]
        body = await self._desk.calendar(visit.person, id, self._house.clock())
        if body is None:
            raise HTTPException(404, "page_not_found")
        headers = {"Content-Disposition": 'attachment; filename="afspraak.ics"'}
        return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)
