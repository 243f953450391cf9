"""Fires the timers that are due, one transaction each, so that one that fails holds up no other."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import structlog

from bot import later
from bot.circle.parts import Due
from bot.circle.registry import TIMED
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.flows.engine import Turned
from bot.flows.session import Session, parse
from bot.keeping import Keeping
from bot.logs import where
from bot.posting import DEED, FLOW, Order
from bot.storage.database import Database
from bot.storage.timers import NewTimer, Outcome, TimerMark, TimerRow
from bot.storage.unit import Unit

log = structlog.get_logger(__name__)

FLOWS = {"crisis-soon": "crisis-daarna", "crisis-next-day": "crisis-daarna"}
"""What a timer with this purpose starts."""
REMINDER = "plan-vraag"
AT_ONCE = 100
"""Timers in one tick; what is left comes with the next."""
TRIES = 5
WAIT = timedelta(minutes=5)
STALE = {"crisis-soon": timedelta(hours=3), "crisis-next-day": timedelta(hours=36)}
"""So long after its moment a question is no longer about what it was set for."""
LATE = timedelta(days=2)
"""From then on the house must have been down, and what was planned comes at most one a day."""
STALE_FLOW = timedelta(days=14)
"""A flow looks up by itself whether it still makes sense; after so long nobody knows what it is about."""
DAY = timedelta(hours=20)
_TOO_LATE: tuple[Outcome, str] = ("skipped", "stale")


class Alarm:
    """Wakes sleeping conversations."""

    def __init__(
        self, database: Database, conversation: Conversation, delivery: Delivery, *, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._conversation = conversation
        self._delivery = delivery
        self._clock = clock

    async def tick(self) -> int:
        """Fires what is due; gives how many timers were handled."""
        for done in range(AT_ONCE):
            now = self._clock()
            firing = _Firing(self._conversation, now)
            try:
                timer = await self._database.write(firing.run)
            except Exception as error:  # the boundary of the tick: note it, and let the others fire
                if firing.timer is None:
                    log.error("timer.claim_failed", error=type(error).__name__, where=where(error))
                    return done
                await self._failed(firing.timer, error, now)
                continue
            if timer is None:
                return done
            self._delivery.offer(firing.keeping.parcels if firing.keeping else [])
        return AT_ONCE

    async def hurry(self, person: str) -> None:
        """Lets everything that is planned for a person come now, whatever the hour: for the demo, which has no days."""
        for timer in await self._database.read(lambda unit: unit.timers.of(person)):
            firing = _Firing(self._conversation, self._clock(), only=timer)
            await self._database.write(firing.run)
            self._delivery.offer(firing.keeping.parcels if firing.keeping else [])

    async def _failed(self, timer: TimerRow, error: Exception, now: datetime) -> None:
        why = type(error).__name__
        dead = await self._database.write(
            lambda unit: unit.timers.failed(timer, retry_at=now + WAIT, why=why, most=TRIES)
        )
        kind = timer.purpose.partition(":")[0]
        log.error("timer.failed", purpose=kind, error=why, dead=dead, where=where(error))


class _Firing:
    """One timer in one transaction."""

    def __init__(self, conversation: Conversation, now: datetime, only: TimerRow | None = None) -> None:
        self._conversation = conversation
        self._now = now
        self._only = only
        self.timer: TimerRow | None = None
        self.keeping: Keeping | None = None

    def run(self, unit: Unit) -> TimerRow | None:
        """Fires the timer that is longest overdue; None when nothing is due."""
        self.timer = self.keeping = None
        due = [self._only] if self._only else unit.timers.claim_due(self._now, 1)
        if not due:
            return None
        timer = self.timer = due[0]
        stale = self._is_stale(timer)
        moved = None if stale or self._only else self._moved(unit, timer)
        if moved is not None:
            unit.timers.set([moved])
            return timer
        state, why = self._fire(unit, timer) if not stale else _TOO_LATE
        mark = TimerMark(person_id=timer.person_id, purpose=timer.purpose, state=state, at=self._now, why=why)
        unit.timers.mark([mark])
        if self.keeping is not None:
            # After the mark, which would else take a timer that this turn sets anew.
            self.keeping.write()
        return timer

    def _is_stale(self, timer: TimerRow) -> bool:
        """Whether its moment is so long ago that it would disturb. What must be done is done, however late."""
        if timer.purpose.startswith(DEED):
            return False
        longest = STALE_FLOW if timer.purpose.startswith(FLOW) else STALE.get(timer.purpose, LATE)
        return self._now - timer.planned_at > longest

    def _moved(self, unit: Unit, timer: TimerRow) -> NewTimer | None:
        """The same timer at a better moment: when nobody may be disturbed now, or who cannot be reached is back.

        Help in a crisis never waits.
        """
        if not timer.purpose.startswith((later.REMIND, FLOW)):
            return None
        due = later.next_open(self._now)
        stored = unit.sessions.load([timer.person_id]).get(timer.person_id)
        person = unit.people.by_ids([timer.person_id]).get(timer.person_id)
        if person is not None and person.unreachable_at is not None:
            due = later.next_open(self._now + DAY)
        elif stored and self._in_need(parse(stored[0])):
            due = later.next_open(self._now + later.AGAIN)
        elif stored and self._busy(parse(stored[0])):
            due = later.next_open(self._now + later.BUSY)
        elif self._now - timer.planned_at > LATE and unit.timers.told_since(timer.person_id, self._now - DAY):
            due = later.next_open(self._now + DAY)
        if due <= self._now:
            return None
        return NewTimer(
            person_id=timer.person_id,
            purpose=timer.purpose,
            due_at=due,
            planned_at=timer.planned_at,
            payload=timer.payload,
        )

    def _in_need(self, session: Session) -> bool:
        """Whether a talk about a crisis lies open: nothing else is asked on top of that."""
        flows = (self._conversation.engine.library.flows.get(frame.flow) for frame in session.frames)
        return any(flow is not None and flow.duty == "crisis" for flow in flows)

    def _busy(self, session: Session) -> bool:
        """Whether the person is in the middle of a talk, or was asked about another task and did not answer yet."""
        if session.relay:
            return True
        asked = any(frame.flow == REMINDER for frame in session.frames)
        return asked or (session.seen is not None and self._now - session.seen < later.BUSY)

    def _turn(self, session: Session, timer: TimerRow) -> Turned | None:
        engine = self._conversation.engine
        if timer.purpose.startswith(later.REMIND):
            return engine.remind(session, REMINDER, timer.payload, self._now)
        return engine.fire(session, FLOWS[timer.purpose], self._now)

    def _fire(self, unit: Unit, timer: TimerRow) -> tuple[Outcome, str]:
        keeping = self.keeping = Keeping(unit, self._now, self._conversation)
        if timer.purpose.startswith(DEED):
            return self._do(keeping, timer)
        row, moved = keeping.bring(timer.person_id)
        if row is None or moved is None or moved.version == 0:
            return "skipped", "no session"
        if timer.purpose.startswith(FLOW):
            order = msgspec.json.decode(timer.payload, type=Order)
            if not keeping.post.tell(timer.person_id, order.name, order.given):
                return "skipped", "not wanted"
            return ("fired", "") if keeping.parcels else ("skipped", "nothing to say")
        turned = self._turn(moved.session, timer)
        if turned is None:
            return "skipped", "not wanted"
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
        return "fired", ""

    def _do(self, keeping: Keeping, timer: TimerRow) -> tuple[Outcome, str]:
        """Something of the circle whose time has come."""
        order = msgspec.json.decode(timer.payload, type=Order)
        person = keeping.bring(timer.person_id)[0]
        if person is None or order.name not in TIMED:
            return "skipped", "unknown"
        TIMED[order.name](Due(on=keeping.setting(), person=person, given=order.given, post=keeping.post))
        return "fired", ""
