"""Whether the menu of commands in the app is that of the content."""

from collections.abc import Sequence

from bot.content.loader import load
from bot.doctor.finding import Finding, good, look
from bot.doctor.patient import Patient
from bot.doctor.telegram.bot import call
from bot.doctor.threads import aside
from bot.errors import ContentInvalidError

ABOUT = "Telegram menu"
SCOPE = {"type": "all_private_chats"}
ROLE = "employee"


async def menu(patient: Patient) -> Sequence[Finding]:
    """The menu that everybody sees before they came in. Raises AwayError."""
    try:
        library = await aside(lambda: load(patient.content))
    except ContentInvalidError:
        return []  # It was told among the content.
    wanted = [
        {"command": name, "description": words} for name, words in library.words.menus.get(ROLE, {}).items()
    ]  # fmt: skip
    reply = await call(patient, "getMyCommands", {"scope": SCOPE})
    if reply.result == wanted:
        return [good(ABOUT, f"All {len(wanted)} commands are in it.")]
    what = "It is empty" if not reply.result else "It is not that of this content"
    return [look(ABOUT, f"{what}; `opstap run` sets it when it starts.")]
