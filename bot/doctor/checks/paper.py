"""Whether letters and workbooks can be printed from here."""

from collections.abc import Sequence

from bot.doctor.finding import Finding, good, look
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import ProgramMissingError
from bot.workbook.ready import check_paper

ABOUT = "paper"


async def paper(_: Patient) -> Sequence[Finding]:
    """Nobody needs it to chat, so that it is never wrong."""
    return [await aside(_paper)]


def _paper() -> Finding:
    try:
        check_paper()
    except ProgramMissingError as error:
        return look(ABOUT, f"Letters and workbooks cannot be printed from here. {error.sentence()}")
    return good(ABOUT, "Letters and workbooks can be printed from here.")
