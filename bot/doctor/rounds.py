"""The round: all checks at once, each with a time limit of its own, and the findings in a fixed order."""

import asyncio
from collections.abc import Mapping, Sequence

from bot.doctor.finding import Check, Finding, wrong
from bot.doctor.patient import Patient
from bot.logs import where

LIMIT = 30.0
"""Seconds for one check: above what its own questions may take together, so that they can say what is slow."""


async def examine(patient: Patient, checks: Mapping[str, Check], *, limit: float = LIMIT) -> list[Finding]:
    """Everything that was found, check by check; a check that fails or hangs is a finding too."""
    found = await asyncio.gather(*(_one(patient, name, check, limit) for name, check in checks.items()))
    return [Finding(about=one.about, mark=one.mark, says=patient.hide(one.says)) for some in found for one in some]


async def _one(patient: Patient, name: str, check: Check, limit: float) -> Sequence[Finding]:
    try:
        async with asyncio.timeout(limit):
            return await check(patient)
    except TimeoutError:
        return [wrong(name, f"This gave no answer within {limit:.0f} seconds; look why it hangs.")]
    except Exception as error:  # the boundary of a check: the others go on
        said = f"The check itself failed ({type(error).__name__} at {where(error)}); send this line to a developer."
        return [wrong(name, said)]
