"""The door of a platform: who brings a code is let in, goes on, or stays outside, and guessing is slowed down."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

import msgspec
import structlog

from bot.agendaroom import MEETING
from bot.arriving import Arrival, Knock, Refusal
from bot.conversation import Conversation
from bot.doors import Doors
from bot.lookups import person_at
from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.invites import PAGE, NewInvite
from bot.storage.unit import Unit
from bot.turns import Turns

log = structlog.get_logger(__name__)

Answer = Literal["in", "repeat", "wrong", "too-often"]


class PlatformDoor:
    """Tries codes, of each account one by one."""

    def __init__(
        self, database: Database, turns: Turns, conversation: Conversation, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._turns = turns
        self._conversation = conversation
        self._clock = clock
        self._doors = Doors()

    async def enter(self, inbound: Inbound, code: str) -> Answer:
        """A code works once; a wrong, old or used one gives the same answer. Who is in already stays who they are."""
        address, now = inbound.address, self._clock()
        async with self._doors.one_by_one(address):
            known, theirs = await self._database.read(lambda unit: _known(unit, inbound, code))
            if known and theirs:
                resume = msgspec.structs.replace(inbound, kind="command", data="resume", text="")
                await self._turns.submit(resume)
                return "in"
            if known:
                return await self._turns.run(Refusal(self._conversation, inbound, now))
            if not self._doors.open_for(address, now):
                return "too-often"
            knock = Knock(channel=inbound.channel, code=code, inbound=inbound)
            entered = await self._turns.run(Arrival(self._conversation, knock, now))
            if entered == "wrong":
                self._doors.wrong(address, now)
                log.info("door.code_refused", channel=inbound.channel)
            return entered


def _known(unit: Unit, inbound: Inbound, code: str) -> tuple[bool, bool]:
    """Whether somebody is at this address, and whether they bring no code, or one of their own (also a used one)."""
    person = person_at(unit, inbound.channel, inbound.address)
    return person is not None, not code or (person is not None and unit.invites.owner(code) == person.id)


def key_to(page: str, person: str, *, code: str, home: str, times: tuple[datetime, datetime]) -> tuple[NewInvite, str]:
    """A key in an address, and the path of that: one meeting for the agenda, or else the web chat.

    `home` is what a key to the web chat is for, `times` from when and until when it can be used.
    """
    paged = MEETING.fullmatch(page) is not None
    invite = NewInvite(
        code=code,
        person_id=person,
        purpose=f"{PAGE}{page}" if paged else home,
        created_at=times[0],
        expires_at=times[1],
    )
    return invite, f"/agenda/{code}.ics" if paged else f"/k/{code}"
