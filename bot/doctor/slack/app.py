"""The Web API of Slack as the doctor asks it."""

from bot.doctor.asking import Answer, ask
from bot.doctor.patient import Patient


async def call(patient: Patient, method: str, token: str) -> Answer:
    """One method without fields; raises AwayError."""
    base = patient.settings.slack_api.rstrip("/")
    return await ask(patient.web, f"{base}/api/{method}", token=token, post=True)


def code_of(answer: Answer) -> str:
    """The name that the platform gives to what is wrong; empty when all is well."""
    if answer.told.get("ok") is True:
        return ""
    return str(answer.told.get("error") or f"status {answer.status}")
