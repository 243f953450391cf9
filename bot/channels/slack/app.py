"""The app as slack-bolt sees it: checks who calls, and hands each payload to the listener before it answers."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse

from bot.channels.slack.client import Api, logger
from bot.channels.slack.listener import Listener
from bot.channels.slack.signing import Signed
from bot.errors import OpstapError
from bot.logs import where

log = structlog.get_logger(__name__)

AGAIN_IN = "5"
"""Seconds after which the platform may try again when the house is not well."""


class Us(AsyncAuthorize):
    """Who we are in the workspace, as far as the platform told; until then it is taken on trust."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.team = self.user = self.bot = ""

    async def __call__(self, **_: Any) -> AuthorizeResult:
        """One workspace, one token: there is nothing to look up for each request."""
        return AuthorizeResult(
            enterprise_id=None, team_id=self.team, bot_user_id=self.user, bot_id=self.bot, bot_token=self.token
        )  # fmt: skip


class Take(AsyncMiddleware):
    """The last in the row: answers 200 when the payload is on disk, so that the platform brings it again when not."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    async def async_process(
        self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        """Takes one payload. What it can be is decided in one place, so the library's own listeners are not used."""
        body: dict[str, Any] = dict(req.body)
        try:
            meaning = self._listener.read(body)
        except (KeyError, TypeError, AttributeError, ValueError, IndexError) as error:
            # What cannot be read stays unreadable: it may not come again and again.
            log.error("slack.unreadable", error=type(error).__name__, where=where(error))
            return BoltResponse(status=200, body="")
        try:
            answer = await self._listener.take(meaning)
        except OpstapError as error:
            log.warning("slack.not_taken", error=type(error).__name__)
            return _later()
        except Exception as error:  # the boundary of the request: the platform brings it again
            log.error("slack.not_taken", error=type(error).__name__, where=where(error))
            return _later()
        return BoltResponse(status=200, body=answer or "")


def build(api: Api, us: Us, listener: Listener, *, secret: str, clock: Callable[[], datetime]) -> AsyncApp:
    """The app. Without a secret it takes nothing by HTTP, only over our own connection."""
    app = AsyncApp(
        name="opstap",
        logger=logger,
        signing_secret=secret,
        client=api.client_for(""),
        authorize=us,
        request_verification_enabled=False,
        process_before_response=True,
        before_authorize=Signed(secret, clock),
        attaching_function_token_enabled=False,
    )
    app.middleware(Take(listener))
    return app


def _later() -> BoltResponse:
    return BoltResponse(status=503, body="", headers={"retry-after": AGAIN_IN})
