"""How a deed reaches other people within the same transaction: what they are told now, and what comes later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from bot import later
from bot.flows.effects import Said
from bot.flows.session import Asked, Session
from bot.messages import Outbound
from bot.reaching import reach
from bot.storage.timers import NewTimer

if TYPE_CHECKING:
    from bot.keeping import Keeping

FLOW, DEED = "flow:", "deed:"
"""How the purpose of a timer begins that opens a flow, or does a deed: `flow:NAME:ID`."""


class Order(Struct, frozen=True):
    """The payload of such a timer: which flow or deed, and the ids for it; never what somebody typed."""

    name: str
    given: dict[str, str]


def flow_at(person: str, flow: str, given: Mapping[str, str], at: datetime, *, mark: str = "") -> NewTimer:
    """The timer that opens a flow for this person at the first open moment; one for each `mark`, else for each id."""
    order = Order(flow, dict(given))
    purpose = f"{FLOW}{flow}:{mark or next(iter(order.given.values()), '')}"
    payload = msgspec.json.encode(order).decode()
    return NewTimer(person_id=person, purpose=purpose, due_at=later.next_open(at), planned_at=at, payload=payload)


def split(said: Sequence[Outbound], asked: Asked | None) -> tuple[Sequence[Outbound], Sequence[Outbound]]:
    """What a turn tells, and the question with which it ends, of which a step may make more than one bubble."""
    last = said[-1].ask if said else None
    if asked is None or last is None or last.seq != asked.seq:
        return said, ()
    at = len(said) - 1
    while at > 0 and asked.step and said[at - 1].step == asked.step:
        at -= 1
    return said[:at], said[at:]


def overtaken(asked: Asked | None, now: Asked | None) -> bool:
    """Whether a deed of this turn opened something that asks `now`: what the turn `asked` comes back after that."""
    return asked is not None and now is not None and asked.seq != now.seq


class Posting:
    """Implements the `Post` of the circle."""

    def __init__(self, keeping: "Keeping") -> None:
        self._keeping = keeping

    def tell(self, person: str, flow: str, given: Mapping[str, str]) -> bool:
        """Opens a flow in this person's conversation now; False when they may not be disturbed."""
        keeping = self._keeping
        row, moved = keeping.bring(person)
        if row is None or moved is None:
            return False
        if self._waits(moved.session, flow):
            self.later(person, flow, given, keeping.now + later.BUSY)
            return True
        engine = keeping.conversation.engine
        turned = engine.open(moved.session, flow, given, keeping.now, keeping.around(row))
        if turned is None:
            return False
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
        return True

    def _waits(self, session: Session, flow: str) -> bool:
        """Whether this must not come between an employee and the human with whom they talk now."""
        library = self._keeping.conversation.engine.library
        role = session.facts.get("role") or "employee"
        known = library.flows.get(flow)
        urgent = known is not None and known.duty == "crisis"
        talk = library.starts.get((role, "talk"))
        return bool(session.relay) and role == "employee" and not urgent and flow != talk

    def say(self, person: str, bubble: Outbound) -> None:
        """Says one thing in this person's conversation, beside what is asked there."""
        _, moved = self._keeping.bring(person)
        if moved is not None:
            moved.session.n += 1
            self._keeping.effects(moved.session, [Said(moved.session.n, bubble)])

    def session(self, person: str) -> Session | None:
        """Where this person stands, to be changed in place; None for who never came in."""
        row, moved = self._keeping.bring(person)
        return moved.session if row is not None and moved is not None else None

    def reach(self, person: str, here: tuple[str, str]) -> None:
        """From now on this person hears us here."""
        if self.session(person) is not None:
            reach(self._keeping, person, here)

    def shut_out(self, person: str) -> None:
        """Who reads along is looked at again, after this."""
        self._keeping.shut_out.add(person)

    def later(self, person: str, flow: str, given: Mapping[str, str], at: datetime) -> None:
        """Opens a flow at a moment, outside quiet hours."""
        self._set(person, FLOW, Order(flow, dict(given)), (later.next_open(at), at))

    def do_later(self, person: str, deed: str, given: Mapping[str, str], at: datetime) -> None:
        """Does one of the timed things at that moment, whatever the hour."""
        self._set(person, DEED, Order(deed, dict(given)), (at, at))

    def call_off(self, person: str, name: str, id: str) -> None:
        """Takes back what was set for later about this id."""
        purposes = [f"{kind}{name}:{id}" for kind in (FLOW, DEED)]
        self._keeping.cancel([(person, purpose) for purpose in purposes])

    def _set(self, person: str, kind: str, order: Order, when: tuple[datetime, datetime]) -> None:
        id = next(iter(order.given.values()), "")
        payload = msgspec.json.encode(order).decode()
        purpose = f"{kind}{order.name}:{id}"
        due, planned = when
        self._keeping.plan(NewTimer(person_id=person, purpose=purpose, due_at=due, planned_at=planned, payload=payload))
