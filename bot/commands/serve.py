"""Running the house: the web server and the scheduler in one loop, until it is told to stop."""

import asyncio
import errno
import gc
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any, Protocol

import structlog
import uvicorn
import uvloop

from bot import logs
from bot.bootstrap import House
from bot.channels.web.server import Server
from bot.errors import PortTakenError, SettingError
from bot.settings import Settings

log = structlog.get_logger(__name__)

BACKLOG = 2048
SWEEPS = (50_000, 20, 20)
"""After how many new objects memory is looked through (see `gc.set_threshold`): a turn makes some thousands."""


class Scheduler(Protocol):
    """The part of a scheduler that is needed here."""

    def start(self) -> None: ...

    def shutdown(self, wait: bool = True) -> Any: ...


def listen(settings: Settings) -> socket.socket:
    """The socket that the setting names, taken at once; raises PortTakenError or SettingError."""
    host, port = settings.host, settings.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    except (socket.gaierror, UnicodeError) as error:
        raise SettingError(name="OPSTAP_LISTEN", why=f"the host '{host}' is not known") from error
    # With the protocol by its name: only then every event loop lets a small answer leave at once.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        # Not only bound: two that are both only bound would fall over each other later.
        found.listen(BACKLOG)
    except OSError as error:
        found.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(host=host, port=port) from error
        raise SettingError(name="OPSTAP_LISTEN", why=f"{host}:{port} cannot be used ({error.strerror})") from error
    return found


def serve(
    settings: Settings,
    *,
    demo: bool,
    schedule: Callable[[House], Scheduler],
    ready: Callable[[str], object],
    house: type[House] = House,
) -> None:
    """Serves until a signal comes; `ready` is called with the address when people can come in."""
    logs.set_up()
    with listen(settings) as found:
        shown = settings.url_at(found.getsockname()[1])
        built = house(settings, demo=demo)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_serve(built, found, schedule, lambda: ready(shown)))


async def _serve(
    house: House, found: socket.socket, schedule: Callable[[House], Scheduler], ready: Callable[[], object]
) -> None:
    asyncio.get_running_loop().set_exception_handler(_fault)
    await house.start()
    _settle_memory()
    scheduler = schedule(house)
    scheduler.start()
    config = uvicorn.Config(
        house.app(), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5, lifespan="off"
    )
    server = Server(config, house.hub)
    waiting = asyncio.create_task(_tell(server, ready))
    for one in (signal.SIGINT, signal.SIGTERM):
        # The server raises a signal again when it has stopped: that may not cut the rest of the closing short.
        signal.signal(one, _closing)
    try:
        await server.serve(sockets=[found])
    finally:
        waiting.cancel()
        scheduler.shutdown(wait=False)
        await house.stop()


def _settle_memory() -> None:
    """What is here now stays for good: it need not be looked through again and again for what can be thrown away."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SWEEPS)


def _closing(number: int, frame: FrameType | None) -> None:
    """The house is closing already."""


def _fault(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A fault that nobody waited for: where it was, without what it said."""
    error = context.get("exception")
    found = {"error": type(error).__name__, "where": logs.where(error)} if isinstance(error, BaseException) else {}
    log.error("loop.fault", **found)


async def _tell(server: uvicorn.Server, ready: Callable[[], object]) -> None:
    while not server.started:  # noqa: ASYNC110  # the server offers no event to wait for
        await asyncio.sleep(0.02)
    ready()
