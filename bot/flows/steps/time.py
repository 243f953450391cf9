"""A question that is answered with a time of day, pressed or typed as people say it."""

from datetime import date, datetime
from datetime import time as clock

from bot.content.models.steps import TimeStep
from bot.flows.dates import Unread
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.times import read_time, say_time
from bot.flows.walk import HERE, Walk


def enter(walk: Walk, step: TimeStep) -> Outcome:
    """Asks; hours of today that are over are not offered."""
    words = walk.library.words.circle.moments
    hours = [clock(hour) for hour in range(step.first, step.last + 1)]
    ahead = [one for one in hours if _moment(walk, step, one) > walk.now]
    ideas = [Choice(say_time(one, words), f"{one:%H:%M}", step.next, role="idea") for one in ahead]
    walk.say(walk.wording(step), ask=walk.ask([*ideas, *way_out(step)], free=True), step=step.id)
    return Wait()


def answer(walk: Walk, step: TimeStep, heard: Heard) -> Outcome:
    """Keeps the moment (day and time on the wall); what is no time, or is over, is asked again with the reason."""
    if heard.choice is not None and heard.choice.role == "skip":
        return Move(heard.choice.next)
    if heard.choice is None and not heard.text.strip():
        return Again("empty")
    try:
        at = (
            clock.fromisoformat(heard.choice.value) if heard.choice else read_time(heard.text, walk.library.words.times)
        )
    except Unread as unread:
        return Again(unread.why)
    moment = _moment(walk, step, at)
    if moment <= walk.now:
        return Again("time_past")
    value = moment.replace(tzinfo=None).isoformat(timespec="minutes")
    walk.save(step.save, value, say_time(moment.time(), walk.library.words.circle.moments), heard)
    return Move(step.next)


def _moment(walk: Walk, step: TimeStep, at: clock) -> datetime:
    """That time on the day that was answered. A time that the clock jumps over in spring is an hour later."""
    answered = walk.id_of(step.day)
    day = date.fromisoformat(answered) if answered else walk.local_day()
    moment = datetime.combine(day, at, HERE)
    return datetime.fromtimestamp(moment.timestamp(), HERE)
