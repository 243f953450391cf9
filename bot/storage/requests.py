"""Requests: what a person asked the house to do, such as a talk with the coach."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import insert, select, update

from bot.storage.repository import Repository
from bot.storage.tables import requests


class NewRequest(Struct, frozen=True, kw_only=True):
    """What was asked (`want_talk`, ...), and in which flow."""

    person_id: str
    kind: str
    flow: str
    asked_at: datetime


class Request(Struct, frozen=True, kw_only=True):
    """A request; it is open until `done_at`."""

    id: int
    person_id: str
    kind: str
    flow: str
    asked_at: datetime
    done_at: datetime | None


class Requests(Repository):
    """What people asked for."""

    def add(self, fresh: Iterable[NewRequest]) -> None:
        """Keep requests."""
        rows = [
            {"person_id": one.person_id, "kind": one.kind, "flow": one.flow, "asked_at": one.asked_at} for one in fresh
        ]
        if rows:
            self._connection.execute(insert(requests), rows)

    def of(self, person_id: str) -> list[Request]:
        """Everything that a person asked for, oldest first."""
        wanted = select(requests).where(requests.c.person_id == person_id).order_by(requests.c.id)
        return [Request(**row) for row in self._connection.execute(wanted).mappings()]

    def open_for(self, people: Iterable[str]) -> list[Request]:
        """What these people still wait for, oldest first."""
        here = (requests.c.person_id.in_(sorted(set(people))), requests.c.done_at.is_(None))
        wanted = select(requests).where(*here).order_by(requests.c.asked_at, requests.c.id)
        return [Request(**row) for row in self._connection.execute(wanted).mappings()]

    def done(self, request_id: int, at: datetime) -> bool:
        """Close a request; False when it was closed before."""
        here = (requests.c.id == request_id, requests.c.done_at.is_(None))
        return self._connection.execute(update(requests).where(*here), {"done_at": at}).rowcount == 1
