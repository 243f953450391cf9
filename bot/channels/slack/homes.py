"""The home pages that people opened: published when they are opened, and again when they would read differently."""

from collections import OrderedDict

import structlog

from bot.channels.slack.client import Api
from bot.channels.slack.desk import Desk, HomePage
from bot.channels.slack.errands import Errands
from bot.channels.slack.files import Files, unready
from bot.channels.slack.home import view
from bot.channels.slack.trouble import TROUBLES, code_of
from bot.errors import OpstapError

log = structlog.get_logger(__name__)

REMEMBERED = 5_000


class Homes:
    """Who never opened the page sees none, so nothing is published for them."""

    def __init__(self, api: Api, desk: Desk, files: Files, errands: Errands) -> None:
        self._api = api
        self._desk = desk
        self._files = files
        self._errands = errands
        self._stand: OrderedDict[str, HomePage | None] = OrderedDict()
        self._waiting: set[str] = set()

    def opened(self, address: str) -> None:
        """Somebody looks at it."""
        self._stand.pop(address, None)
        self._stand[address] = None
        if len(self._stand) > REMEMBERED:
            self._stand.popitem(last=False)
        self._errands.run(self._bring(address, always=True))

    def moved(self, address: str) -> None:
        """Something happened with this person; their page may read differently now."""
        if address in self._stand and address not in self._waiting:
            self._waiting.add(address)
            self._errands.run(self._bring(address, always=False))

    async def _bring(self, address: str, *, always: bool) -> None:
        self._waiting.discard(address)
        try:
            page = await self._desk.home(address)
        except OpstapError as error:  # The database is away: the page is only not new.
            log.info("slack.no_home", error=type(error).__name__)
            return
        if not always and page == self._stand.get(address):
            return
        if address in self._stand:
            self._stand[address] = page
        try:
            await self._show(address, page)
        except TROUBLES:
            # What does not stand there is brought with the next that happens.
            if self._stand.get(address) == page:
                self._stand[address] = None
            raise

    async def _show(self, address: str, page: HomePage | None) -> None:
        file = None
        if page is not None and page.picture:
            try:
                file = await self._files.find("picture", page.picture, page.progress)
            except TROUBLES as error:
                log.info("slack.picture_not_brought", error=type(error).__name__, code=code_of(error))
        try:
            await self._publish(address, view(page, self._desk.words, file))
        except TROUBLES as error:
            if file is None or not unready(error):
                raise
            await self._files.lost(file)
            await self._publish(address, view(page, self._desk.words))

    async def _publish(self, address: str, page: dict[str, object]) -> None:
        await self._api.call("views.publish", {"user_id": address, "view": page})
