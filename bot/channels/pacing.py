"""How fast bubbles go out: so many a second for the bot, and for each chat; help in a crisis does not wait."""

from collections.abc import Callable

from msgspec import Struct

REMEMBERED = 10_000
"""Chats of which is remembered how full they are, before those that are empty are forgotten."""


class Rates(Struct, frozen=True, kw_only=True):
    """Messages a second for all chats together and for one, and how many may come in one go."""

    all_each_second: float = 30
    all_at_once: int = 30
    chat_each_second: float = 1
    chat_at_once: int = 5


class Pace:
    """Gives each message a moment. `now` is a clock in seconds that never goes back."""

    def __init__(self, rates: Rates, *, now: Callable[[], float]) -> None:
        self._rates = rates
        self._now = now
        self._all = 0.0
        self._chats: dict[int | str, float] = {}

    def take(self, chat: int | str, *, urgent: bool = False) -> float:
        """The seconds after which a message may go to this chat; it is counted as going out then.

        What is urgent may go at once, and counts all the same.
        """
        now, rates = self._now(), self._rates
        own, of_all = 1 / rates.chat_each_second, 1 / rates.all_each_second
        # Each rate is one moment: until when what was given out so far takes, at that rate.
        chat_full = max(self._chats.get(chat, 0.0), now) + own
        all_full = max(self._all, now) + of_all
        self._chats[chat], self._all = chat_full, all_full
        if len(self._chats) > REMEMBERED:
            self._chats = {one: full for one, full in self._chats.items() if full > now}
        if urgent:
            return 0.0
        return max(0.0, chat_full - now - own * rates.chat_at_once, all_full - now - of_all * rates.all_at_once)
