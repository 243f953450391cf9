"""Invites: codes that work once, for a while, for one person; only their hash is stored."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import insert, select, update

from bot.storage.codes import code_hash
from bot.storage.repository import Repository
from bot.storage.tables import invites

PAGE = "page:"
"""How the purpose of a code begins that shows one page, and lets nobody in: the name of the page follows."""


class NewInvite(Struct, frozen=True, kw_only=True):
    """A code to remember; times are aware."""

    code: str
    person_id: str
    purpose: str
    created_at: datetime
    expires_at: datetime


class Claimed(Struct, frozen=True):
    """Whose invite was taken up, and what for."""

    person_id: str
    purpose: str


class Invites(Repository):
    """Invites."""

    def make(self, invite: NewInvite) -> None:
        """Remember the hash of a code."""
        self._connection.execute(
            insert(invites),
            {
                "code_hash": code_hash(invite.code),
                "person_id": invite.person_id,
                "purpose": invite.purpose,
                "created_at": invite.created_at,
                "expires_at": invite.expires_at,
            },
        )

    def claim(self, typed: str, now: datetime) -> Claimed | None:
        """Take up an invite. None for a code that is unknown, expired or used: the caller cannot tell which.

        It is looked up by its hash, so how long that takes tells nothing of the signs that were typed.
        """
        taken = (
            update(invites)
            .where(
                invites.c.code_hash == code_hash(typed),
                invites.c.used_at.is_(None),
                invites.c.expires_at > now,
                invites.c.purpose.not_like(f"{PAGE}%"),
            )
            .values(used_at=now)
            .returning(invites.c.person_id, invites.c.purpose)
        )
        row = self._connection.execute(taken).first()
        return Claimed(row.person_id, row.purpose) if row else None

    def page(self, typed: str, now: datetime) -> Claimed | None:
        """Whose page this code shows, and as purpose which; until it expires it can be shown again."""
        wanted = select(invites.c.person_id, invites.c.purpose).where(
            invites.c.code_hash == code_hash(typed),
            invites.c.expires_at > now,
            invites.c.purpose.like(f"{PAGE}%"),
        )
        row = self._connection.execute(wanted).first()
        return Claimed(row.person_id, row.purpose.removeprefix(PAGE)) if row else None

    def owner(self, typed: str) -> str | None:
        """Whose code this is or was, to warn them that someone tried it; never to answer the one who typed it."""
        wanted = select(invites.c.person_id).where(invites.c.code_hash == code_hash(typed))
        return self._connection.execute(wanted).scalar()

    def used(self, typed: str) -> bool:
        """Whether somebody came in with this code."""
        here = (invites.c.code_hash == code_hash(typed), invites.c.used_at.is_not(None))
        return self._connection.execute(select(invites.c.person_id).where(*here)).first() is not None

    def withdraw(self, person_id: str, now: datetime, *, purpose: str = "") -> int:
        """End the open invites of a person, or only those with this purpose; how many there were."""
        open_ones = [
            invites.c.person_id == person_id,
            invites.c.used_at.is_(None),
            invites.c.expires_at > now,
        ]
        if purpose:
            open_ones.append(invites.c.purpose == purpose)
        return self._connection.execute(update(invites).where(*open_ones), {"expires_at": now}).rowcount
