"""Every night: throw away what was promised to be thrown away."""

from collections.abc import Callable
from datetime import timedelta

import structlog

from bot.bootstrap import House
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)


async def run(house: House) -> dict[str, int]:
    """Throws away old messages, and the answers of who stopped long ago; gives how much of each."""
    now = house.clock()
    settings = house.settings
    lines_before = now - timedelta(days=settings.keep_messages_days)
    answers_before = now - timedelta(days=settings.keep_answers_days)
    done = {
        "lines": await _all(house, lambda unit: unit.retention.lines(lines_before)),
        "answers": await _all(house, lambda unit: unit.retention.answers(answers_before)),
        "quarantine": await _all(house, lambda unit: unit.retention.quarantine(lines_before)),
        "timers": await _all(house, lambda unit: unit.retention.timers(lines_before)),
    }
    done["logins"] = await house.database.write(lambda unit: unit.web_sessions.sweep(now))
    log.info("purge.done", **done)
    return done


async def _all(house: House, bite: Callable[[Unit], int]) -> int:
    """Bite by bite, so that the chat never waits long."""
    total = 0
    while taken := await house.database.write(bite):
        total += taken
    return total
