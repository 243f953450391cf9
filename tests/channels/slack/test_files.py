"""Pictures go up once for a workspace: after a restart too, and once more when somebody took them away over there."""

from pathlib import Path

from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.slack.home import SlackHome
from tests.fakes.slack.server import FakeSlack
from tests.household import Clock


async def shown(home: SlackHome, name: str) -> None:
    """Somebody new is shown a picture and a film."""
    phone, _ = await home.agreed(name)
    phone.presses("Shown")
    await phone.reads("[A sun]")
    await phone.reads("A film.")
    await home.quiet()


async def test_after_a_restart_no_picture_goes_up_again(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock) as home:
        await shown(home, "Fatima")
        kept = await database.read(lambda unit: unit.slack.file_ids(fake.workspace.team))
        assert set(kept.values()) == fake.office.whole
    database.close()
    before = fake.count["files.completeUploadExternal"]
    again = Database(sqlite_url, vault)
    async with SlackHome(again, tmp_path, fake, clock=clock) as home:
        await shown(home, "Ruud")
    again.close()
    assert fake.count["files.completeUploadExternal"] == before


async def test_another_workspace_gets_its_own_pictures(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeSlack, clock: Clock
) -> None:
    database = Database(sqlite_url, vault)
    async with SlackHome(database, tmp_path, fake, clock=clock) as home:
        await shown(home, "Fatima")
    async with FakeSlack(clock=lambda: clock().timestamp()) as other:
        other.workspace.team = "T0OTHER"
        for _ in range(3):  # The members of two workspaces never have the same id.
            other.workspace.add("Somebody else")
        async with SlackHome(database, tmp_path / "other", other, clock=clock) as home:
            await shown(home, "Ruud")
        assert other.count["files.completeUploadExternal"] >= 2
    for team in (fake.workspace.team, "T0OTHER"):
        assert await database.read(lambda unit, team=team: unit.slack.file_ids(team))  # type: ignore[misc]  # a default binds
    database.close()


async def test_a_picture_that_was_taken_away_goes_up_once_more(home: SlackHome) -> None:
    home.slack.channel._sleep = home.naps
    await shown(home, "Fatima")
    for id in list(home.fake.office.whole):
        home.fake.office.take_away(id)
    await shown(home, "Ruud")
    await shown(home, "Wim")
    kept = await home.database.read(lambda unit: unit.slack.file_ids(home.fake.workspace.team))
    assert set(kept.values()) <= home.fake.office.whole


async def test_a_picture_that_changed_goes_up_under_another_name(home: SlackHome) -> None:
    await shown(home, "Fatima")
    before = home.fake.count["files.completeUploadExternal"]
    sun, film = home.shelf.picture("sun"), home.shelf.film("film")
    assert sun is not None
    assert film is not None
    sun[0].write_bytes(film[1].read_bytes() + b"\0")
    await shown(home, "Ruud")
    assert home.fake.count["files.completeUploadExternal"] == before + 1
