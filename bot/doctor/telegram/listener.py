"""Whether another program asks for the messages of this bot too."""

import asyncio
from collections.abc import Sequence

from bot.doctor.finding import Finding, good, wrong
from bot.doctor.patient import Patient
from bot.doctor.telegram.bot import call

ABOUT = "Telegram listener"
LISTEN = 4
"""Seconds: another program, once disturbed, asks again within one or two."""
CONFLICT = 409
WEBHOOK = "webhook"


async def listener(patient: Patient, *, here: bool) -> Sequence[Finding]:
    """Asks for a while as if we were the bot, and confirms nothing. Raises AwayError.

    Not while Opstap runs here: the platform has one listener at a time, and would shut it out to hear us. Of two that
    ask, the one that asked first is refused; so who else listens shows when it comes back for its place.
    """
    if patient.settings.telegram_mode != "polling":
        return []
    if here:
        return [good(ABOUT, "It is the Opstap that runs here.")]
    loop = asyncio.get_running_loop()
    end = loop.time() + LISTEN
    while (left := round(end - loop.time())) > 0:
        reply = await call(patient, "getUpdates", {"timeout": left, "limit": 1}, patience=LISTEN + 6)
        if reply.code == CONFLICT and WEBHOOK in reply.words:
            return []  # With a webhook nobody can ask; that was told there.
        if reply.code == CONFLICT:
            said = "Another program asks for the messages of this bot; stop it, or make a new token with BotFather."
            return [wrong(ABOUT, said)]
        if reply.code != 200 or reply.result:
            break  # What waits and is not taken away shows that nobody else listens.
    return [good(ABOUT, "No other program was heard that asks for the messages of this bot.")]
