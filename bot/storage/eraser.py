"""The eraser: takes a person away from the database, the files and the memory, and never stops half-way."""

from datetime import datetime

from bot.storage.database import Database
from bot.storage.erasures import Unfinished
from bot.storage.ledger import Ledger
from bot.storage.media import MediaFolder


class Eraser:
    """Erases. Once it stands in the ledger nothing undoes it, not even a restored backup."""

    def __init__(self, database: Database, ledger: Ledger, folder: MediaFolder) -> None:
        self._database = database
        self._ledger = ledger
        self._folder = folder

    async def erase(self, person_id: str, now: datetime) -> None:
        """Erase a person to the end."""
        self._ledger.append(person_id, now)
        await self._again(person_id, now, now)
        await self._database.scrub()

    async def complete(self, begun: Unfinished, now: datetime) -> None:
        """Finish an erasure that was begun in the transaction of a turn."""
        self._ledger.append(begun.person_id, now)
        await self._finish(begun, now)
        await self._database.scrub()

    async def resume(self, now: datetime) -> int:
        """At start-up: finish what a crash cut short, and apply the ledger to a restored backup; how many."""
        begun = await self._database.read(lambda unit: unit.erasures.unfinished())
        known = {entry.person_id: entry.at for entry in self._ledger.entries()}
        for one in begun:
            if one.person_id not in known:
                self._ledger.append(one.person_id, now)
            await self._finish(one, now)
        back = await self._database.read(lambda unit: unit.erasures.still_here(list(known)))
        for person_id in back:
            await self._again(person_id, known[person_id], now)
        if begun or back:
            await self._database.scrub()
        return len(begun) + len(back)

    async def _again(self, person_id: str, at: datetime, now: datetime) -> None:
        await self._finish(await self._database.write(lambda unit: unit.erasures.begin(person_id, at)), now)

    async def _finish(self, unfinished: Unfinished, now: datetime) -> None:
        self._folder.remove(unfinished.files)
        await self._database.write(lambda unit: unit.erasures.finish(unfinished.person_id, now))
