"""Whether the platform brings messages to where the settings say."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.here import passed_on
from bot.doctor.patient import Patient
from bot.doctor.telegram.bot import call

ABOUT = "Telegram webhook"
RECENT = timedelta(minutes=10)
"""A failure that is older may well be mended: the platform keeps the last one for ever."""


async def webhook(patient: Patient, *, here: bool) -> Sequence[Finding]:
    """`here` is whether Opstap runs. Raises AwayError."""
    reply = await call(patient, "getWebhookInfo", {})
    told: dict[str, Any] = reply.result if isinstance(reply.result, dict) else {}
    known = patient.settings
    if known.telegram_mode == "polling":
        found = _polling(str(told.get("url", "")), here=here)
    else:
        found = _brought(str(told.get("url", "")), known.telegram_webhook_url, here=here)
        found += _failing(told, patient.clock())
        found += await _passed(patient) if here else []
    return [*found, *_waiting(told, here=here)]


def _polling(url: str, *, here: bool) -> list[Finding]:
    if not url:
        return [good(ABOUT, "There is none, as it must be when Opstap asks for messages itself (polling).")]
    if here:
        said = f"Messages go to {url} while Opstap asks for them; another program uses this token: stop it."
        return [wrong(ABOUT, said)]
    said = "`opstap run` takes that away; if it belongs to another program, that hears nothing from then on."
    return [look(ABOUT, f"Messages now go to {url}; {said}")]


def _brought(url: str, wanted: str, *, here: bool) -> list[Finding]:
    if url == wanted:
        return [good(ABOUT, f"Messages are brought to {url}, as set.")]
    if not here:
        now = f"Messages now go to {url}" if url else "It is not set yet"
        return [look(ABOUT, f"{now}; `opstap run` sets it to {wanted}.")]
    now = f"Messages go to {url}, not to {wanted}" if url else f"Messages do not go to {wanted}"
    return [wrong(ABOUT, f"{now}; another program uses this token: stop it, and restart Opstap.")]


async def _passed(patient: Patient) -> list[Finding]:
    """The last part of the way, from the public address to the Opstap that runs here."""
    url = patient.settings.telegram_webhook_url
    instead = await passed_on(patient, url)
    return [wrong(ABOUT, f"{url} {instead}; let the proxy pass it on to OPSTAP_LISTEN.")] if instead else []


def _failing(told: dict[str, Any], now: datetime) -> list[Finding]:
    """What went wrong when the platform last tried to bring something."""
    words, at = told.get("last_error_message"), told.get("last_error_date")
    if not words:
        return []
    ago = now - datetime.fromtimestamp(at, UTC) if isinstance(at, int) else timedelta()
    minutes = max(0, round(ago.total_seconds() / 60))
    said = f"{minutes} minutes ago Telegram could not bring a message ('{words}')"
    if ago <= RECENT:
        return [wrong(ABOUT, f"{said}; look at the proxy, its certificate and OPSTAP_TELEGRAM_WEBHOOK_URL.")]
    return [look(ABOUT, f"{said}; it went well since, or nobody wrote.")]


def _waiting(told: dict[str, Any], *, here: bool) -> list[Finding]:
    count = told.get("pending_update_count") or 0
    if not count:
        return []
    shown = "1 message waits" if count == 1 else f"{count} messages wait"
    how = "it should become less while Opstap runs" if here else "they come in at the next `opstap run`, within a day"
    return [look(ABOUT, f"{shown} at Telegram; {how}.")]
