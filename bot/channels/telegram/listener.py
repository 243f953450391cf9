"""What happens with each thing that people do on Telegram, until it is on disk."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import msgspec
import structlog
from telegram.error import TelegramError

from bot.channels.telegram import keyboard
from bot.channels.telegram.client import Api
from bot.channels.telegram.commands import Commands
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.files import Files
from bot.channels.telegram.payload import Update
from bot.channels.telegram.reading import (
    Blocked,
    Elsewhere,
    Meaning,
    Moved,
    Press,
    Pressed,
    Start,
    Talk,
    Tick,
    read,
)
from bot.channels.telegram.sender import TelegramChannel
from bot.channels.telegram.settle import Settler
from bot.messages import Inbound

log = structlog.get_logger(__name__)

TWO_DAYS = timedelta(hours=48)
"""The platform lets a bot take a message away only while it is younger than this."""
ONCE_IN = timedelta(seconds=10)
"""A stranger gets the same words again only after this long."""
STRANGERS = 5_000


class Listener:
    """Takes updates. `take` returns when the update is on disk, and raises when it must come again."""

    def __init__(
        self,
        api: Api,
        desk: Desk,
        channel: TelegramChannel,
        *,
        settler: Settler,
        files: Files,
        commands: Commands,
        bot: int,
        clock: Callable[[], datetime],
    ) -> None:
        self.name = ""
        self._api = api
        self._desk = desk
        self._channel = channel
        self._settler = settler
        self._files = files
        self._commands = commands
        self._bot = bot
        self._clock = clock
        self._told: dict[int, datetime] = {}

    async def take(self, update: Update) -> None:
        """Does what it asks for; a press is answered at once."""
        meaning = self.read(update)
        if isinstance(meaning, Pressed | Tick):
            self._settler.answer(meaning.press.query)
        await self.do(meaning)

    def read(self, update: Update) -> Meaning:
        """What an update means."""
        return read(update, self._bot, self._clock(), self.name)

    async def do(self, meaning: Meaning) -> None:
        """Does what it asks for. The press, if it was one, is answered by the caller."""
        match meaning:
            case Talk():
                await self._talk(meaning)
            case Pressed():
                await self._press(meaning)
            case Tick(press):
                await self._tick(press)
            case Start(inbound, code):
                await self._start(inbound, code)
            case Blocked(address):
                await self._desk.blocked(address)
            case Elsewhere(chat, speak):
                await self._leave(chat, speak=speak)
            case Moved(old, new):
                await self._desk.moved(str(old), str(new))
            case _:
                return

    async def _talk(self, talk: Talk) -> None:
        inbound = talk.inbound
        if talk.sound is not None and await self._desk.hears(inbound.address):
            inbound = await self._with_sound(talk)
        taken = await self._desk.take(inbound)
        if taken.outcome == "stranger":
            await self._stranger(inbound)
        elif taken.medical and taken.outcome == "done":
            await self._offer_removal(inbound)

    async def _press(self, pressed: Pressed) -> None:
        press = pressed.press
        self._settler.pressed(press)
        inbound = msgspec.structs.replace(pressed.inbound, data=self._settler.data_of(press))
        taken = await self._desk.take(inbound)
        if taken.outcome == "stranger":
            await self._stranger(inbound)
        elif taken.outcome != "repeat" and not keyboard.stands(press.rows or ()):
            self._settler.settle(press, chosen=taken.heard)

    async def _tick(self, press: Press) -> None:
        """A line of a list; or a button that takes a message away; or one that was settled already."""
        if press.data == keyboard.SETTLED:
            await self._desk.waits(str(press.chat), press.query)
            return
        if not press.data.startswith(keyboard.REMOVE):
            self._settler.tick(press)
            return
        words = self._desk.words
        gone = await self._remove(press.chat, press.data.removeprefix(keyboard.REMOVE))
        self._settler.say_instead(press, words["removed"] if gone else words["too_old_to_remove"])

    async def _with_sound(self, talk: Talk) -> Inbound:
        """With what was spoken; as something that cannot be opened when it is too large."""
        inbound, sound = talk.inbound, talk.sound
        content = await self._files.fetch(sound) if sound is not None else None
        kept = None
        if content is not None and sound is not None:
            kept = await self._desk.keep_sound(inbound.address, sound.mime_type, content)
        if kept is None:
            return msgspec.structs.replace(inbound, kind="file")
        return msgspec.structs.replace(inbound, media=kept)

    # Coming in

    async def _start(self, inbound: Inbound, code: str) -> None:
        if not code:
            await self._talk(Talk(inbound=inbound))
            return
        await self._enter(inbound, code)

    async def _enter(self, inbound: Inbound, code: str) -> None:
        entered = await self._desk.enter(inbound, code)
        if entered == "in":
            await self._commands.greet(inbound.address)
        elif entered != "repeat":
            await self._tell(int(inbound.address), "enter_wrong" if entered == "wrong" else "enter_too_often")

    async def _stranger(self, inbound: Inbound) -> None:
        """A code may also be typed; other words get the way to a code."""
        if inbound.kind == "text" and _like_code(inbound.text):
            again = msgspec.structs.replace(inbound, external_id=f"{inbound.external_id}:code")
            await self._enter(again, inbound.text)
            return
        await self._tell(int(inbound.address), "how_in")

    async def _tell(self, chat: int, word: str) -> None:
        """A sentence for someone who is not in; not again and again."""
        now = self._clock()
        if now - self._told.get(chat, now - 2 * ONCE_IN) < ONCE_IN and word == "how_in":
            return
        self._told[chat] = now
        if len(self._told) > STRANGERS:
            self._told.clear()
        await _quietly(self._channel.say(chat, self._desk.words[word]))

    # Beside the conversation

    async def _leave(self, chat: int, *, speak: bool) -> None:
        if speak:
            await _quietly(self._channel.say(chat, self._desk.words["no_groups"]))
        await _quietly(self._api.call("leaveChat", {"chat_id": chat}))

    async def _offer_removal(self, inbound: Inbound) -> None:
        """Asks whether words about health shall go from the chat: this platform keeps what is written there."""
        message = inbound.external_id.split(":")[2]
        words = self._desk.words
        button = {"text": words["remove"], "callback_data": keyboard.REMOVE + message}
        fields = {
            "reply_parameters": {"message_id": int(message), "allow_sending_without_reply": True},
            "reply_markup": {"inline_keyboard": [[button]]},
        }
        await _quietly(self._channel.say(int(inbound.address), words["offer_removal"], **fields))

    async def _remove(self, chat: int, message: str) -> bool:
        if not (message.isascii() and message.isdecimal() and len(message) < 16):
            return False
        try:
            await self._api.call("deleteMessage", {"chat_id": chat, "message_id": int(message)})
        except TelegramError as error:
            log.info("telegram.not_removed", error=type(error).__name__)
            return False
        return True


def _like_code(text: str) -> bool:
    """Ten signs, with or without the dashes and spaces of the letter."""
    signs = [sign for sign in text if sign.isalnum()]
    return len(signs) == 10 and len(text) <= 16 and any(sign.isdecimal() for sign in signs)


async def _quietly(work: Awaitable[object]) -> None:
    """What is said outside a conversation is nice to have: without it nothing may come to a halt."""
    try:
        await work
    except TelegramError as error:
        log.info("telegram.not_said", error=type(error).__name__)
