"""The work of one transaction: claims what came in, loads who it is from, runs each turn, writes once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct

from bot import spoken
from bot.channels.base import Parcel
from bot.conversation import Conversation
from bot.errors import SealBrokenError
from bot.flows.engine import Turned
from bot.keeping import Keeping
from bot.messages import Inbound
from bot.reaching import reach
from bot.spoken import Spoken
from bot.storage.erasures import Unfinished
from bot.storage.inbox import Settled
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

Outcome = Literal["done", "repeat", "stranger", "failed", "gone"]


class OwnLine(Struct, frozen=True):
    """The person's own line as it was kept."""

    n: int
    inbound: Inbound
    spoken: Spoken


class Result(Struct, frozen=True, kw_only=True):
    """What became of one message: the own line, and what was said to it (already on its way).

    `standing` is the flow/step at which the person now stands.
    """

    outcome: Outcome
    at: datetime
    person: str = ""
    standing: str = ""
    own: OwnLine | None = None
    parcels: tuple[Parcel, ...] = ()


class Batch:
    """One group of messages within one transaction. Work may run again after a clash: each run begins anew."""

    def __init__(self, conversation: Conversation, now: datetime) -> None:
        self._conversation = conversation
        self._now = now
        self._keeping: Keeping | None = None

    @property
    def parcels(self) -> list[Parcel]:
        """What must be sent, after the commit."""
        return [*self._keeping.along, *self._keeping.parcels] if self._keeping else []

    @property
    def shut_out(self) -> set[str]:
        """Of whom a login has ended."""
        return self._keeping.shut_out if self._keeping else set()

    @property
    def unfinished(self) -> list[Unfinished]:
        """Erasures whose files must still go."""
        return self._keeping.unfinished if self._keeping else []

    def run(self, unit: Unit, group: Sequence[Inbound]) -> list[Result]:
        """Claims, loads, runs each turn, writes once."""
        keeping = self._keeping = Keeping(unit, self._now, self._conversation)
        fresh = unit.inbox.claim(group)
        people = unit.people.by_addresses([(one.channel, one.address) for one in group])
        keeping.load(people.values())
        results = []
        for one in group:
            key = (one.channel, one.external_id)
            person = people.get((one.channel, one.address))
            if key not in fresh:
                results.append(Result(outcome="repeat", at=self._now, person=person.id if person else ""))
            elif person is None:
                results.append(Result(outcome="stranger", at=self._now))
            else:
                fresh.discard(key)
                results.append(self._turn(keeping, person, one))
        keeping.write()
        return _addressed(keeping, results)

    def quarantine(self, unit: Unit, inbound: Inbound, error: str) -> Result:
        """Sets a message apart that could not be handled, and says sorry; the open question stays open."""
        keeping = self._keeping = Keeping(unit, self._now, self._conversation)
        address = (inbound.channel, inbound.address)
        person = unit.people.by_addresses([address]).get(address)
        kept = msgspec.structs.replace(inbound, text=self._conversation.watch.mask(inbound.text))
        body = msgspec.json.encode(kept)
        unit.quarantine.put(inbound, person_id=person.id if person else None, error=error, body=body, at=self._now)
        if person is None or not self._readable(keeping, person):
            return Result(outcome="failed", at=self._now, person=person.id if person else "")
        reach(keeping, person.id, address)
        session = keeping.moved[person.id].session
        turned = self._conversation.engine.apologise(session, self._now)
        result = self._keep(keeping, person, inbound, turned)
        keeping.write()
        return msgspec.structs.replace(_addressed(keeping, [result])[0], outcome="failed")

    def _readable(self, keeping: Keeping, person: PersonRow) -> bool:
        """Loads the session; False when that itself is what fails, so that there is nobody to say sorry to."""
        try:
            keeping.load([person])
        except (msgspec.DecodeError, SealBrokenError):
            return False
        return True

    def _turn(self, keeping: Keeping, person: PersonRow, inbound: Inbound) -> Result:
        if person.id in keeping.erased:
            return Result(outcome="gone", at=self._now, person=person.id)
        if person.unreachable_at is not None:
            keeping.unit.people.set_unreachable(person.id, None)
        reach(keeping, person.id, (inbound.channel, inbound.address))
        session = keeping.moved[person.id].session
        session.seen = self._now
        turned = self._conversation.turn(session, inbound, self._now, keeping.around(person))
        return self._keep(keeping, person, inbound, turned)

    def _keep(self, keeping: Keeping, person: PersonRow, inbound: Inbound, turned: Turned) -> Result:
        keeping.moved[person.id].session = turned.session
        body = spoken.dump(inbound, turned.shown)
        own = None
        if turned.shown or inbound.media:
            own = OwnLine(turned.n, inbound, spoken.parse(body))
            keeping.settle(
                Settled(
                    channel=inbound.channel,
                    external_id=inbound.external_id,
                    person_id=person.id,
                    n=turned.n,
                    body=body,
                )
            )
        said = keeping.effects(turned.session, turned.effects)
        outcome: Outcome = "gone" if person.id in keeping.erased else "done"
        top = turned.session.top
        standing = f"{top.flow}/{top.step}" if top else ""
        return Result(outcome=outcome, at=self._now, standing=standing, person=person.id, own=own, parcels=tuple(said))


def _addressed(keeping: Keeping, results: Sequence[Result]) -> list[Result]:
    """The same results with the ids that the bubbles got in the outbox."""
    known = {(parcel.person, parcel.n): parcel for parcel in keeping.parcels}
    return [
        msgspec.structs.replace(one, parcels=tuple(known.get((each.person, each.n), each) for each in one.parcels))
        for one in results
    ]
