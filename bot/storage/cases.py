"""Hulpvragen: someone wants a human, who was asked, who took it, and how it ended. There is no text in them."""

from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import ColumnElement, and_, select, update

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.circle_tables import OPEN_CASE, case_asks, cases
from bot.storage.repository import Repository

Way = Literal["any", "chat", "call", "visit"]
State = Literal["open", "claimed", "talking", "closed"]
Stage = Literal["planned", "asked", "reminded", "next", "lead", "nobody", "passed", "later", "moved"]


class NewCase(Struct, frozen=True, kw_only=True):
    """A wish for a human: how, and when as the flow calls it. `flow` is the course in which it was asked, if any."""

    person_id: str
    opened_at: datetime
    flow: str = ""
    way: Way = "any"
    moment: str = ""
    urgent: bool = False


class Case(Struct, frozen=True, kw_only=True):
    """A hulpvraag. `coach_id` is who took it, `stage` how far asking went, `urgent_at` since when it cannot wait."""

    id: int
    person_id: str
    coach_id: str | None
    flow: str
    way: Way
    moment: str
    urgent: bool
    state: State
    stage: Stage
    opened_at: datetime
    urgent_at: datetime | None
    claimed_at: datetime | None
    closed_at: datetime | None

    @property
    def answered(self) -> bool:
        """Whether somebody took it; what became urgent later must be taken once more."""
        if self.state == "closed":
            return True
        since = self.urgent_at or self.opened_at
        return self.state != "open" and self.claimed_at is not None and self.claimed_at >= since


_OPEN = BulkInsert(
    cases, "person_id", "flow", "way", "moment", "urgent", "state", "stage", "opened_at", "urgent_at",
    finish=lambda insert: insert.on_conflict_do_nothing(),
)  # fmt: skip
_ASK = BulkInsert(case_asks, "case_id", "person_id", "asked_at", finish=replacing(case_asks, "asked_at"))


