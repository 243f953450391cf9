"""Keyboards after they were pressed: ticked in place, settled, and only ever open under the newest question."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.beside import Beside
from bot.channels.telegram import keyboard
from bot.channels.telegram.client import Api
from bot.channels.telegram.keyboard import Button, Rows
from bot.channels.telegram.reading import Press
from bot.channels.telegram.trouble import BusyError

log = structlog.get_logger(__name__)

REMEMBERED = 20_000
"""Keyboards that are remembered: of who talks now. The engine itself refuses an old button."""
AT_ONCE = 16
TRIES = 3

Place = tuple[int, int]


class Settler:
    """Changes keyboards beside the conversation. Of many changes of one keyboard only the last goes out."""

    def __init__(self, api: Api, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._api = api
        self._sleep = sleep
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._ticks: OrderedDict[Place, set[int]] = OrderedDict()
        self._open: OrderedDict[int, int] = OrderedDict()
        self._settled: OrderedDict[Place, bool] = OrderedDict()
        self._wanted: dict[Place, list[list[Button]]] = {}
        self._beside = Beside("settle")

    def shown(self, chat: int, message: int) -> None:
        """A new question stands in this chat; what is left of the one before it can no longer be pressed."""
        before = self._open.pop(chat, None)
        _remember(self._open, chat, message)
        if before is not None:
            self._change((chat, before), [])

    def answer(self, query: str, text: str = "") -> None:
        """Lets the phone stop waiting, at once."""
        fields: dict[str, Any] = {"callback_query_id": query, **({"text": text} if text else {})}
        self._beside.begin(self._call("answerCallbackQuery", fields))

    def tick(self, press: Press) -> None:
        """Ticks a line, or not any more, and shows that."""
        at = keyboard.position(press.data)
        if at < 0 or press.rows is None:
            return
        place = (press.chat, press.message)
        ticks = self._ticks.get(place)
        if ticks is None:
            ticks = keyboard.ticked(press.rows)
        ticks ^= {at}
        _remember(self._ticks, place, ticks)
        self._change(place, keyboard.with_ticks(press.rows, ticks))

    def data_of(self, press: Press) -> str:
        """What a press means: of a list also what was ticked, as far as is remembered before the phone shows it."""
        ticks = self.ticks_of(press)
        return press.data + ",".join(map(str, sorted(ticks))) if press.data.endswith(keyboard.DONE) else press.data

    def ticks_of(self, press: Press) -> set[int]:
        """The lines that are ticked."""
        known = self._ticks.get((press.chat, press.message))
        return known if known is not None else keyboard.ticked(press.rows or ())

    def pressed(self, press: Press) -> None:
        """An answer is on its way to the house: what comes of it settles this keyboard, not the next question."""
        if self._open.get(press.chat) == press.message:
            del self._open[press.chat]

    def settle(self, press: Press, *, chosen: bool) -> None:
        """Shows what was chosen; a button that no longer counted goes away with its keyboard."""
        place = (press.chat, press.message)
        if place in self._settled:
            return
        rows: Rows = press.rows or ()
        left = keyboard.settled(rows, press.data, self.ticks_of(press)) if chosen else []
        if chosen:
            _remember(self._settled, place, True)
        self._ticks.pop(place, None)
        self._change(place, left)

    def say_instead(self, press: Press, text: str) -> None:
        """Other words in the place of a message of ours, without its buttons."""
        fields = {"chat_id": press.chat, "message_id": press.message, "text": text}
        self._beside.begin(self._call("editMessageText", fields))

    async def drained(self) -> None:
        """Until every change is made, or given up."""
        await self._beside.drained()

    async def stop(self, seconds: float = 2.0) -> None:
        """Finishes what it can in a short time."""
        await self._beside.stop(seconds)

    def _change(self, place: Place, rows: Iterable[list[Button]]) -> None:
        waiting = place in self._wanted
        self._wanted[place] = list(rows)
        if not waiting:
            self._beside.begin(self._edit(place))

    async def _edit(self, place: Place) -> None:
        """Shows what is wanted by now; a chat that must wait gives way to the others."""
        chat, message = place
        for attempt in range(TRIES):
            async with self._slots:
                rows = self._wanted.pop(place, None)
                if rows is None:
                    return  # A later change was quicker.
                markup = {"reply_markup": {"inline_keyboard": rows}} if rows else {}
                fields = {"chat_id": chat, "message_id": message, **markup}
                wait = await self._once("editMessageReplyMarkup", fields, attempt)
            if not wait:
                return
            self._wanted.setdefault(place, rows)
            await self._sleep(wait)
        self._wanted.pop(place, None)

    async def _call(self, method: str, fields: dict[str, Any]) -> None:
        """A few tries; what still fails is only how it looks."""
        for attempt in range(TRIES):
            wait = await self._once(method, fields, attempt)
            if not wait:
                return
            await self._sleep(wait)

    async def _once(self, method: str, fields: dict[str, Any], attempt: int) -> float:
        """One try; gives the seconds after which there must be another, 0 when it is over."""
        try:
            await self._api.call(method, fields)
        except BusyError as error:
            return error.seconds
        except TelegramError as error:
            log.debug("telegram.not_settled", method=method, error=type(error).__name__, attempt=attempt)
        return 0.0


def _remember(known: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > REMEMBERED:
        known.popitem(last=False)
