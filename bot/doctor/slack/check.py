"""Slack as a whole: first the bot token, and with a good one how the app hears."""

from collections.abc import Sequence

from bot.doctor.finding import Finding, good
from bot.doctor.here import runs_here
from bot.doctor.patient import Patient
from bot.doctor.slack.hearing import hearing
from bot.doctor.slack.token import token


async def slack(patient: Patient) -> Sequence[Finding]:
    """Nothing is changed at the platform."""
    if not patient.settings.slack_bot_token:
        return [good("Slack", "It is off: OPSTAP_SLACK_BOT_TOKEN is empty.")]
    found = await token(patient)
    if any(one.about == "Slack token" and one.mark == "wrong" for one in found):
        return found
    return [*found, *await hearing(patient, here=await runs_here(patient))]
