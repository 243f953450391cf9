"""Running the house: the web server and the scheduler in one loop, until it is told to stop."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from typing import Any, Protocol

import structlog
import uvicorn

from bot.bootstrap import House
from bot.channels.web.server import Server
from bot.errors import PortTakenError, SettingError
from bot.settings import Settings


class Scheduler(Protocol):
    """The part of a scheduler that is needed here."""

    def start(self) -> None: ...

    def shutdown(self, wait: bool = True) -> Any: ...


def quiet_logs() -> None:
    """Log lines are events with fields, on stderr; libraries speak only when something is wrong."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def listen(settings: Settings) -> socket.socket:
    """The socket that the setting names; raises PortTakenError or SettingError."""
    host, port = settings.host, settings.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except socket.gaierror as error:
        raise SettingError(name="OPSTAP_LISTEN", why=f"the host '{host}' is not known") from error
    except OSError as error:
        raise PortTakenError(host=host, port=port) from error
    return found


def serve(
    settings: Settings, *, demo: bool, schedule: Callable[[House], Scheduler], ready: Callable[[str], None]
) -> None:
    """Serves until a signal comes; `ready` is called with the address when people can come in."""
    quiet_logs()
    with listen(settings) as found:
        port = found.getsockname()[1]
        shown = settings.public_url.rstrip("/") or f"http://{settings.host}:{port}"
        house = House(settings, demo=demo)
        asyncio.run(_serve(house, found, schedule, lambda: ready(shown)))


async def _serve(
    house: House, found: socket.socket, schedule: Callable[[House], Scheduler], ready: Callable[[], None]
) -> None:
    await house.start()
    scheduler = schedule(house)
    scheduler.start()
    config = uvicorn.Config(
        house.app(), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5, lifespan="off"
    )
    server = Server(config, house.hub)
    waiting = asyncio.create_task(_tell(server, ready))
    try:
        await server.serve(sockets=[found])
    finally:
        waiting.cancel()
        scheduler.shutdown(wait=False)
        await house.stop()


async def _tell(server: uvicorn.Server, ready: Callable[[], None]) -> None:
    while not server.started:  # noqa: ASYNC110  # the server offers no event to wait for
        await asyncio.sleep(0.02)
    ready()
