"""Whether people can come to the address that stands in their links."""

import ipaddress
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from bot.doctor.asking import Answer, AwayError, ask
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.here import runs_here
from bot.doctor.patient import Patient

ABOUT = "address"


async def address(patient: Patient) -> Sequence[Finding]:
    """Goes there from this machine, as a phone would."""
    url = patient.settings.url
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return [wrong(ABOUT, f"OPSTAP_PUBLIC_URL is '{url}'; it must be like https://opstap.example.nl")]
    if parts.path or parts.query:
        return [wrong(ABOUT, f"OPSTAP_PUBLIC_URL is '{url}'; Opstap needs an address of its own, without a path.")]
    if parts.scheme == "http":
        return [_unsafe(url, parts.hostname)]
    try:
        answer = await ask(patient.web, f"{url}/healthz")
    except AwayError as away:
        return [
            wrong(ABOUT, f"{url} cannot be reached from here: {away.why}; look at DNS, the firewall and the proxy.")
        ]
    return [_told(url, answer, here=await runs_here(patient))]


def _unsafe(url: str, host: str) -> Finding:
    if not is_local(host):
        return wrong(ABOUT, f"{url} is not safe; put a proxy with HTTPS in front, and https:// in OPSTAP_PUBLIC_URL.")
    said = "works only on this machine or network; set OPSTAP_PUBLIC_URL before you let people in."
    return look(ABOUT, f"{url} {said}")


def _told(url: str, answer: Answer, *, here: bool) -> Finding:
    if answer.status == 200 and answer.told.get("ok") is True:
        if here:
            return good(ABOUT, f"{url} can be reached from here.")
        return look(ABOUT, f"An Opstap answers at {url}, and it is not the one of these settings.")
    if here:
        return wrong(ABOUT, f"{url} answers {answer.status} while Opstap runs; let the proxy pass on to OPSTAP_LISTEN.")
    return look(ABOUT, f"{url} answers {answer.status}; that is in order as long as Opstap does not run.")


def is_local(host: str) -> bool:
    """Whether only this machine or its own network knows the host by this name."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_private
    return False
