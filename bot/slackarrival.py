"""What happens in one transaction when words on Slack are urgent."""

from datetime import datetime
from itertools import takewhile
from typing import Literal

from bot.channels.base import Parcel
from bot.content.models.library import Library
from bot.content.models.steps import SayStep
from bot.conversation import CRISIS, DOUBT, Conversation
from bot.flows.session import Session
from bot.keeping import Keeping
from bot.messages import Inbound
from bot.reaching import reach
from bot.storage.unit import Unit

CHANNEL = "slack"
EMPLOYEE = "employee"

Sounded = Literal["crisis", "known", "repeat"]


def helping(library: Library) -> tuple[str, ...]:
    """What is said at once to who is in certain danger, before anything is asked."""
    first = takewhile(lambda step: isinstance(step, SayStep), library.flows[CRISIS].steps)
    return tuple(step.text for step in first if isinstance(step, SayStep))


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
        reach(keeping, person.id, address)
        moved.session.seen = self._now
        if person.unreachable_at is not None:
            unit.people.set_unreachable(person.id, None)
        turned = engine.fire(moved.session, CRISIS if self._urgent == "certain" else DOUBT, self._now)
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
        keeping.write()
        self.parcels = [*keeping.along, *keeping.parcels]
        return "crisis"

    def _attended(self, session: Session) -> bool:
        flow = self._conversation.engine.library.flows.get(session.top.flow) if session.top else None
        return flow is not None and flow.duty == "crisis"
