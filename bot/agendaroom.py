"""Meetings for the agenda of a phone: for who has a part in them, as long as they are still to come."""

from datetime import datetime

from bot import ics
from bot.circle import meetings
from bot.circle.parts import Setting
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.storage.database import Database
from bot.storage.unit import Unit


class AgendaRoom:
    """Implements the AgendaDesk of the web chat."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

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
