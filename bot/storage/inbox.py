"""The inbox: what people sent, each thing once and for ever."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy import bindparam, select, update

from bot.messages import Inbound
from bot.storage.bulk import BulkInsert, BulkUpdate, Values
from bot.storage.repository import AnyRow, Repository
from bot.storage.tables import inbox

InboundKey = tuple[str, str]


class Settled(Struct, frozen=True, kw_only=True):
    """A claimed message as it is kept: whose it is, its place `n` in their conversation, and what it said."""

    channel: str
    external_id: str
    person_id: str
    n: int
    body: bytes


class ReceivedRow(Struct, frozen=True, kw_only=True):
    """Something that a person sent, unsealed."""

    n: int
    channel: str
    external_id: str
    kind: str
    body: bytes
    at: datetime


class _Kept(Struct, frozen=True, array_like=True):
    """What is sealed: the platform's id too, because it can hold an address."""

    external_id: str
    body: bytes


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Kept)

_CLAIM = BulkInsert(
    inbox,
    "channel",
    "external_id",
    "kind",
    "at",
    "state",
    finish=lambda insert: insert.on_conflict_do_nothing().returning(inbox.c.channel, inbox.c.external_id),
)
_SETTLE = BulkUpdate(
    update(inbox)
    .where(inbox.c.channel == bindparam("b_channel"), inbox.c.external_id == bindparam("b_external_id"))
    .values(person_id=bindparam("b_person"), n=bindparam("b_n"), body_sealed=bindparam("b_body")),
    "b_channel",
    "b_external_id",
    "b_person",
    "b_n",
    "b_body",
)
_KEPT = (inbox.c.n, inbox.c.channel, inbox.c.kind, inbox.c.body_sealed, inbox.c.at)
_MINE = (inbox.c.person_id == bindparam("person"), inbox.c.body_sealed.is_not(None))
_AFTER = select(*_KEPT).where(*_MINE, inbox.c.n > bindparam("n")).order_by(inbox.c.n).limit(bindparam("most"))
_BEFORE = select(*_KEPT).where(*_MINE, inbox.c.n < bindparam("n")).order_by(inbox.c.n.desc()).limit(bindparam("most"))


class Inbox(Repository):
    """What people sent. A row stays for ever; the purge takes the text and the person out of it."""

    def claim(self, arrivals: Iterable[Inbound]) -> set[InboundKey]:
        """Claim what came in; gives back the (channel, external_id) that were never seen before."""
        clear: dict[InboundKey, InboundKey] = {}
        rows: dict[InboundKey, Values] = {}
        for arrival in arrivals:
            channel, external_id = arrival.channel, arrival.external_id
            digest = self._digest(channel, external_id)
            clear[channel, digest] = (channel, external_id)
            rows[channel, digest] = (channel, digest, arrival.kind, arrival.at, "done")
        # Sorted: two workers that claim the same messages wait for each other, and never in a circle.
        fresh = _CLAIM.returning(self._connection, [rows[key] for key in sorted(rows)])
        return {clear[channel, digest] for channel, digest in fresh}

    def settle(self, settled: Sequence[Settled]) -> None:
        """Keep what claimed messages said, in the place that they got in the conversation."""
        rows = [
            (one.channel, self._digest(one.channel, one.external_id), one.person_id, one.n, self._seal(one))
            for one in settled
        ]
        _SETTLE.run(self._connection, rows)

    def history(self, person_id: str, after: int, limit: int) -> list[ReceivedRow]:
        """What a person sent after place `after`, in order."""
        rows = self._connection.execute(_AFTER, {"person": person_id, "n": after, "most": limit})
        return [self._row(person_id, row) for row in rows]

    def history_before(self, person_id: str, before: int, limit: int) -> list[ReceivedRow]:
        """The last things that a person sent before place `before`, in order."""
        rows = self._connection.execute(_BEFORE, {"person": person_id, "n": before, "most": limit})
        return [self._row(person_id, row) for row in rows][::-1]

    def _seal(self, one: Settled) -> bytes:
        kept = _encoder.encode(_Kept(one.external_id, one.body))
        return self._keys.seal(one.person_id, f"in {one.n}", kept)

    def _row(self, person_id: str, row: AnyRow) -> ReceivedRow:
        kept = _decoder.decode(self._keys.unseal(person_id, f"in {row.n}", row.body_sealed))
        return ReceivedRow(
            n=row.n,
            channel=row.channel,
            external_id=kept.external_id,
            kind=row.kind,
            body=kept.body,
            at=row.at,
        )

    def _digest(self, channel: str, external_id: str) -> str:
        return self._keys.vault.digest(channel, external_id)
