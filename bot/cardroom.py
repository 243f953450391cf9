"""Draws a card for who may see it, each time it is asked for: its words are kept nowhere in the clear."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from bot.circle.card_rights import may_see, names_on
from bot.content.models.library import Library
from bot.drawing.card import draw
from bot.drawing.print import sheet
from bot.storage.database import Database
from bot.storage.unit import Unit


class _Shown(Struct, frozen=True):
    design: Path
    text: str
    names: tuple[str, ...]


class CardRoom:
    """Gives the pictures of cards, and the paper to print them on."""

    def __init__(self, database: Database, library: Library, media: Path) -> None:
        self._database = database
        self._library = library
        self._media = media

    async def picture(self, person: str, id: str) -> bytes | None:
        """The card as a JPEG; None when it is not there, or not for this person."""
        shown = await self._database.read(lambda unit: self._find(unit, person, id))
        return await asyncio.to_thread(_drawn, shown) if shown else None

    async def preview(self, design: str, text: str, names: Sequence[str]) -> bytes | None:
        """A card that is still being made, for its maker; None when there is no such design."""
        found = self._library.cards.design(design)
        if found is None:
            return None
        file = self._media / self._library.pictures[found.picture].file
        return await asyncio.to_thread(_drawn, _Shown(file, text, tuple(names)))

    async def paper(self, person: str, id: str) -> bytes | None:
        """The same as a PDF of one page."""
        card = await self.picture(person, id)
        return await asyncio.to_thread(sheet, [card]) if card else None

    def _find(self, unit: Unit, person: str, id: str) -> _Shown | None:
        card = unit.cards.get(int(id)) if id.isascii() and id.isdecimal() and len(id) < 16 else None
        design = self._library.cards.design(card.design) if card is not None else None
        if card is None or design is None or not may_see(unit, person, card):
            return None
        file = self._media / self._library.pictures[design.picture].file
        return _Shown(file, card.text, tuple(names_on(unit, card)))


def _drawn(shown: _Shown) -> bytes:
    return draw(shown.design, text=shown.text, names=shown.names)
