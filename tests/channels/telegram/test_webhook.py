"""The webhook: only who knows the secret is heard, and 200 means that it is on disk."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from bot.errors import DatabaseUnreachableError
from bot.storage.database import Database
from bot.storage.vault import Vault
from tests.channels.telegram.home import SECRET, TelegramHome, eventually
from tests.databases import PostgresServer
from tests.fakes.telegram.server import FakeTelegram
from tests.household import Clock

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 2**20


@pytest.fixture
async def hooked(
    sqlite_url: str, vault: Vault, tmp_path: Path, fake: FakeTelegram, clock: Clock
) -> AsyncIterator[TelegramHome]:
    """A house to which messages are brought."""
    database = Database(sqlite_url, vault)
    async with TelegramHome(database, tmp_path, fake, clock=clock, mode="webhook") as one:
        await eventually(lambda: fake.bot.hook is not None)
        yield one
    database.close()


async def brought(home: TelegramHome, body: bytes, **headers: str) -> httpx.Response:
    """What the house answers to a delivery."""
    async with httpx.AsyncClient() as client:
        return await client.post(f"{home.url}/telegram", content=body, headers={HEADER: SECRET, **headers})


def typed(text: str, chat: int, id: int = 1) -> bytes:
    """An update with words."""
    message: dict[str, Any] = {"message_id": id, "chat": {"id": chat, "type": "private"}, "date": 1, "text": text}
    return msgspec.json.encode({"update_id": id, "message": message})


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], f"{SECRET}x", SECRET.upper()])
async def test_who_does_not_know_the_secret_is_refused_and_not_heard(hooked: TelegramHome, secret: str) -> None:
    phone, person = await hooked.agreed()
    before = len(await hooked.heard(person))
    answer = await brought(hooked, typed("hello", phone.chat.id, 999), **{HEADER: secret})
    assert answer.status_code == 401
    assert len(await hooked.heard(person)) == before


async def test_the_secret_is_asked_for_before_anything_is_read(hooked: TelegramHome) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{hooked.url}/telegram", content=b"x" * (LARGEST + 1))
    assert answer.status_code == 401


async def test_only_a_post_is_a_delivery(hooked: TelegramHome) -> None:
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"{hooked.url}/telegram", headers={HEADER: SECRET})).status_code == 405
        assert (await client.post(f"{hooked.url}/telegram/x", headers={HEADER: SECRET})).status_code == 404


@pytest.mark.parametrize("size", [LARGEST + 1, 5 * 2**20])
async def test_a_body_that_is_too_large_is_refused(hooked: TelegramHome, size: int) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(size // 65_536 + 1):
            yield b"x" * 65_536

    assert (await brought(hooked, b"x" * size)).status_code == 413
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{hooked.url}/telegram", content=parts(), headers={HEADER: SECRET})
    assert answer.status_code == 413, "also when its size is not told before"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[1]", b'"x"', b'{"update_id":1}', b'{"update_id":2,"telepathy":{"a":1}}', b"\xff\xfe{}"],
)
async def test_what_cannot_be_read_is_accepted_so_that_it_holds_up_nobody(hooked: TelegramHome, body: bytes) -> None:
    phone, _ = await hooked.come_in()
    assert (await brought(hooked, body)).status_code == 200
    phone.presses("Yes")
    await phone.reads("Which door?")


async def test_a_200_means_that_it_is_on_disk_and_a_repeat_changes_nothing(hooked: TelegramHome) -> None:
    phone, person = await hooked.agreed()
    phone.presses("Words")
    await phone.reads("A word?")
    for _ in range(3):
        assert (await brought(hooked, typed("star", phone.chat.id, 999))).status_code == 200
        assert (await hooked.heard(person)).count("star") == 1
    assert (await hooked.where(person)).answers["welkom/word"].value == "star"


async def test_a_press_is_answered_in_the_answer_to_the_delivery(hooked: TelegramHome) -> None:
    phone, _ = await hooked.come_in()
    press = phone.presses("Yes")
    await phone.reads("Which door?")
    await eventually(lambda: press in hooked.fake.bot.desk.answered)
    assert hooked.fake.bot.hook is not None
    assert hooked.fake.bot.hook.last_error == ""


async def test_without_a_database_the_platform_is_asked_to_come_back_and_nothing_is_lost(
    postgres_server: PostgresServer, migrated_postgres: str, vault: Vault, tmp_path: Path, clock: Clock
) -> None:
    name = postgres_server.new_database(migrated_postgres)
    database = Database(postgres_server.url(name), vault)
    async with (
        FakeTelegram(clock=lambda: clock().timestamp(), patience=0.05) as fake,
        TelegramHome(database, tmp_path, fake, clock=clock, mode="webhook") as home,
    ):
        phone, person = await home.agreed()
        phone.presses("Words")
        await phone.reads("A word?")
        await home.quiet()
        postgres_server.execute(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
        )
        postgres_server.execute(f'ALTER DATABASE "{name}" RENAME TO "{name}_away"')
        answer = await brought(home, typed("star", phone.chat.id, 999))
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        phone.says("moon")
        assert fake.bot.hook is not None
        await eventually(lambda: "503" in fake.bot.hook.last_error)  # type: ignore[union-attr]
        postgres_server.execute(f'ALTER DATABASE "{name}_away" RENAME TO "{name}"')
        await phone.reads("Which door?")
        with suppress(DatabaseUnreachableError):
            await home.where(person)  # The reader finds out that its connection was cut.
        assert (await home.where(person)).answers["welkom/word"].value == "moon"
    database.close()
    postgres_server.drop_database(name)
