"""The only place that builds the parts of the house and joins them."""

import asyncio
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import structlog
from starlette.applications import Starlette

from bot.alarm import Alarm
from bot.channels.web.app import build as build_web
from bot.channels.web.hub import Hub
from bot.content.loader import load
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.demo import DemoHouse, read_demo
from bot.drawing.path import PathPictures
from bot.errors import DataFolderError
from bot.logs import where
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder
from bot.storage.vault import Vault
from bot.turns import Turns
from bot.voices.opening import open_voice
from bot.webdesk import LASTS, WebChannel, WebDesk
from bot.webvoice import WebVoice

log = structlog.get_logger(__name__)

CONTENT = Path(__file__).parent / "content"


def now() -> datetime:
    """The clock of the house."""
    return datetime.now(UTC)


class House:
    """Everything that runs in one process."""

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime] = now, demo: bool = False) -> None:
        self.settings = settings
        self.clock = clock
        self.library = load(CONTENT)
        vault = Vault.from_text(settings.master_key or kept_master_key(settings.data))
        self.database = Database(settings.database, vault)
        self.folder = MediaFolder(settings.data / "media")
        self.eraser = Eraser(self.database, Ledger(settings.data / "erasures.txt"), self.folder)
        self.conversation = Conversation(self.library)
        self.hub = Hub()
        self.delivery = Delivery(self.database, {"web": WebChannel(self.hub, clock)}, clock)
        self.turns = Turns(self.database, self.eraser, self.conversation, self.delivery, clock=clock)
        self.alarm = Alarm(self.database, self.conversation, self.delivery, clock=clock)
        self.paths = PathPictures(self.library, CONTENT / "media", settings.data / "drawn")
        speaker = open_voice(
            settings.voice, self.library, content=CONTENT, folder=settings.data / "voice", digest=vault.digest
        )
        self.desk = WebDesk(
            self.database, self.turns, self.library,
            hub=self.hub, media=CONTENT / "media", folder=self.folder, paths=self.paths,
            voice=WebVoice(self.database, self.library, speaker),
        )  # fmt: skip
        self.turns.announce = self.desk.announce
        people = read_demo(CONTENT) if demo else None
        self.demo = DemoHouse(people, self.database, self.eraser, self.turns, clock=clock) if people else None
        self._recovering: asyncio.Task[None] | None = None

    def app(self) -> Starlette:
        """The web chat."""
        seconds = int(LASTS.total_seconds())
        return build_web(self.desk, self.hub, clock=self.clock, demo=self.demo, cookie_seconds=seconds)

    async def start(self) -> None:
        """Brings the database up to date, finishes what a crash cut short, and begins to work."""
        await asyncio.to_thread(self.database.migrate)
        await self.eraser.resume(self.clock())
        self.turns.start()
        self._recovering = asyncio.create_task(self._recover(), name="recover")
        if self.demo is not None:
            await self.demo.prepare()

    async def _recover(self) -> None:
        try:
            found = await self.delivery.recover()
        except Exception as error:  # the boundary of the task: what is left goes out after the next start
            log.error("house.recover_failed", error=type(error).__name__, where=where(error))
            return
        if found:
            log.info("house.recovered", bubbles=found)

    async def stop(self) -> None:
        """Finishes what waits, in the order in which it came in, and closes the database."""
        await self.turns.stop()
        if self._recovering is not None:
            # First: what it would still take out of the outbox could no longer be sent.
            self._recovering.cancel()
            await asyncio.gather(self._recovering, return_exceptions=True)
        await self.delivery.stop()
        await asyncio.to_thread(self.database.close)


def kept_master_key(data: Path) -> str:
    """The key in the data folder, made there when it is absent; only its owner can read it."""
    path = data / "master.key"
    try:
        if not path.exists():
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            _make_key(path)
        return path.read_text("ascii", errors="replace").strip()
    except OSError as error:
        raise DataFolderError(path=data, why=error.strerror) from error


def _claim(path: Path, fresh: Path) -> None:
    """Gives `fresh` the name of `path`; raises FileExistsError when another was first."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # A file system without links.
        fresh.rename(path)


def _make_key(path: Path) -> None:
    """Whole or absent, also after a power cut, and of two processes that begin at once one wins."""
    fresh = path.with_name(f"master.key.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(Vault.make_master(secrets.token_bytes) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            _claim(path, fresh)
    finally:
        fresh.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
