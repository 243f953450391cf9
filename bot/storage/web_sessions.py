"""Web sessions: who is logged in to the web chat; only the hash of a token is stored."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import delete, insert, select, update

from bot.storage.codes import token_hash
from bot.storage.repository import Repository
from bot.storage.tables import web_sessions

TOUCH_AFTER = timedelta(minutes=1)
"""A session in use is moved on at most this often: a write for each page would cost more than it protects."""


class WebSession(Struct, frozen=True, kw_only=True):
    """A live login."""

    person_id: str
    created_at: datetime
    expires_at: datetime
    seen_at: datetime

    def wants_touch(self, now: datetime) -> bool:
        """Whether its end should be moved on."""
        return now - self.seen_at >= TOUCH_AFTER


class WebSessions(Repository):
    """Logins with an end that slides on while they are used."""

    def open(self, token: str, person_id: str, *, now: datetime, lasts: timedelta) -> None:
        """Remember a new login; the token was made by the caller."""
        self._connection.execute(
            insert(web_sessions),
            {
                "token_hash": token_hash(token),
                "person_id": person_id,
                "created_at": now,
                "expires_at": now + lasts,
                "seen_at": now,
            },
        )

    def find(self, token: str, now: datetime) -> WebSession | None:
        """The login of a token, if it is known and has not ended."""
        wanted = select(
            web_sessions.c.person_id,
            web_sessions.c.created_at,
            web_sessions.c.expires_at,
            web_sessions.c.seen_at,
        ).where(web_sessions.c.token_hash == token_hash(token), web_sessions.c.expires_at > now)
        row = self._connection.execute(wanted).mappings().first()
        return WebSession(**row) if row else None

    def touch(self, token: str, *, now: datetime, lasts: timedelta) -> bool:
        """Move the end on. False when it had ended already: an ended login is never revived."""
        moved = (
            update(web_sessions)
            .where(web_sessions.c.token_hash == token_hash(token), web_sessions.c.expires_at > now)
            .values(seen_at=now, expires_at=now + lasts)
        )
        return self._connection.execute(moved).rowcount == 1

    def close(self, token: str) -> None:
        """Log out."""
        self._connection.execute(delete(web_sessions).where(web_sessions.c.token_hash == token_hash(token)))

    def close_all(self, person_id: str) -> None:
        """Log out everywhere."""
        self._connection.execute(delete(web_sessions).where(web_sessions.c.person_id == person_id))

    def sweep(self, now: datetime) -> int:
        """Throw away the logins that have ended; how many."""
        return self._connection.execute(delete(web_sessions).where(web_sessions.c.expires_at <= now)).rowcount
