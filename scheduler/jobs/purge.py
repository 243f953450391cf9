"""Every night: throw away what was promised to be thrown away."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.bootstrap import House
from bot.logs import where
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)


async def run(house: House) -> dict[str, int]:
    """Throws away old messages, what is over, and the answers of who stopped long ago; gives how much of each.

    A fault is logged, and the next night tries again.
    """
    try:
        done = await _purge(house, house.clock())
    except Exception as error:  # the boundary of the job: a database that is away must not stop the scheduler
        log.error("purge.failed", error=type(error).__name__, where=where(error))
        return {}
    log.info("purge.done", **done)
    return done


async def _purge(house: House, now: datetime) -> dict[str, int]:
    settings = house.settings
    lines_before = now - timedelta(days=settings.keep_messages_days)
    answers_before = now - timedelta(days=settings.keep_answers_days)
    return {
        "erasures": await house.eraser.resume(now),
        "lines": await _all(house, lambda unit: unit.retention.lines(lines_before)),
        "recordings": await _recordings(house, lines_before),
        "cards": await _all(house, lambda unit: unit.retention.cards(lines_before)),
        "meetings": await _all(house, lambda unit: unit.retention.meetings(lines_before)),
        "cases": await _all(house, lambda unit: unit.retention.cases(lines_before)),
        "requests": await _all(house, lambda unit: unit.retention.requests(lines_before)),
        "pairs": await _all(house, lambda unit: unit.retention.pairs(answers_before)),
        "answers": await _all(house, lambda unit: unit.retention.answers(answers_before)),
        "quarantine": await _all(house, lambda unit: unit.retention.quarantine(lines_before)),
        "timers": await _all(house, lambda unit: unit.retention.timers(lines_before)),
        "logins": await house.database.write(lambda unit: unit.web_sessions.sweep(now)),
    }


async def _all(house: House, bite: Callable[[Unit], int]) -> int:
    """Bite by bite, so that the chat never waits long."""
    total = 0
    while taken := await house.database.write(bite):
        total += taken
    return total


async def _recordings(house: House, before: datetime) -> int:
    """What people spoke: the file first, so that nothing stays that no row knows."""
    total = 0
    while names := await house.database.read(lambda unit: unit.retention.old_files(before)):
        house.folder.remove(names)
        total += await _gone(house, names)
    return total


async def _gone(house: House, names: Sequence[str]) -> int:
    return await house.database.write(lambda unit: unit.retention.files_gone(names))
