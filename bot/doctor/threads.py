"""Work that blocks, in threads that nobody has to wait for: one that hangs must not hang the doctor."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """What `work` gives or raises. Who no longer waits for it leaves it behind; it ends with the process."""
    loop = asyncio.get_running_loop()
    told: asyncio.Future[T] = loop.create_future()

    def tell(result: T | None, error: BaseException | None) -> None:
        if told.done():
            return
        if error is not None:
            told.set_exception(error)
        else:
            told.set_result(result)  # type: ignore[arg-type]  # it is what `work` gave

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as raised:  # the boundary of the thread: raised again where it is waited for
            error = raised
        with suppress(RuntimeError):  # The loop is closed: nobody waits any more.
            loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=run, name="opstap-doctor", daemon=True).start()
    return await told
