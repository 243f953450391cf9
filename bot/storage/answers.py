"""Answers: what people chose and wrote in the exercises."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete, select

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import answers


class NewAnswer(Struct, frozen=True, kw_only=True):
    """An answer to keep under (flow, key); a later one replaces it."""

    person_id: str
    flow: str
    key: str
    step: str
    value: bytes
    answered_at: datetime
    marks: tuple[str, ...] = ()


_FRESH = ("step", "value_sealed", "marks", "answered_at")
_SAVE = BulkInsert(answers, "person_id", "flow", "key", *_FRESH, finish=replacing(answers, *_FRESH))


class Answers(Repository):
    """Answers."""

    def save(self, fresh: Sequence[NewAnswer]) -> None:
        """Keep answers; of two to one question the last counts."""
        rows = [
            (
                one.person_id,
                one.flow,
                one.key,
                one.step,
                self._keys.seal(one.person_id, _field(one.flow, one.key), one.value),
                ",".join(one.marks),
                one.answered_at,
            )
            for one in fresh
        ]
        _SAVE.run(self._connection, rows)

    def of(self, person_id: str, flow: str | None = None) -> list[NewAnswer]:
        """The answers of a person (in one flow), oldest first."""
        wanted = select(answers).where(answers.c.person_id == person_id)
        if flow is not None:
            wanted = wanted.where(answers.c.flow == flow)
        ordered = wanted.order_by(answers.c.answered_at, answers.c.flow, answers.c.key)
        return [self._row(row) for row in self._connection.execute(ordered)]

    def remove(self, person_id: str, flow: str, key: str) -> bool:
        """Take one answer away; whether it was there."""
        here = (answers.c.person_id == person_id, answers.c.flow == flow, answers.c.key == key)
        return self._connection.execute(delete(answers).where(*here)).rowcount == 1

    def _row(self, row: AnyRow) -> NewAnswer:
        return NewAnswer(
            person_id=row.person_id,
            flow=row.flow,
            key=row.key,
            step=row.step,
            value=self._keys.unseal(row.person_id, _field(row.flow, row.key), row.value_sealed),
            answered_at=row.answered_at,
            marks=tuple(row.marks.split(",")) if row.marks else (),
        )


def _field(flow: str, key: str) -> str:
    return f"answer {flow}/{key}"
