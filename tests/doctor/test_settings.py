"""The doctor on the settings: what the house would refuse, what Telegram would refuse, and what does nothing."""

from typing import Any

import pytest

from bot.doctor.checks.settings import settings
from tests.doctor.conftest import Make, rows

TELEGRAM = {"telegram_token": "123456789:AAAA", "telegram_mode": "webhook"}
URL = "https://opstap.example.nl/telegram"


@pytest.mark.parametrize(
    "good", [{}, {**TELEGRAM, "telegram_webhook_url": URL}, {"slack_bot_token": "xoxb-1", "slack_app_token": "xapp-1"}]
)
async def test_settings_with_which_nothing_is_the_matter(good: dict[str, Any], make: Make) -> None:
    assert rows(await settings(make(**good))) == [("good", "settings", "All settings can be used, and fit each other.")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"listen": "8000"},
            "The setting OPSTAP_LISTEN is not usable: '8000' is not host:port, such as 127.0.0.1:8000.",
        ),
        (
            {**TELEGRAM, "telegram_webhook_url": "opstap"},
            "The setting OPSTAP_TELEGRAM_WEBHOOK_URL is not usable: 'opstap' is no address with a path, such as "
            "https://opstap.example.nl/telegram.",
        ),
        (
            {**TELEGRAM, "telegram_webhook_url": "http://opstap.example.nl/telegram"},
            "Telegram brings messages only over HTTPS; let OPSTAP_TELEGRAM_WEBHOOK_URL begin with it.",
        ),
        (
            {**TELEGRAM, "telegram_webhook_url": "https://opstap.example.nl:9000/telegram"},
            "Telegram does not go to port 9000; use 443, 80, 88, 8443 in OPSTAP_TELEGRAM_WEBHOOK_URL.",
        ),
        (
            {**TELEGRAM, "telegram_webhook_url": URL, "telegram_webhook_secret": "een geheim"},
            "OPSTAP_TELEGRAM_WEBHOOK_SECRET may hold only A-Z a-z 0-9 _ and -, at most 256 of them.",
        ),
        (
            {
                **TELEGRAM,
                "telegram_webhook_url": "https://opstap.example.nl/slack",
                "slack_bot_token": "xoxb-1",
                "slack_signing_secret": "1",
            },
            "Slack comes in at /slack too; give OPSTAP_TELEGRAM_WEBHOOK_URL another path.",
        ),
        (
            {"slack_bot_token": "xoxb-1"},
            "The setting OPSTAP_SLACK_SIGNING_SECRET is not usable: set it, or set OPSTAP_SLACK_APP_TOKEN; without one "
            "of them nobody can be heard.",
        ),
    ],
)
async def test_what_cannot_be_used_is_wrong(given: dict[str, Any], said: str, make: Make) -> None:
    assert rows(await settings(make(**given))) == [("wrong", "settings", said)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"telegram_mode": "webhook"},
            "There is no Telegram without OPSTAP_TELEGRAM_TOKEN; OPSTAP_TELEGRAM_MODE does nothing.",
        ),
        (
            {"telegram_webhook_url": URL},
            "OPSTAP_TELEGRAM_WEBHOOK_URL does nothing until OPSTAP_TELEGRAM_MODE is webhook.",
        ),
        (
            {"slack_app_token": "xapp-1"},
            "There is no Slack without OPSTAP_SLACK_BOT_TOKEN; the other settings for it do nothing.",
        ),
        (
            {"strangers": ("OPSTAP_TELEGRAM_TOKN",)},
            "OPSTAP_TELEGRAM_TOKN is no setting of Opstap; was OPSTAP_TELEGRAM_TOKEN meant?",
        ),
        ({"strangers": ("OPSTAP_ZZZZZZZZZZ",)}, "OPSTAP_ZZZZZZZZZZ is no setting of Opstap; take it away."),
    ],
)
async def test_what_does_nothing_is_told(given: dict[str, Any], said: str, make: Make) -> None:
    assert rows(await settings(make(**given))) == [("look", "settings", said)]


async def test_an_own_server_for_the_bot_api_may_bring_messages_without_https(make: Make) -> None:
    given = {**TELEGRAM, "telegram_webhook_url": "http://127.0.0.1:1/t", "telegram_api": "http://127.0.0.1:2"}
    assert [row[0] for row in rows(await settings(make(**given)))] == ["good"]
