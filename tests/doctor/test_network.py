"""The doctor on the port, the address that people type, and the clock."""

import socket
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.doctor.asking import Names
from bot.doctor.checks.address import address, is_local
from bot.doctor.checks.clock import clock
from bot.doctor.checks.port import port
from bot.doctor.here import runs_here
from bot.doctor.patient import Patient
from bot.settings import Settings
from tests.doctor.conftest import Make, rows
from tests.doctor.web import Site
from tests.fakes.slack.server import BOT_TOKEN, FakeSlack
from tests.fakes.telegram.server import TOKEN, FakeTelegram
from tests.serving import Server

# The port


async def test_a_port_at_which_nobody_listens_is_free(make: Make, free_port: int) -> None:
    said = f"127.0.0.1:{free_port} is free; Opstap does not run now."
    assert rows(await port(make())) == [("good", "port", said)]


async def test_a_port_of_another_program_is_wrong(make: Make, free_port: int) -> None:
    said = (
        f"127.0.0.1:{free_port} is already in use; stop the other program or choose another with "
        "OPSTAP_LISTEN=host:port."
    )
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        patient = make()
        other.settimeout(5)
        assert rows(await port(patient)) == [("wrong", "port", said)]


async def test_a_web_server_that_is_no_opstap_is_another_program(make: Make) -> None:
    async with Site(told={"ok": False}) as site:
        (found,) = rows(await port(make(listen=site.url.removeprefix("http://"))))
        assert found[0] == "wrong"


async def test_a_port_is_good_when_opstap_itself_is_there(make: Make, running: Server) -> None:
    patient = make(listen=f"127.0.0.1:{running.port}")
    said = f"Opstap runs and answers at 127.0.0.1:{running.port}."
    assert rows(await port(patient)) == [("good", "port", said)]
    assert await runs_here(make(listen=f"0.0.0.0:{running.port}")), "it is looked for on this machine"


async def test_a_host_that_is_not_known_is_wrong(make: Make) -> None:
    said = "The setting OPSTAP_LISTEN is not usable: the host 'nergens.invalid' is not known."
    assert rows(await port(make(listen="nergens.invalid:8000"))) == [("wrong", "port", said)]


# The address


async def test_an_address_of_this_machine_is_told_and_an_unsafe_one_is_wrong(make: Make, free_port: int) -> None:
    here = f"http://127.0.0.1:{free_port}"
    told = f"{here} works only on this machine or network; set OPSTAP_PUBLIC_URL before you let people in."
    assert rows(await address(make())) == [("look", "address", told)]
    unsafe = "http://opstap.example.nl is not safe; put a proxy with HTTPS in front, and https:// in OPSTAP_PUBLIC_URL."
    assert rows(await address(make(public_url="http://opstap.example.nl/"))) == [("wrong", "address", unsafe)]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("opstap.example.nl", "OPSTAP_PUBLIC_URL is 'opstap.example.nl'; it must be like https://opstap.example.nl"),
        (
            "https://example.nl/opstap",
            "OPSTAP_PUBLIC_URL is 'https://example.nl/opstap'; Opstap needs an address of its own, without a path.",
        ),
        (
            "https://nergens.invalid",
            "https://nergens.invalid cannot be reached from here: its name is not known here; look at DNS, the "
            "firewall and the proxy.",
        ),
        (
            "https://127.0.0.1:1",
            "https://127.0.0.1:1 cannot be reached from here: connection refused; look at DNS, the firewall and the "
            "proxy.",
        ),
    ],
)
async def test_an_address_at_which_nobody_can_come_is_wrong(url: str, said: str, make: Make) -> None:
    assert rows(await address(make(public_url=url))) == [("wrong", "address", said)]


async def test_a_certificate_that_nobody_trusts_is_wrong(make: Make, tmp_path: Path) -> None:
    async with Site(told={"ok": True}, safe=tmp_path) as site:
        said = (
            f"{site.url} cannot be reached from here: its certificate is not valid; look at DNS, the firewall and the "
            "proxy."
        )
        assert rows(await address(make(public_url=site.url))) == [("wrong", "address", said)]


async def test_a_site_that_hangs_up_is_wrong(make: Make, tmp_path: Path) -> None:
    async with Site() as plain:
        url = plain.url.replace("http", "https")
        said = f"{url} cannot be reached from here: it does not speak HTTPS; look at DNS, the firewall and the proxy."
        assert rows(await address(make(public_url=url))) == [("wrong", "address", said)]


@pytest.fixture
async def proxy(tmp_path: Path) -> AsyncIterator[Site]:
    """What stands at the public address."""
    async with Site(told={"ok": True}, safe=tmp_path) as site:
        yield site


