"""The only place that builds the parts of the house and joins them."""

import asyncio
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from starlette.types import ASGIApp

from bot.agendaroom import AgendaRoom
from bot.alarm import Alarm
from bot.cardroom import CardRoom
from bot.channels.web.app import build as build_web
from bot.channels.web.hub import Hub
from bot.circle.terms import Terms
from bot.content.loader import load
from bot.content.models.demo import Demo
from bot.content.models.library import Library
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.demo import DemoHouse, read_demo
from bot.drawing.card_sheet import CardSheets
from bot.drawing.path import PathPictures
from bot.errors import DataFolderError
from bot.flows.steps.list import SHOWN
from bot.front import Front
from bot.logs import where
from bot.settings import Settings
from bot.slackdesk import SlackDesk
from bot.slate import Slate
from bot.sounds import Sounds
from bot.storage.database import Database
from bot.storage.eraser import Eraser
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder
from bot.storage.vault import Vault
from bot.story import Story
from bot.telegramdesk import TelegramDesk
from bot.turns import Turns
from bot.voices.opening import open_voice
from bot.webdesk import LASTS, WebChannel, WebDesk
from bot.webvoice import WebVoice

if TYPE_CHECKING:
    from bot.channels.pacing import Rates
    from bot.channels.slack.slack import Slack
    from bot.channels.telegram.telegram import Telegram

log = structlog.get_logger(__name__)

CONTENT = Path(__file__).parent / "content"


def now() -> datetime:
    """The clock of the house."""
    return datetime.now(UTC)


