"""The errors of the platform, as delivery understands them: to be tried again, given up, or not known."""

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.errors import AwayError, ChannelError, OutcomeUnknownError, UnreachableError

log = structlog.get_logger(__name__)

GONE = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid", "bot can't initiate")
"""Words in a refusal that mean: this person cannot be reached here any more."""
LOCKED_OUT = 30.0
"""Seconds between two tries with a token that is refused."""


class NotSentError(NetworkError):
    """Nothing left this machine, so it can safely be sent again."""


class BusyError(TelegramError):
    """The platform wants no more for so many `seconds`. The library's own error warns of itself wherever it is read."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__("Too Many Requests")


class TokenRefusedError(AwayError):
    """The platform refuses the token; get a new one from BotFather and set OPSTAP_TELEGRAM_TOKEN."""

    retry_after = LOCKED_OUT


class Lockout:
    """Whether the platform refuses our token: the operator hears it once, and again only after it was over."""

    def __init__(self) -> None:
        self._told = False

    def begins(self) -> None:
        """It was refused."""
        if not self._told:
            self._told = True
            log.error("telegram.token_refused", remedy="set a valid OPSTAP_TELEGRAM_TOKEN")

    def over(self) -> None:
        """It was accepted."""
        if self._told:
            self._told = False
            log.info("telegram.token_accepted")


def translated(error: TelegramError, channel: str, address: str) -> ChannelError:
    """What delivery must do about it."""
    why = type(error).__name__
    if isinstance(error, BusyError):
        busy = ChannelError(channel=channel, why="too many messages")
        busy.retry_after = error.seconds
        return busy
    if isinstance(error, InvalidToken):
        return TokenRefusedError(channel=channel, why=why)
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and _gone(error)):
        return UnreachableError(channel=channel, address=address)
    if isinstance(error, NotSentError):
        return AwayError(channel=channel, why=why)
    if isinstance(error, BadRequest | ChatMigrated):
        refused = ChannelError(channel=channel, why=why)
        refused.retryable = False
        return refused
    return OutcomeUnknownError(channel=channel, why=why)


def _gone(error: BadRequest) -> bool:
    said = error.message.lower()
    return any(words in said for words in GONE)
