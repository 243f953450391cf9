"""What happens in one transaction when someone comes in on Slack, and when their words there are urgent."""

from datetime import datetime
from typing import Literal

from bot import knocking
from bot.channels.base import Parcel
from bot.conversation import CRISIS, DOUBT, Conversation
from bot.flows.engine import Turned
from bot.flows.hearing import OPENED
from bot.flows.session import Session
from bot.keeping import Keeping
from bot.messages import Inbound
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

CHANNEL = "slack"
FIRST = "slack-eerst"
"""The flow with which an employee comes in here: whose this platform is, and what one can do where."""
EMPLOYEE = "employee"

Entered = Literal["in", "repeat", "wrong"]
Sounded = Literal["crisis", "known", "repeat"]


class Arrival:
    """Someone comes in with a code: the code is used, and the first words wait to be sent. `run` may run again."""

    def __init__(self, conversation: Conversation, inbound: Inbound, code: str, now: datetime) -> None:
        self._conversation = conversation
        self._inbound = inbound
        self._code = code
        self._now = now
        self.parcels: list[Parcel] = []

    def run(self, unit: Unit) -> Entered:
        """Work of a unit."""
        self.parcels = []
        if not unit.inbox.claim([self._inbound]):
            return "repeat"
        claimed = unit.invites.claim(self._code, self._now)
        if claimed is None:
            knocking.warn(unit, self._code, self._now)
            return "wrong"
        if not unit.people.link(CHANNEL, self._inbound.address, claimed.person_id):
            return "wrong"
        person = unit.people.by_ids([claimed.person_id])[claimed.person_id]
        keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([person])
        self._greet(keeping, person)
        keeping.write()
        self.parcels = keeping.parcels
        return "in"

    def _greet(self, keeping: Keeping, person: PersonRow) -> None:
        moved = keeping.moved[person.id]
        session = moved.session
        session.reached = (CHANNEL, self._inbound.address)
        session.seen = self._now
        turned = self._first(keeping, person, session)
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)

    def _first(self, keeping: Keeping, person: PersonRow, session: Session) -> Turned:
        """An employee hears first whose platform this is; who talked elsewhere before goes on where they were."""
        engine, around = self._conversation.engine, keeping.around(person)
        fresh = session.consent is None and session.state != "stopped"
        if session.facts.get("role", EMPLOYEE) == EMPLOYEE:
            if fresh:
                session.state = "active"
                return engine.fire(session, FIRST, self._now)
            opened = engine.open(session, FIRST, {}, self._now, around)
            if opened is not None:
                return opened
        command = OPENED if session.state == "new" and not session.frames else "resume"
        return engine.turn(session, _command(self._inbound, command), self._now, around=around)


class Alarmed:
    """Words that are urgent, on a platform where they may not be kept: help comes, the words stay nowhere."""

    def __init__(self, conversation: Conversation, inbound: Inbound, urgent: str, now: datetime) -> None:
        self._conversation = conversation
        self._inbound = inbound
        self._urgent = urgent
        self._now = now
        self.parcels: list[Parcel] = []

    def run(self, unit: Unit) -> Sounded:
        """Work of a unit; in the talk about a crisis a doubtful word is nothing new."""
        self.parcels = []
        address = (CHANNEL, self._inbound.address)
        if not unit.inbox.claim([self._inbound]):
            return "repeat"
        person = unit.people.by_addresses([address]).get(address)
        if person is None:
            return "known"
        keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([person])
        moved, engine = keeping.moved[person.id], self._conversation.engine
        if self._urgent == "doubtful" and self._attended(moved.session):
            return "known"
        moved.session.reached = address
        moved.session.seen = self._now
        if person.unreachable_at is not None:
            unit.people.set_unreachable(person.id, None)
        turned = engine.fire(moved.session, CRISIS if self._urgent == "certain" else DOUBT, self._now)
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
        keeping.write()
        self.parcels = keeping.parcels
        return "crisis"

    def _attended(self, session: Session) -> bool:
        flow = self._conversation.engine.library.flows.get(session.top.flow) if session.top else None
        return flow is not None and flow.duty == "crisis"


def _command(inbound: Inbound, name: str) -> Inbound:
    return Inbound(
        channel=CHANNEL, address=inbound.address, external_id="", kind="command", at=inbound.at, data=name
    )  # fmt: skip
