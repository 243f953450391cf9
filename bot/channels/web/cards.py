"""Cards of people: a picture, or a page to print, for who may have it. No copy of it stays behind."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import CardDesk, Visit
from bot.channels.web.house import House


class Cards:
    """Serves cards within the chat of one person."""

    def __init__(self, house: House, desk: CardDesk) -> None:
        self._house = house
        self._desk = desk

    def routes(self) -> list[Route]:
        """The paper comes first: a number never ends in .pdf."""
        paper, picture = guard.personal(self._house, self.paper), guard.personal(self._house, self.picture)
        return [
            Route("/c/{handle}/card/{id}.pdf", paper, methods=["GET"]),
            Route("/c/{handle}/card/{id}", picture, methods=["GET"]),
        ]

    async def picture(self, request: Request, visit: Visit, token: str) -> Response:
        """The card as it is shown in the chat."""
        found = await self._desk.picture(visit.person, request.path_params["id"])
        return _answer(found, "image/jpeg")

    async def paper(self, request: Request, visit: Visit, token: str) -> Response:
        """The card on a page of A4."""
        found = await self._desk.paper(visit.person, request.path_params["id"])
        return _answer(found, "application/pdf")


def _answer(found: bytes | None, kind: str) -> Response:
    if found is None:
        raise HTTPException(404, "page_not_found")
    return Response(found, media_type=kind, headers={"Cache-Control": "no-store"})
