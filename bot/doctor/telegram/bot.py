"""The Bot API as the doctor asks it: one method at a time, and what came of it."""

from typing import Any

from msgspec import Struct

from bot.doctor.asking import PATIENCE, ask
from bot.doctor.patient import Patient


class Reply(Struct, frozen=True, kw_only=True):
    """`code` is 200 when it was done; `words` is what the platform says when it was not."""

    code: int
    result: Any = None
    words: str = ""


async def call(patient: Patient, method: str, fields: dict[str, Any], *, patience: float = PATIENCE) -> Reply:
    """One method; raises AwayError."""
    base = patient.settings.telegram_api.rstrip("/")
    url = f"{base}/bot{patient.settings.telegram_token}/{method}"
    answer = await ask(patient.web, url, fields=fields, patience=patience)
    told = answer.told
    if told.get("ok") is True:
        return Reply(code=200, result=told.get("result"))
    code = told.get("error_code", answer.status)
    return Reply(code=code if isinstance(code, int) else answer.status, words=str(told.get("description", "")))
