"""The HTML pages: templates filled with the words of the content."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from bot.channels.web.assets import Assets


class Paper:
    """Renders pages. A word that the content does not have is an error, never an empty place."""

    def __init__(self, folder: Path, *, assets: Assets, words: Mapping[str, str], zone: ZoneInfo) -> None:
        self._zone = zone
        self._words = words
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._environment.globals.update(w=words, static=assets.address, scripts=assets.scripts)
        self._environment.filters.update(moment=self._moment, heading=self._heading)
        self._environment.tests.update(moment=_is_moment)

    def page(self, name: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """The page `name`, filled in."""
        return HTMLResponse(self._environment.get_template(name).render(values), status_code=status)

    def _moment(self, value: datetime | str) -> str:
        """Digits only: they are plain in every language."""
        at = datetime.fromisoformat(value) if isinstance(value, str) else value
        return f"{at.astimezone(self._zone):%d-%m-%Y, %H:%M}"

    def _heading(self, key: str) -> str:
        """What a key of somebody's data is called; a key without a word of its own is shown as it is."""
        return self._words.get(f"kept_{key}") or key.replace("_", " ").strip().capitalize()


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or len(value) < 19 or value[10:11] != "T":
        return isinstance(value, datetime)
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
