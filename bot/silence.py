"""Silences of a platform: it keeps a press for a short time, so after a longer one some people pressed in vain."""

from datetime import datetime, timedelta

from bot import later
from bot.lookups import session_of
from bot.messages import Inbound
from bot.storage.database import Database
from bot.storage.unit import Unit
from bot.turns import Turns

CHANNEL = "telegram"
HEARD = f"{CHANNEL}-heard"
DEAF = timedelta(seconds=150)
"""So long Telegram keeps a button press: a longer silence may have cost some."""
TALKING = timedelta(minutes=15)
"""Who moved this short before a silence was in the middle of a talk."""


class Silence:
    """Remembers, also over a restart, that the platform was not heard for a while."""

    def __init__(
        self, database: Database, turns: Turns, *, channel: str = CHANNEL, deaf: timedelta = DEAF
    ) -> None:  # fmt: skip
        self._database = database
        self._turns = turns
        self._channel = channel
        self._deaf = deaf
        self._heard, self._from, self._to = (f"{channel}-{one}" for one in ("heard", "silent-from", "silent-to"))

    async def heard(self, at: datetime) -> bool:
        """Notes the moment; a silence that was too long is remembered until everybody was asked again."""

        def note(unit: Unit) -> bool:
            rows = unit.telegram
            before = rows.noted(self._heard)
            rows.note(self._heard, at)
            if before is not None and at - before > self._deaf:
                if rows.noted(self._from) is None:
                    rows.note(self._from, before)
                rows.note(self._to, at)
            return rows.noted(self._from) is not None

        return await self._database.write(note)

    async def silence(self) -> tuple[datetime, datetime] | None:
        """From when until when it was silent, as long as not everybody was asked again."""
        return await self._database.read(self._span)

    async def ask_again(self, at: datetime) -> int:
        """Asks once more what people were asked when it fell silent; -1 in the hours in which nobody is disturbed."""
        if later.is_quiet(at):
            return -1
        waiting, until = await self._database.read(self._cut_off)
        for address in waiting:
            again = Inbound(
                channel=self._channel,
                address=address,
                external_id=f"again:{address}:{until}",
                kind="command",
                at=at,
                data="resume",
            )
            await self._turns.submit(again)
        await self._database.write(lambda unit: unit.telegram.forget(self._from, self._to))
        return len(waiting)

    def _span(self, unit: Unit) -> tuple[datetime, datetime] | None:
        since, until = unit.telegram.noted(self._from), unit.telegram.noted(self._to)
        return (since, until) if since is not None and until is not None else None

    def _cut_off(self, unit: Unit) -> tuple[list[str], str]:
        """The addresses of who was talking here, and did nothing since."""
        span = self._span(unit)
        if span is None:
            return [], ""
        since, until = span
        found = []
        surely = since + max(self._deaf, DEAF)
        for person in unit.telegram.talking(since - TALKING, min(surely, until)):
            session = session_of(unit, person)
            if session is not None and session.asked is not None and session.state == "active":
                channel, address = session.reached
                if channel == self._channel and not session.relay and not _comes(unit, person, surely):
                    found.append(address)
        return found, until.isoformat()


def _comes(unit: Unit, person: str, silent: datetime) -> bool:
    """Whether what was said last is still on its way, or came after this moment: then nothing was pressed in vain."""
    for line in unit.lines.before(person, 1):
        return line.state in ("waiting", "sending") or (line.state == "sent" and line.at > silent)
    return False
