"""The front of the web server: addresses that a platform calls go straight to who waits there, the rest to the chat."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Receive, Scope, Send


class Front:
    """Looks only at the path."""

    def __init__(self, own: Mapping[str, ASGIApp], rest: ASGIApp) -> None:
        self._own = dict(own)
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on."""
        app = self._own.get(scope["path"], self._rest) if scope["type"] == "http" else self._rest
        await app(scope, receive, send)
