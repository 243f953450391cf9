"""The desk of Telegram: takes what people do there, lets them in with a code, and keeps what the channel remembers."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import msgspec
import structlog

from bot.cardroom import CardRoom
from bot.channels.telegram.desk import Entered, Media, Menu, Taken
from bot.channels.telegram.words import check_words
from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.drawing import qr
from bot.flows.hearing import AGAIN
from bot.lookups import person_at, session_of
from bot.messages import Inbound
from bot.platformdoor import PlatformDoor, key_to
from bot.silence import CHANNEL, Silence
from bot.sounds import Sounds
from bot.storage.codes import make_code
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.turns import Turns

log = structlog.get_logger(__name__)

LINK_LASTS = timedelta(hours=1)
"""How long a link from this chat to the web chat, or to one page of it, can be used."""


class Shelf(Protocol):
    """Where pictures and films lie."""

    def picture(self, id: str) -> tuple[Path, str] | None:
        """File and description."""

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        """File, first picture and spoken text."""


class TelegramDesk:
    """Implements the Desk protocol of Telegram, and remembers the ids of files."""

    def __init__(
        self,
        database: Database,
        turns: Turns,
        conversation: Conversation,
        delivery: Delivery,
        *,
        library: Library,
        shelf: Shelf,
        cards: CardRoom,
        sounds: Sounds,
        url: Callable[[], str],
        clock: Callable[[], datetime],
        randbits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        check_words(library.words.telegram)
        self._database = database
        self._turns = turns
        self._conversation = conversation
        self._delivery = delivery
        self._library = library
        self._shelf = shelf
        self._cards = cards
        self._sounds = sounds
        self._url = url
        self._clock = clock
        self._randbits = randbits
        self._door = PlatformDoor(database, turns, conversation, clock=clock)
        conversation.platforms.names.setdefault(CHANNEL, "")
        self._silence = Silence(database, turns)
        self._found: dict[tuple[str, str], Media] = {}

    @property
    def words(self) -> Mapping[str, str]:
        """What is said outside a conversation."""
        return self._library.words.telegram

    @property
    def menus(self) -> tuple[Menu, ...]:
        """The commands of each role."""
        menus = self._library.words.menus.items()
        return tuple(Menu(role, tuple(commands.items())) for role, commands in menus)

    # Talking

    async def take(self, inbound: Inbound) -> Taken:
        """Takes what a person did; returns after the commit.

        Of someone who may not have seen the question no words are taken for an answer: it is asked once more.
        """
        watch, words = self._conversation.watch, inbound.kind == "text"
        here, doubts = (CHANNEL, inbound.address), self._delivery.doubts
        missed = here in doubts.unsure and words and not watch.look(inbound.text).crisis
        result = await self._turns.submit(_again(inbound) if missed else inbound)
        in_vain = result.outcome == "done" and not result.parcels and here in doubts
        if in_vain and not missed:
            await self._turns.submit(_again(inbound, more=":again"))
        medical = words and result.outcome == "done" and watch.is_medical(inbound.text)
        return Taken(outcome=result.outcome, heard=result.own is not None, medical=medical)

    async def waits(self, address: str, id: str) -> None:
        """Asks once more what may not have arrived."""
        if (CHANNEL, address) in self._delivery.doubts:
            again = Inbound(
                channel=CHANNEL, address=address, external_id=f"{address}:{id}", kind="command", at=self._clock()
            )  # fmt: skip
            await self._turns.submit(_again(again))

    async def hears(self, address: str) -> bool:
        """Whether speaking is an answer now."""

        def look(unit: Unit) -> bool:
            person = person_at(unit, CHANNEL, address)
            session = session_of(unit, person.id) if person else None
            return session is not None and session.asked is not None and session.asked.voice

        return await self._database.read(look)

    async def keep_sound(self, address: str, content_type: str, content: bytes) -> str | None:
        """Keeps a spoken message, sealed with the person's own key."""
        person = await self._database.read(lambda unit: person_at(unit, CHANNEL, address))
        return await self._sounds.keep(person.id, content_type, content, self._clock()) if person else None

    # Coming and going

    async def enter(self, inbound: Inbound, code: str) -> Entered:
        """A code works once; a wrong, old or used one gives the same answer. Who is in already stays who they are."""
        return await self._door.enter(inbound, code)

    def named(self, name: str) -> None:
        """Under this name people find the bot."""
        self._conversation.platforms.names[CHANNEL] = name

    async def blocked(self, address: str) -> None:
        """Sends this person nothing more until they write again."""
        now = self._clock()

        def note(unit: Unit) -> str | None:
            person = person_at(unit, CHANNEL, address)
            if person is None:
                return None
            unit.people.set_unreachable(person.id, now)
            unit.outbox.drop_waiting(person.id, "Blocked")
            return person.id

        gone = await self._database.write(note)
        if gone is not None:
            self._delivery.forget(gone)
            log.info("telegram.blocked", person=gone)

    async def moved(self, old: str, new: str) -> None:
        """The same person, under another number."""

        def relink(unit: Unit) -> None:
            person = person_at(unit, CHANNEL, old)
            if person is not None and unit.people.link(CHANNEL, new, person.id):
                unit.people.unlink(CHANNEL, old)

        await self._database.write(relink)

    async def role(self, address: str) -> str:
        """What the person is; empty for a stranger."""

        def look(unit: Unit) -> str:
            person = person_at(unit, CHANNEL, address)
            session = session_of(unit, person.id) if person else None
            return session.facts.get("role", "employee") if session else ""

        return await self._database.read(look)

    async def link(self, person: str, page: str) -> str:
        """A fresh code in an address: one page, or the whole web chat without a word typed."""
        now = self._clock()
        times = (now, now + LINK_LASTS)
        invite, path = key_to(page, person, code=make_code(self._randbits), home="web", times=times)
        await self._database.write(lambda unit: unit.invites.make(invite))
        return f"{self._url()}{path}"

    # Files

    async def media(self, kind: str, id: str) -> Media | None:
        """A picture or a film, by a name that changes with its content. What was found once stays where it is."""
        known = self._found.get((kind, id))
        if known is None:
            known = await asyncio.to_thread(self._find, kind, id)
            if known is not None:
                self._found[kind, id] = known
        return known

    def _find(self, kind: str, id: str) -> Media | None:
        found = self._shelf.picture(id) if kind == "picture" else self._shelf.film(id)
        if found is None or not found[0].exists():
            return None
        path = found[0]
        return Media(path, f"{path.name[:80]}:{hashlib.sha256(path.read_bytes()).hexdigest()[:24]}")

    async def card(self, person: str, id: str) -> bytes | None:
        """A card, drawn for this person; or the picture of their code."""
        return qr.find(id, self._url()) or await self._cards.picture(person, id)

    async def load(self, bot: int) -> dict[str, str]:
        """The ids that this bot has."""
        return await self._database.read(lambda unit: unit.telegram.file_ids(bot))

    async def keep(self, bot: int, name: str, id: str) -> None:
        """One more id."""
        await self._database.write(lambda unit: unit.telegram.keep_file_id(bot, name, id))

    # Silences

    async def heard(self, at: datetime) -> bool:
        """Notes the moment; whether some people may still wait for what was lost in a silence."""
        return await self._silence.heard(at)

    async def ask_again(self, at: datetime) -> int:
        """Asks once more what people were asked when it fell silent; -1 in the hours in which nobody is disturbed."""
        return await self._silence.ask_again(at)


def _again(inbound: Inbound, more: str = "") -> Inbound:
    """Asks for the question once more, in the place of what was said."""
    id = inbound.external_id + more
    return msgspec.structs.replace(inbound, external_id=id, kind="command", data=AGAIN, text="", media=None)
