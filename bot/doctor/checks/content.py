"""Whether the content is good: the quick check, with which the house starts too."""

from collections.abc import Sequence
from pathlib import Path

from bot.content.checks.run import check, failing
from bot.content.loader import load
from bot.doctor.finding import Finding, good, wrong
from bot.doctor.patient import Patient
from bot.doctor.threads import aside
from bot.errors import ContentInvalidError
from bot.safety.examples import wrong_examples
from bot.voices.checking import wrong_rules

ABOUT = "content"


async def content(patient: Patient) -> Sequence[Finding]:
    """Takes a second or two."""
    option = f" --folder {patient.content}" if patient.settings.content else ""
    return [await aside(lambda: _content(patient.content, option))]


def _content(folder: Path, option: str) -> Finding:
    count = len(failing(check(folder, language=False)))
    if not count:
        try:
            count = len([*wrong_examples(load(folder).signals), *wrong_rules(folder)])
        except ContentInvalidError as error:
            count = int(str(error.details["count"]))
    if count:
        problems = "1 problem" if count == 1 else f"{count} problems"
        return wrong(ABOUT, f"It has {problems}; run `opstap content check --quick{option}` to see what.")
    library = load(folder)
    return good(ABOUT, f"{len(library.flows)} courses and conversations are good.")
