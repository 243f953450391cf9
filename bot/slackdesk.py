"""The desk of Slack: takes what people do there, lets them in with a code, and forgets what may not be kept there."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Protocol

import msgspec
import structlog

from bot.cardroom import CardRoom
from bot.channels.slack.desk import Entered, HomePage, Overheard, Taken
from bot.channels.slack.words import check_words
from bot.content.models.library import Library
from bot.content.models.steps import SayStep
from bot.conversation import CRISIS, LOOK_BACK, REMEMBERED, Conversation
from bot.delivery import Delivery
from bot.doors import Doors
from bot.flows import tools
from bot.flows.hearing import plain
from bot.flows.session import Session, parse
from bot.flows.steps import path
from bot.flows.walk import Walk
from bot.messages import Inbound, Outbound
from bot.ownwords import OwnWords
from bot.slackarrival import CHANNEL, EMPLOYEE, Alarmed, Arrival
from bot.storage.codes import make_code
from bot.storage.database import Database
from bot.storage.invites import NewInvite
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.turns import Turns

log = structlog.get_logger(__name__)

LINK_LASTS = timedelta(minutes=15)
"""How long a link to the private chat can be used: it is made when it is asked for, and the phone is in the hand."""
TALKERS = 5_000
"""People of whom the last words are remembered for a moment, to see a crisis that is spread over several messages."""


class Shelf(Protocol):
    """Where pictures and films lie."""

    def picture(self, id: str) -> tuple[Path, str] | None:
        """File and description."""

    def film(self, id: str) -> tuple[Path, Path, Path, str] | None:
        """File, captions, first picture and spoken text."""


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
        self._cards = cards
        self._url = url
        self._clock = clock
        self._randbits = randbits
        self._doors = Doors()
        self._recent: OrderedDict[str, tuple[str, ...]] = OrderedDict()
        self._typed = tools.commands_of(library, EMPLOYEE)
        self._own_words = OwnWords(library)

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
        first = takewhile(lambda step: isinstance(step, SayStep), self._library.flows[CRISIS].steps)
        return tuple(step.text for step in first if isinstance(step, SayStep))

    def command(self, typed: str) -> str:
        """The command behind a word after the slash; with the slash, so that it is one for every role."""
        commands = self._library.words.commands
        wanted = plain(typed)
        return next((name for name, said in commands.items() if wanted in map(plain, said)), "") if wanted else ""

    # Coming in

    async def enter(self, inbound: Inbound, code: str) -> Entered:
        """A code works once; a wrong, old or used one gives the same answer. Who is in already just goes on."""
        address, now = inbound.address, self._clock()
        async with self._doors.one_by_one(address):
            if await self._database.read(lambda unit: _person(unit, address)) is not None:
                resume = Inbound(
                    channel=CHANNEL, address=address, external_id=inbound.external_id, kind="command", at=now,
                    data="resume",
                )  # fmt: skip
                await self.take(resume)
                return "in"
            if not self._doors.open_for(address, now):
                return "too-often"
            arrival = Arrival(self._conversation, inbound, code, now)
            entered = await self._database.write(arrival.run)
            if entered == "wrong":
                self._doors.wrong(address, now)
                log.info("slack.code_refused")
            self._delivery.offer(arrival.parcels)
            return entered

    async def role(self, address: str) -> str:
        """What the person is now; empty for a stranger."""

        def look(unit: Unit) -> str:
            person = _person(unit, address)
            return _role(person) if person else ""

        return await self._database.read(look)

    async def link_at(self, address: str) -> str:
        """A fresh code in an address; empty for a stranger."""
        person = await self._database.read(lambda unit: _person(unit, address))
        return await self.link(person.id) if person else ""

    async def link(self, person: str) -> str:
        """A fresh code in an address: the web chat opens without a word typed."""
        now, code = self._clock(), make_code(self._randbits)
        invite = NewInvite(
            code=code, person_id=person, purpose="web", created_at=now, expires_at=now + LINK_LASTS
        )  # fmt: skip
        await self._database.write(lambda unit: unit.invites.make(invite))
        return f"{self._url()}/k/{code}"

    # What is shown

    async def hides(self, person: str, bubble: Outbound) -> bool:
        """Whether a bubble repeats words that this person typed elsewhere."""
        if not self._own_words.may_repeat(bubble):
            return False
        session = await self._database.read(lambda unit: _session(unit, person))
        return session is not None and self._own_words.repeats(session, bubble)

    async def home(self, address: str) -> HomePage | None:
        """What this person can ask for, and how far they are."""

        def look(unit: Unit) -> tuple[str, Session] | None:
            person = _person(unit, address)
            return (_role(person), _session(unit, person.id) or Session(person=person.id)) if person else None

        found = await self._database.read(look)
        if found is None:
            return None
        role, session = found
        words = self._library.words
        menu = words.menus.get(role) or {"menu": words.buttons.menu}
        commands = tuple((label, self.command(typed)) for typed, label in menu.items() if self.command(typed))
        if role != EMPLOYEE or session.consent is None:
            return HomePage(commands=commands)
        walk = Walk(self._library, session, self._clock())
        state = path.progress(walk)
        return HomePage(commands=commands, progress=path.alt(walk, state), picture=path.name(walk, state))

    def film(self, id: str) -> str:
        """The address of the page with this film."""
        return f"{self._url()}/film/{id}" if self._shelf.film(id) else ""

    async def picture(self, kind: str, id: str) -> tuple[Path, str] | None:
        """A picture, or the first picture of a film."""
        if kind == "video":
            film = self._shelf.film(id)
            return (film[2], film[3]) if film else None
        return await asyncio.to_thread(self._shelf.picture, id)

    async def card(self, person: str, id: str) -> bytes | None:
        """A card for this person."""
        return await self._cards.picture(person, id)


def _person(unit: Unit, address: str) -> PersonRow | None:
    return unit.people.by_addresses([(CHANNEL, address)]).get((CHANNEL, address))


def _role(person: PersonRow) -> str:
    facts = msgspec.json.decode(person.facts, type=dict[str, str]) if person.facts else {}
    return facts.get("role") or EMPLOYEE


def _session(unit: Unit, person: str) -> Session | None:
    stored = unit.sessions.load([person], lock=False).get(person)
    return parse(stored[0]) if stored else None
