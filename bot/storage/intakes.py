"""Intakes: what coach and employee wrote down together, sealed for the employee; only what was approved counts."""

from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy import delete, select

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.circle_tables import intakes
from bot.storage.repository import Repository

State = Literal["draft", "sent", "back", "approved"]
BODY = "intake"


class Sheet(Struct, frozen=True, kw_only=True):
    """One version. `levels` and `words` are by factor, `focus` are factors, `order` courses; `how` and `when` codes.

    `number` rises with each change, so that a yes is a yes to exactly what was read.
    """

    number: int = 0
    levels: dict[str, str] = {}
    words: dict[str, str] = {}
    focus: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    helps: str = ""
    how: str = ""
    when: str = ""
    approved_at: datetime | None = None


class Intake(Struct, frozen=True, kw_only=True):
    """All versions of one person. `coach_id` makes the draft; `state` is how far that draft came.

    `own` is the draft as the person corrected it: nobody else reads it before it is approved. `why` is what a person
    who sent it back wants changed. `approved` counts, also while a new draft is made.
    """

    person_id: str
    coach_id: str | None
    state: State
    changed_at: datetime
    draft: Sheet | None = None
    own: Sheet | None = None
    approved: Sheet | None = None
    why: str = ""

    @property
    def to_read(self) -> Sheet | None:
        """What the person reads and may approve."""
        return self.own or self.draft


class _Body(Struct, frozen=True, omit_defaults=True):
    draft: Sheet | None = None
    own: Sheet | None = None
    approved: Sheet | None = None
    why: str = ""


_SAVE = BulkInsert(
    intakes, "person_id", "coach_id", "body_sealed", "state", "changed_at",
    finish=replacing(intakes, "coach_id", "body_sealed", "state", "changed_at"),
)  # fmt: skip


class Intakes(Repository):
    """One row for each person."""

    def get(self, person_id: str) -> Intake | None:
        """The intake of this person."""
        row = self._connection.execute(select(intakes).where(intakes.c.person_id == person_id)).first()
        if row is None:
            return None
        body = msgspec.json.decode(self._keys.unseal(person_id, BODY, row.body_sealed), type=_Body)
        return Intake(
            person_id=person_id,
            coach_id=row.coach_id,
            state=row.state,
            changed_at=row.changed_at,
            draft=body.draft,
            own=body.own,
            approved=body.approved,
            why=body.why,
        )

    def save(self, intake: Intake) -> None:
        """Keep it in the place of what was there."""
        body = _Body(draft=intake.draft, own=intake.own, approved=intake.approved, why=intake.why)
        sealed = self._keys.seal(intake.person_id, BODY, msgspec.json.encode(body))
        _SAVE.run(self._connection, [(intake.person_id, intake.coach_id, sealed, intake.state, intake.changed_at)])

    def remove(self, person_id: str) -> None:
        """Take it away."""
        self._connection.execute(delete(intakes).where(intakes.c.person_id == person_id))
