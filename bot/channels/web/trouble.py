"""What people see when something is not there or went wrong: kind words, never a trace."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web import guard
from bot.channels.web.house import House

WORDS: Mapping[int, str] = {401: "session_over", 404: "page_not_found", 405: "page_not_found"}


class Trouble:
    """Answers errors: a page for people, a word key for scripts."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def refused(self, request: Request, error: Exception) -> Response:
        """What we refuse on purpose."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        detail = error.detail if isinstance(error, HTTPException) else ""
        word = detail if detail in self._house.desk.words else WORDS.get(status, "went_wrong")
        response = self._answer(request, status, word)
        response.headers.update(headers)
        return response

    async def unreachable(self, request: Request, error: Exception) -> Response:
        """Something that the house knows by name and that passes: the page tries again."""
        return self._answer(request, 503, "went_wrong")

    async def broken(self, request: Request, error: Exception) -> Response:
        """Anything else. The server logs it after this answer."""
        return self._answer(request, 500, "went_wrong")

    def _answer(self, request: Request, status: int, word: str) -> Response:
        if "/api/" in request.url.path:
            return JSONResponse({"word": word}, status_code=status)
        if status == 401:
            return self._shut(request, word)
        return self._house.paper.page("trouble.html", status=status, word=word)

    def _shut(self, request: Request, word: str) -> Response:
        """The way in for who has no session here.

        A browser that follows a link of another site holds the session back: then the own link is still good.
        """
        site = request.headers.get("sec-fetch-site")
        here = guard.been_here(request)
        held_back = site in {"cross-site", "same-site"}
        page = self._house.paper.page("enter.html", status=401, trouble=word, here=here if held_back else None)
        if here and not held_back and site and request.url.path.startswith(here):
            guard.forget(page)
        return page
