"""Films, pictures and icons of the content: the same for everybody, so without a session."""

import asyncio
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.channels.web.house import House

A_DAY = "public, max-age=86400"
TYPES = {
    ".mp4": "video/mp4",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".svg": "image/svg+xml",
}


class Library:
    """Serves files that the desk knows; the address never becomes a path."""

    def __init__(self, house: House) -> None:
        self._desk = house.desk
        self._paper = house.paper

    def routes(self) -> list[Route]:
        """The addresses of films (and their page), pictures and icons."""
        return [
            Route("/film/{id}.{part}", self.film, methods=["GET"]),
            Route("/film/{id}", self.cinema, methods=["GET"]),
            Route("/picture/{id}", self.picture, methods=["GET"]),
            Route("/icon/{size:int}.png", self.icon, methods=["GET"]),
        ]

    async def film(self, request: Request) -> Response:
        """The film itself (in parts, when the player asks), or its poster."""
        film = self._desk.film(request.path_params["id"])
        names = ("mp4", "poster")
        part = request.path_params["part"]
        if film is None or part not in names:
            raise HTTPException(404, "page_not_found")
        return _file((film[0], film[1])[names.index(part)])

    async def cinema(self, request: Request) -> Response:
        """A page with the film: where the code on paper leads."""
        id = request.path_params["id"]
        film = self._desk.film(id)
        if film is None:
            raise HTTPException(404, "page_not_found")
        return self._paper.page("film.html", film=f"/film/{id}", lines=film[2].splitlines())

    async def picture(self, request: Request) -> Response:
        """A picture; one that must be drawn first keeps nobody else waiting."""
        code = self._desk.code(request.path_params["id"])
        if code is not None:
            # It lets someone in: no copy of it stays behind.
            return Response(code, media_type="image/png", headers={"Cache-Control": "no-store"})
        picture = await asyncio.to_thread(self._desk.picture, request.path_params["id"])
        return _file(picture[0] if picture else None)

    async def icon(self, request: Request) -> Response:
        """The app icon in one of its sizes."""
        return _file(self._desk.icon(request.path_params["size"]))


def _file(path: Path | None) -> Response:
    if path is None or path.suffix not in TYPES or not path.is_file():
        raise HTTPException(404, "page_not_found")
    return FileResponse(path, media_type=TYPES[path.suffix], headers={"Cache-Control": A_DAY})
