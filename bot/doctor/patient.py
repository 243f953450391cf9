"""Who is looked at: the settings of one Opstap, and what a check needs to look with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from bot.bootstrap import CONTENT
from bot.settings import Settings

HIDDEN = "(hidden)"
SHORTEST = 4
"""A secret of fewer characters stands in too many other words to be taken out of them."""


@dataclass(frozen=True, kw_only=True)
class Patient:
    """`strangers` are names in the environment that look like settings and are none."""

    settings: Settings
    clock: Callable[[], datetime]
    web: aiohttp.ClientSession
    strangers: tuple[str, ...] = ()

    @property
    def content(self) -> Path:
        """The folder with all words, pictures and films."""
        return Path(self.settings.content) if self.settings.content else CONTENT

    def hide(self, text: str) -> str:
        """The text without a secret, should one have come into it."""
        for secret in self._secrets():
            text = text.replace(secret, HIDDEN)
        return text

    def _secrets(self) -> list[str]:
        known = self.settings
        password = urlsplit(known.database_url).password or ""
        found = {
            known.master_key, known.telegram_token, known.telegram_webhook_secret, known.slack_bot_token,
            known.slack_app_token, known.slack_signing_secret, password,
        }  # fmt: skip
        return sorted((one for one in found if len(one) >= SHORTEST), key=len, reverse=True)
