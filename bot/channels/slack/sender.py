"""Delivery's side of Slack: a bubble becomes a message, at a pace that the platform allows."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.channels.base import Parcel
from bot.channels.pacing import Pace
from bot.channels.slack import blocks
from bot.channels.slack.blocks import Block
from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk
from bot.channels.slack.files import Files, patiently, unready
from bot.channels.slack.reading import CHANNEL
from bot.channels.slack.settle import Settler
from bot.channels.slack.trouble import TROUBLES, Lockout, TokenRefusedError, code_of, translated
from bot.channels.slack.writing import Post, write
from bot.errors import ChannelError, OutcomeUnknownError
from bot.messages import Outbound

log = structlog.get_logger(__name__)

EMPLOYEE, CARD = "employee", "card"


class SlackChannel:
    """Sends bubbles, each as one message. `said` is called with the address to which one was sent."""

    name = CHANNEL

    def __init__(
        self,
        api: Api,
        desk: Desk,
        *,
        files: Files,
        settler: Settler,
        pace: Pace,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._api = api
        self._desk = desk
        self._files = files
        self._settler = settler
        self._pace = pace
        self._sleep = sleep
        self.begun: Callable[[int], None] = _nothing
        self.lockout = Lockout()
        self.said: Callable[[str], None] = _nobody
        self._channels: dict[str, str] = {}

    def pause(self, parcel: Parcel) -> float:
        """Seconds until the platform takes this one."""
        return self._pace.take(parcel.address, urgent=parcel.outbound.duty == "crisis")

    async def send(self, parcel: Parcel) -> None:
        """Brings one bubble to the person; raises ChannelError."""
        bubble = parcel.outbound
        private = await self._desk.role(parcel.address) in ("", EMPLOYEE)
        film = self._desk.film(bubble.media or "") if bubble.kind == "video" else ""
        if private and bubble.duty != "crisis" and await self._desk.hides(parcel.person, bubble):
            # Like a quote: in its place comes the way to where it can be read and answered.
            bubble = Outbound(kind="quote", text=bubble.text)
        post = write(bubble, self._desk.words, private=private, film=film)
        channel = await self.place(parcel.address)
        try:
            answer, shown = await self._shown(parcel, channel, post)
        except TROUBLES as error:
            raise self._trouble(error, parcel.address) from error
        self.lockout.over()
        if any(one["type"] == "actions" for one in shown) and not blocks.stands(shown):
            self._settler.shown(channel, str(answer["ts"]), post.text, shown)
        self.said(parcel.address)

    async def say(self, address: str, text: str, *, urgent: bool = False) -> None:
        """Words outside any conversation: to a stranger, or to someone in danger."""
        await self._sleep(self._pace.take(address, urgent=urgent))
        channel = await self.place(address)
        await self._api.call("chat.postMessage", {"channel": channel, **Post(text=text, blocks=()).fields()})

    async def _shown(self, parcel: Parcel, channel: str, post: Post) -> tuple[dict[str, Any], list[Block]]:
        """Says it, and gives how it stands there; nobody is left without the question for want of a picture."""

        async def say(file: str | None) -> tuple[dict[str, Any], list[Block]]:
            fields = {"channel": channel, **post.fields(file)}
            self.begun(parcel.id)
            return await self._api.call("chat.postMessage", fields), fields["blocks"]

        # The second time is for a picture that somebody took away over there: it goes up once more.
        for _ in range(2):
            file = await self._picture(parcel.person, post)
            if file is None:
                break
            try:
                return await patiently(lambda file=file: say(file), unready, self._sleep)  # type: ignore[misc]  # a default binds
            except TROUBLES as error:
                if not unready(error):
                    raise
                log.error("slack.picture_refused", code=code_of(error))
                await self._files.lost(file)
        return await say(None)

    async def _picture(self, person: str, post: Post) -> str | None:
        """The picture as the platform knows it. A picture that did not get there is no reason to say nothing."""
        if post.picture is None:
            return None
        kind, id = post.picture
        try:
            if kind != CARD:
                return await self._files.find(kind, id, post.alt)
            card = await self._desk.card(person, id)
            return await self._files.bring(card, f"{CARD}.jpg", post.alt) if card else None
        except TROUBLES as error:
            log.warning("slack.picture_not_brought", error=type(error).__name__, code=code_of(error))
            return None

    async def place(self, address: str) -> str:
        """The chat with this person; nothing is said by asking for it, so it can always be asked again."""
        if address not in self._channels:
            try:
                opened = await self._api.call("conversations.open", {"users": address})
            except TROUBLES as error:
                raise _unsaid(self._trouble(error, address)) from error
            self._channels[address] = str(opened["channel"]["id"])
        return self._channels[address]

    def _trouble(self, error: Exception, address: str) -> ChannelError:
        trouble = translated(error, CHANNEL, address)
        if isinstance(trouble, TokenRefusedError):
            self.lockout.begins(code_of(error))
        return trouble


def _unsaid(error: ChannelError) -> ChannelError:
    """The same trouble before anything was said: it is known that nothing arrived."""
    return ChannelError(channel=CHANNEL, why="unanswered") if isinstance(error, OutcomeUnknownError) else error


def _nothing(id: int) -> None:
    """Nobody keeps a slate."""


def _nobody(address: str) -> None:
    """Nobody wants to know that something was said to this person."""
