"""Meetings for the agenda of a phone: for who has a part in them, as long as they are still to come."""

import re
from datetime import datetime

import structlog

from bot import ics
from bot.circle import meetings
from bot.circle.parts import Setting
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.doors import Doors
from bot.storage.database import Database
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

MEETING = re.compile(meetings.LINK.format(id=r"([0-9]{1,16})"), re.ASCII)
"""The page of a meeting, as links name it."""


class AgendaRoom:
    """Implements the AgendaDesk of the web chat."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library
        self._doors = Doors()

    async def by_code(self, code: str, visitor: str, at: datetime) -> bytes | None:
        """The file behind a code that shows only this; None for another code, and for who tried too many."""
        async with self._doors.one_by_one(visitor):
            if not self._doors.open_for(visitor, at):
                return None
            found = await self._database.read(lambda unit: unit.invites.page(code, at))
            named = MEETING.fullmatch(found.purpose) if found else None
            if found is None or named is None:
                self._doors.wrong(visitor, at)
                log.info("web.code_refused")
                return None
            return await self.calendar(found.person_id, named[1], at)

    async def calendar(self, person: str, id: str, at: datetime) -> bytes | None:
        """The file; None when the meeting is off, over, or not for this person."""

        def read(unit: Unit) -> bytes | None:
            me = unit.people.by_ids([person]).get(person)
            on = Setting(unit=unit, library=self._library, terms=Terms(), now=at)
            meeting = meetings.ahead(on, me, id) if me is not None else None
            if meeting is None:
                return None
            spots = self._library.words.circle.meetings.spots
            event = ics.Event(
                id=meeting.id,
                maker=meeting.maker_id,
                title=meetings.title(on, person, meeting),
                place=spots.get(meeting.place, meeting.place),
                at=meeting.at,
                minutes=meeting.minutes,
                changed=meeting.made_at,
            )
            return ics.calendar(event)

        return await self._database.read(read)
