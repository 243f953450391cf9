"""Whether Opstap itself runs here at this moment, as seen from the outside."""

from bot.doctor.asking import AwayError, ask
from bot.doctor.patient import Patient
from bot.errors import SettingError

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # what stands in a setting; nothing listens here
PATIENCE = 3.0
LOOKED_AT = 405
"""What an address of ours at which a platform brings things says to who only looks."""


async def runs_here(patient: Patient) -> bool:
    """Whether an Opstap answers where the settings say that it listens."""
    try:
        host, port = patient.settings.host, patient.settings.port
    except SettingError:
        return False
    host = EVERYWHERE.get(host, host)
    shown = f"[{host}]" if ":" in host else host
    return port != 0 and await is_opstap(patient, f"http://{shown}:{port}")


async def passed_on(patient: Patient, url: str) -> str:
    """What happens instead when something that is brought to this address does not come to the Opstap that runs here.

    Empty when it comes there. It is only looked at, and refused for that: a platform brings things in another way.
    """
    try:
        answer = await ask(patient.web, url)
    except AwayError as away:
        return f"cannot be reached from here ({away.why})"
    return "" if answer.status == LOOKED_AT else f"answers {answer.status}"


async def is_opstap(patient: Patient, url: str) -> bool:
    """Whether an Opstap that is well answers at this address."""
    try:
        answer = await ask(patient.web, f"{url}/healthz", patience=PATIENCE)
    except AwayError:
        return False
    return answer.status == 200 and answer.told.get("ok") is True