class Cases(Repository):
    """Hulpvragen, each change guarded by the state that it needs: of two who press at once one wins."""

    def open(self, case: NewCase) -> bool:
        """Opens one; False when this person has one that is open, which stays as it is."""
        since = case.opened_at if case.urgent else None
        row = (case.person_id, case.flow, case.way, case.moment, case.urgent, "open", "planned", case.opened_at, since)
        return _OPEN.run(self._connection, [row]) == 1

    def opened(self, case: NewCase) -> Case:
        """Opens one, or gives the one that this person has open."""
        self.open(case)
        return self._all(and_(cases.c.person_id == case.person_id, OPEN_CASE))[0]

    def get(self, case_id: int) -> Case | None:
        """This one, open or closed."""
        return self._one(cases.c.id == case_id)

    def open_of(self, person_id: str) -> Case | None:
        """The one that this person has open."""
        return self._one(and_(cases.c.person_id == person_id, OPEN_CASE))

    def talking(self, case_id: int) -> Case | None:
        """This one, while both sides talk."""
        return self._one(and_(cases.c.id == case_id, cases.c.state == "talking"))

    def talk_of(self, coach_id: str) -> Case | None:
        """The one in which this coach talks now."""
        return self._one(and_(cases.c.coach_id == coach_id, cases.c.state == "talking"))

    def of(self, person_id: str) -> list[Case]:
        """All that this person ever asked, oldest first."""
        return self._all(cases.c.person_id == person_id)

    def held_by(self, coach_id: str) -> list[Case]:
        """What this coach took and did not close, oldest first."""
        return self._all(and_(cases.c.coach_id == coach_id, OPEN_CASE))

    def asked_of(self, coach_id: str) -> list[Case]:
        """What this coach was asked, and nobody took yet."""
        mine = select(case_asks.c.case_id).where(case_asks.c.person_id == coach_id)
        return self._all(and_(cases.c.id.in_(mine), cases.c.state == "open"))

    # Asking

    def ask(self, case_id: int, person_id: str, at: datetime) -> None:
        """Note that this person was asked to take it."""
        _ASK.run(self._connection, [(case_id, person_id, at)])

    def asked(self, case_id: int) -> list[str]:
        """Who was asked, in that order; the last one is whose turn it is."""
        wanted = select(case_asks.c.person_id).where(case_asks.c.case_id == case_id)
        return list(self._connection.execute(wanted.order_by(case_asks.c.asked_at, case_asks.c.person_id)).scalars())

    def at_stage(self, case_id: int, stage: Stage) -> None:
        """Note how far asking went."""
        self._connection.execute(update(cases).where(cases.c.id == case_id), {"stage": stage})

    def wish(self, case_id: int, way: Way, moment: str) -> None:
        """Another way or moment, as long as it is open."""
        here = (cases.c.id == case_id, OPEN_CASE)
        self._connection.execute(update(cases).where(*here), {"way": way, "moment": moment})

    def press(self, case_id: int, at: datetime) -> None:
        """It cannot wait any more. Who took it before must say so again, unless they are talking now."""
        here = (cases.c.id == case_id, OPEN_CASE)
        self._connection.execute(
            update(cases).where(*here), {"urgent": True, "urgent_at": at, "way": "call", "moment": "", "stage": "asked"}
        )
        self._change(case_id, "claimed", state="open", coach_id=None, claimed_at=None)

    # Taking and giving

    def claim(self, case_id: int, coach_id: str, at: datetime) -> bool:
        """Takes it; False when somebody was first, or it is closed."""
        return self._change(case_id, "open", state="claimed", coach_id=coach_id, claimed_at=at)

    def confirm(self, case_id: int, coach_id: str, at: datetime) -> bool:
        """Says again that one takes it, of what became urgent meanwhile; False when it is not this coach's."""
        here = (cases.c.id == case_id, cases.c.coach_id == coach_id, cases.c.state.in_(("claimed", "talking")))
        return self._connection.execute(update(cases).where(*here), {"claimed_at": at}).rowcount == 1

    def begin(self, case_id: int, coach_id: str) -> bool:
        """From now on both talk; False when this coach does not have it, or talks already."""
        here = (cases.c.id == case_id, cases.c.coach_id == coach_id, cases.c.state == "claimed")
        return self._connection.execute(update(cases).where(*here), {"state": "talking"}).rowcount == 1

    def pause(self, case_id: int) -> bool:
        """The talk is over and the coach still has it; False when there was no talk."""
        return self._change(case_id, "talking", state="claimed")

    def release(self, case_id: int, stage: Stage) -> bool:
        """Puts it back: nobody has it; False when it was not taken."""
        here = (cases.c.id == case_id, cases.c.state.in_(("claimed", "talking")))
        fresh = {"state": "open", "coach_id": None, "claimed_at": None, "stage": stage}
        return self._connection.execute(update(cases).where(*here), fresh).rowcount == 1

    def forget_ask(self, case_id: int, person_id: str) -> None:
        """This person is asked no longer."""
        here = (case_asks.c.case_id == case_id, case_asks.c.person_id == person_id)
        self._connection.execute(case_asks.delete().where(*here))

    def close(self, case_id: int, at: datetime) -> bool:
        """Ends it; False when it had ended."""
        here = (cases.c.id == case_id, OPEN_CASE)
        return self._connection.execute(update(cases).where(*here), {"state": "closed", "closed_at": at}).rowcount == 1

    def _change(self, case_id: int, was: State, **fresh: Any) -> bool:
        here = (cases.c.id == case_id, cases.c.state == was)
        return self._connection.execute(update(cases).where(*here), fresh).rowcount == 1

    def _one(self, where: ColumnElement[bool]) -> Case | None:
        return next(iter(self._all(where)), None)

    def _all(self, where: ColumnElement[bool]) -> list[Case]:
        rows = self._connection.execute(select(cases).where(where).order_by(cases.c.id)).mappings()
        return [Case(**row) for row in rows]
