"""What happens with each thing that people do on Slack, until it is on disk."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import msgspec
import structlog

from bot.channels.slack import blocks
from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk
from bot.channels.slack.forms import Answer, Forms
from bot.channels.slack.home import RESUME
from bot.channels.slack.homes import Homes
from bot.channels.slack.meanings import (
    Asked,
    Closed,
    Filled,
    Form,
    Home,
    Linked,
    Meaning,
    Pressed,
    Revoked,
    Start,
    Submitted,
    Talk,
)
from bot.channels.slack.reading import Body, read
from bot.channels.slack.sender import EMPLOYEE, SlackChannel
from bot.channels.slack.settle import Settler
from bot.channels.slack.trouble import TROUBLES, code_of
from bot.errors import OpstapError
from bot.messages import Inbound

log = structlog.get_logger(__name__)

ONCE_IN = timedelta(seconds=10)
"""A stranger gets the same words again only after this long."""
STRANGERS = 5_000


class Listener:
    """Takes what people do. `take` returns when it is on disk, and raises when it must come again."""

    def __init__(
        self,
        api: Api,
        desk: Desk,
        channel: SlackChannel,
        *,
        settler: Settler,
        forms: Forms,
        homes: Homes,
        clock: Callable[[], datetime],
    ) -> None:
        self._api = api
        self._desk = desk
        self._channel = channel
        self._settler = settler
        self._forms = forms
        self._homes = homes
        self._clock = clock
        self._typed_late: set[str] = set()
        self._told: dict[str, datetime] = {}
        self._helped: set[str] = set()
        self._orders: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def read(self, body: Body) -> Meaning:
        """What a payload means."""
        return read(body, self._clock())

    async def take(self, meaning: Meaning) -> Answer:
        """Does what it asks for, of each person in order; what is only for the eye follows by itself.

        Gives what the platform must be answered; a form is answered in words.
        """
        inbound = getattr(meaning, "inbound", None)
        if not isinstance(inbound, Inbound):
            self._beside(meaning)
            return None
        async with self._orders.setdefault(inbound.address, asyncio.Lock()):
            if isinstance(meaning, Submitted):
                return await self._forms.submit(meaning)
            try:
                await self._do(meaning)
            except OpstapError:
                self._help(inbound)
                raise
            self._homes.moved(inbound.address)
        return None

    async def _do(self, meaning: Meaning) -> None:
        """Does what a person asks for."""
        match meaning:
            case Talk():
                await self._talk(meaning)
            case Pressed():
                await self._press(meaning)
            case Asked():
                await self._asked(meaning)
            case Form(inbound, _, reply):
                if not await self._forms.open(meaning):
                    await self._asked(Asked(inbound, reply))
            case Start(inbound, code):
                await self._enter(inbound, code)
            case _:
                return

    def _beside(self, meaning: Meaning) -> None:
        """Does what changes nothing of where somebody stands."""
        match meaning:
            case Linked(address, channel, reply, page):
                ready = "page_ready" if page else "link_ready"
                self._settler.run(self._link(address, channel, reply, ready, page=page))
            case Home(address):
                self._homes.opened(address)
            case Filled(address, view):
                self._forms.previews.wanted(address, view)
            case Closed():
                self._forms.closed(meaning)
            case Revoked():
                log.error("slack.app_removed", remedy="install the app in the workspace again")
            case _:
                return

    # Talking

    async def _talk(self, talk: Talk) -> None:
        """Who is on sick leave only presses buttons here; of everybody else their words are their own to give."""
        inbound = talk.inbound
        role = await self._desk.role(inbound.address)
        if role == EMPLOYEE:
            await self._overhear(talk)
        elif role:
            await self._taken(self._command_or(inbound))
            self._pointed(talk.reply, inbound.address)
        else:
            await self._stranger(inbound)

    def _help(self, inbound: Inbound) -> None:
        """Words of danger are answered also when nothing can be stored; once, however often they are brought again."""
        texts = self._desk.help(inbound.text) if inbound.external_id not in self._helped else ()
        if texts:
            if len(self._helped) > STRANGERS:
                self._helped.clear()
            self._helped.add(inbound.external_id)
            self._settler.run(_quietly(self._say_all(inbound.address, texts)))

    async def _say_all(self, address: str, texts: tuple[str, ...]) -> None:
        for text in texts:
            await self._channel.say(address, blocks.escape(text), urgent=True)

    async def _overhear(self, talk: Talk) -> None:
        """Looks whether it is urgent, keeps nothing, and shows the way to the private chat."""
        inbound = talk.inbound
        heard = await self._desk.overhear(inbound)
        if heard == "words" and talk.late:
            self._typed_late.add(inbound.address)
        elif heard == "words" and inbound.kind != "edit":
            self._settler.run(self._link(inbound.address, talk.channel, talk.reply, "type_elsewhere"))
        elif heard != "repeat":
            self._pointed(talk.reply, inbound.address)

    def _command_or(self, inbound: Inbound) -> Inbound:
        """What follows the slash command is a command, when there is one of that name."""
        name = self._desk.command(inbound.text) if ":command:" in inbound.external_id else ""
        return msgspec.structs.replace(inbound, kind="command", data=name, text="") if name else inbound

    async def _press(self, pressed: Pressed) -> None:
        taken = await self._taken(pressed.inbound)
        if taken in ("heard", "over"):
            self._settler.settle(pressed.press, chosen=taken == "heard")

    async def _asked(self, asked: Asked) -> None:
        if await self._taken(asked.inbound):
            self._pointed(asked.reply, asked.inbound.address)

    async def _taken(self, inbound: Inbound) -> str:
        """Takes it: heard, over (it no longer counted), or empty when there is nothing more to do."""
        taken = await self._desk.take(inbound)
        if taken.outcome == "stranger":
            await self._stranger(inbound)
        if taken.outcome in ("stranger", "repeat"):
            return ""
        return "heard" if taken.heard else "over"

    def _pointed(self, reply: str, address: str) -> None:
        """A slash command can be given anywhere; the answer stands in the chat with the app."""
        if reply:
            self._settler.answer(reply, "", address, {"text": blocks.escape(self._desk.words["answered_in_chat"])})

    # Coming in

    async def _enter(self, inbound: Inbound, code: str) -> None:
        entered = await self._desk.enter(inbound, code)
        if entered == "in":
            self._homes.opened(inbound.address)
        elif entered != "repeat":
            self._tell(inbound.address, "enter_wrong" if entered == "wrong" else "enter_too_often")

    async def _stranger(self, inbound: Inbound) -> None:
        """A code may also be typed; other words get the way to a code."""
        if inbound.kind == "text" and _like_code(inbound.text):
            again = msgspec.structs.replace(inbound, external_id=f"{inbound.external_id}:code")
            await self._enter(again, inbound.text)
            return
        self._tell(inbound.address, "how_in")

    def _tell(self, address: str, word: str) -> None:
        """A sentence for someone who is not in; not again and again."""
        now = self._clock()
        if now - self._told.get(address, now - 2 * ONCE_IN) < ONCE_IN and word == "how_in":
            return
        self._told[address] = now
        if len(self._told) > STRANGERS:
            self._told.clear()
        self._settler.run(_quietly(self._channel.say(address, blocks.escape(self._desk.words[word]))))

    # Beside the conversation

    async def _link(self, address: str, channel: str, reply: str, word: str, *, page: str = "") -> None:
        """A fresh way to the private chat, for one pair of eyes: nothing keeps it, so no export has a key in it."""
        words = self._desk.words
        url = await self._desk.link_at(address, page)
        text = words[word] if url else words["how_in"]
        button = [blocks.row(blocks.lead(words["open_page" if page else "open_link"], url))] if url else []
        fields = {"text": blocks.escape(text), "blocks": [*blocks.sections(text), *button]}
        if reply:
            self._settler.answer(reply, channel, address, fields)
            return
        try:
            await self._api.call("chat.postEphemeral", {"channel": channel, "user": address, **fields})
        except TROUBLES as error:
            log.info("slack.not_whispered", error=type(error).__name__, code=code_of(error))
            await self._point(channel, text)

    async def _point(self, channel: str, text: str) -> None:
        """What is kept gets a button without a key in it: pressing it brings an address of its own for the answer."""
        button = blocks.row(blocks.button(self._desk.words["open_link"], blocks.LINK))
        fields = {"text": blocks.escape(text), "blocks": [*blocks.sections(text), button]}
        await self._api.call("chat.postMessage", {"channel": channel, **fields})

    def caught_up(self, address: str, channel: str) -> None:
        """All that this person typed in a silence was read; who may not type here hears that once, and by a message
        that is still there when they look."""
        if address in self._typed_late:
            self._typed_late.discard(address)
            self._settler.run(self._point(channel, self._desk.words["type_elsewhere"]))

    def elsewhere(self, address: str) -> None:
        """This person goes on in the private chat; here stands how to come back, and what is next."""
        self._settler.run(self._moved(address))
        self._homes.moved(address)

    async def _moved(self, address: str) -> None:
        words = self._desk.words
        back = blocks.row(blocks.button(words["go_on_here"], f"{blocks.COMMAND}:{RESUME}", RESUME))
        self._settler.moved(await self._channel.place(address), words["talks_elsewhere"], back)


def _like_code(text: str) -> bool:
    """Ten signs, with or without the dashes and spaces of the letter."""
    signs = [sign for sign in text if sign.isalnum()]
    return len(signs) == 10 and len(text.strip()) <= 16 and any(sign.isdecimal() for sign in signs)


async def _quietly(work: Awaitable[object]) -> None:
    """What is said outside a conversation is nice to have: without it nothing may come to a halt."""
    try:
        await work
    except Exception as error:  # the boundary of the task
        log.info("slack.not_said", error=type(error).__name__)
