"""Slack: which pictures a workspace has already, and where people can be reached there."""

from sqlalchemy import delete, select

from bot.storage.bulk import BulkInsert, replacing
from bot.storage.repository import Repository
from bot.storage.tables import addresses, sessions, slack_files

CHANNEL = "slack"
_KEEP = BulkInsert(slack_files, "team", "name", "file_id", finish=replacing(slack_files, "file_id"))


class SlackRows(Repository):
    """What the house must remember of the platform. The files are its own: nothing in them is about a person."""

    def file_ids(self, team: str) -> dict[str, str]:
        """Name of a file -> the id under which this workspace has it."""
        wanted = select(slack_files.c.name, slack_files.c.file_id).where(slack_files.c.team == team)
        return {row.name: row.file_id for row in self._connection.execute(wanted)}

    def keep_file_id(self, team: str, name: str, file_id: str) -> None:
        """One more, or another one in its place."""
        _KEEP.run(self._connection, [(team, name, file_id)])

    def forget_file_id(self, team: str, name: str) -> None:
        """The workspace does not have it any more."""
        here = (slack_files.c.team == team, slack_files.c.name == name)
        self._connection.execute(delete(slack_files).where(*here))

    def members(self) -> list[str]:
        """The addresses of everybody here; who was talking last comes first."""
        here = addresses.outerjoin(sessions, sessions.c.person_id == addresses.c.person_id)
        wanted = select(addresses.c.address).select_from(here).where(addresses.c.channel == CHANNEL)
        order = (sessions.c.updated_at.is_(None), sessions.c.updated_at.desc(), addresses.c.address)
        return list(self._connection.execute(wanted.order_by(*order)).scalars())
