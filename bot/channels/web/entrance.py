"""The front door: the page for a code, the personal link, and the goodbye."""

import hmac

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import Visit
from bot.channels.web.house import House

CODE_MOST = 64
"""Characters of a code that are read; a real one is far shorter."""

REFUSED = {"wrong": (403, "enter_wrong"), "too-often": (429, "enter_too_often")}


class Entrance:
    """Lets people in and out."""

    def __init__(self, house: House) -> None:
        self._house = house

    def routes(self) -> list[Route]:
        """All addresses of the front door."""
        leave = guard.personal(self._house, self.leave)
        return [
            Route("/", self.door, methods=["GET"]),
            Route("/in", self.door, methods=["GET"]),
            Route("/in", self.enter, methods=["POST"]),
            Route("/k/{code}", self.link, methods=["GET"]),
            Route("/uit", self.farewell, methods=["GET"]),
            Route("/c/{handle}/uit", leave, methods=["POST"]),
            Route("/healthz", self.health, methods=["GET"]),
        ]

    async def door(self, request: Request) -> Response:
        """The page that asks for the code."""
        return self._house.paper.page("enter.html", trouble=None, here=guard.been_here(request))

    async def link(self, request: Request) -> Response:
        """The personal link. Only a press sends the code: a preview that opens the link must not use it up.

        Many press their link every day. Who was here before is shown the way to their chat, and not sent there:
        a phone may be shared.
        """
        code = request.path_params["code"][:CODE_MOST]
        return self._house.paper.page("link.html", code=code, here=guard.been_here(request))

    async def enter(self, request: Request) -> Response:
        """Trade the code for a session; a wrong code and an old one get the same answer."""
        if not guard.is_ours(request):
            raise HTTPException(403, "went_wrong")
        house = self._house
        code = (await guard.form_of(request)).get("code", "")[:CODE_MOST]
        visitor = request.client.host if request.client else ""
        entered = await house.desk.enter(code, visitor, house.clock())
        if isinstance(entered, str):
            status, word = REFUSED[entered]
            return house.paper.page("enter.html", status=status, trouble=word, here=guard.been_here(request))
        visit, token = entered
        response = RedirectResponse(guard.path_of(visit.handle), status_code=303)
        guard.remember(response, request, handle=visit.handle, seconds=house.cookie_seconds)
        guard.keep(response, request, handle=visit.handle, token=token, seconds=house.cookie_seconds)
        return response

    async def leave(self, request: Request, visit: Visit, token: str) -> Response:
        """Log out: the session ends here as well as on the phone."""
        proof = (await guard.form_of(request)).get("csrf", "")
        if not guard.is_ours(request) or not hmac.compare_digest(proof.encode(), guard.csrf_of(token).encode()):
            raise HTTPException(403, "went_wrong")
        await self._house.desk.leave(visit, token)
        response = RedirectResponse("/uit", status_code=303)
        guard.forget(response)
        response.delete_cookie(guard.COOKIE, path=guard.path_of(visit.handle), httponly=True, samesite="strict")
        return response

    async def farewell(self, request: Request) -> Response:
        """The goodbye. Its script clears what the page kept on this phone."""
        return self._house.paper.page("farewell.html")

    async def health(self, request: Request) -> Response:
        """For the one who watches the server."""
        return JSONResponse({"ok": True})