class House:
    """Everything that runs in one process. `rates` are how fast a platform may be spoken to; None: as it asks."""

    rates: "Rates | None" = None

    def __init__(self, settings: Settings, *, clock: Callable[[], datetime] = now, demo: bool = False) -> None:
        self.settings = settings
        self.clock = clock
        self.content = Path(settings.content) if settings.content else CONTENT
        self.library = self.read(self.content)
        vault = Vault.from_text(settings.master_key or kept_master_key(settings.data))
        self.database = Database(settings.database, vault)
        self.folder = MediaFolder(settings.data / "media")
        self.eraser = Eraser(self.database, Ledger(settings.data / "erasures.txt"), self.folder)
        self.conversation = Conversation(self.library, terms_of(settings, always=demo), url=settings.url)
        self.hub = Hub()
        slate = Slate(settings.data / "sending.slate")
        self.delivery = Delivery(self.database, {"web": WebChannel(self.hub, clock)}, clock, slate=slate)
        self.turns = Turns(self.database, self.eraser, self.conversation, self.delivery, clock=clock)
        self.alarm = Alarm(self.database, self.conversation, self.delivery, clock=clock)
        self.paths = PathPictures(self.library, self.content / "media", settings.data / "drawn")
        drawn = settings.data / "drawn"
        self.sheets = CardSheets(self.library, self.content / "media", drawn, per_page=SHOWN)
        self.cards = CardRoom(self.database, self.library, self.content / "media")
        self.agenda = AgendaRoom(self.database, self.library)
        speaker = open_voice(
            settings.voice, self.library, content=self.content, folder=settings.data / "voice", digest=vault.digest
        )
        self.desk = WebDesk(
            self.database, self.turns, self.library,
            hub=self.hub, media=self.content / "media", folder=self.folder, paths=self.paths, sheets=self.sheets,
            voice=WebVoice(self.database, self.library, speaker), url=settings.url,
        )  # fmt: skip
        self.turns.announce, self.turns.shut_out = self.desk.announce, self.desk.look_again
        people = read_demo(self.content) if demo else None
        self.demo = self._open_demo(people) if people else None
        self.telegram = self._open_telegram(vault) if settings.telegram_token else None
        self.slack = self._open_slack() if settings.slack_bot_token else None
        self.platforms = [one for one in (self.telegram, self.slack) if one is not None]
        self._recovering: asyncio.Task[None] | None = None

    def _open_demo(self, demo: Demo) -> DemoHouse:
        """The fictional people, with the story that their phones can play."""
        story = Story(demo.story, self.database, self.turns, clock=self.clock, hurry=self.alarm.hurry)
        return DemoHouse(demo, self.database, self.eraser, self.turns, clock=self.clock, story=story)

    def read(self, content: Path) -> Library:
        """The words of the house; raises ContentInvalidError."""
        return load(content)

    def _open_telegram(self, vault: Vault) -> "Telegram":
        """The bot that the settings name."""
        # Its library takes a while to import, and most houses start without it.
        from bot.channels.telegram.telegram import Place, Telegram

        settings = self.settings
        place = Place(
            token=settings.telegram_token,
            api=settings.telegram_api,
            mode=settings.telegram_mode,
            url=settings.webhook,
            secret=settings.telegram_webhook_secret or vault.digest("telegram", settings.telegram_token),
        )
        desk = self.telegram_desk()
        telegram = Telegram(place, desk, desk, clock=self.clock, rates=self.rates)
        self.delivery.add(telegram.channel)
        return telegram

    def telegram_desk(self) -> TelegramDesk:
        """What Telegram needs of this house."""
        return TelegramDesk(
            self.database, self.turns, self.conversation, self.delivery,
            library=self.library, shelf=self.desk, cards=self.cards, sounds=Sounds(self.database, self.folder),
            url=lambda: self.settings.url, clock=self.clock,
        )  # fmt: skip

    def _open_slack(self) -> "Slack":
        """The app in the workspace that the settings name."""
        # As for Telegram: a library that most houses do without.
        from bot.channels.slack.slack import Place, Slack

        settings = self.settings
        _ = settings.slack_path  # Raises now, and not at the first message, when Slack could not prove itself.
        place = Place(
            bot_token=settings.slack_bot_token,
            signing_secret=settings.slack_signing_secret,
            app_token=settings.slack_app_token,
            api=settings.slack_api,
        )
        slack = Slack(place, self.slack_desk(), clock=self.clock, rates=self.rates)
        self.delivery.add(slack.channel)
        return slack

    def slack_desk(self) -> SlackDesk:
        """What Slack needs of this house."""
        return SlackDesk(
            self.database, self.turns, self.conversation, self.delivery,
            library=self.library, shelf=self.desk, cards=self.cards, url=lambda: self.settings.url, clock=self.clock,
        )  # fmt: skip

    def app(self) -> ASGIApp:
        """The web chat, and the addresses at which the platforms bring their messages."""
        seconds = int(LASTS.total_seconds())
        web = build_web(
            self.desk,
            self.hub,
            clock=self.clock,
            demo=self.demo,
            cards=self.cards,
            agenda=self.agenda,
            cookie_seconds=seconds,
        )
        hooks: dict[str, ASGIApp] = {}
        if self.telegram is not None and self.telegram.hook is not None:
            hooks[self.settings.webhook_path] = self.telegram.hook
        if self.slack is not None and self.slack.hook is not None:
            hooks[self.settings.slack_path] = self.slack.hook
        return Front(hooks, web) if hooks else web

    async def start(self) -> None:
        """Brings the database up to date, finishes what a crash cut short, and begins to work."""
        await asyncio.to_thread(self.database.migrate)
        await self.eraser.resume(self.clock())
        self.turns.start()
        for platform in self.platforms:
            await platform.start()
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
        for platform in self.platforms:
            await platform.deafen()
        await self.turns.stop()
        if self._recovering is not None:
            # First: what it would still take out of the outbox could no longer be sent.
            self._recovering.cancel()
            await asyncio.gather(self._recovering, return_exceptions=True)
        await self.delivery.stop()
        for platform in self.platforms:
            await platform.stop()
        await asyncio.to_thread(self.database.close)


def terms_of(settings: Settings, *, always: bool = False) -> Terms:
    """How long things may wait."""
    return Terms(
        remind_after=timedelta(minutes=settings.remind_after),
        next_coach_after=timedelta(minutes=settings.next_coach_after),
        lead_after=timedelta(minutes=settings.lead_after),
        urgent_next_after=timedelta(minutes=settings.urgent_next_after),
        urgent_lead_after=timedelta(minutes=settings.urgent_lead_after),
        talk_ends_after=timedelta(minutes=settings.talk_ends_after),
        office_from=settings.office_from,
        office_to=settings.office_to,
        always=always,
    )


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
