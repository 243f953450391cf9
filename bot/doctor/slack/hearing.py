"""How the app hears: over a connection of its own, or by HTTP with a secret."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.doctor.asking import AwayError
from bot.doctor.checks.address import is_local
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.here import passed_on
from bot.doctor.patient import Patient
from bot.doctor.slack.app import call, code_of

ABOUT = "Slack hearing"
_SECRET = re.compile(r"[0-9a-f]{32}")
OFFICIAL = "https://slack.com"


async def hearing(patient: Patient, *, here: bool) -> Sequence[Finding]:
    """In either way; `here` is whether Opstap runs."""
    known = patient.settings
    if known.slack_app_token:
        return [await _socket(patient)]
    return (
        [await _http(patient, here=here)] if known.slack_signing_secret else []
    )  # With neither it was told among the settings.


async def _socket(patient: Patient) -> Finding:
    """Asks for an address to connect to, and does not connect: from then on it would get what people send."""
    text = patient.settings.slack_app_token
    try:
        answer = await call(patient, "apps.connections.open", text)
    except AwayError as away:
        return look(ABOUT, f"Slack went away while it was asked ({away.why}); try again.")
    code = code_of(answer)
    if not code:
        return good(ABOUT, "The app may open a connection of its own (Socket Mode).")
    if not text.startswith("xapp-"):
        return wrong(
            ABOUT, "OPSTAP_SLACK_APP_TOKEN must begin with xapp-; make it at Basic Information, App-Level Tokens."
        )
    if code == "missing_scope":
        return wrong(
            ABOUT, "The app token misses connections:write; make a new one with it and set OPSTAP_SLACK_APP_TOKEN."
        )
    said = "turn on Socket Mode, make an App-Level Token with connections:write and set OPSTAP_SLACK_APP_TOKEN."
    return wrong(ABOUT, f"Slack does not let the app connect ({code}); {said}")


async def _http(patient: Patient, *, here: bool) -> Finding:
    """Slack never tells whether the secret is right: a request with a wrong one is refused by us, in the log."""
    known = patient.settings
    url = urlsplit(known.url)
    if not _SECRET.fullmatch(known.slack_signing_secret):
        said = "it is 32 characters of 0-9 and a-f: copy it from Basic Information, App Credentials."
        return wrong(ABOUT, f"OPSTAP_SLACK_SIGNING_SECRET is no signing secret; {said}")
    if known.slack_api == OFFICIAL and (url.scheme != "https" or is_local(url.hostname or "")):
        said = "set OPSTAP_PUBLIC_URL, or set OPSTAP_SLACK_APP_TOKEN and let Opstap connect itself."
        return wrong(ABOUT, f"Slack cannot bring anything to {known.url}/slack; {said}")
    instead = await passed_on(patient, f"{known.url}{known.slack_path}") if here else ""
    if instead:
        return wrong(ABOUT, f"{known.url}/slack {instead}; let the proxy pass it on to OPSTAP_LISTEN.")
    return good(
        ABOUT,
        f"Slack brings what people do to {known.url}/slack; that must stand in its manifest.",
    )
