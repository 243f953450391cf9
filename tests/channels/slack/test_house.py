"""The whole house with Slack in its settings: built, started and stopped as `opstap run` does it."""

import asyncio
from pathlib import Path

import pytest
import uvicorn

from bot.bootstrap import House
from bot.errors import SettingError
from bot.newcomers import Newcomer, add_organisation, add_person, make_invite
from bot.settings import Settings
from bot.storage.unit import Unit
from tests.channels.slack.home import FAST, Mode
from tests.fakes.slack.phone import Phone
from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, SECRET, FakeSlack


class Quick(House):
    """Speaks as fast as it can."""

    rates = FAST


def settings(fake: FakeSlack, folder: Path, mode: Mode) -> Settings:
    """As they stand in the environment."""
    return Settings(
        data=folder / "data",
        slack_bot_token=BOT_TOKEN,
        slack_api=fake.url,
        slack_app_token=APP_TOKEN if mode == "socket" else "",
        slack_signing_secret=SECRET if mode == "http" else "",
    )


async def invited(house: House) -> str:
    """The code of someone new."""
    now = house.clock()

    def add(unit: Unit) -> str:
        where = add_organisation(unit, "De Werkplaats", now)
        facts = {"organisation": "De Werkplaats", "coach": "Anja"}
        person, _ = add_person(unit, Newcomer(organisation_id=where, name="Fatima", facts=facts), now)
        return make_invite(unit, person, now)

    return await house.database.write(add)


async def test_a_house_with_slack_in_its_settings_lets_someone_in_and_goes_on_after_a_restart(
    tmp_path: Path, mode: Mode
) -> None:
    async with FakeSlack() as fake:
        phone = Phone(fake)
        for at in range(2):
            house = Quick(settings(fake, tmp_path, mode))
            await house.start()
            server = uvicorn.Server(uvicorn.Config(house.app(), port=0, log_level="critical", lifespan="off"))
            serving = asyncio.create_task(server.serve())
            while not server.started:  # noqa: ASYNC110  # the server offers no event to wait for
                await asyncio.sleep(0.01)
            if mode == "http":
                fake.post.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/slack"
            while mode == "socket" and not fake.post.connected:  # noqa: ASYNC110  # what is waited for has no event
                await asyncio.sleep(0.01)
            if at == 0:
                phone.commands("/opstap", f"koppel {await invited(house)}")
                await phone.reads("Slack is van je werk.")
                await phone.until(lambda one: "Hier, in Slack" in one.labels)
            else:
                phone.presses("Hier, in Slack")
                await phone.reads("Prima.")
            server.should_exit = True
            await serving
            await house.stop()
        assert fake.post.failed == {}


async def test_slack_that_could_not_prove_itself_is_no_way_to_start(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="OPSTAP_SLACK_SIGNING_SECRET is not usable"):
        House(Settings(data=tmp_path / "data", slack_bot_token=BOT_TOKEN))
