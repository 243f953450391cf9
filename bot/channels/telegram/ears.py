"""Notes that the platform was heard; after a long silence shows again what people may have pressed in vain."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.channels.telegram.desk import Desk

log = structlog.get_logger(__name__)

NOTED = timedelta(seconds=60)
"""How often it is written down. The platform keeps a press for 150 seconds, so this is often enough."""


class Ears:
    """One for each bot. Both calls may fail when the database does."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk = desk
        self._clock = clock
        self._noted: datetime | None = None
        self._waiting = False

    async def heard(self) -> None:
        """The platform answered."""
        now = self._clock()
        if self._noted is None or not timedelta(0) <= now - self._noted < NOTED:
            self._waiting = await self._desk.heard(now)
            self._noted = now

    async def caught_up(self) -> None:
        """Everything that the platform had kept is taken."""
        if not self._waiting:
            return
        asked = await self._desk.ask_again(self._clock())
        if asked >= 0:
            self._waiting = False
            log.info("telegram.asked_again", people=asked)
