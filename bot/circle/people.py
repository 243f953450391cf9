"""Whom a coach may see: the own people, and someone whose hulpvraag they took; every look at a card is noted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from bot.circle import helpers, saying
from bot.circle.meetings import LASTING, YEARS
from bot.circle.parts import Ask, Deed, Part, Setting
from bot.circle.roles import facts_of
from bot.flows.around import Entry
from bot.storage.attention import Waiting
from bot.storage.circle import Look
from bot.storage.meetings import YES
from bot.storage.people import PersonRow

Standing = Literal["own", "case"]
"""How somebody is this coach's: for good, or only as long as the hulpvraag lasts that they took."""
ASK, ASKED = "ask", "asked"
"""Nobody was named, so that the flow must ask who is meant; or it is someone whom this coach may take on now."""


def is_a(on: Setting, person: PersonRow, role: str) -> bool:
    """Whether this person has that role now."""
    return role in on.unit.circle.roles_of(person.id)


def waiting(on: Setting, coach: PersonRow) -> list[Waiting]:
    """The hulpvragen for this coach: taken by them, asked of them, or of the own people and not taken by another."""
    found = on.unit.attention.waiting(coach.id, on.unit.circle.coached_by(coach.id))
    return [one for one in found if one.coach_id in (None, coach.id)]


def standing(on: Setting, coach: PersonRow, person_id: str) -> Standing | None:
    """How this person is this coach's; None for everybody else, whoever asks."""
    if not is_a(on, coach, "coach"):
        return None
    if on.unit.circle.coach_of(person_id) == coach.id:
        return "own"
    taken = (one for one in on.unit.attention.waiting(coach.id, ()) if one.person_id == person_id)
    helping = any(one.coach_id == coach.id for one in taken) or _will_talk(on, coach.id, person_id)
    return "case" if helping else None


def _will_talk(on: Setting, coach_id: str, person_id: str) -> bool:
    """Whether a hulpvraag that this coach took ended in a talk that both agreed on, which comes, or was of late."""
    ended = [one for one in on.unit.cases.of(person_id) if one.coach_id == coach_id and one.closed_at is not None]
    if not ended:
        return False
    found = on.unit.meetings.of([person_id], since=on.now - LASTING, until=on.now + YEARS)
    agreed = [one for one in found if on.unit.meetings.guests_of(one.id).get(person_id) == YES]
    spans = [(one.claimed_at, one.closed_at) for one in ended if one.claimed_at and one.closed_at]
    return any(one.maker_id == coach_id and any(a <= one.made_at <= b for a, b in spans) for one in agreed)


def see(ask: Ask, person_id: str, what: str) -> tuple[PersonRow, Standing] | None:
    """The person and how they are this coach's, noted as a look at `what`. None, also noted, for who is not."""
    person = ask.on.unit.people.by_ids([person_id]).get(person_id) if person_id else None
    if person is None:
        return None
    found = standing(ask.on, ask.me, person_id)
    _note(ask, person_id, what, found is not None)
    return (person, found) if found is not None else None


def _note(ask: Ask, person_id: str, what: str, allowed: bool) -> None:
    """Once a day for each: the person should read who looked, not how often a screen was drawn."""
    if ask.me.id == person_id:
        return
    begin, end = saying.this_day(ask.on)
    looks = ask.on.unit.circle.looks_at(person_id)
    fresh = Look(by_id=ask.me.id, what=what, allowed=allowed, at=ask.on.now)
    today = {(one.by_id, one.what, one.allowed) for one in looks if begin <= one.at < end}
    if (fresh.by_id, what, allowed) not in today:
        ask.on.unit.circle.looked(person_id, fresh)


def entries(on: Setting, ids: Iterable[str]) -> list[Entry]:
    """People to choose from; of two with one name is said since when they are here."""
    wanted = list(dict.fromkeys(ids))
    rows, names = on.unit.people.by_ids(wanted), on.unit.people.names(wanted)
    count = [names[id] for id in wanted if id in names]
    twin = on.library.words.circle.coach.twin
    found = []
    for id in (one for one in wanted if one in names):
        name = names[id]
        if count.count(name) > 1:
            name = twin.format(name=name, day=saying.on_day(on, rows[id].created_at))
        found.append(Entry(id, name))
    return found


def takes_part(person: PersonRow) -> bool:
    """Whether this person agreed to the chat, and did not stop. Why not is nobody's business."""
    return person.status == "active"


def _show(deed: Deed) -> None:
    """Lays the card of someone who was chosen before this coach; the flow looks up whether that may be."""
    deed.post.tell(deed.me.id, "coach-kaart", {"who": deed.id("who")})


def _mine(ask: Ask) -> Sequence[Entry]:
    if not is_a(ask.on, ask.me, "coach"):
        return ()
    own = ask.on.unit.circle.coached_by(ask.me.id)
    taken = [one.person_id for one in waiting(ask.on, ask.me)]
    return sorted(entries(ask.on, [*own, *taken]), key=lambda one: one.label.casefold())


def _whom(ask: Ask) -> Mapping[str, str] | None:
    """The id again, and the name, for who may see this person."""
    if not ask.about:
        return {"who": ASK}
    asked = next((one for one in waiting(ask.on, ask.me) if one.person_id == ask.about), None)
    if asked is not None and standing(ask.on, ask.me, ask.about) is None:
        return {"who": ASKED, "case": str(asked.id)}
    seen = see(ask, ask.about, "card")
    if seen is None:
        return None
    return {"who": ask.about, "person": ask.on.unit.people.names([ask.about])[ask.about], "standing": seen[1]}


def _hulpvraag(ask: Ask) -> Mapping[str, str] | None:
    """The id of the open hulpvraag of this person, for a helper who may take it or took it."""
    mine = waiting(ask.on, ask.me) if helpers.helps(ask.on, ask.me.id) else []
    found = next((one for one in mine if one.person_id == ask.about), None)
    if found is None:
        return None
    name = ask.on.unit.people.names([ask.about]).get(ask.about, "")
    return {"case": str(found.id), "taken": "yes" if found.coach_id == ask.me.id else "no", "person": name}


def _me(ask: Ask) -> Mapping[str, str]:
    """What every dialogue may say of the person whose it is."""
    facts = facts_of(ask.me)
    return {"called": ask.on.unit.people.names([ask.me.id])[ask.me.id], "role": facts.get("role", "employee")}


PART = Part(
    lists={"my-people": _mine},
    views={"whom": _whom, "me": _me, "hulpvraag-of": _hulpvraag},
    deeds={"show_card": _show},
)
