"""A bubble; with a button the dialogue waits until it is pressed."""

from bot.content.models.steps import SayStep
from bot.flows.outcomes import Again, Heard, Move, Outcome, Wait
from bot.flows.session import Choice
from bot.flows.walk import Walk


def enter(walk: Walk, step: SayStep) -> Outcome:
    """Says it, and waits when there is a button."""
    if step.button is None:
        walk.say(walk.wording(step), step=step.id)
        return Move(step.next)
    ask = walk.ask([Choice(step.button, "on", step.next)])
    walk.say(walk.wording(step), ask=ask, step=step.id)
    return Wait()


def answer(walk: Walk, step: SayStep, heard: Heard) -> Outcome:
    """Any press goes on; words are not read here, so the person is told to press."""
    return Move(step.next) if heard.choice else Again("press_please")
