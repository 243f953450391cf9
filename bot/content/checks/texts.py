"""Everything that can be said, row by row, to be read or measured elsewhere."""

from collections.abc import Iterator

from bot.content.checks.spoken import spoken
from bot.content.models.library import Library


def texts(library: Library) -> Iterator[dict[str, str | None]]:
    """One row for each spoken message: file, step, text, and simpler (None where there is none)."""
    for message in spoken(library):
        yield {"file": message.file, "step": message.step, "text": message.text, "simpler": message.simpler}
