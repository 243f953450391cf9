"""`opstap doctor` as somebody types it: its lines, its exit code, what it never tells and what it never changes."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.slack.server import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.fakes.telegram.server import NAME, TOKEN, FakeTelegram
from tests.serving import Server

ROOT = Path(__file__).parents[2]
CANARY = "kanarievogel-in-het-geheim"


async def doctor(folder: Path, *options: str, **settings: str) -> tuple[int, str, str]:
    """Exit code, what it said, and what went wrong besides."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("OPSTAP_")}
    own |= {"PYTHONPATH": str(ROOT), "OPSTAP_LISTEN": "127.0.0.1:0"}
    own |= {f"OPSTAP_{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "bot", "doctor", *options]
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=own, stdout=PIPE, stderr=PIPE)
    out, error = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), error.decode()


async def test_after_installing_nothing_is_wrong_and_nothing_is_made(tmp_path: Path) -> None:
    code, out, error = await doctor(tmp_path)
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert lines[-1] == "Nothing is wrong."
    assert {line.split()[0] for line in lines[:-2]} <= {"good", "look"}
    assert await asyncio.to_thread(os.listdir, tmp_path) == []


@pytest.mark.long
async def test_one_that_runs_with_both_platforms_is_good(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack() as slack:
        settings = {
            "telegram_token": TOKEN, "telegram_api": telegram.url,
            "slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_api": slack.url,
        }  # fmt: skip
        code, out, error = await doctor(tmp_path, "--json", **settings)
    assert (code, error) == (0, "")
    told = json.loads(out)
    assert told["well"] is True
    said = {one["about"]: one for one in told["findings"]}
    assert said["Telegram token"] == {
        "about": "Telegram token",
        "mark": "good",
        "says": f"It is of @{NAME}; people find it at https://t.me/{NAME}",
    }
    assert said["Slack hearing"]["mark"] == "good"
    assert said["clock"]["says"] == "It is right, compared with Telegram and Slack."
    for secret in (TOKEN, BOT_TOKEN, APP_TOKEN):
        assert secret not in out


async def test_wrong_is_an_exit_code_and_a_sentence_also_as_json(tmp_path: Path) -> None:
    code, out, _ = await doctor(tmp_path, master_key="x")
    assert code == 1
    assert "\n\n1 thing is wrong.\n" in out
    code, out, _ = await doctor(tmp_path, "--json", master_key="x")
    assert code == 1
    told = json.loads(out)
    assert told["well"] is False
    assert [one["about"] for one in told["findings"] if one["mark"] == "wrong"] == ["master key"]


async def test_settings_that_cannot_be_read_are_one_line(tmp_path: Path) -> None:
    code, out, error = await doctor(tmp_path, keep_messages_days="soon")
    assert (code, error) == (1, "")
    assert out.startswith("wrong  settings  The setting OPSTAP_KEEP_MESSAGES_DAYS is not usable: ")
    assert out.endswith("\n\n1 thing is wrong.\n")


@pytest.mark.long
async def test_no_secret_is_ever_told(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram, FakeSlack() as slack:
        secrets: dict[str, Any] = {
            "master_key": f"{CANARY}-1", "telegram_token": f"123456789:{CANARY}-2",
            "slack_bot_token": f"xoxb-{CANARY}-3", "slack_app_token": f"xapp-{CANARY}-4",
            "slack_signing_secret": f"{CANARY}-5",
            "telegram_webhook_secret": f"{CANARY} 6", "database_url": f"postgresql://x:{CANARY}-7@127.0.0.1:1/x",
        }  # fmt: skip
        code, out, error = await doctor(tmp_path, **secrets, telegram_api=telegram.url, slack_api=slack.url)
        gone = await doctor(tmp_path, **secrets, telegram_api="http://127.0.0.1:1", slack_api="http://127.0.0.1:1")
    assert code == gone[0] == 1
    assert CANARY not in out + error + gone[1] + gone[2]
    assert error == gone[2] == ""


@pytest.mark.long
async def test_a_name_that_is_no_setting_is_told(tmp_path: Path) -> None:
    code, out, _ = await doctor(tmp_path, telegram_tokn="x")
    assert code == 0
    assert "OPSTAP_TELEGRAM_TOKN is no setting of Opstap; was OPSTAP_TELEGRAM_TOKEN meant?" in out


@pytest.mark.long
@pytest.mark.parametrize("hangs", ["telegram", "slack"])
async def test_a_platform_that_never_answers_does_not_hang_the_doctor(tmp_path: Path, hangs: str) -> None:
    held: list[asyncio.StreamWriter] = []

    async def keep(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held.append(writer)

    mute = await asyncio.start_server(keep, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{mute.sockets[0].getsockname()[1]}"
    token = {"telegram": {"telegram_token": TOKEN, "telegram_api": url},
             "slack": {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN, "slack_api": url}}  # fmt: skip
    code, out, _ = await doctor(tmp_path, **token[hangs])
    for one in held:
        one.close()
    mute.close()
    assert code == 1
    assert f"{url} cannot be reached: no answer within 8 seconds; look at the network and the firewall." in out
    assert "good   content" in out


@pytest.mark.long
async def test_beside_a_house_that_runs_it_changes_nothing(tmp_path: Path, server: Server) -> None:
    server.start()
    server.invite(["Marjan"])
    before = {path: path.stat().st_mode for path in server.data.rglob("*")}
    code, out, _ = await doctor(tmp_path, data=str(server.data), listen=f"127.0.0.1:{server.port}")
    assert code == 0
    assert f"good   port         Opstap runs and answers at 127.0.0.1:{server.port}." in out
    assert "good   master key   It opens this database." in out
    assert {path: path.stat().st_mode for path in server.data.rglob("*")} == before
    assert server.stop() == 0
