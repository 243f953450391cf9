"""Goes into another flow; the step below waits until it is over."""

from bot.content.models.steps import CallStep
from bot.flows.outcomes import Heard, Into, Move, Outcome
from bot.flows.session import Frame
from bot.flows.walk import Walk


def enter(walk: Walk, step: CallStep) -> Outcome:
    """Goes in at the first step."""
    walk.forget(step.flow)
    walk.forget_about(step.flow)
    first = walk.library.flows[step.flow].steps[0].id
    return Into((Frame(step.flow, first, called=True),))


def answer(walk: Walk, step: CallStep, heard: Heard) -> Outcome:
    """Never open for an answer; going on is the safe thing."""
    return Move(step.next)
