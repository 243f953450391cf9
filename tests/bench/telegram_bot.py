"""Opstap as one of the bots of the benchmark: its own house, in which strangers may come in without a code.

The benchmark's environment says where the platform is. Run it as `python -m tests.bench.telegram_bot`.
"""

import json
import os
import sys
from pathlib import Path

import msgspec

from bot.bootstrap import House
from bot.channels.telegram.client import bot_id
from bot.channels.telegram.desk import Taken
from bot.channels.telegram.pacing import Rates
from bot.commands import serve
from bot.content.loader import inspect
from bot.content.models.library import Library
from bot.flows.hearing import OPENED
from bot.messages import Inbound
from bot.newcomers import add_organisation, random_signs
from bot.settings import Settings
from bot.silence import CHANNEL
from bot.storage.people import NewPerson
from bot.storage.unit import Unit
from bot.telegramdesk import TelegramDesk
from scheduler.wiring import build
from tests.bench.telegram_content import FILM, make_content
from tests.bench.turn_profile import Watch

FACTS = b'{"organisation": "Maat", "coach": "Anja", "role": "employee"}'
PROFILE = "OPSTAP_BENCH_PROFILE"
"""The file in which to write where the time went; without it nothing is watched."""
ANY = Rates(all_each_second=1e9, all_at_once=10**9, chat_each_second=1e9, chat_at_once=10**9)


class OpenDesk(TelegramDesk):
    """Lets everybody in who begins, and knows the id of the one film."""

    inside: set[str]
    film: str
    where: str

    async def take(self, inbound: Inbound) -> Taken:
        """Whoever is new is added first; their first words open the conversation."""
        if inbound.address not in self.inside:
            if await self._database.write(lambda unit: self._add(unit, inbound)):
                inbound = msgspec.structs.replace(inbound, kind="command", data=OPENED, text="")
            self.inside.add(inbound.address)
        return await super().take(inbound)

    def _add(self, unit: Unit, inbound: Inbound) -> bool:
        if inbound.text != "/start" or unit.people.by_addresses([(CHANNEL, inbound.address)]):
            return False
        now, person = self._clock(), random_signs(16)
        if not self.inside:
            self.where = add_organisation(unit, "Maat", now)
        who = NewPerson(
            id=person, organisation_id=self.where, handle=random_signs(10), status="invited", created_at=now,
            facts=FACTS,
        )  # fmt: skip
        unit.people.add(who)
        return unit.people.link(CHANNEL, inbound.address, person)

    async def load(self, bot: int) -> dict[str, str]:
        """The platform has the film already."""
        media = await self.media("video", FILM)
        return {media.name: self.film} if media else {}


class OpenHouse(House):
    """A house without a door."""

    rates = ANY
    film = ""

    def read(self, content: Path) -> Library:
        """The words of the benchmark, also where the house would have written them otherwise."""
        library, _ = inspect(content)
        assert library is not None, "it can be read"
        return library

    def telegram_desk(self) -> TelegramDesk:
        """The desk that lets everybody in."""
        desk = super().telegram_desk()
        desk.__class__ = OpenDesk
        assert isinstance(desk, OpenDesk), "it was just made one"
        desk.inside, desk.film = set(), self.film
        return desk


def main() -> None:
    """Starts the house where the benchmark asks for it."""
    told = os.environ
    watch = Watch() if told.get(PROFILE) else None
    if watch:
        watch.start()
    script = json.loads(Path(told["COURSE"]).read_text("utf-8"))
    data = Path(told["DATA_DIR"])
    content = data / "content"
    if not content.exists():
        make_content(content, script)
    OpenHouse.film = script["video"]
    settings = Settings(
        data=data,
        content=str(content),
        listen=f"{told['WEBHOOK_HOST']}:{told['WEBHOOK_PORT']}",
        telegram_token=told["BOT_TOKEN"],
        telegram_api=told["TELEGRAM_API_BASE"],
        telegram_mode=told["MODE"],
        telegram_webhook_url=told["WEBHOOK_URL"],
        telegram_webhook_secret=told["WEBHOOK_SECRET"],
    )
    assert bot_id(settings.telegram_token), "no token"
    serve.serve(settings, demo=False, schedule=build, ready=sys.stdout.write, house=OpenHouse)
    if watch:
        watch.save(Path(told[PROFILE]))


if __name__ == "__main__":
    main()
