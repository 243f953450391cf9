"""Words between two humans: passed on with the name of who says them, while their hulpvraag lasts."""

from bot.circle.parts import Deed, Part
from bot.messages import Outbound


def _relay(deed: Deed) -> None:
    """From one side to the other; who talks with whom is looked up anew for each message."""
    mine = deed.post.session(deed.me.id)
    case = deed.on.unit.cases.talking(mine.relay) if mine is not None and mine.relay else None
    if case is None or deed.me.id not in (case.person_id, case.coach_id):
        return
    other = case.coach_id if deed.me.id == case.person_id else case.person_id
    name = deed.on.unit.people.names([deed.me.id])[deed.me.id]
    deed.post.say(other, Outbound(text=deed.words("text"), who=name, duty="crisis"))


PART = Part(deeds={"relay": _relay})
