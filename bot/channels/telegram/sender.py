"""Delivery's side of Telegram: a bubble becomes requests, at a pace that the platform allows."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

import structlog
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.channels.base import Parcel
from bot.channels.telegram import keyboard
from bot.channels.telegram.client import Api
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.files import Files
from bot.channels.telegram.pacing import Pace
from bot.channels.telegram.reading import CHANNEL
from bot.channels.telegram.settle import Settler
from bot.channels.telegram.trouble import translated
from bot.channels.telegram.writing import Request, write

log = structlog.get_logger(__name__)

HALVES = 1_000
SCAN = "qr-"
"""How a picture of a code to scan is called: it lets one person in, so it is sent once, like a card."""


def _nothing(id: int) -> None:
    """Nobody keeps a slate."""


class TelegramChannel:
    """Sends bubbles. One in several parts that failed half-way goes on where it was."""

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
        self._done: OrderedDict[int, int] = OrderedDict()
        self._moved: dict[int, int] = {}

    def pause(self, parcel: Parcel) -> float:
        """Seconds until the platform takes this one."""
        return self._pace.take(self._chat(parcel), urgent=parcel.outbound.duty == "crisis")

    async def send(self, parcel: Parcel) -> None:
        """Brings one bubble to the person; raises ChannelError."""
        bubble = parcel.outbound
        url = await self._desk.link(parcel.person, bubble.media or "") if bubble.kind == "link" else ""
        requests = write(bubble, self._desk.words, url)
        begun = self._done.pop(parcel.id, 0)
        for at in range(begun, len(requests)):
            try:
                if at > begun:
                    await self._sleep(self.pause(parcel))
                await self._send(parcel, requests[at])
            except TelegramError as error:
                self._remember(parcel.id, at)
                raise translated(error, CHANNEL, parcel.address) from error

    async def say(self, chat: int, text: str, **fields: object) -> int:
        """One sentence outside any conversation, to a stranger or a group; gives the number of the message."""
        await self._sleep(self._pace.take(chat))
        result = await self._api.call("sendMessage", {"chat_id": chat, "text": text, **fields})
        return int(result["message_id"])

    async def _send(self, parcel: Parcel, request: Request) -> None:
        chat = self._chat(parcel)
        try:
            result = await self._do(parcel, chat, request)
        except ChatMigrated as error:
            self._moved[chat] = chat = error.new_chat_id
            await self._desk.moved(parcel.address, str(chat))
            result = await self._do(parcel, chat, request)
        if request.rows and isinstance(result, dict) and not keyboard.stands(request.rows):
            self._settler.shown(chat, int(result["message_id"]))

    def _chat(self, parcel: Parcel) -> int:
        chat = int(parcel.address)
        return self._moved.get(chat, chat)

    async def _do(self, parcel: Parcel, chat: int, request: Request) -> object:
        fields = {"chat_id": chat, **request.fields}
        media = request.media

        def begun() -> None:
            self.begun(parcel.id)

        if media is None:
            return await self._api.call(request.method, fields, leaving=begun)
        try:
            if media.kind == "card" or media.id.startswith(SCAN):
                card = await self._desk.card(parcel.person, media.id)
                return await self._files.send_once(request.method, fields, media, card, begun=begun)
            return await self._files.send(request.method, fields, media, begun=begun)
        except FileNotFoundError:
            log.error("telegram.file_missing", kind=media.kind, id=media.id)
        except BadRequest as error:
            if translated(error, CHANNEL, str(chat)).retryable:
                raise
            log.error("telegram.file_refused", kind=media.kind, id=media.id)
        # Nobody is left without the question for want of a picture.
        words = {"chat_id": chat, "text": request.instead or "\N{HORIZONTAL ELLIPSIS}"}
        markup = {"reply_markup": request.fields["reply_markup"]} if request.rows else {}
        return await self._api.call("sendMessage", words | markup, leaving=begun)

    def _remember(self, id: int, at: int) -> None:
        if at:
            self._done[id] = at
        if len(self._done) > HALVES:
            self._done.popitem(last=False)
