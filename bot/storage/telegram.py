"""Telegram: which files the platform has already, when it was last heard, and who was talking then."""

from datetime import datetime

from sqlalchemy import delete, select

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.repository import Repository
from bot.storage.tables import house, sessions, telegram_files

_KEEP = BulkInsert(telegram_files, "bot", "name", "file_id", finish=replacing(telegram_files, "file_id"))
_NOTE = BulkInsert(house, "name", "value", finish=replacing(house, "value"))


class TelegramRows(Repository):
    """What the house must remember of the platform. Nothing here is about a person."""

    def file_ids(self, bot: int) -> dict[str, str]:
        """Name of a file -> the id under which this bot can send it again."""
        wanted = select(telegram_files.c.name, telegram_files.c.file_id).where(telegram_files.c.bot == bot)
        return {row.name: row.file_id for row in self._connection.execute(wanted)}

    def keep_file_id(self, bot: int, name: str, file_id: str) -> None:
        """One more."""
        _KEEP.run(self._connection, [(bot, name, file_id)])

    def note(self, name: str, at: datetime) -> None:
        """Remember a moment under a name."""
        _NOTE.run(self._connection, [(name, at.isoformat())])

    def noted(self, name: str) -> datetime | None:
        """The moment under a name."""
        found = self._connection.execute(select(house.c.value).where(house.c.name == name)).scalar()
        return datetime.fromisoformat(found) if found else None

    def forget(self, *names: str) -> None:
        """The moments under these names no longer matter."""
        self._connection.execute(delete(house).where(house.c.name.in_(names)))

    def talking(self, since: datetime, until: datetime) -> list[str]:
        """Whose conversation last moved between these moments."""
        wanted = select(sessions.c.person_id).where(sessions.c.updated_at >= since, sessions.c.updated_at < until)
        return list(self._connection.execute(wanted.order_by(sessions.c.person_id)).scalars())
