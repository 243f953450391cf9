"""The order of courses: the coach proposes what comes next, and the person hears it before it counts."""

from collections.abc import Mapping, Sequence

from bot.circle import saying
from bot.circle.card import progress
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.people import see, standing
from bot.circle.roles import facts_of, set_facts
from bot.flows.around import Entry


def order_of(on: Setting, person_id: str) -> list[str]:
    """All courses as this person finds them."""
    person = on.unit.people.by_ids([person_id])[person_id]
    agreed = facts_of(person).get("order", "").split(",")
    advised = [course.id for course in on.library.courses]
    return [*(one for one in agreed if one in advised), *(one for one in advised if one not in agreed)]


def _courses(ask: Ask) -> Sequence[Entry]:
    """What this person can do next; what is done is left out only where that may be seen."""
    seen = see(ask, ask.about, "card")
    if seen is None:
        return ()
    done: set[str] = set()
    if progress(ask.on, seen[0]):
        done = {one.course for one in ask.on.unit.progress.of(ask.about) if not one.lesson}
    short = {course.id: course.short for course in ask.on.library.courses}
    return [Entry(one, short[one]) for one in order_of(ask.on, ask.about) if one not in done]


def _order(ask: Ask) -> Mapping[str, str] | None:
    if see(ask, ask.about, "card") is None:
        return None
    short = {course.id: course.short for course in ask.on.library.courses}
    return {"order": saying.listed(ask.on, [short[one] for one in order_of(ask.on, ask.about)])}


def _set(deed: Deed) -> None:
    """Puts a course first, once the person was told; who cannot be told keeps the order that was."""
    who, course = deed.id("who"), deed.id("course")
    if standing(deed.on, deed.me, who) != "own" or course not in {one.id for one in deed.on.library.courses}:
        return
    if not deed.post.tell(who, "volgorde-nieuw", {"course": course}):
        deed.post.tell(deed.me.id, "coach-zelf-zeggen", {"who": who})
        return
    rest = [one for one in order_of(deed.on, who) if one != course]
    set_facts(deed.on.unit, who, order=",".join([course, *rest]))


def _course(ask: Ask) -> Mapping[str, str] | None:
    found = next((course for course in ask.on.library.courses if course.id == ask.about), None)
    return {"title": found.title} if found else None


PART = Part(lists={"courses-of": _courses}, views={"order-of": _order, "course": _course}, deeds={"set_order": _set})
