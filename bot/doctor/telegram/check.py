"""Telegram as a whole: first the token, and with a good one the rest at once."""

import asyncio
from collections.abc import Sequence

from bot.doctor.asking import AwayError
from bot.doctor.finding import Finding, good, look
from bot.doctor.here import runs_here
from bot.doctor.patient import Patient
from bot.doctor.telegram.listener import listener
from bot.doctor.telegram.menu import menu
from bot.doctor.telegram.token import token
from bot.doctor.telegram.webhook import webhook


async def telegram(patient: Patient) -> Sequence[Finding]:
    """Nothing is changed at the platform, and no message is taken from it."""
    if not patient.settings.telegram_token:
        return [good("Telegram", "It is off: OPSTAP_TELEGRAM_TOKEN is empty.")]
    found = await token(patient)
    if any(one.mark == "wrong" for one in found):
        return found
    here = await runs_here(patient)
    try:
        rest = await asyncio.gather(webhook(patient, here=here), listener(patient, here=here), menu(patient))
    except AwayError as away:
        return [*found, look("Telegram", f"It went away while it was asked ({away.why}); try again.")]
    return [*found, *(one for some in rest for one in some)]
