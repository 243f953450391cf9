"""Progress: which lessons and courses a person finished."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct
from sqlalchemy import func, select

from bot.storage.bulk import BulkInsert
from bot.storage.repository import Repository
from bot.storage.tables import progress

Event = Literal["lesson", "course"]


class Finished(Struct, frozen=True, kw_only=True):
    """A lesson, or with an empty `lesson` the whole course, that was finished for the first time at `at`."""

    person_id: str
    course: str
    lesson: str
    at: datetime

    @property
    def event(self) -> Event:
        """What was finished."""
        return "lesson" if self.lesson else "course"


_ADD = BulkInsert(
    progress,
    "person_id",
    "course",
    "lesson",
    "event",
    "at",
    finish=lambda insert: insert.on_conflict_do_nothing(),
)


class Progress(Repository):
    """What people finished."""

    def add(self, fresh: Iterable[Finished]) -> None:
        """Note what was finished; a second time changes nothing."""
        rows = [(one.person_id, one.course, one.lesson, one.event, one.at) for one in fresh]
        _ADD.run(self._connection, rows)

    def of(self, person_id: str) -> list[Finished]:
        """What a person finished, in order of time."""
        columns = (progress.c.person_id, progress.c.course, progress.c.lesson, progress.c.at)
        wanted = select(*columns).where(progress.c.person_id == person_id)
        ordered = wanted.order_by(progress.c.at, progress.c.course, progress.c.lesson)
        return [Finished(**row) for row in self._connection.execute(ordered).mappings()]

    def finishers(self, course: str) -> int:
        """How many people finished a course."""
        here = (progress.c.course == course, progress.c.event == "course")
        return self._connection.execute(select(func.count()).where(*here)).scalar_one()
