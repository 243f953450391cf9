"""Quarantine: messages that could not be handled, kept sealed for an operator, and never tried again."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import func, insert, select

from bot.messages import Inbound
from bot.storage.bulk import BulkInsert, replacing
from bot.storage.repository import Repository
from bot.storage.tables import inbox, quarantine


class Quarantined(Struct, frozen=True, kw_only=True):
    """A message that could not be handled; `error` is the name of a class."""

    id: int
    channel: str
    external_id: str
    person_id: str | None
    error: str
    at: datetime


_CLAIM = BulkInsert(inbox, "channel", "external_id", "kind", "at", "state", finish=replacing(inbox, "state"))
_FIELDS = (
    quarantine.c.id,
    quarantine.c.channel,
    quarantine.c.external_id,
    quarantine.c.person_id,
    quarantine.c.error,
    quarantine.c.at,
)


class Quarantine(Repository):
    """Messages that could not be handled."""

    def put(self, arrival: Inbound, *, person_id: str | None, error: str, body: bytes, at: datetime) -> None:
        """Set a message apart, and claim it, so that a repeat is dropped."""
        digest = self._keys.vault.digest(arrival.channel, arrival.external_id)
        row = (arrival.channel, digest, arrival.kind, arrival.at, "quarantined")
        _CLAIM.run(self._connection, [row])
        self._connection.execute(
            insert(quarantine),
            {
                "channel": arrival.channel,
                "external_id": arrival.external_id,
                "person_id": person_id,
                "error": error,
                "body_sealed": self._seal(person_id, digest, body),
                "at": at,
            },
        )

    def all(self, limit: int) -> list[Quarantined]:
        """The newest ones first, without what they said."""
        wanted = select(*_FIELDS).order_by(quarantine.c.id.desc()).limit(limit)
        return [Quarantined(**row) for row in self._connection.execute(wanted).mappings()]

    def count(self) -> int:
        """How many there are."""
        return self._connection.execute(select(func.count()).select_from(quarantine)).scalar_one()

    def body(self, quarantine_id: int) -> bytes | None:
        """What one of them said."""
        wanted = select(quarantine).where(quarantine.c.id == quarantine_id)
        row = self._connection.execute(wanted).first()
        if row is None:
            return None
        field = f"quarantine {self._keys.vault.digest(row.channel, row.external_id)}"
        vault = self._keys.vault
        key = vault.own_key if row.person_id is None else self._keys.of(row.person_id)
        return vault.unseal(key, row.person_id or "", field, row.body_sealed)

    def _seal(self, person_id: str | None, digest: str, body: bytes) -> bytes:
        """A stranger has no key: the house's own is used."""
        vault = self._keys.vault
        key = vault.own_key if person_id is None else self._keys.of(person_id)
        return vault.seal(key, person_id or "", f"quarantine {digest}", body)
