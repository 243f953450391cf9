"""A question that is answered with a day, pressed or typed as people say it."""

from datetime import date

from bot.content.models.steps import DateStep
from bot.flows import papers
from bot.flows.dates import Unread, read_day, say_day
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.steps.choice import way_out
from bot.flows.walk import Walk


def enter(walk: Walk, step: DateStep) -> Outcome:
    """Asks."""
    ideas = [Choice(idea, idea, step.next, role="idea") for idea in step.ideas]
    ask = walk.ask([*ideas, *way_out(step)], free=True)
    walk.say(walk.wording(step), ask=ask, step=step.id)
    return Wait()


def answer(walk: Walk, step: DateStep, heard: Heard) -> Outcome:
    """Keeps the day; words that are no day, or a day that was, are asked again with the reason."""
    if heard.choice is not None and heard.choice.role == "skip":
        return Move(heard.choice.next)
    typed = heard.choice.label if heard.choice else heard.text
    if not typed.strip():
        return Again("empty")
    words = walk.library.words.dates
    try:
        day: date = read_day(typed, walk.local_day(), words)
    except Unread as unread:
        return Again(unread.why)
    walk.save(step.save, day.isoformat(), say_day(day, words), heard)
    papers.renew(walk)
    return Move(step.next)
