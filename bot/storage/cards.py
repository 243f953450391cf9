"""Cards that colleagues send: what stands on them, who signs them, and how far they are on their way."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from bot.storage.bulk import BulkInsert
from bot.storage.circle_tables import cards, signers
from bot.storage.repository import AnyRow, Repository

State = Literal["draft", "round", "waiting", "delivered", "closed"]
"""Only its maker knows a `draft`; colleagues sign in the `round`; it is `closed` when it may not be delivered."""
Says = Literal["asked", "yes", "no"]
TEXT, NAMES, THANKS = "card text", "card names", "card thanks"

_ASK = BulkInsert(
    signers, "card_id", "person_id", "answer", "asked_at", finish=lambda insert: insert.on_conflict_do_nothing()
)
_FREE: tuple[State, ...] = ("draft", "round")


class NewCard(Struct, frozen=True, kw_only=True):
    """A card for `person_id`."""

    person_id: str
    maker_id: str
    design: str
    text: str
    made_at: datetime


class Card(Struct, frozen=True, kw_only=True):
    """A card with its words unsealed. `names` are known once it is on its way; `due_at` is when it may come."""

    id: int
    person_id: str
    maker_id: str | None
    design: str
    text: str
    names: tuple[str, ...]
    state: State
    made_at: datetime
    due_at: datetime
    delivered_at: datetime | None
    thanked_at: datetime | None
    thanks: str


class Cards(Repository):
    """Cards, each change guarded by the state that it needs. Every word is sealed with the key of whom it is for."""

    def add(self, card: NewCard) -> int:
        """Keep a draft; gives its id."""
        row = {
            "person_id": card.person_id,
            "maker_id": card.maker_id,
            "design": card.design,
            "text_sealed": self._keys.seal(card.person_id, TEXT, card.text.encode()),
            "names_sealed": self._names(card.person_id, ()),
            "state": "draft",
            "made_at": card.made_at,
            "due_at": card.made_at,
        }
        id: int = self._connection.execute(insert(cards).returning(cards.c.id), row).scalar_one()
        return id

    def get(self, card_id: int) -> Card | None:
        """This one, wherever it is."""
        return next(iter(self._all(cards.c.id == card_id)), None)

    def of(self, person_id: str) -> list[Card]:
        """All that this person received, the oldest first."""
        return self._all(and_(cards.c.person_id == person_id, cards.c.delivered_at.is_not(None)))

    def by(self, maker_id: str) -> list[Card]:
        """All that this person made and sent, the oldest first."""
        return self._all(and_(cards.c.maker_id == maker_id, cards.c.state != "draft"))

    def under_way(self, person_id: str, *states: State) -> list[Card]:
        """What is in one of these states for this person, the oldest first."""
        return self._all(and_(cards.c.person_id == person_id, cards.c.state.in_(states)))

    def send(self, card: Card, names: Sequence[str], due_at: datetime) -> bool:
        """Put it on its way with these names on it; False when it was on its way already, or may not go."""
        values = {"state": "waiting", "due_at": due_at, "names_sealed": self._names(card.person_id, names)}
        return self._move(card.id, _FREE, values)

    def gather(self, card_id: int, until: datetime) -> bool:
        """Let others sign it until then."""
        return self._move(card_id, ("draft",), {"state": "round", "due_at": until})

    def deliver(self, card_id: int, at: datetime) -> bool:
        """Note that it was brought."""
        return self._move(card_id, ("waiting",), {"state": "delivered", "delivered_at": at})

    def close(self, card: Card) -> bool:
        """It will not be brought; its words go. False when it was brought already."""
        empty = {"text_sealed": self._keys.seal(card.person_id, TEXT, b""), "names_sealed": self._names(card.person_id)}
        return self._move(card.id, (*_FREE, "waiting"), {"state": "closed", **empty})

    def thank(self, card: Card, words: str, at: datetime) -> bool:
        """Note thanks, in words or without; False when that was done before."""
        here = (cards.c.id == card.id, cards.c.state == "delivered", cards.c.thanked_at.is_(None))
        sealed = self._keys.seal(card.person_id, THANKS, words.encode())
        changed = update(cards).where(*here).values(thanked_at=at, thanks_sealed=sealed)
        return self._connection.execute(changed).rowcount == 1

    def drop(self, maker_id: str, *but: int) -> None:
        """Throw away the drafts of this maker, except these."""
        old = and_(cards.c.maker_id == maker_id, cards.c.state == "draft", cards.c.id.not_in(but))
        ids = select(cards.c.id).where(old)
        self._connection.execute(delete(signers).where(signers.c.card_id.in_(ids)))
        self._connection.execute(delete(cards).where(old))

    # Signing together

    def ask(self, card_id: int, people: Sequence[str], at: datetime) -> None:
        """Note that these people were asked to sign it too."""
        if people:
            _ASK.run(self._connection, [(card_id, one, "asked", at) for one in people])

    def signers(self, card_id: int) -> dict[str, Says]:
        """Who was asked, in that order, and what they said."""
        wanted = select(signers.c.person_id, signers.c.answer).where(signers.c.card_id == card_id)
        rows = self._connection.execute(wanted.order_by(signers.c.asked_at, signers.c.person_id))
        return {row.person_id: row.answer for row in rows}

    def says(self, card_id: int, person_id: str, says: Says) -> bool:
        """Note what someone says who was asked; False for anybody else, and for who answered."""
        here = (signers.c.card_id == card_id, signers.c.person_id == person_id, signers.c.answer == "asked")
        return self._connection.execute(update(signers).where(*here).values(answer=says)).rowcount == 1

    # Within

    def _move(self, card_id: int, states: Sequence[State], values: dict[str, Any]) -> bool:
        here = (cards.c.id == card_id, cards.c.state.in_(states))
        return self._connection.execute(update(cards).where(*here).values(**values)).rowcount == 1

    def _names(self, person_id: str, names: Sequence[str] = ()) -> bytes:
        return self._keys.seal(person_id, NAMES, msgspec.json.encode(tuple(names)))

    def _all(self, wanted: ColumnElement[bool]) -> list[Card]:
        rows = self._connection.execute(select(cards).where(wanted).order_by(cards.c.made_at, cards.c.id)).all()
        self._keys.fetch(row.person_id for row in rows)
        return [self._card(row) for row in rows]

    def _card(self, row: AnyRow) -> Card:
        thanks = self._keys.unseal(row.person_id, THANKS, row.thanks_sealed) if row.thanks_sealed else b""
        names = self._keys.unseal(row.person_id, NAMES, row.names_sealed)
        return Card(
            id=row.id, person_id=row.person_id, maker_id=row.maker_id, design=row.design, state=row.state,
            text=self._keys.unseal(row.person_id, TEXT, row.text_sealed).decode(),
            names=msgspec.json.decode(names, type=tuple[str, ...]),
            made_at=row.made_at, due_at=row.due_at, delivered_at=row.delivered_at, thanked_at=row.thanked_at,
            thanks=thanks.decode(),
        )  # fmt: skip
