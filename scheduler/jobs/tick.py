"""Every few seconds: fire the timers that are due."""

import structlog

from bot.bootstrap import House
from bot.logs import where

log = structlog.get_logger(__name__)


async def run(house: House) -> int:
    """Fires what is due; a fault is logged, and the next tick tries again."""
    try:
        return await house.alarm.tick()
    except Exception as error:  # the boundary of the job: a database that is away must not stop the scheduler
        log.error("tick.failed", error=type(error).__name__, where=where(error))
        return 0
