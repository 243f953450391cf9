"""The desk of Slack: takes what people do there, lets them in with a code, and forgets what may not be kept there."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import structlog

from bot.arriving import OWN
from bot.batch import Result
from bot.cardroom import CardRoom
from bot.channels.slack.desk import Entered, HomePage, Overheard, Taken
from bot.channels.slack.words import check_words
from bot.circle.roles import facts_of
from bot.content.models.library import Library
from bot.conversation import LOOK_BACK, REMEMBERED, Conversation
from bot.delivery import Delivery
from bot.flows import tools
from bot.flows.typed_words import plain
from bot.lookups import person_at, session_of
from bot.messages import Inbound, Outbound
from bot.ownwords import OwnWords
from bot.platformdoor import PlatformDoor, key_to
from bot.silence import Silence
from bot.slackarrival import CHANNEL, EMPLOYEE, Alarmed, helping
from bot.slackcards import SlackCards
from bot.slackpages import SlackPages
from bot.storage.codes import make_code
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.turns import Turns

log = structlog.get_logger(__name__)

DEAF = timedelta(seconds=90)
"""The platform keeps no press at all: what was pressed in a longer silence than this is lost."""
LINK_LASTS = timedelta(minutes=15)
"""How long a link to the private chat can be used: it is made when it is asked for, and the phone is in the hand."""
TALKERS = 5_000
"""People of whom the last words are remembered for a moment, to see a crisis that is spread over several messages."""


class Shelf(Protocol):
    """Where pictures and films lie."""

    def picture(self, id: str) -> tuple[Path, str] | None:
        """File and description."""

    def film(self, id: str) -> tuple[Path, Path, str] | None:
        """File, first picture and spoken text."""


class SlackDesk:
    """Implements the Desk protocol of Slack."""

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
        url: Callable[[], str],
        clock: Callable[[], datetime],
        randbits: Callable[[int], int] = secrets.randbits,
    ) -> None:
        check_words(library.words.slack)
        self._database = database
        self._turns = turns
        self._conversation = conversation
        self._delivery = delivery
        self._library = library
        self._shelf = shelf
        self._room = cards
        self._url = url
        self._clock = clock
        self._randbits = randbits
        self._door = PlatformDoor(database, turns, conversation, clock=clock)
        conversation.platforms.names.setdefault(CHANNEL, "")
        self.elsewhere: Callable[[str], None] = _nobody
        self.cards = SlackCards(database, turns, conversation, cards=cards, clock=clock)
        self.ids = SlackIds(database)
        self.memory = SlackMemory(database, turns)
        self._pages = SlackPages(conversation, command=self.command, clock=clock)
        self._away: OrderedDict[str, str] = OrderedDict()
        self._recent: OrderedDict[str, tuple[str, ...]] = OrderedDict()
        self._typed = tools.commands_of(library, EMPLOYEE)
        self._own_words = OwnWords(library)
        self._announce, turns.announce = turns.announce, self._announced

    @property
    def words(self) -> Mapping[str, str]:
        """What is said outside a conversation."""
        return self._library.words.slack

    # Talking

    async def take(self, inbound: Inbound) -> Taken:
        """Takes what a person did; returns after the commit."""
        result = await self._turns.submit(inbound)
        return Taken(outcome=result.outcome, heard=result.own is not None)

    async def overhear(self, inbound: Inbound) -> Overheard:
        """Words of an employee: urgent ones bring help, a command is done, all others are forgotten."""
        urgent = self._urgent(inbound) if inbound.text else None
        if urgent is not None:
            alarmed = Alarmed(self._conversation, inbound, urgent, self._clock())
            sounded = await self._database.write(alarmed.run)
            # Only now: when this could not be stored, the same words come again and must be seen again.
            self._recent.pop(inbound.address, None)
            self._delivery.offer(alarmed.parcels)
            if sounded != "known":
                return sounded
            return "words"
        name = self._typed.get(plain(inbound.text), "") if inbound.kind == "text" else ""
        if name:
            command = Inbound(
                channel=CHANNEL, address=inbound.address, external_id=inbound.external_id, kind="command",
                at=inbound.at, data=name,
            )  # fmt: skip
            result = await self._turns.submit(command)
            return "repeat" if result.outcome == "repeat" else "command"
        fresh = await self._database.write(lambda unit: bool(unit.inbox.claim([inbound])))
        return "words" if fresh else "repeat"

    def _urgent(self, inbound: Inbound) -> str | None:
        """Reads it with the few words before it, which are only in memory, and gone once they brought help."""
        watch = self._conversation.watch
        before = self._recent.get(inbound.address, ())
        found = watch.look(inbound.text).crisis
        if found is None and before:
            found = watch.look_back((*before, inbound.text))
        if found is None:
            self._recent[inbound.address] = (*before, inbound.text[:REMEMBERED])[-(LOOK_BACK - 1) :]
            self._recent.move_to_end(inbound.address)
            if len(self._recent) > TALKERS:
                self._recent.popitem(last=False)
        return found

    def help(self, text: str) -> tuple[str, ...]:
        """What to say at once to words of certain danger when nothing can be stored; empty for all other words."""
        if self._conversation.watch.look(text).crisis != "certain":
            return ()
        return helping(self._library)

    def command(self, typed: str) -> str:
        """The command behind a word after the slash; with the slash, so that it is one for every role."""
        commands = self._library.words.commands
        wanted = plain(typed)
        return next((name for name, said in commands.items() if wanted in map(plain, said)), "") if wanted else ""

    # Coming in

    async def enter(self, inbound: Inbound, code: str) -> Entered:
        """A code works once; a wrong, old or used one gives the same answer. Who is in already stays who they are."""
        return await self._door.enter(inbound, code)

    async def role(self, address: str) -> str:
        """What the person is now; empty for a stranger."""

        def look(unit: Unit) -> str:
            person = person_at(unit, CHANNEL, address)
            return (facts_of(person).get("role") or EMPLOYEE) if person else ""

        return await self._database.read(look)

    async def link_at(self, address: str, page: str = "") -> str:
        """A fresh code in an address, of the private chat or of one page; empty for a stranger."""
        person = await self._database.read(lambda unit: person_at(unit, CHANNEL, address))
        if person is None:
            return ""
        if page:
            return await self._link(person.id, page)
        self._away[person.id] = address
        self._away.move_to_end(person.id)
        if len(self._away) > TALKERS:
            self._away.popitem(last=False)
        return await self._link(person.id)

    async def _link(self, person: str, page: str = "") -> str:
        """A fresh code in an address: the web chat opens without a word typed."""
        now = self._clock()
        times = (now, now + LINK_LASTS)
        invite, path = key_to(page, person, code=make_code(self._randbits), home=OWN, times=times)
        await self._database.write(lambda unit: unit.invites.make(invite))
        return f"{self._url()}{path}"

    def _announced(self, result: Result) -> None:
        """Who got a way to the private chat and uses it goes on there; here must stand how to come back."""
        self._announce(result)
        own = result.own
        if own is not None and own.inbound.channel != CHANNEL and result.person in self._away:
            self.elsewhere(self._away.pop(result.person))

    # What is shown

    async def hides(self, person: str, bubble: Outbound) -> bool:
        """Whether a bubble repeats words that this person typed elsewhere."""
        if not self._own_words.may_repeat(bubble):
            return False
        session = await self._database.read(lambda unit: session_of(unit, person))
        return session is not None and self._own_words.repeats(session, bubble)

    async def home(self, address: str) -> HomePage | None:
        """What this person can ask for, and how far they are."""
        return await self._database.read(lambda unit: self._pages.page(unit, address))

    def film(self, id: str) -> str:
        """The address of the page with this film."""
        return f"{self._url()}/film/{id}" if self._shelf.film(id) else ""

    async def picture(self, kind: str, id: str) -> tuple[Path, str] | None:
        """A picture, or the first picture of a film."""
        if kind == "video":
            film = self._shelf.film(id)
            return (film[1], film[2]) if film else None
        return await asyncio.to_thread(self._shelf.picture, id)

    async def card(self, person: str, id: str) -> bytes | None:
        """A card for this person."""
        return await self._room.picture(person, id)


class SlackIds:
    """Implements the FileIds protocol of Slack."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, team: str) -> dict[str, str]:
        """The ids that this workspace has."""
        return await self._database.read(lambda unit: unit.slack.file_ids(team))

    async def keep(self, team: str, name: str, id: str) -> None:
        """One more id."""
        await self._database.write(lambda unit: unit.slack.keep_file_id(team, name, id))

    async def forget(self, team: str, name: str) -> None:
        """An id that no longer counts."""
        await self._database.write(lambda unit: unit.slack.forget_file_id(team, name))


class SlackMemory(Silence):
    """Implements the Memory protocol of Slack."""

    def __init__(self, database: Database, turns: Turns) -> None:
        super().__init__(database, turns, channel=CHANNEL, deaf=DEAF)

    async def members(self) -> list[str]:
        """The addresses of everybody here, who was talking last first."""
        return await self._database.read(lambda unit: unit.slack.members())


def _nobody(address: str) -> None:
    """The channel is not there yet."""
