"""How long things may wait before somebody else is asked; each can be set by the organisation."""

from datetime import timedelta

from msgspec import Struct


class Terms(Struct, frozen=True, kw_only=True):
    """Lengths of time, and the hours in which coaches work (by the clock on the wall, Monday to Friday).

    With `always` coaches work at any hour: the demo has no days.
    """

    remind_after: timedelta = timedelta(hours=2)
    next_coach_after: timedelta = timedelta(hours=4)
    lead_after: timedelta = timedelta(hours=8)
    urgent_next_after: timedelta = timedelta(minutes=5)
    urgent_lead_after: timedelta = timedelta(minutes=15)
    talk_ends_after: timedelta = timedelta(minutes=60)
    office_from: int = 9
    office_to: int = 17
    always: bool = False
