"""People who go from one coach to another, and what ends for who is something no longer."""

from datetime import datetime

from bot.circle import roles
from bot.circle.agenda import OFF, OFF_ALONG
from bot.circle.asking import move_cases
from bot.circle.meetings import MEETING
from bot.errors import LastCoachError
from bot.posting import flow_at
from bot.storage.meetings import ALONG, ASKED, MAYBE, YES
from bot.storage.unit import Unit

NEW_COACH = "nieuwe-coach"
OFF_FLOWS = {ASKED: OFF, YES: OFF, MAYBE: OFF_ALONG, ALONG: OFF_ALONG}
"""What somebody hears of a meeting that is off, by what they had said to it."""


def give_coach(unit: Unit, person: str, coach: str, now: datetime) -> None:
    """Gives someone this coach, and tells them at the first open moment."""
    if unit.circle.coach_of(person) == coach:
        return
    roles.coach(unit, person, coach, now)
    unit.timers.set([flow_at(person, NEW_COACH, {"coach_id": coach}, now)])


def move_people(unit: Unit, old: str, new: str | None, now: datetime) -> int:
    """Gives everybody of a coach to another, with their hulpvragen that are open; how many they were.

    Raises LastCoachError when there is somebody to take, and nobody to take them.
    """
    people = unit.circle.coached_by(old)
    if people and (new is None or new == old):
        raise LastCoachError(count=len(people))
    for person in people:
        give_coach(unit, person, new or "", now)
    move_cases(unit, old, now)
    return len(people)


def end_role(unit: Unit, person: str, role: str, now: datetime) -> None:
    """Ends a role and the access that came with it. A coach must have given up their people before."""
    if role == "coach" and unit.circle.coached_by(person):
        raise LastCoachError(count=len(unit.circle.coached_by(person)))
    unit.circle.take_role(person, role)
    if role == "coach":
        _end_meetings(unit, person, now)
    left = roles.refresh(unit, person)
    unit.web_sessions.close_all(person)
    unit.invites.withdraw(person, now)
    if role in ("coach", "lead"):
        # What was said to them names others: who is that no longer may not read it back.
        unit.retention.conversation(person)
    if not left:
        for channel, address in unit.people.addresses_of(person):
            unit.people.unlink(channel, address)


def _end_meetings(unit: Unit, coach: str, now: datetime) -> None:
    """What this coach planned does not go on; who was asked hears it at the first open moment."""
    for meeting in unit.meetings.all_of(coach):
        if meeting.maker_id != coach or meeting.at <= now or meeting.state == "off":
            continue
        unit.meetings.call_off(meeting.id)
        if meeting.state == "offered":
            continue
        given = {MEETING: str(meeting.id)}
        said = unit.meetings.guests_of(meeting.id)
        flows = [(one, OFF_FLOWS[says]) for one, says in said.items() if says in OFF_FLOWS]
        unit.timers.set([flow_at(one, flow, given, now) for one, flow in flows])
