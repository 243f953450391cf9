"""What waits for the bot: updates in order, messages for a day, presses for 150 seconds."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

DAY = 24 * 3600
PRESS = 150
DEFAULT_KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member", "channel_post"})

Update = dict[str, Any]


class Waiting(Struct, frozen=True):
    """One update; `chat` is the conversation in whose order it must arrive."""

    id: int
    chat: int
    born: float
    update: Update

    def fresh(self, now: float) -> bool:
        """Whether it is still kept."""
        return now - self.born < (PRESS if "callback_query" in self.update else DAY)


class Updates:
    """The queue of one bot."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ids = itertools.count(700_000_000)
        self._waiting: list[Waiting] = []
        self.kinds = DEFAULT_KINDS
        self.news = asyncio.Event()

    def put(self, chat: int, kind: str, payload: Update) -> int:
        """Something happened; gives the update id (0 for a kind that the bot did not ask for)."""
        if kind not in self.kinds:
            return 0
        one = Waiting(next(self._ids), chat, self._clock(), {kind: payload})
        self._waiting.append(one)
        self.news.set()
        return one.id

    def again(self, id: int, update: Update, chat: int) -> None:
        """The same update once more, as happens when its confirmation was lost."""
        self._waiting.append(Waiting(id, chat, self._clock(), update))
        self.news.set()

    def restart_ids(self, at: int) -> None:
        """After a quiet week the ids begin anywhere."""
        self._ids = itertools.count(at)

    def confirm(self, below: int) -> None:
        """The bot has everything before this id."""
        self._waiting = [one for one in self._waiting if one.id >= below]

    def drop(self, one: Waiting) -> None:
        """This one arrived."""
        self._waiting = [other for other in self._waiting if other is not one]

    def waiting(self) -> Sequence[Waiting]:
        """What is still kept, in order."""
        now = self._clock()
        self._waiting = [one for one in self._waiting if one.fresh(now)]
        return tuple(self._waiting)

    async def some(self, seconds: float) -> None:
        """Until something waits, at most this long."""
        if self.waiting():
            return
        self.news.clear()
        try:
            async with asyncio.timeout(seconds):
                await self.news.wait()
        except TimeoutError:
            return


def wire(one: Waiting) -> Update:
    """The update as it goes to the bot."""
    return {"update_id": one.id, **one.update}
