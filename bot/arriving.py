"""Someone comes in on Telegram with a code: it is used up, and the first words wait to be sent, in one transaction."""

from datetime import datetime

from bot import knocking
from bot.channels.base import Parcel
from bot.channels.telegram.desk import Entered
from bot.conversation import Conversation
from bot.keeping import Keeping
from bot.messages import Inbound
from bot.storage.people import PersonRow
from bot.storage.unit import Unit

FIRST = "telegram-eerst"
"""The flow with which everybody comes in here: what this platform may know of them, and where they can go instead."""


class Arrival:
    """Someone comes in with a code, in one transaction: the code is used, and the first words wait to be sent."""

    def __init__(self, conversation: Conversation, inbound: Inbound, code: str, now: datetime) -> None:
        self._conversation = conversation
        self._inbound = inbound
        self._code = code
        self._now = now
        self.parcels: list[Parcel] = []

    def run(self, unit: Unit) -> Entered:
        """Work of a unit; may run again after a clash."""
        self.parcels = []
        inbound = self._inbound
        if not unit.inbox.claim([inbound]):
            return "repeat"
        claimed = unit.invites.claim(self._code, self._now)
        if claimed is None:
            knocking.warn(unit, self._code, self._now)
            return "wrong"
        if not unit.people.link(inbound.channel, inbound.address, claimed.person_id):
            return "wrong"
        person = unit.people.by_ids([claimed.person_id])[claimed.person_id]
        keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([person])
        self._greet(keeping, person)
        keeping.write()
        self.parcels = keeping.parcels
        return "in"

    def _greet(self, keeping: Keeping, person: PersonRow) -> None:
        """Who is new hears of the platform before anything else; for who was here already it comes on top."""
        moved, engine = keeping.moved[person.id], self._conversation.engine
        session = moved.session
        session.reached = (self._inbound.channel, self._inbound.address)
        session.seen = self._now
        if session.consent is None and session.state != "stopped":
            session.state = "active"
            turned = engine.fire(session, FIRST, self._now)
        else:
            opened = engine.open(session, FIRST, {}, self._now, keeping.around(person))
            again = Inbound(
                channel=self._inbound.channel,
                address=self._inbound.address,
                external_id="",
                kind="command",
                at=self._now,
                data="resume",
            )
            turned = opened or engine.turn(session, again, self._now, around=keeping.around(person))
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
