"""Lines of the web chat: made from what a turn gave, and from what is stored of a conversation."""

from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec

from bot import spoken
from bot.batch import Result
from bot.channels.base import Parcel
from bot.channels.web.desk import Line
from bot.content.models.library import Library
from bot.content.models.step_base import SpokenStep
from bot.flows.hearing import WHOLE
from bot.flows.opening import FIRST
from bot.messages import Outbound
from bot.storage.lines import Line as StoredLine

_outbound = msgspec.json.Decoder(Outbound)


def lines_of(result: Result) -> list[Line]:
    """The own line, and what was said to it."""
    own = own_line(result)
    said = [said_line(parcel, result.at) for parcel in result.parcels]
    return [own, *said] if own else said


def news_of(result: Result, channel: str) -> list[Line]:
    """The own line, and what was said to it on another channel than this one, by which all else comes."""
    own = own_line(result)
    said = [said_line(parcel, result.at) for parcel in result.parcels if parcel.channel != channel]
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


def shown_lines(rows: Iterable[StoredLine], after: int, apart: Collection[str]) -> list[Line]:
    """The lines after a place, without what was said `apart`: on another platform, about that platform."""
    lines = [(row.channel, stored_line(row)) for row in rows if row.n > after]
    return [line for channel, line in lines if channel == WHOLE or line.out is None or line.text not in apart]


def said_first(library: Library) -> frozenset[str]:
    """What is said first on each platform, about whose it is."""
    steps = [step for flow in FIRST.values() if flow in library.flows for step in library.flows[flow].steps]
    spoken = [step for step in steps if isinstance(step, SpokenStep)]
    return frozenset(text for step in spoken for text in (step.text, step.simpler) if text)


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
