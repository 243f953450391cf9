"""The chat of one person: the page, its lines, and everything that is said in it."""

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import Line, Visit
from bot.channels.web.house import House
from bot.channels.web.wire import TEXT_MOST, MalformedError, read_say, show
from bot.messages import Inbound

SAY_MOST = 64 * 1024
FIRST_LINES = 120
LINES_MOST = 2000


class Chat:
    """The page and what it asks for."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """All addresses of the chat."""
        page, lines = guard.personal(self._house, self.page), guard.personal(self._house, self.lines)
        say = guard.personal(self._house, guard.ours(self.say))
        manifest = guard.personal(self._house, self.manifest)
        return [
            Route("/c/{handle}/", page, methods=["GET"]),
            Route("/c/{handle}/api/lines", lines, methods=["GET"]),
            Route("/c/{handle}/api/say", say, methods=["POST"]),
            Route("/c/{handle}/manifest.webmanifest", manifest, methods=["GET"]),
        ]

    async def page(self, request: Request, visit: Visit, token: str) -> Response:
        """The chat page, with the newest lines in it so that it shows at once."""
        desk = self._house.desk
        lines = await desk.lines(visit, 0, FIRST_LINES)
        boot = {
            "handle": visit.handle,
            "base": guard.path_of(visit.handle),
            "csrf": guard.csrf_of(token),
            "words": dict(desk.words),
            "buttons": dict(desk.buttons),
            "textMost": TEXT_MOST,
            "voice": desk.has_voice,
            "page": FIRST_LINES,
            "lines": [show(line, desk) for line in lines],
        }
        page = self._house.paper.page("chat.html", boot=boot, base=guard.path_of(visit.handle), b=desk.buttons)
        # Anew with each visit: who comes every day must not be put out because they came in long ago.
        seconds = self._house.cookie_seconds
        guard.remember(page, request, handle=visit.handle, seconds=seconds)
        guard.keep(page, request, handle=visit.handle, token=token, seconds=seconds)
        return page

    async def lines(self, request: Request, visit: Visit, token: str) -> Response:
        """The newest lines after `after`, at most `limit`."""
        after = number(request, "after", default=0, most=2**62)
        limit = number(request, "limit", default=FIRST_LINES, most=LINES_MOST)
        return self._answer(await self._house.desk.lines(visit, after, limit))

    async def say(self, request: Request, visit: Visit, token: str) -> Response:
        """Take a message. The answer comes after the commit: until then the page tries again."""
        try:
            said = read_say(await guard.body_of(request, SAY_MOST))
        except MalformedError as error:
            raise HTTPException(400, error.word) from error
        inbound = Inbound(
            channel="web", address=visit.handle, external_id=said.id, kind=said.kind, at=self._house.clock(),
            text=said.text, data=said.carried, media=said.media,
        )  # fmt: skip
        taken = await self._house.desk.take(visit, inbound)
        return self._answer(taken.lines, outcome=taken.outcome)

    async def manifest(self, request: Request, visit: Visit, token: str) -> Response:
        """What a phone needs to put the chat on its first screen."""
        name, home = self._house.desk.words["coach_name"], guard.path_of(visit.handle)
        sizes = [size for size in (192, 512) if self._house.desk.icon(size)]
        icons = [
            {"src": f"/icon/{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for size in sizes
        ]
        drawn = {"src": self._house.assets.address("art/mark.svg"), "sizes": "any", "type": "image/svg+xml"}
        body = {
            "name": name, "short_name": name, "lang": "nl", "display": "standalone", "start_url": home,
            "scope": home, "id": home, "background_color": "#FBF7F0", "theme_color": "#0F4C4A",
            "icons": [*icons, drawn],
        }  # fmt: skip
        return Response(msgspec.json.encode(body), media_type="application/manifest+json")

    def _answer(self, lines: list[Line] | tuple[Line, ...], outcome: str = "done") -> Response:
        shown = [show(line, self._house.desk) for line in lines]
        return JSONResponse({"outcome": outcome, "lines": shown})


def number(request: Request, name: str, *, default: int, most: int) -> int:
    """A whole number from the address, 0 to `most`; 400 when it is something else."""
    given = request.query_params.get(name, str(default))
    if not (given.isascii() and given.isdigit() and len(given) < 20):
        raise HTTPException(400, "went_wrong")
    return min(int(given), most)
