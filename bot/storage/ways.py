"""The ways by which people come in: accounts on other platforms, and devices that are logged in to the web chat."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete, select

from bot.storage.repository import Repository
from bot.storage.tables import addresses, web_sessions

WEB = "web"
LENGTH = 16
"""Signs of the name of a way, which a button can carry."""


class Way(Struct, frozen=True, kw_only=True):
    """One way in. `id` names it among those of its person; an account on a platform does not tell `since` when."""

    id: str
    channel: str
    address: str
    since: datetime | None = None


class Ways(Repository):
    """Ways in. What somebody asks for by id is only looked for among their own."""

    def of(self, person_id: str, now: datetime) -> list[Way]:
        """The accounts of a person, and then the devices that are logged in, the oldest first."""
        wanted = select(addresses.c.channel, addresses.c.address).where(
            addresses.c.person_id == person_id, addresses.c.channel != WEB
        )
        rows = self._connection.execute(wanted.order_by(addresses.c.channel, addresses.c.address))
        found = [Way(id=self.id_at(row.channel, row.address), channel=row.channel, address=row.address) for row in rows]
        mine = (web_sessions.c.person_id == person_id, web_sessions.c.expires_at > now)
        logins = select(web_sessions.c.token_hash, web_sessions.c.created_at).where(*mine)
        for row in self._connection.execute(logins.order_by(web_sessions.c.created_at, web_sessions.c.token_hash)):
            found.append(Way(id=id_of(row.token_hash), channel=WEB, address="", since=row.created_at))
        return found

    def id_at(self, channel: str, address: str) -> str:
        """The name of the way through an account: it tells nobody which account that is."""
        return self._keys.vault.digest("way", channel, address)[:LENGTH]

    def close(self, person_id: str, way: Way) -> None:
        """Nobody comes in by this way any more."""
        if way.channel != WEB:
            here = (addresses.c.channel == way.channel, addresses.c.address == way.address)
            self._connection.execute(delete(addresses).where(*here, addresses.c.person_id == person_id))
            return
        mine = (web_sessions.c.person_id == person_id, web_sessions.c.token_hash.startswith(way.id, autoescape=True))
        self._connection.execute(delete(web_sessions).where(*mine))


def id_of(token_hash: str) -> str:
    """The name of a login."""
    return token_hash[:LENGTH]
