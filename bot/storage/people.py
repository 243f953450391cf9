"""People: who they are, where they can be reached, and the key with which their texts are sealed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Select, bindparam, delete, insert, select, tuple_, update

from bot.storage.bulk import BulkInsert
from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import addresses, people

Status = Literal["invited", "active", "stopped"]
Address = tuple[str, str]


class NewPerson(Struct, frozen=True, kw_only=True):
    """Someone to add. `id` (16 signs) and the public `handle` (10 signs) are random and made by the caller."""

    id: str
    organisation_id: str
    handle: str
    status: Status
    created_at: datetime
    name: str = ""
    facts: bytes = b""


class PersonRow(Struct, frozen=True, kw_only=True):
    """A person with the facts unsealed. An erased person has no row any more."""

    id: str
    organisation_id: str
    handle: str
    wrapped_key: bytes
    status: Status
    facts: bytes
    created_at: datetime
    unreachable_at: datetime | None


_COLUMNS = (
    people.c.id,
    people.c.organisation_id,
    people.c.handle,
    people.c.wrapped_key,
    people.c.status,
    people.c.facts_sealed,
    people.c.created_at,
    people.c.unreachable_at,
)
_HERE = people.c.wrapped_key.is_not(None)
_BY_ADDRESS = (
    select(addresses.c.channel, addresses.c.address, *_COLUMNS)
    .join(people, people.c.id == addresses.c.person_id)
    .where(
        _HERE,
        tuple_(addresses.c.channel, addresses.c.address).in_(bindparam("wanted", expanding=True)),
    )
)
_BY_ID = select(*_COLUMNS).where(_HERE)
_LINK = BulkInsert(addresses, "channel", "address", "person_id", finish=lambda insert: insert.on_conflict_do_nothing())


class People(Repository):
    """People and their addresses."""

    def add(self, person: NewPerson) -> None:
        """Add a person and give them a key of their own."""
        wrapped = self._keys.vault.new_key(person.id)
        self._keys.remember(person.id, wrapped)
        self._connection.execute(
            insert(people),
            {
                "id": person.id,
                "organisation_id": person.organisation_id,
                "handle": person.handle,
                "name_sealed": self._keys.seal(person.id, "name", person.name.encode()),
                "facts_sealed": self._keys.seal(person.id, "facts", person.facts),
                "wrapped_key": wrapped,
                "status": person.status,
                "created_at": person.created_at,
            },
        )

    def by_addresses(self, wanted: Sequence[Address]) -> dict[Address, PersonRow]:
        """Who is behind each (channel, address); strangers are absent."""
        if not wanted:
            return {}
        rows = self._connection.execute(_BY_ADDRESS, {"wanted": sorted(set(wanted))})
        return {(row.channel, row.address): self._person(row) for row in rows}

    def by_ids(self, ids: Iterable[str]) -> dict[str, PersonRow]:
        """The people with these ids, as far as they are there."""
        return {person.id: person for person in self._people(_BY_ID.where(people.c.id.in_(sorted(set(ids)))))}

    def by_handle(self, handle: str) -> PersonRow | None:
        """The person with this public handle."""
        return next(iter(self._people(_BY_ID.where(people.c.handle == handle))), None)

    def of(self, organisation_id: str) -> list[PersonRow]:
        """Everybody in an organisation, oldest first."""
        wanted = _BY_ID.where(people.c.organisation_id == organisation_id)
        return self._people(wanted.order_by(people.c.created_at, people.c.id))

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of these people."""
        wanted = select(people.c.id, people.c.wrapped_key, people.c.name_sealed).where(
            people.c.id.in_(sorted(set(ids))), _HERE
        )
        found = {}
        for row in self._connection.execute(wanted):
            self._keys.remember(row.id, row.wrapped_key)
            found[row.id] = self._keys.unseal(row.id, "name", row.name_sealed).decode()
        return found

    def link(self, channel: str, address: str, person_id: str) -> bool:
        """Let an address lead to a person. False when it already leads to someone (it is never taken over)."""
        return _LINK.run(self._connection, [(channel, address, person_id)]) == 1

    def unlink(self, channel: str, address: str) -> None:
        """Let an address lead to nobody."""
        here = (addresses.c.channel == channel, addresses.c.address == address)
        self._connection.execute(delete(addresses).where(*here))

    def addresses_of(self, person_id: str) -> list[Address]:
        """Every (channel, address) of a person."""
        wanted = select(addresses.c.channel, addresses.c.address).where(addresses.c.person_id == person_id)
        rows = self._connection.execute(wanted.order_by(addresses.c.channel, addresses.c.address))
        return [(row.channel, row.address) for row in rows]

    def set_status(self, person_id: str, status: Status) -> None:
        """Note where a person stands."""
        self._change(person_id, status=status)

    def set_name(self, person_id: str, name: str) -> None:
        """Change a name."""
        self._change(person_id, name_sealed=self._keys.seal(person_id, "name", name.encode()))

    def set_facts(self, person_id: str, facts: bytes) -> None:
        """Replace the facts (JSON) that the house keeps of a person."""
        self._change(person_id, facts_sealed=self._keys.seal(person_id, "facts", facts))

    def set_unreachable(self, person_id: str, at: datetime | None) -> None:
        """Note since when a channel refuses this person's messages; None when they wrote again."""
        self._change(person_id, unreachable_at=at)

    def _change(self, person_id: str, **values: object) -> None:
        self._connection.execute(update(people).where(people.c.id == person_id, _HERE), values)

    def _people(self, wanted: Select[Any]) -> list[PersonRow]:
        return [self._person(row) for row in self._connection.execute(wanted)]

    def _person(self, row: AnyRow) -> PersonRow:
        self._keys.remember(row.id, row.wrapped_key)
        return PersonRow(
            id=row.id,
            organisation_id=row.organisation_id,
            handle=row.handle,
            wrapped_key=row.wrapped_key,
            status=row.status,
            facts=self._keys.unseal(row.id, "facts", row.facts_sealed),
            created_at=row.created_at,
            unreachable_at=row.unreachable_at,
        )
