"""One turn: safety looks first, then the engine answers; what must be done is in the effects."""

from datetime import datetime

from msgspec import structs

from bot.content.models.library import Library
from bot.flows.effects import Acted
from bot.flows.engine import Engine, Turned
from bot.flows.session import Session
from bot.messages import Inbound
from bot.safety.look import Watch

CRISIS = "crisis"
DOUBT = "crisis-vraag"
LOOK_BACK = 3
"""Messages that are read together: a person may spread a sentence over several."""
REMEMBERED = 300
"""Characters of each earlier message that are read again."""


class Conversation:
    """Joins `safety` and the engine. Pure: the same session, input and time give the same turn."""

    def __init__(self, library: Library) -> None:
        self.engine = Engine(library)
        self.watch = Watch(library.signals)

    def turn(self, session: Session, inbound: Inbound, now: datetime) -> Turned:
        """What the person gets, and what the session becomes."""
        if inbound.kind != "text":
            return self.engine.turn(session, inbound, now)
        seen = self.watch.look(inbound.text)
        urgent = seen.crisis or self._spread(session, inbound.text)
        if seen.number:
            inbound = structs.replace(inbound, text=self.watch.mask(inbound.text))
        if urgent is not None and not self._attended(session, urgent):
            flow = CRISIS if urgent == "certain" else DOUBT
            turned = self.engine.interrupt(session, flow, inbound, now)
            turned.effects.append(Acted("signalled", flow))
            turned.session.recent = ()
            return turned
        marks = tuple(name for name, on in (("medical", seen.medical), ("number", seen.number)) if on)
        turned = self.engine.turn(session, inbound, now, marks)
        turned.session.recent = (*session.recent, inbound.text[:REMEMBERED])[-(LOOK_BACK - 1) :]
        return turned

    def _spread(self, session: Session, text: str) -> str | None:
        """A crisis sentence over several messages; what the earlier ones said by themselves was seen before."""
        if not session.recent:
            return None
        return self.watch.look_back((*session.recent, text))

    def _attended(self, session: Session, urgent: str) -> bool:
        """In the crisis talk itself a doubtful sentence is an answer; a certain one gets the numbers again."""
        top = session.top
        flow = self.engine.library.flows.get(top.flow) if top else None
        return urgent == "doubtful" and flow is not None and flow.duty == "crisis"
