"""Lines of the web chat: made from what a turn gave, and from what is stored of a conversation."""

from datetime import datetime

import msgspec

from bot import spoken
from bot.batch import Result
from bot.channels.base import Parcel
from bot.channels.web.desk import Line
from bot.messages import Outbound
from bot.storage.lines import Line as StoredLine

_outbound = msgspec.json.Decoder(Outbound)


def lines_of(result: Result) -> list[Line]:
    """The own line, and what was said to it."""
    own = own_line(result)
    said = [said_line(parcel, result.at) for parcel in result.parcels]
    return [own, *said] if own else said


def own_line(result: Result) -> Line | None:
    """The person's own line, if the message left one."""
    own = result.own
    if own is None:
        return None
    return Line(
        n=own.n,
        who="me",
        at=own.inbound.at,
        text=own.spoken.text,
        kind=own.inbound.kind,
        data=own.spoken.data,
        media=own.spoken.media,
        id=own.inbound.external_id.partition(":")[2],
    )


def said_line(parcel: Parcel, at: datetime) -> Line:
    """A bubble."""
    return Line(
        n=parcel.n, who="opstap", at=at, text=parcel.outbound.text, kind=parcel.outbound.kind, out=parcel.outbound
    )


def stored_line(row: StoredLine) -> Line:
    """A line as it was kept."""
    if row.side == "out":
        out = _outbound.decode(row.body)
        return Line(n=row.n, who="opstap", at=row.at, text=out.text, kind=out.kind, out=out)
    said = spoken.parse(row.body)
    return Line(
        n=row.n,
        who="me",
        at=row.at,
        text=said.text,
        kind=row.kind,
        data=said.data,
        media=said.media,
        id=row.external_id.partition(":")[2],
    )
