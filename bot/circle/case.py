"""A hulpvraag as all its parts know it: its names in the content, who may see it, and how it ends."""

from bot.circle import helpers
from bot.circle.parts import Post, Setting
from bot.storage.cases import Case
from bot.storage.people import PersonRow

CASE = "case"
"""The key under which ids of hulpvragen travel."""
STEP, QUIET = "case-step", "talk-quiet"
"""What comes at its time: the next step in asking, and the end of a talk in which nobody says anything."""
NEWS, URGENT_NEWS = "mens-nieuws", "spoed-nieuws"
"""Tells the person who waits how it stands."""
CALL, URGENT_CALL = "coach-oproep", "coach-spoed"
"""Asks a coach."""
GONE, TAKEN = "coach-te-laat", "coach-zaak"
"""Tells a coach that it is no longer theirs to take, and that they have it."""


def find(on: Setting, id: str) -> Case | None:
    """The one with this id; what is no id finds nothing."""
    return on.unit.cases.get(int(id)) if id.isascii() and id.isdecimal() and len(id) < 16 else None


def for_helper(on: Setting, me: PersonRow, id: str) -> Case | None:
    """The same for who may help: the own coach, who was asked, and who took it. For nobody else it is not there."""
    case = find(on, id)
    if case is None or not helpers.helps(on, me.id):
        return None
    asked = me.id in on.unit.cases.asked(case.id)
    return case if asked or me.id in (case.coach_id, on.unit.circle.coach_of(case.person_id)) else None


def call(on: Setting, post: Post, case: Case, who: str) -> bool:
    """Shows it to this helper, with its buttons; False when they cannot be told."""
    return post.tell(who, URGENT_CALL if case.urgent else CALL, {CASE: str(case.id)})


def news(post: Post, case: Case) -> None:
    """Tells the person who waits how it stands."""
    post.tell(case.person_id, URGENT_NEWS if case.urgent else NEWS, {CASE: str(case.id)})


def close(on: Setting, post: Post, case: Case) -> bool:
    """Ends it, with what the person asked the house for; False when it had ended."""
    if not on.unit.cases.close(case.id, on.now):
        return False
    for name in (STEP, QUIET):
        post.call_off(case.person_id, name, str(case.id))
    for one in on.unit.requests.open_for([case.person_id]):
        if one.kind in ("want_talk", "want_help"):
            on.unit.requests.done(one.id, on.now)
    return True
