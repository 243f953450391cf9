"""The errors of the platform, as delivery understands them: to be tried again, given up, or not known."""

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError

from bot.errors import AwayError, ChannelError, OutcomeUnknownError, UnreachableError

log = structlog.get_logger(__name__)

TROUBLES = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
"""What a call can raise."""
GONE = frozenset(
    {"channel_not_found", "user_not_found", "user_disabled", "users_not_found", "is_archived", "cannot_dm_bot"}
)
"""This person cannot be reached here any more."""
LOCKED_OUT = 30.0
"""Seconds between two tries with a token that is refused."""
REFUSED = frozenset({
    "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope",
    "no_permission", "not_allowed_token_type", "org_login_required", "team_access_not_granted", "access_denied",
})  # fmt: skip
"""Our token does not open the door, or not this one."""
PERHAPS = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"})
"""Something went wrong over there, perhaps after it was done."""
BUSY = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
A_WHILE = 30.0


class TokenRefusedError(AwayError):
    """The platform refuses the token ({why}); install the app again and set OPSTAP_SLACK_BOT_TOKEN."""

    retry_after = LOCKED_OUT


class Lockout:
    """Whether the platform refuses our token: the operator hears it once, and again only after it was over."""

    def __init__(self) -> None:
        self._told = False

    def begins(self, code: str) -> None:
        """It was refused."""
        if not self._told:
            self._told = True
            log.error("slack.token_refused", code=code, remedy="install the app again, set its new token")

    def over(self) -> None:
        """It was accepted."""
        if self._told:
            self._told = False
            log.info("slack.token_accepted")


def code_of(error: Exception) -> str:
    """The name that the platform gives to what is wrong; empty when it said nothing."""
    if not isinstance(error, SlackApiError):
        return ""
    answer = error.response
    data = getattr(answer, "data", None)
    found = data.get("error") if isinstance(data, dict) else None
    return str(found or "")


def translated(error: Exception, channel: str, address: str) -> ChannelError:
    """What delivery must do about it."""
    code = code_of(error)
    status = getattr(getattr(error, "response", None), "status_code", 0)
    if code in BUSY or status == 429:
        busy = ChannelError(channel=channel, why="too many messages")
        busy.retry_after = _seconds(error)
        return busy
    if code in REFUSED:
        return TokenRefusedError(channel=channel, why=code)
    if code in GONE:
        return UnreachableError(channel=channel, address=address)
    if isinstance(error, aiohttp.ClientConnectorError):
        return AwayError(channel=channel, why=type(error).__name__)
    if code in PERHAPS or not code:
        return OutcomeUnknownError(channel=channel, why=code or type(error).__name__)
    refused = ChannelError(channel=channel, why=code)
    refused.retryable = False
    return refused


def _seconds(error: Exception) -> float:
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    told = {str(name).lower(): value for name, value in headers.items()}.get("retry-after", "")
    return float(told) if str(told).isdecimal() else A_WHILE


def details(error: Exception) -> str:
    """What the platform says about a message or a view that is not as it must be."""
    answer = getattr(error, "response", None)
    data = getattr(answer, "data", None)
    if not isinstance(data, dict):
        return ""
    told = data.get("response_metadata")
    messages = told.get("messages") if isinstance(told, dict) else None
    return " ".join(str(one) for one in [*(messages or ()), *(data.get("errors") or ())])
