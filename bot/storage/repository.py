"""What every repository has: the connection of this transaction, and the keys of the people in it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from bot.errors import PersonGoneError
from bot.storage.tables import people
from bot.storage.vault import DataKey, Vault

AnyRow = Row[*tuple[Any, ...]]

_KEYS = select(people.c.id, people.c.wrapped_key).where(people.c.id.in_(bindparam("ids", expanding=True)))


class KeyRing:
    """The opened keys of the people in this transaction, fetched at most once each."""

    __slots__ = ("_connection", "_opened", "vault")

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._opened: dict[str, DataKey] = {}
        self.vault = vault

    def remember(self, person: str, wrapped: bytes) -> DataKey:
        """Open a key that a query brought along."""
        key = self._opened[person] = self.vault.open_key(person, wrapped)
        return key

    def fetch(self, ids: Iterable[str]) -> None:
        """Bring in the keys that are not there yet, in one query. Erased people have none."""
        missing = [person for person in set(ids) if person not in self._opened]
        if missing:
            for row in self._connection.execute(_KEYS, {"ids": missing}):
                if row.wrapped_key is not None:
                    self.remember(row.id, row.wrapped_key)

    def of(self, person: str) -> DataKey:
        """The key of one person. Raises PersonGoneError for someone who was erased or never was."""
        key = self._opened.get(person)
        if key is None:
            self.fetch([person])
            key = self._opened.get(person)
        if key is None:
            raise PersonGoneError(person=person)
        return key

    def drop(self, person: str) -> None:
        """Forget a key that was destroyed."""
        self._opened.pop(person, None)
        self.vault.forget(person)

    def seal(self, person: str, field: str, plaintext: bytes) -> bytes:
        """Seal with the person's own key."""
        return self.vault.seal(self.of(person), person, field, plaintext)

    def unseal(self, person: str, field: str, sealed: bytes) -> bytes:
        """Unseal with the person's own key."""
        return self.vault.unseal(self.of(person), person, field, sealed)


class Repository:
    """One kind of row in one transaction."""

    __slots__ = ("_connection", "_keys")

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
