"""Tasks that run beside the conversation and that nobody waits for."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any


class Beside:
    """Holds on to its tasks until they are over, because the loop itself would forget them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Starts one."""
        task = asyncio.create_task(work, name=self._name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drained(self) -> None:
        """Until everything is done, or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def stop(self, seconds: float = 2.0) -> None:
        """Finishes what it can in a short time."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.drained(), timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
