"""Sessions: where each person stands, sealed but for the place, which `opstap content check --live` must see."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Insert, bindparam, func, literal_column, select

from bot.errors import StaleSessionError
from bot.storage.bulk import BulkInsert, ConflictInsert
from bot.storage.repository import Repository
from bot.storage.tables import people, sessions

Stored = tuple[bytes, int]


class SessionDraft(Struct, frozen=True, kw_only=True):
    """A session to keep. `version` is the one that was loaded: 0 for a person who had none."""

    person_id: str
    flow: str
    step: str
    status: str
    revision: str
    version: int
    blob: bytes
    updated_at: datetime


class Place(Struct, frozen=True, kw_only=True):
    """A step on which people stand, and how many."""

    flow: str
    step: str
    revision: str
    people: int


_COLUMNS = ("person_id", "flow", "step", "status", "revision", "version", "blob_sealed", "updated_at")


def _guarded(insert: ConflictInsert) -> Insert:
    return insert.on_conflict_do_update(
        index_elements=[sessions.c.person_id],
        set_={name: insert.excluded[name] for name in _COLUMNS[1:]},
        where=sessions.c.version == insert.excluded.version - literal_column("1"),
    )


_SAVE = BulkInsert(sessions, *_COLUMNS, finish=_guarded)
_LOCK = (
    select(people.c.id, people.c.wrapped_key)
    .where(people.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(people.c.id)
    .with_for_update()
)
_LOAD = (
    select(sessions.c.person_id, sessions.c.version, sessions.c.blob_sealed, people.c.wrapped_key)
    .join(people, people.c.id == sessions.c.person_id)
    .where(sessions.c.person_id.in_(bindparam("ids", expanding=True)), people.c.wrapped_key.is_not(None))
)


class Sessions(Repository):
    """Where each person stands."""

    def load(self, ids: Iterable[str], *, lock: bool = True) -> dict[str, Stored]:
        """The unsealed session and its version of each person who has one.

        With `lock` nobody else has these people until the transaction ends. PostgreSQL needs a statement of
        its own for that: a joined row would come from before the wait. SQLite has one writer at a time.
        """
        wanted = {"ids": sorted(set(ids))}
        if not wanted["ids"]:
            return {}
        if lock and self._connection.dialect.name == "postgresql":
            self._lock(wanted)
        return {
            row.person_id: (self._opened(row.person_id, row.wrapped_key, row.blob_sealed), row.version)
            for row in self._connection.execute(_LOAD, wanted)
        }

    def save(self, drafts: Sequence[SessionDraft]) -> None:
        """Keep sessions. Raises StaleSessionError when one of them was changed since it was loaded."""
        rows = [
            (
                draft.person_id,
                draft.flow,
                draft.step,
                draft.status,
                draft.revision,
                draft.version + 1,
                self._keys.seal(draft.person_id, "session", draft.blob),
                draft.updated_at,
            )
            for draft in drafts
        ]
        written = _SAVE.run(self._connection, rows)
        if written != len(rows):
            raise StaleSessionError(count=len(rows) - written)

    def places(self) -> list[Place]:
        """How many people stand where."""
        here = (sessions.c.flow, sessions.c.step, sessions.c.revision)
        wanted = select(*here, func.count().label("people")).group_by(*here).order_by(*here)
        return [Place(**row) for row in self._connection.execute(wanted).mappings()]

    def flow_of(self, person_id: str) -> str:
        """In which flow this person stands; empty for who stands in none."""
        found = self._connection.execute(select(sessions.c.flow).where(sessions.c.person_id == person_id)).scalar()
        return str(found or "")

    def _lock(self, wanted: dict[str, list[str]]) -> None:
        """Wait for these people; whoever was erased meanwhile has no key any more."""
        for row in self._connection.execute(_LOCK, wanted):
            if row.wrapped_key is None:
                self._keys.drop(row.id)

    def _opened(self, person_id: str, wrapped: bytes, blob: bytes) -> bytes:
        self._keys.remember(person_id, wrapped)
        return self._keys.unseal(person_id, "session", blob)
