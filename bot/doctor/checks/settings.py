"""Whether the settings can be used, and fit each other."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from urllib.parse import urlsplit

from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.errors import SettingError
from bot.settings import Settings

ABOUT = "settings"
WEBHOOK_PORTS = (443, 80, 88, 8443)
"""Where Telegram is willing to bring messages."""
OFFICIAL = "https://api.telegram.org"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def settings(patient: Patient) -> Sequence[Finding]:
    """Every setting that cannot be used, does nothing, or does not exist."""
    known = patient.settings
    found = [*_strangers(patient.strangers), *_unusable(known), *_webhook(known), *_idle(known)]
    return found or [good(ABOUT, "All settings can be used, and fit each other.")]


def unreadable(error: SettingError) -> Finding:
    """For settings with which nothing else can be looked at."""
    return wrong(ABOUT, error.sentence())


def _strangers(names: Sequence[str]) -> Iterator[Finding]:
    known = [f"OPSTAP_{name.upper()}" for name in Settings.model_fields]
    for name in names:
        near = get_close_matches(name, known, n=1)
        meant = f"; was {near[0]} meant?" if near else "; take it away."
        yield look(ABOUT, f"{name} is no setting of Opstap{meant}")


def _unusable(known: Settings) -> Iterator[Finding]:
    """What the house itself would refuse to start with."""
    needs: list[Callable[[], object]] = [lambda: known.port]
    if known.telegram_token:
        needs.append(lambda: known.webhook)
    if known.slack_bot_token:
        needs.append(lambda: known.slack_path)
    for need in needs:
        try:
            need()
        except SettingError as error:
            yield wrong(ABOUT, error.sentence())


def _webhook(known: Settings) -> Iterator[Finding]:
    """What Telegram itself would refuse of a webhook."""
    url = urlsplit(known.telegram_webhook_url)
    if not known.telegram_token or known.telegram_mode != "webhook" or not url.netloc:
        return
    if known.telegram_api == OFFICIAL and url.scheme != "https":
        yield wrong(ABOUT, "Telegram brings messages only over HTTPS; let OPSTAP_TELEGRAM_WEBHOOK_URL begin with it.")
    elif known.telegram_api == OFFICIAL and (url.port or 443) not in WEBHOOK_PORTS:
        ports = ", ".join(map(str, WEBHOOK_PORTS))
        yield wrong(ABOUT, f"Telegram does not go to port {url.port}; use {ports} in OPSTAP_TELEGRAM_WEBHOOK_URL.")
    if known.slack_bot_token and not known.slack_app_token and url.path == "/slack":
        yield wrong(ABOUT, "Slack comes in at /slack too; give OPSTAP_TELEGRAM_WEBHOOK_URL another path.")
    if known.telegram_webhook_secret and not _SECRET.fullmatch(known.telegram_webhook_secret):
        yield wrong(ABOUT, "OPSTAP_TELEGRAM_WEBHOOK_SECRET may hold only A-Z a-z 0-9 _ and -, at most 256 of them.")


def _idle(known: Settings) -> Iterator[Finding]:
    """What was set and does nothing."""
    if known.telegram_mode == "webhook" and not known.telegram_token:
        yield look(ABOUT, "There is no Telegram without OPSTAP_TELEGRAM_TOKEN; OPSTAP_TELEGRAM_MODE does nothing.")
    if known.telegram_mode == "polling" and known.telegram_webhook_url:
        yield look(ABOUT, "OPSTAP_TELEGRAM_WEBHOOK_URL does nothing until OPSTAP_TELEGRAM_MODE is webhook.")
    if (known.slack_app_token or known.slack_signing_secret) and not known.slack_bot_token:
        yield look(ABOUT, "There is no Slack without OPSTAP_SLACK_BOT_TOKEN; the other settings for it do nothing.")
