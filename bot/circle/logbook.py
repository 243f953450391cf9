"""The log of a talk: what the coach notes, which the person whom it is about reads too."""

from collections.abc import Mapping
from datetime import date

from bot.circle import saying
from bot.circle.parts import Ask, Deed, Part
from bot.circle.people import standing
from bot.storage.talks import NewTalk

KINDS = ("call", "visit", "chat")
LONGEST = 480


def _log(deed: Deed) -> None:
    """Keeps it. Who was spoken reads at once what was noted of it."""
    who, kind, minutes = deed.id("who"), deed.id("kind"), deed.id("minutes").removeprefix("m")
    if standing(deed.on, deed.me, who) is None or kind not in KINDS or not minutes.isdecimal():
        return
    talk = NewTalk(
        person_id=who,
        coach_id=deed.me.id,
        kind=kind,
        minutes=min(int(minutes), LONGEST),
        at=deed.on.now,
        agreed=deed.words("agreed"),
        next_on=date.fromisoformat(deed.id("next")) if deed.id("next") else None,
    )
    id = deed.on.unit.talks.add(talk)
    if talk.agreed or talk.next_on:
        deed.post.tell(who, "gesprek-genoteerd", {"talk": str(id)})


def _mine(ask: Ask) -> Mapping[str, str] | None:
    """What was noted of a talk with this person."""
    talk = ask.on.unit.talks.get(ask.me.id, int(ask.about)) if ask.about.isdecimal() else None
    if talk is None:
        return None
    names = ask.on.unit.people.names([talk.coach_id]) if talk.coach_id else {}
    return {
        "by": names.get(talk.coach_id or "", ""),
        "agreed": talk.agreed,
        "next": saying.day(ask.on, talk.next_on) if talk.next_on else "",
    }


PART = Part(views={"my-talk": _mine}, deeds={"log_talk": _log})
