"""One turn: safety looks first, then the engine answers; what must be done is in the effects."""

from datetime import datetime

from msgspec import structs

from bot.circle.platforms import Platforms
from bot.circle.terms import Terms
from bot.content.models.library import Library
from bot.flows.around import NOBODY, Around
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

    def __init__(self, library: Library, terms: Terms | None = None, *, url: str = "") -> None:
        self.engine = Engine(library)
        self.terms = terms or Terms()
        self.url = url
        self.platforms = Platforms()
        self.watch = Watch(library.signals)

    def turn(self, session: Session, inbound: Inbound, now: datetime, around: Around = NOBODY) -> Turned:
        """What the person gets, and what the session becomes. `around` is what may be known of others."""
        if inbound.kind in ("press", "command") or not inbound.text:
            return self.engine.turn(session, inbound, now, around=around)
        seen = self.watch.look(inbound.text)
        urgent = None if _asks_about_it(session) else seen.crisis or self._spread(session, inbound.text)
        if seen.number:
            inbound = structs.replace(inbound, text=self.watch.mask(inbound.text))
        if urgent is not None and not self._attended(session, urgent):
            flow = CRISIS if urgent == "certain" else DOUBT
            turned = self.engine.interrupt(session, flow, inbound, now)
            turned.effects.append(Acted("signalled", flow))
            turned.session.recent = ()
            return turned
        marks = tuple(name for name, on in (("medical", seen.medical), ("number", seen.number)) if on)
        turned = self.engine.turn(session, inbound, now, marks, around)
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


def _asks_about_it(session: Session) -> bool:
    """A coach may ask someone about the worst in plain words: that must arrive, and is no cry for help."""
    return bool(session.relay) and session.facts.get("role", "employee") != "employee"
