"""The demo: the phones of fictional people side by side, and a button to start over."""

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web import guard
from bot.channels.web.desk import DemoDesk
from bot.channels.web.headers import DEMO_POLICY
from bot.channels.web.house import House


class Demo:
    """Shows the demo page. It is there only when the house was built with a demo."""

    def __init__(self, house: House, demo: DemoDesk) -> None:
        self._house = house
        self._demo = demo

    def routes(self) -> list[Route]:
        """The demo stands at the front door; codes still work at /in."""
        return [
            Route("/", self.page, methods=["GET"]),
            Route("/demo", self.page, methods=["GET"]),
            Route("/demo/reset", self.reset, methods=["POST"]),
            Route("/demo/story", self.tell, methods=["POST"]),
            Route("/demo/story", self.scene, methods=["GET"]),
        ]

    async def page(self, request: Request) -> Response:
        """The phones. Each keeps its own session, because a cookie lives under one address only."""
        phones = await self._demo.demo_phones()
        response = self._house.paper.page("demo.html", phones=phones, story=self._demo.demo_scene())
        response.headers["Content-Security-Policy"] = DEMO_POLICY
        for phone in phones:
            guard.keep(response, request, handle=phone.handle, token=phone.token, seconds=self._house.cookie_seconds)
        return response

    async def reset(self, request: Request) -> Response:
        """Start everybody over."""
        if not guard.is_ours(request):
            raise HTTPException(403, "went_wrong")
        await self._demo.demo_reset()
        return RedirectResponse("/demo", status_code=303)

    async def tell(self, request: Request) -> Response:
        """Let the phones play the story, from the beginning."""
        if not guard.is_ours(request):
            raise HTTPException(403, "went_wrong")
        await self._demo.demo_tell()
        return RedirectResponse("/demo", status_code=303)

    async def scene(self, request: Request) -> Response:
        """Where the story is, for the page to show."""
        return Response(msgspec.json.encode(self._demo.demo_scene()), media_type="application/json")
