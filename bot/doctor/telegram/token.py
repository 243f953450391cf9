"""Whether the token opens the door, and which bot it is of."""

import re
from collections.abc import Sequence

from bot.doctor.asking import AwayError
from bot.doctor.finding import Finding, good, look, wrong
from bot.doctor.patient import Patient
from bot.doctor.telegram.bot import Reply, call

ABOUT = "Telegram token"
_SHAPE = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
REFUSED = (401, 404)
"""What the platform answers to a token that it does not know (any more), and to what is none."""


async def token(patient: Patient) -> Sequence[Finding]:
    """A token that was mistyped, one that was revoked and a platform that is away are three things."""
    api = patient.settings.telegram_api
    try:
        reply = await call(patient, "getMe", {})
    except AwayError as away:
        return [wrong(ABOUT, f"{api} cannot be reached: {away.why}; look at the network and the firewall.")]
    if reply.code in REFUSED:
        return [wrong(ABOUT, _refused(patient.settings.telegram_token))]
    if reply.code != 200:
        return [wrong(ABOUT, f"{api} answers {reply.code}; it is not well itself, so wait and look again.")]
    return _known(reply)


def _refused(text: str) -> str:
    if not _SHAPE.fullmatch(text):
        return "OPSTAP_TELEGRAM_TOKEN is no token, such as 123456789:AAE...; copy the whole line that BotFather gave."
    return "Telegram does not know this token (any more); ask BotFather with /token and set OPSTAP_TELEGRAM_TOKEN."


def _known(reply: Reply) -> Sequence[Finding]:
    name = reply.result.get("username", "")
    found = [good(ABOUT, f"It is of @{name}; people find it at https://t.me/{name}")]
    if reply.result.get("can_join_groups"):
        said = "Others can put the bot in a group, which it then leaves; tell BotFather /setjoingroups, Disable."
        found.append(look("Telegram bot", said))
    return found
