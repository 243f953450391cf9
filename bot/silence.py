"""Silences of Telegram: it keeps a press for 150 seconds, so after a longer one some people pressed in vain."""

from datetime import datetime, timedelta

from bot import later
from bot.lookups import session_of
from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.turns import Turns

CHANNEL = "telegram"
HEARD, SILENT_FROM, SILENT_TO = "telegram-heard", "telegram-silent-from", "telegram-silent-to"
DEAF = timedelta(seconds=150)
"""So long the platform keeps a button press: a longer silence may have cost some."""
TALKING = timedelta(minutes=15)
"""Who moved this short before a silence was in the middle of a talk."""


class Silence:
    """Remembers, also over a restart, that the platform was not heard for a while."""

    def __init__(self, database: Database, turns: Turns) -> None:
        self._database = database
        self._turns = turns

    async def heard(self, at: datetime) -> bool:
        """Notes the moment; a silence that was too long is remembered until everybody was asked again."""

        def note(unit: Unit) -> bool:
            rows = unit.telegram
            before = rows.noted(HEARD)
            rows.note(HEARD, at)
            if before is not None and at - before > DEAF:
                if rows.noted(SILENT_FROM) is None:
                    rows.note(SILENT_FROM, before)
                rows.note(SILENT_TO, at)
            return rows.noted(SILENT_FROM) is not None

        return await self._database.write(note)

    async def ask_again(self, at: datetime) -> int:
        """Asks once more what people were asked when it fell silent; -1 in the hours in which nobody is disturbed."""
        if later.is_quiet(at):
            return -1
        waiting, until = await self._database.read(_cut_off)
        for address in waiting:
            again = Inbound(
                channel=CHANNEL,
                address=address,
                external_id=f"again:{address}:{until}",
                kind="command",
                at=at,
                data="resume",
            )
            await self._turns.submit(again)
        await self._database.write(lambda unit: unit.telegram.forget(SILENT_FROM, SILENT_TO))
        return len(waiting)


def _cut_off(unit: Unit) -> tuple[list[str], str]:
    """The addresses of who was talking here, and did nothing since."""
    since, until = unit.telegram.noted(SILENT_FROM), unit.telegram.noted(SILENT_TO)
    if since is None or until is None:
        return [], ""
    found = []
    for person in unit.telegram.talking(since - TALKING, until):
        session = session_of(unit, person)
        if session is not None and session.asked is not None and session.state == "active":
            channel, address = session.reached
            if channel == CHANNEL and not session.relay:
                found.append(address)
    return found, until.isoformat()
