"""Proof that a request comes from the platform: signed, and at most five minutes old by the clock of the house."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt.middleware.async_builtins import AsyncRequestVerification
from slack_sdk.signature import Clock, SignatureVerifier

from bot.channels.slack.client import logger


class HouseClock(Clock):
    """The clock of the house, as the library asks for it."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def now(self) -> float:
        """Seconds since 1970."""
        return self._clock().timestamp()


class _Verifier(SignatureVerifier):
    """What is no number is no time."""

    def is_valid(self, body: str | bytes, timestamp: str | None, signature: str | None) -> bool:
        if timestamp is None or not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) < 16):
            return False
        if signature is None or not signature.isascii():
            return False
        return super().is_valid(body, timestamp, signature)


class Signed(AsyncRequestVerification):
    """The library's own check. What comes over our own connection needs none."""

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        super().__init__(secret, base_logger=logger)
        self._house = HouseClock(clock)

    @property
    def verifier(self) -> SignatureVerifier:
        """Made at the first request: without a secret nothing may come in by HTTP at all."""
        if self._verifier is None:
            self._verifier = _Verifier(self._signing_secret, self._house)
        return self._verifier
