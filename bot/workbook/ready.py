"""Whether this machine can lay out paper: what that needs is not on every server."""

import importlib

from bot.errors import ProgramMissingError

LIBRARY = "weasyprint"
REMEDY = f"pip install {LIBRARY}, and apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"


def check_paper() -> None:
    """Raises ProgramMissingError; before anything is made that could only be given on paper."""
    try:
        importlib.import_module(LIBRARY)
    except (ImportError, OSError):  # The second when it cannot find Pango.
        raise ProgramMissingError(program=LIBRARY, remedy=REMEDY) from None
