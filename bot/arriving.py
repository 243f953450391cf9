"""Someone comes in with a code, on any platform: one transaction in which the code is used and the first words wait."""

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from bot import knocking
from bot.channels.base import Parcel
from bot.conversation import Conversation
from bot.flows.engine import Turned
from bot.flows.opening import FIRST
from bot.keeping import Keeping
from bot.messages import Inbound
from bot.reaching import reach
from bot.storage.codes import token_hash
from bot.storage.people import PersonRow
from bot.storage.unit import Unit
from bot.storage.ways import Way, id_of

TOLD, WAY = "koppel-nieuw", "way"
"""The flow in which somebody hears that they came in by one more way, and the key under which it finds which."""
TAKEN = "koppel-bezet"
"""The flow in which somebody hears that the code of somebody else does nothing for them."""
OWN = "own"
"""The purpose of a code with which somebody goes from a platform to the own chat to type a word: nothing is told."""

Entered = Literal["in", "repeat", "wrong"]


class Knock(Struct, frozen=True, kw_only=True):
    """A code at the door of a channel: by a message on a platform, or by a page that gets a login of that length."""

    channel: str
    code: str
    inbound: Inbound | None = None
    token: str = ""
    lasts: timedelta = timedelta(0)


class Arrival:
    """The work of a unit; it may run again after a clash. `person` is who came in, `name` what they are called."""

    def __init__(self, conversation: Conversation, knock: Knock, now: datetime) -> None:
        self._conversation = conversation
        self._knock = knock
        self._now = now
        self._keeping: Keeping | None = None
        self.person: PersonRow | None = None
        self.name = ""

    @property
    def parcels(self) -> list[Parcel]:
        """What must be sent, after the commit."""
        return [*self._keeping.along, *self._keeping.parcels] if self._keeping else []

    def run(self, unit: Unit) -> Entered:
        """Uses up the code; a code that does not work (any more) says nothing of why."""
        self._keeping, knock = None, self._knock
        if knock.inbound is not None and not unit.inbox.claim([knock.inbound]):
            return "repeat"
        claimed = unit.invites.claim(knock.code, self._now)
        if claimed is None:
            knocking.warn(unit, knock.code, self._now)
            return "wrong"
        self.person = unit.people.by_ids([claimed.person_id])[claimed.person_id]
        self.name = unit.people.names([claimed.person_id]).get(claimed.person_id, "")
        others = unit.ways.of(claimed.person_id, self._now)
        new = self._open(unit, self.person)
        if new is None:
            return "wrong"
        if self.person.unreachable_at is not None:
            unit.people.set_unreachable(claimed.person_id, None)
        keeping = self._keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([self.person])
        told = claimed.purpose != OWN and bool(others) and self._tell(keeping, self.person, others, new)
        self._welcome(keeping, self.person, told=told)
        keeping.write()
        return "in"

    def _open(self, unit: Unit, person: PersonRow) -> str | None:
        """Makes the new way; gives its name, or None when the account is somebody's already."""
        knock = self._knock
        if knock.inbound is None:
            unit.web_sessions.open(knock.token, person.id, now=self._now, lasts=knock.lasts)
            return id_of(token_hash(knock.token))
        if not unit.people.link(knock.channel, knock.inbound.address, person.id):
            return None
        return unit.ways.id_at(knock.channel, knock.inbound.address)

    def _tell(self, keeping: Keeping, person: PersonRow, others: list[Way], new: str) -> bool:
        """Where somebody was in already they hear of it at once, whatever goes on there; False when nothing can be."""
        moved = keeping.moved[person.id]
        places = [(one.channel, one.address or person.handle) for one in others]
        if moved.session.reached not in places:
            moved.session.reached = places[0]
        told = self._conversation.engine.open(moved.session, TOLD, {WAY: new}, self._now, keeping.around(person))
        if told is not None:
            self._keep(keeping, person, told)
        return told is not None

    def _welcome(self, keeping: Keeping, person: PersonRow, *, told: bool) -> None:
        """On a platform everything begins with what that is; the web chat shows by itself what was said before."""
        knock, moved = self._knock, keeping.moved[person.id]
        here = (knock.channel, knock.inbound.address if knock.inbound else person.handle)
        on_web = knock.inbound is None
        reach(keeping, person.id, here)
        moved.session.seen = self._now
        if on_web and not told:
            return
        engine, first = self._conversation.engine, FIRST.get(knock.channel, "")
        self._keep(keeping, person, engine.arrive(moved.session, first, self._now, keeping.around(person)))

    def _keep(self, keeping: Keeping, person: PersonRow, turned: Turned) -> None:
        keeping.moved[person.id].session = turned.session
        keeping.effects(turned.session, turned.effects)


class Refusal:
    """Someone who is in already tries the code of somebody else: they stay who they are, and hear so."""

    def __init__(self, conversation: Conversation, inbound: Inbound, now: datetime) -> None:
        self._conversation = conversation
        self._inbound = inbound
        self._now = now
        self._keeping: Keeping | None = None

    @property
    def parcels(self) -> list[Parcel]:
        """What must be sent, after the commit."""
        return [*self._keeping.along, *self._keeping.parcels] if self._keeping else []

    def run(self, unit: Unit) -> Entered:
        """Work of a unit; may run again after a clash."""
        self._keeping, inbound = None, self._inbound
        address = (inbound.channel, inbound.address)
        person = unit.people.by_addresses([address]).get(address)
        if person is None or not unit.inbox.claim([inbound]):
            return "repeat"
        keeping = self._keeping = Keeping(unit, self._now, self._conversation)
        keeping.load([person])
        reach(keeping, person.id, address)
        moved, engine = keeping.moved[person.id], self._conversation.engine
        moved.session.seen = self._now
        turned = engine.open(moved.session, TAKEN, {}, self._now, keeping.around(person))
        if turned is not None:
            moved.session = turned.session
            keeping.effects(turned.session, turned.effects)
        turned = engine.arrive(moved.session, "", self._now, keeping.around(person))
        moved.session = turned.session
        keeping.effects(turned.session, turned.effects)
        keeping.write()
        return "in"
