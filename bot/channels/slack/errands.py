"""What is done beside the conversation: a few at a time, and what fails there fails quietly."""

import asyncio
from collections.abc import Awaitable

import structlog

from bot.channels.beside import Beside
from bot.channels.slack.trouble import TROUBLES, code_of
from bot.errors import OpstapError
from bot.logs import where

log = structlog.get_logger(__name__)

AT_ONCE = 8


class Errands:
    """Runs what nobody waits for."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._beside = Beside("errand")

    def run(self, work: Awaitable[object]) -> None:
        """Does something beside the conversation."""
        self._beside.begin(self._quietly(work))

    async def drained(self) -> None:
        """Until everything is done, or given up."""
        await self._beside.drained()

    async def stop(self, seconds: float = 2.0) -> None:
        """Finishes what it can in a short time."""
        await self._beside.stop(seconds)

    async def _quietly(self, work: Awaitable[object]) -> None:
        async with self._slots:
            try:
                await work
            except (*TROUBLES, OpstapError) as error:
                log.info("slack.not_settled", error=type(error).__name__, code=code_of(error))
            except Exception as error:  # the boundary of the task
                log.error("slack.errand_failed", error=type(error).__name__, where=where(error))