@pytest.fixture
async def trusting(proxy: Site) -> AsyncIterator[aiohttp.ClientSession]:
    """Somebody who trusts its certificate."""
    context = ssl.create_default_context(cafile=proxy.certificate)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context, resolver=Names())) as one:
        yield one


def at(proxy: Site, web: aiohttp.ClientSession, *, listen: str) -> Patient:
    settings = Settings(public_url=proxy.url, listen=listen)
    return Patient(settings=settings, clock=lambda: datetime.now(UTC), web=web)


async def test_the_proxy_in_front_of_a_running_opstap(
    proxy: Site, trusting: aiohttp.ClientSession, running: Server
) -> None:
    here = at(proxy, trusting, listen=f"127.0.0.1:{running.port}")
    assert rows(await address(here)) == [("good", "address", f"{proxy.url} can be reached from here.")]
    proxy.status = 502
    said = f"{proxy.url} answers 502 while Opstap runs; let the proxy pass on to OPSTAP_LISTEN."
    assert rows(await address(here)) == [("wrong", "address", said)]


async def test_the_proxy_in_front_of_an_opstap_that_does_not_run(
    proxy: Site, trusting: aiohttp.ClientSession, free_port: int
) -> None:
    gone = at(proxy, trusting, listen=f"127.0.0.1:{free_port}")
    said = f"An Opstap answers at {proxy.url}, and it is not the one of these settings."
    assert rows(await address(gone)) == [("look", "address", said)]
    proxy.status = 502
    said = f"{proxy.url} answers 502; that is in order as long as Opstap does not run."
    assert rows(await address(gone)) == [("look", "address", said)]


def test_what_only_this_network_knows() -> None:
    for host in ("localhost", "127.0.0.1", "::1", "192.168.1.4", "10.0.0.9", "opstap.local"):
        assert is_local(host)
    for host in ("opstap.example.nl", "1.1.1.1", "mylocal"):
        assert not is_local(host)


# The clock


async def test_a_clock_that_is_compared_with_nobody_is_taken_on_trust(make: Make) -> None:
    said = "There is nobody to compare it with: no Telegram, no Slack, no database server."
    assert rows(await clock(make())) == [("good", "clock", said)]


async def test_a_clock_is_compared_with_the_platforms_and_the_database(make: Make, database_url: str) -> None:
    async with FakeTelegram() as telegram, FakeSlack() as slack:
        found = rows(
            await clock(
                make(
                    telegram_token=TOKEN,
                    telegram_api=telegram.url,
                    slack_bot_token=BOT_TOKEN,
                    slack_api=slack.url,
                    database_url=database_url,
                )
            )
        )
    third = " and the database" if database_url.startswith("postgresql") else ""
    assert found == [("good", "clock", f"It is right, compared with Telegram and Slack{third}.")]
    assert telegram.calls == [], "no token is needed to see the time"


@pytest.mark.parametrize(
    ("off", "mark", "said"),
    [
        (90, "wrong", "seconds fast, compared with Telegram; run: timedatectl set-ntp true"),
        (-90, "wrong", "seconds slow, compared with Telegram; run: timedatectl set-ntp true"),
        (
            30,
            "look",
            "seconds fast, compared with Telegram; let the machine set it by itself (timedatectl set-ntp true).",
        ),
    ],
)
async def test_a_clock_that_is_off_is_told(off: int, mark: str, said: str, make: Make) -> None:
    async with FakeTelegram() as telegram:
        patient = make(
            telegram_token=TOKEN,
            telegram_api=telegram.url,
            clock=lambda: datetime.now(UTC) + timedelta(seconds=off),
        )
        (found,) = rows(await clock(patient))
    assert found[:2] == (mark, "clock")
    shown, _, rest = found[2].removeprefix("It is ").partition(" ")
    assert abs(int(shown) - abs(off)) <= 5
    assert rest == said


async def test_a_database_server_with_another_time_is_named(make: Make, database_url: str) -> None:
    patient = make(database_url=database_url, clock=lambda: datetime.now(UTC) - timedelta(minutes=10))
    found = rows(await clock(patient))
    if database_url.startswith("sqlite"):
        assert [row[0] for row in found] == ["good"]
    else:
        assert found[0][0] == "wrong"
        assert found[0][2].endswith(" seconds slow, compared with the database; run: timedatectl set-ntp true")


async def test_a_platform_that_is_away_says_nothing_about_the_clock(make: Make) -> None:
    (found,) = rows(await clock(make(telegram_token=TOKEN, telegram_api="http://127.0.0.1:1")))
    assert found[2].startswith("There is nobody to compare it with")
