"""Who may come in: codes are tried a few times an hour, and all visitors together only so often."""

import asyncio
from collections import deque
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

HOUR = timedelta(hours=1)
EACH = 5
"""Wrong codes an hour from one place."""
ALL = 500
"""Wrong codes an hour from everywhere: a guess of 50 bits stays hopeless, and the house stays open."""


class Doors:
    """Counts wrong codes in memory; a restart forgets them, which is worth less than a table of addresses."""

    def __init__(self) -> None:
        self._wrong: dict[str, deque[datetime]] = {}
        self._all: deque[datetime] = deque()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def one_by_one(self, visitor: str) -> asyncio.Lock:
        """Held while a code is tried, so that many guesses at once are no way round the count."""
        return self._locks.setdefault(visitor, asyncio.Lock())

    def open_for(self, visitor: str, at: datetime) -> bool:
        """Whether this visitor may try a code now."""
        mine = self._wrong.get(visitor, deque())
        _forget(mine, at)
        _forget(self._all, at)
        return len(mine) < EACH and len(self._all) < ALL

    def wrong(self, visitor: str, at: datetime) -> None:
        """Notes a wrong code."""
        self._wrong.setdefault(visitor, deque()).append(at)
        self._all.append(at)
        if len(self._wrong) > 2 * ALL:
            self._wrong = {who: tries for who, tries in self._wrong.items() if tries and tries[-1] > at - HOUR}


def _forget(tries: deque[datetime], at: datetime) -> None:
    while tries and tries[0] <= at - HOUR:
        tries.popleft()
