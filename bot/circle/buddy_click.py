"""After a group: when it clicked between two who look for a buddy, they are proposed to each other."""

from collections.abc import Mapping

from bot.circle import meetings
from bot.circle.buddies import GONE, OFFER, fits, propose
from bot.circle.buddy_pair import PAIR
from bot.circle.meetings import MEETING
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.storage.meetings import YES
from bot.storage.people import PersonRow

KIND = "group"


def _others(on: Setting, me: PersonRow, id: str) -> list[str]:
    """Who was in that group too, and could be the buddy of this person, who was there as well."""
    meeting = meetings.find(on, id)
    if meeting is None or (meeting.kind, meeting.state) != (KIND, "planned") or meeting.at > on.now:
        return []
    there = meetings.guests(on, meeting, YES)
    return [one for one in fits(on, me) if one in there] if me.id in there else []


def _click(ask: Ask) -> Mapping[str, str]:
    """`two` when it is clear who is meant, `known` when there is a buddy or a proposal already, else `more`."""
    if ask.on.unit.pairs.open_of(ask.me.id) is not None:
        return {"click": "known"}
    return {"click": "two" if len(_others(ask.on, ask.me, ask.about)) == 1 else "more"}


def _clicked(deed: Deed) -> None:
    """Lays it before both: what each answers, the other only hears when it is yes twice."""
    found = _others(deed.on, deed.me, deed.id(MEETING))
    pair = propose(deed.on, deed.post, deed.me.id, found[0]) if len(found) == 1 else None
    if pair is None:
        deed.post.tell(deed.me.id, GONE, {})
    else:
        deed.post.tell(deed.me.id, OFFER, {PAIR: str(pair.id)})


PART = Part(views={"group-click": _click}, deeds={"buddy_clicked": _clicked})
