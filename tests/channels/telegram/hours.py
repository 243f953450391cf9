"""Waiting without waiting: what sleeps here wakes when the clock of the test is moved past its moment."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.telegram.home import Mode, TelegramHome
from tests.fakes.telegram.server import FakeTelegram
from tests.household import Clock

BREATH = 0.02
"""Real seconds after each step, in which what woke does its work."""
LONGEST = timedelta(hours=1)


class Hours:
    """The time of a house. `sleep` is given to whatever waits in it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Until so much has passed on the clock."""
        until = self.clock.at + timedelta(seconds=seconds)
        while True:
            moved = self._moved
            await asyncio.sleep(0)
            if self.clock.at >= until:
                return
            await moved.wait()

    async def go(self, length: timedelta) -> None:
        """So much time passes, in at most some fifty steps."""
        end = self.clock.at + length
        step = max(length / 48, timedelta(seconds=10))
        while self.clock.at < end:
            self.clock.at = min(self.clock.at + step, end)
            self._wake()
            await asyncio.sleep(BREATH)

    async def until(self, holds: Callable[[], bool], step: float = 5.0) -> None:
        """Time passes until this holds, at most an hour."""
        end = self.clock.at + LONGEST
        while not holds():
            assert self.clock.at < end, "waited an hour in vain"
            self.clock.move(seconds=step)
            self._wake()
            await asyncio.sleep(BREATH)

    def _wake(self) -> None:
        self._moved.set()
        self._moved = asyncio.Event()


@asynccontextmanager
async def living(
    url: str, vault: Vault, folder: Path, fake: FakeTelegram, hours: Hours, mode: Mode, patience: float = 20
) -> AsyncIterator[TelegramHome]:
    """A house in which nobody really waits, but for an answer that does not come."""
    database = Database(url, vault)
    async with TelegramHome(
        database, folder, fake, clock=hours.clock, mode=mode, sleep=hours.sleep, patience=patience
    ) as one:
        yield one
    database.close()
